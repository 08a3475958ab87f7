"""The glossary: every word by its first letter, with the explainers that use it."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from string import ascii_uppercase

from tools.model.story import Story
from tools.model.vocabulary import GlossaryTerm
from tools.pages import address
from tools.pages.listings import listing
from tools.pages.records import record_of
from tools.pages.render import Page
from tools.pages.site import Site


def initial(word: str) -> str:
    """The letter from A to Z under which a word stands, or "Other"."""
    letter = unicodedata.normalize("NFD", word)[:1].upper()
    return letter if letter and letter in ascii_uppercase else "Other"


def others(term: GlossaryTerm) -> list[str]:
    """Other forms of a word that say more than its plural does."""
    stem = term.term.casefold()[:-1]
    return [form for form in term.also if not form.casefold().startswith(stem)]


def page(site: Site) -> Page:
    """All words by letter; those that begin with none from A to Z come last."""
    using: dict[str, list[Story]] = {}
    for story in site.reviewed.values():
        for name in record_of(story).glossary:
            using.setdefault(name, []).append(story)
    terms = sorted(
        site.vocabulary.glossary.values(),
        key=lambda term: (len(initial(term.term)), initial(term.term), term.term.casefold()),
    )
    return listing(
        site,
        "glossary.html",
        address.GLOSSARY,
        "Glossary",
        "What the words mean, for readers who meet them for the first time.",
        letters=[
            (
                letter,
                [(term, others(term), using.get(term.id, [])) for term in group],
            )
            for letter, group in groupby(terms, key=lambda term: initial(term.term))
        ],
    )
