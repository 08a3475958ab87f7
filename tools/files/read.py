"""Reading seeds/: articles, records and vocabularies, and a Problem for what cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path as FilePath
from shlex import quote
from typing import Any, TypeAlias

from tools.files.contents import is_own, relative, text_of
from tools.files.kept import Kept
from tools.files.known import LatePlaces, digest, keep, known
from tools.files.missing import is_meant, no_list, no_record, restore, second_records
from tools.files.node import Node
from tools.files.publisher import publisher
from tools.files.stray import stray_articles
from tools.files.typed import typed
from tools.files.yaml_text import UnreadableError, parse
from tools.model.article import Article
from tools.model.collector import paused
from tools.model.problem import Path, Place, Problem
from tools.model.record import Explainer
from tools.model.story import Lists, Publisher, Seeds, Story
from tools.model.vocabulary import ENTRIES, Entry, Vocabulary

STORIES = "seeds/stories"
VOCABULARY = "seeds/vocabulary"
RECORD = "explainer.yml"

ReadLists: TypeAlias = tuple[list[Lists], Vocabulary, list[Problem]]
ReadStories: TypeAlias = tuple[list[Story], list[Problem]]
ReadStory: TypeAlias = Callable[[FilePath, FilePath], tuple[Story, list[Problem]]]


@paused()
def seeds(root: FilePath, kept: Kept | None = None) -> tuple[Seeds, list[Problem]]:
    """Everything under seeds/ of the project at `root`, and what could not be read of it.

    Paths in Problems are relative to `root`.
    Records that `kept` has are not parsed again, and what is read of the others it keeps.
    """
    lists, publishes = read_lists(root), publisher(root)
    read = partial(read_story, kept=kept)
    return combined(read_stories(root, read), lists, publishes)


def read_stories(root: FilePath, read: ReadStory) -> ReadStories:
    """Every story, as `read` gives it of its folder and the root, and what could not be read."""
    stories: list[Story] = []
    folders = story_folders(root)
    problems = stray_articles(root / STORIES, folders, root)
    for folder in folders:
        if not is_own(folder, root, problems):
            continue
        story, faults = read(folder, root)
        stories.append(story)
        problems += faults
    return stories, problems


def combined(
    stories: ReadStories, lists: ReadLists, publishes: tuple[Publisher, list[Problem]]
) -> tuple[Seeds, list[Problem]]:
    """The parts of seeds/ as one."""
    known = replace(lists[1], axes=tuple(axis.id for axis in publishes[0].publication.axes))
    found = Seeds(tuple(stories[0]), known, tuple(lists[0]), publishes[0])
    return found, [*lists[2], *publishes[1], *stories[1]]


def story_folders(root: FilePath) -> list[FilePath]:
    """The folders of all stories, by name."""
    parent = root / STORIES
    if not parent.is_dir():
        return []
    return sorted(p for p in parent.iterdir() if p.is_dir() and not p.name.startswith("."))


def read_story(
    folder: FilePath, root: FilePath, kept: Kept | None = None
) -> tuple[Story, list[Problem]]:
    """One story's record and articles; `record` is None where there is none to read."""
    problems: list[Problem] = []
    articles: dict[str, Article] = {}
    unread = set()
    path = folder / RECORD
    for file in sorted(folder.glob("[!.]*.txt")):  # what editors leave behind begins with a dot
        if not file.is_file() or is_meant(file, path):
            continue
        text = text_of(file, root, problems)
        if text is not None:
            articles[file.name] = Article(file.name, text)
        if not (text and text.strip()):
            unread.add(file.name)
    story = Story(
        relative(path, root), {}, name=folder.name, articles=articles, unread=frozenset(unread)
    )
    if not path.is_file():
        problems.append(no_record(path, root))
        return story, problems
    problems += second_records(path, root)
    written = text_of(path, root, problems)
    if written is not None:
        story = with_record(story, written, problems, kept)
    return story, problems


def with_record(
    story: Story, text: str, problems: list[Problem], kept: Kept | None = None
) -> Story:
    """The story with the record that a text holds; what cannot be read is added to `problems`."""
    name = digest(text)
    if record := known(kept, name):
        places = LatePlaces(text, story.path)
        return replace(story, record=record, places=places, digest=name)
    try:
        node, faults = parse(text, story.path, empty=_begin_anew(story))
    except UnreadableError as error:
        problems.append(error.problem)
        return story
    if not isinstance(node.value, dict):
        problems.append(
            Problem(
                story.path,
                node.place.line,
                node.place.column,
                "record must be keys and values",
                "Begin it with: title: …",
            )
        )
        return story
    result = typed(node, Explainer, story.path)
    faults += result.problems
    problems += faults
    if not faults:
        keep(kept, name, result.value)
    return replace(
        story,
        record=result.value,
        places=result.places,
        origins=result.origins,
        complete=all(problem.notice for problem in faults),
        digest=name,
    )


def _begin_anew(story: Story) -> str:
    """The way out of an empty record."""
    return (
        f"{restore(story.path)}. One that was never committed may be deleted, and begun anew by: "
        f"python -m tools draft {quote(story.name)}"
    )


def vocabulary(root: FilePath) -> tuple[Vocabulary, list[Problem]]:
    """The lists of seeds/vocabulary alone, and what could not be read of them."""
    _, found, problems = read_lists(root)
    return found, problems


def read_lists(root: FilePath) -> ReadLists:
    """The lists of seeds/vocabulary, as they were read and by id, and what could not be read."""
    problems: list[Problem] = []
    lists = [_list(name, root, problems) for name in ENTRIES]
    by_id: dict[str, Any] = {one.name: {} for one in lists}
    for one in lists:
        for _, entry in one.entries:
            by_id[one.name].setdefault(entry.id, entry)
    faulty = {problem.path for problem in problems if not problem.notice}
    unread = frozenset(one.name for one in lists if one.path in faulty)
    return lists, replace(Vocabulary(**by_id), unread=unread), problems


def _list(name: str, root: FilePath, problems: list[Problem]) -> Lists:
    path = root / VOCABULARY / f"{name}.yml"
    shown = relative(path, root)
    if not path.is_file():
        problem = no_list(path, root)
        problems.append(problem)
        return Lists(problem.path, {}, name)
    text = text_of(path, root, problems)
    if text is None:
        return Lists(shown, {}, name)
    try:
        node, faults = parse(
            text, shown, empty=f"{restore(shown)}. Where it has no entries yet, write: []"
        )
    except UnreadableError as error:
        problems.append(error.problem)
        return Lists(shown, {}, name)
    if not isinstance(node.value, list):
        problems.append(
            Problem(shown, 1, 1, "vocabulary must be a list", "Begin each entry with - id:")
        )
        return Lists(shown, {}, name)
    problems += faults
    entries: list[tuple[int, Entry]] = []
    places: dict[Path, Place] = {(): node.place}
    origins: dict[Path, Path] = {}
    for number, item in enumerate(node.value):
        result = typed(item, ENTRIES[name], shown, (number,))
        problems += result.problems
        places.update(result.places)
        origins.update(result.origins)
        if result.value is not None:
            entries.append((number, result.value))
    ids = tuple(id_ for item in node.value if (id_ := _id(item)) is not None)
    return Lists(shown, places, name, tuple(entries), origins=origins, ids=ids)


def _id(item: Node) -> str | None:
    """The id of an entry, even where the rest of it cannot be read."""
    value = item.value.get("id") if isinstance(item.value, dict) else None
    return value.value if value is not None and isinstance(value.value, str) else None


def read_exactly(path: FilePath) -> str | None:
    """The text of a file with its own line ends; None where there is none, or it is not UTF-8.

    A link is none.
    """
    if path.is_symlink() or not path.is_file():
        return None
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None


def read_text(path: FilePath) -> str:
    """The text of one of the project's own files, which is UTF-8."""
    return path.read_text(encoding="utf-8")
