"""The companies of the list as texts name them, indexed once for all stories."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tools.model.once import once
from tools.model.text import fold, fold_case
from tools.model.vocabulary import Company, Vocabulary

_CAPITAL = re.compile(r"(?<![\w-])[A-Z][\w&.'-]*")
_WORD = re.compile(r"\w+(?:[.&-]\w+)*")
_NAME_WORD = re.compile(r"\w[\w'-]*")
SHORTEST = 3  # letters of a first word by which a company may be meant
SHORT = 4  # letters; a shorter word of a name says little by itself


@dataclass(frozen=True)
class Companies:
    """All companies of the list by id."""

    known: Mapping[str, Company]

    def name_of(self, company: str) -> str | None:
        """The name of a company of the list, or None."""
        return self.known[company].name if company in self.known else None

    def family(self, company: str) -> tuple[str, ...]:
        """The names of a company, of who owns it and of what it owns, without their capitals."""
        if company not in self._families:
            one = self.known[company]
            owner = self.known.get(one.parent or "")
            family = (one, *((owner,) if owner else ()), *self._owned.get(company, ()))
            names = [name for member in family for name in (*member.names, *_in_short(member.name))]
            self._families[company] = tuple(fold_case(name) for name in names)
        return self._families[company]

    @cached_property
    def _families(self) -> dict[str, tuple[str, ...]]:
        return {}

    def called(self, name: str) -> str | None:
        """The id of the company that has a name, or None."""
        folded = fold(name)
        pairs = self._by_first.get(_first(name), ())
        return next((company for one, company in pairs if one == folded), None)

    def named(self, text: str) -> Iterator[tuple[str, str]]:
        """The companies that a folded text names, as name and id; of two names the longer."""
        end = 0
        for match in _CAPITAL.finditer(text):
            if match.start() < end:
                continue
            for name, company in self._by_first.get(_first(match.group()), ()):
                after = match.start() + len(name)
                if text.startswith(name, match.start()) and not _in_word(text, after):
                    end = after
                    yield name, company
                    break

    @cached_property
    def _by_first(self) -> Mapping[str, list[tuple[str, str]]]:
        """Every name with its company's id by its first word, the longest name first."""
        found: dict[str, list[tuple[str, str]]] = {}
        for company in self.known.values():
            for name in company.names:
                found.setdefault(_first(name), []).append((fold(name), company.id))
        return {
            first: sorted(pairs, key=lambda one: -len(one[0])) for first, pairs in found.items()
        }

    @cached_property
    def _owned(self) -> Mapping[str, list[Company]]:
        found: dict[str, list[Company]] = {}
        for company in self.known.values():
            if company.parent:
                found.setdefault(company.parent, []).append(company)
        return found


@once
def companies_of(vocabulary: Vocabulary) -> Companies:
    """The companies of the lists."""
    return Companies(vocabulary.companies)


@lru_cache(maxsize=2**14)  # texts have the same names again and again
def _first(name: str) -> str:
    match = _WORD.search(fold(name))
    return match.group() if match else name


def _in_short(name: str) -> list[str]:
    """How articles call a company after the first time: "Cog" where it is "Cog & Sons"."""
    words = _NAME_WORD.findall(name)
    return words[:1] if len(words) > 1 and len(words[0]) >= SHORTEST else []


def words_of(name: str) -> tuple[str, ...]:
    """The words by any of which a person or a body may be named, and its initials."""
    words = _NAME_WORD.findall(fold(name))
    capital = [word for word in words if word[0].isupper()]
    initials = "".join(word[0] for word in capital)
    long = [word for word in words if len(word) >= SHORT and (word[0].isupper() or len(words) == 1)]
    found = (name, *(long or words), *((initials,) if len(initials) > 1 else ()))
    return tuple(fold_case(one) for one in found)


def stands(name: str, text: str) -> bool:
    """Whether a name stands in a text as a word or words; both are in the form of `fold_case`."""
    start = text.find(name) if name else -1
    while start >= 0:
        if not _in_word(text, start - 1) and not _in_word(text, start + len(name)):
            return True
        start = text.find(name, start + 1)
    return False


def _in_word(text: str, at: int) -> bool:
    """Whether the character at an offset is of a word; outside of the text there is none."""
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")
