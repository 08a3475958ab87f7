"""Captions that no word gives away at once: by a credit at their end, or a credit line nearby."""

from __future__ import annotations

import re

from tools.draft.reading.live import is_entry_time
from tools.draft.reading.units import Unit

CAPTION_WORDS = 70  # no caption is longer
PROFESSIONAL = (
    r"(?:AP|AFP|PA|EPA|EFE|Reuters|Getty|Getty Images|Alamy|Bloomberg|Xinhua|Handout|Supplied|"
    r"The Canadian Press|Canadian Press|Associated Press|Screenshot|Submitted|File|Photo|Twitter|"
    r"Facebook|Instagram|YouTube|Shutterstock|iStock|Rex|ZUMA|TASS|ANI|PTI|AAP|dpa)"
)
# "(A. Photographer/Reuters)", "Photo by A. Photographer /Postmedia", "— Picture by A. Photographer"
_CREDIT_AT_END = re.compile(
    rf"[(\[][^()\[\]]{{0,80}}(?:/|via |: ?| - |, |^){PROFESSIONAL}[^()\[\]]{{0,60}}[)\]]\.?$|"
    rf"[(\[]{PROFESSIONAL}(?: (?:photo|image|file))?[)\]]\.?$|"
    r"[–—-] ?(?:picture|photo|image|pic|file pic|reuters|afp|bernama|ap|getty)[^.]{0,50}$|"
    r"[.\"”] ?(?:photo|picture|image|credit|photograph)s? (?:by|from|via|courtesy)\b[^.]{0,60}$|"
    r"\b(?:photo|picture|image|credit|photograph|photographer)s?: ?[^.]{0,60}$|"
    r"/ ?[A-Z][\w ]{2,30}(?:Media|Press|Images|Photos?|Citizen|Postmedia|AFP|AP|Reuters)$",
    re.IGNORECASE,
)
_CREDIT_ALONE = re.compile(
    r"(?:photo|picture|image|photograph|credit|pic|illustration)s?"
    r"(?: (?:by|from|courtesy))?\b.{0,60}",
    re.IGNORECASE,
)
_SHOWS = re.compile(
    r"^(?:a|an|the)? ?(?:file (?:photo|picture|photograph)|photo|photograph|picture|image|screen ?"
    r"shot|view|combination (?:photo|picture)|still|handout)\b.{0,60}\b(?:shows?|of|from|taken)\b|"
    r"\b(?:left|right|centre|center|second left|second right|pictured|background|foreground|"
    r"above|below|from left)\b[,)]|[(](?:l|r|c|left|right|centre|center|l-r|pictured|inset)[)]|"
    r"\b(?:poses?|looks? on|gestures?|walks?|stands?|arrives?|attends?|shakes? hands|holds?|waves?|"
    r"is seen|are seen|is pictured|are pictured|speaks? (?:to|at|during|with))\b",
    re.IGNORECASE,
)
_VIDEO_LENGTH = re.compile(r"^(?:duration )?\d{1,2}:\d\d\b", re.IGNORECASE)


def is_caption(found: list[Unit], index: int) -> bool:
    """Whether a unit describes a picture or a film rather than telling the story."""
    unit = found[index]
    if unit.count > CAPTION_WORDS:
        return False
    if _CREDIT_AT_END.search(unit.text[-160:]):
        return True
    before = found[index - 1] if index else None
    after = found[index + 1] if index + 1 < len(found) else None
    shown = before is not None and before.known is not None and not is_entry_time(before)
    if shown and before and _VIDEO_LENGTH.search(before.text):
        return True
    credited = after is not None and (_credit(after) or _source(after, unit))
    return bool(credited and (not unit.ended or _SHOWS.search(unit.text[:400])))


def _credit(unit: Unit) -> bool:
    """Whether a line is a photographer's credit and nothing else."""
    known = unit.known is not None and unit.known.why == "caption"
    return known and bool(_CREDIT_ALONE.fullmatch(unit.text))


def _source(unit: Unit, before: Unit) -> bool:
    """Whether a line names whose picture it is: an agency's short name right under a caption."""
    tight = unit.gap == 0 and unit.count <= 4 and not unit.ended and not unit.bullet
    return tight and not before.ended and re.fullmatch(PROFESSIONAL, unit.text) is not None


def is_film(unit: Unit) -> bool:
    """Whether a line is the length and the title of a film: "2:34 The minister resigns"."""
    return not unit.prose and bool(_VIDEO_LENGTH.match(unit.text))
