"""From what was found in a story's articles to the draft of its record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from tools.draft.draft import Draft, draft_of
from tools.draft.findings import Point
from tools.draft.quoting import Quoting
from tools.draft.reading import Reading, read
from tools.draft.unseen import seen
from tools.model.article import Article
from tools.model.claims import anchor
from tools.model.dates import Date
from tools.model.record import (
    UNKNOWN_BASIS,
    Answer,
    Candidate,
    Claim,
    Event,
    Explainer,
    Figure,
    KeyPoint,
    Profile,
    ShortForm,
    Source,
    Stance,
    Unknown,
)
from tools.model.vocabulary import Vocabulary

MOST_POINTS = 5
Drafts = Sequence[tuple[Quoting, Draft]]


def record(
    articles: Mapping[str, Article],
    vocabulary: Vocabulary,
    published: Mapping[str, Date] | None = None,
) -> Explainer:
    """The draft of a story's record, from its articles in the order of their names.

    `published` has the day of articles, by file, whose texts do not state it.
    What can be quoted in no way that a reader could find again is left out.
    Raises `ValueError` where there is no article with a line of text, and `NoModelError` where
    drafting is not installed.
    """
    given = published or {}
    drafts = [
        (
            Quoting(article, articles.values()),
            draft_of(read(article.text), vocabulary, given.get(n)),
        )
        for n, article in with_text(articles)
    ]
    sources = [source_of(quoting.article, draft.reading, given) for quoting, draft in drafts]
    claims = {kind: tuple(anchored(kind, _once(CLAIMS[kind](drafts)))) for kind in CLAIMS}
    return Explainer.model_validate(
        {
            "title": sources[0].headline,
            "status": "draft",
            "drafted": "machine",
            "sources": tuple(sources),
            "answer": next(_answers(drafts), None),
            "candidates": tuple(_candidates(drafts)),
            "glossary": tuple(sorted({name for _, draft in drafts for name in draft.glossary})),
            **claims,
        }
    )


def with_text(articles: Mapping[str, Article]) -> list[tuple[str, Article]]:
    """The articles in which there is anything to draft, by their names.

    Raises `ValueError` where there is none.
    """
    found = [(name, one) for name, one in sorted(articles.items()) if first_line(one.text)]
    if not found:
        raise ValueError("there is no article: put its text into article.txt in the story's folder")
    return found


def first_line(text: str) -> str:
    """The first line of a text in which there is anything to see, its white space folded."""
    return next(filter(None, map(seen, text.splitlines())), "")


def source_of(article: Article, reading: Reading, given: Mapping[str, Date]) -> Source:
    """An article's entry: what the text states, else what is given by its file, else null."""
    stated = Date(reading.published) if reading.published else None
    return Source(
        file=article.file,
        sha256=article.sha256,
        headline=seen(reading.headline or "") or first_line(article.text),
        author=seen(" and ".join(reading.authors)) or None,
        published=stated or given.get(article.file),
        published_basis=None if stated or article.file not in given else UNKNOWN_BASIS,
    )


def _once(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Claims without those that say what an earlier one says: two articles of one agency do."""
    found: dict[tuple[str, ...], Claim] = {}
    for claim in claims:
        said = claim.model_dump(exclude={"quote", "source"})
        found.setdefault(tuple(map(str, said.values())), claim)
    return list(found.values())


def _answers(drafts: Drafts) -> Iterator[Answer]:
    for quoting, draft in drafts:
        if draft.answer and (rest := quoting.at(draft.answer.span)):
            yield Answer(text=seen(draft.answer.text), **rest)


def _points(drafts: Drafts) -> Sequence[Claim]:
    """Key points, in turn from each article, so that a second one is heard as well."""
    lists = [
        [
            KeyPoint(text=seen(point.text), **rest)
            for point in draft.key_points
            if (rest := quoting.at(point.span))
        ]
        for quoting, draft in drafts
    ]
    longest = max(map(len, lists))
    turns = chain.from_iterable([one[turn : turn + 1] for one in lists] for turn in range(longest))
    return _once(list(chain.from_iterable(turns)))[:MOST_POINTS]


def _events(drafts: Drafts) -> Sequence[Claim]:
    found = [
        Event(date=event.date, text=seen(event.text), **rest)
        for quoting, draft in drafts
        for event in draft.timeline
        if (rest := quoting.at(event.span))
    ]
    return sorted(found, key=lambda event: event.date.order)


def _stances(drafts: Drafts) -> Sequence[Claim]:
    """Each position of a company once for one date; a company not yet listed by its name."""
    found = {}
    for quoting, draft in drafts:
        for stance in draft.stances:
            company = stance.company_id or seen(stance.company)
            key = company, stance.position, stance.date and stance.date.text
            if key not in found and (rest := quoting.at(stance.span)):
                found[key] = Stance(
                    company=company,
                    position=stance.position,
                    date=stance.date,
                    text=seen(stance.text),
                    **rest,
                )
    return list(found.values())


def _candidates(drafts: Drafts) -> Iterator[Candidate]:
    """What an editor decides, in the order of likelihood, article by article."""
    for quoting, draft in drafts:
        for one in draft.candidates:
            if rest := quoting.at(one.span):
                yield Candidate(
                    company=one.company_id or seen(one.company),
                    quote=rest["quote"],
                    positions=one.positions,
                )


def _people(drafts: Drafts) -> Sequence[Claim]:
    found = {
        name.name: Profile(name=seen(name.name), description=seen(name.description), **rest)
        for quoting, draft in reversed(drafts)
        for name in reversed(draft.who)
        if (rest := quoting.at(name.span))
    }
    return list(reversed(found.values()))


def _figures(drafts: Drafts) -> Sequence[Claim]:
    return [
        Figure(value=seen(figure.value), text=seen(figure.text), **rest)
        for quoting, draft in drafts
        for figure in draft.figures
        if (rest := quoting.at(figure.span))
    ]


def _unknowns(drafts: Drafts) -> Sequence[Claim]:
    def points() -> Iterator[tuple[Quoting, Point]]:
        for quoting, draft in drafts:
            yield from ((quoting, point) for point in draft.unknowns)

    return [
        Unknown(text=seen(point.text), **rest)
        for quoting, point in points()
        if (rest := quoting.at(point.span))
    ]


def _terms(drafts: Drafts) -> Sequence[Claim]:
    found = {
        form.short: ShortForm(short=seen(form.short), long=seen(form.long), **rest)
        for quoting, draft in reversed(drafts)
        for form in reversed(draft.terms)
        if (rest := quoting.at(form.span))
    }
    return list(reversed(found.values()))


def anchored(kind: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of a list, with an id where the derived anchor is taken."""
    taken: set[str] = set()
    for claim in claims:
        name = anchor(kind, claim)
        free = name
        number = 1
        while free in taken:
            number += 1
            free = f"{name.rstrip('-')}-{number}"
        taken.add(free)
        yield claim if free == name else claim.model_copy(update={"id": free})


CLAIMS = {
    "key_points": _points,
    "timeline": _events,
    "stances": _stances,
    "who": _people,
    "figures": _figures,
    "unknowns": _unknowns,
    "terms": _terms,
}
