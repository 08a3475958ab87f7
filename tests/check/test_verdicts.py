"""A verdict that is kept is the one that would be found."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from tests.project import write_site_seeds
from tests.warm import RECORDS, Counted, as_rows, cold, counted, warm
from tools.check import check
from tools.check.verdicts import Verdicts
from tools.files.read import seeds
from tools.model.article import Article
from tools.model.problem import Problem
from tools.model.story import Story
from tools.model.vocabulary import ENTRIES, Company, Topic, Vocabulary


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of the invented site."""
    write_site_seeds(tmp_path)
    return tmp_path


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
