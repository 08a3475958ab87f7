"""Rules about who publishes: words that are there, an address of its own, colours one can read."""

from __future__ import annotations

from collections.abc import Iterator

from tools.check.rule import Problems, one_of
from tools.model.characters import HIDDEN
from tools.model.contrast import LEAST, contrast, is_colour
from tools.model.problem import Path, shorten
from tools.model.publication import FEWEST_SIDES, SHAPES, TAKEN, Publication, Side
from tools.model.story import Seeds, name_fault

# what the theme prints on, and its words: those of docs/stylesheets/site.css
PAPER = {"light": "#ffffff", "dark": "#15171a"}
INK = {"light": "#16181b", "dark": "#e9e8e4"}
MOST_SIDES = len(SHAPES)
# what tells two of a kind apart
APART = (("sides", "id"), ("sides", "name"), ("sides", "shape"), ("axes", "id"), ("axes", "name"))
ADDRESSES = ("mailto:", "https://")


def publication_is_given(seeds: Seeds) -> Problems:
    """Name, strapline, who asks, who answers and the sides are given, and are words."""
    publication = seeds.publication
    for key in Publication.needed if seeds.publisher.places else ():
        if not getattr(publication, key) and (key,) not in seeds.publisher.places:
            hint = Publication.model_fields[key].description
            yield seeds.publisher.problem(
                (key,), "must be given", f"Add a line to it: {key}: … ({hint})"
            )
    for path, text in _texts(publication):
        if not text.strip():
            yield seeds.publisher.problem(path, "must be given, and is empty", "Write it.")
        elif HIDDEN.search(text):
            yield seeds.publisher.problem(
                path, "must hold no characters that cannot be seen", "Type it anew."
            )


def _texts(publication: Publication) -> Iterator[tuple[Path, str]]:
    """Every text that readers see, with its place."""
    for key in ("name", "strapline", "asked"):
        if key in publication.model_fields_set:
            yield (key,), getattr(publication, key)
    for key in ("one", "many"):
        if publication.answerers:
            yield ("answerers", key), getattr(publication.answerers, key)
    for key in type(publication.home).model_fields:
        yield ("home", key), getattr(publication.home, key)
    for number, side in enumerate(publication.sides):
        yield ("sides", number, "name"), side.name
        yield ("sides", number, "nobody"), side.nobody
    for number, axis in enumerate(publication.axes):
        yield ("axes", number, "name"), axis.name


def publication_has_names(seeds: Seeds) -> Problems:
    """The address of those who answer, the zip and the ids are words as addresses have them."""
    publication, publisher = seeds.publication, seeds.publisher
    names: list[tuple[Path, str]] = [(("bundle",), publication.bundle)]
    if publication.answerers:
        names.append((("answerers", "address"), publication.answerers.address))
    names += [(("sides", number, "id"), side.id) for number, side in enumerate(publication.sides)]
    names += [(("axes", number, "id"), axis.id) for number, axis in enumerate(publication.axes)]
    for path, name in names:
        if fault := name_fault(name):
            yield publisher.problem(path, f"must {fault}: {shorten(name)}", "Write another name.")


def publication_has_an_address(seeds: Seeds) -> Problems:
    """The pages of those who answer stand where no other page stands."""
    who = seeds.publication.answerers
    if who and who.address in {*TAKEN, *seeds.publisher.pages}:
        yield seeds.publisher.problem(
            ("answerers", "address"),
            f"must be an address that no other page has: {shorten(who.address)}",
            f"Write another one, such as {who.address}-list.",
        )


def publication_has_sides(seeds: Seeds) -> Problems:
    """Two to five sides that can be told apart, each with a position."""
    publication, publisher = seeds.publication, seeds.publisher
    sides = publication.sides
    if ("sides",) in publisher.places and not FEWEST_SIDES <= len(sides) <= MOST_SIDES:
        yield publisher.problem(
            ("sides",),
            f"must be {FEWEST_SIDES} to {MOST_SIDES}, and {_are(len(sides))} given",
            "A scale goes from one side to another, and no more shapes can be told apart.",
        )
    positions = seeds.vocabulary.positions.values()
    used = {position.side for position in positions}
    for number, side in enumerate(sides):
        if positions and "positions" not in seeds.vocabulary.unread and side.id not in used:
            yield publisher.problem(
                ("sides", number),
                f"must have a position: none in positions.yml is of side {shorten(side.id)}",
                f"Delete it here, or give a position there: side: {side.id}",
            )
        if side.shape not in SHAPES:
            yield publisher.problem(
                ("sides", number, "shape"),
                f"must be one of {', '.join(SHAPES)}: {shorten(side.shape)}",
                one_of(side.shape, SHAPES),
            )
    yield from _told_apart(seeds)


def _are(count: int) -> str:
    return "one is" if count == 1 else f"{count or 'none'} are"


def _told_apart(seeds: Seeds) -> Problems:
    """No two sides share an id, a name or a shape, and no two axes an id or a name."""
    publication = seeds.publication
    for kind, key in APART:
        values = [getattr(one, key) for one in getattr(publication, kind)]
        for number, value in enumerate(values):
            if value in values[:number]:
                yield seeds.publisher.problem(
                    (kind, number, key),
                    f"must be another than that of {kind}[{values.index(value) + 1}]: "
                    f"{shorten(value)}",
                    "Two that look alike cannot be told apart.",
                )


def publication_can_be_read(seeds: Seeds) -> Problems:
    """A side's words on paper and on its wash, and other words on its wash, on both papers."""
    for number, side in enumerate(seeds.publication.sides):
        for scheme in PAPER:
            path: Path = ("sides", number, scheme)
            colours = getattr(side, scheme)
            wrong = [key for key in ("ink", "wash") if not is_colour(getattr(colours, key))]
            for key in wrong:
                yield seeds.publisher.problem(
                    (*path, key),
                    f"must be # and six hexadecimal digits: {shorten(getattr(colours, key))}",
                    'Write it in quotation marks: "#9a4600"',
                )
            if not wrong:
                yield from _read(seeds, path, side, scheme)


def _read(seeds: Seeds, path: Path, side: Side, scheme: str) -> Problems:
    colours = getattr(side, scheme)
    pairs = (
        ("ink", colours.ink, f"the {scheme} paper", PAPER[scheme]),
        ("ink", colours.ink, f"its wash {colours.wash}", colours.wash),
        ("wash", colours.wash, f"words of {INK[scheme]} upon it", INK[scheme]),
    )
    for key, colour, what, other in pairs:
        found = contrast(colour, other)
        if found < LEAST:
            yield seeds.publisher.problem(
                (*path, key),
                f"must have a contrast of {LEAST} at least with {what}, and has {found:.1f}: "
                f"{shorten(colour)}",
                "Make it darker." if (scheme == "light") == (key == "ink") else "Make it lighter.",
            )


def publication_has_a_contact(seeds: Seeds) -> Problems:
    """Where readers reach the editors, if that is given, is an address that a link can have."""
    contact = seeds.publication.contact
    if contact is not None and not contact.startswith(ADDRESSES):
        yield seeds.publisher.problem(
            ("contact",),
            f"must begin with {' or '.join(ADDRESSES)}: {shorten(contact)}",
            "Write mailto: before an address for mail.",
        )


RULES = (
    publication_is_given,
    publication_has_names,
    publication_has_an_address,
    publication_has_sides,
    publication_can_be_read,
    publication_has_a_contact,
)
