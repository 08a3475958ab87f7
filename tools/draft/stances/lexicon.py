"""The lexicon of positions: lexicon.yml, and its patterns as regular expressions.

An editor's pattern is a line of words; what its marks mean stands at the head of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

TABLE = Path(__file__).with_name("lexicon.yml")
_LONG_GAP = r"""(?:\s+"?[^\s;:?!()"]+"?){0,18}?\s+"?"""
_GAP = r"""(?:\s+"?[^\s;:?!,()"]+"?){0,9}?\s+"?"""
_PART = re.compile(
    r"<(\w+\*?)>|([\w'-]+)\*|(\s*\.\.\.\s*)|(\s*\.\.\s*)|(\s+)|(\((?!\?))|(.)", re.DOTALL
)
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """What a group of patterns says of whoever holds the position."""

    position: str
    denied: str | None  # the position where it is denied
    by: str
    needs: str
    weight: int
    verbal: bool  # its first word counts only where it is a verb
    fixed: bool  # a denial in or before the pattern changes nothing


@dataclass(frozen=True)
class Lexicon:
    """The patterns by the word that each begins with, and the lists around them."""

    patterns: Mapping[str, tuple[tuple[str, Entry], ...]]
    lists: Mapping[str, frozenset[str]]
    governing: Mapping[str, frozenset[str]]  # all forms of the verbs above a cue, by their effect
    feelings: frozenset[str]  # evaluations that their own subject holds
    says: frozenset[str]
    unreal: frozenset[str]
    limits: re.Pattern[str]
    cancelling_modals: frozenset[str]
    negations: frozenset[str]
    business: re.Pattern[str]
    hearsay: re.Pattern[str]

    @cached_property
    def demands(self) -> frozenset[str]:
        """Words of demands and of those who make them."""
        return self.lists["demand"] | self.lists["authority"]


@cache
def expression(pattern: str) -> re.Pattern[str]:
    """A pattern compiled, once it is needed: an article needs few of them."""
    return re.compile(pattern, re.IGNORECASE)


@cache
def lexicon() -> Lexicon:
    """The lexicon, read and compiled once."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return compiled(yaml.load(TABLE.read_text(encoding="utf-8"), loader))


def compiled(table: Mapping[str, Any]) -> Lexicon:
    """A lexicon from the content of its file."""
    irregular: dict[str, list[str]] = table["irregular"]
    lists = {name: frozenset(_plurals(words)) for name, words in table["lists"].items()}
    found: dict[str, list[tuple[str, Entry]]] = {}
    for cue in table["cues"]:
        for line in cue["say"]:
            entry = Entry(
                cue["position"],
                cue.get("not"),
                cue.get("by", "subject"),
                cue.get("needs", ""),
                cue.get("weight", 2),
                bool(re.match(r"[\w'-]+\*|<\w+\*>", line)),
                cue.get("fixed", False),
            )
            pattern = _regex(line, lists, irregular)
            for anchor in _anchors(line, table["lists"], irregular):
                found.setdefault(anchor, []).append((pattern, entry))
    verbs = table["verbs"].items()
    return Lexicon(
        {anchor: tuple(patterns) for anchor, patterns in found.items()},
        lists,
        {effect: frozenset(f for v in some for f in forms(v, irregular)) for effect, some in verbs},
        frozenset(table["feelings"]),
        frozenset(form for verb in table["says"] for form in forms(verb, irregular)),
        frozenset(table["unreal"]),
        _phrases(table["limits"]),
        frozenset(table["modals_that_cancel"]),
        frozenset(table["negations"]),
        _phrases(table["business"]),
        _phrases(table["hearsay"]),
    )


def _phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)


def _plurals(singular: Iterable[str]) -> Iterator[str]:
    for word in singular:
        yield word
        if re.search(r"[^aeiou]y$", word):
            yield word[:-1] + "ies"
        else:
            yield word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def forms(verb: str, irregular: Mapping[str, list[str]]) -> list[str]:
    """A verb and its forms; both spellings where a last consonant may be doubled."""
    if verb in irregular:
        return [verb, *irregular[verb]]
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    found = [verb, third, verb + "ed", verb + "ing"]
    if verb[-1] not in _VOWELS + "wxy" and verb[-2] in _VOWELS:
        found += [verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    return found


def _anchors(
    line: str, lists: Mapping[str, list[str]], irregular: Mapping[str, list[str]]
) -> set[str]:
    """The words that a pattern may begin with, as the tokens they are."""
    if group := re.match(r"<(\w+)\*>", line):
        first = [form for verb in lists[group[1]] for form in forms(verb, irregular)]
    elif line.startswith("("):
        first = line[1 : line.index(")")].split("|")
    else:
        match = re.match(r"([\w'-]+)(\*?)", line)
        word = match[1] if match else line
        first = forms(word, irregular) if match and match[2] else [word]
    return {re.split(r"[\s-]", word)[0] for word in first}


def _regex(
    line: str, lists: Mapping[str, frozenset[str]], irregular: Mapping[str, list[str]]
) -> str:
    parts = []
    for name, verb, long_gap, gap, space, group, other in _PART.findall(line):
        if name == "Name":
            parts.append(r"(?-i:[A-Z][\w&.-]*)")
        elif name.endswith("*"):
            parts.append(_one_of(f for verb in lists[name[:-1]] for f in forms(verb, irregular)))
        elif name:
            parts.append(_one_of(lists[name]))
        elif verb:
            parts.append(_one_of(forms(verb, irregular)))
        elif long_gap:
            parts.append(_LONG_GAP)
        elif gap:
            parts.append(_GAP)
        elif space:
            parts.append(r"\s+")
        else:
            parts.append("(?:" if group else other)
    ahead = line.endswith(")") and line.rfind("(?!") > line.rfind(" ")
    return "".join(parts) + ("" if ahead or "(?!" in line.rpartition(" (")[2] else r"(?!\w)")


def _one_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})(?!\\w)"
