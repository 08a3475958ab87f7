"""`check` and `schema`: what is wrong with the records, and what helps editors to write them."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.commands.common import FINE, FOUND, faults, story_names

if TYPE_CHECKING:
    from tools.model.problem import Problem

FORMATS = ("text", "github", "json")


def add_check(commands: Any) -> None:
    """Adds `check [STORY...]` to the parser."""
    parser = commands.add_parser("check", help="list every Problem of the records and lists")
    parser.add_argument(
        "story", nargs="*", help="folders of seeds/stories; all where none is given"
    )
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.set_defaults(run=_check)


def add_schema(commands: Any) -> None:
    """Adds `schema` to the parser."""
    parser = commands.add_parser("schema", help="write the JSON Schemas to schema/")
    parser.add_argument("--check", action="store_true", help="only say whether they are current")
    parser.set_defaults(run=_schema)


def _check(options: argparse.Namespace) -> int:
    """`check [STORY...]`: all Problems, sorted; 1 where there is any."""
    from tools.check import check
    from tools.files.read import seeds

    found, unread = seeds(options.root)
    names = story_names(found, options.story)
    problems = check(found, unread, names)
    show(problems, options.format)
    count = faults(problems)
    if options.format == "text":
        looked_at = len(names or found.stories)
        print(f"{looked_at} checked, {count} to mend." if count else "All is well.")
    return FOUND if count else FINE


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
