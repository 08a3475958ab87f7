"""Where companies are mentioned, and which of them was spoken of last."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tools.draft.sense.names import Name, Names

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tools.draft.sense.parse import Parsed

Companies = tuple[Name, ...]
# somebody who is no company; None is a thing, or somebody who is not known
OTHERS: Companies = ()
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
        while 0 <= i < len(doc) and abs(i - start) < 2 and doc[i].lower_ in {",", "and", "or"}:
            i += step
        other = at.get(i)
        if i == start or other is None or other is name or not other.is_company:
            return None
        end = i
        while end + 1 < len(doc) and at.get(end + 1) is other:
            end += 1
        if end + 1 < len(doc) and doc[end + 1].tag_ == "POS":
            return None
        word = any(doc[k].lower_ in {"and", "or"} for k in range(min(start, i), max(start, i) + 1))
        return i, other, word

    def latest(self, token: Token) -> Companies:
        """The company spoken of last before a token, a subject sooner than others."""
        number = self.number.get(token.i, 0)
        for back in range(number, max(-1, number - REACH - 1), -1):
            mentions = [one for one in self.by_sentence[back] if one[0] < token.i]
            mentions = [one for one in mentions if one[1].kind == "company"] or mentions
            if mentions:
                subjects = [one for one in mentions if one[2]]
                return ((subjects or mentions)[-1][1],)
        return OTHERS

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
            listed = tuple(dict.fromkeys(one[1] for one in self.by_sentence[back] if one[2]))
            if back == number - 1 and len(listed) > 1:
                return listed
        return OTHERS

    def _companies(self, number: int) -> Iterator[tuple[int, Name, bool]]:
        """The mentions of companies in a sentence: token, name, whether it is a subject."""
        for token in self.parsed.sentences[number].tokens:
            name = self.names.first_tokens.get(token.i)
            if name and name.is_company:
                last = next(run.last for run in name.mentions if run.first == token.i)
                head = self.parsed.doc[last]
                while head.dep_ == "conj" and head.head.i < head.i:
                    head = head.head
                yield token.i, name, head.dep_ in SUBJECT
