"""What templates call things, and how they show dates, companies and positions."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment

from tools.desk.cards import CLAIMS
from tools.desk.kinds import HEAD, KINDS
from tools.desk.known import known_as
from tools.model.dates import Date

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
    env.globals["known_as"] = known_as
    env.filters["day"] = day
