"""Reading seeds/publication.yml, and what of the theme and the hand-written pages it must fit."""

from __future__ import annotations

import re
from pathlib import Path

from tools.files.contents import text_of
from tools.files.missing import no_publication, restore
from tools.files.typed import typed
from tools.files.yaml_text import UnreadableError, parse
from tools.model.problem import Problem
from tools.model.publication import Publication
from tools.model.story import PUBLICATION, Publisher

SYMBOLS = "overrides/partials/symbols.html"
_SYMBOL = re.compile(r'<symbol id="icon-([a-z0-9-]+)"')


def publisher(root: Path) -> tuple[Publisher, list[Problem]]:
    """Who publishes the project at `root`, and what could not be read of that."""
    theme = root / SYMBOLS
    icons = _SYMBOL.findall(theme.read_text("utf-8")) if theme.is_file() else []
    empty = Publisher(
        PUBLICATION, complete=False, icons=frozenset(icons), pages=frozenset(_pages(root / "docs"))
    )
    path = root / PUBLICATION
    if not path.is_file():
        return empty, [no_publication(path, root)]
    problems: list[Problem] = []
    text = text_of(path, root, problems)
    if text is None:
        return empty, problems
    return _read(text, empty, problems), problems


def _read(text: str, empty: Publisher, problems: list[Problem]) -> Publisher:
    try:
        node, faults = parse(text, empty.path, empty=f"{restore(empty.path)}.")
    except UnreadableError as error:
        problems.append(error.problem)
        return empty
    problems += faults
    if not isinstance(node.value, dict):
        problems.append(
            Problem(empty.path, 1, 1, "publication must be keys and values", "Begin it with: name:")
        )
        return empty
    result = typed(node, Publication, empty.path)
    problems += result.problems
    return Publisher(
        empty.path,
        result.places,
        origins=result.origins,
        publication=result.value or Publication(),
        complete=not any(not problem.notice for problem in (*faults, *result.problems)),
        icons=empty.icons,
        pages=empty.pages,
    )


def _pages(docs: Path) -> list[str]:
    """The names under which hand-written pages stand at the root of the site."""
    return [one.stem for one in docs.glob("*.md")] + [
        one.parent.name for one in docs.glob("*/index.md")
    ]
