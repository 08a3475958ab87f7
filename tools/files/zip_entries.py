"""A zip of entries that are deflated already, so that what did not change is not deflated again.

Python's zipfile takes plain data alone; the format (PKWARE's APPNOTE 6.3) is short where nothing
is encrypted and nothing larger than 4 GB.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from types import TracebackType
from typing import BinaryIO, Self

MOST_ENTRIES, MOST_BYTES = 0xFFFF - 1, 0xFFFFFFFF - 1  # beyond them the format has another form
LEVEL = 4  # of 9: a quarter less work than 6, for 3 % more bytes
_VERSION, _DEFLATED, _UTF_8 = 20, 8, 1 << 11
_DAY = (1 << 5) | 1  # 1 January 1980, the format's first: a clock would change the bytes
_UNIX, _MODE = 3 << 8, 0o100644 << 16
_LOCAL, _CENTRAL, _END = b"PK\3\4", b"PK\1\2", b"PK\5\6"


class TooLargeError(Exception):
    """Raised where a zip would have to have more or larger entries than the format takes."""


@dataclass(frozen=True)
class Deflated:
    """The data of an entry as a zip holds it."""

    crc: int
    size: int  # of the plain data, in bytes
    data: bytes

    @classmethod
    def of(cls, plain: bytes) -> Self:
        """Some data, deflated."""
        deflater = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        return cls(zlib.crc32(plain), len(plain), deflater.compress(plain) + deflater.flush())

    def packed(self) -> bytes:
        """It as one string of bytes, from which `unpacked` makes it again."""
        return struct.pack("<LL", self.crc, self.size) + self.data

    @classmethod
    def unpacked(cls, data: bytes) -> Self:
        crc, size = struct.unpack_from("<LL", data)
        return cls(crc, size, data[8:])


class Zip:
    """Writes entries into an open file, one after the other; the same entries, the same bytes."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._central: list[bytes] = []
        self._at = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        if kind is None:
            self._finish()

    def add(self, name: str, entry: Deflated) -> None:
        """Adds an entry; raises `TooLargeError` where the format has no room for it."""
        if len(self._central) >= MOST_ENTRIES or self._at + len(entry.data) > MOST_BYTES:
            raise TooLargeError(f"no room for {name} in a zip")
        path = name.encode("utf-8")
        flags = 0 if name.isascii() else _UTF_8
        about = struct.pack(
            "<HHHHLLLHH",
            flags,
            _DEFLATED,
            0,
            _DAY,
            entry.crc,
            len(entry.data),
            entry.size,
            len(path),
            0,
        )
        self._central.append(
            _CENTRAL
            + struct.pack("<HH", _UNIX | _VERSION, _VERSION)
            + about
            + struct.pack("<HHHLL", 0, 0, 0, _MODE, self._at)
            + path
        )
        self._write(_LOCAL + struct.pack("<H", _VERSION) + about + path + entry.data)

    def _finish(self) -> None:
        begin, count = self._at, len(self._central)
        for record in self._central:
            self._write(record)
        end = struct.pack("<HHHHLLH", 0, 0, count, count, self._at - begin, begin, 0)
        self._write(_END + end)

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._at += len(data)
