"""What each unit of the stretch is: a paragraph, a heading, or not the article's, and why."""

from __future__ import annotations

import re
from statistics import median
from typing import Literal

from tools.draft.reading.captions import is_caption, is_film
from tools.draft.reading.segment import announced, boxed, step
from tools.draft.reading.units import Unit

Kind = Literal["paragraph", "heading"]
Verdict = tuple[Kind, None] | tuple[None, str]

HEADING_WORDS = 18
LINK_WORDS = 6  # of two titles in a row, one this long is a link and the other the heading
MANY = 3  # titles in a row that are links; two may be a heading and one below it
LIST_WORDS = 6  # an item of a list that is a sentence of its own
QUESTION_WORDS = 16
# A heading with a full stop is told from a short paragraph where the paragraphs are long, and
# where it says what the next one is about.
ENDED_HEADING_WORDS = 12
LONG_PARAGRAPHS = 45  # words, at the median
AGREEMENT = 0.4  # of the heading's longer words that the next paragraph repeats
BOX_TITLE_WORDS = 5
SECTION_WORDS = 3

PARAGRAPH: Verdict = ("paragraph", None)
HEADING: Verdict = ("heading", None)

_OPENS_QUOTE = re.compile(r"[\"“'‘]")
_IMPERATIVE = re.compile(
    r"(?:get|click|follow|check|visit|download|stay|sign|subscribe|read|watch|join|listen|catch|"
    r"enquire|discover|shop|browse|find|see|book|tune|buy|choose|send|email|call)\b",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(
    r"\b(?:here|below|now|today|app|newsletter|newsletters|website|on twitter|on facebook|updates|"
    r"channel|page|our|us|latest|deals|link|real-time|.com)\b",
    re.IGNORECASE,
)


class Body:
    """The units of the stretch with the state that their order needs."""

    def __init__(self, found: list[Unit], start: int, end: int) -> None:
        self.found, self.start, self.end = found, start, end
        lengths = [unit.count for unit in found[start:end] if unit.prose and not unit.bullet]
        self.usual = median(lengths) if lengths else 0

    def verdicts(self) -> list[Verdict]:
        """One for every unit from start to end."""
        given: list[Verdict] = []
        for index in range(self.start, self.end):
            given.append(self._plain(index) or self._title(index))
        return self._without_stray_headings(given)

    def _plain(self, index: int) -> Verdict | None:
        """The verdict on anything but a line that may be a heading."""
        unit = self.found[index]
        if unit.known:
            return None, unit.known.why
        if unit.timed:
            return None, "time or date"
        if unit.row:
            return None, "table"
        if boxed(self.found, index) or self._promotion(index):
            return None, "promotion"
        if is_caption(self.found, index):
            return None, "caption"
        if is_film(unit):
            return None, "player"
        if step(self.found, index) or self._numbered_heading(index):
            return HEADING
        if unit.bullet or self._inside_list(index):
            return self._item(index)
        if unit.text.endswith(":") and self._next(index) is not None:
            return PARAGRAPH  # it announces what follows
        if unit.ended and not self._ended_heading(index) and not self._question(index):
            return PARAGRAPH
        if not unit.titled and not self._question(index) and not unit.ended:
            if unit.prose:
                return PARAGRAPH
            # "2018 to 2020: refusing" is a title although no letter of it is a capital
            return None if unit.text[0].isdigit() else (None, "list of names")
        return None

    def _item(self, index: int) -> Verdict:
        """An item of a list is kept where it is a sentence, or where a sentence announces it."""
        unit = self.found[index]
        if announced(self.found, index) or self._sentence_of_list(index):
            return PARAGRAPH
        beside = [i for i in (index - 1, index + 1) if self.start <= i < self.end]
        if unit.bullet and unit.ended and any(map(self._sentence_of_list, beside)):
            return PARAGRAPH  # "the others: likewise.", beside an item that is a sentence
        return None, "list of links"

    def _sentence_of_list(self, index: int) -> bool:
        """Whether it is an item of a list and a sentence of its own."""
        unit = self.found[index]
        told = unit.ended and not unit.text.endswith("?")
        return unit.bullet and told and unit.count >= LIST_WORDS

    def _numbered_heading(self, index: int) -> bool:
        """Whether it is "2. Protections for renters" with the text about it underneath."""
        unit = self.found[index]
        if not unit.bullet or unit.ended or unit.count > HEADING_WORDS or index + 1 >= self.end:
            return False
        after = self.found[index + 1]
        alone = not self.found[index - 1].bullet and not after.bullet
        return unit.numbered and alone and after.prose

    def _inside_list(self, index: int) -> bool:
        """Whether a short line stands between two items of a list."""
        unit = self.found[index]
        if not self.start < index < self.end - 1 or unit.count > HEADING_WORDS:
            return False
        if unit.prose and not unit.text.endswith("?"):
            return False
        if unit.ended and step(self.found, index - 1):
            return False
        return self.found[index - 1].bullet and self.found[index + 1].bullet

    def _promotion(self, index: int) -> bool:
        """Whether it tells the reader what to click, at either end or beside furniture."""
        unit = self.found[index]
        if unit.count > 30 or not _IMPERATIVE.match(unit.text):
            return False
        if not _ADDRESSES.search(unit.text):
            return False
        beside = [i for i in (index - 1, index + 1) if self.start <= i < self.end]
        return len(beside) < 2 or any(self.found[i].known for i in beside)

    def _question(self, index: int) -> bool:
        """Whether it is a question as a heading, not one put to somebody who then answers."""
        unit = self.found[index]
        if not unit.text.endswith("?") or unit.count > QUESTION_WORDS or unit.sentences > 1:
            return False
        after = self._next(index)
        return after is not None and not _OPENS_QUOTE.match(after.text)

    def _ended_heading(self, index: int) -> bool:
        """Whether it is a heading although it ends in a full stop."""
        unit, after = self.found[index], self._next(index)
        if unit.count > ENDED_HEADING_WORDS or unit.sentences > 1 or unit.gap == 0:
            return False
        if after is None or not after.prose or after.count < 3 * unit.count:
            return False
        if _OPENS_QUOTE.search(unit.text) or self.usual < LONG_PARAGRAPHS:
            return False
        long = {word for word in unit.words if len(word) > 3}
        return len(long & set(after.words)) >= AGREEMENT * len(long)

    def _next(self, index: int) -> Unit | None:
        """The next unit that is not furniture."""
        for unit in self.found[index + 1 : self.end]:
            if not unit.known and not unit.timed:
                return unit
        return None

    def _title(self, index: int) -> Verdict:
        """A heading, where text follows; of several titles in a row most are links."""
        unit = self.found[index]
        after = self._next(index)
        if unit.count > HEADING_WORDS and not unit.ended:
            return (None, "link") if after is None or not after.prose else HEADING
        if after is None:
            return None, "after the article"
        if self._announced(index) or self._trails_list(index):
            return None, "related stories"
        following = self._next_title(index)
        long = unit.count >= LINK_WORDS and not unit.text.endswith("?")
        many = self._run(index) >= MANY
        link = (many and long) if following is None else (many or unit.count >= LINK_WORDS)
        return (None, "related stories") if link else HEADING

    def _announced(self, index: int) -> bool:
        """Whether "Read more" or a film's announcement stands right before it."""
        before = self.found[index - 1] if index > self.start else None
        if before is None or before.known is None:
            return False
        return before.known.ends or (
            before.known.why in ("related stories", "player") and before.text.endswith(":")
        )

    def _trails_list(self, index: int) -> bool:
        """Whether it is the section of the last item of a list of links."""
        before = self.found[index - 1] if index > self.start else None
        links = before is not None and before.bullet and not before.ended
        return links and self.found[index].count <= SECTION_WORDS

    def _next_title(self, index: int) -> int | None:
        """The index of a title right after this one."""
        nearby = index + 1
        if nearby >= self.end:
            return None
        unit = self.found[nearby]
        plain = unit.titled and not unit.ended and not unit.bullet
        return nearby if plain or self._question(nearby) else None

    def _run(self, index: int) -> int:
        """How many titles stand in a row here, as far as that matters."""
        length, at = 1, index
        while length < MANY and (following := self._next_title(at)) is not None:
            length, at = length + 1, following
        at = index
        while (
            length < MANY
            and at > self.start
            and self._next_title(at - 1) == at
            and self.found[at - 1].titled
        ):
            length, at = length + 1, at - 1
        return length

    def _without_stray_headings(self, given: list[Verdict]) -> list[Verdict]:
        """A heading with no paragraph under it is the title of a box."""
        kept = list(given)
        under = False  # whether a paragraph has been seen since the next heading, from the end
        for index in range(len(kept) - 1, -1, -1):
            if kept[index] == PARAGRAPH:
                under = True
            elif kept[index] == HEADING and not under:
                kept[index] = (None, "after the article")
            elif kept[index] == HEADING and self._titles_box(self.start + index):
                kept[index] = (None, "title of a box")
        return kept

    def _titles_box(self, index: int) -> bool:
        """Whether a short title stands right above a newsletter's or subscribers' box."""
        if index + 1 >= self.end or self.found[index].count > BOX_TITLE_WORDS:
            return False
        below = self.found[index + 1 : index + 3]
        return any(unit.known is not None and unit.known.box for unit in below)
