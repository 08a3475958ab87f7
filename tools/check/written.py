"""Rules about texts: what readers see says something."""

from __future__ import annotations

import re

from tools.check.characters import all_texts, texts
from tools.check.rule import Problems, Rule, record_of
from tools.model.problem import Path, shorten
from tools.model.story import Story
from tools.model.vocabulary import Vocabulary

# the fields that readers see as words; of the others each has a rule of its own
READ = frozenset(
    "text description name value heading short long headline author publisher published_basis "
    "title term also aliases definition label meaning icon question place complies how".split()
)
_WORD = re.compile(r"\w")


def is_read(path: Path) -> bool:
    """Whether readers see the text at a path; of a list of names it is each of them."""
    names = [step for step in path if isinstance(step, str)]
    return bool(names) and names[-1] in READ


def is_blank(text: str) -> bool:
    """Whether a text is without words: white space, a dash, the dots of an example."""
    return not _WORD.search(text)


def texts_are_written(story: Story, _: Vocabulary) -> Problems:
    """No text of a record that readers see is without words.

    A draft may copy the signs of an article that has nothing else.
    """
    record = record_of(story)
    if not any(map(is_blank, all_texts(record))):
        return  # as of most records: no need for the path of every text
    for path, text in texts(record.model_dump(), ()):
        if is_read(path) and is_blank(text) and path != ("title",):  # `title_is_given`
            copied = record.status == "draft" and bool(text.strip())
            yield story.problem(path, f"must have words: {shorten(text)}", WAY_OUT, notice=copied)


WAY_OUT = "Write what readers shall see there, or null in a field that may be empty."
RULES: tuple[Rule, ...] = (texts_are_written,)
