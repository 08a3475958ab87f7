"""Saves one value after the other at the desk until it is killed: `python -m … ROOT FILE`."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from tools.desk.store import Decision, Store
from tools.files.edit import put


def main(root: str, file: str) -> None:
    store = Store(Path(root))
    print("ready", flush=True)
    for number in itertools.count():
        opened = store.open(file)
        text = put(opened.text, ("answer", "text"), f"Said {number}. " * 400, file)
        decision = Decision("answer", "answer", "changed", None, str(number))
        store.save(file, opened.digest, text, f"answer {number}", decision)
        if number % 5 == 4:
            store.undo("ruritania-data")


if __name__ == "__main__":
    main(*sys.argv[1:])
