"""Notice: a company or a person that the article does not name where the quotation stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tools.check.companies import Companies, companies_of, stands, words_of
from tools.check.notices.around_quotes import Paragraphs
from tools.check.notices.finding import Claims, Findings, finding
from tools.check.rule import record_of
from tools.model.problem import shorten
from tools.model.record import Claim, Profile, Section, ShortForm, Stance
from tools.model.story import Story
from tools.model.text import fold
from tools.model.vocabulary import Vocabulary


def names_are_near(story: Story, vocabulary: Vocabulary, claims: Claims) -> Findings:
    """Whom a claim names, its quotation names too, or its paragraph, or the one before."""
    known, near = Known(story, companies_of(vocabulary)), Paragraphs(story)
    for placed in claims:
        if isinstance(placed.claim, (Section, ShortForm)):
            continue
        text: str | None = None
        for path, name, others in known.named(placed.claim):
            text = near.around(placed.claim) if text is None else text
            if not any(stands(other, text) for other in others):
                yield finding(
                    story,
                    placed.path,
                    path,
                    f"names whom the article does not name there: {shorten(name)}",
                    "Mend the name, or quote the passage that has it.",
                )


@dataclass(frozen=True)
class Known:
    """Whom a record may name: the companies of the list, and its own who is who."""

    story: Story
    companies: Companies

    def named(self, claim: Claim) -> Iterator[tuple[tuple[str, ...], str, tuple[str, ...]]]:
        """Each name that a claim has, with its field and the names under which it may stand."""
        seen: set[str] = set()
        if isinstance(claim, Stance):
            seen.add(claim.company)
            if name := self.companies.name_of(claim.company):
                yield ("company",), name, self.companies.family(claim.company)
            elif record_of(self.story).status == "draft":  # else `companies_are_known`
                yield ("company",), claim.company, words_of(claim.company)
        if isinstance(claim, Profile):
            yield ("name",), claim.name, (*self._others(claim.name), *words_of(claim.name))
        for key in ("text", "description"):
            if not (said := vars(claim).get(key)):
                continue
            text = fold(said)
            for name, company in self.companies.named(text):
                if company not in seen:
                    seen.add(company)
                    yield (key,), name, self.companies.family(company)
            for name in self._profiles:
                if name in text and name not in seen and stands(name, text):
                    seen.add(name)
                    yield (key,), name, words_of(name)

    def _others(self, name: str) -> tuple[str, ...]:
        """The other names of a company that is called so."""
        company = self.companies.called(name)
        return self.companies.family(company) if company else ()

    @cached_property
    def _profiles(self) -> tuple[str, ...]:
        """The people and bodies of the record by the names that a text may give them."""
        names = dict.fromkeys(fold(profile.name) for profile in record_of(self.story).who)
        return tuple(name for name in names if not self.companies.called(name))
