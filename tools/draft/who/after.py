"""Descriptions behind a name: "X, a lawyer at Y,", "X, who runs Y", "X is a charity"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tools.draft.sense.roles import lexicon, singular
from tools.draft.sense.tokens import Word
from tools.draft.who.before import Pair
from tools.draft.who.names import PLACES, is_organisation, is_person, names
from tools.draft.who.phrases import CLAUSES, FINITE, extent, is_mark, role_phrase
from tools.draft.who.together import together

ORIGIN = 4  # words from "from" to the name of an organisation: "from broker Quayside"
_AT = frozenset("in at near to from".split())
_OFPLACES = frozenset("located known listed".split())  # said of towns as well
_OPENING = frozenset((",", "(", "–", "—", "-", "--"))


def after(words: Sequence[Word]) -> Iterator[Pair]:
    """Every name with a description right behind it."""
    for start, end in names(words):
        name = words[start:end]
        if not name or words[start].lower in lexicon().honorific:
            continue
        i = _past_asides(words, end)
        if i + 1 >= len(words):
            continue
        found = None
        if start and words[start - 1].lower in _AT and words[end - 1].entity in PLACES:
            continue
        if words[i].text in _OPENING:
            found = (
                _relative(words, name, i + 1)
                or _apposition(words, name, i)
                or _origin(words, name, i + 1)
                or _made(words, name, i)
            )
            if found is None:
                yield from together(words, start, end, i)
        elif words[i].lower in ("is", "was"):
            found = _copula(words, name, i)
        elif words[i].lower in ("from", "of"):
            found = _origin(words, name, i)
        if found:
            yield start, end, *found


def _past_asides(words: Sequence[Word], i: int) -> int:
    """Past "(OCO)" and past the age in "X, 43,"."""
    if i + 2 < len(words) and words[i].text == "(" and words[i + 2].text == ")":
        i += 3
    if i + 2 < len(words) and words[i].text == "," and words[i + 1].text.isdigit():
        i += 2
    return i


def _fits(words: Sequence[Word], name: Sequence[Word], head: int) -> bool:
    """Whether the noun at `head` can describe that name."""
    role = words[head]
    if role.plural and "one" not in (word.lower for word in words[max(0, head - 5) : head]):
        return False
    if role.capital and role.entity == "PERSON":
        return False  # "Ann Farmer" is a name
    if role.person and is_person(name) and (len(name) > 1 or name[0].entity == "PERSON"):
        return True
    if not role.organisation or not is_organisation(name):
        return False
    if role.capital:
        return False  # an item of a list: "Ostvale, the Northern Union and Harbourline"
    # "France, a member of", but not "Harbourline, a bank", which the model may call a place
    return name[-1].entity not in PLACES or singular(role.lower) not in lexicon().country


def _apposition(words: Sequence[Word], name: Sequence[Word], i: int) -> tuple[int, int] | None:
    opening, start = words[i].text, i + 1
    head = role_phrase(words, start)
    if head is None or not _fits(words, name, head):
        return None
    end = extent(words, head)
    if opening == "(":
        closed = end < len(words) and words[end].text == ")"
    elif end < len(words) and not is_mark(words[end]) and words[end].lower not in CLAUSES:
        # "Apple, the company said" describes nothing; "X, head of Y said" lacks a comma only
        role = words[head]
        open_ended = words[start].tag != "DT" or (role.person and not role.organisation)
        closed = words[end].tag in FINITE and end > head + 1 and open_ended
    else:
        closed = True
    return (start, end) if closed else None


def _relative(words: Sequence[Word], name: Sequence[Word], i: int) -> tuple[int, int] | None:
    """ "who runs Y", "which was founded by Y"; not what somebody did or says."""
    pronoun = words[i].lower
    if pronoun not in ("who", "which") or i + 2 >= len(words):
        return None
    if pronoun == "who" and not (is_person(name) and len(name) > 1):
        return None
    if pronoun == "which" and not is_organisation(name):
        return None
    verb = i + 1
    while verb < len(words) - 1 and words[verb].tag == "RB":
        verb += 1
    if pronoun == "which" and not (_surely_organisation(name) or _does(words[verb], name)):
        return None
    return (i, _clause_end(words, verb)) if _says_who(words, verb) else None


def _surely_organisation(name: Sequence[Word]) -> bool:
    return name[-1].entity == "ORG" or any(word.organisation for word in name)


def _does(verb: Word, name: Sequence[Word]) -> bool:
    """Whether the verb is one of companies: "Wrenmail, which employs 40 people"."""
    return verb.lower in (*lexicon().doing, "is") and name[-1].entity not in (*PLACES, "NORP")


def _says_who(words: Sequence[Word], i: int) -> bool:
    """Whether the verb of a relative clause says what somebody is or does as a rule."""
    table = lexicon()
    verb, then = words[i], words[i + 1] if i + 1 < len(words) else words[i]
    if verb.lower in ("is", "was", "are", "were"):
        head = role_phrase(words, i + 1)
        return head is not None or then.lower in table.state
    if verb.lower == "has":
        lasting = then.lower in table.lasting or then.lower in ("been", "run", "worked")
        return lasting or (then.tag != "VBN" and then.lower not in ("to", "not", "yet"))
    if verb.tag == "VBZ":
        return verb.lower not in table.fleeting
    return verb.lower in table.lasting and then.tag not in ("IN", "RB", "CC")


def _clause_end(words: Sequence[Word], i: int) -> int:
    while i < len(words) and not is_mark(words[i]):
        i += 1
    return i


def _made(words: Sequence[Word], name: Sequence[Word], i: int) -> tuple[int, int] | None:
    """ ", owned by Y," behind an organisation: what was made of it, up to the next mark."""
    end = _clause_end(words, i + 1)
    verb = words[i + 1]
    if verb.lower not in lexicon().state - _OFPLACES or verb.tag != "VBN":
        return None
    closed = end < len(words) and words[end].text in (",", ")", "–", "—", "-", "--")
    sure = _surely_organisation(name) and is_organisation(name)
    return (i + 1, end) if closed and sure and end > i + 2 else None


def _copula(words: Sequence[Word], name: Sequence[Word], i: int) -> tuple[int, int] | None:
    if not name[-1].dep.startswith("nsubj") or i + 2 >= len(words):
        return None
    head = role_phrase(words, i + 1)
    opened = words[i + 1].tag in ("DT", "PRP$", "NNP") or words[i + 1].lower == "one"
    if head is None or not (opened or words[head].person) or not _fits(words, name, head):
        return None
    if head + 1 < len(words) and words[head + 1].tag == "TO":
        return None  # "the first carrier to refuse": what it did
    return i + 1, extent(words, head)


def _origin(words: Sequence[Word], name: Sequence[Word], i: int) -> tuple[int, int] | None:
    """ "X, from Y in Z, said": where a person comes from, an organisation and not a place."""
    if i + 1 >= len(words) or words[i].lower not in ("from", "of", "at", "with"):
        return None
    first = i + 1 + (words[i + 1].tag == "DT")
    if len(name) < 2 or not is_person(name) or first >= len(words):
        return None
    end = extent(words, i)
    inside = words[first:end]
    named = next((word for word in inside[:ORIGIN] if word.named), None)
    if named is None or named.entity in (*PLACES, "PERSON") or words[first].tag == "CD":
        return None
    return (i, end) if end < len(words) else None
