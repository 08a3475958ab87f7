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
    "The article does not seem to be in English, and only English is understood: sentences are "
    "chosen from it, but no dates, positions, names, short forms or figures."
)
AFTER = 8  # units after the last paragraph in which an offer still cuts it off
LEAST_WORDS, LEAST_LETTERS = 20, 60  # of a text of which the language can be told
ENGLISH_SHARE = 0.05  # of the words are such as English alone has; of any English text thrice that
# "Over a week had we in an office" is made of words that German, Dutch and Norwegian have as well
SHARED = frozenset(
    "a all an are as at be but by can do for had have he her him i if in is it man me no now of on "
    "one or our over so us was we will".split()
)
ENGLISH = STOPWORDS - SHARED
LATIN = "\u024f"  # the last letter of the alphabet that English is written in, and its neighbours


def notes(found: Sequence[Unit], paragraphs: Sequence[int]) -> tuple[str, ...]:
    """The notes on an article, whose paragraphs are the units of these indices."""
    if not paragraphs:
        return ()
    last = paragraphs[-1]
    cut = any(u.known is not None and u.known.cuts for u in found[last + 1 : last + 1 + AFTER])
    live = sum(is_entry_time(unit) for unit in found) > 1
    foreign = _is_foreign([word for index in paragraphs for word in found[index].words])
    told = ((cut, CUT), (live, LIVE), (foreign, FOREIGN))
    return tuple(note for holds, note in told if holds)


def _is_foreign(words: Sequence[str]) -> bool:
    """Whether words are those of another language, by their letters or by the commonest ones."""
    letters = [letter for word in words for letter in word if letter.isalpha()]
    if len(letters) >= LEAST_LETTERS and sum(one > LATIN for one in letters) > len(letters) / 2:
        return True
    common = sum(word in ENGLISH for word in words)
    return len(words) >= LEAST_WORDS and common < ENGLISH_SHARE * len(words)
