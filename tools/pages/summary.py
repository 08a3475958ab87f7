"""A topic's answer in a sentence, made from its ledger: never newer than its newest position."""

from __future__ import annotations

from collections.abc import Iterable

from tools.pages.phrases import phrase
from tools.pages.site import Site
from tools.pages.stands import Stand
from tools.pages.wording import capital, joined, number

NAMED = 2  # companies that are named; more of them are counted


def summary(site: Site, stands: Iterable[Stand]) -> str:
    """Who stood where when last seen, from which year to which; empty where nobody stands.

    The groups add up: each company is told once, with all its positions.
    """
    groups: dict[tuple[bool, tuple[str, ...]], list[Stand]] = {}
    scale = site.vocabulary.scale
    for one in stands:
        places = tuple(sorted(one.positions, key=scale.__getitem__))
        groups.setdefault((one.differs, places), []).append(one)
    ordered = sorted(
        groups.items(), key=lambda item: (-len(item[1]), [scale[p] for p in item[0][1]])
    )
    everyone = [one for _, group in ordered for one in group]
    if not everyone:
        return ""
    groups_told = [
        phrase("summary.group", who=_who(site, group), did=_did(site, *key))
        for key, group in ordered
    ]
    count, told = len(everyone), joined(groups_told)
    if count > len(groups_told) or count > NAMED:
        told = phrase("summary.of", site, count=number(count), told=told)
    text = capital(phrase("summary.whole", told=told, years=_years(everyone)))
    differing = sorted(site.company_name(one.company) for one in everyone if one.differs)
    return f"{text} {phrase('summary.differ', names=joined(differing))}" if differing else text


def _who(site: Site, group: list[Stand]) -> str:
    names = sorted((site.company_name(one.company) for one in group), key=str.casefold)
    return joined(names) if len(names) <= NAMED else number(len(names))


def _did(site: Site, differ: bool, positions: tuple[str, ...]) -> str:
    """The positions of a group in the past tense: "refused, withdrew and went to court".

    Of positions about which records differ, the group took one.
    """
    return joined((_past(site, name) for name in positions), "or" if differ else "and")


def _past(site: Site, name: str) -> str:
    position = site.position(name)
    return position.past or position.label.lower()


def _years(stands: list[Stand]) -> str:
    years = sorted({step.date.days[1].year for one in stands for step in one.steps})
    first, last = str(years[0]), str(years[-1])
    if first == last:
        return phrase("summary.year", year=first)
    return phrase("summary.years", first=first, last=last)
