"""Which entries of the glossary occur in an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tools.draft.parse import Parsed
from tools.draft.points.places import Places
from tools.model.text import straighten
from tools.model.vocabulary import GlossaryTerm

_TOKEN = re.compile(r"\w+|'")
WHOLE_NAME = 3  # words with a capital
_JOIN = re.compile(r"[\s\u2010\u2011-]*")  # "end-to-end" and "end to end" are one


@dataclass(frozen=True, slots=True)
class _Form:
    tokens: tuple[str, ...]  # in lower case, the last without the ending of a plural
    written: tuple[str, ...]  # as the glossary has it
    entry: str


def glossary_terms(parsed: Parsed, glossary: Mapping[str, GlossaryTerm]) -> list[str]:
    """Ids of the entries whose term or alias stands in a paragraph, in alphabetical order.

    Whole words, singular or plural; where two begin at one word, the longer. A capital in the
    glossary is a capital in the article, so that "IT" is not "it". An entry on something of a place
    that the article does not name is left out, where what stands there is no whole name.
    """
    forms = _forms(glossary)
    found: dict[str, set[tuple[str, ...]]] = {}
    for span in parsed.reading.paragraphs if forms else ():
        for form in _found(straighten(parsed.reading.text[span.start : span.end]), forms):
            found.setdefault(form.entry, set()).add(form.written)
    places = Places(parsed) if found else None
    return sorted(
        name
        for name, written in found.items()
        if places and (any(map(_is_whole_name, written)) or places.fit(glossary[name]))
    )


def _is_whole_name(written: Sequence[str]) -> bool:
    """Whether a form is a name that nobody else has: "Privacy Commissioner for Personal Data"."""
    return sum(word[0].isupper() for word in written) >= WHOLE_NAME


def _forms(glossary: Mapping[str, GlossaryTerm]) -> dict[str, list[_Form]]:
    """Every form by its first word, the longest first."""
    forms: dict[str, list[_Form]] = {}
    for entry in glossary.values():
        for text in (entry.term, *entry.also):
            written = tuple(_TOKEN.findall(straighten(text)))
            if written:
                tokens = _keys(written)
                forms.setdefault(tokens[0], []).append(_Form(tokens, written, entry.id))
    for group in forms.values():
        group.sort(key=lambda form: (-len(form.tokens), form.written))
    return forms


def _found(text: str, forms: Mapping[str, Sequence[_Form]]) -> Iterator[_Form]:
    tokens = list(_TOKEN.finditer(text))
    at = 0
    while at < len(tokens):
        form = next(
            (one for one in _starting(tokens[at], forms) if _stands(one, tokens, at, text)), None
        )
        if form:
            yield form
        at += len(form.tokens) if form else 1


def _starting(token: re.Match[str], forms: Mapping[str, Sequence[_Form]]) -> list[_Form]:
    word = token.group()
    keys = dict.fromkeys((word.casefold(), _singular(word)))
    found = [form for key in keys for form in forms.get(key, ())]
    return sorted(found, key=lambda form: -len(form.tokens)) if len(keys) > 1 else found


def _stands(form: _Form, tokens: Sequence[re.Match[str]], at: int, text: str) -> bool:
    there = tokens[at : at + len(form.tokens)]
    if len(there) < len(form.tokens):
        return False
    if _keys([token.group() for token in there]) != form.tokens:
        return False
    if not all(_JOIN.fullmatch(text, one.end(), other.start()) for one, other in pairwise(there)):
        return False
    return all(_capitals(a, b.group()) for a, b in zip(form.written, there, strict=True))


def _capitals(written: str, there: str) -> bool:
    """Whether every capital of the glossary is one in the article."""
    return all(
        b.isupper() for a, b in zip(written.removesuffix("s"), there, strict=False) if a.isupper()
    )


def _keys(tokens: Sequence[str]) -> tuple[str, ...]:
    return (*(token.casefold() for token in tokens[:-1]), _singular(tokens[-1]))


def _singular(word: str) -> str:
    """A word in lower case without the ending of a plural, as far as spelling tells."""
    lower = word.casefold()
    if word[:-1].isupper() and word.endswith("s"):
        return lower[:-1]  # "VPNs"
    if len(lower) < 4 or lower.endswith(("ss", "us", "is")):
        return lower
    if lower.endswith("ies"):
        return f"{lower[:-3]}y"
    if lower.endswith(("sses", "xes", "zes", "ches", "shes")):
        return lower[:-2]
    return lower.removesuffix("s")
