"""Where the body begins: behind the line of the author or the date, where there is one."""

from __future__ import annotations

from tools.draft.reading.live import opens_after_time
from tools.draft.reading.names import byline, in_line_of_date, is_label, stands_alone
from tools.draft.reading.segment import step
from tools.draft.reading.stamps import remainder
from tools.draft.reading.units import RUNNING_HEAD, Unit

INSIDE = 9  # units into the stretch in which the line of the author may still come
SUMMARIES = 3  # paragraphs (a summary, a caption, an advertisement) that may stand before it
SUMMARY_WORDS = 90
BEFORE = 150  # units before the stretch in which that line is looked for; boxes are long
OUTSIDE = 14  # units before the stretch: a box for subscribers after the first paragraph
FIRST_WORDS = 20  # a first paragraph that the stretch left out is at least this long
BESIDE_DATE = 6  # words that a line of a date may say beside it: a name, an outlet


def is_date_line(unit: Unit) -> bool:
    """Whether a line states a date and little else."""
    if unit.prose or len(unit.text) > 160:
        return False
    if not unit.stamps:
        return bool(in_line_of_date(unit.text))
    return len(remainder(unit.text).split()) <= BESIDE_DATE or bool(in_line_of_date(unit.text))


def is_meta(unit: Unit) -> bool:
    """Whether a line belongs to the head of an article: its author, its date."""
    if unit.known and unit.known.why == RUNNING_HEAD:
        return False
    if unit.bullet and not byline(unit.text):
        return False
    return is_date_line(unit) or (not unit.prose and bool(byline(unit.text)))


def body_start(found: list[Unit], start: int, end: int) -> int:
    """Index of the first unit after headline, summary, author and date."""
    first = start
    prose = 0
    for index in range(start, min(start + INSIDE, end)):
        unit = found[index]
        if is_meta(unit):
            first = _after_names(found, index + 1)
            prose = 0
        elif unit.prose:
            prose += 1
            if prose > SUMMARIES or unit.count > SUMMARY_WORDS:
                break
    if first > start:
        return first if first < end else start  # a stretch of such lines alone is all the body
    for index in range(start - 1, max(-1, start - BEFORE), -1):
        if is_meta(found[index]):
            return _left_out(found, _after_names(found, index + 1), start)
    return start


def _left_out(found: list[Unit], first: int, start: int) -> int:
    """The first paragraph, where a box after it kept it out of the stretch."""
    for index in range(first, min(first + OUTSIDE, start)):
        unit = found[index]
        if unit.prose and unit.ended and not unit.bullet and unit.count >= FIRST_WORDS:
            return index
    return start


def with_heading(found: list[Unit], start: int) -> int:
    """The start of the body, with the first heading of a list or a live blog above its text."""
    above = start - 1
    if above >= 0 and (step(found, above) or opens_after_time(found, above)):
        return above
    return start


def _after_names(found: list[Unit], index: int) -> int:
    """Passes a name that stands alone right after the date."""
    while index < len(found) and (stands_alone(found[index]) or is_label(found[index].text)):
        index += 1
    return index
