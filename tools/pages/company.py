"""The dossier of one company: where it stands on each question, and every step on the way."""

from __future__ import annotations

from tools.model.vocabulary import Company
from tools.pages import address
from tools.pages.render import Page
from tools.pages.render import page as render
from tools.pages.site import Site
from tools.pages.topic import lastmod

_EDIT = "seeds/vocabulary/companies.yml"


def page(site: Site, company: Company) -> Page:
    """The dossier; positions of companies it owns stand in it under their own names."""
    tracks = site.tracks(company=company.id)
    owned = [c.id for c in site.vocabulary.companies.values() if c.parent == company.id]
    children = [track for name in owned for track in site.tracks(company=name)]
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
        children=children,
        steps=len(steps),
        edit_path=_EDIT,
    )
