"""The claims of a record: what they are called, and the anchor by which a link reaches each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from tools.model.once import once
from tools.model.problem import Path
from tools.model.record import (
    Claim,
    Event,
    Explainer,
    Figure,
    Profile,
    Section,
    ShortForm,
    Stance,
    Until,
)
from tools.model.text import fold

# the lists of claims in the order in which a page shows them, and the first word of their anchors
LISTS = {
    "key_points": "point",
    "stances": "stance",
    "timeline": "event",
    "sections": "background",
    "who": "who",
    "figures": "figure",
    "unknowns": "unknown",
    "terms": "short",
}
UNTIL = "until"
_WORD = re.compile(r"[a-z0-9]+")
ANCHOR_WORDS = 6  # of the first quotation: enough to tell two passages apart, short in an address


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim with its place in the record, its anchor and what a list of links calls it."""

    path: Path
    kind: str
    claim: Claim
    anchor: str

    @property
    def label(self) -> str:
        """A name for links back from a receipt, unique enough within its kind."""
        claim = self.claim
        match claim:
            case Event() if claim.date.fault is None:
                return f"timeline, {claim.date.display()}"
            case Stance():
                return f"position of {claim.company}"
            case Until() if claim.date.fault is None:
                return f"position ended, {claim.date.display()}"
            case Profile():
                return f"who is who, {claim.name}"
            case Figure():
                return f"figure, {claim.value}"
            case Section():
                return f"background, {claim.heading}"
            case ShortForm():
                return f"short form, {claim.short}"
        number = self.path[-1]
        name = self.kind.replace("_", " ")
        return f"{name.removesuffix('s')} {number + 1}" if isinstance(number, int) else "answer"


def slug(text: str, most_words: int | None = None) -> str:
    """Lower-case letters and digits joined by hyphens, as ids and anchors are made."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(_WORD.findall(plain.replace("'", ""))[:most_words])


def anchor(kind: str, claim: Claim) -> str:
    """The claim's own id, else one derived from what rarely changes about it."""
    if claim.id:
        return claim.id
    if kind == "answer":
        return kind
    match claim:
        case Stance():
            date = f"-{date_slug(claim.date.text)}" if claim.date else ""
            name = slug(claim.company) + date
        case Event():
            name = date_slug(claim.date.text)
        case Profile():
            name = slug(claim.name)
        case ShortForm():
            name = slug(claim.short)
        case _:
            name = slug(fold(claim.quote[0]) if claim.quote else "", ANCHOR_WORDS)
    return f"{LISTS[kind]}-{name}"


def date_slug(text: str) -> str:
    """A date as part of an anchor: `2020-07~` is about-2020-07, `A/..` is A-to-open."""
    text = text.replace("..", "open").replace("/", "-to-")
    return slug(text.replace("~", "-about").replace("?", "-perhaps"))


def claims(explainer: Explainer) -> Iterator[Placed]:
    """All claims of a record in the order in which its page shows them."""
    return iter(_all_placed(explainer))


@once
def _all_placed(explainer: Explainer) -> tuple[Placed, ...]:
    return tuple(_placed(explainer))


def _placed(explainer: Explainer) -> Iterator[Placed]:
    if explainer.answer:
        yield Placed(("answer",), "answer", explainer.answer, anchor("answer", explainer.answer))
    for kind in LISTS:
        items: tuple[Claim, ...] = getattr(explainer, kind)
        for index, claim in enumerate(items):
            placed = Placed((kind, index), kind, claim, anchor(kind, claim))
            yield placed
            if isinstance(claim, Stance) and claim.until:
                yield end_of(placed, claim.until)


def end_of(placed: Placed, until: Until) -> Placed:
    """The end of a position, which rests on passages of its own."""
    return Placed((*placed.path, UNTIL), UNTIL, until, until.id or f"{placed.anchor}-{UNTIL}")
