"""An article understood once: all that the parts of a draft read of it."""

from __future__ import annotations

from dataclasses import dataclass

from tools.draft.dates.find import Found
from tools.draft.parse import Parsed, parse
from tools.draft.reading import Reading
from tools.draft.sense.dates import dates_of
from tools.draft.sense.names import Names, names_of
from tools.draft.sense.reference import References
from tools.draft.sense.tokens import Word, words_of
from tools.model.dates import Date
from tools.model.vocabulary import Vocabulary


@dataclass(frozen=True, eq=False)
class Understood:
    """A parsed article, the day it is of, its dates, who is named in it and who is meant.

    `words` are those of each sentence as a reader sees them.
    """

    parsed: Parsed
    published: Date | None
    dates: tuple[Found, ...]
    names: Names
    references: References
    words: tuple[list[Word], ...]


def understand(reading: Reading, published: Date | None, vocabulary: Vocabulary) -> Understood:
    """Understands an article; `published` is the day from which its dates count.

    Raises `NoModelError` where spaCy or its model is not installed.
    """
    parsed = parse(reading)
    names = names_of(parsed, vocabulary.companies, vocabulary.authorities)
    return Understood(
        parsed=parsed,
        published=published,
        dates=dates_of(parsed, published),
        names=names,
        references=References(parsed, names),
        words=words_of(parsed),
    )
