"""Records drafted afresh and stories made of an article, for all commands that do so."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.commands.common import MisuseError
from tools.model.dates import Date

if TYPE_CHECKING:
    from tools.commands.drafter import Drafter
    from tools.model.problem import Problem
    from tools.model.record import Explainer
    from tools.model.story import Seeds, Story
    from tools.model.vocabulary import Vocabulary

ARTICLE = "article.txt"
# under mkdocs' own name, whose verbosity is the reader's choice
log = logging.getLogger("mkdocs.publication")


def check_new(root: Path, name: str) -> None:
    """Raises `MisuseError` where a new story cannot have this name."""
    from tools.files.read import STORIES
    from tools.model.story import name_fault

    if fault := name_fault(name):
        raise MisuseError(
            f"a story's name must {fault}: {name!r}. For example 2024-03-ostvale-message-logs"
        )
    if (root / STORIES / name).exists():
        raise MisuseError(
            f"{STORIES}/{name} is there, and stays as it is. 1. To add an article to that story, "
            f"put it there as another .txt. 2. For another story, choose another name, or another "
            "headline in the form"
        )


def write_story(
    root: Path,
    name: str,
    text: str,
    published: Date | None,
    *,
    known: Mapping[str, Any] | None = None,
    title: str = "",
    drafter: Drafter | None = None,
) -> None:
    """Makes a new story's folder: its article, and the draft of its record.

    `known` are fields of the source that no reading of the text gives, such as its `url`; `title`
    is the question of the page, where it is not the headline.
    Which positions cannot be drafted is told.
    """
    from tools.commands.drafter import tell_undrafted
    from tools.files.canonical import record_text
    from tools.files.read import RECORD, STORIES, vocabulary
    from tools.files.write import write_new_folder
    from tools.model.article import Article
    from tools.model.story import Story

    folder = f"{STORIES}/{name}"
    story = Story(folder, name=name, articles={ARTICLE: Article(ARTICLE, text)})
    lists, _ = vocabulary(root)
    record = fresh(story, lists, published, drafter)
    tell_undrafted(lists, drafter)
    sources = tuple(source.model_copy(update=known or {}) for source in record.sources)
    titled = {"title": title} if title else {}
    record = record.model_copy(update={"sources": sources, **titled})
    write_new_folder(root / folder, {ARTICLE: text, RECORD: record_text(record)})


def fresh(
    story: Story,
    vocabulary: Vocabulary,
    published: Date | None = None,
    drafter: Drafter | None = None,
) -> Explainer:
    """A story's record drafted anew; articles keep the day that the record on file gives them.

    Raises `MisuseError` where there is nothing to draft, or nothing to draft it with.
    """
    from tools.commands.drafter import DrafterError
    from tools.draft.parse import NoModelError
    from tools.draft.record import record

    sources = story.record.sources if story.record else ()
    known = {
        one.file: one.published for one in sources if one.published and not one.published.fault
    }
    if published is not None:
        known = dict.fromkeys(story.articles, published) | known
    try:
        if drafter is not None:
            return _given(story, vocabulary, known, drafter)
        return record(story.articles, vocabulary, known)
    except (DrafterError, NoModelError, ValueError) as error:
        raise MisuseError(f"{story.name}: {error}") from error


def _given(
    story: Story, vocabulary: Vocabulary, known: Mapping[str, Date], drafter: Drafter
) -> Explainer:
    """The record of what another program drafts; what of that does not hold is told."""
    from tools.commands.drafter import tell
    from tools.draft.given.record import Drafted, given_record
    from tools.draft.reading import read
    from tools.draft.record import with_text

    drafts = []
    for file, article in with_text(story.articles):
        reading = read(article.text)
        given = drafter.draft(article, reading, vocabulary, known.get(file))
        tell(f"{story.name}/{file}", given.left_out)
        drafts.append(Drafted(article, reading, given))
    made, left_out = given_record(drafts, known)
    tell(story.name, left_out)
    return made


class Drafts:
    """Stories without a record with one made in memory, which only `serve` shows."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._drafts: dict[tuple[str, ...], Story] = {}  # by the SHA-256 of their articles
        self._vocabulary: Vocabulary | None = None  # with which they were drafted

    def added(
        self, found: Seeds, unread: list[Problem]
    ) -> tuple[Seeds, list[Problem], frozenset[str]]:
        """The stories with drafts, anew where a list has changed, and the names of these.

        That a record is missing is no Problem here.
        """
        if found.vocabulary != self._vocabulary:
            self._drafts, self._vocabulary = {}, found.vocabulary
        bare = {
            story.path
            for story in found.stories
            if story.record is None and not (self._root / story.path).exists()
        }
        stories = tuple(
            self._drafted(story) if story.path in bare else story for story in found.stories
        )
        left = [problem for problem in unread if problem.path not in bare]
        unwritten = frozenset(story.name for story in found.stories if story.path in bare)
        return replace(found, stories=stories), left, unwritten

    def _drafted(self, story: Story) -> Story:
        """A story with a draft, where drafting is installed.

        Articles that have not changed since the last time are not drafted again.
        """
        from tools.files.canonical import record_text
        from tools.files.read import with_record

        key = tuple(article.sha256 for article in story.articles.values())
        if key not in self._drafts and self._vocabulary is not None:
            try:
                record = fresh(story, self._vocabulary)
                self._drafts[key] = with_record(story, record_text(record), [])
            except MisuseError as error:
                log.info("%s", error)
                self._drafts[key] = story
        return replace(self._drafts[key], name=story.name, path=story.path)
