"""What an editor writes in lexicon.yml, as regular expressions.

What the marks of a pattern mean stands at the head of lexicon.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

_LONG_GAP = r"""(?:\s+"?[^\s;:?!()"]+"?){0,18}?\s+"?"""
_GAP = r"""(?:\s+"?[^\s;:?!,()"]+"?){0,9}?\s+"?"""
_PART = re.compile(
    r"<(\w+\*?)>|([\w'-]+)\*|(\s*\.\.\.\s*)|(\s*\.\.\s*)|(\s+)|(\((?!\?))|(.)", re.DOTALL
)
_VOWELS = "aeiou"


@cache
def expression(pattern: str) -> re.Pattern[str]:
    """A pattern compiled, once it is needed: an article needs few of them."""
    return re.compile(pattern, re.IGNORECASE)


def plurals(singular: Iterable[str]) -> Iterator[str]:
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


def anchors(
    line: str, lists: Mapping[str, list[str]], irregular: Mapping[str, list[str]]
) -> set[str]:
    """The words that a pattern may begin with."""
    if group := re.match(r"<(\w+)(\*?)>", line):
        listed = lists[group[1]]
        first = [form for verb in listed for form in forms(verb, irregular)] if group[2] else listed
        return {_begins(word) for word in first}
    if not line.startswith("("):
        match = re.match(r"([\w'-]+)(\*?)", line)
        word = match[1] if match else line
        first = forms(word, irregular) if match and match[2] else [word]
        return {_begins(word) for word in first}
    inner, after = _group(line)
    found = {one for part in inner for one in anchors(part, lists, irregular)}
    if after.startswith("?"):
        found |= anchors(after[1:].lstrip(), lists, irregular)
    return found


def _begins(word: str) -> str:
    return re.split(r"[\s-]", word)[0].lower()


def _group(line: str) -> tuple[list[str], str]:
    """The alternatives of the group that a pattern opens with, and what follows the group."""
    depth, start, parts = 0, 1, []
    for i, char in enumerate(line):
        depth += (char == "(") - (char == ")")
        if (char == "|" and depth == 1) or depth == 0:
            parts.append(line[start:i])
            start = i + 1
        if depth == 0:
            return parts, line[i + 1 :]
    return parts, ""


def regex(
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
