"""Where the names of a sentence stand.

The small model calls many a company a person, and sees no name at all in many a one it has never
met; so a name is what is written like one, and its kind is told by the words around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tools.draft.sense.roles import lexicon
from tools.draft.sense.tokens import Word

LONGEST_PERSON = 5
PLACES = ("GPE", "LOC")  # how the model calls what may be a place
_LINKS = frozenset(("of", "for", "&", "without"))


def person_at(words: Sequence[Word], i: int) -> int:
    """The end of the name of a person that begins at `i`; `i` where none does."""
    end = _run(words, i, lexicon().particle)
    return end if is_person(words[i:end]) else i


def organisation_at(words: Sequence[Word], i: int) -> int:
    """The end of the name of an organisation that begins at `i`; `i` where none does."""
    end = _run(words, i, _LINKS)
    return end if is_organisation(words[i:end]) else i


def names(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """First word and end of every name of a sentence, titles and honorifics left out."""
    i = 0
    before: tuple[int, int] | None = None
    while i < len(words):
        end = _person_before_of(words, i, _run(words, i, _LINKS | lexicon().particle))
        if end > i and _is_form(words[i:end]):
            if before and before[1] == i - 1:  # "Wrenmail, Inc., a mail service,"
                yield before[0], end
        elif end > i:
            before = _whole(words, untitled(words, i, end), end), end
            yield before
        i = max(end, i + 1)


def _is_form(name: Sequence[Word]) -> bool:
    """Whether a name is only the legal form of the one before it."""
    return all(word.lower.rstrip(".") in lexicon().legal for word in name)


def _person_before_of(words: Sequence[Word], start: int, end: int) -> int:
    """Where a person's name ends that "of" follows: "Tamsin Orley of the Harbour Union"."""
    for i in range(start + 2, end):
        if words[i].lower in _LINKS:
            person = all(word.entity == "PERSON" for word in words[start:i])
            return i if person and is_person(words[start:i]) else end
    return end


def is_person(name: Sequence[Word]) -> bool:
    """Whether a name may be that of a person: no word of it belongs to an organisation's."""
    if not 0 < len(name) <= LONGEST_PERSON:
        return False
    if len(name) == 1 and name[0].text.isupper():
        return False
    if all(word.role or word.lower in lexicon().postposed for word in name):
        return False  # "Attorney General" is a title without a name
    return not any(
        word.text[:1].isdigit()
        or word.lower in _LINKS
        or (word.organisation and not word.person)
        or word.lower.rstrip(".") in lexicon().part
        for word in name
    ) and not (name[-1].lower in lexicon().thing or name[-1].entity == "NORP")


def is_organisation(name: Sequence[Word]) -> bool:
    """Whether a name may be that of an organisation: it is not that of a law, a war or a prize."""
    if len(name) == 1 and name[0].person:
        return False
    return bool(name) and name[-1].lower not in lexicon().thing and name[-1].entity != "NORP"


def _run(words: Sequence[Word], i: int, links: frozenset[str]) -> int:
    """The end of a run of words written as a name, with `links` only between two of them."""
    if i >= len(words) or not words[i].named:
        return i
    end = i + 1
    while end < len(words):
        if words[end].named:
            end += 1
            continue
        after = end
        while after < len(words) and after < end + 3 and _links(words, after, end, links):
            after += 1
        if after == end or after >= len(words) or not words[after].named:
            break
        end = after + 1
    return end


def _links(words: Sequence[Word], i: int, first: int, links: frozenset[str]) -> bool:
    lower = words[i].lower
    return lower in links or (lower == "the" and i > first)


def _whole(words: Sequence[Word], start: int, end: int) -> int:
    """Where a name begins: "The Victims' Trust" is more than "Trust", "Users of X" no name."""
    first = words[start]
    if start == 0 and first.tag in ("NN", "NNS") and end > 2 and words[1].lower in _LINKS:
        return start + 2
    of_name = first.organisation or first.lower in lexicon().part
    if end == start + 1 and of_name and start > 1 and words[start - 1].tag == "POS":
        while start > 1 and (words[start - 1].named or words[start - 1].tag == "POS"):
            start -= 1
    return start


def untitled(words: Sequence[Word], start: int, end: int) -> int:
    """Where a name begins behind the titles that are written like a part of it."""
    honorific = lexicon().honorific
    for i in range(end - 2, start - 1, -1):
        if words[i].lower.rstrip(".") in honorific:
            return i + 1
        if words[i].person and words[i + 1].lower not in _LINKS:
            after = i + 1
            while after < end - 1 and words[after].lower in lexicon().postposed:
                after += 1
            return after if is_person(words[after:end]) else start
    return start
