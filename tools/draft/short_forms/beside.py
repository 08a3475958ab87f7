"""Short forms that stand beside their expansions: "Office of X (OX)", "OX, or the Office of X"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tools.draft.sense.tokens import Word
from tools.draft.short_forms.letters import (
    SMALL,
    initials_match,
    is_capitals,
    is_short,
    letters,
    letters_match,
)

# short form, first word and end of its expansion
Found = tuple[int, int, int]
MOST_SMALL = 4  # small words that an expansion may have beside one for each letter
_BETWEEN = frozenset("or the a an as known also called abbreviated short for hereafter".split())
_BREAKS = frozenset('();:.,"')
_QUOTES = frozenset("\"'")


def beside(words: Sequence[Word]) -> Iterator[Found]:
    """Every short form of a sentence with the expansion right before or behind it."""
    for i, word in enumerate(words):
        if not is_short(word.text):
            continue
        before, after = _before(words, i), _after(words, i)
        closed = i + 1 == len(words) or not words[i + 1].text[0].isalnum()
        bracketed = before is not None and words[before].text == "(" and closed
        found = None
        if before is not None and closed and (bracketed or is_capitals(word.text)):
            found = _expansion_before(words, i, before)
        if found is None and bracketed and before is not None and word.text.isupper():
            found = _name_before(words, before)
        if found is None and after is not None:
            found = _expansion_after(words, i, after)
        if found is not None:
            yield i, *found


def _before(words: Sequence[Word], i: int) -> int | None:
    """The mark between an expansion and the short form at `i`, over "or the" and quotations."""
    at, linked = i - 1, False
    while at >= 0 and (words[at].lower in _BETWEEN or words[at].text in _QUOTES):
        linked = linked or words[at].lower not in ("the", "a", "an")
        at -= 1
    if at < 1:
        return None
    if words[at].text == "(" or (words[at].text in (",", "–", "—", "-")):
        return at
    return at + 1 if linked and words[at + 1].lower in ("or", "known", "abbreviated") else None


def _after(words: Sequence[Word], i: int) -> int | None:
    """Where an expansion begins behind the short form at `i`."""
    at = i + 1
    if at < len(words) and words[at].text in _QUOTES:
        at += 1
    if at >= len(words) or words[at].text not in ("(", ",", "–", "—", "or"):
        return None
    at += 1
    while at < len(words) and (words[at].lower in _BETWEEN or words[at].text in _QUOTES):
        at += 1
    return at if at < len(words) else None


def _expansion_before(words: Sequence[Word], i: int, mark: int) -> tuple[int, int] | None:
    end = mark
    while end > 0 and words[end - 1].text in _QUOTES:
        end -= 1
    wanted = letters(words[i].text)
    bracketed = words[mark].text == "("
    starts = range(end - 1, max(-1, end - len(wanted) - MOST_SMALL - 1), -1)
    for match in (initials_match, letters_match):
        for start in starts:
            if _is_break(words[start]) and not (words[start].text == "," and bracketed):
                break
            if _expands(words, start, end, wanted, match):
                return start, end
    return None


def _expansion_after(words: Sequence[Word], i: int, start: int) -> tuple[int, int] | None:
    wanted = letters(words[i].text)
    bracketed = words[i + 1].text == "("
    if not bracketed and not is_capitals(words[i].text):
        return None
    for match in (initials_match, letters_match) if bracketed else (initials_match,):
        for end in range(start + 1, min(len(words), start + len(wanted) + MOST_SMALL) + 1):
            if _is_break(words[end - 1]):
                break
            closed = end == len(words) or not words[end].text[0].isalnum()
            if not closed and (bracketed or words[end].tag in ("NN", "NNS", "NNP")):
                continue
            if _expands(words, start, end, wanted, match):
                return start, end
    return None


def _name_before(words: Sequence[Word], end: int) -> tuple[int, int] | None:
    """The name of an organisation before "(OX)" whose letters are those of another language."""
    start = end
    while start > 0 and (words[start - 1].capital or words[start - 1].lower in ("of", "for")):
        start -= 1
    while start < end and (words[start].lower in SMALL or not words[start].named):
        start += 1
    name = words[start:end]
    return (start, end) if len(name) > 1 and any(word.organisation for word in name) else None


def _parts(words: Sequence[Word]) -> list[str]:
    """The words that may give a letter; "medium-sized" is two, the second with its hyphen."""
    found = []
    for word in words:
        first, *others = word.lower.replace("/", "-").split("-")
        found += [first, *(f"-{part}" for part in others)]
    return [part for part in found if part.lstrip("-")[:1].isalnum() or part == "&"]


def _is_break(word: Word) -> bool:
    return word.text in _BREAKS


def _expands(
    words: Sequence[Word],
    start: int,
    end: int,
    wanted: str,
    match: Callable[[str, Sequence[str]], bool],
) -> bool:
    """Whether words match a short form, and are longer than it by more than an ending."""
    text = " ".join(word.text for word in words[start:end])
    # "Quayside (QSD)" is how an exchange lists a company
    listed = text.istitle() and " " not in text and "-" not in text
    parts = _parts(words[start:end])
    return len(text) >= 2 * len(wanted) > 2 and not listed and bool(parts) and match(wanted, parts)
