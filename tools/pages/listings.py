"""Pages that list: home, explainers, topics, companies, glossary, corrections, search."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from tools.model.ledger import Moment, stance_steps
from tools.model.story import Story
from tools.pages import address
from tools.pages.log import log
from tools.pages.render import Page, environment, handwritten
from tools.pages.render import page as render
from tools.pages.site import Site, record_of
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
    lead_steps = [s for s in stance_steps(lead) if s.date.year_known] if lead else []
    now = {key: track.now for key, track in site.ledger.items() if track.now}
    topics = list(site.vocabulary.topics.values())
    rows = [
        (company, [(topic, now.get((company.id, topic.id))) for topic in topics])
        for company in site.companies()
        if any(name == company.id for name, _ in now)
    ]
    return render(
        site,
        "home.md",
        address.HOME,
        title=site.settings.name,
        description="Who gives way, who holds, who resists. Every claim shows its receipt.",
        meta={"kind": "Home", "wide": True, "front": True},
        intro=handwritten(intro),
        lead=lead,
        lead_scale=scale(site, lead_steps) if lead_steps else [],
        last_moves=_last_moves(site),
        scale=scale(site, []),
        topics=topics,
        rows=rows,
        stories=stories[1 : LATEST + 1],
    )


def _last_moves(site: Site) -> list[tuple[list[str], Moment, Moment | None]]:
    """The newest dates of the ledger: who, what, and what was left, where all of it was.

    Companies that took the same positions at the same time share an entry.
    """
    entries: dict[tuple[object, ...], tuple[set[str], Moment, Moment | None]] = {}
    for step in site.moves:
        before, moment = site.ledger[step.company, step.topic].at(step)
        if before and not set(before.positions).isdisjoint(moment.positions):
            before = None
        stories = tuple(s.story.name for s in moment.steps)
        key = (step.date, step.topic, moment.positions, before and before.positions, stories)
        entries.setdefault(key, (set(), moment, before))[0].add(site.company_name(step.company))
    newest = list(entries.values())[:LAST_MOVES]
    return [(sorted(names), moment, before) for names, moment, before in newest]


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
        "Every company these pages know, and where it stands now.",
        companies=[(c, site.tracks(company=c.id)) for c in site.companies()],
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
    """Every change and withdrawal of every published explainer, newest first."""
    public: list[Story] = [*site.of_status("reviewed"), *site.of_status("withdrawn")]
    changes = [(story, entry) for story in public for entry in log(record_of(story))]
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
    return listing(
        site,
        "search.html",
        address.SEARCH,
        "Search",
        "Search needs JavaScript and a server; these lists hold everything without them.",
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
