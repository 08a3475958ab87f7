"""`check` and `schema`: what is wrong with the records, and what helps editors to write them."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.commands.common import FINE, FOUND, MisuseError, add_command, faults, story_names

if TYPE_CHECKING:
    from tools.files.kept import Kept
    from tools.model.problem import Problem
    from tools.model.story import Seeds, Story

FORMATS = ("text", "github", "json")


def add_check(commands: Any) -> None:
    """Adds `check [STORY...]` to the parser."""
    parser = add_command(
        commands, "check", "say what is wrong in records and lists, and the way out"
    )
    parser.add_argument(
        "story", nargs="*", help="folders of seeds/stories; all where none is given"
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="for people, for the lines of a pull request, or for programs",
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help="first put keys, quotation marks, dates and timelines in order; no meaning changes; "
        "without STORY, of the records that are not as the last commit of git has them",
    )
    parser.add_argument("--all", action="store_true", help="with --fix: of every record")
    parser.add_argument(
        "--since",
        metavar="REV",
        help="compare with a revision of git as well, for example origin/main",
    )
    parser.add_argument(
        "--hints",
        action="store_true",
        help="say as well which words a page uses and does not explain, and the reverse",
    )
    parser.set_defaults(run=_check)


def add_schema(commands: Any) -> None:
    """Adds `schema` to the parser."""
    parser = add_command(commands, "schema", "write the JSON Schemas to schema/")
    parser.add_argument("--check", action="store_true", help="only say whether they are current")
    parser.set_defaults(run=_schema)


def _check(options: argparse.Namespace) -> int:
    """`check [STORY...]`: all Problems, sorted; 1 where there is any."""
    from tools.check.hints import hints
    from tools.commands.known import known
    from tools.model.collector import paused

    kept, whole = known(options.root), False
    try:
        with paused():
            found, names, problems = _found(options, kept)
            offered = hints(found, names) if options.hints else []
        whole = not names and options.since is None
    finally:
        kept.close(prune=whole)
    show(sorted([*problems, *offered]), options.format)
    if options.format == "text":
        print(_summary(len(names or found.stories), problems, len(offered)))
    return FOUND if faults(problems) else FINE


def _found(options: argparse.Namespace, kept: Kept) -> tuple[Seeds, list[str], list[Problem]]:
    """What was read, the names of the stories to look at, and all Problems."""
    from tools.check import check
    from tools.files.read import seeds

    found, unread = seeds(options.root, kept)
    names = story_names(found, options.story)
    if options.all and (not options.fix or names):
        raise MisuseError("--all goes with --fix, and without STORY")
    if options.fix:
        _fix(options.root, _to_fix(options, found, names))
        found, unread = seeds(options.root, kept)
    if options.since is None:
        return found, names, check(found, unread, names, kept)
    changed, whole = _since(options, found, names)
    return found, names, sorted({*check(whole, unread, names), *changed})


def _summary(looked_at: int, problems: list[Problem], offered: int) -> str:
    """The last line: what there is to mend, and what to look into."""
    count = faults(problems)
    noted = len(problems) - count
    if not count and not noted:
        return "All is well." if not offered else f"All is well, with {_counted(offered, 'hint')}."
    parts = [f"{looked_at} checked", f"{count or 'nothing'} to mend"]
    parts += [f"{_counted(noted, 'notice')} to look into"] if noted else []
    parts += [_counted(offered, "hint")] if offered else []
    return ", ".join(parts) + "."


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _to_fix(options: argparse.Namespace, found: Seeds, names: list[str]) -> list[Story]:
    """The stories whose records `--fix` puts in order: the named ones, all, or those that changed.

    Whoever mends a line would not want the records of others in the same pull request.
    """
    from tools.files.revision import RevisionError, uncommitted

    if names:
        return [story for story in found.stories if story.name in names]
    if options.all:
        return list(found.stories)
    try:
        changed = uncommitted(options.root)
    except RevisionError as error:
        print(
            f"Nothing was put in order, since it cannot be told what you changed ({error}). "
            "Name the stories, or add --all.",
            file=sys.stderr,
        )
        return []
    return [story for story in found.stories if story.path in changed]


def _fix(root: Path, stories: list[Story]) -> None:
    """Writes the canonical form of records, and tells of each that changed or could not."""
    from tools.files.fix import fixed
    from tools.files.fix_lines import NotFixedError
    from tools.files.read import read_exactly
    from tools.files.write import write_whole

    for story in stories:
        path = root / story.path
        text = read_exactly(path)
        if text is None:
            continue  # no record, or no text: `check` says so
        try:
            now = fixed(text, story.path)
        except NotFixedError as reason:
            print(f"{story.path}: left as it is, since {reason}.", file=sys.stderr)
            continue
        if now != text:
            write_whole(path, now)
            print(f"{story.path}: put in order.", file=sys.stderr)


def _since(
    options: argparse.Namespace, found: Seeds, names: list[str]
) -> tuple[list[Problem], Seeds]:
    """What changed since a revision and must not have, and all with the entries lost since then.

    Raises `MisuseError` without that revision.
    """
    from tools.check.since import check_since
    from tools.check.since_ids import with_lost
    from tools.check.since_lists import LOG
    from tools.files.read import read_exactly
    from tools.files.revision import RevisionError, seeds_at, text_at

    try:
        before = text_at(options.root, options.since, LOG)
        old = seeds_at(options.root, options.since)
        told = before != read_exactly(options.root / LOG)
        changed = check_since(old, found, options.since, names, told=told)
        return changed, found if names else with_lost(old, found)
    except RevisionError as error:
        raise MisuseError(str(error)) from error


def show(problems: list[Problem], form: str) -> None:
    """Prints Problems in one of the formats."""
    if form == "json":
        print(json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2))
    for problem in problems:
        if form == "text":
            print(problem)
        if form == "github":
            print(_annotation(problem))


def _annotation(problem: Problem) -> str:
    """A line that GitHub shows beside the line of the pull request."""
    level = "notice" if problem.notice else "error"
    text = f"{problem.message}\n{problem.way_out}"
    for character, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(character, code)
    path = problem.path
    for character in "%\r\n:,":
        path = path.replace(character, f"%{ord(character):02X}")
    return f"::{level} file={path},line={problem.line},col={problem.column}::{text}"


def _schema(options: argparse.Namespace) -> int:
    """`schema`: writes schema/*.json; with --check, says which are not current."""
    from tools.files.write import write_tree
    from tools.model.schema import schemas

    texts = schemas()
    stale = [n for n, t in texts.items() if not _same(options.root / "schema" / n, t)]
    if options.check:
        for name in stale:
            print(f"schema/{name} must be current\n    Write it by: python -m tools schema")
        return FOUND if stale else FINE
    write_tree(options.root / "schema", {name: texts[name] for name in stale})
    print(f"Wrote {len(stale)} of {len(texts)} schemas; the others were current.")
    return FINE


def _same(path: Path, text: str) -> bool:
    from tools.files.read import read_text

    return path.is_file() and read_text(path) == text
