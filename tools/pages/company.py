"""The dossier of one company: where it was last known to stand, and every step on the way."""

from __future__ import annotations

from tools.model.ledger import Track
from tools.model.vocabulary import Company
from tools.pages.citing import CLAIM, of_company
from tools.pages.company_parts import EDIT, PARTS, crumbs, tracks_of
from tools.pages.ledgers import STEPS, Stretch, places, stretches
from tools.pages.phrases import headed
from tools.pages.render import Page
from tools.pages.render import page as render
from tools.pages.site import Site
from tools.pages.topic import lastmod


def page(site: Site, company: Company) -> Page:
    """The dossier; positions of companies it owns stand in it under their own names.

    What has no room on it is on pages of its own, to which it leads.
    """
    where = site.company_at(company.id)
    steps = [step for track in tracks_of(site, company.id) for step in track.all_steps]
    rolls = PARTS.rolls(site, company.id)
    taken = sum(stretch.size for stretch in rolls["ledger"].here)
    children, whole = _owned(site, company, STEPS.here - taken)
    title, lede = headed(site, "company", name=company.name, asked=site.publication.asked)
    return render(
        site,
        "company.md",
        where,
        title=title,
        description=lede,
        crumbs=crumbs(site),
        meta={"kind": "Company", "wide": True, "edit": EDIT, "script": CLAIM}
        | lastmod(site, {step.story.name for step in steps}),
        company=company,
        cited=of_company(site, company),
        rolls=rolls,
        places=places(where, rolls["ledger"]),
        children=children,
        whole=whole,
        links=[name for name, some in {**rolls, "owned": children}.items() if some],
        steps=len(steps),
        dates=[step.date for step in steps],
        edit_path=EDIT,
        **PARTS.shown(site, company.id, rolls),
    )


def _owned(site: Site, company: Company, room: int) -> tuple[list[Track], list[Stretch]]:
    """The tracks of the companies it owns, and all of them to show where there is room."""
    tracks = [track for one in owned(site, company) for track in site.tracks(company=one.id)]
    whole = [stretch for track in tracks for stretch in stretches(track)]
    return tracks, whole if sum(stretch.size for stretch in whole) <= room else []


def owned(site: Site, company: Company) -> list[Company]:
    """The companies that it owns, and those that they own in turn, by name."""
    found = {company.id: company}  # companies that own each other end the search
    waiting = [company]
    while waiting:
        more = [one for one in site.owned_by(waiting.pop().id) if one.id not in found]
        found |= {one.id: one for one in more}
        waiting += more
    return sorted(list(found.values())[1:], key=lambda one: (one.name.casefold(), one.id))
