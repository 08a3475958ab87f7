"""The answer and the key points: the sentences of an article that tell most of it.

Points are taken one by one, the best first, each worth less the more of it has been said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tools.draft.findings import FoundEvent, FoundStance, Point
from tools.draft.points.reference import named
from tools.draft.points.scores import Scored, plain_words
from tools.draft.points.shorter import count, shortened
from tools.draft.points.told import Told
from tools.model.text import Span

LEAST, MOST = 3, 5
A_POINT_PER = 2  # sentences fit to be a point
FEWEST_WORDS, MOST_WORDS = 8, 40
SAME = 0.6  # of the shorter one's words that two points may not share

HEADLINE, CENTRAL = 2.0, 1.5
STANCE, MOST_STANCES = 0.8, 3
EVENT, DUE, FIGURE = 0.3, 0.7, 0.3
NEW_COMPANY, NEW_KIND = 0.8, 0.5
OVERLAP = -3.0  # times the share of it that is said already
SAME_FIGURE = -2.0
# An answer is what the headline and the stances tell, at the top, and of somebody with a name.
FIRST, SECOND, LATER, STANCES, NAMED = 2.0, 1.5, -1.0, 0.6, 0.8


@dataclass(frozen=True, slots=True)
class _Candidate:
    of: Scored
    worth: float
    companies: frozenset[str]
    kinds: frozenset[str]  # "due", "figure", "event" and the positions taken in it


def answer_of(told: Told, stances: Sequence[FoundStance]) -> Point | None:
    """The sentence that best says who did what, shortened; None where none can stand alone."""
    every = told.parsed.sentences
    alone = len(every) > 1 and every[1].paragraph > 0

    def worth(one: Scored) -> float:
        companies = {stance.company for stance in stances if _quoted(one, stance)}
        score = STANCES * min(len(companies), MOST_STANCES) + HEADLINE * one.headline + one.form
        if one.index == 0:
            score += FIRST
        elif one.index == 1 and alone:  # after what may be a summary
            score += SECOND
        elif one.line.sentence.paragraph > 1:
            score += LATER
        return score + (NAMED if named(one.line.sentence) else 0)

    best = max(told.scored, key=lambda one: (worth(one), -one.index), default=None)
    return Point(best.brief, best.line.span) if best else None


def key_points(
    told: Told,
    stances: Sequence[FoundStance],
    events: Sequence[FoundEvent],
    answer: Point | None,
) -> list[Point]:
    """Three to five points in the order of the article, fewer where it has fewer; none twice."""
    found = [one for one in told.scored if count(one.line.text) >= FEWEST_WORDS]
    wanted = min(MOST, max(LEAST, len(found) // A_POINT_PER))
    said = [plain_words(answer.text)] if answer else []
    left = [
        _candidate(one, stances, events)
        for one in found
        if answer is None or one.line.span != answer.span
    ]
    taken: list[_Candidate] = []
    while left and len(taken) < wanted:
        best = max(left, key=lambda one: (_adds(one, taken, said), -one.of.index))
        left.remove(best)
        if _said(best, said) < SAME:
            taken.append(best)
            said.append(best.of.line.words)
    taken.sort(key=lambda one: one.of.index)
    return [_point(one.of) for one in taken]


def _point(one: Scored) -> Point:
    return Point(shortened(one.line.text, one.line.sentence, MOST_WORDS), one.line.span)


def _candidate(
    one: Scored, stances: Sequence[FoundStance], events: Sequence[FoundEvent]
) -> _Candidate:
    here = [stance for stance in stances if _quoted(one, stance)]
    companies = frozenset(stance.company for stance in here)
    dated = any(_quoted(one, event) for event in events)
    worth = HEADLINE * one.headline + CENTRAL * one.central + one.place + one.form
    worth += STANCE * min(MOST_STANCES, len(companies)) + (EVENT if dated else 0)
    worth += (DUE if "due" in one.kinds else 0) + (FIGURE if "figure" in one.kinds else 0)
    kinds = one.kinds | {stance.position for stance in here} | ({"event"} if dated else set())
    return _Candidate(one, worth, companies, kinds)


def _quoted(one: Scored, other: FoundStance | FoundEvent) -> bool:
    return covers(other.span, one.line.sentence.span)


def covers(span: Span, other: Span) -> bool:
    """Whether a stretch of the article holds another."""
    return span.start <= other.start and other.end <= span.end


def _adds(one: _Candidate, taken: Sequence[_Candidate], said: Sequence[frozenset[str]]) -> float:
    """What it is worth beside the points taken already."""
    companies = {name for other in taken for name in other.companies}
    kinds = {kind for other in taken for kind in other.kinds}
    worth = one.worth + NEW_KIND * len(one.kinds - kinds)
    worth += NEW_COMPANY * min(MOST_STANCES, len(one.companies - companies))
    figures = _figures(one.of.line.words)
    worth += SAME_FIGURE if any(figures & other for other in said) else 0
    return worth + OVERLAP * _said(one, said)


def _said(one: _Candidate, said: Sequence[frozenset[str]]) -> float:
    """The largest share of it that one of the others has, or of which it is the whole."""
    own = one.of.line.words
    return max(
        (len(own & other) / max(1, min(len(own), len(other))) for other in said), default=0.0
    )


def _figures(found: frozenset[str]) -> set[str]:
    """The numbers among words that are no day and no year."""
    digits = {word for word in found if word[0].isdecimal()}
    return {word for word in digits if not word.isdecimal() or (int(word) > 31 and len(word) != 4)}
