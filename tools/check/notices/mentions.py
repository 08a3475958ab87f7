"""Notice: a company or a person that the article does not name where the quotation stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from tools.check.around import Around
from tools.check.notices.around_quotes import Paragraphs
from tools.check.notices.finding import Findings, borne_out, finding
from tools.check.rule import record_of
from tools.model.problem import shorten
from tools.model.record import Claim, Profile, Section, ShortForm, Stance
from tools.model.story import Story
from tools.model.text import fold
from tools.model.vocabulary import Company, Vocabulary

_CAPITAL = re.compile(r"(?<![\w-])[A-Z][\w&.'-]*")
_WORDS = re.compile(r"\w+(?:[.&-]\w+)*")
SHORT = 4  # letters; a shorter word of a name says little by itself


def names_are_near(story: Story, around: Around) -> Findings:
    """Whom a claim names, its quotation names too, or its paragraph, or the one before."""
    known, near = Known(story, around.seeds.vocabulary), Paragraphs(story)
    for placed in borne_out(story):
        if isinstance(placed.claim, (Section, ShortForm)):
            continue
        text: str | None = None
        for path, name, others in known.named(placed.claim):
            text = near.around(placed.claim) if text is None else text
            if not any(_stands(other, text) for other in others):
                yield finding(
                    story,
                    placed.path,
                    path,
                    f"names whom the article does not name there: {shorten(name)}",
                    "Mend the name, or quote the passage that has it.",
                )


@dataclass
class Known:
    """Whom a record may name: the companies of the list, and its own who is who."""

    story: Story
    vocabulary: Vocabulary

    def named(self, claim: Claim) -> Iterator[tuple[tuple[str, ...], str, tuple[str, ...]]]:
        """Each name that a claim has, with its field and the names under which it may stand."""
        seen: set[str] = set()
        if isinstance(claim, Stance):
            company = self.vocabulary.companies.get(claim.company)
            seen.add(claim.company)
            if company:
                yield ("company",), company.name, self._family(company)
            elif record_of(self.story).status == "draft":  # else `companies_are_known`
                yield ("company",), claim.company, _words(claim.company)
        if isinstance(claim, Profile):
            yield ("name",), claim.name, (*self._of(claim.name), *_words(claim.name))
        for key in ("text", "description"):
            text = fold(str(getattr(claim, key, "") or ""))
            for name, company in self._companies(text):
                if company.id not in seen:
                    seen.add(company.id)
                    yield (key,), name, self._family(company)
            for name in self._people(text):
                if name not in seen:
                    seen.add(name)
                    yield (key,), name, _words(name)

    def _companies(self, text: str) -> Iterator[tuple[str, Company]]:
        """The companies that a text names, by the longest name of each place."""
        end = 0
        for match in _CAPITAL.finditer(text):
            if match.start() < end:
                continue
            for name, company in self._by_first.get(_first(match.group()), ()):
                if re.compile(rf"{re.escape(name)}(?!\w)").match(text, match.start()):
                    end = match.start() + len(name)
                    yield name, company
                    break

    @cached_property
    def _by_first(self) -> Mapping[str, list[tuple[str, Company]]]:
        found: dict[str, list[tuple[str, Company]]] = {}
        for company in self.vocabulary.companies.values():
            for name in company.names:
                found.setdefault(_first(name), []).append((fold(name), company))
        return {
            first: sorted(pairs, key=lambda pair: -len(pair[0])) for first, pairs in found.items()
        }

    def _of(self, name: str) -> tuple[str, ...]:
        """The other names of a company that is called so."""
        pairs = self._by_first.get(_first(name), ())
        return next((self._family(company) for one, company in pairs if one == fold(name)), ())

    def _family(self, company: Company) -> tuple[str, ...]:
        """The names of a company, of who owns it and of what it owns."""
        owner = self.vocabulary.companies.get(company.parent or "")
        owned = self._owned.get(company.id, ())
        family = (company, *((owner,) if owner else ()), *owned)
        return tuple(name for one in family for name in one.names)

    @cached_property
    def _owned(self) -> Mapping[str, list[Company]]:
        found: dict[str, list[Company]] = {}
        for company in self.vocabulary.companies.values():
            if company.parent:
                found.setdefault(company.parent, []).append(company)
        return found

    @cached_property
    def _profiles(self) -> Mapping[str, str]:
        """The people and bodies of the record by the names that a text may give them."""
        names = [fold(profile.name) for profile in record_of(self.story).who]
        return {name: name for name in names if not self._of(name)}

    def _people(self, text: str) -> Iterator[str]:
        return (
            name for name in self._profiles if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
        )


def _first(name: str) -> str:
    match = _WORDS.search(fold(name))
    return match.group() if match else name


def _words(name: str) -> tuple[str, ...]:
    """The words by any of which a person or a body may be named, and its initials."""
    words = re.findall(r"\w[\w'-]*", fold(name))
    capital = [word for word in words if word[0].isupper()]
    initials = "".join(word[0] for word in capital)
    long = [word for word in words if len(word) >= SHORT and (word[0].isupper() or len(words) == 1)]
    return (name, *(long or words), *((initials,) if len(initials) > 1 else ()))


def _stands(name: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", text, re.IGNORECASE))
