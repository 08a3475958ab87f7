"""The words of a sentence as a reader sees them: "co-founder" and "al-Assad" are one each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from tools.draft.parse import Parsed
from tools.draft.sense.roles import lexicon, singular
from tools.model.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SITE = re.compile(r"[A-Za-z0-9-]+\.(?:com|org|net|info|[a-z]{2})")  # "oe99.at"
LONGEST = 250  # tokens; what is longer is no sentence
_JOINS = frozenset("-–&/")
# Their capital letter says only that a sentence begins.
_CLOSED = frozenset("DT PRP PRP$ IN CC WP WDT WRB WP$ MD TO EX RB UH PDT VBD VBZ VBP".split())
_ENTITIES = frozenset("PERSON ORG GPE NORP PRODUCT FAC WORK_OF_ART".split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence; tag, relation and kind of entity are those of its last token."""

    text: str
    lower: str
    tag: str
    dep: str
    entity: str
    token: Token
    start: int
    end: int
    person: bool  # it says who a person is
    organisation: bool  # it says what an organisation is
    plural: bool
    named: bool  # it is written as part of a name

    @property
    def role(self) -> bool:
        return self.person or self.organisation

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def words_of(parsed: Parsed) -> tuple[list[Word], ...]:
    """The words and the marks of each sentence, in order; of a table without full stops, the first.

    Who is who and the short forms both read them; they are made once and handed to both.
    """
    return tuple(_words(sentence.tokens) for sentence in parsed.sentences)


def passage(text: str, words: Sequence[Word]) -> str:
    """The article's own words from the first to the last of these, its white space folded."""
    return Span(words[0].start, words[-1].end).of(text)


def _words(tokens: Iterable[Token]) -> list[Word]:
    groups: list[list[Token]] = []
    glued = False
    for token in islice(tokens, LONGEST):
        if token.is_space:
            glued = False
            continue
        if glued and groups and _joins(groups[-1][-1], token):
            groups[-1].append(token)
        else:
            groups.append([token])
        glued = not token.whitespace_
    return [_word(group, first=index == 0) for index, group in enumerate(groups)]


def _joins(before: Token, token: Token) -> bool:
    if before.text in _JOINS:
        return bool(token.text[:1].isalnum())
    return token.text in _JOINS and before.text[-1:].isalnum()


def _word(group: list[Token], *, first: bool) -> Word:
    last = group[-1]
    text = "".join(token.text for token in group)
    lower = text.lower()
    noun = singular(lower.rstrip("."))
    table = lexicon()
    # "co-founder" is a founder, and "president-elect" a president
    piece = (group[0] if last.lower_ in table.postposed else last).lower_.rstrip(".")
    tail = singular(piece)
    noun_like = not last.tag_.startswith("VB")
    return Word(
        text=text,
        lower=lower,
        tag=last.tag_,
        dep=last.dep_,
        entity=last.ent_type_,
        token=last,
        start=group[0].idx,
        end=last.idx + len(last.text),
        person=noun_like and (table.is_person(noun) or table.is_person(tail)),
        organisation=noun_like and (table.is_organisation(noun) or table.is_organisation(tail)),
        plural=tail != piece,
        named=_is_named(text, lower, last, first=first)
        and not (len(group) > 1 and last.text.islower()),
    )


def _is_named(text: str, lower: str, last: Token, *, first: bool) -> bool:
    table = lexicon()
    if _SITE.fullmatch(text):
        return True
    if lower in table.never or last.ent_type_ in ("DATE", "TIME"):
        return False
    if not text[:1].isalpha() or text.islower():
        return text[:1].isdigit() and any(char.isupper() for char in text)  # "3Com"
    if first or last.tag_ in _CLOSED:
        return last.tag_ in ("NNP", "NNPS") or last.ent_type_ in _ENTITIES
    return True
