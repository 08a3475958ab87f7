"""The commands that begin with an article: `read` and `new`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from tools.commands.common import FINE, FOUND, MisuseError, add_command, legal
from tools.commands.drafter import add_with, drafter_of
from tools.commands.inputs import article_text, is_kept, reading_as_json, reading_of
from tools.commands.records import ARTICLE, check_new, write_story
from tools.model.dates import Date


def add_read(commands: Any) -> None:
    """Adds `read --json FILE...` to the parser."""
    reads = add_command(
        commands, "read", "say what is taken for the article in a file, and what not"
    )
    reads.add_argument("--json", action="store_true", required=True, help="one object a line")
    reads.add_argument("file", nargs="+", type=Path, help="articles as .txt or .html")
    reads.set_defaults(run=_read)


def add_new(commands: Any) -> None:
    """Adds `new STORY --from FILE` to the parser."""
    news = add_command(commands, "new", "make a story's folder from an article")
    news.add_argument("story", help="its name, for example 2024-03-ostvale-message-logs")
    news.add_argument(
        "--from", dest="file", required=True, type=Path, help="the article, as .txt or .html"
    )
    news.add_argument(
        "--published",
        metavar="DATE",
        type=Date,
        help="the day of the article, such as 2024-03-08, where its text does not state it",
    )
    add_with(news)
    news.set_defaults(run=_new)


def _read(options: argparse.Namespace) -> int:
    """`read --json FILE...`: one line a file, in their order; 1 where one could not be read."""
    from tools.draft.reading import NotAnArticleError

    missing = next((file for file in options.file if not file.is_file()), None)
    if missing is not None:
        raise MisuseError(f"there is no file {missing}")
    code = FINE
    for file in options.file:
        entry: dict[str, Any] = {"file": str(file)}
        try:
            reading = reading_of(file)
            entry |= reading_as_json(reading, with_offsets=is_kept(file, reading))
        except NotAnArticleError as refusal:
            print(f"{file}: {refusal}", file=sys.stderr)
            entry |= {**reading_as_json(None), "refused": str(refusal)}
            code = FOUND
        print(json.dumps(entry, ensure_ascii=False))
    return code


def _new(options: argparse.Namespace) -> int:
    """`new STORY --from FILE`: the folder with the article and the draft of its record."""
    from tools.draft.reading import NotAnArticleError
    from tools.files.read import RECORD, STORIES

    name, file, drafter = options.story, options.file, drafter_of(options)
    legal(options.published)
    check_new(options.root, name)
    if not file.is_file():
        raise MisuseError(f"there is no file {file}")
    try:
        text, notes = article_text(file), reading_of(file).notes
    except NotAnArticleError as refusal:
        raise MisuseError(f"{file}: {refusal}") from refusal
    if not text.strip():
        raise MisuseError(f"{file}: there is no text in it")
    write_story(options.root, name, text, options.published, drafter=drafter)
    for note in notes:
        print(f"note: {file}: {note}", file=sys.stderr)
    print(f"Wrote {STORIES}/{name}: {ARTICLE} and the draft of {RECORD}.")
    print(f"Review the draft against the article, and run: python -m tools check {name}")
    return FINE
