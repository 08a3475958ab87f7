"""Pagefind's index in smaller pieces, whose words are those that it had."""

from __future__ import annotations

import gzip
from collections.abc import Mapping

import pytest

from tools.files import chunks
from tools.files.chunks import MARK, smaller
from tools.files.pagefind import files


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """The files of an index that has more words than one small piece holds."""
    text = " ".join(f"{start}word{number}" for start in "acegxé中" for number in range(400))
    return files(
        (f"{n}/", f'<html lang="en"><body><h1>Page {n}</h1><p>{text}</p></body></html>')
        for n in range(3)
    )


def held(found: Mapping[str, bytes]) -> list[tuple[str, str, list[bytes]]]:
    """Each piece of an index in the order of its list: from where, to where, and its words."""
    (path,) = (path for path in found if path.endswith(chunks.LIST))
    pieces = []
    for entry in chunks._items(chunks._items(content(found[path]), 0)[chunks.PIECES], 0):
        first, last, name = map(chunks._read, chunks._items(entry, 0))
        (words,) = chunks._items(content(found[f"index/{name}.pf_index"]), 0)
        pieces.append((first, last, chunks._items(words, 0)))
    return pieces


def content(data: bytes) -> bytes:
    return gzip.decompress(data).removeprefix(MARK)


def test_the_pieces_are_smaller_and_hold_the_same_words(made: dict[str, bytes]) -> None:
    before, after = held(made), held(smaller(made))
    assert len(after) > len(before)
    assert [w for *_, words in after for w in words] == [w for *_, words in before for w in words]
    assert all(sum(map(len, words)) <= chunks.SIZE for *_, words in after)


def test_each_word_belongs_to_one_piece_by_the_list(made: dict[str, bytes]) -> None:
    pieces = held(smaller(made))
    for number, (first, last, words) in enumerate(pieces):
        names = [chunks._word(word) for word in words]
        assert names[0].startswith(first)
        assert names[-1].startswith(last)
        for *_, others in pieces[number + 1 : number + 2]:
            assert not chunks._word(others[0]).startswith(last)


def test_all_other_files_stay_and_no_old_piece_does(made: dict[str, bytes]) -> None:
    found = smaller(made)
    changed = ("index/", "pagefind.en")
    assert {p: d for p, d in found.items() if not p.startswith(changed)} == {
        p: d for p, d in made.items() if not p.startswith(changed)
    }
    assert sum(path.startswith("index/") for path in found) == len(held(found))
    assert smaller(made) == found


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no gzip",
        gzip.compress(b"no mark"),
        gzip.compress(MARK + b"\x83\x01"),
        gzip.compress(MARK + b"\x9f"),
    ],
)
def test_an_index_of_another_form_is_left_as_it_is(made: dict[str, bytes], data: bytes) -> None:
    (path,) = (path for path in made if path.endswith(chunks.LIST))
    other = made | {path: data}
    assert smaller(other) == other
    piece = next(path for path in made if path.startswith("index/"))
    assert smaller(made | {piece: data}) == made | {piece: data}
