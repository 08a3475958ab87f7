"""Where the article lies in a page: the stretch of units whose scores add up to the most.

Every unit gets a score, prose above nought and everything else below it; the best stretch is
found in one pass (maximum subsequence segmentation, Pasternack and Roth 2009).
A menu inside the article costs less than the prose after it brings, and is bridged; the teasers
after it bring less than the titles and dates around them cost, and are left out.
"""

from __future__ import annotations

import re
from itertools import chain, takewhile

from tools.draft.reading.ending import behind_boxes
from tools.draft.reading.live import is_entry_time
from tools.draft.reading.units import Unit

# A paragraph is worth its words beyond these: teasers of one sentence have about twenty.
FREE_WORDS = 8
MOST_WORDS = 60  # so that one long legal notice at the foot weighs no more than a paragraph
SHORT_SENTENCE = 2.0  # "He agreed." may be a paragraph, and may be a slogan
BULLET_SHARE = 0.5  # lists occur in articles, and more often around them
FURNITURE = -4.0
TITLE = -4.0  # headings occur in articles, one at a time; around them, by the dozen
ENTRY = -1.0  # a live blog has its times between paragraphs
ROW = -1.0  # a table stands in the article more often than around it
TIME = -8.0  # a time of day between paragraphs is that of the next teaser
TITLE_OF_THE_END = -60.0  # "Related stories": one long paragraph does not outweigh it, two do
TEASER_WORDS = 60  # a teaser is one paragraph of at most so many words
BOX_TITLE_WORDS = 5
LONGEST_LIST = 60  # items between the sentence that announces a list and the last that it covers
LIST = 8  # items of a list that are looked at on either side
BOXED_WORDS = 40  # a sentence of a box for subscribers is no longer

STEP_WORDS = 18  # of a heading of a list article
STEP_UNITS = 12  # units between two of them: an item may have several paragraphs

_STEP = re.compile(
    r"(?:(?:#|no\.? ?|step |reason |lesson |item |fact |question |takeaway |point )(\d{1,2})\b)",
    re.IGNORECASE,
)
_TO_READERS = re.compile(
    r"\b(?:you|your|our|us|we|join|get|enjoy|thank|thanks|please|discover|welcome|click|receive)\b",
    re.IGNORECASE,
)


def article_in(found: list[Unit]) -> tuple[int, int]:
    """First and last-but-one index of the article; (0, 0) where there is none."""
    best, best_sum = (0, 0), 0.0
    start, running = 0, 0.0
    for index in range(len(found)):
        if running <= 0:
            start, running = index, 0.0
        running += score(found, index)
        if running > best_sum:
            best, best_sum = (start, index + 1), running
    if best_sum == 0 and len(alone := [i for i, u in enumerate(found) if u.prose]) == 1:
        best = alone[0], alone[0] + 1  # a brief of one paragraph, which looks like a teaser
    return best[0], behind_boxes(found, *best)


def score(found: list[Unit], index: int) -> float:
    """What a unit says for (above nought) or against being inside the article."""
    unit = found[index]
    if is_entry_time(unit):
        return ENTRY
    if unit.known:
        return TITLE_OF_THE_END if unit.known.ends else FURNITURE
    if unit.timed:
        return TIME
    if unit.row:
        return ROW
    if unit.prose:
        if teaser(found, index) or boxed(found, index):
            return 0
        value = float(min(unit.count, MOST_WORDS) - FREE_WORDS + 1)
        return value * (BULLET_SHARE if unit.bullet else 1)
    if unit.text.endswith(":") or announced(found, index) or step(found, index):
        return 0
    if unit.ended and (unit.count > 1 or len(unit.text) > FREE_WORDS) and not unit.bullet:
        return SHORT_SENTENCE
    return TITLE


def step(found: list[Unit], index: int) -> bool:
    """Whether it is a numbered heading of a list article: one of a row with text under each."""
    number = _number(found[index])
    if number is None or not _told(found, index):
        return False
    nearby = range(max(0, index - STEP_UNITS), min(len(found), index + STEP_UNITS + 1))
    numbers = {_number(found[at]) for at in nearby if at != index and _told(found, at)}
    return number - 1 in numbers or number + 1 in numbers


def _number(unit: Unit) -> int | None:
    """The number of a heading: "3. The fine", "#3 The fine", "Step 3: The fine"."""
    if unit.known or unit.timed or unit.row or unit.count > STEP_WORDS:
        return None
    if unit.numbered:
        return unit.number
    match = _STEP.match(unit.text)
    return int(match[1]) if match else None


def _told(found: list[Unit], index: int) -> bool:
    """Whether text follows a numbered heading, and no other heading."""
    if _number(found[index]) is None or index + 1 == len(found):
        return False
    after = found[index + 1]
    return after.ended and not after.bullet and not after.known and _number(after) is None


def teaser(found: list[Unit], index: int) -> bool:
    """Whether it is one paragraph between the titles of other stories.

    A paragraph of the article has at most one heading before it, a teaser a title and a date or
    a section, and the next title right after it.
    """
    if index < 2:
        return False
    dated = found[index - 1].timed or found[index - 2].timed
    if found[index].count > TEASER_WORDS and not dated:
        return False
    if announced(found, index - 1) or step(found, index - 1):
        return False
    after = index + 1 == len(found) or _around_teasers(found[index + 1])
    return after and _around_teasers(found[index - 1]) and _around_teasers(found[index - 2])


def _around_teasers(unit: Unit) -> bool:
    if unit.known:
        return unit.known.ends or (unit.known.why == "no words" and unit.text[:1].isdigit())
    return unit.timed or (not unit.prose and not unit.ended)


def announced(found: list[Unit], index: int) -> bool:
    """Whether it is an item of a list that a sentence of the article announces: "He asks for:"."""
    first = max(0, index - LONGEST_LIST)
    lead = index
    while lead > first and found[lead].bullet:
        lead -= 1
    return lead < index and found[lead].text.endswith(":") and not found[lead].known


def boxed(found: list[Unit], index: int) -> bool:
    """Whether a sentence stands in a box for subscribers, between lines known to be of one."""
    unit = found[index]
    if unit.known or unit.count > BOXED_WORDS:
        return False
    if unit.bullet:
        return _list_of_box(found, index)
    if not _TO_READERS.search(unit.text):
        return False
    if not _of_box(found, index + 1):
        return False
    before = found[index - 1] if index else None
    titled = before is not None and before.count <= BOX_TITLE_WORDS and not before.ended
    return titled or _of_box(found, index - 1)


def _of_box(found: list[Unit], index: int) -> bool:
    if not 0 <= index < len(found):
        return False
    known = found[index].known
    if known is None:
        return found[index].bullet and _list_of_box(found, index)
    return known.box


def _list_of_box(found: list[Unit], index: int) -> bool:
    """Whether a list has an item known to be of a box: then it lists what subscribers get."""
    nearby = range(max(0, index - LIST), min(len(found), index + LIST + 1))
    before = takewhile(lambda at: found[at].bullet, reversed(range(nearby.start, index)))
    after = takewhile(lambda at: found[at].bullet, range(index + 1, nearby.stop))
    return any((known := found[at].known) is not None and known.box for at in chain(before, after))
