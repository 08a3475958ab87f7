"""Whether a reader needs the sentence before to know whom one speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tools.draft.parse import Sentence
from tools.draft.points.words import stem, words

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "pobj", "dative"})
SPEAKERS = frozenset({"it", "he", "she", "they"})
NEAR = 10  # tokens from the end of speech to whoever speaks
BACK = frozenset({"it", "them", "him", "her", "this", "that", "these", "those"})
POINTING = frozenset({"this", "that", "these", "those", "such"})
ACTIVE = frozenset({"has", "will", "would"})


def subject_of(sentence: Sentence) -> Token | None:
    """The subject of a sentence's main verb; who speaks, where speech comes first."""
    tokens = sentence.tokens
    if tokens[0].text == '"':
        end = next((token.i for token in tokens[1:] if token.text == '"'), tokens.end)
        after = tokens.doc[end : min(end + NEAR, tokens.end)]
        return next((token for token in after if token.dep_ in SUBJECTS), None)
    return next((token for token in tokens.root.children if token.dep_ in SUBJECTS), None)


def leans(sentence: Sentence) -> bool:
    """Whether its subject, its object or its first word points to a sentence before."""
    sets, speech = words().sets, sentence.tokens[0].text == '"'
    tokens = _after_openers(sentence)
    if not tokens or _impersonal([token.lower_ for token in tokens[:8]]):
        return False
    first, subject = tokens[0], subject_of(sentence)
    if _demonstrates(tokens):
        return True
    if first.lower_ in sets["pronouns"] and not speech:
        return not _determines(first) and first.dep_ != "det"
    if subject is not None and subject.lower_ in SPEAKERS and speech:
        return True  # "…," he said
    if subject is not None and not _after_subject(subject, sentence):
        owners = {token.lower_ for token in subject.lefts if token.dep_ == "poss"}
        if ({subject.lower_} | owners) & sets["pronouns"] and not _determines(subject):
            return True
    return any(_points_back(token) for token in tokens)


def _after_openers(sentence: Sentence) -> list[Token]:
    """The words of a sentence without the connectives that it loses where it stands alone."""
    opener = words().opener.match(sentence.tokens.text)
    start = sentence.tokens[0].idx + (opener.end() if opener else 0)
    marks = {"``", "''", ":", ",", "LS", "HYPH"}
    return [token for token in sentence.tokens if token.idx >= start and token.tag_ not in marks]


def _impersonal(opening: Sequence[str]) -> bool:
    """Whether it begins with an "it" that means nothing: "It is unclear whether"."""
    sets = words().sets
    if opening[0] != "it":
        return False
    for place, word in enumerate(opening[1:-1], start=1):
        if word in sets["impersonal"]:  # "it is expected to appeal" and "it has said" are somebody
            passive = not ACTIVE & set(opening[:place]) or bool(
                {"be", "been"} & set(opening[:place])
            )
            return passive and place > 1 and (opening[place + 1] != "to" or word == "possible")
        if word not in sets["impersonal_verbs"]:
            return False
    return False


def _determines(token: Token) -> bool:
    """Whether a pronoun stands before its own noun: "neither side"."""
    standing = token.dep_ in {"det", "predet"} and token.head.tag_.startswith("NN")
    return standing and token.lower_ in words().sets["determiners"]


def _demonstrates(tokens: Sequence[Token]) -> bool:
    """Whether it opens with "this move" or "in these cases"; "in this week" points to nothing."""
    first = tokens[1] if tokens[0].tag_ == "IN" and len(tokens) > 1 else tokens[0]
    if first.lower_ not in POINTING | {"another", "both"}:
        return False
    return first.dep_ != "mark" and stem(first.head.lower_) not in words().sets["when"]


def _after_subject(token: Token, sentence: Sentence) -> bool:
    """Whether a clause before it has a subject that a pronoun may mean."""
    return any(
        other.dep_ in SUBJECTS and other.tag_.startswith("NN")
        for other in sentence.tokens
        if other.i < token.i
    )


def _points_back(token: Token) -> bool:
    """Whether it is the object of the main verb, which cannot mean the subject: "reported them"."""
    if token.lower_ not in BACK or token.dep_ not in OBJECTS:
        return False
    head = token.head
    while (
        head.dep_ in {"prep", "dobj", "pobj", "nsubj", "nsubjpass", "agent"} and head.head != head
    ):
        head = head.head
    return head.dep_ == "ROOT" and not any(child.dep_ == "advcl" for child in head.lefts)


def vague(sentence: Sentence) -> bool:
    """Whether it speaks of "those rules", or of "the company" without a name before it."""
    before = True
    for token in sentence.tokens:
        if token.dep_ == "det" and token.lower_ in POINTING:
            if stem(token.head.lower_) not in words().sets["when"]:
                return True
        elif token.tag_.startswith("NNP") and token.ent_type_ != "DATE":
            before = False
        elif before and token.lower_ in words().sets["vague"]:
            left = [child.lower_ for child in token.lefts]
            if left == ["the"] and not list(token.rights):
                return True
    return False


def named(sentence: Sentence) -> bool:
    """Whether its subject is, or has in it, a name."""
    subject = subject_of(sentence)
    return subject is not None and any(
        token.tag_.startswith("NNP") for token in (*subject.lefts, subject)
    )
