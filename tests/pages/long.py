"""A world in which much was told: a demand of many steps, a company of many demands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tests.pages.world import PLACES, authority, company, position, story, topic
from tests.publication import PUBLISHER
from tools.model.story import Seeds, Story
from tools.model.vocabulary import Vocabulary
from tools.pages import Page, Settings, jobs
from tools.pages.site import Site

ELEMENTS = 5000 - 200  # what a page of this site may have, less what is around every page


def world(*stories: Story, companies: list[str], topics: list[str]) -> Site:
    """A site of these stories, companies and demands of the town."""
    vocabulary = Vocabulary(
        companies={name: company(name) for name in companies},
        authorities={"town": authority("town")},
        topics={name: topic(name) for name in topics},
        positions={name: position(name, side, axis) for name, side, axis in PLACES},
    )
    return Site(Seeds(stories, vocabulary, publisher=PUBLISHER), Settings())


def day(number: int) -> str:
    return f"{2000 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"


def one_demand(companies: int, rounds: int) -> Site:
    """Each company of a demand changes its answer in every round; each time a story tells it."""
    names = [f"c{n}" for n in range(companies)]
    answers = ("refuses", "complies", "waits")
    stories = [
        told(day(turn * companies + n), name, answers[(turn + n) % 3], f"s-{turn}-{n}", "maps")
        for turn in range(rounds)
        for n, name in enumerate(names)
    ]
    return world(*stories, companies=names, topics=["maps"])


def many_demands(count: int) -> Site:
    """One company that answers every demand of a long list, and then otherwise."""
    names = [f"t{n}" for n in range(count)]
    stories = [
        told(day(2 * n + later), "acme", answer, f"s-{n}-{later}", name)
        for n, name in enumerate(names)
        for later, answer in enumerate(("refuses", "complies"))
    ]
    return world(*stories, companies=["acme", "bolt"], topics=names)


def told(when: str, who: str, answer: str, name: str, about: str) -> Story:
    event = {"date": when, "text": f"E {name}.", "quote": f"{who} {answer}."}
    return story(when, {who: answer}, name, topic=about, timeline=[event])


def pages(site: Site, at: str) -> dict[str, Page]:
    """The page at an address and all below it, by address."""
    made: Iterator[object] = (
        job.make() for job in jobs(site) if job.path.startswith(at) and job.path.endswith(".md")
    )
    return {page.address: page for page in made if isinstance(page, Page)}


def elements(page: Page) -> int:
    return len(re.findall("<[a-z]", page.body))


def receipts(page: Page) -> list[str]:
    """What each step of a ledger leads to."""
    return re.findall(r'<a href="[./]*(explainers/[^"]*)">Receipt</a>', page.body)


def ids(page: Page) -> list[str]:
    return re.findall(r' id="([^"]*)"', page.body)


def owning(site: Site, child: str, parent: str) -> Site:
    """The same site, in which one company owns another."""
    lists = site.seeds.vocabulary
    owned = lists.companies[child].model_copy(update={"parent": parent})
    changed = replace(lists, companies={**lists.companies, child: owned})
    return replace(site, seeds=replace(site.seeds, vocabulary=changed))
