"""The parts of a company's dossier, as far as it has room, and their pages of their own."""

from __future__ import annotations

from typing import Any

from tools.model.ledger import Track
from tools.pages import address
from tools.pages import crumbs as above
from tools.pages.ledgers import Stretch, ledger
from tools.pages.moves import ROWS, Drawing, drawings, rows
from tools.pages.parts import Above, Part, Parts
from tools.pages.rolls import Roll, Room, roll
from tools.pages.site import Site

EDIT = "seeds/vocabulary/companies.yml"
KNOWN = Room(here=30, page=60)  # positions


def tracks_of(site: Site, company: str) -> list[Track]:
    """The tracks of a company, the newest on top."""
    return sorted(site.tracks(company=company), key=_newest, reverse=True)


def _newest(track: Track) -> tuple[object, ...]:
    """The newest on top; where no year is known, nothing is new."""
    dates = [step.date.order for step in track.steps]
    return (bool(dates), max(dates, default=(False,)), track.topic)


def known_of(site: Site, company: str) -> Roll[Track]:
    """Those of which anything stands."""
    known = [track for track in tracks_of(site, company) if track.last_known]
    at = f"{site.company_at(company)}now/"
    return roll(at, known, KNOWN, lambda track: len(track.last_known))


def _moves(site: Site, company: str) -> Roll[Track]:
    dated = [track for track in tracks_of(site, company) if track.moments]
    return roll(f"{site.company_at(company)}moves/", dated, ROWS, rows)


def _drawn(site: Site, _: str, tracks: list[Track]) -> dict[str, list[Drawing]]:
    topics = site.vocabulary.topics
    named = ((address.topic(one.topic), topics[one.topic].name, one) for one in tracks)
    return drawings(site, named)


def _ledger(site: Site, company: str) -> Roll[Stretch]:
    return ledger(f"{site.company_at(company)}ledger/", ([one] for one in tracks_of(site, company)))


def _stretches(site: Site, company: str, some: list[Stretch]) -> dict[str, Any]:
    return {"stretches": some, "tracks": tracks_of(site, company), "names": "topic"}


def crumbs(site: Site) -> tuple[above.Crumb, ...]:
    """The pages above a dossier."""
    return above.HOME, above.companies(site)


def _above(site: Site, name: str) -> Above:
    title = site.vocabulary.companies[name].name
    at, filters = site.company_at(name), (("company", title),)
    return Above(at, title, title, crumbs(site), "Company", EDIT, filters)


PARTS = Parts(
    _above,
    {
        "now": Part(
            "company-now",
            known_of,
            lambda _, __, some: {"known": [(track, list(track.last_known)) for track in some]},
        ),
        "moves": Part("company-moves", _moves, _drawn),
        "ledger": Part("company-ledger", _ledger, _stretches, searched=True),
    },
)
