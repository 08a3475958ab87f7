"""`draft`: the first record of a story, or what an article says, made by rules."""

from __future__ import annotations

import argparse
import difflib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

from tools.commands.common import (
    FINE,
    FOUND,
    MisuseError,
    add_command,
    legal,
    progress,
    story_names,
)
from tools.commands.drafter import DrafterError, add_with, drafter_of, tell_undrafted
from tools.model.article import Article
from tools.model.dates import Date

if TYPE_CHECKING:
    from tools.model.problem import Problem
    from tools.model.record import Explainer
    from tools.model.story import Story


def add_draft(commands: Any) -> None:
    """Adds `draft STORY...` and `draft --json FILE...` to the parser."""
    parser = add_command(
        commands, "draft", "draft a record; where there is one, only show what would change"
    )
    parser.add_argument("--json", action="store_true", help="draft files, one object a line")
    parser.add_argument(
        "--published",
        metavar="DATE",
        type=Date,
        help="the day of articles that do not state theirs",
    )
    parser.add_argument(
        "story", nargs="+", help="folders of seeds/stories; with --json, articles as .txt or .html"
    )
    add_with(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    legal(options.published)
    return _json(options) if options.json else _draft(options)


def _draft(options: argparse.Namespace) -> int:
    """`draft STORY...`: writes explainer.yml where absent, else prints what would change."""
    from tools.commands.records import fresh
    from tools.files.canonical import record_text
    from tools.files.read import seeds
    from tools.files.write import write_whole

    drafter = drafter_of(options)
    found, unread = seeds(options.root)
    stories = {story.name: story for story in found.stories}
    names = story_names(found, options.story)
    tell_undrafted(found.vocabulary, drafter)
    for name in names:
        story = stories[name]
        _refuse_unread(story, unread)
        _refuse_misnamed(options.root, story)
        drafted = fresh(story, found.vocabulary, options.published, drafter)
        path = options.root / story.path
        if not path.exists():
            write_whole(path, record_text(drafted))
            print(f"Wrote {story.path}. Review it, and run: python -m tools check {quote(name)}")
            continue
        print(f"{story.path} is there, and stays as it is.", end=" ")
        changes = list(_changes(story, drafted))
        print("A fresh draft would change:" if changes else "A fresh draft would change nothing.")
        print(*changes, sep="\n", end="\n" if changes else "")
    return FINE


def _refuse_unread(story: Story, unread: list[Problem]) -> None:
    """Raises `MisuseError` where an article of a story cannot be read: no draft of it is whole."""
    folder = story.path.rpartition("/")[0]
    for problem in unread:
        if problem.path in {f"{folder}/{file}" for file in story.unread}:
            raise MisuseError(f"{problem}")


def _refuse_misnamed(root: Path, story: Story) -> None:
    """Raises `MisuseError` where the record is there under another name: two would be one too many.

    A record beside it, which is read, is `check`'s to complain of.
    """
    from tools.files.missing import misnamed, no_record

    path = root / story.path
    if not path.exists() and misnamed(path):
        raise MisuseError(str(no_record(path, root)))


def _changes(story: Story, drafted: Explainer) -> Iterator[str]:
    """What a fresh draft would change of the claims, line by line; the rest is the editor's."""
    from tools.files.canonical import record_text
    from tools.model.claims import LISTS

    if story.record is None:
        see = f"python -m tools check {quote(story.name)}"
        yield f"    all of it: {story.path} cannot be read. See: {see}"
        return
    claims = ("answer", "glossary", *(kind for kind in LISTS if kind != "sections"))
    anew = story.record.model_copy(update={kind: getattr(drafted, kind) for kind in claims})
    old, new = (record_text(record).splitlines() for record in (story.record, anew))
    yield from difflib.unified_diff(old, new, story.path, "a fresh draft", lineterm="", n=2)


def _json(options: argparse.Namespace) -> int:
    """`draft --json FILE...`: one draft a line, in the order of the files; writes nothing."""
    from tools.commands.drafts import draft_of_file
    from tools.commands.inputs import article_text
    from tools.draft.parse import NoModelError
    from tools.draft.reading import NotAnArticleError
    from tools.files.read import vocabulary

    drafter = drafter_of(options)
    known, _ = vocabulary(options.root)
    files = [Path(file) for file in options.story]
    missing = next((file for file in files if not file.is_file()), None)
    if missing is not None:
        raise MisuseError(f"there is no file {missing}")
    tell_undrafted(known, drafter)
    code = FINE
    for number, file in enumerate(files, 1):
        progress(number, len(files))
        try:
            article = Article(file.name, article_text(file))
            line = draft_of_file(article, file, known, options.published, drafter)
        except NoModelError as error:
            raise MisuseError(str(error)) from error
        except (NotAnArticleError, DrafterError) as refusal:
            print(f"{file}: {refusal}", file=sys.stderr)
            line = {"title": None, "status": "draft", "refused": str(refusal)}
            code = FOUND
        print(json.dumps(line, ensure_ascii=False))
    return code
