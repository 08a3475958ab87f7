"""What was measured of drafts, as the documents, the pages of drafts and programs read it."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.commands.common import MisuseError
from tools.model.dates import Date

if TYPE_CHECKING:
    from tools.draft.score import Score

TABLES = ("README.md", "docs/method.md")  # each with the two marks below
BEGIN, END = "<!-- accuracy -->", "<!-- end of accuracy -->"
UNSEEN = "tests/gold"  # the labelled articles that nobody tunes drafts to
OWN = "seeds/stories"


@dataclass(frozen=True)
class Measure:
    """The scores of drafts on one set of articles."""

    rows: list[Score]
    size: int
    of: tuple[str, str]  # what the set consists of: one, and more than one
    how: str  # what stands behind `score` to measure it again
    bare: tuple[int, int] | None = None  # drafts that state a position where nobody takes one

    @property
    def counted(self) -> str:
        one, more = self.of
        return f"{self.size} {one if self.size == 1 else more}"


def table(measure: Measure, day: dt.date) -> str:
    """The scores in Markdown, and below them of what, when and by which command."""
    lines = [
        "| What | Right | Found | F1 | Of |",
        # no alignment: Markdown would write it as style attributes, which the site's policy blocks
        "|---|---|---|---|---|",
        *(
            f"| {row.kind.capitalize()} | {row.precision:.0%} | {row.recall:.0%} "
            f"| {row.f1:.2f} | {row.recorded} |"
            for row in measure.rows
            if row.recorded or row.drafted
        ),
        "",
        f"Measured on {measure.counted}, {Date(day.isoformat()).display()}, "
        f"by `python -m tools score {measure.how}`.",
    ]
    if measure.bare:
        stated, bare = measure.bare
        articles = f"{bare} {'article' if bare == 1 else 'articles'}"
        lines.append(f"Of {articles} without a position, {stated} drafts have one.")
    return "\n".join(lines)


def both_tables(unseen: Measure, own: Measure, day: dt.date) -> str:
    """What the documents have between their marks: what nobody tuned drafts to comes first."""
    articles = f"{unseen.size} {'article' if unseen.size == 1 else 'articles'}"
    return "\n\n".join(
        [
            f"**On {articles} that nobody tuned it to, labelled twice** (`{UNSEEN}`):",
            table(unseen, day),
            f"**On the reviewed records of the project itself** (`{OWN}`), "
            "with which its rules were written:",
            table(own, day),
        ]
    )


def write_tables(root: Path, text: str) -> None:
    """Puts the text between the marks of every document; raises `MisuseError` before any is."""
    from tools.files.read import read_text
    from tools.files.write import write_whole

    between = re.compile(
        f"(?<={re.escape(BEGIN)}\n).*?(?=^{re.escape(END)})", re.DOTALL | re.MULTILINE
    )
    texts = {}
    for name in TABLES:
        texts[name], count = between.subn(lambda _: f"\n{text}\n\n", read_text(root / name))
        if count != 1:
            raise MisuseError(f"{name} must have {BEGIN} and {END} on lines of their own, once")
    for name, whole in texts.items():
        write_whole(root / name, whole)


def write_figures(root: Path, unseen: Measure, own: Measure, day: dt.date) -> None:
    """Writes the figures of both sets, each by its name, for the pages of drafts."""
    from tools.files.figures import FIGURES
    from tools.files.write import write_whole

    sets = {"unseen": unseen, "own": own}
    whole = {name: _figures(measure, day) for name, measure in sets.items()}
    write_whole(root / FIGURES, json.dumps(whole, indent=2) + "\n")


def _figures(measure: Measure, day: dt.date) -> dict[str, Any]:
    noun = measure.of[1].split()[-1]  # articles or stories
    figures: dict[str, Any] = {"measured": day.isoformat(), noun: measure.size}
    if measure.bare:
        stated, bare = measure.bare
        figures["without_position"] = {"articles": bare, "stated": stated}
    figures["kinds"] = {
        row.kind: {"precision": round(row.precision, 3), "recall": round(row.recall, 3)}
        for row in measure.rows
    }
    return figures
