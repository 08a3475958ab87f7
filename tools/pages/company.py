"""The dossier of one company: where it stands on each question, and every step on the way."""

from __future__ import annotations

from tools.model.ledger import Track
from tools.model.vocabulary import Company
from tools.pages import address
from tools.pages.moves import drawing
from tools.pages.render import Page
from tools.pages.render import page as render
from tools.pages.site import Site
from tools.pages.topic import lastmod

_EDIT = "seeds/vocabulary/companies.yml"


def page(site: Site, company: Company) -> Page:
    """The dossier; positions of companies it owns stand in it under their own names."""
    tracks = site.tracks(company=company.id)
    # the newest on top; where no year is known, nothing is new
    tracks.sort(key=lambda track: (bool(track.moments), _newest(track)), reverse=True)
    children = [track for one in owned(site, company) for track in site.tracks(company=one.id)]
    steps = [step for track in tracks for step in (*track.steps, *track.apart)]
    return render(
        site,
        "company.md",
        address.company(company.id),
        title=company.name,
        description=f"Where {company.name} stands when governments ask, with every receipt.",
        crumbs=((address.HOME, "Home"), (address.COMPANIES, "Companies")),
        meta={"kind": "Company", "wide": True, "edit": _EDIT}
        | lastmod(site, {step.story.name for step in steps}),
        company=company,
        tracks=tracks,
        drawings=[
            (address.topic(track.topic), name, drawing(site, track, name))
            for track in tracks
            if track.now
            for name in [site.vocabulary.topics[track.topic].name]
        ],
        children=children,
        parts=[
            *([("now", "Now"), ("moves", "Moves")] if any(t.now for t in tracks) else []),
            ("ledger", "The ledger"),
            *([("owned", "What it owns")] if children else []),
        ],
        steps=len(steps),
        dates=[step.date for step in steps],
        edit_path=_EDIT,
    )


def _newest(track: Track) -> tuple[object, ...]:
    return track.moments[-1].date.order if track.moments else (False,)


def owned(site: Site, company: Company) -> list[Company]:
    """The companies that it owns, and those that they own in turn, by name."""
    found = {company.id}
    while True:
        more = {c.id for c in site.vocabulary.companies.values() if c.parent in found} - found
        if not more:
            return [one for one in site.companies() if one.id in found - {company.id}]
        found |= more
