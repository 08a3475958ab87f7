"""Another surrounding: each folder's files in another order, and the clock at another day.

Python loads this by itself where the folder is on PYTHONPATH.
"""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Iterator
from typing import Any

LATER = 400_000_000.0  # seconds: some twelve years
_listdir, _scandir, _time = os.listdir, os.scandir, time.time
_datetime, _date = dt.datetime, dt.date


class _Scan:
    """What `os.scandir` gives, the last name first."""

    def __init__(self, path: Any = ".") -> None:
        with _scandir(path) as found:
            self.entries = iter(sorted(found, key=lambda entry: entry.name, reverse=True))

    def __enter__(self) -> _Scan:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[Any]:
        return self.entries

    def __next__(self) -> Any:
        return next(self.entries)

    def close(self) -> None:
        self.entries = iter(())


class _Later(_datetime):
    __slots__ = ()  # C code asks for the size of what it knows

    @classmethod
    def now(cls, tz: Any = None) -> Any:
        return _datetime.fromtimestamp(_time() + LATER, tz)


class _LaterDay(_date):
    __slots__ = ()

    @classmethod
    def today(cls) -> Any:
        return _Later.now().date()


os.listdir = lambda path=".": sorted(_listdir(path), reverse=True)
os.scandir = _Scan
time.time = lambda: _time() + LATER
dt.datetime, dt.date = _Later, _LaterDay
