"""Where the article ends behind a box: last paragraphs that links or a table cut off from the rest.

Two paragraphs that stand together speak for themselves, as teasers never stand so. One alone is
the article's where no title stands right above it, as one does above a teaser, where it speaks
neither to the reader nor of an author, and where it names what the article names.
"""

from __future__ import annotations

import re

from tools.draft.reading.feet import describes_author
from tools.draft.reading.units import Unit

CUT_OFF = 16  # units of a box after which the last paragraphs may follow
LAST = ("comment form", "copyright line", "biography", "tags")  # after these nothing follows
LONG = 4  # letters; longer words are rarely "with" and "from"
SAME_STORY = 0.3  # of the longer words of two paragraphs, that the article has used before
SAME_STORY_ALONE = 0.15  # of those of one that stands alone, and two of them at least
ALONE_WORDS = 12
CELL_WORDS = 3  # of a cell of a table that was scraped line by line
CELLS = 4  # so many short lines in a row, and no longer one, are such cells

_TO_READER = re.compile(
    r"\b(?:you|your|our|us|we|click|subscribe|follow|newsletter|copyright)\b", re.IGNORECASE
)


def behind_boxes(found: list[Unit], start: int, end: int) -> int:
    """The end of the article that lies from start to end as far as scores tell."""
    known = {word for unit in found[start:end] for word in unit.words if len(word) > LONG}
    index, limit = end, end + CUT_OFF
    while start < end and index < min(limit, len(found)):
        unit = found[index]
        last = unit.known is not None and unit.known.ends and unit.known.why in LAST
        if last or unit.timed or (unit.stamps and not unit.prose):
            break
        if _pair(found, index):
            if not _same_story(found[index : index + 2], known, SAME_STORY):
                break
        elif not _alone(found, index, end, known):
            index += 1
            continue
        while index < len(found) and _paragraph(found[index]):
            index += 1
        end, limit = index, index + CUT_OFF
    return end


def _paragraph(unit: Unit) -> bool:
    return unit.prose and not unit.bullet


def _pair(found: list[Unit], index: int) -> bool:
    return index + 1 < len(found) and all(map(_paragraph, found[index : index + 2]))


def _same_story(units: list[Unit], known: set[str], share: float) -> bool:
    long = {word for unit in units for word in unit.words if len(word) > LONG}
    return len(long & known) >= max(2, share * len(long))


def _alone(found: list[Unit], index: int, end: int, known: set[str]) -> bool:
    """Whether one paragraph behind a list, a table or furniture goes on with the article."""
    unit = found[index]
    if not _paragraph(unit) or not unit.ended or unit.count < ALONE_WORDS:
        return False
    if _TO_READER.search(unit.text) and not re.search(r"[\"“”]", unit.text):
        return False
    if describes_author(unit) or not _same_story([unit], known, SAME_STORY_ALONE):
        return False
    before = found[index - 1]
    linked = before.bullet or before.row or (before.known is not None and not before.known.ends)
    return index == end or linked or _cells(found[end:index])


def _cells(between: list[Unit]) -> bool:
    """Whether these are the cells of a table, each on a line of its own."""
    short = all(unit.count <= CELL_WORDS and not unit.known for unit in between)
    return short and len(between) >= CELLS
