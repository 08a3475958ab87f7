"""From checked records to the text of every page: `{path: text}`, and nothing else.

A page is Markdown whose headings are Markdown and whose body is HTML, so that any engine that
reads Markdown can publish it.
No people's text reaches the engine's Markdown unescaped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sized
from dataclasses import dataclass
from functools import partial
from typing import Any

from tools.model.story import Seeds, Story
from tools.pages import (
    address,
    answers,
    authority,
    brief,
    citation,
    company,
    company_parts,
    data,
    explainer,
    glossary,
    listings,
    lists,
    machine,
    moved,
    parts,
    placed,
    sources,
    theme,
    timeline,
    timeline_index,
    topic,
    topic_parts,
    word,
)
from tools.pages import home as home_page
from tools.pages.data import page as data_page
from tools.pages.paging import leaves
from tools.pages.render import Page
from tools.pages.search import documents
from tools.pages.settings import Settings
from tools.pages.site import Site

__all__ = [
    "Job",
    "Page",
    "Settings",
    "Site",
    "build",
    "documents",
    "jobs",
    "machine_files",
    "waiting",
]


@dataclass(frozen=True)
class Job:
    """A file of the site, and what makes it: a page, or the text of any other file."""

    path: str  # below docs/
    make: Callable[[], Page | str]


def jobs(site: Site, home: str = "") -> Iterator[Job]:
    """Every generated file, made only when it is asked for, but for those of `machine_files`.

    `home` is the hand-written beginning of the home page, in Markdown.
    The records must be free of Problems.
    """
    furnisher = data.Furnisher(site)
    for where, make in _pages(site, home):
        yield Job(address.markdown_file(where), partial(_furnished, furnisher, make))
    yield Job(theme.STYLES, partial(theme.styles, site.publication, site.vocabulary))
    whole = (timeline_index, answers, citation, data)
    for path, write in (job for part in whole for job in part.files(site)):
        yield Job(path, write)


def _furnished(furnisher: data.Furnisher, make: Callable[[], Page]) -> Page:
    return furnisher.furnished(make())


def _pages(site: Site, home: str) -> Iterator[tuple[str, Callable[[], Page]]]:
    """The address of every page, and what makes it."""
    yield address.HOME, partial(home_page.page, site, home)
    yield from timeline.pages(site)
    yield from glossary.pages(site)
    yield address.SEARCH, partial(listings.search, site)
    yield address.DATA, partial(data_page.page, site)
    yield from _lists(site)
    for story in site.stories:
        yield address.explainer(story.name), partial(_of_story, explainer.page, site, story)
        if site.has_receipts(story):
            yield address.sources(story.name), partial(_of_story, sources.page, site, story)
        yield from moved.pages(site, story)
    known = site.vocabulary
    for name in known.topics:
        yield address.topic(name), partial(_of_entry, topic.page, site, "topics", name)
        yield from parts.pages(site, topic_parts.PARTS, name)
        yield address.brief(name), partial(_of_entry, brief.page, site, "topics", name)
    for name in known.companies:
        yield site.company_at(name), partial(_of_entry, company.page, site, "companies", name)
        yield from parts.pages(site, company_parts.PARTS, name)
    for name in known.authorities:
        yield from authority.pages(site, name)
    for name in known.glossary:
        yield address.term(name), partial(_of_entry, word.page, site, "glossary", name)
    yield from moved.entries(site)


def _lists(site: Site) -> Iterator[tuple[str, Callable[[], Page]]]:
    """The address of every page of the lists that grow, and what makes it."""
    vocabulary = site.vocabulary
    counted: tuple[tuple[str, Sized, Callable[[Site, int], Page]], ...] = (
        (address.EXPLAINERS, lists.by_status(site), lists.explainers),
        (address.TOPICS, vocabulary.topics, placed.topics),
        (address.AUTHORITIES, vocabulary.authorities, placed.authorities),
        (site.companies_at, vocabulary.companies, lists.companies),
        (address.CORRECTIONS, lists.changes(site), lists.corrections),
        (address.SOURCES, sources.listed(site), sources.index),
    )
    for where, entries, make in counted:
        for leaf in leaves(where, range(len(entries))):
            yield leaf.address, partial(make, site, leaf.number)


def _of_story(make: Callable[[Site, Story], Page], site: Site, story: Story) -> Page:
    """A page of one story, which rests on all of that."""
    site.notebook.note("story", story.name)
    return make(site, story)


def _of_entry(make: Callable[[Site, Any], Page], site: Site, kind: str, name: str) -> Page:
    """A page of an entry of a list, which is asked for by its id."""
    return make(site, getattr(site.vocabulary, kind)[name])


machine_files = machine.files


def build(
    seeds: Seeds,
    settings: Settings,
    home: str = "",
    unwritten: frozenset[str] = frozenset(),
    accuracy: Mapping[str, Any] | None = None,
) -> dict[str, str]:
    """Every generated page by its path below docs/.

    `home` is the hand-written beginning of the home page, in Markdown, `unwritten` the stories
    whose drafts are in no file yet, and `accuracy` what was last measured of drafts.
    The records must be free of Problems.
    """
    site = Site(seeds, settings, unwritten, accuracy or {})
    made = {job.path: job.make() for job in jobs(site, home)}
    pages = [one.listed for one in made.values() if isinstance(one, Page)]
    texts = {path: one.text if isinstance(one, Page) else one for path, one in made.items()}
    return texts | machine_files(site, pages)


def waiting(site: Site) -> Iterator[Job]:
    """A notice page for each story folder that has no record yet; only `serve` shows them."""
    for story in site.seeds.stories:
        if story.record is None:
            where = address.explainer(story.name)
            yield Job(address.markdown_file(where), partial(listings.notice, site, story.name))
