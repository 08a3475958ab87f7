"""Whether a word of the glossary means something of the place that an article is about.

A draft on an Irish commissioner once listed the entry on Hong Kong's, since its other forms held
the bare "commissioner".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tools.draft.lists import lists
from tools.draft.parse import Parsed
from tools.model.text import straighten
from tools.model.vocabulary import GlossaryTerm

PLACES = Path(__file__).with_name("places.yml")
_PLACE_KINDS = frozenset({"GPE", "LOC", "NORP"})
_NAME = r"[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)*"
# "Northmere's law", "In Northmere, …": what a place or a body has that the list need not know
_OWNER = re.compile(rf"\b({_NAME})'s\b|(?:^|[.;:]\s)(?:In|Under)\s({_NAME})(?='s|,|\s[a-z])")
_OPENER = re.compile(r"^(?:The|A|An|In|Under|Of|What|At|By|For)\s")


class Places:
    """The places that an article names."""

    def __init__(self, parsed: Parsed) -> None:
        reading = parsed.reading
        shown = [span.of(reading.text) for span in reading.paragraphs]
        self._text = straighten("\n".join([reading.headline or "", reading.dek or "", *shown]))
        entities = any(one.label_ in _PLACE_KINDS for one in parsed.doc.ents)
        self._any = entities or any(_every().finditer(self._text))

    def fit(self, entry: GlossaryTerm) -> bool:
        """Whether an entry is of no place, of one that the article names, or it names none."""
        wanted = list(_of_entry(straighten(f"{entry.definition}")))
        return not wanted or not self._any or any(map(self._names, wanted))

    def _names(self, place: str) -> bool:
        forms = lists(PLACES).get(place, {place})
        return any(_stands(form, self._text) for form in forms)


def _stands(form: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None


def _of_entry(definition: str) -> Iterator[str]:
    """The places, and the owners of what it is, that a definition names."""
    for match in _every().finditer(definition):
        yield _by_form()[match.group()]
    for match in _OWNER.finditer(definition):
        name = _OPENER.sub("", match[1] or match[2])
        if name not in _by_form():
            yield name


@cache
def _by_form() -> dict[str, str]:
    return {form: place for place, forms in lists(PLACES).items() for form in sorted(forms)}


@cache
def _every() -> re.Pattern[str]:
    """Any form of any place, the longest first."""
    forms = sorted(_by_form(), key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)")
