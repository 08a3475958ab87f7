"""Rules about demands: who asks, of what kind it is, since when, and how it ended."""

from __future__ import annotations

from collections.abc import Iterator

from tools.check.list_rule import ListRule
from tools.check.rule import Problems, one_of, places_named
from tools.model.dates import FORMS
from tools.model.problem import did_you_mean, shorten
from tools.model.story import Lists, Seeds, Story
from tools.model.vocabulary import AUTHORITIES, DEMANDS, Authority, Milestone, Topic


def authorities_have_a_kind(one: Lists, _: Seeds) -> Problems:
    """An authority is of one of the known kinds."""
    for number, entry in one.entries:
        if isinstance(entry, Authority) and entry.kind not in AUTHORITIES:
            yield one.problem(
                (number, "kind"),
                f"must be one of {', '.join(AUTHORITIES)}: {shorten(entry.kind)}",
                one_of(entry.kind, AUTHORITIES),
            )


def topics_have_a_kind(one: Lists, _: Seeds) -> Problems:
    """A demand is of one of the known kinds; a list from before demands had any has notices."""
    for number, entry in one.entries:
        if isinstance(entry, Topic) and entry.kind is None:
            yield one.problem(
                (number, "kind"),
                "should say of what kind the demand is",
                f"Write: kind: one of {', '.join(DEMANDS)}",
                notice=True,
            )
        elif isinstance(entry, Topic) and entry.kind not in DEMANDS:
            yield one.problem(
                (number, "kind"),
                f"must be one of {', '.join(DEMANDS)}: {shorten(entry.kind)}",
                one_of(entry.kind or "", DEMANDS),
            )


def topics_are_asked_by_somebody(one: Lists, seeds: Seeds) -> Problems:
    """A demand says who makes it: authorities of the list, each once.

    A list from before demands named anybody has notices.
    """
    for number, entry in one.entries:
        if not isinstance(entry, Topic):
            continue
        written = (number, "by") in one.places
        if not entry.by:
            yield one.problem(
                (number, "by"),
                f"{'must' if written else 'should'} name who asks",
                "Write ids of seeds/vocabulary/authorities.yml: by: [ostvale-police]; where all "
                "states ask the same: by: [authorities-worldwide]",
                notice=not written,
            )
        for index, name in enumerate(entry.by):
            if seeds.vocabulary.lacks("authorities", name):
                yield one.problem(
                    (number, "by", index),
                    f"must be the id of an authority: {shorten(name)}",
                    f"{did_you_mean(name, seeds.vocabulary.authorities)} A new one goes into "
                    "seeds/vocabulary/authorities.yml.",
                )
            elif name in entry.by[:index]:
                yield one.problem(
                    (number, "by", index), f"must be named once: {shorten(name)}", "Delete one."
                )


def milestones(one: Lists) -> Iterator[tuple[int, str, Milestone]]:
    """Since when each demand is asked and how it ended, where that is given."""
    for number, entry in one.entries:
        for key in ("asked", "ended") if isinstance(entry, Topic) else ():
            if (milestone := getattr(entry, key)) is not None:
                yield number, key, milestone


def milestones_are_dated(one: Lists, _: Seeds) -> Problems:
    """A demand was made and ended on legal dates, and did not end before it was made."""
    for number, key, milestone in milestones(one):
        if milestone.date.fault:
            yield one.problem(
                (number, key, "date"),
                f"must {milestone.date.fault}: {milestone.date.text!r}",
                f"Legal are: {FORMS}.",
            )
    for number, entry in one.entries:
        if not isinstance(entry, Topic) or not entry.asked or not entry.ended:
            continue
        asked, ended = entry.asked.date, entry.ended.date
        if not (asked.fault or ended.fault) and ended.latest < asked.earliest:
            yield one.problem(
                (number, "ended", "date"),
                f"must not be before it was asked, {asked.text}: {ended.text!r}",
                "Mend the one that is wrong; what was asked anew is another topic.",
            )


def milestones_have_receipts(one: Lists, seeds: Seeds) -> Problems:
    """The passage of a milestone stands word for word, and once, in the articles of its story."""
    stories = {story.name: story for story in seeds.stories}
    for number, key, milestone in milestones(one):
        story = stories.get(milestone.story or "")
        if milestone.story is not None and story is None:
            yield one.problem(
                (number, key, "story"),
                f"must be the name of a story: {shorten(milestone.story)}",
                did_you_mean(milestone.story, stories),
            )
        elif milestone.quote and story is None:
            yield one.problem(
                (number, key),
                "must name the story in whose article its quotation stands",
                "Write: story: the name of its folder in seeds/stories",
            )
        elif story is not None and not milestone.quote:
            yield one.problem(
                (number, key),
                f"must quote an article of the story that it names: {shorten(milestone.story)}",
                "Write: quote: the passage that says so; or write story: null",
            )
        elif story is not None:
            yield from _receipts(one, (number, key), milestone, story)


def _receipts(one: Lists, path: tuple[int, str], milestone: Milestone, story: Story) -> Problems:
    for index, quotation in enumerate(milestone.quote):
        articles = [story.articles[file] for file in sorted(story.articles)]
        found = [(article, span) for article in articles for span in article.find(quotation)]
        field = (*path, "quote", index)
        if not articles or len(found) == 1:
            continue  # without a readable article, that is the Problem
        yield one.problem(
            field if field in one.places else field[:-1],
            f"must stand once in the articles of {story.name}, and stands {len(found)} times "
            f"({places_named(found)}): {shorten(quotation)}"
            if found
            else f"must stand word for word in an article of {story.name}: {shorten(quotation)}",
            "Quote more words around it, so that it stands in one place only."
            if found
            else f"Copy its words from {' or '.join(a.file for a in articles)}.",
        )


RULES: tuple[ListRule, ...] = (
    authorities_have_a_kind,
    topics_have_a_kind,
    topics_are_asked_by_somebody,
    milestones_are_dated,
    milestones_have_receipts,
)
