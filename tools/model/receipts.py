"""Receipts: which passages of which article every claim of a record rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tools.model.article import Article
from tools.model.claims import Placed, claims
from tools.model.dates import Date
from tools.model.once import once
from tools.model.problem import Path
from tools.model.record import Claim, Source
from tools.model.story import Story
from tools.model.text import Span
from tools.model.years import states

SHARE_LIMIT = 35  # per cent of an article's words may be quoted where its licence is null
WORDS_LIMIT = 250  # may be quoted of any article, however short


@dataclass(frozen=True)
class Receipt:
    """One quoted passage, and the claims that rest on it, in the order of the page."""

    number: int
    source: Source
    span: Span
    text: str
    claims: tuple[Placed, ...]

    @property
    def anchor(self) -> str:
        return f"receipt-{self.number}"


def places_of(quotation: str, claim: Claim, story: Story) -> list[tuple[Article, Span]]:
    """Every place where a quotation of a claim stands in the articles it may come from."""
    return [
        (article, span)
        for article in story.cited
        if claim.source in (None, article.file)
        for span in article.find(quotation)
    ]


@once
def receipts(story: Story) -> tuple[Receipt, ...]:
    """The receipts of a checked record, numbered in the order in which its page shows them.

    A quotation that does not stand in exactly one place has none: `check` reports it.
    """
    if story.record is None:
        return ()
    resting: dict[tuple[str, Span], dict[Path, Placed]] = {}
    for placed in claims(story.record):
        for quotation in placed.claim.quote:
            found = places_of(quotation, placed.claim, story)
            if len(found) == 1:
                article, span = found[0]
                resting.setdefault((article.file, span), {})[placed.path] = placed
    sources = {source.file: source for source in story.record.sources}
    return tuple(
        Receipt(
            number, sources[file], span, span.of(story.articles[file].text), tuple(placed.values())
        )
        for number, ((file, span), placed) in enumerate(resting.items(), start=1)
    )


@dataclass(frozen=True)
class Share:
    """How much of an article is quoted: each word counts once, the headline not at all."""

    quoted: int
    total: int

    @property
    def ratio(self) -> float:
        return self.quoted / self.total if self.total else 0.0

    @property
    def limit(self) -> int:
        return max(WORDS_LIMIT, self.total * SHARE_LIMIT // 100)


def share(
    source: Source, article: Article, quoted: tuple[Receipt, ...], besides: Iterable[str] = ()
) -> Share:
    """The share of an article's words that the receipts of its record show, and others besides."""
    spans = [receipt.span for receipt in quoted if receipt.source.file == article.file]
    spans += [span for quotation in besides for span in article.find(quotation)]
    words = set[int]().union(*map(article.words_in, spans))
    headline = set[int]().union(*map(article.words_in, article.find(source.headline)[:1]))
    return Share(len(words - headline), article.words)


def year_from_context(story: Story, claim: Claim, date: Date) -> bool:
    """Whether a date's year is the editor's reading: no article the claim rests on states it."""
    texts = [story.articles[file].text for file in articles_of(story, claim)]
    return bool(texts) and not _stated(date, texts)


def publication_from_context(story: Story, source: Source) -> bool:
    """Whether the year of an article's publication stands elsewhere than in the article."""
    article = story.articles.get(source.file)
    date = source.published
    return article is not None and date is not None and not _stated(date, [article.text])


def articles_of(story: Story, claim: Claim) -> tuple[str, ...]:
    """The files of the articles in which a claim's quotations stand, by their names."""
    files = {article.file for q in claim.quote for article, _ in places_of(q, claim, story)}
    return tuple(sorted(files))


def independent_of(story: Story, files: Iterable[str]) -> tuple[Article, ...]:
    """The articles among some files of a story that somebody else wrote."""
    own = {source.file for source in story.record.sources if source.own} if story.record else set()
    return tuple(story.articles[file] for file in files if file not in own)


def _stated(date: Date, texts: list[str]) -> bool:
    """Whether every year of a date stands in one of the texts; an unknown one need not."""
    return not date.year_known or states(" ".join(texts), date)
