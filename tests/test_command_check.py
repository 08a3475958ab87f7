"""The command `python -m tools check`: what it prints, and its exit codes."""

import json

import pytest

from tests.project import STORY, write_project
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
WAY_OUT = "Write the one that is meant."


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
    assert (FOUND, [{**problem, "notice": False, "id": ""}]) == (code, json.loads(text))


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


LATER = {
    "edit": {
        "explainer.yml": {
            "value: 50,000": "value: 60,000",
            "quote: The Chamber of Message Makers (CMM), a trade group": "quote: Chambers",
            "glossary: [user-data]": "glossary: []",
        }
    }
}


def test_a_run_that_leaves_notices_says_so(run):
    code, text, _ = run("check", case=LATER)
    assert (code, text.splitlines()[-1]) == (
        FOUND,
        "1 checked, 1 to mend, 1 notice to look into.",
    )


@pytest.mark.parametrize(
    ("edit", "last"),
    [
        ({"value: 50,000": "value: 60,000"}, "1 checked, nothing to mend, 1 notice to look into."),
        (
            {"value: 50,000": "value: 60,000", "short: CMM": "short: CNN"},
            "1 checked, nothing to mend, 2 notices to look into.",
        ),
    ],
)
def test_a_run_that_leaves_notices_alone_is_fine_and_not_all_well(edit, last, run):
    code, text, _ = run("check", case={"edit": {"explainer.yml": edit}})
    assert (code, text.splitlines()[-1]) == (FINE, last)


def test_hints_are_given_where_they_are_asked_for_and_count_for_nothing(run):
    used = {"explainer.yml": {"glossary: [user-data]": "glossary: []"}}
    assert run("check", case={"edit": used}) == (FINE, "All is well.\n", "")
    code, text, _ = run("check", "--hints")
    assert code == FINE
    assert text.splitlines()[-1] == "All is well, with 2 hints."
    assert "note: glossary may list a word that the page uses: 'rule'" in text
    code, text, _ = run("check", "--hints", "--format", "json")
    assert [one["notice"] for one in json.loads(text)] == [True, True]


def test_check_since_compares_the_lists_and_takes_what_the_changelog_of_the_data_tells(
    run, git, tmp_path
):
    run("check")
    log = tmp_path / "project" / "CHANGELOG-DATA.md"
    log.write_text("1.0.0", encoding="utf-8")
    git("add", ".")
    git("commit", "-m", "As published.")
    topics = tmp_path / "project/seeds/vocabulary/topics.yml"
    text = topics.read_text(encoding="utf-8")
    topics.write_text(text.replace("hands over the data", "sells the data"), encoding="utf-8")
    code, text, _ = run("check", "--since", "main")
    assert (code, text.splitlines()[-1]) == (FOUND, "1 checked, 1 to mend.")
    assert "[1].complies must not change in silence" in text
    assert run("check", "--since", "main", STORY) == (FINE, "All is well.\n", "")
    log.write_text("1.1.0: what complies means in Ruritania.", encoding="utf-8")
    assert run("check", "--since", "main") == (FINE, "All is well.\n", "")


def test_check_since_finds_a_change_that_nobody_tells_of(run, git, tmp_path):
    assert run("check") == (FINE, "All is well.\n", "")
    git("add", ".")
    git("commit", "-m", "As published.")
    assert run("check", "--since", "HEAD") == (FINE, "All is well.\n", "")
    record = tmp_path / "project" / RECORD
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("position: refuses", "position: complies"), encoding="utf-8")
    assert run("check") == (FINE, "All is well.\n", "")
    code, text, _ = run("check", "--since", "HEAD", STORY)
    assert (code, text.splitlines()[-1]) == (FOUND, "1 checked, 1 to mend.")
    assert "must not change without an entry in changes: 'complies'" in text
    code, text, _ = run("check", "--since", "main", "--format", "github")
    assert text.startswith(f"::error file={RECORD},line=28,col=15::stances[1].position must not")


def test_check_since_tells_once_of_an_entry_that_is_lost_and_how_to_put_it_back(run, git, tmp_path):
    run("check")
    git("add", ".")
    git("commit", "-m", "As published.")
    topics = tmp_path / "project/seeds/vocabulary/topics.yml"
    topics.write_text("[]\n", encoding="utf-8")
    code, text, _ = run("check", "--since", "HEAD")
    assert (code, text.splitlines()[-1]) == (FOUND, "1 checked, 1 to mend.")
    assert "Put back at the head of the list: - {id: ruritania-data, " in text
    assert "git checkout" not in text


@pytest.mark.parametrize("revision", ["nowhere", "-nowhere"])
def test_check_since_a_revision_that_is_not_there_is_misuse(revision, run, git):
    code, text, complaint = run("check", f"--since={revision}")
    assert (code, text) == (MISUSED, "")
    assert complaint.startswith("python -m tools: ")
    assert "Traceback" not in complaint


SWAPPED = {
    "edit": {
        "explainer.yml": {
            "status: reviewed\nreviewed: 2021-01-02": "reviewed: 2 January 2021\nstatus: 'reviewed'"
        }
    }
}


@pytest.mark.parametrize("which", [["--all"], [STORY]])
def test_check_fix_puts_a_record_in_order_and_then_finds_nothing(which, run, tmp_path):
    record = tmp_path / "project" / RECORD
    told = f"{RECORD}: put in order.\n"
    assert run("check", "--fix", *which, case=SWAPPED) == (FINE, "All is well.\n", told)
    text = record.read_bytes()
    assert text.splitlines()[1:3] == [b"status: reviewed", b"reviewed: 2021-01-02"]
    assert run("check", "--fix", *which, "--format", "json") == (FINE, "[]\n", "")
    assert text == record.read_bytes()


def test_check_fix_touches_only_what_is_not_as_the_last_commit_has_it(run, git, tmp_path):
    path = {name: f"seeds/stories/{name}/explainer.yml" for name in ("old", "mended", "staged")}
    for story in path:
        write_project(tmp_path / "project", SWAPPED | {"story": story})
    git("add", ".")
    git("commit", "--quiet", "-m", "three records out of order")
    assert run("check", "--fix")[2] == ""
    for name in ("mended", "staged"):
        record = tmp_path / "project" / path[name]
        record.write_text(record.read_text("utf-8") + "# a remark\n", "utf-8")
    git("add", tmp_path / "project" / path["staged"])
    write_project(tmp_path / "project", SWAPPED | {"story": "a new one"})
    before = (tmp_path / "project" / path["old"]).read_bytes()
    _, _, told = run("check", "--fix")
    new = "seeds/stories/a new one/explainer.yml"
    assert told.splitlines() == [
        f"{one}: put in order." for one in (new, path["mended"], path["staged"])
    ]
    assert before == (tmp_path / "project" / path["old"]).read_bytes()
    _, _, told = run("check", "--fix", "--all")
    assert told == f"{path['old']}: put in order.\n"


@pytest.mark.parametrize("added", [False, True])
def test_check_fix_before_the_first_commit_touches_everything(added, run, git, tmp_path):
    write_project(tmp_path / "project", SWAPPED)
    if added:
        git("add", ".")
    assert run("check", "--fix") == (FINE, "All is well.\n", f"{RECORD}: put in order.\n")


def test_check_fix_without_git_says_so_and_touches_nothing(run, tmp_path):
    write_project(tmp_path / "project", SWAPPED)
    before = (tmp_path / "project" / RECORD).read_bytes()
    _, _, told = run("check", "--fix")
    assert told.startswith("Nothing was put in order, since it cannot be told what you changed (")
    assert told.endswith("). Name the stories, or add --all.\n")
    assert told.count("\n") == 1
    assert before == (tmp_path / "project" / RECORD).read_bytes()


@pytest.mark.parametrize("given", [["--all"], ["--fix", "--all", STORY]])
def test_all_goes_with_fix_and_without_a_story(given, run):
    complaint = "python -m tools: --all goes with --fix, and without STORY\n"
    assert run("check", *given) == (MISUSED, "", complaint)


def test_check_fix_leaves_what_it_cannot_keep_and_says_why(run, tmp_path):
    broken = {"edit": {"explainer.yml": {"status: reviewed": "statsu: reviewed"}}}
    write_project(tmp_path / "project", broken)
    record = tmp_path / "project" / RECORD
    before = record.read_bytes()
    code, text, complaint = run("check", "--fix", STORY)
    assert complaint == f"{RECORD}: left as it is, since what is wrong at line 2 comes first.\n"
    assert (code, text.splitlines()[-1]) == (FOUND, "1 checked, 2 to mend.")
    assert before == record.read_bytes()


def test_check_fix_touches_the_named_stories_only_and_no_missing_record(run, tmp_path):
    for story in ("one", "two"):
        write_project(tmp_path / "project", SWAPPED | {"story": story})
    write_project(tmp_path / "project", {"story": "three", "remove": ["explainer.yml"]})
    other = tmp_path / "project/seeds/stories/two/explainer.yml"
    before = other.read_bytes()
    _, _, complaint = run("check", "--fix", "one", "three")
    assert complaint == "seeds/stories/one/explainer.yml: put in order.\n"
    assert before == other.read_bytes()


def test_check_fix_passes_over_a_folder_in_the_place_of_a_record(run, tmp_path):
    write_project(tmp_path / "project", {"story": "three", "remove": ["explainer.yml"]})
    (tmp_path / "project/seeds/stories/three/explainer.yml").mkdir()
    code, text, complaint = run("check", "--fix", "three")
    assert (code, complaint) == (FOUND, "")
    assert "story must have a record: 'three' has none" in text


def test_exit_codes_are_the_published_ones():
    assert (FINE, FOUND, MISUSED) == (0, 1, 2)


def test_a_path_cannot_forge_an_annotation():
    problem = Problem("x\n::warning file=a,line=1::b/explainer.yml", 1, 1, "m", "w")
    line = _annotation(problem)
    assert "\n" not in line
    assert line.count("::") == 2
