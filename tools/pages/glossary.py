"""The glossary: every word by its first letter.

A short one has what words mean and who uses them on one page, a longer one words alone, and a very
long one a page a letter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from tools.model.story import Story
from tools.model.vocabulary import GlossaryTerm
from tools.pages import address, crumbs
from tools.pages.listings import listing
from tools.pages.paging import leaves
from tools.pages.phrases import headed
from tools.pages.render import Page
from tools.pages.site import Site
from tools.pages.word import others
from tools.pages.wording import OTHER, by_letter, initial

EXPLAINED = 120  # words that one page can explain
LISTED = 400  # words that one page can list
USERS = 3  # explainers named beside an explained word


def pages(site: Site) -> Iterator[tuple[str, Callable[[], Page]]]:
    """The address of each page that lists words, and what makes it."""
    yield address.GLOSSARY, partial(index, site)
    for letter, terms in letters(site) if _is_cut(site) else ():
        for leaf in leaves(address.letter(letter), terms, LISTED):
            yield leaf.address, partial(of_letter, site, letter, leaf.number)


def _is_cut(site: Site) -> bool:
    return len(site.vocabulary.glossary) > LISTED


def letters(site: Site) -> list[tuple[str, list[GlossaryTerm]]]:
    """All words by letter; those that begin with none from A to Z come last."""
    terms = sorted(site.vocabulary.glossary.values(), key=lambda term: by_letter(term.term))
    return [(letter, list(some)) for letter, some in groupby(terms, lambda t: initial(t.term))]


def index(site: Site) -> Page:
    """All words by letter, or all letters where that is too much for one page."""
    found, at = letters(site), (address.GLOSSARY, *headed(site, "glossary"))
    if _is_cut(site):
        count = len(site.vocabulary.glossary)
        return listing(site, "letters.html", *at, letters=found, count=count)
    ways = [(letter, f"{address.GLOSSARY}#letter-{letter.lower()}") for letter, _ in found]
    return listing(site, "glossary.html", *at, ways=ways, **_shown(site, found))


def of_letter(site: Site, letter: str, number: int = 1) -> Page:
    """A page of the words that begin with one letter, where letters have pages of their own."""
    found = letters(site)
    leaf = leaves(address.letter(letter), dict(found)[letter], LISTED)[number - 1]
    return listing(
        site,
        "glossary.html",
        leaf.address,
        *headed(site, "glossary-other" if letter == OTHER else "glossary-letter", letter=letter),
        leaf=leaf,
        above=(crumbs.GLOSSARY,),
        ways=[(one, address.letter(one)) for one, _ in found],
        **_shown(site, [(letter, leaf.entries)]),
    )


def _shown(site: Site, found: Sequence[tuple[str, Sequence[GlossaryTerm]]]) -> dict[str, Any]:
    """What a page says of its words by letter: all of it where they are few."""
    few = sum(len(terms) for _, terms in found) <= EXPLAINED
    return {
        "explained": few,
        "letters": [
            (letter, [(term, *_told(site, term)) if few else (term, [], [], 0) for term in terms])
            for letter, terms in found
        ],
    }


def _told(site: Site, term: GlossaryTerm) -> tuple[list[str], list[Story], int]:
    """Other forms of a word, the newest explainers that use it, and how many others do."""
    using = site.using(term.id)
    return others(term), using[:USERS], len(using[USERS:])
