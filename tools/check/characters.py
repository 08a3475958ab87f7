"""Rules about single characters that deceive or do harm."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from tools.check.rule import Problems, Rule, record_of
from tools.model.characters import HIDDEN
from tools.model.dates import Date
from tools.model.part import Part
from tools.model.problem import Path
from tools.model.story import Story
from tools.model.vocabulary import Vocabulary


def texts_are_visible(story: Story, _: Vocabulary) -> Problems:
    """No text of a record holds characters that cannot be seen."""
    record = record_of(story)
    if not HIDDEN.search("\n".join(all_texts(record))):
        return  # as of most records: no need for the path of every text
    for path, text in texts(record.model_dump(), ()):
        match = HIDDEN.search(text)
        if match:
            name = unicodedata.name(match.group(), "control character")
            yield story.problem(
                path,
                f"must hold no hidden characters: U+{ord(match.group()):04X} ({name})",
                f"Delete the character after {text[: match.start()][-20:]!r}, or type the text "
                "anew.",
            )


def texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text in a nest of lists and mappings, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, (*path, key))
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from texts(item, (*path, index))


def all_texts(part: Part) -> list[str]:
    """Every text of a part, without its path, which takes longer to tell."""
    found: list[str] = []
    for value in vars(part).values():
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, str):
                found.append(item)
            elif isinstance(item, Part):
                found += all_texts(item)
            elif isinstance(item, Date):
                found.append(item.text)
    return found


RULES: tuple[Rule, ...] = (texts_are_visible,)
