"""Whether a date says when something happened or is due, or does something else in its sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.draft.dates.words import MONTHS
from tools.draft.sense.tense import PRESENT, opens_agenda
from tools.draft.sense.words import words as clause_words
from tools.draft.timeline.dated import Dated
from tools.draft.timeline.lexicon import words
from tools.model.dates import Date

if TYPE_CHECKING:
    from spacy.tokens import Token

# How far up a sentence's tree to look for what governs a date.
HEIGHT = 12
TELLING = 7  # words and marks with which a line tells something even without a verb
LONGEST = 40  # years
FIGURE = 6  # words between "from" and "a year earlier": "from nine crowns a head"
_YEAR = re.compile(r"\d{4}|\d{3}X")


def reports(one: Dated, published: Date | None) -> bool:
    """Whether something is told to have happened, or to be due, at a date."""
    root = one.words.root
    return not (
        _fragment(one)
        or _spans_age(one.date)
        or _heads(one, published)
        or _names(one, root)
        or _compares(one, root)
        or _unreal(one, root)
        or _nowadays(one, root)
        or _habit(root)
        or _aim(one, root, published)
    )


def _fragment(one: Dated) -> bool:
    """Whether a date stands in a question, or in a few words without a verb: "Ostvale, 2031"."""
    tokens = one.sentence.tokens
    if tokens[-1].text == "?" or (len(tokens) > 1 and tokens[-2].text == "?"):
        return True
    return len(tokens) < TELLING and not any(token.tag_[:2] == "VB" for token in tokens)


def _spans_age(date: Date) -> bool:
    """Whether a period is too long for an event, as "the 20th century" is."""
    if date.certainty != "period":
        return False
    return date.latest.year - date.earliest.year > LONGEST


def _heads(one: Dated, published: Date | None) -> bool:
    """Whether a date is that of a dateline: "14 May 2031 – Wrenmail has"."""
    first, doc = one.sentence.tokens.start, one.words.doc
    if one.date != published or one.words.start != first or one.words.end >= len(doc):
        return False
    return doc[one.words.end].text in {"-", "–", "—", "("}


def _names(one: Dated, root: Token) -> bool:
    """Whether a date is part of a name: "the 2030 target", "the Harbour Act 1949"."""
    first = one.words.start > one.sentence.tokens.start
    before = root.doc[one.words.start - 1] if first else None
    alone = len(one.words) == 1 and one.words.text.lower() in MONTHS
    if alone and before is not None and before.tag_ in {"DT", "PRP$", "POS"}:
        return root.dep_ == "compound" and not _retold(root.head)  # "the January floods"
    if not _YEAR.match(one.date.text) or not one.words.text[-1].isdigit():
        return False
    if root.dep_ in {"compound", "nummod", "amod", "nmod"} and root.head.i >= one.words.end:
        # "took effect 9 August pending approval" has a noun or a verb where a name has "the"
        stands = before is not None and before.tag_[:2] in {"NN", "VB"}
        return not (stands or _retold(root.head))
    alone = len(one.words) == 1 and len(one.date.text) == 4
    if alone and before is not None and before.lower_ == "of":
        named = root.doc[before.i - 1]  # "the Harbour Act of 1949"
        return named.tag_ in {"NNP", "NNPS"} and named.lower_ in words("names")
    if alone and before is not None and before.tag_ in {"NNP", "NNPS"}:
        return before.lower_ not in words("openings")
    return False


def _retold(noun: Token) -> bool:
    """Whether more is told of what a date names: "the 2031 floods, which closed the port"."""
    if noun.lower_ in words("names"):
        return False
    clauses = (child for child in noun.children if child.dep_ == "relcl")
    subject = any(
        one.dep_ == "nsubj" and one.tag_ in {"WDT", "WP"}
        for verb in clauses
        for one in verb.children
    )
    return subject or any(child.lower_ == "of" for child in noun.children)


def _compares(one: Dated, root: Token) -> bool:
    """Whether something is only held against what was at a date: "than in 2019"."""
    start, token = one.words.start, root
    before = [token.lower_ for token in root.doc[max(0, start - FIGURE) : start]]
    if not words("comparing").isdisjoint(before[-2:]):
        return True
    if "compared" in before[-4:] and not words("roughly").isdisjoint(before[-2:]):
        return True  # "compared to nearly a year ago"
    if before[-1:] == ["before"] and re.fullmatch(r"\d{4}", one.date.text):
        return True  # "before 2019" is no year of any
    if one.words.text.lower().endswith(("year earlier", "year before", "year ago")):
        clause = " ".join(before).rpartition(",")[2].split()
        return not words("held_against").isdisjoint(clause)
    for _ in range(HEIGHT):
        if token.dep_ not in {"pobj", "prep", "npadvmod", "appos"}:
            return False
        token = token.head
        if token.lower_ == "compared":
            return True
    return False


def _unreal(one: Dated, root: Token) -> bool:
    """Whether a date lies in what may be, or in a condition or under one."""
    if root.dep_ == "poss":
        return False
    token = root
    for _ in range(HEIGHT):
        if token.tag_[:2] in {"VB", "MD"}:
            if any(
                _is_unreal(child, token) and not _beyond(one, child) for child in token.children
            ):
                return True
            if token.dep_ in {"ccomp", "relcl", "acl", "advcl"}:
                return False  # what is said of it is said for certain
        if token.head.i == token.i:
            return False
        token = token.head
    return False


def _beyond(one: Dated, child: Token) -> bool:
    """Whether "that" parts a date from what may be: "said on Monday that it could rise"."""
    between = one.words.doc[one.words.end : max(child.i, one.words.end)]
    return any(token.lower_ == "that" for token in between)


def _is_unreal(child: Token, verb: Token) -> bool:
    if child.dep_ == "aux" and child.lower_ in words("unreal"):
        done = child.lower_ != "could" and _perfect(verb)
        return not (done or any(one.dep_ == "neg" for one in verb.children))
    if child.dep_ == "aux" and child.lower_ == "should":
        return bool(child.is_sent_start)  # "should the vote fail"
    if child.dep_ == "mark":
        return child.lower_ in words("conditions")
    return child.dep_ == "advcl" and any(
        one.dep_ == "mark" and one.lower_ in {"if", "unless"} for one in child.children
    )


def _perfect(verb: Token) -> bool:
    """Whether something may have happened, at a time that is certain: "may have met in 2019"."""
    return any(child.lower_ == "have" for child in verb.children)


def _nowadays(one: Dated, root: Token) -> bool:
    """Whether "today" means these days: "today the firm has nine offices"."""
    if one.words.text.lower() != "today" or opens_agenda(one.words[-1]):
        return False
    verb = root.head
    return verb.tag_ in PRESENT and verb.lower_ not in clause_words("speech")


def _habit(root: Token) -> bool:
    """Whether something is told to be so time and again: "it usually opens in May"."""
    token = root
    for _ in range(HEIGHT):
        if token.tag_ in PRESENT or token.tag_ == "VB":
            children = [child.lower_ for child in token.children if child.dep_ == "advmod"]
            return not words("habit").isdisjoint(children)
        if token.tag_[:2] == "VB" or token.head.i == token.i:
            return False
        token = token.head
    return False


def _aim(one: Dated, root: Token, published: Date | None) -> bool:
    """Whether a year is one by which something is hoped for: "net zero by 2050"."""
    by = one.words[0].lower_ == "by"
    if not (by or root.head.lower_ == "in") or not re.fullmatch(r"\d{4}", one.date.text):
        return False
    if published is None or not published.year_known or one.date.earliest <= published.latest:
        return False
    near = {token.lower_ for token in one.sentence.tokens}
    return not near & words("duties") and (by or bool(near & words("aims")))
