"""Rules about who owns a company, where it can be found, and when it closed."""

from __future__ import annotations

import re

from tools.check.list_rule import ListRule
from tools.check.rule import Problems
from tools.check.sources import is_web_address
from tools.model.dates import FORMS
from tools.model.problem import did_you_mean, shorten
from tools.model.story import Lists, Seeds
from tools.model.vocabulary import Authority, Company

WIKIDATA = re.compile(r"Q[1-9][0-9]*")


def parents_are_known(one: Lists, seeds: Seeds) -> Problems:
    """A company's owner is a company of the list, and not the company itself."""
    for number, entry in one.entries:
        if not isinstance(entry, Company) or entry.parent is None:
            continue
        if entry.parent == entry.id:
            yield one.problem(
                (number, "parent"),
                f"must be another company, and is the company itself: {shorten(entry.parent)}",
                "Write parent: null where nobody owns it.",
            )
        elif seeds.vocabulary.lacks("companies", entry.parent):
            yield one.problem(
                (number, "parent"),
                f"must be the id of another company: {shorten(entry.parent)}",
                did_you_mean(entry.parent, seeds.vocabulary.companies.keys() - {entry.id}),
            )


def owners_are_no_ring(one: Lists, seeds: Seeds) -> Problems:
    """No company owns itself through others: a dossier would list it under itself."""
    companies = seeds.vocabulary.companies
    for number, entry in one.entries:
        if not isinstance(entry, Company) or entry.parent in (None, entry.id):
            continue  # one that names itself is reported by parents_are_known
        chain = [entry.id]
        while (owner := companies.get(chain[-1])) and owner.parent not in (None, *chain):
            chain.append(str(owner.parent))
        if owner and owner.parent == entry.id:
            yield one.problem(
                (number, "parent"),
                f"must not make companies own one another in a ring: {shorten(entry.parent)}",
                f"Each of {', '.join(sorted(chain))} would own itself through the others: set "
                "parent: null in the one that nobody owns.",
            )


def entries_can_be_found(one: Lists, _: Seeds) -> Problems:
    """A Wikidata item is Q and digits; a homepage is an address on the web."""
    for number, entry in one.entries:
        if not isinstance(entry, (Company, Authority)):
            continue
        if entry.wikidata is not None and not WIKIDATA.fullmatch(entry.wikidata):
            yield one.problem(
                (number, "wikidata"),
                f"must be Q and digits: {shorten(entry.wikidata)}",
                "For example: wikidata: Q355",
            )
        if not isinstance(entry, Company) or entry.homepage is None:
            continue
        if not is_web_address(entry.homepage):
            yield one.problem(
                (number, "homepage"),
                f"must be an address on the web: {shorten(entry.homepage)}",
                "Write it in full: https://example.org/",
            )


def closings_are_dated(one: Lists, _: Seeds) -> Problems:
    """The day on which a company closed is a date."""
    for number, entry in one.entries:
        if isinstance(entry, Company) and entry.ended and entry.ended.fault:
            yield one.problem(
                (number, "ended"),
                f"must {entry.ended.fault}: {entry.ended.text!r}",
                f"Legal are: {FORMS}; write null where the company goes on.",
            )


RULES: tuple[ListRule, ...] = (
    parents_are_known,
    owners_are_no_ring,
    entries_can_be_found,
    closings_are_dated,
)
