"""Rules about ids: what a record names must be in the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping

from tools.check.looks import foreign_letter, look, look_alike, odd_letter
from tools.check.rule import Problems, Rule, record_of
from tools.model.claims import slug
from tools.model.once import once
from tools.model.problem import Path, did_you_mean, shorten
from tools.model.story import Story
from tools.model.text import fold_case
from tools.model.vocabulary import Company, Vocabulary


def companies_are_known(story: Story, vocabulary: Vocabulary) -> Problems:
    """A stance's company is in companies.yml; in a draft, a name as the article has it will do."""
    record = record_of(story)
    for index, stance in enumerate(record.stances):
        if record.status == "draft" or not vocabulary.lacks("companies", stance.company):
            continue
        name = stance.company
        yield story.problem(
            ("stances", index, "company"),
            f"must be the id of a company: {shorten(name)}",
            f"{_suggest_company(name, vocabulary)} A new one goes into "
            f"seeds/vocabulary/companies.yml: - {{id: {slug(name) or '…'}, name: {shorten(name)}, "
            "kind: …, description: …}",
        )


def companies_look_like_no_other(story: Story, vocabulary: Vocabulary) -> Problems:
    """A name that looks like a listed company's, or as if its letters were Latin, is told."""
    stances = enumerate(record_of(story).stances)
    unlisted = [(i, s.company) for i, s in stances if vocabulary.lacks("companies", s.company)]
    for index, name in unlisted:
        other, company = _looks(vocabulary).get(look(name), (name, None))
        letter = foreign_letter(name)
        if company and look_alike(name, other):
            yield story.problem(
                ("stances", index, "company"),
                f"should not look like another name: {shorten(name)} and {shorten(other)} of "
                f"{company.id} differ by {odd_letter(name, other)}",
                f"Write the company's id where it is meant: {company.id}.",
                notice=True,
            )
        elif letter:
            yield story.problem(
                ("stances", index, "company"),
                f"should hold letters of one alphabet: {shorten(name)} has {letter}",
                "Compare it with the name that the company gives itself.",
                notice=True,
            )


@once
def _looks(vocabulary: Vocabulary) -> Mapping[str, tuple[str, Company]]:
    """Every name of a company by how it looks, with the company."""
    companies = vocabulary.companies.values()
    return {look(name): (name, one) for one in companies for name in one.names}


def _suggest_company(name: str, vocabulary: Vocabulary) -> str:
    for company in vocabulary.companies.values():
        if fold_case(name) in map(fold_case, company.names):
            return f"Write its id: {company.id}."
    return did_you_mean(name, vocabulary.companies)


def positions_are_known(story: Story, vocabulary: Vocabulary) -> Problems:
    """A stance's position is one of the list."""
    for index, stance in enumerate(record_of(story).stances):
        if vocabulary.lacks("positions", stance.position):
            yield story.problem(
                ("stances", index, "position"),
                f"must be one of the positions: {shorten(stance.position)}",
                did_you_mean(stance.position, vocabulary.positions),
            )


def topics_are_known(story: Story, vocabulary: Vocabulary) -> Problems:
    """The explainer's topic, and that of a stance where it differs, is in topics.yml."""
    record = record_of(story)
    named: list[tuple[Path, str | None]] = [(("topic",), record.topic)]
    named += [(("stances", i, "topic"), s.topic) for i, s in enumerate(record.stances)]
    for path, topic in named:
        if topic is not None and vocabulary.lacks("topics", topic):
            yield story.problem(
                path,
                f"must be the id of a topic: {shorten(topic)}",
                f"{did_you_mean(topic, vocabulary.topics)} A new one, or one that was removed, "
                f"goes into seeds/vocabulary/topics.yml: - {{id: {slug(topic) or '…'}, name: …, "
                "question: …, place: …, by: […], kind: …, complies: …}",
            )


def glossary_is_known(story: Story, vocabulary: Vocabulary) -> Problems:
    """Each word of the glossary list is in glossary.yml, and listed once."""
    seen: set[str] = set()
    for index, term in enumerate(record_of(story).glossary):
        if vocabulary.lacks("glossary", term):
            yield story.problem(
                ("glossary", index),
                f"must be the id of a term: {shorten(term)}",
                _run_together(term, vocabulary)
                or f"{did_you_mean(term, vocabulary.glossary)} A new one goes into "
                f"seeds/vocabulary/glossary.yml: - {{id: {slug(term) or '…'}, term: …, "
                "definition: …}",
            )
        elif term in seen:
            yield story.problem(
                ("glossary", index), f"must be listed once: {shorten(term)}", "Delete one."
            )
        seen.add(term)


def _run_together(term: str, vocabulary: Vocabulary) -> str:
    """The way out where several ids are one text, since a hyphen before the next is missing."""
    names = term.split()
    if len(names) < 2 or any(vocabulary.lacks("glossary", name) for name in names):
        return ""
    later = " and ".join(map(shorten, names[1:]))
    return f"These are {len(names)} ids: a hyphen is missing before {later}, on a line of its own."


RULES: tuple[Rule, ...] = (
    companies_are_known,
    companies_look_like_no_other,
    positions_are_known,
    topics_are_known,
    glossary_is_known,
)
