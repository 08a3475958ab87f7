"""A rule about headlines: readers and search engines find an article by its own."""

from __future__ import annotations

import re

from tools.check.rule import Problems, Rule, record_of
from tools.check.written import is_blank
from tools.model.problem import shorten
from tools.model.story import Story
from tools.model.text import fold, fold_case
from tools.model.vocabulary import Vocabulary

WIDEST = 300  # characters of a line that a message shows, to be copied
NO_LETTER = re.compile(r"[\W_]+")


def headlines_are_quoted(story: Story, _: Vocabulary) -> Problems:
    """A headline is the article's own, but for its capitals, its marks and its white space."""
    for index, source in enumerate(record_of(story).sources):
        article = story.articles.get(source.file)
        if article is None or source.file in story.unread or is_blank(source.headline):
            continue
        if fold(source.headline) in article.folded:
            continue  # as most are: no need to leave out what does not count
        if _letters(source.headline) not in _letters(article.text):
            first = next(filter(None, map(str.strip, article.text.splitlines())), "")
            yield story.problem(
                ("sources", index, "headline"),
                f"must stand in {source.file} word for word: {shorten(source.headline)}",
                "Copy it from there, its mistakes as well; where the text came without one, write "
                f"its first line: {shorten(first, WIDEST)}",
            )


def _letters(text: str) -> str:
    return NO_LETTER.sub("", fold_case(text))


RULES: tuple[Rule, ...] = (headlines_are_quoted,)
