"""What rests on nothing that changed is not made again; what is, is what a new build makes."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.project import write_site_seeds
from tools.files.kept import Kept
from tools.files.read import seeds
from tools.model.dates import Date
from tools.model.part import Part
from tools.model.story import Seeds, Story
from tools.model.vocabulary import Milestone
from tools.pages import Page, Settings, Site, jobs
from tools.publish import sheets, text

URL = "https://stand.example/"
STORY = "2031-05-acme-maps"
# pages and files of one story or entry, which nothing but what they tell of may have made anew
OF_ONE = ("explainers/", "topics/", "companies/", "authorities/", "sources/", "api/v1/explainers/")
LISTS = {f"{name}index.md" for name in OF_ONE}
# what shares neither a demand nor a company with that story
APART = re.compile(r"/(2032-0\d-[a-z-]+|2031-0[489]-[a-z-]+|bells)[./]")
Edit = Callable[[Seeds], Seeds]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Seeds:
    root = tmp_path_factory.mktemp("seeds")
    write_site_seeds(root)
    return seeds(root)[0]


def built(found: Seeds, kept: Kept | None = None, **told: Any) -> tuple[dict[str, str], set[str]]:
    """The text of every file, and the paths of those that had to be made."""
    site = Site(found, Settings(**{"url": URL, **told}))
    made = {}
    anew = set()
    for sheet in sheets(site, jobs(site, "# Home\n"), kept):
        made[sheet.path] = sheet.digest
        if sheet.made is not None:
            anew.add(sheet.path)
    return made, anew


def after(found: Seeds, changed: Seeds) -> tuple[set[str], set[str]]:
    """What is made anew after a change, and what differs; what was kept is what a new build has."""
    with tempfile.TemporaryDirectory() as folder:
        before, _ = filled(found, Path(folder))
        with opened(Path(folder)) as kept:
            warm, anew = built(changed, kept)
    cold, _ = built(changed)
    assert warm == cold
    return anew, {path for path, digest in cold.items() if before.get(path) != digest}


@contextmanager
def opened(folder: Path, version: str = "1") -> Iterator[Kept]:
    kept = Kept(folder, "site", version)
    yield kept
    kept.close()


def filled(found: Seeds, folder: Path) -> tuple[dict[str, str], set[str]]:
    with opened(folder) as kept:
        return built(found, kept)


def of_story(name: str, /, **fields: Any) -> Edit:
    """A change of a record."""

    def edit(found: Seeds) -> Seeds:
        return replace(found, stories=tuple(map(changed, found.stories)))

    def changed(story: Story) -> Story:
        if story.name != name or story.record is None:
            return story
        made = {
            key: value(getattr(story.record, key)) if callable(value) else value
            for key, value in fields.items()
        }
        return replace(story, record=story.record.model_copy(update=made))

    return edit


def of_entry(kind: str, entry: str, /, **fields: Any) -> Edit:
    """A change of an entry of a list."""

    def edit(found: Seeds) -> Seeds:
        entries = dict(getattr(found.vocabulary, kind))
        entries[entry] = entries[entry].model_copy(update=fields)
        return replace(found, vocabulary=replace(found.vocabulary, **{kind: entries}))

    return edit


def first(**fields: Any) -> Callable[[tuple[Part, ...]], tuple[Part, ...]]:
    """A list whose first entry is another."""
    return lambda parts: (parts[0].model_copy(update=fields), *parts[1:]) if parts else parts


def without(name: str) -> Edit:
    return lambda found: replace(
        found, stories=tuple(story for story in found.stories if story.name != name)
    )


def of_publication(**fields: Any) -> Edit:
    def edit(found: Seeds) -> Seeds:
        publication = found.publication.model_copy(update=fields)
        return replace(found, publisher=replace(found.publisher, publication=publication))

    return edit


EDITS: dict[str, Edit] = {
    "a title": of_story(STORY, title="Another title?"),
    "an answer": of_story(STORY, answer=lambda one: one.model_copy(update={"text": "Another."})),
    "a key point": of_story(STORY, key_points=first(text="Another point.")),
    "an event": of_story(STORY, timeline=first(text="Something else happened.")),
    "the day of an event": of_story(STORY, timeline=first(date=Date("2029-02-03"))),
    "the words of a position": of_story(STORY, stances=first(text="Says something else.")),
    "a position": of_story(STORY, stances=first(position="complies")),
    "the day of a position": of_story(STORY, stances=first(date=Date("2030-01"))),
    "who holds a position": of_story(STORY, stances=first(company="bolt")),
    "a question": of_story(STORY, sections=first(heading="Why else?")),
    "a person": of_story(STORY, who=first(description="Somebody else.")),
    "words of the glossary": of_story(STORY, glossary=()),
    "a note": of_story(STORY, notes=first(text="Another note.")),
    "a headline": of_story(STORY, sources=first(headline="Another headline")),
    "the day of an article": of_story(STORY, sources=first(published=Date("2031-05-02"))),
    "the topic": of_story(STORY, topic="bells"),
    "an earlier name": of_story(STORY, was=("once-upon-a-time",)),
    "a review": of_story(STORY, reviewed=Date("2033-01-01")),
    "a draft again": of_story(STORY, status="draft"),
    "a story less": without(STORY),
}
OF_THE_RECORD = frozenset(EDITS)
EDITS |= {
    "the name of a company": of_entry("companies", "acme", name="Acme & Sons"),
    "an owner": of_entry("companies", "acme", parent="bolt"),
    "another earlier id": of_entry("companies", "acme", was=("acne",)),
    "the name of a topic": of_entry("topics", "town-maps", name="Maps again"),
    "who asks": of_entry("topics", "town-maps", by=()),
    "since when it is asked": of_entry(
        "topics", "town-maps", asked=Milestone(date=Date("2031-05-20"), how="it was asked")
    ),
    "the name of who asks": of_entry("authorities", "town", name="The Town"),
    "a word": of_entry("glossary", "map-order", definition="Something else."),
    "an earlier id of a word": of_entry("glossary", "map-order", was=("map-law",)),
    "a label": of_entry("positions", "refuses", label="Says no"),
    "the name of the publication": of_publication(name="Another"),
}


def _on(found: Seeds, topic: str) -> list[str]:
    """The names of the stories about a demand."""
    return [story.name for story in found.stories if story.record and story.record.topic == topic]


@pytest.mark.parametrize("name", EDITS)
def test_what_a_change_touches_is_made_anew_and_nothing_else_of_one_story(
    name: str, found: Seeds
) -> None:
    changed = EDITS[name](found)
    assert changed != found
    anew, different = after(found, changed)
    assert different
    assert different <= anew | {"sitemap.xml", "robots.txt"}
    if name in OF_THE_RECORD:
        idle = {path for path in anew - different if path.startswith(OF_ONE)} - LISTS
        # a citation rests on the steps that its page has, and tells the last day alone
        changed_pages = [path.removesuffix("index.md") for path in different]
        idle -= {f"{page}cite.{form}" for page in changed_pages for form in ("bib", "ris")}
        if name == "the topic":
            # an explainer rests on the whole tracks of its companies, and tells what came after it
            idle -= {f"explainers/{one}/index.md" for one in _on(found, "bells")}
        assert {path for path in idle if APART.search(path)} == set()


@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=2, max_size=4, unique=True))
@settings(max_examples=12)
def test_any_changes_together_give_what_a_new_build_gives(found: Seeds, names: list[str]) -> None:
    changed = found
    for name in names:
        changed = EDITS[name](changed)
    after(found, changed)


def test_nothing_is_made_where_nothing_changed(found: Seeds, tmp_path: Path) -> None:
    first_time, made = filled(found, tmp_path)
    assert made == first_time.keys()
    again, anew = filled(found, tmp_path)
    assert again == first_time
    assert anew <= {"sitemap.xml", "robots.txt"}


def test_other_settings_make_everything_anew(found: Seeds, tmp_path: Path) -> None:
    everything, _ = filled(found, tmp_path)
    with opened(tmp_path) as kept:
        _, anew = built(found, kept, repository="https://code.example/x")
    assert anew >= everything.keys() - {"sitemap.xml", "robots.txt"}


def test_a_text_is_made_when_it_is_wanted_though_it_was_kept(found: Seeds, tmp_path: Path) -> None:
    filled(found, tmp_path)
    site = Site(found, Settings(url=URL))
    with opened(tmp_path) as kept:
        (sheet,) = [
            one
            for one in sheets(site, jobs(site, ""), kept)
            if one.path == f"explainers/{STORY}/index.md"
        ]
    assert sheet.made is None
    page = sheet.content()
    assert isinstance(page, Page)
    assert text(sheet) == page.text


@pytest.fixture
def torn(found: Seeds, tmp_path: Path) -> Iterator[Path]:
    filled(found, tmp_path)
    (path,) = (tmp_path / ".cache").glob("site-*.sqlite")
    return path


def test_a_cache_of_another_version_is_begun_anew(found: Seeds, tmp_path: Path) -> None:
    everything, _ = filled(found, tmp_path)
    with opened(tmp_path, "2") as kept:
        _, anew = built(found, kept)
    assert anew == everything.keys()
    with opened(tmp_path, "2") as kept:
        assert kept.all("made").keys() <= everything.keys()


@pytest.mark.parametrize("how", ["cut", "rubbish", "empty", "folder", "forged"])
def test_a_torn_cache_costs_time_and_nothing_else(
    how: str, found: Seeds, torn: Path, tmp_path: Path
) -> None:
    data = torn.read_bytes()
    if how == "cut":
        torn.write_bytes(data[: len(data) // 2])
    elif how == "rubbish":
        torn.write_bytes(b"no database at all" * 1000)
    elif how == "empty":
        torn.write_bytes(b"")
    elif how == "folder":
        torn.unlink()
        torn.mkdir()
    else:
        torn.write_bytes(data.replace(b'"digest": "', b'"digest": "f'))
    with opened(tmp_path) as kept:
        warm, _ = built(found, kept)
    assert warm == built(found)[0]


def test_a_folder_that_cannot_be_written_costs_time_and_nothing_else(
    found: Seeds, tmp_path: Path
) -> None:
    (tmp_path / ".cache").write_text("a file where the folder would be")
    with opened(tmp_path) as kept:
        assert kept.fault
        assert built(found, kept)[0] == built(found)[0]


def test_two_builds_at_once_get_what_one_gets(found: Seeds, tmp_path: Path) -> None:
    with opened(tmp_path) as one, opened(tmp_path) as other:
        first_, second = built(found, one)[0], built(found, other)[0]
    assert first_ == second == built(found)[0]


def test_an_entry_is_lost_when_nobody_asks_for_it(tmp_path: Path) -> None:
    with opened(tmp_path) as kept:
        kept.put("final", "a", b"1")
        kept.put("final", "b", b"2")
    with opened(tmp_path) as kept:
        assert kept.get("final", "a") == b"1"
    with opened(tmp_path) as kept:
        assert (kept.get("final", "a"), kept.get("final", "b")) == (b"1", None)


def test_facts_are_data(found: Seeds, tmp_path: Path) -> None:
    filled(found, tmp_path)
    with opened(tmp_path) as kept:
        entry = json.loads(kept.all("made")[f"explainers/{STORY}/index.md"])
    assert ["story", STORY] in entry["facts"]
    assert entry["listed"]["address"] == f"explainers/{STORY}/"
