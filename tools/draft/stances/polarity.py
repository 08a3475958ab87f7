"""What is said about a cue: whether it is denied, only asked for, supposed or threatened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tools.draft.stances.lexicon import Entry, Lexicon
    from tools.model.vocabulary import Position

PLAIN = 3  # the weight of a cue that is plain in itself
BEFORE = 4  # tokens before a cue in which a negation counts, whatever the parser says
CLIMB = 4  # verbs above a cue that may change what it says


def position_of(
    token: Token, entry: Entry, words: Lexicon, positions: Mapping[str, Position]
) -> str | None:
    """The position that a match stands for, given what is said about it; None for none."""
    if entry.by == "owner" and token.tag_[:1] == "N":
        before = token.doc[max(0, token.i - 4) : token.i]
        if any(one.lower_ in words.unreal for one in before):
            return None
    is_denied = denied(token, words)
    if entry.by == "speaker" and entry.position in ("supports", "opposes"):
        return None if is_denied else entry.position
    if entry.fixed and entry.position == "complies" and (is_denied or denied(token.head, words)):
        return None
    if entry.fixed:
        return None if entry.by == "subject" and only_supposed(token, words) else entry.position
    if only_supposed(token, words):
        known = positions.get(entry.position)
        return known.threatened if known and _threatened(token, words) else None
    if is_denied:
        willing = entry.weight >= PLAIN or entry.position != "complies" or _willing(token, words)
        return entry.denied if willing else None
    return entry.position


def governors(token: Token) -> Iterator[Token]:
    """The verbs above one that share its subject or give it one: "agreed to" of "agreed to pay"."""
    for _ in range(CLIMB):
        infinitive = any(
            child.dep_ in ("aux", "mark") and child.tag_ == "TO" for child in token.children
        )
        if token.dep_ in ("xcomp", "pcomp", "acl", "prep") or (
            token.dep_ in ("ccomp", "relcl", "advcl") and infinitive
        ):
            token = token.head
            yield token
        elif token.dep_ == "conj" and token.head.tag_[:1] == "V" and token.tag_ == token.head.tag_:
            token = token.head
        else:
            return


def only_supposed(token: Token, words: Lexicon) -> bool:
    """Whether a verb is only asked for, supposed or possible."""
    for child in token.children:
        if child.i < token.i and child.lower_ in words.cancelling_modals and child.dep_ == "aux":
            return True
        if child.dep_ == "advcl" and any(
            mark.dep_ == "mark" and mark.lower_ in {"if", "unless"} for mark in child.children
        ):
            return True
    infinitive = any(child.tag_ == "TO" for child in token.children)
    for verb in (token, *governors(token)):
        if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in verb.children):
            return True
    for above in governors(token):
        if not infinitive:
            break
        if above.lower_ in words.governing["cancels"]:
            return True
    return False


def _threatened(token: Token, words: Lexicon) -> bool:
    if any(above.lower_ in words.governing["threatens"] for above in governors(token)):
        return True
    return any(
        mark.lower_ in {"if", "unless"}
        for child in token.children
        if child.dep_ == "advcl"
        for mark in child.children
    ) and any(
        child.lower_ in {"would", "will", "could", "may", "might"} for child in token.children
    )


def _willing(token: Token, words: Lexicon) -> bool:
    """Whether what is not done is not done by choice: "will not", "refused to"."""
    for verb in (token, *governors(token)):
        if verb.lower_ in words.governing["negates"] or verb.tag_[:1] == "N":
            return True
        if any(child.lower_ in {"will", "would", "wo", "'ll", "'d"} for child in verb.children):
            return True
    return False


def _refused(noun: Token) -> bool:
    """Whether a noun denies what it leads to: "its refusal to", "no plans to"."""
    if noun.lower_ in {"refusal", "refusals", "failure", "reluctance", "unwillingness"}:
        return True
    return any(child.lower_ == "no" for child in noun.children)


def denied(token: Token, words: Lexicon) -> bool:
    """Whether a verb is negated, by a word before it or by the verb that governs it."""
    denials = int(
        token.i > 1
        and token.nbor(-1).lower_ in {"than", "of"}
        and token.nbor(-2).lower_ in {"rather", "sooner", "instead"}
    )
    own = [token, *governors(token)]
    for verb in own:
        before = any(
            child.dep_ in ("neg", "preconj", "cc") and child.lower_ in words.negations
            for child in verb.children
        )
        denials += before + (verb is not token and verb.lower_ in words.governing["negates"])
        denials += verb is not token and verb.lower_ == "without"
        denials += verb is not token and verb.tag_[:1] == "N" and _refused(verb)
    if not denials:
        near = token.doc[max(0, token.i - BEFORE) : token.i]
        denials = any(one.lower_ in words.negations and one.head in own for one in near)
    return denials % 2 == 1
