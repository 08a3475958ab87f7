"""Short forms whose expansion stands elsewhere in the article."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from tools.draft.lists import lists
from tools.draft.sense.roles import lexicon
from tools.draft.sense.tokens import Word
from tools.draft.short_forms.initials import after_opener
from tools.draft.short_forms.letters import SMALL, is_capitals, letters

KNOWN = Path(__file__).with_name("known.yml")
LONGEST = 8  # words of an expansion
SURE = 3  # letters from which chance is unlikely to spell the words of a noun phrase
_NOUNS = frozenset("NN NNS NNP NNPS".split())
_ENTITIES = frozenset("GPE ORG LOC LAW NORP".split())
_PHRASE = frozenset("JJ NN NNS NNP NNPS IN DT CC VBG VBN POS".split())


def short_of(words: Sequence[Word], initials: Collection[str]) -> Iterator[str]:
    """Every word of a sentence that looks like a short form; `initials` are those of people."""
    for i, word in enumerate(words):
        for form in short_in([word.text]):
            if letters(form) not in initials or after_opener(words, i):
                yield form


def short_in(words: Iterable[str]) -> Iterator[str]:
    """Every word that looks like a short form, marks at its ends left out."""
    for word in words:
        form = word.strip("\"'‘’“”(),:;?!")
        # "S.A." with stops is the form of a company's name
        if is_capitals(form) and ("." not in form or letters(form) not in lexicon().legal):
            yield form


def expansions(words: Sequence[Word], wanted: dict[str, str]) -> Iterator[tuple[str, int, int]]:
    """Short form, first word and end of every expansion in a sentence.

    `wanted` has the short forms by their letters; only phrases of nouns and their adjectives count.
    """
    for start, word in enumerate(words):
        if word.lower in SMALL:
            continue
        every = full = ""
        for end in range(start + 1, min(len(words), start + LONGEST) + 1):
            last = words[end - 1]
            if last.tag not in _PHRASE or not last.text[0].isalpha():
                break
            every += last.lower[0]
            if last.lower in SMALL:
                continue
            full += last.lower[0]
            for key in dict.fromkeys((every, full)):
                if key in wanted and _is_expansion(words, start, end, wanted[key]):
                    yield wanted[key], start, end


def _is_expansion(words: Sequence[Word], start: int, end: int, short: str) -> bool:
    """Whether words with the right initials are a name or a term, and not there by chance."""
    phrase = words[start:end]
    if phrase[-1].tag not in _NOUNS or any(word.text == short for word in phrase):
        return False
    known_as = lists(KNOWN).get(letters(short))
    if known_as and " ".join(word.lower for word in phrase) not in known_as:
        return False
    if known_as and not any(word.capital for word in phrase):
        return True  # "artificial intelligence"
    sure = len(letters(short)) >= SURE
    if all(word.capital or word.lower in SMALL for word in phrase):
        named = phrase[-1].entity in _ENTITIES or phrase[-1].role
        known = named and _alone(words, start, end)
        return not short.endswith("s") and (known or sure)  # "MPs" are no name
    return sure and not any(word.lower in SMALL for word in phrase)


def _alone(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a name is no part of a longer one."""
    before, after = words[start - 1] if start else None, words[end] if end < len(words) else None
    return not (before is not None and before.named) and not (after is not None and after.named)


def by_letters(shorts: Sequence[str]) -> dict[str, str]:
    """Short forms by their letters, the first form of the article for each."""
    found: dict[str, str] = {}
    for short in shorts:
        key = letters(short)
        if len(key) > 1 and key.isalpha():
            found.setdefault(key, short)
    return found
