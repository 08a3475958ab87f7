"""Notice: a name that stands nowhere in the articles of the record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tools.check.companies import companies_of
from tools.check.notices.finding import Claims, Findings, finding
from tools.model.months import MONTHS
from tools.model.problem import shorten
from tools.model.record import ShortForm
from tools.model.story import Story
from tools.model.text import fold
from tools.model.vocabulary import Vocabulary

_WORDS = re.compile(r"\w+")
_NAME = re.compile(r"\b[^\W\d_a-z][\w'-]*")
_BEGINS = frozenset('.!?:;"([*-–—')  # after these any word has a capital
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
DATES = frozenset(name.casefold() for name in (*MONTHS, *_DAYS) if name)


def names_are_in_articles(story: Story, vocabulary: Vocabulary, claims: Claims) -> Findings:
    """Every name in the midst of a sentence stands somewhere in the articles."""
    known: set[str] | None = None
    for placed in claims:
        if isinstance(placed.claim, ShortForm):
            continue
        for key in ("text", "description"):
            if not (said := vars(placed.claim).get(key)):
                continue
            text = fold(said)
            names = list(_capitals(text))
            if names and known is None:
                known = {word for article in story.cited for word in _words(article.folded)}
            strange = [name for name in names if known is not None and not _plain(name) <= known]
            if strange:
                listed = [_plain(name) for name, _ in companies_of(vocabulary).named(text)]
                for name in dict.fromkeys(strange):
                    if not any(_plain(name) <= one for one in listed):  # `names_are_near`
                        yield finding(
                            story,
                            placed.path,
                            (key,),
                            f"has a name that stands nowhere in the articles: {shorten(name)}",
                            "Mend the name; what the articles do not tell belongs into a note.",
                        )


def _capitals(text: str) -> Iterator[str]:
    """The words of a folded text with a capital that begin no sentence, without those of dates."""
    for match in _NAME.finditer(text):
        name = match.group().removesuffix("'s").rstrip("'-")
        before = text[max(0, match.start() - 2) : match.start()].rstrip()[-1:]
        if name[0].isupper() and before and before not in _BEGINS and name.casefold() not in DATES:
            yield name


@lru_cache(maxsize=2**14)  # texts have the same names again and again
def _plain(name: str) -> frozenset[str]:
    return _words(fold(name))


def _words(folded: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(folded.casefold()))
