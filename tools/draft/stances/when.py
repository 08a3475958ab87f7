"""When a stance was stated: the date in its sentence, and whether that makes it mere background."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.draft.dates.find import Found
    from tools.draft.parse import Sentence
    from tools.draft.sense import Understood
    from tools.model.dates import Date

BACKGROUND = 2  # years from which on a dated stance is background
# these lead to a limit, a time since or the name of a thing, not to when something was said
_NO_TIME = re.compile(
    r"\b(?:since|until|till|by|from|before|after|of|the|a|an|next|to)\s*$", re.IGNORECASE
)
# what such a word begins, up to a comma, happened at a time of its own: "after a law was made on";
# a case is brought before a court
_CLAUSE = re.compile(
    r"\b(?:after|before(?!\s[^,;]*\b(?:court|judges?|tribunal|bench|panel|committee)\b)|since|when|until"
    r"|once|while|as)\s[^,;]*$",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(r"\b(?:(?:years|decades|a decade) (?:ago|earlier)|decades? before)\b")


class Times:
    """The dates of an article, looked up by sentence."""

    def __init__(self, article: Understood) -> None:
        published = article.published
        self.text = article.parsed.reading.text
        self.found = article.dates
        self.published = published.text if published else None
        years = [int(one.date.text[:4]) for one in self.found if one.date.text[:4].isdigit()]
        self.year = int(self.published[:4]) if self.published else max(years, default=None)

    def of(self, sentence: Sentence) -> Date | None:
        """When the sentence says that something was said or done; None where it does not."""
        for one in self._inside(sentence):
            if _CLAUSE.search(self.text[sentence.span.start : one.start]):
                continue
            if self.published is None or one.date.text[:10] <= self.published:
                return one.date
        return None

    def is_background(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of years ago."""
        if _LONG_AGO.search(sentence.quote):
            return True
        years = [one.date.text[:4] for one in self._inside(sentence)]
        return self.year is not None and any(
            year.isdigit() and int(year) <= self.year - BACKGROUND for year in years[:1]
        )

    def _inside(self, sentence: Sentence) -> list[Found]:
        return [
            one
            for one in self.found
            if sentence.span.start <= one.start < sentence.span.end
            and not _NO_TIME.search(self.text[sentence.span.start : one.start])
            and "/" not in one.date.text
        ]
