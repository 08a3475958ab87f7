"""Hints: what may be better, for who asks; nothing of it is wrong.

The words that a page uses and does not explain, and those that it explains and does not use.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tools.check.rule import record_of
from tools.model.claims import claims
from tools.model.problem import Problem
from tools.model.record import Explainer
from tools.model.story import Seeds, Story
from tools.model.text import fold_case
from tools.model.vocabulary import GlossaryTerm

_WORD = re.compile(r"\w+")
# the parts of a record that its page shows in its own words
SHOWN = ("answer", "key_points", "timeline", "stances", "who", "figures", "unknowns", "sections")


def hints(seeds: Seeds, only: Iterable[str] = ()) -> list[Problem]:
    """All hints, sorted by place; `only` names the stories to look at, none meaning all."""
    wanted, forms = set(only), _by_first(seeds.vocabulary.glossary.values())
    return sorted(
        hint
        for story in seeds.stories
        if story.record and (not wanted or story.name in wanted)
        for hint in _of_words(story, seeds.vocabulary.glossary, forms)
    )


def _of_words(
    story: Story, glossary: Mapping[str, GlossaryTerm], forms: Mapping[str, list[tuple[str, str]]]
) -> Iterator[Problem]:
    record = record_of(story)
    used = {name: form for text in _texts(record) for name, form in _used(text, forms)}
    for name in sorted(used.keys() - {*record.glossary}):
        yield story.problem(
            ("glossary",),
            f"may list a word that the page uses: {used[name]!r}",
            f"Add its id, and readers are told what it means: {name}",
            notice=True,
        )
    shown = {*used} | {name for text in _quoted(record) for name, _ in _used(text, forms)}
    for index, name in enumerate(record.glossary):
        if name in glossary and name not in shown:
            yield story.problem(
                ("glossary", index),
                f"may leave out a word that the page does not use: {name!r}",
                "Delete it, or add to the entry in glossary.yml the form that the page has: also",
                notice=True,
            )


def _texts(record: Explainer) -> Iterator[str]:
    """What the page says in its own words."""
    for part in SHOWN:
        value = getattr(record, part)
        for claim in value if isinstance(value, tuple) else filter(None, (value,)):
            for key in ("heading", "text", "description"):
                if text := getattr(claim, key, None):
                    yield fold_case(text)


def _quoted(record: Explainer) -> Iterator[str]:
    """What else the page shows: its quotations and the names in them."""
    for placed in claims(record):
        yield from (fold_case(quotation) for quotation in placed.claim.quote)
        for key in ("name", "short", "long"):
            if text := getattr(placed.claim, key, None):
                yield fold_case(text)


def _by_first(terms: Iterable[GlossaryTerm]) -> Mapping[str, list[tuple[str, str]]]:
    """Every form of every term, with its id, by its first word; the longest first."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for term in terms:
        for form in (term.term, *term.also):
            folded = fold_case(form)
            if first := _WORD.search(folded):
                found[first.group()].append((folded, term.id))
    return {
        first: sorted(forms, key=lambda one: (-len(one[0]), one)) for first, forms in found.items()
    }


def _used(text: str, forms: Mapping[str, list[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    """The terms that a text uses, by the longest form at each place."""
    end = 0
    for match in _WORD.finditer(text):
        for form, name in forms.get(match.group(), ()) if match.start() >= end else ():
            after = match.start() + len(form)
            if text.startswith(form, match.start()) and not text[after : after + 1].isalnum():
                yield name, form
                end = after
                break
