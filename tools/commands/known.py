"""What earlier runs of this very code read and found in records, kept in `.cache`."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path

import pydantic
import pydantic_core
import yaml

from tools.files.kept import Kept

TOOLS = Path(__file__).resolve().parent.parent
PARTS = ("model", "files", "check")  # which read records and judge them
MADE = "__pycache__"


def known(root: Path) -> Kept:
    """What is known of the records of the project at `root`; whoever asks for it closes it."""
    version = _engine()
    return Kept(root, f"records-{version[:16]}", version)


@cache
def _engine() -> str:
    """A digest of all that a verdict rests on besides what people wrote."""
    packages = (pydantic.VERSION, pydantic_core.__version__, yaml.__version__)
    made = blake2b(repr((sys.version, packages, yaml.__with_libyaml__)).encode(), digest_size=16)
    for part in PARTS:
        for path in sorted((TOOLS / part).rglob("*")):
            if path.is_file() and MADE not in path.parts:
                data = path.read_bytes()
                made.update(f"{path.relative_to(TOOLS).as_posix()} {len(data)}\n".encode())
                made.update(data)
    return made.hexdigest()
