"""Lists that grow are cut into pages, each small, with the way from one to the next."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable

import pytest

from tests.pages.test_side_by_side import words
from tests.pages.world import authority, company, site, story, topic
from tools.model.vocabulary import Company
from tools.pages import jobs
from tools.pages.lists import TRACKS, companies, corrections, explainers
from tools.pages.paging import ENTRIES, Group, grouped, jumps, leaves
from tools.pages.placed import DEMANDS, authorities, topics
from tools.pages.render import Page
from tools.pages.site import Site
from tools.pages.sources import index as sources


def test_a_list_is_cut_into_pages_of_which_the_first_has_its_address() -> None:
    cut = leaves("x/", range(7), 3)
    assert [(leaf.address, list(leaf.entries)) for leaf in cut] == [
        ("x/", [0, 1, 2]),
        ("x/page/2/", [3, 4, 5]),
        ("x/page/3/", [6]),
    ]
    assert [(leaf.before, leaf.after) for leaf in cut] == [
        ("", "x/page/2/"),
        ("x/", "x/page/3/"),
        ("x/page/2/", ""),
    ]


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (3, 1), (4, 2), (6, 2)])
def test_no_page_is_empty_but_that_of_an_empty_list(count: int, pages: int) -> None:
    assert len(leaves("x/", range(count), 3)) == pages


def test_the_pages_to_leap_to_are_the_ends_and_those_beside() -> None:
    cut = leaves("x/", range(9), 1)
    assert [number for number, _, _ in cut[4].near] == [1, 4, 5, 6, 9]
    assert [number for number, _, leap in cut[4].near if leap] == [4, 9]
    assert [number for number, _, _ in cut[0].near] == [1, 2, 9]


def test_groups_go_on_over_pages_and_are_leapt_to_where_they_begin() -> None:
    groups: list[Group] = [("a", "A")] * 2 + [("b", "B")] * 3
    cut = leaves("x/", list(zip(groups, range(5), strict=True)), 3)
    assert grouped(cut[0]) == [("a", "A", [0, 1]), ("b", "B", [2])]
    assert grouped(cut[1]) == [("b", "B", [3, 4])]
    assert jumps(cut) == [("A", "x/#a"), ("B", "x/#b")]
    assert jumps(leaves("x/", cut[0].entries, 2)) == [("A", "x/#a"), ("B", "x/page/2/#b")]


COUNT = 2 * ENTRIES + 3  # three pages of each list


@pytest.fixture(scope="module")
def full() -> Site:
    """A site of which each list has three pages, and each entry more than a list shows."""
    names = [f"demand-{n}" for n in range(COUNT)]
    told = [
        story(
            f"2031-{n // 28 + 1:02}-{n % 28 + 1:02}",
            {f"firm-{one}": "waits refuses sues" for one in range(COUNT)} if n < TRACKS + 2 else {},
            f"story-{n:03}",
            topic=names[n],
            changes=[{"date": "2032-01-01", "kind": "update", "text": f"Change {n}."}],
        )
        for n in range(COUNT)
    ]
    drafts = [
        story("2031-01-01", {}, f"draft-{n:03}", status="draft", reviewed=None) for n in range(3)
    ]
    one = site(*told, *drafts)
    lists = one.seeds.vocabulary
    firms = [f"firm-{n}" for n in range(COUNT - 3)]  # beside the three that are there
    lists.companies.update(
        {name: _named(name, f"{chr(65 + n % 26)}firm {n}") for n, name in enumerate(firms)}
    )
    lists.companies.update({f"firm-{n}": company(f"firm-{n}") for n in range(COUNT - 3, COUNT)})
    lists.topics.update({name: topic(name, place=f"Place {name[-1]}") for name in names})
    lists.authorities.update({f"body-{n}": authority(f"body-{n}") for n in range(COUNT)})
    return one


def _named(name: str, words: str) -> Company:
    return company(name).model_copy(update={"name": words})


Make = Callable[[Site, int], Page]
MAKES: dict[str, Make] = {
    "explainers/": explainers,
    "topics/": topics,
    "authorities/": authorities,
    "companies/": companies,
    "corrections/": corrections,
    "sources/": sources,
}


@pytest.mark.parametrize("where", MAKES)
def test_a_long_list_has_pages_that_are_all_made_and_lead_to_each_other(
    where: str, full: Site
) -> None:
    made = [
        job.path for job in jobs(full) if re.fullmatch(rf"{where}(page/\d+/)?index.md", job.path)
    ]
    assert made == [f"{where}index.md", f"{where}page/2/index.md", f"{where}page/3/index.md"]
    first, second, third = (MAKES[where](full, number) for number in (1, 2, 3))
    assert first.address == where
    assert second.address == first.meta["next"] == third.meta["prev"] == f"{where}page/2/"
    assert "prev" not in first.meta
    assert "next" not in third.meta
    assert second.title == f"{first.title}, page 2"
    assert second.crumbs[-1] == (where, first.title)
    assert f'href="../../../{where}" rel="prev"' in second.body
    assert f'href="../../../{where}page/3/" rel="next"' in second.body
    assert 'aria-label="Page 2 of 3" aria-current="page"' in second.body


def test_every_page_of_the_log_leads_to_the_one_feed_of_the_log(full: Site) -> None:
    for number, root in ((1, "../"), (2, "../../../")):
        assert f'href="{root}corrections/feed.xml"' in corrections(full, number).body


@pytest.mark.parametrize("where", MAKES)
def test_every_page_of_a_list_is_small(where: str, full: Site) -> None:
    for number in (1, 2, 3):
        page = MAKES[where](full, number)
        assert len(re.findall(r"<[a-z]", page.body)) < 4_700
        assert len(gzip.compress(page.text.encode())) < 20_000


@pytest.mark.parametrize("where", MAKES)
def test_what_fits_one_page_has_no_way_to_others(where: str) -> None:
    page = MAKES[where](site(story("2031-01-01", {"acme": "waits"})), 1)
    assert "pager" not in page.body
    assert page.meta.keys() & {"prev", "next"} == set()


def test_all_entries_are_listed_once(full: Site) -> None:
    found = [
        name
        for number in (1, 2, 3)
        for name in re.findall(r'/companies/([\w-]+)/">', companies(full, number).body)
    ]
    assert sorted(found) == sorted(full.vocabulary.companies)


def test_drafts_come_last_and_are_one_leap_away(full: Site) -> None:
    first, last = explainers(full), explainers(full, 3)
    assert '<a href="../explainers/page/3/#drafts">Drafts that await review</a>' in first.body
    assert last.body.count("explainers/draft-") == 3
    assert "Not yet read by an editor" in words(last)
    assert "Not yet read by an editor" not in words(first)


def test_companies_stand_under_letters_where_they_have_several_pages(full: Site) -> None:
    heads = [
        re.findall(r"^## (\w+)", companies(full, number).body, flags=re.MULTILINE)
        for number in (1, 2, 3)
    ]
    assert heads[0][0] == "A"
    assert heads[2][-1] == "Z"
    there = f"../companies/page/2/#letter-{heads[1][1].lower()}"
    assert f'<a href="{there}">{heads[1][1]}</a>' in companies(full).body


def test_a_company_of_many_positions_shows_the_newest(full: Site) -> None:
    said = words(companies(full)).partition("Afirm 0")[2].partition("Afirm 26")[0]
    assert said.count("Demand-") == TRACKS
    assert "and 2 older ones" in said
    assert "Demand-0 " not in said
    shown = [int(number) for number in re.findall(r"Demand-(\d+) ", said)]
    assert shown == list(range(TRACKS + 1, 1, -1))


def test_who_asks_much_shows_the_newest_demands(full: Site) -> None:
    pages = [words(authorities(full, number)) for number in (1, 2, 3)]
    (told,) = [said for said in pages if "Town d" in said]
    assert f"and {COUNT + 2 - DEMANDS} older ones" in told
