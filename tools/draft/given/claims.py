"""A draft that another program wrote, taken as data: what holds is kept, what does not is told.

It has the form of `draft --json`. A claim stays where each of its quotations stands word for word
in the article and each of its fields is what the field must be; nothing in it is trusted, and
nothing of it is mended.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tools.draft.given.fields import LONGEST_NAME, Fields, UnfitError, listed, text_of
from tools.model.article import Article
from tools.model.problem import Path, did_you_mean, shorten
from tools.model.text import fold_case
from tools.model.vocabulary import Vocabulary

MOST = 200  # claims of one kind; an article that has more is none for one page
MOST_KEYS = 5  # unknown ones that are told by their names
# what a claim of each kind must say, and what it may say besides
FORMS: Mapping[str, tuple[str, ...]] = {
    "answer": ("text", "quote"),
    "key_points": ("text", "quote"),
    "timeline": ("date", "text", "quote"),
    "stances": ("company", "position", "text", "quote"),
    "candidates": ("company", "quote", "positions"),
    "who": ("name", "description", "quote"),
    "figures": ("value", "text", "quote"),
    "unknowns": ("text", "quote"),
    "terms": ("short", "long", "quote"),
}
MAY = {
    "stances": ("company_id", "date", "sureness"),
    "candidates": ("company_id", "sureness"),
}
# what the draft says of itself and of its source; both are known better here
OWN = ("status", "drafted", "sources")
KNOWN = ("title", *OWN, *FORMS, "glossary")


@dataclass(frozen=True)
class LeftOut:
    """Something that was not taken: what it must be otherwise, a way out, and what is gone."""

    message: str
    way_out: str

    def __str__(self) -> str:
        return f"{self.message}\n    {self.way_out}"


@dataclass(frozen=True)
class Given:
    """What holds of a draft, in its form, and what was left out of it.

    `claims` has every kind; its quotations are tuples of passages as the article has them.
    """

    title: str | None
    claims: Mapping[str, tuple[dict[str, Any], ...]]
    glossary: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


def given(draft: Mapping[str, Any], article: Article, vocabulary: Vocabulary) -> Given:
    """What holds of a draft of an article, whose values may be anything that JSON can be."""
    return _Taking(article, vocabulary).all(draft)


class _Taking:
    def __init__(self, article: Article, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.fields = Fields(article, vocabulary)
        self.left_out: list[LeftOut] = []
        self.ids = {
            fold_case(name): company.id
            for company in vocabulary.companies.values()
            for name in company.names
        }

    def all(self, draft: Mapping[str, Any]) -> Given:
        """All of a draft."""
        self._unknown_keys(draft, KNOWN, ())
        claims = {kind: tuple(self._claims(kind, draft.get(kind))) for kind in FORMS}
        return Given(
            title=self._title(draft.get("title")),
            claims=claims,
            glossary=tuple(self._glossary(draft.get("glossary"))),
            left_out=tuple(self.left_out),
        )

    def _tell(self, path: Path, must: str, way_out: str, gone: str = "It is left out.") -> None:
        self._told(UnfitError(path, must, way_out), gone)

    def _told(self, unfit: UnfitError, gone: str) -> None:
        message, way_out = unfit.told
        self.left_out.append(LeftOut(message, f"{way_out} {gone}".strip()))

    def _unknown_keys(self, value: Mapping[str, Any], known: tuple[str, ...], at: Path) -> None:
        unknown = [key for key in value if key not in known]
        for key in unknown[:MOST_KEYS]:
            near = did_you_mean(key[:LONGEST_NAME], known)
            self._tell(at, f"have known keys only: {shorten(key)}", near)
        if len(unknown) > MOST_KEYS:
            self._tell(at, f"have known keys only, and has {len(unknown)} others", "")

    def _list(self, value: object, at: Path) -> list[Any]:
        if value is None:
            return []
        if not isinstance(value, list):
            self._tell(at, f"be a list: {shorten(value)}", "Write [ and ] around it.")
            return []
        if len(value) > MOST:
            self._tell(
                at, f"have at most {MOST} entries: {len(value)}", "", "The others are left out."
            )
        return value[:MOST]

    def _claims(self, kind: str, value: object) -> list[dict[str, Any]]:
        if kind == "answer":
            one = None if value is None else self._claim(kind, value, (kind,))
            return [one] if one else []
        found = [
            self._claim(kind, item, (kind, index))
            for index, item in enumerate(self._list(value, (kind,)))
        ]
        return [claim for claim in found if claim]

    def _claim(self, kind: str, value: object, at: Path) -> dict[str, Any] | None:
        """One claim with all its fields; None where it is left out."""
        needed, may = FORMS[kind], MAY.get(kind, ())
        if not isinstance(value, dict):
            keys = ", ".join(needed)
            self._tell(at, f"be keys and values: {shorten(value)}", f"Its keys are {keys}.")
            return None
        self._unknown_keys(value, (*needed, *may), at)
        claim: dict[str, Any] = {}
        try:
            for key in needed:
                claim[key] = self.fields.read(key, value.get(key), (*at, key))
        except UnfitError as unfit:
            self._told(unfit, "The claim is left out.")
            return None
        for key in may:
            try:
                one = value.get(key)
                claim[key] = None if one is None else self.fields.read(key, one, (*at, key))
            except UnfitError as unfit:
                self._told(unfit, "It is left out, and the claim stays.")
                claim[key] = None
        if "company" in claim:
            self._name_company(claim, at)
        return claim

    def _name_company(self, claim: dict[str, Any], at: Path) -> None:
        """A company by its name and, where the list has it, its id, however it is given."""
        companies, name, said = self.vocabulary.companies, claim["company"], claim["company_id"]
        known = name if name in companies else self.ids.get(fold_case(name))
        if name in companies:
            claim["company"] = companies[name].name
        if known and said and known != said:
            self._tell(at, f"be of one company: {shorten(name)} is not {said}", "", "The id goes.")
        claim["company_id"] = known or said

    def _title(self, value: object) -> str | None:
        try:
            return None if value is None else text_of(value, ("title",))
        except UnfitError as unfit:
            self._told(unfit, "It is left out.")
            return None

    def _glossary(self, value: object) -> list[str]:
        found: dict[str, None] = {}
        for index, item in enumerate(self._list(value, ("glossary",))):
            try:
                found[listed(item, self.vocabulary.glossary, ("glossary", index))] = None
            except UnfitError as unfit:
                self._told(unfit, "It is left out.")
        return sorted(found)
