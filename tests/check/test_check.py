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
        edits = {"explainer.yml": WRONG_TITLE, "companies.yml": {"parent: acme": "parent: zinc"}}
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
