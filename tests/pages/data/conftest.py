"""The invented site's pages and data, built once with an address and once without."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

import pytest

from tests.project import write_site_seeds
from tools.check import check
from tools.files.read import seeds
from tools.model.dates import Date
from tools.model.record import Reference, Until
from tools.model.story import Seeds, Story
from tools.model.vocabulary import Entry, Milestone
from tools.pages import Settings, build

AnyEntry = TypeVar("AnyEntry", bound=Entry)

URL = "https://stand.example/site/"
WITH_ADDRESS = Settings(url=URL, repository="https://code.example/stand", bundle="stand.zip")


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Seeds:
    """The seeds of the invented site, free of Problems."""
    root = tmp_path_factory.mktemp("data") / "project"
    write_site_seeds(root)
    found, unread = seeds(root)
    assert [problem for problem in check(found, unread) if not problem.notice] == []
    return found


@pytest.fixture(scope="session")
def built(invented: Seeds) -> dict[str, str]:
    """Every generated file of a site that knows its address."""
    return build(invented, WITH_ADDRESS)


@pytest.fixture(scope="session")
def bare(invented: Seeds) -> dict[str, str]:
    """Every generated file of a site that does not."""
    return build(invented, Settings())


@pytest.fixture(scope="session")
def reordered(invented: Seeds) -> dict[str, str]:
    """The same site, its stories and companies read in another order."""
    vocabulary = invented.vocabulary
    companies = dict(reversed(vocabulary.companies.items()))
    return build(
        replace(
            invented,
            stories=invented.stories[::-1],
            vocabulary=replace(vocabulary, companies=companies),
        ),
        WITH_ADDRESS,
    )


@pytest.fixture(scope="session")
def changed(invented: Seeds) -> Seeds:
    """The same seeds with earlier ids in every list, a demand with its days, a case decided."""
    lists = invented.vocabulary
    asked = Milestone(
        date=Date("2031-06-01"),
        how="the town wrote to three companies",
        story="2031-05-acme-maps",
        quote=("rang its bell on 3 May 2031",),
    )
    ended = Milestone(date=Date("2033"), how="the town gave up")
    topics = dict(lists.topics)
    for name, fields in (
        ("town-maps", {"was": ("maps",), "asked": asked, "ended": ended}),
        ("quiet", {"was": ("noise",)}),
        ("bells", {"was": ("noise",), "kind": "order"}),
    ):
        topics[name] = topics[name].model_copy(update=fields)
    vocabulary = replace(
        lists,
        topics=topics,
        companies=_with(lists.companies, "cog", was=("clocks",), ended=Date("2033-04")),
        authorities=_with(lists.authorities, "town", was=("village",)),
        glossary=_with(lists.glossary, "bell", was=("chime",)),
    )
    return replace(invented, stories=tuple(map(_changed, invented.stories)), vocabulary=vocabulary)


def _with(entries: Mapping[str, AnyEntry], name: str, **fields: object) -> dict[str, AnyEntry]:
    """A list in which one entry has other fields."""
    return {**entries, name: entries[name].model_copy(update=fields)}


def _changed(story: Story) -> Story:
    record = story.record
    if record is None or story.name != "2032-01-bells":
        return story
    until = Until(date=Date("2032-02-02"), quote=("an order of 3 January 2032",))
    stances = tuple(
        stance.model_copy(update={"until": until}) if stance.position == "challenges" else stance
        for stance in record.stances
    )
    reference = Reference(title="The order", url="https://town.example/order", date=Date("2032-01"))
    (source,) = record.sources
    fields = {
        "was": ("bells-once",),
        "stances": stances,
        "sources": (source.model_copy(update={"references": (reference,)}),),
        "changes": (record.changes[0].model_copy(update={"was": ("stance-gone",)}),),
    }
    return replace(story, record=record.model_copy(update=fields))


@pytest.fixture(scope="session")
def later(changed: Seeds) -> dict[str, str]:
    """Every generated file of the changed site."""
    return build(changed, WITH_ADDRESS)
