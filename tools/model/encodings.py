"""Which encoding bytes seem to be in, where they are not the UTF-8 that everything here is."""

from __future__ import annotations

import codecs

_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# without a mark, UTF-16 is known by the upper half of its characters: null for line ends, spaces
# and Latin letters, and low for the letters of all scripts but those of East Asia
LEAST_NULLS = 0.05  # of that half
LOW = 0x30
MOST_LOW = 0.9  # of that half


def utf_16(data: bytes) -> str | None:
    """The text of bytes in UTF-16, its mark left out; None where they are in another encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    if 0 not in data:
        return None
    first, second = data[::2], data[1::2]
    upper = first if first.count(0) > second.count(0) else second
    nulls = upper.count(0)
    if not nulls or nulls < LEAST_NULLS * len(upper):
        return None
    if len(upper.translate(None, bytes(range(LOW, 0x100)))) < MOST_LOW * len(upper):
        return None
    return _decoded(data, "utf-16-be" if upper is first else "utf-16-le")


def _decoded(data: bytes, encoding: str) -> str | None:
    """The text, or None where it is none: half a character at the end, null, a lone surrogate."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text
