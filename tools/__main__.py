"""The command: `python -m tools`. It parses arguments, prints, and sets the exit code."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from dataclasses import asdict
from pathlib import Path
from typing import NoReturn

from tools.check import check
from tools.files.read import STORIES, read_text, seeds
from tools.files.write import write_tree, write_whole
from tools.model.problem import Problem, did_you_mean
from tools.model.story import Seeds

ROOT = Path(__file__).resolve().parent.parent
FINE, FOUND, MISUSED = 0, 1, 2


class MisuseError(Exception):
    """The command was used wrongly; raised by the commands, printed by `main`."""


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns 0 where all is fine, 1 where Problems were found, 2 on misuse."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except BrokenPipeError:
        raise  # a reader that stopped early, which `run` knows about
    except (MisuseError, OSError) as error:
        print(f"python -m tools: {error}", file=sys.stderr)
        return MISUSED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools", description=__doc__)
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    checks = commands.add_parser("check", help="list every Problem of the records and lists")
    checks.add_argument(
        "story", nargs="*", help="folders of seeds/stories; all where none is given"
    )
    checks.add_argument("--format", choices=("text", "github", "json"), default="text")
    checks.set_defaults(run=_check)

    drafts = commands.add_parser("draft", help="write a first record where a story has none")
    drafts.add_argument("story", nargs="+", help="folders of seeds/stories")
    drafts.set_defaults(run=_draft)

    exports = commands.add_parser("export", help="write a docs tree that any engine can build")
    exports.add_argument("dir", type=Path, help="a folder that is not there yet, or is empty")
    exports.set_defaults(run=_export)

    indexes = commands.add_parser("index", help="make the search index of a built site")
    indexes.add_argument("site", type=Path, help="the folder of the built site")
    indexes.set_defaults(run=_index)

    schemas = commands.add_parser("schema", help="write the JSON Schemas to schema/")
    schemas.add_argument("--check", action="store_true", help="only say whether they are current")
    schemas.set_defaults(run=_schema)
    return parser


def _known(found: Seeds, given: list[str]) -> list[str]:
    """The names of stories given as names or paths; raises `MisuseError` for one not there."""
    known = [story.name for story in found.stories]
    names = [Path(name).name for name in given]
    for name in names:
        if name not in known:
            raise MisuseError(f"no story {name!r} in {STORIES}. {did_you_mean(name, known)}")
    return names


def _draft(options: argparse.Namespace) -> int:
    """`draft STORY...`: writes explainer.yml where absent, and never over what people wrote."""
    from tools.draft import draft

    found, _ = seeds(ROOT)
    stories = {story.name: story for story in found.stories}
    for name in _known(found, options.story):
        story = stories[name]
        if (ROOT / story.path).exists():
            print(f"{story.path} is there, and stays as it is.")
            continue
        try:
            text = draft(story.articles)
        except ValueError as error:
            raise MisuseError(f"{name}: {error}") from error
        write_whole(ROOT / story.path, text)
        print(f"Wrote {story.path}. Fill it in, and look at it by: python -m tools check {name}")
    return FINE


def _check(options: argparse.Namespace) -> int:
    """`check [STORY...]`: all Problems, sorted; 1 where there is any."""
    found, unread = seeds(ROOT)
    names = _known(found, options.story)
    problems = check(found, unread, names)
    _print(problems, options.format)
    faults = sum(not problem.notice for problem in problems)
    if options.format == "text":
        print(
            f"{len(names or found.stories)} checked, {faults} to mend."
            if faults
            else "All is well."
        )
    return FOUND if faults else FINE


def _print(problems: list[Problem], form: str) -> None:
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
    return f"::{level} file={problem.path},line={problem.line},col={problem.column}::{text}"


def _export(options: argparse.Namespace) -> int:
    """`export DIR`: mkdocs.yml, docs and overrides, complete, for any engine for Markdown."""
    from tools.pages import Settings, build

    folder: Path = options.dir
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise MisuseError(f"{folder} is there and not empty: name a new folder")
    found, unread = seeds(ROOT)
    problems = check(found, unread)
    if any(not problem.notice for problem in problems):
        _print(problems, "text")
        return FOUND
    config = without_hooks(read_text(ROOT / "mkdocs.yml"))
    settings = Settings(
        url=os.environ.get("SITE_URL", ""),
        repository=os.environ.get("REPOSITORY", "").rstrip("/"),
    )
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    pages = build(found, settings, home=read_text(ROOT / "docs" / "index.md"))
    write_tree(folder, {"mkdocs.yml": config, **{f"docs/{p}": t for p, t in pages.items()}})
    print(f"Wrote {len(pages)} pages to {folder}.")
    return FINE


def without_hooks(config: str) -> str:
    """The text of mkdocs.yml without the settings that only our own folder can serve."""
    kept, skipping = [], False
    for line in config.splitlines():
        if line and not line[0].isspace() and not line.startswith(("#", "-")):
            skipping = line.split(":")[0] in ("hooks", "watch")
        if not skipping:
            kept.append(line)
    return "\n".join(kept) + "\n"


def _index(options: argparse.Namespace) -> int:
    """`index SITE`: the search index of a site built by any engine."""
    from tools.files.search_index import FOLDER, NotIndexedError, index

    try:
        index(options.site)
    except NotIndexedError as error:
        raise MisuseError(str(error)) from error
    print(f"Wrote {options.site / FOLDER}.")
    return FINE


def _schema(options: argparse.Namespace) -> int:
    """`schema`: writes schema/*.json; with --check, says which are not current."""
    from tools.model.schema import schemas

    texts = schemas()
    stale = [n for n, t in texts.items() if not _same(ROOT / "schema" / n, t)]
    if options.check:
        for name in stale:
            print(f"schema/{name} must be current\n    Write it by: python -m tools schema")
        return FOUND if stale else FINE
    write_tree(ROOT / "schema", {name: texts[name] for name in stale})
    print(f"Wrote {len(stale)} of {len(texts)} schemas; the others were current.")
    return FINE


def _same(path: Path, text: str) -> bool:
    return path.is_file() and read_text(path) == text


def run() -> NoReturn:
    """The entry point; a reader that stops early, such as `head`, is no fault."""
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = FINE
    sys.exit(code)


if __name__ == "__main__":
    run()
