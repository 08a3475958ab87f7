"""The page of one word of the glossary: what it means, and the explainers that use it."""

from __future__ import annotations

from tools.model.vocabulary import GlossaryTerm
from tools.pages import address, crumbs
from tools.pages.former import title
from tools.pages.paging import ENTRIES
from tools.pages.render import Page
from tools.pages.render import page as render
from tools.pages.site import Site

_EDIT = "seeds/vocabulary/glossary.yml"


def others(term: GlossaryTerm) -> list[str]:
    """Other forms of a word that say more than its plural does."""
    stem = term.term.casefold()[:-1]
    return [form for form in term.also if not form.casefold().startswith(stem)]


def page(site: Site, term: GlossaryTerm) -> Page:
    """The page of a word; it stands, and says so, where no explainer uses it yet."""
    using = site.using(term.id)
    return render(
        site,
        "word.md",
        address.term(term.id),
        title=title(term),
        description=term.definition,
        crumbs=(crumbs.HOME, crumbs.GLOSSARY),
        meta={"kind": "Word", "wide": True, "edit": _EDIT},
        term=term,
        others=others(term),
        stories=using[:ENTRIES],
        more=len(using[ENTRIES:]),
        edit_path=_EDIT,
    )
