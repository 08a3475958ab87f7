"""Writing files whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO


def write_whole(path: Path, text: str | bytes) -> None:
    """Writes the file so that a reader sees the old one or the new one, never a part.

    Text is written as UTF-8, bytes as they are.
    Makes the folders on the way.
    Raises `OSError` where the file cannot be written; what stood there then still stands.
    """
    with whole(path) as file:
        file.write(text.encode("utf-8") if isinstance(text, str) else text)


@contextlib.contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """An open file that takes the place of the one at `path` when the block ends without a fault.

    Raises `OSError` where the file cannot be written; what stood there then still stands.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)
        raise


def write_new_folder(folder: Path, texts: Mapping[str, str | bytes]) -> None:
    """Makes a folder that holds these files, or nothing at all.

    Raises `FileExistsError` where something is there already.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    waiting = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        write_tree(waiting, texts)
        os.chmod(waiting, 0o755)
        if folder.exists():  # renaming would put one empty folder in the place of another
            raise FileExistsError(f"{folder} is there already")
        os.rename(waiting, folder)
    except BaseException:
        shutil.rmtree(waiting, ignore_errors=True)
        raise


def write_tree(folder: Path, texts: Mapping[str, str | bytes]) -> None:
    """Writes each text, or bytes, to its path below `folder`."""
    for name, text in texts.items():
        write_whole(folder / name, text)
