"""The fields of a claim that another program drafted: each is what it must be, or is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tools.draft.quoting import seen
from tools.model.article import Article
from tools.model.characters import HIDDEN
from tools.model.dates import Date
from tools.model.problem import Path, did_you_mean, field_name, shorten
from tools.model.vocabulary import Vocabulary

MOST_PASSAGES = 10  # in a quotation
LONGEST = 1000  # characters of a text or a passage
LONGEST_NAME = 60  # characters of one that is compared with those of a list
SUREST = 100


class UnfitError(Exception):
    """A field is not what it must be; raised by the readers of fields, told by `given`."""

    def __init__(self, path: Path, must: str, way_out: str = "") -> None:
        super().__init__(must)
        self.told = f"{field_name(path) if path else 'draft'} must {must}", way_out


class Fields:
    """Reads the fields of the claims of one article; raises `UnfitError` for what does not fit."""

    def __init__(self, article: Article, vocabulary: Vocabulary) -> None:
        self.article = article
        self.vocabulary = vocabulary

    def read(self, key: str, value: object, at: Path) -> Any:
        """The value of a field; raises `UnfitError` where it is not what it must be."""
        if key == "quote":
            return self._passages(value, at)
        if key == "position":
            return listed(value, self.vocabulary.positions, at)
        if key == "positions":
            return self._positions(value, at)
        if key == "company_id":
            return listed(value, self.vocabulary.companies, at)
        return READERS.get(key, text_of)(value, at)

    def _positions(self, value: object, at: Path) -> tuple[str, ...]:
        if not isinstance(value, list) or not value or len(value) > MOST_PASSAGES:
            raise UnfitError(at, f"be a list of positions: {shorten(value)}")
        known = self.vocabulary.positions
        found = [listed(one, known, (*at, index)) for index, one in enumerate(value)]
        return tuple(dict.fromkeys(found))

    def _passages(self, value: object, at: Path) -> tuple[str, ...]:
        passages = value if isinstance(value, list) else [value]
        if not 0 < len(passages) <= MOST_PASSAGES:
            raise UnfitError(at, f"be one passage or a list of up to {MOST_PASSAGES}")
        return tuple(dict.fromkeys(self._passage(passage, at) for passage in passages))

    def _passage(self, value: object, at: Path) -> str:
        """A passage as the article has it, its white space folded."""
        text = _whole(value, at)
        if len(text) > LONGEST:
            raise UnfitError(at, f"have at most {LONGEST} characters: {shorten(text)}")
        found = self.article.find(text)
        if not found:
            raise UnfitError(
                at,
                f"stand word for word in {self.article.file}: {shorten(text)}",
                "Copy its words from the article.",
            )
        passage = found[0].of(self.article.text)
        if HIDDEN.search(passage):
            raise UnfitError(at, f"hold no character that cannot be seen: {shorten(passage)}")
        return passage


def _whole(value: object, at: Path) -> str:
    """A text that can be written to a file; JSON can hold half a character."""
    if not isinstance(value, str):
        raise UnfitError(at, "be given" if value is None else f"be text: {shorten(value)}")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise UnfitError(at, f"hold no half of a character: {shorten(value)}") from None
    return value


def text_of(value: object, at: Path) -> str:
    """A text without what no reader can see, its white space folded."""
    text = seen(_whole(value, at))
    if not text:
        raise UnfitError(at, "not be empty")
    if len(text) > LONGEST:
        raise UnfitError(at, f"have at most {LONGEST} characters: {shorten(text)}")
    return text


def _number_or_text(value: object, at: Path) -> str:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return text_of(str(value) if number else value, at)


def _date(value: object, at: Path) -> str:
    date = Date(text_of(value, at))
    if date.fault is not None:
        raise UnfitError(at, f"{date.fault}: {shorten(date.text)}", "For example 2024-03-08.")
    return date.text


def _sureness(value: object, at: Path) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= SUREST:
        raise UnfitError(at, f"be a whole number from 0 to {SUREST}: {shorten(value)}")
    return value


def listed(value: object, known: Mapping[str, object], at: Path) -> str:
    """An id that a list of the vocabulary has."""
    text = _whole(value, at)
    if text not in known:
        near = did_you_mean(text[:LONGEST_NAME], known)
        raise UnfitError(at, f"be on its list: {shorten(text)}", near)
    return text


READERS: Mapping[str, Callable[[object, Path], Any]] = {
    "date": _date,
    "sureness": _sureness,
    "value": _number_or_text,
}
