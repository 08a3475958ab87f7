"""Pages that list: explainers, topics, who asks, companies, glossary, corrections, search."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from shlex import quote
from typing import Any, TypeVar

from markupsafe import Markup

from tools.model.claims import slug
from tools.model.ledger import Track
from tools.model.vocabulary import Authority, Topic
from tools.pages import address
from tools.pages.asking import Asking, asking
from tools.pages.authority import newest_first
from tools.pages.log import log
from tools.pages.paging import Leaf
from tools.pages.records import record_of
from tools.pages.render import Page, environment
from tools.pages.render import page as render
from tools.pages.site import Site
from tools.pages.stands import Scale, scale, stands
from tools.pages.wording import capital

PAGES, AGES = ("Previous page", "Next page"), ("Newer", "Older")
Placed = TypeVar("Placed", Authority, Topic)


def listing(
    site: Site,
    template: str,
    where: str,
    title: str,
    lede: str,
    *,
    above: tuple[tuple[str, str], ...] = (),
    leaf: Leaf[Any] | None = None,
    steps: tuple[str, str] = PAGES,
    **values: Any,
) -> Page:
    """A page of one list under a title and a sentence that says what it holds.

    `above` are the pages above it, save the home page; `leaf` says which page of its list it is,
    and `steps` what the ways to the pages before and after are called.
    """

    if leaf and leaf.before:
        above = (*above, (leaf.addresses[0], title))
        title = f"{title}, page {leaf.number}"
    url = partial(address.relative, where)
    body = environment().get_template(template).render(site=site, url=url, here=where, **values)
    return render(
        site,
        "list.md",
        where,
        title=title,
        description=lede,
        crumbs=((address.HOME, "Home"), *above),
        meta={
            "kind": "List",
            "wide": True,
            # the search page would be found for every word in it; of a list, its first page is
            "unsearched": where == address.SEARCH or bool(leaf and leaf.before),
            **(_beside(leaf) if leaf else {}),
        },
        lede=lede,
        body=Markup(body),
        leaf=leaf,
        steps=steps,
    )


def _beside(leaf: Leaf[Any]) -> dict[str, str]:
    """The pages before and after one of a list, as front matter."""
    beside = {"prev": leaf.before, "next": leaf.after}
    return {name: there for name, there in beside.items() if there}


def explainers(site: Site) -> Page:
    """All explainers, newest article first; drafts and withdrawn ones apart."""
    return listing(
        site,
        "explainers.html",
        address.EXPLAINERS,
        "Explainers",
        f"One story each: the short answer, what happened when, and where each {site.one} stood.",
        stories=site.of_status("reviewed"),
        drafts=site.of_status("draft"),
        withdrawn=site.of_status("withdrawn"),
    )


def topics(site: Site) -> Page:
    """All demands by place, the newest of each first."""
    return listing(
        site,
        "topics.html",
        address.TOPICS,
        "Topics",
        f"One demand each: who asks, and where every {site.one} was last known to stand.",
        places=[
            (anchor, place, [_topic(site, topic) for topic in newest_first(found)])
            for anchor, place, found in _by_place(site.vocabulary.topics.values())
        ],
    )


def _topic(site: Site, topic: Topic) -> tuple[Topic, Asking, list[Track], Scale]:
    tracks = site.tracks(topic=topic.id)
    return topic, asking(site, topic), tracks, scale(site, stands(tracks))


def authorities(site: Site) -> Page:
    """All authorities by place, each with its demands, the newest first."""
    return listing(
        site,
        "authorities.html",
        address.AUTHORITIES,
        "Who asks",
        f"Every authority whose demands these pages tell, and what it asks of {site.many}.",
        places=[
            (
                anchor,
                place,
                [
                    (one, [(t, asking(site, t)) for t in newest_first(site.asked_by(one.id))])
                    for one in sorted(found, key=lambda one: one.name.casefold())
                ],
            )
            for anchor, place, found in _by_place(site.vocabulary.authorities.values())
        ],
    )


def _by_place(entries: Iterable[Placed]) -> list[tuple[str, str, list[Placed]]]:
    """Entries by their place, with an anchor of each place that no other has."""
    places: dict[str, list[Placed]] = {}
    for entry in entries:
        places.setdefault(entry.place, []).append(entry)
    found: dict[str, tuple[str, str, list[Placed]]] = {}
    for number, (place, some) in enumerate(sorted(places.items(), key=_alphabetical), start=1):
        anchor = f"place-{slug(place) or number}"
        anchor = f"{anchor}-{number}" if anchor in found else anchor
        found[anchor] = (anchor, place, some)
    return list(found.values())


def _alphabetical(item: tuple[str, object]) -> tuple[str, str]:
    return item[0].casefold(), item[0]


def companies(site: Site) -> Page:
    """All companies by name, each with where it was last known to stand."""
    return listing(
        site,
        "companies.html",
        site.companies_at,
        capital(site.many),
        f"Every {site.one} these pages know, and where it was last known to stand.",
        companies=[(c, site.tracks(company=c.id)) for c in site.companies()],
    )


def corrections(site: Site) -> Page:
    """Every change and withdrawal of every published explainer, newest first."""
    changes = [(story, entry) for story in site.public for entry in log(record_of(story))]
    changes.sort(key=lambda pair: (pair[1].date.text, pair[0].name), reverse=True)
    return listing(
        site,
        "corrections.html",
        address.CORRECTIONS,
        "Corrections",
        "What was mended, added or withdrawn since each explainer was first published.",
        changes=changes,
    )


def search(site: Site) -> Page:
    """Where searches are shown, and the lists that hold everything without a script."""
    return listing(
        site,
        "search.html",
        address.SEARCH,
        "Search",
        "Search needs JavaScript and a server; these lists hold everything without them.",
        lists=[
            (address.EXPLAINERS, "All explainers"),
            (address.TOPICS, "All topics"),
            (address.AUTHORITIES, "Who asks"),
            (site.companies_at, f"All {site.many}"),
            (address.TIMELINE, "Everything by date"),
            (address.GLOSSARY, "All words explained"),
            (address.SOURCES, "All sources"),
        ],
    )


def notice(site: Site, name: str) -> Page:
    """What stands in the place of a story that has an article and no record."""
    return listing(
        site,
        "notice.html",
        address.explainer(name),
        name,
        "This story has an article and no record yet.",
        command=f"python -m tools draft {quote(name)}",
    )
