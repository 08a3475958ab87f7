"""What search answers from, before it looks into passages: names, and where each was last known.

`NAMES` has every name by which readers may ask, and is fetched with the first query.
What a card shows is in a small file of each company, topic and position, fetched when asked for;
words of the glossary stand by the first letters of their names.
So no query fetches more as the publication grows, but for the list of names itself.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TypeVar

from tools.model.ledger import Step, Track
from tools.model.vocabulary import GlossaryTerm, Position
from tools.pages import address, questions
from tools.pages.answer_rows import ROWS, as_json, newest_first, stated, told
from tools.pages.site import Site
from tools.pages.wording import capital

FOLDER = address.SEARCH
NAMES = f"{FOLDER}names.json"
LETTERS = 2  # of a word's beginning, by which the glossary is parted

Made = tuple[str, Callable[[], str]]
Listed = TypeVar("Listed")


def files(site: Site) -> Iterator[Made]:
    """The path of each file below docs/, and what makes its text."""
    begun = _beginnings(site)
    yield NAMES, partial(names, site, " ".join(begun))
    for name in site.vocabulary.companies:
        yield f"{FOLDER}companies/{name}.json", partial(_of_tracks, site, company=name)
    for name in site.vocabulary.topics:
        yield f"{FOLDER}topics/{name}.json", partial(_of_tracks, site, topic=name)
    for name in site.vocabulary.positions:
        yield f"{FOLDER}positions/{name}.json", partial(_of_position, site, name)
    for start, terms in begun.items():
        yield f"{FOLDER}words/{_file(start)}.json", partial(_words, site, terms)
    yield from questions.files(site)


def names(site: Site, begun: str) -> str:
    """All names but those of words, as JSON; `begun` is how names of words begin."""
    known = site.vocabulary
    len(known.glossary)  # how names of words begin rests on all of them
    listed = {
        "companies": [
            _entry(one.id, one.name, (*one.aliases, *one.sought), parent=one.parent)
            for one in _by_id(known.companies)
        ],
        "topics": [
            _entry(one.id, one.name, one.sought, says=one.question, place=one.place, by=one.by)
            for one in _by_id(known.topics)
        ],
        "authorities": [
            _entry(
                one.id, one.name, (*one.aliases, *one.sought), says=one.description, place=one.place
            )
            for one in _by_id(known.authorities)
        ],
        "positions": [_position(one) for one in known.positions.values()],
        "places": _places(site),
        "questions": [_entry(one.id, one.name, one.sought) for one in questions.ASKED],
        "words": begun,
        "at": {
            "companies": site.companies_at,
            "topics": address.TOPICS,
            "authorities": address.AUTHORITIES,
            "words": address.GLOSSARY,
        },
    }
    return as_json(listed)


def _by_id(entries: Mapping[str, Listed]) -> list[Listed]:
    return [entries[name] for name in sorted(entries)]


def _entry(name: str, title: str, also: Iterable[str], **more: Any) -> dict[str, Any]:
    return stated(id=name, name=title, also=list(dict.fromkeys(also)), **more)


def _position(one: Position) -> dict[str, Any]:
    also = ([one.past] if one.past else []) + list(one.sought)
    marks = {"side": one.side, "icon": one.icon, "includes": list(one.includes)}
    return _entry(one.id, one.label, also, says=one.meaning, **marks)


def _places(site: Site) -> list[dict[str, Any]]:
    """Each place of a topic or an authority, with what else readers call it."""
    known = site.vocabulary
    called = {place.name: place.sought for place in site.publication.places}
    named = [*(one.place for one in known.topics.values())]
    named += [one.place for one in known.authorities.values()]
    return [_entry("", name, called.get(name, ())) for name in sorted(set(named))]


def _of_tracks(site: Site, **whose: str) -> str:
    return _rows(site, site.tracks(**whose), None)


def _of_position(site: Site, name: str) -> str:
    """Who was last known at a position, or at one that says it as well."""
    positions = site.vocabulary.positions.values()
    same = frozenset(one.id for one in positions if name in (one.id, *one.includes))
    return _rows(site, site.all_tracks, same)


def _rows(site: Site, tracks: Iterable[Track], positions: frozenset[str] | None) -> str:
    """What is last known of some tracks, and what was before, the newest first, as JSON.

    `more` counts what is last known besides.
    """
    known: list[Step] = []
    past: list[Step] = []
    for track in tracks:
        known += track.last_known
        past += (step for step in track.steps if not track.stands(step))
    rows, before = (
        sorted(
            (step for step in some if positions is None or step.position in positions),
            key=newest_first,
        )
        for some in (known, past)
    )
    return as_json(
        {
            "rows": [told(site, step) for step in rows[:ROWS]],
            "past": [told(site, step) for step in before[:ROWS]],
            "more": max(0, len(rows) - ROWS),
        }
    )


def _beginnings(site: Site) -> Mapping[str, list[str]]:
    """The ids of the words whose names begin alike, by their first letters."""
    found: dict[str, list[str]] = defaultdict(list)
    for term in site.vocabulary.glossary.values():
        for start in sorted({_start(name) for name in (term.term, *term.also, *term.sought)}):
            if start:
                found[start].append(term.id)
    return {start: sorted(terms) for start, terms in sorted(found.items())}


def _start(name: str) -> str:
    """The first letters of a name without marks and capitals, as a script has them."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(one for one in plain if one.isalnum())[:LETTERS]


def _file(start: str) -> str:
    """The name of a file by those letters, in characters that every system takes."""
    return "-".join(f"{ord(one):x}" for one in start)


def _words(site: Site, terms: Iterable[str]) -> str:
    known = site.vocabulary.glossary
    len(known)  # which words begin alike rests on all of them
    return as_json([_word(known[name]) for name in terms])


def _word(term: GlossaryTerm) -> dict[str, Any]:
    return _entry(term.id, capital(term.term), (*term.also, *term.sought), says=term.definition)
