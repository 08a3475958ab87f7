"""The headline and the summary under it, found in the text itself."""

from __future__ import annotations

from collections import Counter

from tools.draft.reading.captions import is_caption
from tools.draft.reading.header import is_date_line, is_meta
from tools.draft.reading.names import signature, stands_alone
from tools.draft.reading.units import Unit

# What speaks for a line being the headline, strongest first.
AGREEMENT = 6.0  # times the share of its longer words that the article repeats
REPEATED = 3.0  # the same line, or a line that holds it, elsewhere: "Share this story: …"
ABOVE_META = 2.0  # the author or the date follows within a few lines
LENGTH = 1.5  # as many words as headlines have
UNDER_ANOTHER = -2.5  # right under another good candidate stands the summary
FIRST_LINE = 2.0  # a text that was pasted by hand begins with it
BULLETED = -2.0  # an item of a list
DIVIDED = -3.0  # "Section | Outlet"
SENTENCE = -2.0  # ends in a full stop, as summaries do
PER_LINE = -0.12  # for every line that separates it from the body: menus are far away
FAR = 40  # lines, beyond which farther makes no difference
LEAST = 3.0  # below this no line is a headline

WORDS = range(4, 23)
MOST_WORDS = 32
NEAR_META = 5
BODY_WORDS = 400  # of the article, in which the headline's words are looked for
REACH = 160  # lines before the body
REPEATED_WITHIN = 1000  # lines on either side of where the body begins
SUMMARY_WORDS = 70
SUMMARY_OVERLAP = 0.6  # of a summary's longer words that the paragraph after it repeats
LEAD_WORDS = 40  # a summary that stands where the first paragraph could is one short sentence


def headline(found: list[Unit], start: int, body: list[Unit]) -> int | None:
    """Index of the headline among the units before the body, or None where none is one."""
    known = Counter(word for unit in body for word in unit.words[:BODY_WORDS] if len(word) > 3)
    first = max(0, start - REACH)
    lines = range(max(0, start - REPEATED_WITHIN), min(len(found), start + REPEATED_WITHIN))
    texts = {at: found[at].text.casefold() for at in lines}
    scores: dict[int, float] = {}
    for index in range(first, start):
        if _possible(found, index):
            scores[index] = _score(found, index, start, known, texts)
    for index in sorted(scores):
        above = scores.get(index - 1)
        if above is not None and above >= LEAST and found[index - 1].count in WORDS:
            scores[index] += UNDER_ANOTHER
    best = max(scores, key=lambda index: (scores[index], -index), default=None)
    return best if best is not None and scores[best] >= LEAST else None


def _possible(found: list[Unit], index: int) -> bool:
    unit = found[index]
    if unit.known or unit.timed or not 2 <= unit.count <= MOST_WORDS or unit.sentences > 2:
        return False
    return not is_meta(unit) and not is_date_line(unit) and not is_caption(found, index)


def _score(
    found: list[Unit], index: int, start: int, known: Counter[str], texts: dict[int, str]
) -> float:
    unit = found[index]
    long = {word for word in unit.words if len(word) > 3}
    # A line of one or two longer words agrees with anything.
    score = AGREEMENT * len(long & known.keys()) / max(len(long), 3)
    score += PER_LINE * min(start - index, FAR)
    if unit.count in WORDS:
        score += LENGTH
        if _is_repeated(index, texts):
            score += REPEATED
    following = found[index + 1 : min(index + 1 + NEAR_META, start)]
    if any(is_meta(other) or stands_alone(other) or other.timed for other in following):
        score += ABOVE_META
    if index == 0:
        score += FIRST_LINE
    if _in_list(found, index):
        score += BULLETED
    if any(mark in unit.text for mark in (" | ", " / ", " > ", " » ", " · ")):
        score += DIVIDED
    if unit.ended and unit.text[-1] not in "?!…":
        score += SENTENCE
    return score


def _in_list(found: list[Unit], index: int) -> bool:
    nearby = found[max(0, index - 1) : index + 2]
    return found[index].bullet and sum(unit.bullet for unit in nearby) > 1


def _is_repeated(index: int, texts: dict[int, str]) -> bool:
    text = texts[index]
    return any(text in other for at, other in texts.items() if at != index)


def summary(found: list[Unit], title: int, start: int) -> int | None:
    """Index of the summary between the headline and the body, or None."""
    for index in range(title + 1, start):
        unit = found[index]
        if unit.known or unit.timed or is_meta(unit) or signature(unit.text) or unit.bullet:
            continue
        if 5 <= unit.count <= SUMMARY_WORDS and not is_caption(found, index):
            return index
    return None


def leads(found: list[Unit], index: int, end: int) -> bool:
    """Whether the first unit of the body is a summary that the next paragraph tells anew."""
    if index + 1 >= end:
        return False
    unit, after = found[index], found[index + 1]
    if unit.count > LEAD_WORDS or unit.sentences > 1 or not after.prose:
        return False
    long = {word for word in unit.words if len(word) > 3}
    return after.count > unit.count and (
        len(long & set(after.words)) >= SUMMARY_OVERLAP * max(len(long), 5)
    )
