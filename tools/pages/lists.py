"""The lists by time and by name: explainers, corrections, companies."""

from __future__ import annotations

import datetime as dt

from tools.model.ledger import Track
from tools.model.story import Story
from tools.model.vocabulary import Company
from tools.pages import address
from tools.pages.listings import AGES, listing
from tools.pages.log import Entry, log
from tools.pages.paging import ENTRIES, Group, grouped, jumps, leaves
from tools.pages.phrases import headed, phrase
from tools.pages.records import record_of
from tools.pages.render import Page
from tools.pages.site import Site
from tools.pages.wording import by_letter, initial

STATUSES: dict[str, Group] = {
    "reviewed": ("reviewed", phrase("groups.reviewed")),
    "draft": ("drafts", phrase("groups.drafts")),
    "withdrawn": ("withdrawn", phrase("groups.withdrawn")),
}
TRACKS = 4  # demands of which a list says where one company stands


def explainers(site: Site, number: int = 1) -> Page:
    """A page of all explainers, newest article first; drafts and withdrawn ones come last."""
    cut = leaves(address.EXPLAINERS, by_status(site))
    leaf = cut[number - 1]
    groups = grouped(leaf)
    if number == 1 and not site.of_status("reviewed"):
        groups.insert(0, (*STATUSES["reviewed"], []))
    return listing(
        site,
        "explainers.html",
        leaf.address,
        *headed(site, "explainers"),
        leaf=leaf,
        steps=AGES,
        ways=jumps(cut) if len(cut) > 1 else [],
        groups=groups,
    )


def by_status(site: Site) -> list[tuple[Group, Story]]:
    """All explainers, each with what it stands under."""
    return [(group, one) for status, group in STATUSES.items() for one in site.of_status(status)]


def companies(site: Site, number: int = 1) -> Page:
    """A page of all companies by name, each with where it was last known to stand."""
    cut = leaves(site.companies_at, by_name(site))
    leaf = cut[number - 1]
    return listing(
        site,
        "companies.html",
        leaf.address,
        *headed(site, "companies"),
        leaf=leaf,
        ways=jumps(cut) if len(cut) > 1 else [],
        groups=[
            (anchor, letter, [(one, *_standing(site, one)) for one in some])
            for anchor, letter, some in grouped(leaf)
        ],
    )


def by_name(site: Site) -> list[tuple[Group, Company]]:
    """All companies by name; more than a page of them stand under their letters."""
    found = sorted(site.companies(), key=lambda one: by_letter(one.name))
    if len(found) <= ENTRIES:
        return [(("all", phrase("groups.all")), one) for one in found]
    letters = [(initial(one.name), one) for one in found]
    return [((f"letter-{letter.lower()}", letter), one) for letter, one in letters]


def _standing(site: Site, company: Company) -> tuple[bool, list[Track], int]:
    """Whether anything is recorded; the newest tracks on which it stands, the newest first; and
    how many others there are."""
    tracks = site.tracks(company=company.id)
    known = [track for track in tracks if track.last_known]
    newest = sorted(known, key=_newest, reverse=True)[:TRACKS]
    return bool(tracks), newest, len(known) - len(newest)


def _newest(track: Track) -> tuple[bool, dt.date, dt.date]:
    return max(step.date.order for step in track.last_known)


def corrections(site: Site, number: int = 1) -> Page:
    """A page of every change and withdrawal of every published explainer, newest first."""
    leaf = leaves(address.CORRECTIONS, changes(site))[number - 1]
    return listing(
        site,
        "corrections.html",
        leaf.address,
        *headed(site, "corrections"),
        leaf=leaf,
        steps=AGES,
        changes=leaf.entries,
    )


def changes(site: Site) -> list[tuple[Story, Entry]]:
    """Every change and withdrawal of every published explainer, newest first."""
    found = [(story, entry) for story in site.public for entry in log(record_of(story))]
    return sorted(found, key=lambda pair: (pair[1].date.text, pair[0].name), reverse=True)
