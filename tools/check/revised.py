"""A story as it was and as it is, and the rules about what of it stays where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from shlex import join

from tools.check.rule import Problems
from tools.model.problem import Problem
from tools.model.story import Story

PUBLISHED = ("reviewed", "withdrawn")


@dataclass(frozen=True)
class Revised:
    """A story as it was and as it is; `revision` is what messages call the old state.

    `led` has the earlier id of each topic that took the place of another.
    """

    old: Story
    new: Story
    revision: str
    led: Mapping[str, str] = field(default_factory=dict)

    @property
    def readable(self) -> bool:
        """Whether both records could be read as a whole; what could not, other rules report."""
        return all(one.record is not None and one.complete for one in (self.old, self.new))

    @property
    def reviewed(self) -> bool:
        """Whether both records are reviewed, and could be read as a whole."""
        statuses = [one.record.status for one in (self.old, self.new) if one.record]
        return self.readable and statuses == ["reviewed", "reviewed"]


RevisionRule = Callable[[Revised], Problems]


def story_stays(story: Story, others: Iterable[Story], revision: str) -> Problems:
    """A page that was published keeps its address, or its new folder names the old one."""
    if story.record is None or story.record.status not in PUBLISHED:
        return
    others = list(others)
    if any(other.record and story.name in other.record.was for other in others):
        return
    known = {article.sha256 for article in story.articles.values()}
    renamed = [
        other.name
        for other in others
        if any(article.sha256 in known for article in other.articles.values())
    ]
    folder = story.path.rpartition("/")[0]
    parent = folder.rpartition("/")[0]
    if renamed:
        message = f"folder must keep its name, which is the address of its page: {renamed[0]!r}"
        way_out = (
            f"Name it back: {join(['git', 'mv', f'{parent}/{renamed[0]}', folder])}; or write in "
            f"its record: was: [{story.name}]"
        )
    else:
        message = f"story must not vanish, for links lead to its page: {story.name!r}"
        way_out = (
            f"{restore(revision, folder)}; or, where the page must go, restore it and set status: "
            "withdrawn and withdrawn: {date: …, text: why it was withdrawn}"
        )
    yield Problem(story.path, 1, 1, message, way_out)


def articles_stay(pair: Revised) -> Problems:
    """An article is never edited, and never removed."""
    folder = pair.new.path.rpartition("/")[0]
    for file, article in pair.old.articles.items():
        now = pair.new.articles.get(file)
        if now and now.text == article.text:
            continue
        line = _first_difference(article.text, now.text) if now else 1
        said = "changed here" if now else "gone, or cannot be read"
        yield Problem(
            f"{folder}/{file}",
            line,
            1,
            f"article must stay as it came, and is {said}: {file!r}",
            f"{restore(pair.revision, f'{folder}/{file}')}; what it has wrong is said in an "
            "editor's note",
        )


def restore(revision: str, path: str) -> str:
    """The way back to what a file or a folder was at a revision."""
    return f"Restore it: {join(['git', 'checkout', revision, '--', path])}"


def _first_difference(old: str, new: str) -> int:
    """The number of the first line that differs, from 1."""
    lines = zip(old.split("\n"), new.split("\n"), strict=False)
    pairs = enumerate(lines, start=1)
    return next((number for number, (before, now) in pairs if before != now), 1)


def review_stays(pair: Revised) -> Problems:
    """A reviewed page does not become a draft again."""
    if pair.old.record is None or pair.new.record is None:
        return
    if pair.old.record.status in PUBLISHED and pair.new.record.status == "draft":
        yield pair.new.problem(
            ("status",),
            "must not be draft once the page was published: 'draft'",
            f"Set status: {pair.old.record.status}; a page that must go becomes withdrawn.",
        )
