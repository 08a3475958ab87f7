"""Pagefind's index in smaller pieces: a reader who looks for a word fetches what begins like it.

Pagefind cuts its list of words into pieces of about twenty kilobytes and offers no other size.
Each is CBOR (RFC 8949) in gzip behind a mark; words are told apart here and put into new pieces,
byte for byte as they are, and the list of the pieces is written anew.
An index of any other form is left as it is.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

MARK = b"pagefind_dcd"
SIZE = 10_000  # bytes of words in a piece before it is packed, which makes a third of it
LIST, FOLDER, ENDING = ".pf_meta", "index/", ".pf_index"
PIECES = 2  # the place of the list of pieces in `LIST`
_BYTES, _TEXT, _ARRAY, _MAP, _TAG = 2, 3, 4, 5, 6
_PLAIN, _WIDEST = 24, 27  # below it a number stands in the first byte itself


class _OtherFormError(ValueError):
    """Raised where an index has another form than this one; `smaller` leaves it as it is."""


@dataclass(frozen=True)
class _Piece:
    """Some words in their order, as bytes, with the first and the last of them."""

    first: str
    last: str
    words: tuple[bytes, ...]


def smaller(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of an index by their path, with smaller pieces where it has the known form."""
    found = dict(files)
    for path in sorted(path for path in files if path.endswith(LIST)):
        try:
            found |= _cut(path, found)
        except (_OtherFormError, IndexError, UnicodeDecodeError, OSError, EOFError):
            return dict(files)
        for name in _named(_unpacked(files[path])):
            found.pop(name)
    return found


def _cut(path: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The new list and the new pieces of one language."""
    data = _unpacked(files[path])
    parts = _items(data, 0)
    if len(parts) <= PIECES:
        raise _OtherFormError(path)
    names = _named(data)
    pieces = [piece for name in names for piece in _pieces(_unpacked(files[name]))]
    language = names[0].removeprefix(FOLDER).partition("_")[0] if names else ""
    made, entries = {}, []
    for number, piece in enumerate(pieces):
        before = pieces[number - 1].last if number else ""
        after = pieces[number + 1].first if number + 1 < len(pieces) else ""
        content = _head(_ARRAY, 1) + _array(piece.words)
        name = f"{language}_{blake2b(content, digest_size=4).hexdigest()}"
        made[_path(name)] = _packed(content)
        first, last = _apart(piece.first, before), _apart(piece.last, after)
        entries.append(_array(map(_text, (first, last, name))))
    whole = [*parts[:PIECES], _array(entries), *parts[PIECES + 1 :]]
    return made | {path: _packed(_array(whole))}


def _named(data: bytes) -> list[str]:
    """The paths of the pieces that a list names."""
    entries = (_items(entry, 0) for entry in _items(_items(data, 0)[PIECES], 0))
    return [_path(_read(entry[2])) for entry in entries]


def _path(name: str) -> str:
    return f"{FOLDER}{name}{ENDING}"


def _pieces(data: bytes) -> Iterator[_Piece]:
    (content,) = _items(data, 0)
    some: list[bytes] = []
    size = 0
    for word in _items(content, 0):
        if some and size + len(word) > SIZE:
            yield _piece(some)
            some, size = [], 0
        some.append(word)
        size += len(word)
    if some:
        yield _piece(some)


def _piece(some: list[bytes]) -> _Piece:
    return _Piece(_word(some[0]), _word(some[-1]), tuple(some))


def _word(entry: bytes) -> str:
    _, _, start = _opened(entry, 0)
    return _read(entry[start:])


def _apart(word: str, other: str) -> str:
    """As much of a word as tells it from another."""
    same = next(
        (n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), len(other)
    )
    return word[: same + 1]


def _items(data: bytes, at: int) -> list[bytes]:
    """The items of an array, as they are."""
    kind, count, at = _opened(data, at)
    if kind != _ARRAY:
        raise _OtherFormError("no array")
    found = []
    for _ in range(count):
        end = _end(data, at)
        found.append(data[at:end])
        at = end
    return found


def _end(data: bytes, at: int) -> int:
    """Where an item ends, with all that is in it."""
    left = 1
    while left:
        left -= 1
        first = data[at]
        if first < _BYTES << 5 and first & 31 < _PLAIN:
            at += 1  # a small number, as most are
            continue
        kind, value, at = _opened(data, at)
        if kind in (_BYTES, _TEXT):
            at += value
        elif kind == _ARRAY:
            left += value
        elif kind == _MAP:
            left += 2 * value
        elif kind == _TAG:
            left += 1
    if at > len(data):
        raise _OtherFormError("cut short")
    return at


def _opened(data: bytes, at: int) -> tuple[int, int, int]:
    """The kind of an item, its number or length, and where its content begins."""
    kind, low = data[at] >> 5, data[at] & 31
    if low < _PLAIN:
        return kind, low, at + 1
    if low > _WIDEST:
        raise _OtherFormError("of no length")
    size = 1 << (low - _PLAIN)
    return kind, int.from_bytes(data[at + 1 : at + 1 + size]), at + 1 + size


def _read(item: bytes) -> str:
    kind, length, start = _opened(item, 0)
    if kind != _TEXT:
        raise _OtherFormError("no text")
    return item[start : start + length].decode()


def _text(value: str) -> bytes:
    data = value.encode()
    return _head(_TEXT, len(data)) + data


def _array(items: Iterator[bytes] | list[bytes] | tuple[bytes, ...]) -> bytes:
    parts = list(items)
    return _head(_ARRAY, len(parts)) + b"".join(parts)


def _head(kind: int, value: int) -> bytes:
    if value < _PLAIN:
        return bytes([kind << 5 | value])
    power = next(power for power in range(4) if value < 1 << (8 << power))
    return bytes([kind << 5 | (_PLAIN + power)]) + value.to_bytes(1 << power)


def _unpacked(data: bytes) -> bytes:
    content = gzip.decompress(data)
    if not content.startswith(MARK):
        raise _OtherFormError("no mark")
    return content.removeprefix(MARK)


def _packed(content: bytes) -> bytes:
    return gzip.compress(MARK + content, 9, mtime=0)
