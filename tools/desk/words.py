"""What templates call things, and how they show dates, companies and positions."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment

from tools.desk.cards import CLAIMS, HEAD
from tools.model.dates import Date

# the heading of each list, what one entry is called, and the letter that marks it in the article
KINDS: dict[str, tuple[str, str, str]] = {
    HEAD: ("The page", "The page", ""),
    "sources": ("Articles", "Article", ""),
    "answer": ("Answer", "Answer", "A"),
    "key_points": ("Key points", "Key point", "K"),
    "stances": ("Positions", "Position", "P"),
    "timeline": ("Timeline", "Event", "E"),
    "sections": ("Background", "Background", "B"),
    "who": ("Who is who", "Who", "W"),
    "figures": ("Figures", "Figure", "F"),
    "unknowns": ("Not known", "Not known", "U"),
    "terms": ("Short forms", "Short form", "S"),
    "candidates": ("Candidates", "Candidate", "?"),
    "notes": ("Editor’s notes", "Note", ""),
    "changes": ("Changes", "Change", ""),
}
VERDICTS = {
    "kept": "kept",
    "changed": "changed",
    "made": "made by you",
    "taken": "from a candidate",
    "dropped": "dropped",
    "none": "no position",
}


def day(text: Any) -> str:
    """An EDTF date in words; what is none is said to be none."""
    if not text:
        return ""
    date = Date(str(text))
    return "not a date yet" if date.fault else date.display()


def add_to(env: Environment) -> None:
    """Gives these words to the templates."""
    env.globals.update(KINDS=KINDS, VERDICTS=VERDICTS, CLAIM_KINDS=tuple(CLAIMS), HEAD=HEAD)
    env.filters["day"] = day
