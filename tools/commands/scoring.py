"""`score`: how right fresh drafts are, measured on the project's own reviewed records.

`--gold DIR` measures on labelled articles, which nobody has to draft or review as stories first.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

from tools.commands.common import FINE, MisuseError, add_command, progress, story_names
from tools.commands.drafter import Drafter, add_with, drafter_of
from tools.model.dates import Date

if TYPE_CHECKING:
    from tools.draft.score import Score
    from tools.model.record import Explainer
    from tools.model.story import Story
    from tools.model.vocabulary import Vocabulary

TABLES = ("README.md", "docs/method.md")  # each with the two marks below
BEGIN, END = "<!-- accuracy -->", "<!-- end of accuracy -->"
FIGURES = "docs/accuracy.json"  # what the pages of drafts say


def add_score(commands: Any) -> None:
    """Adds `score [STORY...]` to the parser."""
    parser = add_command(commands, "score", "compare fresh drafts with the reviewed records")
    parser.add_argument(
        "story", nargs="*", help="folders of seeds/stories; all where none is given"
    )
    parser.add_argument(
        "--write", action="store_true", help=f"put the table into {' and '.join(TABLES)}"
    )
    parser.add_argument(
        "--gold",
        metavar="DIR",
        type=Path,
        help="measure by labelled articles instead: NAME.txt and NAME.yml beside each other",
    )
    add_with(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    if options.gold is None:
        return _score(options)
    if options.write or options.story:
        raise MisuseError(
            "--gold must stand without --write and without stories: its articles are none of them"
        )
    return _gold(options)


def _gold(options: argparse.Namespace) -> int:
    """`score --gold DIR`: drafts every labelled article afresh and prints a table."""
    from tools.commands.labelled import labelled
    from tools.draft.labels import label_scores, without_position
    from tools.files.read import vocabulary

    drafter = drafter_of(options)
    known, _ = vocabulary(options.root)
    articles = labelled(options.gold, known, drafter)
    how = f"--gold {quote(str(options.gold))}"
    how += f" --with {quote(drafter.command)}" if drafter else ""
    counted = _count(len(articles), "labelled article", "labelled articles")
    print(_table(label_scores(articles), counted, dt.date.today(), how))
    stated, bare = without_position(articles)
    print(f"Of {_count(bare, 'article', 'articles')} without a position, {stated} drafts have one.")
    return FINE


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _score(options: argparse.Namespace) -> int:
    """`score`: drafts every reviewed story afresh and prints a table; writes only with --write."""
    from tools.draft.score import scores
    from tools.files.read import seeds
    from tools.files.write import write_whole

    drafter = drafter_of(options)
    if drafter and options.write:
        raise MisuseError(
            "--write must stand without --with: the published table is of the project's own drafts"
        )
    found, _ = seeds(options.root)
    names = story_names(found, options.story)
    stories = [
        story
        for story in found.stories
        if story.record and story.record.status == "reviewed" and (not names or story.name in names)
    ]
    if not stories:
        raise MisuseError("there is no reviewed story to measure drafts by")
    rows = scores(_drafted(stories, found.vocabulary, drafter))
    how = f"--with {quote(drafter.command)}" if drafter else "--write"
    counted = _count(len(stories), "reviewed story", "reviewed stories")
    table = _table(rows, counted, dt.date.today(), how)
    print(table)
    if options.write:
        for name, text in _written(options.root, table).items():
            write_whole(options.root / name, text)
        write_whole(options.root / FIGURES, _figures(rows, len(stories), dt.date.today()))
    return FINE


def _drafted(
    stories: list[Story], vocabulary: Vocabulary, drafter: Drafter | None
) -> Iterator[tuple[Story, Explainer]]:
    from tools.commands.records import fresh

    for number, story in enumerate(stories, 1):
        progress(number, len(stories))
        yield story, fresh(story, vocabulary, drafter=drafter)


def _table(rows: list[Score], counted: str, day: dt.date, how: str) -> str:
    lines = [
        "| What | Right | Found | F1 | Of |",
        # no alignment: Markdown would write it as style attributes, which the site's policy blocks
        "|---|---|---|---|---|",
        *(
            f"| {row.kind.capitalize()} | {row.precision:.0%} | {row.recall:.0%} "
            f"| {row.f1:.2f} | {row.recorded} |"
            for row in rows
            if row.recorded or row.drafted
        ),
        "",
        f"Measured on {counted}, {Date(day.isoformat()).display()}, "
        f"by `python -m tools score {how}`.",
    ]
    return "\n".join(lines)


def _figures(rows: list[Score], stories: int, day: dt.date) -> str:
    kinds = {
        row.kind: {"precision": round(row.precision, 3), "recall": round(row.recall, 3)}
        for row in rows
    }
    whole = {"measured": day.isoformat(), "stories": stories, "kinds": kinds}
    return json.dumps(whole, indent=2) + "\n"


def _written(root: Path, table: str) -> dict[str, str]:
    """The documents with the table between their marks."""
    from tools.files.read import read_text

    between = re.compile(
        f"(?<={re.escape(BEGIN)}\n).*?(?=^{re.escape(END)})", re.DOTALL | re.MULTILINE
    )
    texts = {}
    for name in TABLES:
        text, count = between.subn(lambda _: f"\n{table}\n\n", read_text(root / name))
        if count != 1:
            raise MisuseError(f"{name} must have {BEGIN} and {END} on lines of their own, once")
        texts[name] = text
    return texts
