"""What a line is by what stands around it: the further lines of a notice that one line gave away.

The sentences of a consent notice or of an offer to subscribe need none of the phrases of
furniture.yml: they stand under a line that has one, speak to the reader, and say what such notices
are about.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tools.draft.reading.furniture import Furniture, reports
from tools.draft.reading.live import entries_marked
from tools.draft.reading.units import Unit

LONGEST = 90  # words; no sentence of a notice is longer

_TO_READER = re.compile(r"\b(?:you|your|our|we|us|these cookies)\b", re.IGNORECASE)
_ABOUT = {
    "cookies and privacy": re.compile(
        r"\b(?:cookies?|consent|browser|device|trackers?|tracking|preferences|advertising|"
        r"personal (?:data|information)|partners)\b",
        re.IGNORECASE,
    ),
    "paywall or account": re.compile(
        r"\b(?:subscri\w+|trial|cancel|(?:a|per|every) (?:week|month|year)|weekly|monthly|yearly|"
        r"digital access|members?|membership|account|sign(?:ed)? in|log(?:ged)? in|billed|renews?|"
        r"unlimited|offer|articles? (?:left|for free|this month))\b",
        re.IGNORECASE,
    ),
}
_MENDS = re.compile(
    r"\b(?:earlier version|originally|incorrect(?:ly)?|misstated|misspelled|misidentified|"
    r"mistakenly|wrongly|should have|regrets?|amended|corrected|in error|the error|updated to)\b",
    re.IGNORECASE,
)
_QUOTES = re.compile(r"[\"“”]")


def in_context(found: list[Unit]) -> list[Unit]:
    """The units, those that go on with a notice marked as what the notice is."""
    marked: list[Unit] = []
    found = entries_marked(found)
    notice: Furniture | None = None
    for unit in found:
        if unit.known:
            notice = unit.known
        elif notice is not None and _goes_on(unit, notice):
            unit = replace(unit, known=replace(notice, ends=False))
        else:
            notice = None
        marked.append(unit)
    return marked


def _goes_on(unit: Unit, notice: Furniture) -> bool:
    if notice.why == "note of a correction":
        return bool(_MENDS.search(unit.text))
    about = _ABOUT.get(notice.why)
    if about is None or unit.count > LONGEST:
        return False
    if reports(unit.text) or _QUOTES.search(unit.text):
        return False
    return bool(_TO_READER.search(unit.text) and about.search(unit.text))
