"""What an editor should know of an article as a whole: that it breaks off, say."""

from __future__ import annotations

from collections.abc import Sequence

from tools.draft.reading.live import is_entry_time
from tools.draft.reading.units import STOPWORDS, Unit

CUT = (
    "The article may not be whole: it breaks off where it asks the reader to subscribe. Open it "
    "where you are signed in, and save it again or paste its text."
)
LIVE = (
    "It is a live blog: its entries stand in the order of the page, often the newest first, and "
    "weekdays and “now” are those of each entry."
)
FOREIGN = (
    "The article does not seem to be in English, and only English is understood: what is drafted "
    "from it has to be checked line by line."
)
AFTER = 8  # units after the last paragraph in which an offer still cuts it off
LEAST_WORDS = 25  # of a text of which the language can be told
ENGLISH_SHARE = 0.15  # of the words are the commonest ones


def notes(found: Sequence[Unit], paragraphs: Sequence[int]) -> tuple[str, ...]:
    """The notes on an article, whose paragraphs are the units of these indices."""
    if not paragraphs:
        return ()
    last = paragraphs[-1]
    cut = any(u.known is not None and u.known.cuts for u in found[last + 1 : last + 1 + AFTER])
    live = sum(is_entry_time(unit) for unit in found) > 1
    words = [word for index in paragraphs for word in found[index].words]
    common = sum(word in STOPWORDS for word in words)
    foreign = len(words) >= LEAST_WORDS and common < ENGLISH_SHARE * len(words)
    told = ((cut, CUT), (live, LIVE), (foreign, FOREIGN))
    return tuple(note for holds, note in told if holds)
