"""Earlier ids of entries and stories, and what each was split into or renamed to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from tools.model.ledger import Track
from tools.model.story import Story
from tools.model.vocabulary import Authority, Company, Entry, GlossaryTerm, Topic
from tools.pages.records import record_of
from tools.pages.site import Site
from tools.pages.wording import capital

AnyEntry = TypeVar("AnyEntry", bound=Entry)


def former(entries: Mapping[str, AnyEntry]) -> dict[str, list[AnyEntry]]:
    """The successors of every earlier id of a list, both in the order of their ids.

    An id that an entry has today is nobody's earlier one.
    """
    found: dict[str, list[AnyEntry]] = {}
    for entry in sorted(entries.values(), key=lambda entry: entry.id):
        for old in dict.fromkeys(entry.was):
            if old not in entries:
                found.setdefault(old, []).append(entry)
    return dict(sorted(found.items()))


def title(entry: Entry) -> str:
    """What its page is called: a topic's question, a name, a word."""
    match entry:
        case Topic():
            return entry.question
        case Company() | Authority():
            return entry.name
        case GlossaryTerm():
            return capital(entry.term)
    return entry.id


def former_words(terms: Mapping[str, GlossaryTerm], term: GlossaryTerm) -> list[str]:
    """The earlier ids of a word whose anchors stand at it, each at one word of the list alone."""
    if not term.was:  # as most; a glossary is long
        return []
    return [old for old, heirs in former(terms).items() if heirs[0] == term]


def former_anchors(track: Track, among: Iterable[Track], names: str, site: Site) -> list[str]:
    """The anchors that a track of a page had under earlier ids of its company and topic.

    `among` are the tracks of the page: where several go back to one anchor, the first has it.
    `names` is what tells the tracks of the page apart: company, topic or both.
    """
    found, taken = _anchors(track, names, site), set[str]()
    for one in among if found else ():
        if one is track:
            break
        taken.update(_anchors(one, names, site))
    return [anchor for anchor in found if anchor not in taken]


def _anchors(track: Track, names: str, site: Site) -> list[str]:
    companies, topics = site.vocabulary.companies, site.vocabulary.topics
    company = [track.company, *(o for o in companies[track.company].was if o not in companies)]
    topic = [track.topic, *(o for o in topics[track.topic].was if o not in topics)]
    match names:
        case "company":
            found = [f"company-{name}" for name in company]
        case "topic":
            found = [f"topic-{name}" for name in topic]
        case _:
            found = [f"company-{one}-topic-{other}" for one in company for other in topic]
    return found[1:]  # the first is the track's own


def former_stories(stories: Iterable[Story]) -> dict[str, Story]:
    """The story that each earlier name leads to, by that name."""
    named = [(old, story) for story in stories for old in record_of(story).was]
    return dict(sorted(named, key=lambda pair: pair[0]))
