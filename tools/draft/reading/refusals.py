"""A page in the article's place: a guard, an error, an offer. Told, with what a person can do."""

from __future__ import annotations

from collections.abc import Iterable

from tools.draft.reading import Reading
from tools.draft.reading.furniture import Furniture, furniture

MOST_WORDS = 70  # of the paragraphs beside such a line; an article about such pages has more
ONLY_SUBSCRIBERS = (
    "it holds the offer to subscribe and not the article: open the article where you are signed "
    "in, and save it again or paste its text into a .txt"
)
ONLY_CONSENT = (
    "it holds the question about cookies and not the article: answer it in a browser, wait until "
    "the article shows, and save it again or paste its text into a .txt"
)


def refusal(reading: Reading, others: Iterable[str] = ()) -> str | None:
    """Why a reading holds no article, and the way out; None where it may hold one.

    `others` are lines of the page that it does not show among its text, such as its title.
    """
    words = sum(len(span.of(reading.text).split()) for span in reading.paragraphs)
    if words > MOST_WORDS:
        return None
    lines = [line.strip() for line in (*reading.text.split("\n"), *others) if line.strip()]
    known = [found for line in lines if (found := furniture(" ".join(line.split())[:1600]))]
    if advice := next((found.refuse for found in known if found.refuse), None):
        return advice
    return None if words else _in_its_place(known)


def _in_its_place(known: list[Furniture]) -> str | None:
    """What stands where no paragraph of an article does."""
    if any(found.cuts for found in known):
        return ONLY_SUBSCRIBERS
    if any(found.why == "cookies and privacy" and found.box for found in known[:3]):
        return ONLY_CONSENT
    return None
