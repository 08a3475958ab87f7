"""The dossier of one company: where it was last known to stand, and every step on the way."""

from __future__ import annotations

from tools.model.ledger import Track
from tools.model.vocabulary import Company
from tools.pages import address
from tools.pages.moves import drawing
from tools.pages.render import Page
from tools.pages.render import page as render
from tools.pages.site import Site
from tools.pages.topic import lastmod
from tools.pages.wording import capital

_EDIT = "seeds/vocabulary/companies.yml"


def page(site: Site, company: Company) -> Page:
    """The dossier; positions of companies it owns stand in it under their own names."""
    tracks = sorted(site.tracks(company=company.id), key=_newest, reverse=True)
    children = [track for one in owned(site, company) for track in site.tracks(company=one.id)]
    steps = [step for track in tracks for step in track.all_steps]
    known = [(track, list(track.last_known)) for track in tracks if track.last_known]
    moved = [track for track in tracks if track.moments]
    return render(
        site,
        "company.md",
        site.company_at(company.id),
        title=company.name,
        description=f"Where {company.name} was last known to stand {site.publication.asked}, "
        "with every receipt.",
        crumbs=((address.HOME, "Home"), (site.companies_at, capital(site.many))),
        meta={"kind": "Company", "wide": True, "edit": _EDIT}
        | lastmod(site, {step.story.name for step in steps}),
        company=company,
        tracks=tracks,
        known=known,
        drawings=[
            (address.topic(track.topic), name, drawing(site, track, name))
            for track in moved
            for name in [site.vocabulary.topics[track.topic].name]
        ],
        children=children,
        parts=[
            *([("now", "Last known")] if known else []),
            *([("moves", "Moves")] if moved else []),
            ("ledger", "The ledger"),
            *([("owned", "What it owns")] if children else []),
        ],
        steps=len(steps),
        dates=[step.date for step in steps],
        edit_path=_EDIT,
    )


def _newest(track: Track) -> tuple[object, ...]:
    """The newest on top; where no year is known, nothing is new."""
    dates = [step.date.order for step in track.steps]
    return (bool(dates), max(dates, default=(False,)), track.topic)


def owned(site: Site, company: Company) -> list[Company]:
    """The companies that it owns, and those that they own in turn, by name."""
    found = {company.id: company}  # companies that own each other end the search
    waiting = [company]
    while waiting:
        more = [one for one in site.owned_by(waiting.pop().id) if one.id not in found]
        found |= {one.id: one for one in more}
        waiting += more
    return sorted(list(found.values())[1:], key=lambda one: (one.name.casefold(), one.id))
