"""Whether a position stands in the company's own words: speech is quoted, and it is the company's.

Who speaks is read from what the same sentence says outside the quotation marks: the subject of
its verb of speech or, where it has none, the company itself. What is unclear counts as reported.
The words of grammar are data, in speakers.yml; the two answers are values that the contract of the
open data fixes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml

from tools.model.text import straighten, words

Voice = Literal["in its own words", "as reported"]
OWN: Voice = "in its own words"
REPORTED: Voice = "as reported"
TABLE: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("speakers.yml").read_text(encoding="utf-8")
)
SPEECH_WORDS = 3  # fewer are a name or a term
# what stands between a pair of quotation marks; a single one before a letter is an apostrophe
QUOTED = re.compile(r"""“[^”]*”|"[^"]*"|‘(?:[^‘’]|’(?=\w))*’""")
SPEECH = "\x01"  # stands where speech was; no text of a record can hold it
_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
_CLAUSE = re.compile(rf"[:{SPEECH}]")


def _any(name: str) -> str:
    return "|".join(map(re.escape, TABLE[name]))


_VERB = re.compile(rf"\b(?:{_any('verbs')})\b", re.IGNORECASE)
_FIRST = re.compile(rf"\b(?:{_any('first')})\b", re.IGNORECASE)
_OF = re.compile(rf"\b(?:{_any('of')})(?: an?| the)?\s*$", re.IGNORECASE)


@lru_cache(maxsize=2**16)  # a ledger tells each position on half a dozen pages
def voice(passages: tuple[str, ...], names: tuple[str, ...]) -> Voice:
    """Whether a position's passages hold speech of the company that has these names."""
    company = _company(names)
    told = [(quoted, part) for passage in passages for quoted, part in _parts(passage)]
    about = any(_speaks(part, company) for _, part in told if SPEECH not in part)
    for quoted, part in told:
        if SPEECH in part and (
            _speaks(part, company)
            if re.search(r"\w", part)
            else about and any(map(_FIRST.search, quoted))
        ):
            return OWN
    return REPORTED


def _parts(passage: str) -> list[tuple[list[str], str]]:
    """The sentences outside quotation marks, each with the speech that stood in it."""
    speech: list[str] = []

    def leave(match: re.Match[str]) -> str:
        if not _is_speech(match.group()):
            return " "
        speech.append(match.group())
        return SPEECH

    parts = _SENTENCE.split(QUOTED.sub(leave, passage))
    return [([speech.pop(0) for _ in range(part.count(SPEECH))], part) for part in parts]


def _is_speech(quoted: str) -> bool:
    """Neither a name nor a term nor a title, whose words mostly begin with capitals."""
    spans = words(quoted)
    small = sum(quoted[span.start].islower() for span in spans)
    return len(spans) >= SPEECH_WORDS and 2 * small >= len(spans)


@lru_cache(maxsize=2**12)
def _company(names: tuple[str, ...]) -> re.Pattern[str]:
    """What a sentence calls the company, or those who speak for it."""
    own = "|".join(re.escape(straighten(name)) for name in names)
    leader = rf"(?<!’s )(?<!'s )(?:{_any('leaders')})(?! (?:of|for|at)\b)"
    noun, person = rf"the (?:\w+ ){{0,2}}(?:{_any('nouns')})", rf"(?:{_any('voices')})"
    return re.compile(
        rf"(?<!\w)(?:(?-i:{own})|{_any('pronouns')}|{noun}|{person} for (?:{own}|{noun})"
        rf"|(?:an?|the|its) {person}(?! for\b)|{leader})(?!\w)",
        re.IGNORECASE,
    )


def _speaks(part: str, company: re.Pattern[str]) -> bool:
    """Whether a sentence has the company speak, or speaks of it and has nobody else speak."""
    text = straighten(part)
    subjects = [_subject(text, verb) for verb in _VERB.finditer(text)]
    if any(_names(subject, company) for subject in subjects):
        return True
    return not any(map(_somebody, subjects)) and _names(text, company)


def _subject(text: str, verb: re.Match[str]) -> str:
    """Who speaks: what stands before the verb in its clause, or else after it up to a comma."""
    before = _CLAUSE.split(text[: verb.start()])[-1]
    if _somebody(before) and " " not in verb.group():
        return before
    return _CLAUSE.split(text[verb.end() :])[0].partition(",")[0]


def _names(text: str, company: re.Pattern[str]) -> bool:
    return any(not _OF.search(text[: found.start()]) for found in company.finditer(text))


def _somebody(subject: str) -> bool:
    return any(word not in TABLE["light"] for word in re.findall(r"\w+", subject.casefold()))
