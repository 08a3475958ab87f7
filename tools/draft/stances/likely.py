"""What a company most likely does, where an article goes through one company after another.

There each has a sentence or two of its own, and few of these have a plain word of a position; the
hints in them are counted instead. Elsewhere they would be noise, and nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from tools.draft.sense.mentions import SUBJECT
from tools.draft.sense.names.words import words
from tools.draft.stances.hints import hints
from tools.draft.stances.lexicon import lexicon
from tools.draft.stances.polarity import denied, only_supposed

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tools.draft.sense.names import Name
    from tools.draft.sense.parse import Parsed, Sentence
    from tools.draft.sense.reference import References
    from tools.draft.stances.cues import Cue
    from tools.model.vocabulary import Position

COMPANIES = 3  # with a place of their own, from which on an article goes through them
DENSE = 0.3  # companies in a sentence, on the average
ONCE = 2  # mentions of a company that is named in one place, or comes back once
MOST = 0.75  # of the companies that are named so
OPEN = 0.3  # of the paragraphs that begin with a company's place
PUBLIC = 0.2  # of its sentences that speak of a public power
TRADE = 0.2  # of its sentences that may speak of trade
AFTER = 0.75  # what hints count in the sentences that go on about a company
LEAST = {"company": 2.0, "perhaps": 2.0}
HELD = 2  # what a cue counts more that is plainly the company's
_PHRASE = 5  # tokens of "by the chat app X"
_SHORT = 5  # capitals in an abbreviation
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
_OWN = {"it", "they", "we"}
KINDS = (("complies", "partly-complies"), ("refuses", "redirects"))
_ROLES = {"at", "by", "from", "for", "of", "to", "with", "among", "including", "them"}
_NOUNS = ("ing", "tion", "ment", "ness", "ers", "ists")


@dataclass(frozen=True, slots=True)
class Guess:
    """A position that the hints in a sentence speak for."""

    name: Name
    sentence: int
    position: str


def likely(
    parsed: Parsed,
    references: References,
    found: Collection[Cue],
    held: Mapping[Name, set[Cue]],
    positions: Mapping[str, Position],
) -> list[Guess] | None:
    """The likely stances where an article goes through companies; None where it does not.

    `found` are the cues of the article, `held` those of them that are plainly a company's; where
    two of `positions` are as likely, their ranks decide, and then which is spoken for first.
    """
    places = _places(parsed, references)
    if not _goes_through_companies(parsed, places):
        return None
    by_sentence: dict[int, list[Cue]] = {}
    for cue in found:
        by_sentence.setdefault(cue.sentence, []).append(cue)
    guesses = []
    for name, numbers in places.items():
        evidence = list(_all_evidence(parsed, name, numbers, by_sentence, held.get(name, set())))
        guess = _guess(name, evidence, positions)
        if guess:
            guesses.append(guess)
    return guesses


def _places(parsed: Parsed, references: References) -> dict[Name, list[int]]:
    """The sentences of a company's own: where it is named first, and the next about it."""
    found: dict[Name, list[int]] = {}
    for number, sentence in enumerate(parsed.sentences):
        name = _whose(number, parsed, references)
        if name is None or name in found:
            continue
        found[name] = [number]
        for after in range(number + 1, len(parsed.sentences)):
            others = {one for _, one, _ in references.mentions.by_sentence[after]} - {name}
            if others or parsed.sentences[after].paragraph != sentence.paragraph:
                break
            found[name].append(after)
    return found


def _whose(number: int, parsed: Parsed, references: References) -> Name | None:
    """The company that a sentence is about: the first in such a role, a sure one sooner."""
    names = [
        name
        for i, name, _ in references.mentions.by_sentence[number]
        if _holds(parsed.doc[i], references) and not _common(parsed.doc[i], name)
    ]
    sure = next((name for name in names if name.kind == "company"), None)
    return sure or (next(iter(names), None) if number else None)  # the lead names places


def _common(token: Token, name: Name) -> bool:
    """Whether what heads a sentence may be a noun that was taken for a name, or a dateline."""
    if name.kind == "company":
        return bool(token.is_sent_start) and name.text.isupper() and len(name.text) > _SHORT
    return bool(token.is_sent_start) and token.lower_.endswith(_NOUNS)


def _holds(token: Token, references: References) -> bool:
    """Whether a name stands where whoever does something stands: subject, owner, "at X", "by X"."""
    name = references.names.first_tokens.get(token.i)
    before = token.i - 1
    while before > token.i - _PHRASE and token.doc[max(before, 0)].tag_ in (
        "DT",
        "JJ",
        "NN",
        "NNS",
    ):
        before -= 1
    if before >= 0 and token.doc[before].lower_ in _ROLES:
        return True
    while token.i + 1 < len(token.doc) and references.names.by_token.get(token.i + 1) is name:
        token = token.nbor()
    token = token.nbor(-1) if token.tag_ == "POS" else token
    while token.dep_ in ("conj", "appos") and token.head.i < token.i:
        token = token.head
    if token.dep_ in ("compound", "nmod"):
        return token.head.lower_ in words("voice") | words("officer") | words("spokesman")
    if token.dep_ in SUBJECT or token.dep_ in ("poss", "ROOT", "attr"):
        return True
    return token.dep_ == "dobj" and token.head.lower_ in words("leads")


def _goes_through_companies(parsed: Parsed, places: dict[Name, list[int]]) -> bool:
    """Whether an article is about a demand, and about one company after another, each said once."""
    sentences = parsed.sentences
    total = len(sentences)
    opens = {
        sentences[first].paragraph
        for first, *_ in places.values()
        if not first or sentences[first].paragraph != sentences[first - 1].paragraph
    }
    said_once = sum(len(name.mentions) <= ONCE for name in places)
    if len(places) < max(COMPANIES, DENSE * total) or said_once < MOST * len(places):
        return False
    if len(opens) < OPEN * len({sentence.paragraph for sentence in sentences}):
        return False
    spoken = [{token.lower_ for token in sentence.tokens} for sentence in sentences]
    public = sum(bool(one & lexicon().lists["public"]) for one in spoken)
    trade = sum(bool(one & hints().trade) for one in spoken)
    return public >= PUBLIC * total and trade <= min(TRADE * total, public)


def _all_evidence(
    parsed: Parsed, name: Name, numbers: list[int], cues: dict[int, list[Cue]], held: set[Cue]
) -> Iterator[tuple[int, str, float]]:
    """What speaks for a position in a company's own sentences: in which, for which, how much."""
    for number in numbers:
        share = 1.0 if number == numbers[0] else AFTER
        for position, weight in _evidence(parsed, name, number, cues.get(number, []), held):
            yield number, position, share * weight


def _guess(
    name: Name, evidence: list[tuple[int, str, float]], positions: Mapping[str, Position]
) -> Guess | None:
    """What the evidence speaks for most; None where for nothing."""
    scores: dict[str, float] = {}
    best: dict[str, tuple[float, int]] = {}
    for number, position, weight in evidence:
        scores[position] = scores.get(position, 0.0) + weight
        best[position] = max(best.get(position, (0.0, 0)), (weight, -number))
    if not scores:
        return None
    groups = {one: sum(scores.get(other, 0.0) for other in _alike(one)) for one in scores}

    position = min(
        scores,
        key=lambda one: (
            -groups[one],
            -scores[one],
            positions[one].rank if one in positions else inf,
            -best[one][1],
            one,
        ),
    )
    if groups[position] < LEAST[name.kind]:
        return None
    return Guess(name, -best[position][1], position)


def _alike(position: str) -> tuple[str, ...]:
    """The positions that are kinds of one: doing it and doing part, refusing and sending away."""
    return next((kinds for kinds in KINDS if position in kinds), (position,))


def _evidence(
    parsed: Parsed, name: Name, number: int, cues: list[Cue], held: set[Cue]
) -> Iterator[tuple[str, float]]:
    quote = parsed.sentences[number].quote
    if lexicon().hearsay.search(_QUOTED.sub("", quote)):
        return
    yield from hints().of(quote).items()
    for position in dict.fromkeys(cue.position for cue in cues):
        some = [cue for cue in cues if cue.position == position]
        yield position, max(cue.weight + HELD * (cue in held) for cue in some)
    yield from _clause(parsed.sentences[number])
    if set(name.key) & (words("body_name") | words("industry")):
        yield "opposes", 1
    if '"' in quote or "“" in quote:
        yield "opposes", 1


def _clause(sentence: Sentence) -> Iterator[tuple[str, float]]:
    """What a sentence's main verb speaks for by itself: done, not done, or only said."""
    verb = next((token for token in sentence.tokens if token.dep_ == "ROOT"), None)
    if verb is None or verb.tag_[:1] != "V":
        return
    if verb.lower_ in lexicon().says:
        clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
        subject = (
            next((one for one in clause.children if one.dep_ in SUBJECT), None) if clause else None
        )
        if clause is None or subject is None or subject.lower_ not in _OWN:
            yield "opposes", 0.5
            return
        verb = clause
    if only_supposed(verb, lexicon()):
        return
    yield ("refuses", 1.5) if denied(verb, lexicon()) else ("complies", 1.0)
