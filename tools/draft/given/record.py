"""The draft of a record from drafts that another program wrote, one of each of its articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tools.draft.given.claims import Given, LeftOut
from tools.draft.quoting import Quoting
from tools.draft.reading import Reading
from tools.draft.record import CLAIMS, MOST_POINTS, anchored, source_of
from tools.model.article import Article
from tools.model.dates import Date
from tools.model.problem import shorten
from tools.model.record import (
    Answer,
    Candidate,
    Claim,
    Event,
    Explainer,
    Figure,
    KeyPoint,
    Profile,
    ShortForm,
    Stance,
    Unknown,
)

MODELS: Mapping[str, type[Claim]] = {
    "answer": Answer,
    "key_points": KeyPoint,
    "timeline": Event,
    "stances": Stance,
    "who": Profile,
    "figures": Figure,
    "unknowns": Unknown,
    "terms": ShortForm,
}
# what is told once of each, from whichever article has it first
ONCE = {"stances": ("company", "position", "date"), "who": ("name",), "terms": ("short",)}


@dataclass(frozen=True)
class Drafted:
    """An article, what was read in it, and what holds of the draft that was made of it."""

    article: Article
    reading: Reading
    given: Given


@dataclass
class _Made:
    """The claims of a record as they are made, and those for which no quotation was to be had."""

    drafts: Sequence[Drafted]
    left_out: list[LeftOut] = field(default_factory=list)

    def of(self, kind: str) -> tuple[Claim, ...]:
        """All claims of a kind."""
        found: dict[tuple[Any, ...], Claim] = {}
        for claim in self._each(kind):
            values = claim.model_dump(exclude={"source"})
            key = tuple(str(values[name]) for name in ONCE.get(kind, values))
            found.setdefault(key, claim)
        return tuple(found.values())

    def _each(self, kind: str) -> Iterator[Claim]:
        for one in self.drafts:
            quoting = Quoting(one.article, [other.article for other in self.drafts])
            for claim in one.given.claims[kind]:
                made = [quoting.of(passage) for passage in claim["quote"]]
                if not all(made):
                    self.left_out.append(_unquoted(kind, claim, one.article))
                    continue
                source = one.article.file if any(part["source"] for part in made) else None
                quote = tuple(dict.fromkeys(q for part in made for q in part["quote"]))
                yield MODELS[kind](**_fields(claim), quote=quote, source=source)


def _unquoted(kind: str, claim: Mapping[str, Any], article: Article) -> LeftOut:
    """Why a claim has no quotation that a reader could find again."""
    return LeftOut(
        f"a quotation of {kind} must stand once in {article.file}, or with a few words around it: "
        f"{shorten(claim['quote'][0])}",
        "Quote more of its sentence. The claim is left out.",
    )


def given_record(
    drafts: Sequence[Drafted], published: Mapping[str, Date]
) -> tuple[Explainer, list[LeftOut]]:
    """The draft of a record from the drafts of its articles, and what could not be quoted in it.

    `published` has the day of articles, by file, whose texts do not state it.
    """
    made = _Made(drafts)
    claims = {kind: made.of(kind) for kind in MODELS}
    claims["key_points"] = claims["key_points"][:MOST_POINTS]
    claims["timeline"] = tuple(sorted(claims["timeline"], key=_day))
    answer = next(iter(claims.pop("answer")), None)
    sources = tuple(source_of(one.article, one.reading, published) for one in drafts)
    title = next((one.given.title for one in drafts if one.given.title), sources[0].headline)
    record = Explainer(
        title=title,
        status="draft",
        drafted="machine",
        sources=sources,
        answer=answer if isinstance(answer, Answer) else None,
        candidates=tuple(_candidates(drafts)),
        glossary=tuple(sorted({name for one in drafts for name in one.given.glossary})),
    )
    update = {kind: tuple(anchored(kind, claims[kind])) for kind in CLAIMS}
    return record.model_copy(update=update), made.left_out


def _candidates(drafts: Sequence[Drafted]) -> Iterator[Candidate]:
    for one in drafts:
        for claim in one.given.claims["candidates"]:
            yield Candidate(**_fields(claim), quote=claim["quote"])


def _fields(claim: Mapping[str, Any]) -> dict[str, Any]:
    """A claim's fields as the record has them: a company by its id where it has one, no quote."""
    values = {
        key: value for key, value in claim.items() if key not in ("company_id", "sureness", "quote")
    }
    if "company" in values:
        values["company"] = claim["company_id"] or claim["company"]
    return values


def _day(claim: Claim) -> Any:
    assert isinstance(claim, Event)
    return claim.date.order
