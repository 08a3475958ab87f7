"""What the theme is told of the publication: words for its templates, and the colours of the sides.

The stylesheet is made, so that sides are as many, and look, as the publication has it.
"""

from __future__ import annotations

from typing import Any

from tools.model.publication import Colours, Publication
from tools.model.vocabulary import Vocabulary
from tools.pages.phrases import phrase
from tools.pages.wording import capital, indefinite

STYLES = "stylesheets/sides.css"
APART, BEGIN = 11, 6  # how far the middles of two shapes of the mark are apart; the first one's
_SCREEN = "@media (prefers-color-scheme: dark)"
# a reader's own colours, and ink on paper
_FORCED = "@media (forced-colors: active) {{ {} {{ --side: CanvasText; --side-wash: Canvas; }} }}"


def words(publication: Publication) -> dict[str, Any]:
    """What templates of the theme say of the publication, as plain values for mkdocs.yml."""
    who = publication.who
    return {
        "strapline": publication.strapline,
        "answerer": capital(who.one),
        "answerers": {"name": phrase("theme.all", many=who.many), "address": f"{who.address}/"},
        "search": phrase("theme.search", one=indefinite(who.one)),
        "mark": _mark([side.shape for side in publication.sides]),
        "contact": publication.contact or "",
        "card": publication.card.model_dump() if publication.card else None,
    }


def _mark(shapes: list[str]) -> dict[str, Any]:
    """The mark beside the name: the shapes of the sides on a line, in the units of its drawing."""
    end = len(shapes) * APART
    places = [{"shape": shape, "x": n * APART + BEGIN} for n, shape in enumerate(shapes)]
    return {"width": end + 1, "end": end, "shapes": places}


def styles(publication: Publication, vocabulary: Vocabulary) -> str:
    """The stylesheet of the sides: their number, their colours and how wide each is drawn."""
    sides = publication.sides
    light = "\n".join(_side(side.id, side.light) for side in sides)
    dark = "\n".join(_side(side.id, side.dark) for side in sides)
    paper = "\n".join(_side(side.id, _on_paper(side.light)) for side in sides)
    every = ", ".join(f".at-{side.id}" for side in sides)
    widest = max(vocabulary.sides.values(), default=1)
    wide = "\n".join(f".of-{n} {{ --of: {n}; }}" for n in range(2, widest + 1))
    return "\n".join(
        (
            "/* The sides of the scale, made from seeds/publication.yml. */",
            f":root {{ --sides: {len(vocabulary.sides)}; }}",
            light,
            f"{_SCREEN} {{\n{dark}\n}}",
            f"@media print {{\n{paper}\n}}",
            _FORCED.format(every) if every else "",
            wide,
            "",
        )
    )


def _side(name: str, colours: Colours) -> str:
    return f".at-{name} {{ --side: {colours.ink}; --side-wash: {colours.wash}; }}"


def _on_paper(colours: Colours) -> Colours:
    return Colours(ink=colours.ink, wash="#ffffff")
