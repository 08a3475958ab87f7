"""Who publishes, and what readers see of it: `seeds/publication.yml`.

Everything that one publication has and another has not is here or in the lists: what the engine
says of either, it reads.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, WithJsonSchema

from tools.model.part import Items, Part

# what the theme has below its root, and what a list of those who answer can therefore not be
TAKEN = (
    "explainers topics authorities timeline glossary sources corrections search data method "
    "policies review contribute about compare calendar embed api assets stylesheets javascripts "
    "pagefind index"
).split()
SHAPES = ("round", "ring", "square", "diamond", "triangle")  # which tell sides apart without colour
FEWEST_SIDES = 2
FEWEST_POSITIONS, MOST_POSITIONS = 2, 16  # a phone is no wider than sixteen marks beside each other

ColourText = Annotated[
    str, WithJsonSchema({"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$", "examples": ["#9a4600"]})
]
ShapeText = Annotated[str, WithJsonSchema({"type": "string", "enum": list(SHAPES)})]


class Answerers(Part):
    """Who answers the demands: the word that readers see, and where their pages are."""

    one: str = Field(description="The word for one: company, country, party")
    many: str = Field(description="The word for several: companies, countries, parties")
    address: str = Field(description="Address of their list: one word, or words with hyphens")


class Headings(Part):
    """The headings of the home page."""

    newest: str = Field("The newest explainer", description="Above the newest explainer")
    moves: str = Field("The latest new positions", description="Above who moved last")
    standing: str = Field("Where everyone was last known to stand", description="Above all demands")
    earlier: str = Field("Earlier explainers", description="Above the older explainers")


class Colours(Part):
    """The two colours of a side on one kind of paper."""

    ink: ColourText = Field(description="Of words and marks: # and six hexadecimal digits")
    wash: ColourText = Field(description="Behind words: # and six hexadecimal digits")


class Side(Part):
    """One side of the scale: its name, its shape and its colours."""

    id: str = Field(description="What `side` in positions.yml names: a word in lower case")
    name: str = Field(description="Its heading; in lower case where it stands in a sentence")
    nobody: str = Field(description="What a page says where nobody is on it, in a sentence")
    shape: ShapeText = Field(description="round, ring, square, diamond or triangle")
    light: Colours = Field(description="On white paper")
    dark: Colours = Field(description="On dark paper")


class Axis(Part):
    """One of the things that positions are about, on each of which one position stands."""

    id: str = Field(description="What `axis` in positions.yml names: a word in lower case")
    name: str = Field(description="What a page calls it in a few words: what it does, in court")


class Place(Part):
    """A place of which topics and authorities tell, and what else readers call it."""

    name: str = Field(description="As `place` in topics.yml and authorities.yml has it")
    sought: Items[str] = Field((), description="Other words by which readers look for it")


class Card(Part):
    """The picture that other sites show beside a link to this one."""

    file: str = Field(description="Its path below docs/: 1,200 by 630 pixels")
    text: str = Field(description="What it shows, for those who do not see it")


class Publication(Part):
    """Who publishes, what is asked, and how the sides of the scale are told apart."""

    needed: ClassVar[tuple[str, ...]] = (
        "name",
        "strapline",
        "asked",
        "answerers",
        "sides",
        "axes",
    )

    name: str = Field("", description="Name of the publication")
    strapline: str = Field("", description="What it does, in a line: its description everywhere")
    asked: str = Field("", description="Ends “Where X was last known to stand …”: when states ask")
    answerers: Answerers | None = Field(None, description="Who answers: word and address")
    home: Headings = Field(Headings(), description="Headings of the home page")
    sides: Items[Side] = Field((), description="The sides, in the order of the scale")
    axes: Items[Axis] = Field(
        (), description="What positions are about, in the order in which pages tell them"
    )
    places: Items[Place] = Field((), description="Places that readers know by other names, too")
    contact: str | None = Field(None, description="mailto: or https: address of the editors")
    card: Card | None = Field(None, description="Picture for links from other sites; null if none")
    bundle: str = Field("site", description="Name of the whole site as a zip, without .zip")

    @property
    def who(self) -> Answerers:
        """Who answers; in a publication that could not be read, companies."""
        return self.answerers or Answerers(one="company", many="companies", address="companies")

    def side(self, name: str) -> Side:
        """A side by its id; raises `KeyError` without one."""
        return {side.id: side for side in self.sides}[name]
