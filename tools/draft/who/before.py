"""Descriptions before a name: "security firm X", "Foreign Minister X", "the head of Y, X,"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tools.draft.sense.roles import lexicon, singular
from tools.draft.sense.tokens import Word
from tools.draft.who.names import organisation_at, person_at, untitled
from tools.draft.who.phrases import FINITE, extent, is_mark, start_before

# first word and end of the name, first word and end of its description
Pair = tuple[int, int, int, int]
_BE = frozenset("is are was were".split())
_PARTS = frozenset((",", "–", "—", "-", "--"))  # between what is said of somebody and the name
_MORE = frozenset("NN NNS POS".split())
FAR = 9  # words from "minister" to the name in "minister of ports and fisheries X"


def before(words: Sequence[Word]) -> Iterator[Pair]:
    """Every name with a description right before it."""
    for head, word in enumerate(words):
        if word.role:
            yield from _titled(words, head)
        if word.organisation and not word.capital and not word.plural:
            yield from _around(words, head)


def _titled(words: Sequence[Word], head: int) -> Iterator[Pair]:
    word = words[head]
    if word.tag == "JJ" and not word.organisation and not word.capital:
        return  # "the nationalist Harbour Union": nobody is a nationalist
    if head and words[head - 1].lower.rstrip(".") in lexicon().honorific:
        return  # "Mr Justice Smith"
    i = head + 1
    if i + 1 < len(words) and words[i].person and words[i].named and words[i + 1].named:
        return  # "Magistrate Judge Smith": the second noun has both
    while i < len(words) and words[i].lower in lexicon().postposed and i + 1 < len(words):
        i += 1
    start = start_before(words, head)
    if i < len(words) and words[i].lower in ("of", "for", "to", "at", "in", "on"):
        yield from _over_phrase(words, start, head, i)
        return
    if i < len(words) and words[i].text in _PARTS:
        yield from _over_comma(words, start, head, i)
        return
    if i < len(words) and words[i].lower in _BE:
        if any(word.tag in ("DT", "PRP$", "POS") for word in words[max(0, start - 2) : head]):
            yield from _closed(words, start, head, i, i + 1)
        return
    found = list(_names(words, head, i))
    # "campaigners Open Logs" are one organisation, but "Senators Smith" nobody
    if len(found) > 1 or not (word.plural and word.capital and head):
        for first, end in found:
            if not (_two_clauses(words, start, end) or _is_place(words, head, end)):
                yield first, end, start, i


def _two_clauses(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a name begins a clause of its own: "told the judge Harbourline would appeal"."""
    verb = start - 1
    while verb > 0 and words[verb].tag in ("DT", "PRP$"):
        verb -= 1
    telling = verb >= 0 and words[verb].lower in lexicon().telling
    return telling and end < len(words) and words[end].tag in FINITE


def _is_place(words: Sequence[Word], head: int, end: int) -> bool:
    """Whether a name is that of a country: "the only major US carrier", "exporter Brazil"."""
    if words[end - 1].entity not in ("GPE", "NORP", "LOC") or not words[head].organisation:
        return False
    modifies = end < len(words) and words[end].tag in ("NN", "NNS", "JJ")
    return modifies or singular(words[head].lower) in lexicon().country


def _around(words: Sequence[Word], head: int) -> Iterator[Pair]:
    """The name in "the Harbourline news agency", between an article and what is described."""
    first = head
    while first > 0 and words[first - 1].tag in ("NN", "JJ") and not words[first - 1].named:
        first -= 1
    start = first
    while start > 0 and words[start - 1].named:
        start -= 1
    if start == first or first == head or start == 0 or words[start - 1].lower != "the":
        return
    followed = head + 1 < len(words) and (words[head + 1].named or words[head + 1].tag in _MORE)
    if not followed and words[first - 1].entity not in ("GPE", "NORP", "LOC"):
        yield start, first, first, head + 1


def _over_phrase(words: Sequence[Word], start: int, head: int, i: int) -> Iterator[Pair]:
    """A name behind "of ..." or "at ...": "Secretary of State X", "the head of Y, X"."""
    for after in range(i + 2, min(i + FAR, len(words))):
        word = words[after]
        if word.text == ",":
            break
        if word.role and word.person and after + 1 < len(words) and words[after + 1].role:
            continue  # "chief strategist" is one office
        if word.role and word.person:
            if words[head].person and after + 1 < len(words) and _joined(words, head, after):
                yield from _closed(words, start, head, after + 1, after + 2)
            return
        if not words[head].person or not _begins_person(words, after):
            continue
        if words[after - 1].tag in ("DT", "IN", "POS", "TO") or is_mark(words[after - 1]):
            continue
        yield after, person_at(words, after), start, after
        return
    end = extent(words, head)
    if end < len(words) and words[end].text in _PARTS:
        yield from _over_comma(words, start, head, end)


def _joined(words: Sequence[Word], head: int, after: int) -> bool:
    """Whether two offices are one person's: "director for rates and chief strategist, X"."""
    if words[after + 1].text != ",":
        return False
    between = range(head + 1, after)
    joint = next((i for i in reversed(between) if words[i].tag == "CC"), None)
    if joint is None:
        return False
    return all(words[i].tag in ("JJ", "NN", "NNP") for i in range(joint + 1, after))


def _begins_person(words: Sequence[Word], i: int) -> bool:
    """Whether the full name of a person begins at `i`, and no name went on before."""
    end = person_at(words, i)
    if end < i + 2:
        return False
    if words[i - 1].lower in lexicon().portfolio:
        return True
    if words[i - 1].named:
        return words[i].entity == "PERSON" and words[i].token.ent_iob_ == "B"
    return words[i].entity in ("PERSON", "")


def _over_comma(words: Sequence[Word], start: int, head: int, comma: int) -> Iterator[Pair]:
    """The name in "the port's oldest ferry line, X, is for sale"; not the next item of a list."""
    fronted = words[head].dep == "pobj" and words[comma].text == ","
    if not (start and words[start - 1].lower in ("and", "or")):
        # "Questioned by a prosecutor, Mr Orley said": nothing closes what would be an aside
        found = _closed(words, start, head, comma, comma + 1)
        yield from (one for one in found if not (fronted and _goes_on(words, one[1])))


def _goes_on(words: Sequence[Word], end: int) -> bool:
    return end < len(words) and words[end].tag in FINITE


def _closed(words: Sequence[Word], start: int, head: int, stop: int, first: int) -> Iterator[Pair]:
    """Names that a mark or a verb ends, and a word between them and their description begins."""
    found = list(_names(words, head, first))
    of = start - (start > 0 and words[start - 1].tag in ("DT", "PRP$"))
    one = of > 1 and words[of - 1].lower == "of" and words[of - 2].lower == "one"
    start = of - 2 if one else start
    if not found or (words[head].plural and len(found) < 2 and not one):
        return
    last = found[-1][1]
    ends = (*FINITE, "CC") if words[head].plural else FINITE
    if last < len(words) and not is_mark(words[last]) and words[last].tag not in ends:
        return
    for name, end in found:
        full = end > name + 1 or _is_sure(words[head], words[name])
        if full and words[name].entity not in ("GPE", "LOC"):
            yield name, end, start, stop


def _is_sure(role: Word, name: Word) -> bool:
    """Whether a name of one word between marks is one: "the regulator, Ofwrit, said"."""
    if role.organisation:
        return name.dep in ("appos", "attr")
    return name.entity == "PERSON"


def _names(words: Sequence[Word], head: int, i: int) -> Iterator[tuple[int, int]]:
    """The name at `i` that the noun at `head` describes; all of them where it is a plural."""
    role = words[head]
    if role.capital and head > 0 and not role.person:
        return  # "Bank" and "Group" with a capital letter belong to a name
    while i < len(words):
        if words[i].lower == "the" and not role.person:
            i += 1
        while i < len(words) and words[i].lower.rstrip(".") in lexicon().honorific:
            i += 1
        end = _name(words, role, i)
        if end == i:
            return
        yield untitled(words, i, end), end
        if not role.plural:
            return
        i = end
        while i < len(words) and (words[i].text == "," or words[i].lower == "and"):
            i += 1
        if i == end:
            return


def _name(words: Sequence[Word], role: Word, i: int) -> int:
    if i >= len(words):
        return i
    end = person_at(words, i) if role.person else i
    if end == i + 1 and role.capital and words[i].entity != "PERSON":
        return i  # "Ostvale Developer Network" and the like
    if end == i and (role.organisation or role.plural) and not (role.capital and role.person):
        end = organisation_at(words, i)
    return end
