"""Where companies are mentioned, and which of them was spoken of last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tools.draft.sense.names import Name, Names
from tools.draft.sense.names.evidence import APPOSITION, is_company_noun
from tools.draft.sense.names.runs import Run, head_of, in_quotation
from tools.draft.sense.names.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from tools.draft.parse import Parsed

Companies = tuple[Name, ...]
# somebody who is no company; None is a thing, or somebody who is not known
OTHERS: Companies = ()
# what a mention is in its sentence; somebody who is quoted may speak of another company
QUOTED, ASIDE, OBJECT, SUBORDINATE, MAIN = range(5)
_OBJECT = ("dobj", "dative", "iobj")
REACH = 4  # sentences back in which "the company" is looked for
SUBJECT = ("nsubj", "nsubjpass", "csubj")


class Mentions:
    """The mentions of companies in an article, sentence by sentence."""

    def __init__(self, parsed: Parsed, names: Names) -> None:
        self.parsed = parsed
        self.names = names
        self.number = {
            token.i: number
            for number, sentence in enumerate(parsed.sentences)
            for token in sentence.tokens
        }
        self.by_sentence = [list(self._companies(i)) for i in range(len(parsed.sentences))]
        self.told_by = _told_by(parsed, names)

    def listed(self, i: int, name: Name) -> Iterator[Name]:
        """The companies of the list that a name stands in: "A, B and C"."""
        found, joined = [name], False
        for step in (-1, 1):
            at, one = i, name
            while beyond := self._beyond(at, one, step):
                at, one, by_word = beyond
                joined = joined or by_word
                found.insert(0 if step < 0 else len(found), one)
        yield from found if joined else [name]

    def _beyond(self, i: int, name: Name, step: int) -> tuple[int, Name, bool] | None:
        """The next company of a list: where, which, and whether "and" leads to it."""
        doc, at = self.parsed.doc, self.names.by_token
        while 0 <= i < len(doc) and at.get(i) is name:
            i += step
        start = i
        while (
            0 <= i < len(doc) and abs(i - start) < 2 and doc[i].lower_ in {",", "and", "or", "nor"}
        ):
            i += step
        other = at.get(i)
        if i == start or other is None or other is name or not other.is_company:
            return None
        end = i
        while end + 1 < len(doc) and at.get(end + 1) is other:
            end += 1
        if end + 1 < len(doc) and doc[end + 1].tag_ == "POS":
            return None
        word = any(
            doc[k].lower_ in {"and", "or", "nor"} for k in range(min(start, i), max(start, i) + 1)
        )
        return i, other, word

    def latest(self, token: Token) -> Companies:
        """The company spoken of last before a token: the main subject, any subject, any other.

        "The retailer" is one of those that the article calls so, where it calls any so.
        """
        told = self.told_by.get(token.lower_, ())
        if len(told) == 1:
            return told
        number = self.number.get(token.i, 0)
        by_chance = OTHERS
        for back in range(number, max(-1, number - REACH - 1), -1):
            mentions = [one for one in self.by_sentence[back] if one[0] < token.i]
            mentions = [one for one in mentions if one[1] in told] or mentions
            mentions = [one for one in mentions if one[1].kind == "company"] or mentions
            if not mentions:
                continue
            _, name, role = max(mentions, key=lambda one: (one[2], one[0]))
            if role >= OBJECT or (role == ASIDE and len(name.mentions) > 1):
                return (name,)
            by_chance = by_chance or (name,)
        return by_chance

    def group(self, token: Token) -> Companies:
        """The companies that were spoken of together last."""
        number = self.number.get(token.i, 0)
        for back in range(number, max(-1, number - REACH - 1), -1):
            found: list[Name] = []
            for i, name, _ in self.by_sentence[back]:
                if i < token.i and name not in found and name.kind == "company":
                    found.append(name)
            if len(found) > 1:
                return tuple(found)
            listed = tuple(
                dict.fromkeys(one[1] for one in self.by_sentence[back] if one[2] >= SUBORDINATE)
            )
            if number - 2 <= back < number and len(listed) > 1:
                return listed
        return OTHERS

    def since_group(self, token: Token) -> list[tuple[int, Name, int]]:
        """The mentions since companies were spoken of together, before a token."""
        number = self.number.get(token.i, 0)
        since: list[tuple[int, Name, int]] = []
        for back in range(number, max(-1, number - REACH - 1), -1):
            here = [one for one in self.by_sentence[back] if one[0] < token.i]
            if len({one[1] for one in here}) > 1:
                break
            since += here
        return since

    def _companies(self, number: int) -> Iterator[tuple[int, Name, int]]:
        """The mentions of companies in a sentence: token, name, and what it is in it."""
        for token in self.parsed.sentences[number].tokens:
            name = self.names.first_tokens.get(token.i)
            if name and name.is_company:
                run = next(run for run in name.mentions if run.first == token.i)
                yield token.i, name, _role(token, head_of(self.parsed.doc, run))


def _role(token: Token, head: Token) -> int:
    """What a mention is in its sentence."""
    if in_quotation(token):
        return QUOTED
    while head.dep_ in ("conj", "appos") and head.head.i < head.i:
        head = head.head
    if head.dep_ == "ROOT":  # "X offered", where the parser took the verb for a participle
        return MAIN
    if head.dep_ in SUBJECT:
        return MAIN if head.head.dep_ == "ROOT" else SUBORDINATE
    return OBJECT if head.dep_ in _OBJECT else ASIDE


def _told_by(parsed: Parsed, names: Names) -> Mapping[str, Companies]:
    """The companies that the article calls by a noun: "the retailer X", "X, a retailer"."""
    found: dict[str, dict[Name, None]] = {}
    for name in names.all:
        for run in name.mentions if name.is_company else ():
            for noun in _nouns_beside(parsed.doc, run):
                found.setdefault(noun, {})[name] = None
    return {noun: tuple(some) for noun, some in found.items() if noun not in words("generic")}


def _nouns_beside(doc: Doc, run: Run) -> Iterator[str]:
    """The nouns for a company right before a mention, and in an apposition behind it."""
    if run.first and is_company_noun(doc[run.first - 1]):
        yield doc[run.first - 1].lower_
    after = doc[run.last + 1 : run.last + 1 + APPOSITION]
    if len(after) > 1 and after[0].text == "," and after[1].lower_ in {"a", "an", "the"}:
        for token in after[2:]:
            if is_company_noun(token) and token.i + 1 < len(doc) and token.nbor().text in ",.":
                yield token.lower_
            if token.tag_[:1] not in "NJ":
                return
