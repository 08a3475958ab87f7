"""Finding cues: words by which a sentence says that somebody takes a position."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.draft.stances.lexicon import Entry, Lexicon, expression, lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tools.draft.parse import Parsed, Sentence

NEEDS = ("", "demand", "law")  # what an entry of the lexicon may ask for
NEAR = 2  # sentences before a cue in which a demand is looked for
AROUND = 4  # sentences before and after a cue that show what the article is about
LONGEST = 250  # tokens; what is longer is no sentence, and nobody could check it
PLAIN = 3  # the weight of a cue that is plain in itself
BEFORE = 4  # tokens before a cue in which a negation counts, whatever the parser says
CLIMB = 4  # verbs above a cue that may change what it says


@dataclass(frozen=True, slots=True)
class Cue:
    """A match of a pattern: in which sentence, at which token, and for which position."""

    sentence: int
    token: Token  # the pattern's first word
    last: int  # offset of the match's end in the document
    position: str
    entry: Entry
    weight: int


def cues(parsed: Parsed) -> list[Cue]:
    """Every cue of an article that is neither denied into nothing nor merely asked for."""
    words, text = lexicon(), parsed.doc.text
    demands = [_words_of(sentence) for sentence in parsed.sentences]
    found = []
    public = [bool(one & words.lists["public"]) for one in demands]
    for number, sentence in enumerate(parsed.sentences):
        around = public[max(0, number - AROUND) : number + AROUND + 1]
        if len(sentence.tokens) > LONGEST or sum(around) < (2 if len(around) > AROUND + 2 else 1):
            continue
        if words.hearsay.search(sentence.quote):
            continue
        before = demands[max(0, number - NEAR) : number]
        met = {needs for needs in NEEDS if _met(needs, demands[number], before, words)}
        business = (
            words.business.search(sentence.quote) and not demands[number] & words.lists["power"]
        )
        for token, last, entry in _matches(sentence, text, words, met):
            if business and entry.position != "challenges":
                continue
            position = _position(token, entry, words)
            if position == "complies" and words.limits.search(sentence.quote):
                position = "partly-complies"
            if position:
                found.append(Cue(number, token, last, position, entry, entry.weight))
    return found


def _words_of(sentence: Sentence) -> frozenset[str]:
    """The words of a sentence; "demand was weak" is no demand."""
    return frozenset(
        token.lower_
        for token in sentence.tokens
        if token.lower_ != "demand" or token.tag_ != "NN" or any(token.children)
    )


def _matches(
    sentence: Sentence, text: str, words: Lexicon, met: set[str]
) -> Iterator[tuple[Token, int, Entry]]:
    """The patterns that match in a sentence, the longest of each position first at each token."""
    end = sentence.tokens.end_char
    for token in sentence.tokens:
        best: dict[str, tuple[int, Entry]] = {}
        for pattern, entry in words.patterns.get(token.lower_, ()):
            if entry.needs not in met or (entry.verbal and token.tag_[:1] not in "VM"):
                continue
            match = expression(pattern).match(text, token.idx, end)
            if match and (entry.position not in best or match.end() > best[entry.position][0]):
                best[entry.position] = (match.end(), entry)
        for last, entry in best.values():
            yield token, last, entry


def _met(needs: str, own: frozenset[str], before: list[frozenset[str]], words: Lexicon) -> bool:
    """Whether what a pattern needs around it is there."""
    wanted = words.lists["law"] if needs == "law" else words.demands
    return not needs or any(one & wanted for one in (own, *before))


def _position(token: Token, entry: Entry, words: Lexicon) -> str | None:
    """The position that a match stands for, given what is said about it; None for none."""
    if entry.by == "owner" and token.tag_[:1] == "N":
        before = token.doc[max(0, token.i - 4) : token.i]
        if any(one.lower_ in words.unreal for one in before):
            return None
    denied = _denied(token, words)
    if entry.by == "speaker" and entry.position in ("supports", "opposes"):
        return None if denied else entry.position
    if entry.fixed and entry.position == "complies" and (denied or _denied(token.head, words)):
        return None
    if entry.fixed:
        return None if entry.by == "subject" and _cancelled(token, words) else entry.position
    if _cancelled(token, words):
        threat = entry.position in ("withdraws", "challenges") and _threatened(token, words)
        return "opposes" if threat else None
    if denied:
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


def _cancelled(token: Token, words: Lexicon) -> bool:
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


def _denied(token: Token, words: Lexicon) -> bool:
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
