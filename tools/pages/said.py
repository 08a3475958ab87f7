"""The words of a publication, as every page says them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tools.model.publication import Publication, Side
from tools.model.story import Seeds
from tools.pages.phrases import phrase
from tools.pages.settings import Settings
from tools.pages.wording import capital


@dataclass(frozen=True)
class Said:
    """Who publishes, who answers, and what the sides and axes of the scale are called."""

    seeds: Seeds
    settings: Settings

    @property
    def publication(self) -> Publication:
        return self.seeds.publication

    @property
    def contact(self) -> str:
        """Where readers reach the editors: as the build is told, else as the publication says."""
        return self.settings.contact or self.publication.contact or ""

    @property
    def one(self) -> str:
        """The word for one of those who answer: company."""
        return self.publication.who.one

    @property
    def many(self) -> str:
        """The word for several of those who answer: companies."""
        return self.publication.who.many

    @property
    def companies_at(self) -> str:
        """The address of the list of all who answer."""
        return f"{self.publication.who.address}/"

    def company_at(self, name: str) -> str:
        """The address of the page of one who answers, by its id."""
        return f"{self.companies_at}{name}/"

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """The sides of the scale that have positions, in its order."""
        return tuple(self.publication.side(name) for name in self.seeds.vocabulary.sides)

    def axis(self, name: str) -> str:
        """What pages call an axis, by its id."""
        return {axis.id: axis.name for axis in self.publication.axes}[name]

    @property
    def ends(self) -> tuple[str, str]:
        """The words for both ends of the scale: yielding, resisting."""
        return self.sides[0].name.lower(), self.sides[-1].name.lower()

    @property
    def from_to(self) -> str:
        """The scale in words: from yielding to resisting."""
        first, last = self.ends
        return phrase("scale.from-to", first=first, last=last)

    @cached_property
    def names(self) -> dict[str, str]:
        """What phrases may ask for in braces wherever a page is told of."""
        many = {"many": self.many, "Many": capital(self.many)}
        return {"one": self.one, **many, "publication": self.publication.name}
