"""Rules about quotations: the build fails where a claim's receipt does not stand in its article."""

from __future__ import annotations

from tools.check.rule import QUOTATION_MARKS, Problems, Rule, places_named, record_of
from tools.model.article import Article
from tools.model.claims import Placed, claims
from tools.model.nearest import Nearest, nearest
from tools.model.problem import Path, did_you_mean, shorten
from tools.model.receipts import places_of, receipts, share
from tools.model.story import Story
from tools.model.text import line_of, sentence_around
from tools.model.vocabulary import Vocabulary

WIDEST = 400  # characters of an article that a message shows
MOST_NEAREST = 20  # quotations of a record whose nearest passage is looked for
COPY = "Copy its words from the article; mend those above, and the nearest passage is shown here."
MOST_DIFFERENCES = 3  # that a message tells; more than that, and the sentence says more


def quotations_are_true(story: Story, _: Vocabulary) -> Problems:
    """Each quotation stands word for word in the record's articles, and in one place only."""
    if not story.cited:
        return
    told = 0
    for placed in claims(record_of(story)):
        source = placed.claim.source
        if source is not None and source not in [article.file for article in story.cited]:
            continue  # reported by claim_sources_are_listed
        if not placed.claim.quote:
            yield story.problem((*placed.path, "quote"), "must be given", "Quote the article.")
        for index, quotation in enumerate(placed.claim.quote):
            for problem in _one(story, placed, index, quotation, look=told < MOST_NEAREST):
                told += 1
                yield problem


def _one(story: Story, placed: Placed, index: int, quotation: str, *, look: bool) -> Problems:
    """The Problem of one quotation; `look` says whether to look for the nearest passage."""
    path: Path = (*placed.path, "quote")
    if (*path, index) in story.places:
        path = (*path, index)
    found = places_of(quotation, placed.claim, story)
    if len(found) > 1:
        files = {article.file for article, _ in found}
        way_out = "Quote more words around it, so that it stands in one place only."
        if len(files) > 1:
            way_out += f" Or name its article: source: {found[0][0].file}"
        yield story.problem(
            path,
            f"must stand once in the articles, and stands {len(found)} times "
            f"({places_named(found)}): {shorten(quotation)}",
            way_out,
        )
    if not found and (placed.claim.source or not story.lost):  # else it may stand in what is lost
        articles = [a for a in story.cited if placed.claim.source in (None, a.file)]
        yield story.problem(
            path,
            f"must stand word for word in {' or '.join(a.file for a in articles)}: "
            f"{shorten(quotation)}",
            _way_out(quotation, articles) if look else COPY,
        )


def _way_out(quotation: str, articles: list[Article]) -> str:
    if "…" in quotation or "..." in quotation:
        return "Leave nothing out: write a list of the passages before and after the dots."
    bare = quotation.strip(QUOTATION_MARKS)
    if bare != quotation and any(article.find(bare) for article in articles):
        return f"Leave out the quotation marks around it: {shorten(bare)}"
    near = [(found, a) for a in articles if (found := nearest(quotation, a.text))]
    if not near:
        return "No passage is near it; copy the words from the article."
    best, article = min(near, key=lambda pair: len(pair[0].differences))
    sentence = sentence_around(best.span, article.text).of(article.text)
    return (
        f"Nearest is {article.file}, line {line_of(best.span.start, article.text)}: "
        f"{shorten(sentence, WIDEST)}.{_difference(best)}"
    )


def _difference(found: Nearest) -> str:
    said = [_said(here, there) for here, there in found.differences[:MOST_DIFFERENCES]]
    return f" The quotation has {'; '.join(said)}." if said else ""


def _said(here: str, there: str) -> str:
    if not there:
        return f"{here!r} too much"
    return f"{here!r} where it has {there!r}" if here else f"left out {there!r}"


def claim_sources_are_listed(story: Story, _: Vocabulary) -> Problems:
    """A claim that names its source names one of the record's."""
    record = record_of(story)
    files = [source.file for source in record.sources]
    for placed in claims(record):
        source = placed.claim.source
        if source is not None and source not in files:
            yield story.problem(
                (*placed.path, "source"),
                f"must be a source of the record: {shorten(source)}",
                did_you_mean(source, files),
            )


def quotations_are_few(story: Story, _: Vocabulary) -> Problems:
    """Of an article whose rights are its owner's, a page quotes a part and never the whole."""
    record = record_of(story)
    quoted = receipts(story)
    for index, source in enumerate(record.sources):
        article = story.articles.get(source.file)
        if source.licence is not None or article is None:
            continue
        part = share(source, article, quoted)
        if part.quoted > part.limit:
            yield story.problem(
                ("sources", index, "file"),
                f"must not be quoted at more than {part.limit} of its {part.total} words: "
                f"'{part.quoted}'",
                "Shorten the longest quotations to the words that carry the claim.",
                notice=record.status == "draft",
            )


RULES: tuple[Rule, ...] = (quotations_are_true, claim_sources_are_listed, quotations_are_few)
