"""Who wrote it: bylines ("By A. B. and C. D.", "A. B. · The Daily"), and names that stand alone."""

from __future__ import annotations

import re

from tools.draft.reading.stamps import clock_only, remainder, stamps
from tools.draft.reading.units import Unit

MOST_NAMES = 8  # of one byline; more is a list of something else
SIGNATURE_WORDS = 9
LONGEST = 200  # characters of a line that may be a signature
BYLINE_WORDS = 30  # with roles and places; a longer line that begins with "By" is a sentence

_BY = re.compile(
    r"(?:(?i:written by|words by|story by|reported by|report by|posted by|article by|text by|"
    r"review by|analysis by|opinion by|interview by|by)\s*[:|]?\s*|"
    r"(?i:authors?|writers?|words|text|reporters?|interview|byline)\s*:\s*)(?=[A-ZÀ-Þ])"
)
_BY_INSIDE = re.compile(r"\b[Bb]y (?=[A-ZÀ-Þ])")
_LABEL = re.compile(r"(?:interview|words|text)\s*:", re.IGNORECASE)
_FROM = re.compile(r"(?i:authors?(?: of the article)?|by|writers?|byline)\s*:?$")
_SEPARATOR = re.compile(r"\s*(?:[,;|·•/]| [-–—] |\b(?i:and|with|on)\b|&|\bin\b(?= [A-Z])|\n)\s*")
_PARTICLE = "al bin binti de del della den der di do dos du el la le van von ter ten y ibn".split()
_CAPITAL = r"(?:[A-ZÀ-ÞŁŚŠŽĆČĐŻ][\w’'-]*\.?)"
_NAME = re.compile(rf"{_CAPITAL}(?: (?:{_CAPITAL}|{'|'.join(_PARTICLE)}))*(?: {_CAPITAL})")
_AGE = re.compile(
    r"[ ·|•,–—-]*\b(?:about |over )?(?:\d{1,2}|an?) "
    r"(?:sec|min|minute|hr|hour|day|week|month)s? ago\b"
)
# "Some Reporter5 hours ago", "Some BodyTravel reporter"
_GLUED = re.compile(
    r"(?<=[a-zß-ÿ])(?=\d|(?:Travel|News|Political|Senior|Chief|Business|Sports?|Showbiz|Science|"
    r"Technology|Economics|Royal|Crime|Staff|Deputy|Assistant|Reporter|Editor|Correspondent)\b)"
)
# What a page sets beside a name: an account, an address, how long the reading takes.
_BESIDE = re.compile(
    r"[|·•/,–—-]?\s*(?:\(?@[\w.]+\)?|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)\d+[ -]min(?:ute)?s?\b"
    r"(?: read)?|(?:follow|email|contact) (?:on|via|me)?\b.*)",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"(?:(?:the )?associated press|reuters|agence france-presse|afp|ap|press association|"
    r"pa media|pti|ani|ians|xinhua|bloomberg(?: news)?|(?:the )?canadian press|dpa|efe|"
    r"australian associated press|aap|bernama|upi)(?=$|,| in [A-Z])",
    re.IGNORECASE,
)

# Words of organisations and sections, which are written like names of people.
_ORGANISATION = frozenset(
    "news post times press agency media daily herald staff desk team bureau network service "
    "services tribune guardian telegraph reuters afp ap pti ani ians bbc cnn cbc cnbc bloomberg "
    "associated agencies magazine online weekly journal gazette star mail standard independent "
    "chronicle observer reporter reporters editor editors editorial correspondent correspondents "
    "writer writers contributor contributors columnist journalist producer newsroom wire company "
    "ltd inc limited group foundation institute university the world politics business sport "
    "sports opinion technology health science culture life travel money video local national "
    "international national university euronews xinhua dpa efe upi report reports com www http "
    "updated published posted share read follow comments related more photo image wikinews "
    "chief senior political special economics economic foreign crime education environment "
    "diplomatic security home affairs health royal city deputy assistant managing letter leave "
    "comment email hong kong east west north south middle united states kingdom america american "
    "africa asia europe european street house new york law court party union council bank".split()
)
_ROLE = re.compile(
    r"\b(?:reporter|editor|correspondent|writer|journalist|columnist|producer|contributor|"
    r"staff|chief|senior|special|deputy|assistant|political|freelance)\b",
    re.IGNORECASE,
)

_JOURNALIST = re.compile(
    r"\b(?:reporter|correspondent|journalist|columnist|(?:staff|senior|freelance) writer|"
    r"contributor|(?<!the )editor)\b",
    re.IGNORECASE,
)


def is_person(text: str) -> bool:
    """Whether a line or part of one may be the name of a person, by its look alone."""
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > 50 or not _NAME.fullmatch(text):
        return False
    return not any(word.strip(".’'").casefold() in _ORGANISATION for word in words)


def byline(text: str) -> tuple[str, ...]:
    """The authors that a line, or a part of it, beginning with "By" names; empty where none.

    An organisation is named only where the line names no person.
    """
    if " | " in text and not _BY.match(text):
        text = next((part for part in text.split(" | ") if _BY.match(part)), "")
    match = _BY.match(text)
    if not match or text.count(" ") > BYLINE_WORDS:
        return ()
    rest = text[match.end() :].split(" | ")[0]
    inner = _BY.match(rest)  # "byBy", where a page sets one before the other
    rest = rest[inner.end() :] if inner else rest
    if _LABEL.match(text):  # "Interview: the minister on ferries" is a headline
        return signature(rest)
    return names(rest)


def is_label(text: str) -> bool:
    """Whether a line announces the author on the next: "Author of the article:"."""
    return bool(_FROM.fullmatch(text))


def names(text: str) -> tuple[str, ...]:
    """The people in a list of names with roles, outlets and dates; else its organisation."""
    found = stamps(text)
    text = text[: found[0].start] if found and found[0].start else text
    parts = [part.strip(" .:()*") for part in _SEPARATOR.split(_GLUED.split(text)[0])]
    parts = [part for part in parts if part][:MOST_NAMES]
    people = [person for part in parts if (person := _person_in(part))]
    if people:
        return tuple(dict.fromkeys(people))
    kept = [part for part in parts if _organisation(part)]
    return tuple(kept[:1])


def _person_in(part: str) -> str | None:
    """The part, or its beginning where the name of an outlet was set right behind it."""
    words = part.split()
    for end in range(min(len(words), 5), 1, -1):
        if is_person(" ".join(words[:end])):
            rest = words[end:]
            # "Some Body The Associated Press" names a person; "Some Body was in" is a sentence
            if not rest or rest[0][0].isupper() or _ROLE.search(" ".join(rest)):
                return " ".join(words[:end])
    return None


def _organisation(part: str) -> bool:
    words = part.split()
    return len(words) <= 5 and part[:1].isupper() and not clock_only(part)


def signature(text: str) -> tuple[str, ...]:
    """The people in a short line of names, roles, outlets and places: "A. B., Political editor".

    Only its place, beside the date, tells such a line from two names in the news.
    """
    if len(text) > LONGEST:
        return ()
    text = _BESIDE.sub(" ", text).strip()
    if text.count(" ") > SIGNATURE_WORDS:
        return ()
    parts = [part.strip(" .:()*@") for part in _SEPARATOR.split(text)]
    parts = [part for part in parts if part]
    others = [part for part in parts if not is_person(part)]
    beside = all(part[0].isupper() and part.count(" ") <= 3 for part in others)
    return tuple(part for part in parts if is_person(part)) if beside else ()


def signed(text: str) -> tuple[str, ...]:
    """The people in a line that a role, an account or an address shows to be a signature."""
    shown = _JOURNALIST.search(text) or "@" in text
    return signature(text) if shown else ()


def in_line_of_date(text: str) -> tuple[str, ...]:
    """The people named in a line that also states a date: "A. B. · The Daily · 3 May 2020"."""
    found, aged = stamps(text), _AGE.search(_GLUED.sub(" ", text))
    if not (found or aged) or len(remainder(text).split()) > BYLINE_WORDS:
        return ()
    if found and (by := _BY_INSIDE.search(text)):
        return tuple(name for name in names(text[by.end() :]) if is_person(name))
    before = text[: found[0].start] if found else _AGE.split(_GLUED.sub(" ", text))[0]
    parts = [part.strip(" .:()") for part in _SEPARATOR.split(before)]
    return tuple(part for part in parts if is_person(part))


def agency(text: str) -> str | None:
    """The news agency that a line names as its author: "Associated Press in Madrid"."""
    match = _AGENCY.match(text)
    return match.group() if match and text.count(" ") <= 5 else None


def stands_alone(unit: Unit) -> bool:
    """Whether a line is a person's name and nothing else."""
    return not unit.known and not unit.bullet and is_person(unit.text)
