"""Reading stories and lists: what is missing, empty, of another shape or not UTF-8."""

import pytest

from tests.project import STORY, expected, golden_folder, messages, write_project
from tools.files.read import seeds, story_folders
from tools.model.story import Seeds

CASES = golden_folder("files")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_reading_says_exactly_this_in_this_order(case, tmp_path):
    write_project(tmp_path, case)
    assert expected(case, tmp_path) == messages(tmp_path)


def test_a_whole_project_is_read_with_nothing_to_say(tmp_path):
    write_project(tmp_path)
    found, problems = seeds(tmp_path)
    (story,) = found.stories
    assert not problems
    assert story.complete
    assert (STORY, f"seeds/stories/{STORY}/explainer.yml") == (story.name, story.path)
    assert list(story.articles) == ["article.txt"] == [article.file for article in story.cited]
    assert list(found.vocabulary.companies) == ["acme", "bolt"]
    assert not found.vocabulary.unread


def test_an_article_is_its_file_byte_for_byte(tmp_path):
    text = "\ufeffOne\r\ntwo\r  three \n\n"
    write_project(tmp_path, {"files": {"later.txt": text}})
    found, _ = seeds(tmp_path)
    assert text == found.stories[0].articles["later.txt"].text


@pytest.mark.parametrize(
    ("data", "line", "column", "byte", "letter"),
    [
        (b"Le caf\xe9", 1, 7, "E9", "\u00e9"),
        ("Über\n“so” ".encode() + b"\x93x", 2, 6, "93", "\x93"),
        (b"\xff\xfeab\xff", 1, 1, "FF", "\u00ff"),
    ],
)
@pytest.mark.parametrize("name", ["article.txt", "explainer.yml"])
def test_a_file_that_is_not_utf_8_is_shown_with_line_and_column(
    data, line, column, byte, letter, name, tmp_path
):
    write_project(tmp_path)
    path = tmp_path / "seeds/stories" / STORY / name
    path.write_bytes(data)
    expected = (
        f"seeds/stories/{STORY}/{name}:{line}:{column}: "
        f"file must be UTF-8: byte {byte} is not\n"
        f"    Save it as UTF-8 in your editor; it looks like Latin-1 {letter!r}."
    )
    assert expected in messages(tmp_path)


@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", [f"stories/{STORY}/explainer.yml", "vocabulary/topics.yml"])
def test_a_file_in_utf_16_is_one_message_and_is_to_be_saved_as_utf_8(
    mark, encoding, name, tmp_path
):
    write_project(tmp_path)
    path = tmp_path / "seeds" / name
    path.write_bytes((mark + path.read_text("utf-8")).encode(encoding))
    expected = (
        f"seeds/{name}:1:1: file must be UTF-8, and is UTF-16\n"
        "    Save it as UTF-8: editors ask for the encoding where they save a file anew."
    )
    assert expected == messages(tmp_path)


OTHER = """
  - {file: later.txt, sha256: SHA256(later.txt), headline: Later}
answer:"""
BROKEN = {"UTF-16": "\ufeffLater".encode("utf-16"), "Latin-1": b"Caf\xe9", "empty": b" \n"}
BROKEN["merge"] = b"<<<<<<< HEAD\nLater\n=======\nSoon\n>>>>>>> theirs\n"


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("name", ["article.txt", "later.txt", "unlisted.txt"])
def test_an_article_that_cannot_be_read_is_one_message_and_nothing_that_follows(
    data, name, tmp_path
):
    case = {"files": {"later.txt": "Later."}, "edit": {"explainer.yml": {"\nanswer:": OTHER}}}
    write_project(tmp_path, case)
    (tmp_path / "seeds/stories" / STORY / name).write_bytes(data)
    problems = messages(tmp_path).splitlines()
    assert len(problems) == 2, problems
    assert problems[0].startswith(f"seeds/stories/{STORY}/{name}:1:")


def test_a_notice_leaves_a_record_and_a_list_whole(tmp_path):
    cut = {"question: Will messaging firms give Ruritania": "question: Is it the # 1 that gives"}
    edit = {
        "topics.yml": cut,
        "explainer.yml": {
            "text: The rule has a number.": "text: The rule is the # 1 of them",
            "  - company: bolt": "  - company: acme\n    topic: nowhere\n    position: complies\n"
            "    date: 2020-07\n    text: It says no.\n    quote: Acme said it would not hand over "
            "the data.\n  - company: bolt",
        },
    }
    write_project(tmp_path, {"edit": edit, "files": {"later.txt": "Later."}})
    found, problems = seeds(tmp_path)
    assert [problem.id for problem in problems] == ["text-cut", "text-cut"]
    assert found.stories[0].complete
    assert not found.vocabulary.unread
    assert "must list every article of the folder: 'later.txt'" in messages(tmp_path)
    assert "stances[2].topic must be the id of a topic: 'nowhere'" in messages(tmp_path)


def test_what_stands_in_no_article_is_told_though_another_one_cannot_be_read(tmp_path):
    quote = "quote: more than 50,000 users"
    edit = {"\nanswer:": OTHER, quote: "source: article.txt\n    quote: less than 9 users"}
    write_project(tmp_path, {"files": {"later.txt": "Later."}, "edit": {"explainer.yml": edit}})
    (tmp_path / "seeds/stories" / STORY / "later.txt").write_bytes(b"Caf\xe9")
    assert "figures[1].quote must stand word for word in article.txt" in messages(tmp_path)


def test_a_list_that_is_not_utf_8_is_shown_too(tmp_path):
    write_project(tmp_path)
    (tmp_path / "seeds/vocabulary/topics.yml").write_bytes(b"- id: caf\xe9")
    expected = "seeds/vocabulary/topics.yml:1:10: file must be UTF-8: byte E9 is not"
    assert [expected] == messages(tmp_path).splitlines()[::2]


def test_a_folder_named_like_an_article_is_none(tmp_path):
    write_project(tmp_path)
    (tmp_path / "seeds/stories" / STORY / "notes.txt").mkdir()
    assert not messages(tmp_path)


def test_a_lock_that_an_editor_hangs_into_a_folder_is_no_article(tmp_path):
    write_project(tmp_path)
    folder = tmp_path / "seeds/stories" / STORY
    (folder / ".#article.txt").symlink_to("nobody@nowhere.1")
    (folder / "gone.txt").symlink_to("nowhere.txt")
    assert not messages(tmp_path)


def test_stories_are_folders_in_order_and_nothing_else(tmp_path):
    for name in ("b-story", "a-story", ".hidden"):
        (tmp_path / "seeds/stories" / name).mkdir(parents=True)
    (tmp_path / "seeds/stories/README.md").write_text("About stories", encoding="utf-8")
    expected = ["a-story", "b-story"]
    assert expected == [folder.name for folder in story_folders(tmp_path)]


def test_a_project_without_seeds_says_which_lists_are_missing(tmp_path):
    found, problems = seeds(tmp_path)
    assert Seeds().stories == found.stories
    *lists, publisher = problems
    expected = ["companies", "authorities", "glossary", "topics", "positions"]
    assert expected == [problem.path[17:-4] for problem in lists]
    assert {"vocabulary must be there"} == {problem.message for problem in lists}
    assert (publisher.path, publisher.way_out) == (
        "seeds/publication.yml",
        "Restore it: git checkout -- seeds/publication.yml",
    )
