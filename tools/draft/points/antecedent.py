"""The name for which the subject of a sentence stands, where nobody else can be meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.draft.parse import Parsed, Sentence
from tools.draft.points.reference import subject_of
from tools.draft.points.words import words
from tools.model.months import MONTHS
from tools.model.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME_WORDS = 8
FARTHEST = 2  # sentences from a name to a pronoun that means it
NO_RIVALS = frozenset({"GPE", "LOC", "DATE", "TIME", "NORP", "PERSON"})


@dataclass(frozen=True, slots=True)
class Named:
    """The name that a pronoun at the start of the next sentence would mean, and where it stands."""

    name: str
    person: bool
    speaks: bool  # its verb reports what it says
    first: int  # the number of the sentence that has the name
    paragraph: int


def name_in(parsed: Parsed, sentence: Sentence, index: int) -> Named | None:
    """What a pronoun in the next sentence would mean: the subject, where that is a name."""
    root, subject = sentence.tokens.root, subject_of(sentence)
    if subject is None and root.tag_ in {"NNP", "NNS"}:
        subject = root  # "Lanternpost." opens a paragraph about it
    if subject is None or any(child.dep_ == "conj" for child in subject.children):
        return None
    if subject.tag_ == "NNS":  # "it" after "Lanternpost's figures" is the company
        owners = [token for token in subject.lefts if token.dep_ == "poss"]
        subject = owners[0] if owners and owners[0].tag_ == "NNP" else None
    if subject is None or subject.tag_ not in {"NN", "NNP"}:
        return None
    phrase = list(parsed.doc[subject.left_edge.i : subject.i + 1])
    while phrase[0].ent_type_ == "DATE" or phrase[0].text in MONTHS:
        phrase = phrase[1:]
        if not phrase:
            return None
    opening = [token.lower_ for token in phrase]
    if subject.tag_ == "NN" and (opening[0] != "the" or _rivalled(subject, sentence)):
        return None
    if subject.lower_ in words().sets["vague"] or len(phrase) > NAME_WORDS:
        return None
    person = subject.ent_type_ == "PERSON" or bool(words().sets["titles"] & set(opening))
    name = Span(phrase[0].idx, subject.idx + len(subject)).of(parsed.reading.text)
    speaks = subject.head.lower_ in words().sets["reporting"]
    return Named(name, person, speaks, index, sentence.paragraph)


def _rivalled(subject: Token, sentence: Sentence) -> bool:
    """Whether a name elsewhere in the sentence may be what a pronoun means, not this noun."""
    own = range(subject.left_edge.i, subject.right_edge.i + 1)
    return any(
        token.tag_.startswith("NNP") and token.ent_type_ not in NO_RIVALS and token.i not in own
        for token in sentence.tokens
    )


def meant_by(sentence: Sentence, index: int, named: Named | None) -> Named | None:
    """The name for which the subject of a sentence stands, where that is plain."""
    subject = subject_of(sentence)
    if subject is None or named is None or named.paragraph != sentence.paragraph:
        return None
    if index - named.first > FARTHEST or subject.lower_ not in {"it", "he", "she"}:
        return None
    if subject.lower_ == "it" and _of_event(sentence.tokens.root):
        return None
    first = sentence.tokens[0]
    reports = subject.head.lower_ in words().sets["reporting"] and subject.i > first.i
    if reports and (not named.speaks or first.lower_ in words().sets["pronouns"]):
        return None
    return named if (subject.lower_ == "it") != named.person else None


def _of_event(verb: Token) -> bool:
    """Whether "it" with this verb may well be what happened: "it is the second time"."""
    attributes = any(child.dep_ == "attr" for child in verb.children)
    return attributes or verb.lower_ in words().sets["of_events"]


def replaced(parsed: Parsed, sentence: Sentence, name: str) -> str:
    """The sentence with a name for the pronoun that is its subject."""
    subject, article = subject_of(sentence), parsed.reading.text
    if subject is None:
        return sentence.quote
    start, end = sentence.span.start, sentence.span.end
    after = subject.idx + len(subject)
    if subject.i > sentence.tokens.start and name.startswith("The "):
        name = f"the {name[4:]}"
    return " ".join(f"{article[start : subject.idx]}{name}{article[after:end]}".split())
