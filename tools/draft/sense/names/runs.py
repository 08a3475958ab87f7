"""Runs of capitalised words, each of which may be a name; where one begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.draft.sense.names.wire import aside, shouted
from tools.draft.sense.names.words import company_nouns, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from tools.draft.parse import Parsed

# what spaCy marks with these is no name of anybody
_NOBODY = {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"}
# at the head of a sentence a capital says nothing of words that are tagged otherwise
_PROPER = {"NNP", "NNPS"}
_NAMED = {"ORG", "PERSON", "PRODUCT", "GPE", "FAC"}
_FUNCTION = set("DT PDT PRP PRP$ WDT WP WP$ WRB MD TO EX CC IN".split())
_OPENING = {'"', "'", "(", ":", "-", "–", "—", ".", "!", "?"}
_CURRENCIES = "$£€¥₹"
LONGEST = 10  # words in a run
_WHERE = {"based", "wide", "born", "headquartered", "area"}
_ABBREVIATIONS = re.compile(r"[A-Z]{2,}s")  # PCs, NGOs


@dataclass(frozen=True, slots=True)
class Run:
    """The tokens `first` to `last`, the last one included; `titled` where a title precedes."""

    first: int
    last: int
    titled: bool = False


def runs(parsed: Parsed, known: frozenset[str]) -> list[Run]:
    """Every run of an article, in order; `known` are words that begin a sentence as names."""
    doc = parsed.doc
    loud = shouted(parsed)
    middle = known | {
        token.text
        for token in doc
        if token.i not in loud
        and token.text[:1].isupper()
        and not token.is_sent_start
        and token.tag_ in _PROPER
    }
    middle |= {doc[i].text for i in loud if doc[i].text.title() in middle or _does(doc[i])}
    out = aside(parsed) | {i for i in loud if doc[i].text not in middle}
    capitals = {token.text for token in doc if token.is_upper and len(token) > 2}
    found: list[Run] = []
    i = 0
    while i < len(doc):
        if i in out or not _begins(doc[i], middle):
            i += 1
            continue
        last = i
        while last - i < LONGEST and (
            after := _goes_on(doc, i, last) or _goes_on_in(doc, last, capitals)
        ):
            if not out.isdisjoint(range(last, after + 1)):
                break
            last = after
        if not _is_whereabouts(doc, last) and not (i == last and _is_trade(doc[i])):
            found.extend(_parts(doc, i, last))
        i = last + 1
    return _apart(doc, found)


def head_of(doc: Doc, run: Run) -> Token:
    """The word of a name on which the others hang: "Bank" of "Bank of Karsland"."""
    tokens = doc[run.first : run.last + 1]
    outside = (
        one for one in tokens if one.dep_ == "ROOT" or not run.first <= one.head.i <= run.last
    )
    return next(outside, tokens[-1])


def in_quotation(token: Token) -> bool:
    """Whether a token stands between quotation marks of its sentence."""
    before = token.doc[token.sent.start : token.i]
    return len([one for one in before if one.text == '"']) % 2 == 1


def _does(token: Token) -> bool:
    """Whether a word among capitals is one that says or does something, and is called a firm."""
    return bool(token.ent_type_ == "ORG" and token.tag_ == "NNP" and token.dep_ == "nsubj")


def _is_whereabouts(doc: Doc, last: int) -> bool:
    """Whether a name only says where somebody is: "the Ostvale-based group"."""
    after = doc[last + 1 : last + 3]
    return len(after) == 2 and after[0].text == "-" and after[1].lower_ in _WHERE


def _is_trade(token: Token) -> bool:
    """Whether a word at the head of a sentence says what a company does: "Telecoms group X"."""
    after = token.doc[token.i + 1 : token.i + 3]
    opens = token.is_sent_start or (token.i > 0 and token.nbor(-1).text in _OPENING)
    if not opens or len(after) < 2 or not _capital(after[1].text):
        return False
    of_company = after[0].lower_ in company_nouns() and after[0].lower_ not in words("relation")
    return of_company and sum(one.text == token.text for one in token.doc) == 1


def _apart(doc: Doc, found: list[Run]) -> list[Run]:
    """ "Wrenmail and Harbourline" is two names where the article has one alone, or says so."""
    alone = {doc[run.first : run.last + 1].text for run in found}
    made: list[Run] = []
    for run in found:
        inner = [token.lower_ for token in doc[run.first : run.last + 1]]
        joint = run.first + inner.index("and") if "and" in inner[1:] else None
        if joint is not None and "of" not in inner:
            sides = Run(run.first, joint - 1), Run(joint + 1, run.last)
            named = any(doc[side.first : side.last + 1].text in alone for side in sides)
            if named or _are_several(doc, run):
                made += sides
                continue
        made.append(run)
    return made


def _are_several(doc: Doc, run: Run) -> bool:
    """Whether what follows is said of more than one: "X and Y were", "X and Y, its rivals,"."""
    after = doc[run.last + 1 : run.last + 4]
    if not len(after):
        return False
    if after[0].lower_ in {"were", "are", "have", "both"}:
        return True
    return (
        len(after) == 3
        and after[0].text == ","
        and (
            after[1].lower_ in {"both", "two"}
            or (after[1].tag_ in {"PRP$", "DT"} and after[2].tag_ == "NNS")
        )
    )


def _capital(text: str) -> bool:
    return text[:1].isupper() or (text[:1].islower() and text.isalpha() and text[1:2].isupper())


def _begins(token: Token, middle: set[str] | frozenset[str]) -> bool:
    if (
        not _capital(token.text)
        or token.ent_type_ in _NOBODY
        or (len(token.text) == 1 and not _is_letter_of_name(token))
        or token.text.endswith("-based")
        or any(char in _CURRENCIES for char in token.text)  # "HK$100,000"
        or token.lower_ in words("legal")
        or _ABBREVIATIONS.fullmatch(token.text)
    ):
        return False
    function = token.tag_ in _FUNCTION and token.ent_type_ != "PERSON"
    if function or token.lower_ in words("weekday") or _month_of_a_day(token):
        return False
    if token.is_sent_start or (token.i and token.nbor(-1).text in _OPENING):
        if _common(token.lower_) and not _of_name(token):
            return False
        proper = token.tag_ in _PROPER or (token.ent_type_ in _NAMED and token.tag_ != "NNS")
        return proper or token.text in middle
    weighty = token.text.isupper() and not token.ent_type_ and token.tag_[:2] in ("VB", "RB")
    return not weighty  # "will NOT pay"


def _is_letter_of_name(token: Token) -> bool:
    """Whether a letter begins a name: "T-Mobile"."""
    after = token.doc[token.i + 1 : token.i + 3]
    tight = len(after) == 2 and after[0].text == "-" and after[1].text[:1].isupper()
    return tight and not token.whitespace_ and not after[0].whitespace_


def _month_of_a_day(token: Token) -> bool:
    """Whether a day stands beside a word that may be a month: "15 May", "March 3"."""
    if token.lower_ not in words("month"):
        return False
    return any(other.text.isdigit() for other in (token.doc[max(token.i - 1, 0)], *_next(token)))


def _next(token: Token) -> list[Token]:
    return [token.nbor()] if token.i + 1 < len(token.doc) else []


def _common(word: str) -> bool:
    """Whether a word at the head of a sentence is only a noun: "Firms", "Questions"."""
    one = word.removesuffix("s")
    lists = ("company", "people", "voice", "contact", "officer", "adjective")
    return any({word, one} & words(name) for name in lists)


def _of_name(token: Token) -> bool:
    """Whether a noun at the head of a sentence heads a name: "Bank of Karsland"."""
    after = token.doc[token.i + 1 : token.i + 3]
    return (
        _heads(token.lower_)
        and len(after) == 2
        and after[0].lower_ == "of"
        and (_capital(after[1].text))
    )


def _goes_on(doc: Doc, first: int, last: int) -> int | None:
    """The token that carries a run on, or None where it ends."""
    if last + 1 >= len(doc) or doc[last + 1].is_sent_start:
        return None
    after = doc[last + 1]
    if after.lower_ in words("legal"):
        return last + 1
    if after.ent_type_ in _NOBODY or (last > first and doc[last].lower_ in words("legal")):
        return None
    if _capital(after.text):
        return last + 1
    if last + 2 >= len(doc):
        return None
    if after.text == "," and doc[last + 2].lower_ in words("legal"):  # "Wrenmail, Inc."
        return last + 2
    if after.tag_ == "POS" and doc[last + 2].text.istitle():
        body = doc[last + 2].lower_ in words("body_name") | words("body_of")
        same = after.ent_iob_ == doc[last + 2].ent_iob_ == "I" and after.ent_type_ == "ORG"
        return last + 2 if body or (same and last == first) else None
    # "Hartnell's, the department store,", "Hartnell's said"
    if after.tag_ == "POS" and (doc[last + 2].text == "," or doc[last + 2].tag_ in ("VBD", "MD")):
        return last + 1
    beyond = doc[last + 2]
    if after.text == "-":
        tight = not doc[last].whitespace_ and not after.whitespace_
        return last + 2 if tight and (_capital(beyond.text) or beyond.is_digit) else None
    if after.text == "&" and _capital(beyond.text):
        return last + 2
    if after.lower_ == "and" and _capital(beyond.text):
        # "A, B and C and D" has "C and D" as its last
        if first > 0 and doc[first - 1].lower_ == "and":
            return last + 2
        if beyond.lower_ in words("members") and any(one.lower_ == "of" for one in doc[first:last]):
            return last + 2  # "Society of Motor Manufacturers and Traders"
        one = doc[last].ent_type_ == after.ent_type_ == beyond.ent_type_ == "ORG"
        return last + 2 if one and beyond.ent_iob_ == after.ent_iob_ == "I" else None
    if after.lower_ in {"of", "for"} and any(
        _heads(token.lower_) for token in doc[first : last + 1]
    ):
        over = last + 3 if beyond.lower_ == "the" and last + 3 < len(doc) else last + 2
        return over if _capital(doc[over].text) and not doc[over].is_sent_start else None
    return None


def _goes_on_in(doc: Doc, last: int, capitals: set[str]) -> int | None:
    """Whether a small word is part of a name, by its entity or by the initials in use.

    "Quarry in Motion", where the article has QIM as well, or "Banc of Ostvale".
    """
    three = doc[last : last + 3]
    if len(three) < 3 or three[1].lower_ not in {"in", "of", "on"} or three[1].text.isupper():
        return None
    if not _capital(three[2].text) or three[2].is_sent_start:
        return None
    initials = "".join(token.text[0].upper() for token in three)
    entity = three[0].ent_type_ == "ORG" and all(token.ent_iob_ == "I" for token in three[1:])
    return last + 2 if entity or initials in capitals else None


def _heads(word: str) -> bool:
    """Whether "of" and "for" go on in a name: Ministry of, Bank of, Association of."""
    return (
        word in words("public")
        or word in words("body_name")
        or word in {"bank", "campaign", "secretary"}
    )


def _parts(doc: Doc, first: int, last: int) -> Iterator[Run]:
    """A run without the titles in it; "Acme Chief Executive Jane Roe" is two."""
    of_company = doc[last].lower_ in words("company_name") | words("suffix")
    for i in range(last, first - 1, -1):
        office = doc[i].lower_ in words("office")
        if not office and (i == last or doc[i].lower_ not in words("title")):
            continue
        head = i
        while head > first and doc[head - 1].lower_ in words("office") | words("office_of"):
            head -= 1
        if of_company and (head == first or not office):
            break
        if i == first and doc[i].lower_ == "general":
            break
        if i < last and doc[i + 1].lower_ in {"of", "for"}:
            return  # "the Secretary for Justice" is an office, and nobody's name
        if head > first and doc[head - 1].text == "-":
            break  # "Congressional-Executive Commission"
        if office and head > first:
            yield Run(first, head - 1)
        if i < last:
            yield Run(i + 1, last, titled=not of_company or office)
        return
    before = doc[first - 1] if first else None
    titled = before is not None and _capital(before.text) and before.lower_ in words("title")
    yield Run(first, last, titled=titled and not of_company)
