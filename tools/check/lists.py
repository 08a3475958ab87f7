"""Rules about the vocabularies: ids, names that mean one thing, and what entries refer to."""

from __future__ import annotations

import re
from collections.abc import Callable

from tools.check.characters import texts
from tools.check.looks import foreign_letter, look, look_alike, odd_letter, same
from tools.check.rule import Problems
from tools.check.sources import is_web_address
from tools.model.problem import Path, did_you_mean, shorten
from tools.model.story import Lists, Seeds, name_fault
from tools.model.text import HIDDEN
from tools.model.vocabulary import SIDES, Company, Entry, GlossaryTerm, Position

WIKIDATA = re.compile(r"Q[1-9][0-9]*")
ListRule = Callable[[Lists, Seeds], Problems]


def ids_are_words(one: Lists, _: Seeds) -> Problems:
    """An id is lower-case words joined by hyphens: it is a page's address."""
    for number, entry in one.entries:
        if fault := name_fault(entry.id):
            yield one.problem(
                (number, "id"),
                f"must {fault}: {shorten(entry.id)}",
                "For example: id: user-data",
            )


def ids_differ(one: Lists, _: Seeds) -> Problems:
    """No two entries of a list have the same id."""
    seen: dict[str, int] = {}
    for number, entry in one.entries:
        first = seen.setdefault(entry.id, number)
        if first != number:
            line = one.places[(first, "id")].line
            yield one.problem(
                (number, "id"),
                f"must be given once: {shorten(entry.id)} stands on line {line} as well",
                "Join the two entries, or give one another id.",
            )


def names_differ(one: Lists, _: Seeds) -> Problems:
    """No name or alias belongs to two entries: a reader could not tell which one is meant."""
    seen: dict[str, str] = {}
    for number, entry in one.entries:
        for path, name in _names(entry):
            owner = seen.setdefault(same(name), entry.id)
            if owner != entry.id:
                yield one.problem(
                    (number, *path),
                    f"must belong to one entry: {shorten(name)} is that of {owner} as well",
                    "Delete it from one of the two.",
                )


def names_look_different(one: Lists, _: Seeds) -> Problems:
    """No name looks like that of another entry, and none hides letters of another alphabet."""
    seen: dict[str, tuple[str, str]] = {}
    for number, entry in one.entries:
        for path, name in _names(entry):
            owner, other = seen.setdefault(look(name), (entry.id, name))
            letter = foreign_letter(name)
            if owner != entry.id and look_alike(name, other):
                yield one.problem(
                    (number, *path),
                    f"must not look like another name: {shorten(name)} and {shorten(other)} of "
                    f"{owner} differ by {odd_letter(name, other)}",
                    "Type the name anew on one keyboard, or delete one of the two.",
                )
            elif letter:
                yield one.problem(
                    (number, *path),
                    f"should hold letters of one alphabet: {shorten(name)} has {letter}",
                    "Type the name anew, unless it is written so.",
                    notice=True,
                )


def _names(entry: Entry) -> list[tuple[Path, str]]:
    if isinstance(entry, Company):
        return [
            (("name",), entry.name),
            *((("aliases", i), a) for i, a in enumerate(entry.aliases)),
        ]
    if isinstance(entry, GlossaryTerm):
        return [(("term",), entry.term), *((("also", i), a) for i, a in enumerate(entry.also))]
    return []


def parents_are_known(one: Lists, seeds: Seeds) -> Problems:
    """A company's owner is a company of the list, and not the company itself."""
    for number, entry in one.entries:
        if not isinstance(entry, Company) or entry.parent is None:
            continue
        if seeds.vocabulary.lacks("companies", entry.parent) or entry.parent == entry.id:
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
                f"must not lead back to the company itself: {shorten(entry.parent)}",
                f"Set parent: null in the one that nobody owns: {', '.join(sorted(chain))}.",
            )


def related_terms_are_known(one: Lists, seeds: Seeds) -> Problems:
    """The terms under `see` are in the glossary."""
    for number, entry in one.entries:
        for index, term in enumerate(entry.see if isinstance(entry, GlossaryTerm) else ()):
            if seeds.vocabulary.lacks("glossary", term):
                yield one.problem(
                    (number, "see", index),
                    f"must be the id of a term: {shorten(term)}",
                    did_you_mean(term, seeds.vocabulary.glossary),
                )


def companies_can_be_found(one: Lists, _: Seeds) -> Problems:
    """A Wikidata item is Q and digits; a homepage is an address on the web."""
    for number, entry in one.entries:
        if not isinstance(entry, Company):
            continue
        if entry.wikidata is not None and not WIKIDATA.fullmatch(entry.wikidata):
            yield one.problem(
                (number, "wikidata"),
                f"must be Q and digits: {shorten(entry.wikidata)}",
                "For example: wikidata: Q355",
            )
        if entry.homepage is not None and not is_web_address(entry.homepage):
            yield one.problem(
                (number, "homepage"),
                f"must be an address on the web: {shorten(entry.homepage)}",
                "Write it in full: https://example.org/",
            )


def positions_have_a_side(one: Lists, _: Seeds) -> Problems:
    """Each position yields, holds or resists, and the list goes from one end to the other."""
    last = 0
    for number, entry in one.entries:
        if not isinstance(entry, Position):
            continue
        if entry.side not in SIDES:
            yield one.problem(
                (number, "side"),
                f"must be one of {', '.join(SIDES)}: {shorten(entry.side)}",
                did_you_mean(entry.side, SIDES),
            )
        elif SIDES.index(entry.side) < last:
            yield one.problem(
                (number, "side"),
                f"must not come after a more resisting one: {shorten(entry.side)}",
                "Order the list from yielding to resisting.",
            )
        else:
            last = SIDES.index(entry.side)


def entries_are_visible(one: Lists, _: Seeds) -> Problems:
    """No text of a list holds characters that cannot be seen."""
    for number, entry in one.entries:
        for path, text in texts(entry.model_dump(), (number,)):
            if match := HIDDEN.search(text):
                yield one.problem(
                    path,
                    f"must hold no hidden characters: U+{ord(match.group()):04X}",
                    "Delete the character, or type the text anew.",
                )


RULES: tuple[ListRule, ...] = (
    ids_are_words,
    ids_differ,
    names_differ,
    names_look_different,
    parents_are_known,
    owners_are_no_ring,
    related_terms_are_known,
    companies_can_be_found,
    positions_have_a_side,
    entries_are_visible,
)
