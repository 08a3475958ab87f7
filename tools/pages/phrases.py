"""Words that readers see and that stand in no template: they are data, in phrases.yml.

What is left in Python is grammar (`wording`), what tells things apart (ids, keys, the kinds of
pages) and the values that the contract of the open data fixes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

if TYPE_CHECKING:  # it says phrases itself
    from tools.pages.said import Said

FILE = Path(__file__).with_name("phrases.yml")


def flat(table: object, above: str = "") -> Iterator[tuple[str, str]]:
    """Every phrase of a table of tables, under its key: `pages.search.title`.

    Raises `TypeError` where anything but text stands, such as a `no` without quotation marks.
    """
    if isinstance(table, str):
        yield above, table
    elif isinstance(table, dict) and all(isinstance(name, str) for name in table):
        for name, below in table.items():
            yield from flat(below, f"{above}.{name}" if above else name)
    else:
        raise TypeError(f"phrases.yml: what stands under “{above}” is no text: {table!r}")


WORDS: Mapping[str, str] = dict(flat(yaml.safe_load(FILE.read_text(encoding="utf-8"))))


def phrase(key: str, site: Said | None = None, /, **facts: str) -> str:
    """The words under a key, with `facts` in their places, which are text and never words of ours.

    Where `site` is given, it fills what its publication calls itself and those who answer.
    Raises `KeyError`, which names the key, where there are no such words, or where they ask for a
    fact that is not given.
    """
    if key not in WORDS:
        raise KeyError(f"phrases.yml has no words under “{key}”")
    try:
        return WORDS[key].format_map(site.names | facts if site else facts)
    except KeyError as error:
        (asked,) = error.args
        raise KeyError(f"phrases.yml: “{key}” asks for {{{asked}}}, which is not given") from error


class Headed(NamedTuple):
    """The title of a page, and its lede, which is its description as well."""

    title: str
    lede: str


def headed(site: Said, page: str, **facts: str) -> Headed:
    """What a page is called; `facts` are what only this page knows. Raises as `phrase` does."""
    return Headed(*(phrase(f"pages.{page}.{part}", site, **facts) for part in Headed._fields))
