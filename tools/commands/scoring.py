"""`score`: how right fresh drafts are, measured on the project's own reviewed records.

`--desk` tells what editors made of drafts on this machine.
`--gold DIR` measures on labelled articles, which nobody has to draft or review as stories first;
`--write` measures on both, the labelled articles being those that nobody tunes drafts to.
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

from tools.commands.accuracy import (
    TABLES,
    UNSEEN,
    Measure,
    both_tables,
    table,
    write_figures,
    write_tables,
)
from tools.commands.common import FINE, MisuseError, add_command, progress, story_names
from tools.commands.drafter import Drafter, add_with, drafter_of, tell_undrafted

if TYPE_CHECKING:
    from tools.model.record import Explainer
    from tools.model.story import Seeds, Story
    from tools.model.vocabulary import Vocabulary


def add_score(commands: Any) -> None:
    """Adds `score [STORY...]` to the parser."""
    parser = add_command(commands, "score", "compare fresh drafts with the reviewed records")
    parser.add_argument(
        "story", nargs="*", help="folders of seeds/stories; all where none is given"
    )
    parser.add_argument(
        "--write",
        action="store_true",
        help=f"put this table and that of {UNSEEN} into {' and '.join(TABLES)}",
    )
    parser.add_argument(
        "--gold",
        metavar="DIR",
        type=Path,
        help="measure by labelled articles instead: NAME.txt and NAME.yml beside each other",
    )
    parser.add_argument(
        "--desk",
        action="store_true",
        help="tell instead what was made of drafts at the desk on this machine",
    )
    add_with(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    if options.desk:
        return _desk(options)
    if options.gold is None:
        return _score(options)
    if options.write or options.story:
        raise MisuseError(
            "--gold must stand without --write and without stories: its articles are none of them"
        )
    return _gold(options)


def _desk(options: argparse.Namespace) -> int:
    """`score --desk`: counts what was decided of drafts; drafts nothing."""
    from tools.desk.judged import judged, table
    from tools.desk.store import Store

    if options.gold or options.write or options.drafter:
        raise MisuseError("--desk must stand without --gold, --write and --with: it drafts nothing")
    wanted = {Path(name).name for name in options.story}
    found = {
        name: decisions
        for name, decisions in Store(options.root).all_decisions().items()
        if decisions and (not wanted or name in wanted)
    }
    print(table(judged(found), len(found)))
    return FINE


def _gold(options: argparse.Namespace) -> int:
    """`score --gold DIR`: drafts every labelled article afresh and prints a table."""
    from tools.files.read import vocabulary

    drafter = drafter_of(options)
    known, _ = vocabulary(options.root)
    tell_undrafted(known, drafter)
    print(table(_by_labels(known, options.gold, drafter), dt.date.today()))
    return FINE


def _by_labels(known: Vocabulary, folder: Path, drafter: Drafter | None) -> Measure:
    from tools.commands.labelled import labelled
    from tools.draft.labels import label_scores, without_position

    articles = labelled(folder, known, drafter)
    how = f"--gold {quote(str(folder))}"
    how += f" --with {quote(drafter.command)}" if drafter else ""
    of = ("labelled article", "labelled articles")
    return Measure(label_scores(articles), len(articles), of, how, without_position(articles))


def _score(options: argparse.Namespace) -> int:
    """`score`: drafts every reviewed story afresh and prints a table; writes only with --write."""
    from tools.files.read import seeds

    drafter = drafter_of(options)
    if drafter and options.write:
        raise MisuseError(
            "--write must stand without --with: the published table is of the project's own drafts"
        )
    found, _ = seeds(options.root)
    names = story_names(found, options.story)
    tell_undrafted(found.vocabulary, drafter)
    own, day = _by_records(found, names, drafter), dt.date.today()
    if not options.write:
        print(table(own, day))
        return FINE
    unseen = _by_labels(found.vocabulary, options.root / UNSEEN, None)
    unseen = replace(unseen, how=f"--gold {UNSEEN}")  # as whoever repeats it writes it
    text = both_tables(unseen, own, day)
    write_tables(options.root, text)
    write_figures(options.root, unseen, own, day)
    print(text)
    return FINE


def _by_records(found: Seeds, names: list[str], drafter: Drafter | None) -> Measure:
    from tools.draft.score import scores

    stories = [
        story
        for story in found.stories
        if story.record and story.record.status == "reviewed" and (not names or story.name in names)
    ]
    if not stories:
        raise MisuseError("there is no reviewed story to measure drafts by")
    rows = scores(_drafted(stories, found.vocabulary, drafter))
    how = f"--with {quote(drafter.command)}" if drafter else "--write"
    return Measure(rows, len(stories), ("reviewed story", "reviewed stories"), how)


def _drafted(
    stories: list[Story], vocabulary: Vocabulary, drafter: Drafter | None
) -> Iterator[tuple[Story, Explainer]]:
    from tools.commands.records import fresh

    for number, story in enumerate(stories, 1):
        progress(number, len(stories))
        yield story, fresh(story, vocabulary, drafter=drafter)
