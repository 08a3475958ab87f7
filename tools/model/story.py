"""A story: one folder of seeds/stories, its articles and its record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tools.model.article import Article
from tools.model.problem import Path, Place, Problem, field_name
from tools.model.publication import Publication
from tools.model.record import Explainer
from tools.model.vocabulary import Entry, Vocabulary

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LISTS = re.compile(r"index|page|letter-(?:[a-z]|other)")
# Windows has devices of these names in every folder, whatever ending they are given
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
PUBLICATION = "seeds/publication.yml"
LONGEST_NAME = 100  # characters; with the endings of its files a path stays below what systems take


def name_fault(name: str) -> str | None:
    """What a name must do to be a page's address and a folder on every system, or None.

    `index` is the page that lists the others, its further pages are below `page`, and those of
    the glossary at `letter-a` and so on.
    """
    if not _NAME.fullmatch(name) or _LISTS.fullmatch(name):
        return (
            "be lower-case words joined by hyphens, and not index, page, letter-a to letter-z or "
            "letter-other"
        )
    if len(name) > LONGEST_NAME:
        return f"have at most {LONGEST_NAME} characters"
    return "not be a name that Windows keeps for a device" if is_reserved(name) else None


def is_reserved(name: str) -> bool:
    """Whether a file or folder of this name cannot be on Windows."""
    return bool(_RESERVED.fullmatch(name))


@dataclass(frozen=True)
class Located:
    """Something read from a file, with the place of every value in it.

    `places` has the place of each value by its path, as `("stances", 2, "date")`.
    Where what could not be read was left out before it, `origins` has its path in the file.
    """

    path: str  # of the file, from the project's root, with forward slashes
    places: Mapping[Path, Place] = field(default_factory=dict)
    origins: Mapping[Path, Path] = field(default_factory=dict, kw_only=True)

    def problem(self, path: Path, message: str, way_out: str, *, notice: bool = False) -> Problem:
        """A Problem at a field, or at the nearest field around it that is written down."""
        near = path
        while near and near not in self.places:
            near = near[:-1]
        place = self.places.get(near, Place())
        written = (*self.origins.get(near, near), *path[len(near) :])
        text = f"{field_name(written)} {message}"
        return Problem(self.path, place.line, place.column, text, way_out, notice)


@dataclass(frozen=True)
class Story(Located):
    """A folder under seeds/stories.

    `record` is None where there is none, or none that could be read.
    `complete` is False where parts of it were left out because they could not be read.
    `digest` is that of the text that `record` and `places` were read from; empty without one.
    `unread` names the articles of the folder that cannot be read, or hold nothing.
    """

    name: str = ""
    record: Explainer | None = None
    articles: Mapping[str, Article] = field(default_factory=dict)
    complete: bool = True
    digest: str = ""
    unread: frozenset[str] = frozenset()

    @cached_property
    def cited(self) -> list[Article]:
        """The articles that the record names as its sources, in its order, each once."""
        return [self.articles[file] for file in self._files if file not in self.lost]

    @cached_property
    def lost(self) -> frozenset[str]:
        """The sources whose text is not there or cannot be read: a quotation may stand in them."""
        return frozenset(self._files) - (self.articles.keys() - self.unread)

    @cached_property
    def _files(self) -> tuple[str, ...]:
        sources = self.record.sources if self.record else ()
        return tuple(dict.fromkeys(source.file for source in sources))


@dataclass(frozen=True)
class Lists(Located):
    """One vocabulary file as it was read, entry by entry, double ids included.

    `ids` are those of all entries, of the ones that could not be read as well.
    """

    name: str = ""
    entries: tuple[tuple[int, Entry], ...] = ()
    ids: tuple[str, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True)
class Publisher(Located):
    """seeds/publication.yml as it was read, and what of the theme it must fit.

    `complete` is False where it could not be read, or parts of it could not.
    `icons` are the symbols that the theme draws, `pages` the names of the hand-written pages; both
    are empty where there is no theme to fit.
    """

    publication: Publication = field(default_factory=Publication)
    complete: bool = True
    icons: frozenset[str] = frozenset()
    pages: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Seeds:
    """Everything people wrote about the world, the lists they refer to, and who publishes it."""

    stories: tuple[Story, ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    lists: tuple[Lists, ...] = ()
    publisher: Publisher = field(default_factory=lambda: Publisher(PUBLICATION))

    @property
    def publication(self) -> Publication:
        """Who publishes."""
        return self.publisher.publication
