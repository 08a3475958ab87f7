"""The whole check: what it looks at, and in which order it speaks."""

import pytest

from tests.project import write_project
from tools.check import check
from tools.check.rule import record_of
from tools.files.read import seeds
from tools.model.problem import Problem
from tools.model.story import Story

WRONG_TITLE = {"title: Will messaging firms give Ruritania their users' data?": "title: ''"}


def two_stories(root):
    """Two stories with an empty title each, and a company with an unknown owner."""
    for name in ("b-story", "a-story"):
        edits = {
            "article.txt": {"What comes next": f"What comes next in {name}"},
            "explainer.yml": WRONG_TITLE,
            "companies.yml": {"parent: acme": "parent: zinc"},
        }
        write_project(root, {"story": name, "edit": edits})
    return seeds(root)


def paths(problems):
    return [problem.path.removeprefix("seeds/") for problem in problems]


def test_problems_of_all_stories_and_lists_come_sorted_by_place(tmp_path):
    expected = [
        "stories/a-story/explainer.yml",
        "stories/b-story/explainer.yml",
        "vocabulary/companies.yml",
    ]
    assert expected == paths(check(*two_stories(tmp_path)))


@pytest.mark.parametrize("only", [["b-story"], ["a-story", "b-story"]])
def test_only_the_named_stories_are_looked_at(only, tmp_path):
    expected = [f"stories/{name}/explainer.yml" for name in only]
    assert expected == paths(check(*two_stories(tmp_path), only))


def test_what_reading_found_is_told_once_and_only_of_the_named_stories(tmp_path):
    found, _ = two_stories(tmp_path)
    unread = [
        Problem(f"seeds/stories/{name}/x.txt", 1, 1, "file must be UTF-8", "Save it.")
        for name in ("a-story", "a-story-2", "b-story")
    ]
    expected = ["stories/a-story/explainer.yml", "stories/a-story/x.txt"]
    assert expected == paths(check(found, unread * 2, ["a-story"]))


def test_rules_run_on_records_only():
    with pytest.raises(ValueError, match=r"^rules run on .*, and bare has none$"):
        record_of(Story("seeds/stories/bare/explainer.yml", name="bare"))


CUT = "seeds/stories/ruritania-data/explainer.yml"


def cut_at(line, column):
    """The notice of a text that was cut, as reading gives it."""
    return Problem(CUT, line, column, "text must be whole", "Quote it.", notice=True, id="text-cut")


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ({}, ["text must be whole"]),
        ({"text: Acme says no.": "text: Acme says no.\n    checked: [text-cut]"}, []),
        ({"glossary: [user-data]": "glossary: [user-data]\nchecked: [text-cut]"}, []),
        (
            {"text: Bolt has not decided.": "text: Bolt has not decided.\n    checked: [text-cut]"},
            ["text must be whole", "key_points[2].checked[1] must be a notice"],
        ),
    ],
)
def test_a_notice_of_reading_is_silent_where_its_claim_or_the_record_names_it(
    edit, expected, tmp_path
):
    write_project(tmp_path, {"edit": {"explainer.yml": edit}})
    found, unread = seeds(tmp_path)
    said = [problem.message for problem in check(found, [*unread, cut_at(16, 11)])]
    assert len(expected) == len(said)
    assert all(one.startswith(start) for start, one in zip(expected, said, strict=True))


def test_notices_carry_the_id_by_which_an_editor_answers_them(tmp_path):
    write_project(tmp_path, {"edit": {"explainer.yml": {"value: 50,000": "value: 60,000"}}})
    (notice,) = check(*seeds(tmp_path))
    assert (notice.notice, notice.id) == (True, "number-missing")
    assert notice.way_out.endswith("write in this claim: checked: [number-missing]")
