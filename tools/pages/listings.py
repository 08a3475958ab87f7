"""Pages that list: home, explainers, topics, companies, timeline, glossary, corrections, search."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from markupsafe import Markup

from tools.model.ledger import Step, stance_steps
from tools.model.story import Story
from tools.pages import address
from tools.pages.render import Page, environment
from tools.pages.render import page as render
from tools.pages.site import Dated, Site, record_of
from tools.pages.topic import scale

LATEST = 6  # explainers on the home page
LAST_MOVES = 5  # recorded positions on the home page


def listing(site: Site, template: str, where: str, title: str, lede: str, **values: Any) -> Page:
    """A page of one list under a title and a sentence that says what it holds."""

    def url(there: str) -> str:
        return address.relative(where, there)

    body = environment().get_template(template).render(site=site, url=url, **values)
    return render(
        site,
        "list.md",
        where,
        title=title,
        description=lede,
        crumbs=((address.HOME, "Home"),),
        # the search page would be found for every word in it
        meta={"kind": "List", "wide": True, "unsearched": where == address.SEARCH},
        lede=lede,
        body=Markup(body),
    )


def home(site: Site, intro: str) -> Page:
    """The home page: a hand-written beginning, the newest explainer, and where everyone stands."""
    stories = site.of_status("reviewed")
    lead = stories[0] if stories else None
    current = [t.current for t in site.ledger.values() if t.current]
    by_key = {(step.company, step.topic): step for step in current}
    topics = list(site.vocabulary.topics.values())
    rows = [
        (company, [(topic, by_key.get((company.id, topic.id))) for topic in topics])
        for company in site.companies()
        if any(step.company == company.id for step in current)
    ]
    return render(
        site,
        "home.md",
        address.HOME,
        title=site.settings.name,
        description="Who gives way, who holds, who resists. Every claim shows its receipt.",
        meta={"kind": "Home", "wide": True, "front": True},
        intro=Markup(intro),
        lead=lead,
        lead_scale=scale(site, [s for s in stance_steps(lead) if s.date.year_known])
        if lead
        else [],
        last_moves=_last_moves(site),
        scale=scale(site, current),
        topics=topics,
        rows=rows,
        stories=stories[1 : LATEST + 1],
    )


def _last_moves(site: Site) -> list[tuple[list[str], Step]]:
    """The newest steps; companies that took the same one at the same time share an entry."""

    def key(step: Step) -> tuple[str, str, str, str]:
        return step.date.text, step.topic, step.position, step.story.name

    ordered = sorted(site.moves, key=lambda s: (s.date.latest, *key(s)), reverse=True)
    groups = [list(group) for _, group in groupby(ordered, key=key)]
    return [
        (sorted(site.company_name(step.company) for step in group), group[0])
        for group in groups[:LAST_MOVES]
    ]


def explainers(site: Site) -> Page:
    return listing(
        site,
        "explainers.html",
        address.EXPLAINERS,
        "Explainers",
        "One story each: the short answer, what happened when, and where each company stood.",
        stories=site.of_status("reviewed"),
        drafts=site.of_status("draft"),
        withdrawn=site.of_status("withdrawn"),
    )


def topics(site: Site) -> Page:
    return listing(
        site,
        "topics.html",
        address.TOPICS,
        "Topics",
        "One question each, with the position of every company that has taken one.",
        topics=[(t, site.tracks(topic=t.id)) for t in site.vocabulary.topics.values()],
    )


def companies(site: Site) -> Page:
    return listing(
        site,
        "companies.html",
        address.COMPANIES,
        "Companies",
        "Every company with a recorded position, and where it stands now.",
        companies=[(c, site.tracks(company=c.id)) for c in site.companies()],
    )


def timeline(site: Site) -> Page:
    """All events by year; those whose year is not stated come last, and their heading says so."""

    def year(dated: Dated) -> int | None:
        return dated.event.date.year if dated.event.date.year_known else None

    return listing(
        site,
        "timeline.html",
        address.TIMELINE,
        "Timeline",
        "Every dated event of every explainer, each as exact as its source and no more.",
        years=[(y, list(group)) for y, group in groupby(site.events, key=year)],
        certainties=[dated.event.date.certainty for dated in site.events],
    )


def glossary(site: Site) -> Page:
    stories = site.of_status("reviewed")
    terms = sorted(site.vocabulary.glossary.values(), key=lambda term: term.term.casefold())
    return listing(
        site,
        "glossary.html",
        address.GLOSSARY,
        "Glossary",
        "What the words mean, for readers who meet them for the first time.",
        terms=[(t, [s for s in stories if t.id in record_of(s).glossary]) for t in terms],
    )


def corrections(site: Site) -> Page:
    """Every change of every published explainer, newest first."""
    public: list[Story] = [*site.of_status("reviewed"), *site.of_status("withdrawn")]
    changes = [(story, change) for story in public for change in record_of(story).changes]
    changes.sort(key=lambda pair: (pair[1].date.text, pair[0].name), reverse=True)
    return listing(
        site,
        "corrections.html",
        address.CORRECTIONS,
        "Corrections",
        "What was mended and what was added since each explainer was first published.",
        changes=changes,
    )


def search(site: Site) -> Page:
    return listing(
        site,
        "search.html",
        address.SEARCH,
        "Search",
        "Search needs JavaScript; these lists hold everything without it.",
        lists=[
            (address.EXPLAINERS, "All explainers"),
            (address.TOPICS, "All questions"),
            (address.COMPANIES, "All companies"),
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
        command=f"python -m tools draft {name}",
    )
