"""A verdict that is kept is the one that would be found: after any edit, and of this code alone."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.project import write_site_seeds
from tools.check import check
from tools.check.verdicts import Verdicts
from tools.commands import known as engine
from tools.files.kept import FOLDER, Kept
from tools.files.read import seeds
from tools.model.article import Article
from tools.model.problem import Problem
from tools.model.story import Story
from tools.model.vocabulary import ENTRIES, Company, Topic, Vocabulary

RECORDS = "seeds/stories/*/explainer.yml"
WORDS = (
    "Acme",
    "Bolt & Sons",
    "1 May 2031",
    "12,000 users",
    "draft",
    "reviewed",
    "2099-01-01",
    "acme",
    "null",
    "",
    "#",
    '"',
    "\u200b",
    "checked: [date-differs]",
    "was: [2031-05-acme-maps]",
    "\n",
)


def as_rows(problems: list[Problem]) -> list[str]:
    """Problems as they are told, with what is no part of their comparison."""
    return [f"{one} {one.notice} {one.id}" for one in problems]


def warm(root: Path, only: tuple[str, ...] = ()) -> list[str]:
    """What `check` says with what it kept, which it keeps again."""
    kept = Kept(root, "records-tests", "1")
    found, unread = seeds(root, kept)
    problems = check(found, unread, only, kept)
    kept.close(prune=not only)
    assert kept.fault == ""
    return as_rows(problems)


def cold(root: Path, only: tuple[str, ...] = ()) -> list[str]:
    found, unread = seeds(root)
    return as_rows(check(found, unread, only))


def replaced(draw: st.DrawFn, path: Path) -> None:
    """A piece of a file gives way to another."""
    text = path.read_text("utf-8")
    start = draw(st.integers(0, len(text)))
    length = draw(st.sampled_from([0, 1, 5, 40]))
    path.write_text(text[:start] + draw(st.sampled_from(WORDS)) + text[start + length :], "utf-8")


def changed_value(draw: st.DrawFn, path: Path) -> None:
    """A value of a file gives way to another, so that it can still be read."""
    text = path.read_text("utf-8")
    lines = text.splitlines(keepends=True)
    number = draw(st.sampled_from([n for n, line in enumerate(lines) if ": " in line]))
    key, _, value = lines[number].partition(": ")
    word = draw(st.sampled_from([*WORDS[:9], value.strip()[::-1]]))
    lines[number] = f"{key}: {yaml.safe_dump(word, width=10_000).splitlines()[0]}\n"
    path.write_text("".join(lines), "utf-8")


def folder_of(draw: st.DrawFn, root: Path) -> Path | None:
    folders = sorted((root / "seeds/stories").iterdir())
    return draw(st.sampled_from(folders)) if folders else None


def renamed(draw: st.DrawFn, root: Path) -> None:
    if folder := folder_of(draw, root):
        name = draw(st.sampled_from(["a", "b-b", "A", "z-z"]))
        if not folder.with_name(name).exists():
            folder.rename(folder.with_name(name))


def deleted(draw: st.DrawFn, root: Path) -> None:
    if folder := folder_of(draw, root):
        shutil.rmtree(folder)


def copied(draw: st.DrawFn, root: Path) -> None:
    """A story again under another name: its articles are told twice."""
    if folder := folder_of(draw, root):
        shutil.copytree(folder, folder.with_name(f"{folder.name}-b"), dirs_exist_ok=True)


def one_of(pattern: str, change: Callable[[st.DrawFn, Path], None]) -> Callable[..., None]:
    def changed(draw: st.DrawFn, root: Path) -> None:
        if files := sorted(root.glob(pattern)):
            change(draw, draw(st.sampled_from(files)))

    return changed


EDITS: dict[str, Callable[[st.DrawFn, Path], None]] = {
    "a passage of a record": one_of(RECORDS, replaced),
    "a value of a record": one_of(RECORDS, changed_value),
    "an article": one_of("seeds/stories/*/*.txt", replaced),
    "a passage of a list": one_of("seeds/vocabulary/*.yml", replaced),
    "a value of a list": one_of("seeds/vocabulary/*.yml", changed_value),
    "a passage of the publication": one_of("seeds/publication.yml", replaced),
    "a value of the publication": one_of("seeds/publication.yml", changed_value),
    "the name of a story": renamed,
    "a story that is there no more": deleted,
    "a story that is there twice": copied,
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A part of the invented site: a reviewed story, one that rests on it, and a draft."""
    root = tmp_path_factory.mktemp("project")
    write_site_seeds(root)
    for folder in root.glob("seeds/stories/*"):
        if not folder.name.endswith(("-acme-maps", "-acme-answers", "-draft")):
            shutil.rmtree(folder)
    return root


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
@settings(max_examples=12)
@given(data=st.data())
def test_after_an_edit_check_says_what_it_would_say_without_what_it_kept(
    edit: Callable[[st.DrawFn, Path], None], project: Path, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "project")
        shutil.copytree(project, root)
        warm(root)
        for _ in range(2):
            edit(data.draw, root)
            assert warm(root) == cold(root)
        assert warm(root) == cold(root)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of the invented site."""
    write_site_seeds(tmp_path)
    return tmp_path


class Counted(Kept):
    """What is kept, and which verdicts are new."""

    def __init__(self, root: Path) -> None:
        super().__init__(root, "records-tests", "1")
        self.new: list[str] = []

    def put(self, kind: str, name: str, data: bytes) -> None:
        self.new.append(kind)
        super().put(kind, name, data)


def counted(root: Path, only: tuple[str, ...] = ()) -> list[str]:
    kept = Counted(root)
    found, unread = seeds(root, kept)
    check(found, unread, only, kept)
    kept.close(prune=not only)
    return sorted(kept.new)


def test_only_what_changed_is_read_and_judged_again(own: Path) -> None:
    number = len(list(own.glob(RECORDS)))
    assert counted(own).count("verdict") == number
    assert counted(own) == []
    record = min(own.glob(RECORDS))
    record.write_text(record.read_text("utf-8") + "# more\n", "utf-8")
    assert counted(own) == ["record", "verdict"]
    article = record.with_name("article.txt")
    article.write_text(article.read_text("utf-8") + "More.\n", "utf-8")
    assert counted(own) == ["verdict"]
    record.parent.rename(record.parent.with_name("z-z"))
    assert counted(own).count("verdict") >= 1


def test_a_check_of_one_story_keeps_the_verdicts_of_the_others(own: Path) -> None:
    counted(own)
    name = min(own.glob("seeds/stories/*")).name
    assert counted(own, (name,)) == []
    assert counted(own) == []


def test_a_later_day_of_review_elsewhere_is_told_of_a_story_that_did_not_change(own: Path) -> None:
    """One that nobody touched is ahead of all others as soon as these are earlier."""
    ahead, other = (one for one in sorted(own.glob(RECORDS)) if "-acme-" in str(one))
    for record, year in ((ahead, 2039), (other, 2038)):
        text = record.read_text("utf-8")
        assert "\nreviewed: 2031" in text
        record.write_text(text.replace("\nreviewed: 2031", f"\nreviewed: {year}"), "utf-8")
    before = warm(own)
    assert before == cold(own)
    other.write_text(text, "utf-8")
    after = warm(own)
    assert after == cold(own)
    assert before != after


def test_a_verdict_rests_on_every_field_of_a_story() -> None:
    """A new field must go into the digest before it goes in here."""
    assert {one.name for one in fields(Story)} == {
        *("name", "path", "articles", "complete", "unread", "digest"),
        *("record", "places", "origins"),  # which are read from what `digest` is of
    }
    assert {one.name for one in fields(Vocabulary)} == {*ENTRIES, "unread", "axes"}


ACME = Company(id="acme", name="Acme", kind="club", description="One.", aliases=("A",))
NOTICE = Problem("path", 1, 1, "must", "Mend it.", notice=True, id="text-cut")
STORY = Story("path", name="story", digest="1", articles={"a.txt": Article("a.txt", "A")})
LISTS = Vocabulary(
    companies={"acme": Company(id="acme", name="Acme", kind="club", description="One.")},
    topics={"maps": Topic.model_construct(id="maps", name="Maps")},
)
OTHERS = [
    (replace(STORY, path="other"), LISTS, [], []),
    (replace(STORY, name="other"), LISTS, [], []),
    (replace(STORY, digest="2"), LISTS, [], []),
    (replace(STORY, complete=False), LISTS, [], []),
    (replace(STORY, unread=frozenset(["b.txt"])), LISTS, [], []),
    (replace(STORY, articles={}), LISTS, [], []),
    (replace(STORY, articles={"a.txt": Article("a.txt", "B")}), LISTS, [], []),
    (replace(STORY, articles={"a.txt": Article("b.txt", "A")}), LISTS, [], []),
    (STORY, replace(LISTS, topics={}), [], []),
    (STORY, replace(LISTS, companies={}), [], []),
    (STORY, replace(LISTS, companies={"acme": ACME}), [], []),
    (STORY, replace(LISTS, unread=frozenset(["topics"])), [], []),
    (STORY, replace(LISTS, axes=("deed",)), [], []),
    (STORY, LISTS, [NOTICE], []),
    (STORY, LISTS, [], [NOTICE]),
    (STORY, LISTS, [], [replace(NOTICE, id="date-differs")]),
]


@pytest.mark.parametrize("number", range(len(OTHERS)))
def test_a_verdict_is_that_of_no_other_story_and_of_no_other_lists(
    number: int, tmp_path: Path
) -> None:
    memory, asked = Counted(tmp_path), list[object]()
    for story, lists, unread, across in ((STORY, LISTS, [], []), OTHERS[number]):
        Verdicts(lambda *given: asked.append(given) or [], lists, memory).of(story, unread, across)
    memory.close()
    assert len(asked) == 2


def test_what_a_list_says_of_an_entry_leaves_verdicts_as_they_were(own: Path) -> None:
    counted(own)
    glossary = own / "seeds/vocabulary/glossary.yml"
    glossary.write_text(glossary.read_text("utf-8").replace("definition: ", "definition: So "))
    assert counted(own) == []


def test_a_rule_about_a_story_cannot_see_more_of_a_list_than_its_digest_has() -> None:
    def find(_: Story, lists: Vocabulary, *__: object) -> list[Problem]:
        assert list(lists.topics) == ["maps"]
        assert len(lists.topics) == 1
        assert not lists.lacks("topics", "maps")
        assert lists.topics["maps"]
        return []

    with pytest.raises(TypeError, match="ids of this list alone"):
        Verdicts(find, LISTS, None).of(STORY, [], [])


def test_an_article_that_is_gone_is_another_thing_than_one_that_cannot_be_read(own: Path) -> None:
    article = own / "seeds/stories/2031-05-acme-maps/article.txt"
    article.write_bytes(b"\xff")
    unread = warm(own)
    article.unlink()
    assert warm(own) == cold(own) != unread


def test_a_story_that_was_read_from_no_text_is_always_looked_at(own: Path) -> None:
    asked: list[str] = []
    memory = Counted(own)
    found = seeds(own)[0]
    story = found.stories[0]
    verdicts = Verdicts(lambda story, *_: asked.append(story.name) or [], found.vocabulary, memory)
    for digest in ("", "", "1", "1"):
        verdicts.of(Story(story.path, name=story.name, digest=digest), [], [])
    memory.close()
    assert len(asked) == 3


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"[[]]", b"\xff", b'["torn'])
def test_an_entry_that_is_no_verdict_is_found_anew(data: bytes, own: Path) -> None:
    found, unread = seeds(own)
    kept = Counted(own)
    expected = as_rows(check(found, unread, (), kept))
    for key in list(kept._used):
        kept.put(*key, data)
    assert as_rows(check(found, unread, (), kept)) == expected
    kept.close()


def test_the_verdicts_of_a_pull_request_are_not_believed(
    own: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    record = own / "seeds/stories/2031-05-acme-maps/explainer.yml"
    text = record.read_text("utf-8").replace("status: reviewed", "status: fine")
    record.write_text(text, "utf-8")
    kept = Counted(own)
    found, unread = seeds(own, kept)
    assert "'fine'" in str(check(found, unread, (), kept))
    for kind, name in list(kept._used):
        if kind == "verdict":
            kept.put(kind, name, b"[]")
    kept.close()
    assert "'fine'" not in str(warm(own))  # where it was forged, it would be believed
    clone = tmp_path_factory.mktemp("clone") / "project"
    shutil.copytree(own, clone)
    assert list((clone / FOLDER).glob("*.sqlite"))
    assert "'fine'" in str(warm(clone))


def test_a_verdict_of_other_code_is_not_used(
    own: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    code = tmp_path_factory.mktemp("code")
    shutil.copytree(engine.TOOLS / "check", code / "check")
    monkeypatch.setattr(engine, "TOOLS", code)
    found = []
    for text in ("before", "after", "before"):
        (code / "check" / "looks.yml").write_text(text)
        engine._engine.cache_clear()
        kept = engine.known(own)
        found.append(kept.get("kind", "name"))
        kept.put("kind", "name", text.encode())
        kept.close()
    engine._engine.cache_clear()
    assert found == [None, None, b"before"]
