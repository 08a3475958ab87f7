"""What templates call things, and how they show dates, companies and positions."""

from __future__ import annotations

import re
from typing import Any

from jinja2 import Environment

from tools.desk.cards import CLAIMS
from tools.desk.kinds import HEAD, KINDS
from tools.desk.known import known_as
from tools.model.dates import Date

_PLACE = re.compile(r"(?P<kind>[a-z_]+)(?:\[(?P<number>\d+)\])?(?P<rest>(?:\.\w+|\[\d+\])*)(?= )")
_STEP = re.compile(r"\w+")
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


def in_words(message: str) -> str:
    """A message of `check` whose place is named as the desk calls it.

    `stances[3].company must …` is told as `Position 3: company must …`.
    """
    found = _PLACE.match(message)
    kind = KINDS.get(found["kind"]) if found else None
    if found is None or kind is None or found["kind"] == HEAD:
        return message
    name = f"{kind[1]} {found['number']}" if found["number"] else kind[1 if found["rest"] else 0]
    steps = " ".join(_STEP.findall(found["rest"]))
    return f"{name}: {steps}{message[found.end() :]}" if steps else name + message[found.end() :]


def add_to(env: Environment) -> None:
    """Gives these words to the templates."""
    env.globals.update(KINDS=KINDS, VERDICTS=VERDICTS, CLAIM_KINDS=tuple(CLAIMS), HEAD=HEAD)
    env.globals["known_as"] = known_as
    env.filters["day"] = day
    env.filters["in_words"] = in_words
