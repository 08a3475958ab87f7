"""The command `python -m tools check`: what it prints, and its exit codes."""

import json

import pytest

from tests.project import STORY
from tools.__main__ import FINE, FOUND, MISUSED
from tools.commands.checking import _annotation
from tools.model.problem import Problem

RECORD = f"seeds/stories/{STORY}/explainer.yml"
WRONG = {"edit": {"explainer.yml": {"status: reviewed": "status: 50%, or so"}}}
NOTICE = {
    "files": {"later.txt": "Numbers\n\nCOUNT(300)\n"},
    "edit": {
        "explainer.yml": {
            "status: reviewed": "status: draft",
            "\nanswer:": "\n  - {file: later.txt, sha256: SHA256(later.txt), headline: Numbers}"
            "\nanswer:",
            "quote: more than 50,000 users": "quote: COUNT(251)",
        }
    },
}
MESSAGE = "status must be one of draft, reviewed, withdrawn: '50%, or so'"
WAY_OUT = "Known: draft, reviewed, withdrawn."


def test_check_says_that_all_is_well(run):
    assert run("check") == (FINE, "All is well.\n", "")


def test_check_lists_every_problem_and_counts_them(run):
    text = f"{RECORD}:2:9: {MESSAGE}\n    {WAY_OUT}\n1 checked, 1 to mend.\n"
    assert (FOUND, text, "") == run("check", case=WRONG)


@pytest.mark.parametrize("name", [STORY, f"seeds/stories/{STORY}", f"seeds/stories/{STORY}/"])
def test_check_takes_a_story_by_name_or_folder(name, run):
    code, text, _ = run("check", name, case=WRONG)
    assert (code, text.splitlines()[-1]) == (FOUND, "1 checked, 1 to mend.")


def test_check_refuses_a_story_that_is_not_there_and_names_the_nearest(run):
    complaint = "no story 'ruritania-date' in seeds/stories. Did you mean ruritania-data?"
    assert (MISUSED, "", f"python -m tools: {complaint}\n") == run("check", "ruritania-date")


def test_check_as_json_is_a_list_of_problems(run):
    code, text, _ = run("check", "--format", "json", case=WRONG)
    problem = {"path": RECORD, "line": 2, "column": 9, "message": MESSAGE, "way_out": WAY_OUT}
    assert (FOUND, [{**problem, "notice": False}]) == (code, json.loads(text))


def test_check_as_json_is_an_empty_list_where_all_is_well(run):
    assert run("check", "--format", "json") == (FINE, "[]\n", "")


def test_check_for_github_is_an_annotation_of_one_line(run):
    text = (
        f"::error file={RECORD},line=2,col=9::"
        f"status must be one of draft, reviewed, withdrawn: '50%25, or so'%0A{WAY_OUT}\n"
    )
    assert (FOUND, text, "") == run("check", "--format", "github", case=WRONG)


@pytest.mark.parametrize(
    ("form", "mark"), [("text", ": note: sources[2]"), ("github", "::notice file=")]
)
def test_a_notice_is_shown_and_is_no_reason_to_fail(form, mark, run):
    code, text, _ = run("check", "--format", form, case=NOTICE)
    assert code == FINE
    assert mark in text


def test_exit_codes_are_the_published_ones():
    assert (FINE, FOUND, MISUSED) == (0, 1, 2)


def test_a_path_cannot_forge_an_annotation():
    problem = Problem("x\n::warning file=a,line=1::b/explainer.yml", 1, 1, "m", "w")
    line = _annotation(problem)
    assert "\n" not in line
    assert line.count("::") == 2
