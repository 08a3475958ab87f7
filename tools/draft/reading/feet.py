"""What follows the last paragraph inside the stretch: the author's name and a biography."""

from __future__ import annotations

import re

from tools.draft.reading.names import byline, is_person, names
from tools.draft.reading.units import Unit

TAIL = 8  # units before the end in which a biography may begin
BIOGRAPHY_UNITS = 4  # paragraphs that one has at most

_PROFESSION = (
    r"(?:reporter|journalist|writer|correspondent|columnist|editor|author|producer|blogger|"
    r"contributor|freelancer?|graduate|student|fellow|professor|lecturer|researcher|intern|"
    r"enthusiast|analyst|photographer|director|founder)"
)
_JOURNALIST = re.compile(
    r"([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'.-]+){1,2}) is (?:an?|the|our) [^.]{0,40}\b"
    r"(?:reporter|journalist|writer|correspondent|columnist|editor|producer|contributor|blogger)\b"
)
_DESCRIBES = re.compile(
    rf"^(?:an?|the|our|former) [^.]{{0,60}}\b{_PROFESSION}\b|"
    rf"\b(?:is|was) (?:an?|the|our|also) [^.]{{0,60}}\b{_PROFESSION}\b|"
    r"\b(?:loves? to|writes (?:about|for|on)|covers|reports on|has (?:written|worked|covered|been "
    r"(?:covering|writing|reporting)))\b",
    re.IGNORECASE,
)


def describes_author(unit: Unit) -> bool:
    """Whether a paragraph tells what somebody who writes does."""
    return bool(_DESCRIBES.search(unit.text[:300]))


def biography(found: list[Unit], start: int, end: int) -> tuple[int, int, tuple[str, ...]]:
    """Where author and biography at the end of the body begin and end, and the authors named.

    Returns (end, end, ()) where nothing of the kind is there.
    """
    stop = _stop(found, end)
    for index in range(max(start + 1, end - TAIL), stop):
        unit = found[index]
        if unit.known or unit.bullet:
            continue
        named = byline(unit.text) or ((unit.text,) if is_person(unit.text) else ())
        if not named or unit.prose:
            continue
        rest = [other for other in found[index + 1 : stop] if not other.known]
        doubled = bool(rest) and rest[0].text == unit.text
        rest = [other for other in rest if other.text != unit.text]
        if len(rest) > BIOGRAPHY_UNITS or any(not _is_about(other, named) for other in rest):
            continue
        # One name alone at the very end may be a signature; a heading has text under it.
        if doubled or rest or index == end - 1:
            return min(index, end), stop, named
    return end, end, ()


def _stop(found: list[Unit], end: int) -> int:
    """The end of what may be a biography: the next furniture, a few units after the body."""
    stop = end
    while stop < min(len(found), end + BIOGRAPHY_UNITS) and not found[stop].known:
        stop += 1
    return stop


def _is_about(unit: Unit, named: tuple[str, ...]) -> bool:
    """Whether a paragraph describes the people named, or is a line of their box."""
    if not unit.prose and not unit.ended:
        return True
    return bool(_DESCRIBES.search(unit.text[:300]))


def closing_biography(
    found: list[Unit], start: int, end: int, authors: tuple[str, ...]
) -> tuple[int, tuple[str, ...]]:
    """Where the last paragraphs begin to describe the authors, and who these are.

    "A. B. is a reporter based in …": of the author known from elsewhere, or, where none is, of a
    journalist whom the article has not named before.
    """
    at, named = end, authors
    while at - 1 > start:
        unit = found[at - 1]
        if not (unit.prose and _DESCRIBES.search(unit.text[:300])):
            break
        if not any(unit.text.startswith(author) for author in authors):
            new = _JOURNALIST.match(unit.text)
            if authors or not new or any(new[1] in other.text for other in found[start : at - 1]):
                break
            named = (new[1], *named)
        at -= 1
    return at, named


def names_below(found: list[Unit], end: int) -> tuple[str, ...]:
    """The author that a byline right after the body names: "By A. B.", "About the author"."""
    for index in range(end, min(end + 3, len(found))):
        unit = found[index]
        if named := byline(unit.text):
            return named
        about = unit.known is not None and unit.known.why == "biography"
        if about and index + 1 < len(found) and is_person(found[index + 1].text):
            return names(found[index + 1].text)
    return ()
