"""Who is who: people and organisations with the description that the article gives them.

A name counts where the text itself says who or what it is: beside it ("X, a lawyer at Y,", "the
charity X"), or in a clause of its own ("X, who runs Y", "X is a bank").
"""

from __future__ import annotations

from collections.abc import Iterator

from tools.draft.findings import FoundName
from tools.draft.sense import Understood
from tools.draft.sense.roles import lexicon
from tools.draft.sense.tokens import Word, passage
from tools.draft.who.after import after
from tools.draft.who.before import before
from tools.model.text import Span

# "its finance director" says nothing to whoever has not read the sentence before
_OPENERS = frozenset(("DT", "PRP$"))
_EDGE = " ,;:'‘’-–—()"


def people(article: Understood) -> list[FoundName]:
    """People and organisations in the order in which the article introduces them, one entry each.

    `name` and `description` are the article's own words.
    """
    found: dict[str, FoundName] = {}
    surnames: dict[str, str] = {}
    parsed = article.parsed
    for sentence, words in zip(parsed.sentences, article.words, strict=True):
        for one in _of_sentence(parsed.reading.text, sentence.span, words):
            *before_last, last = key = _key(one.name)
            whole = " ".join(key)
            known = next((k for k in (whole, last) if k in found), None)
            if known is None and not before_last:
                known = surnames.get(last)  # "Mr Orley" after "Tamsin Orley"
            if known is None:
                found[whole] = one
                surnames.setdefault(last, whole)
            elif _fuller(one, found[known]):
                found[known] = one
    return list(found.values())


def _of_sentence(text: str, span: Span, words: list[Word]) -> Iterator[FoundName]:
    if not any(word.named for word in words):
        return
    pairs = sorted({*before(words), *after(words)})
    for name_start, name_end, start, end in pairs:
        while start < end and words[start].tag in _OPENERS:
            start += 1
        if start < end:
            name = _trimmed(text, words[name_start:name_end])
            description = _trimmed(text, words[start:end])
            yield FoundName(name, description, span)


def _trimmed(text: str, words: list[Word]) -> str:
    said = passage(text, words).strip(_EDGE)
    return said.strip('"“”') if said.count('"') % 2 else said


def _key(name: str) -> list[str]:
    """The words by which two names are the same; "Harbourline Ltd" is Harbourline."""
    words = [word.strip(".") for word in name.casefold().split()]
    while len(words) > 1 and words[-1] in lexicon().legal:
        words.pop()
    return words


def _fuller(one: FoundName, other: FoundName) -> bool:
    """Whether a later description says more where the first is no more than a title."""
    return (
        " " not in other.description and " " in one.description and len(one.name) >= len(other.name)
    )
