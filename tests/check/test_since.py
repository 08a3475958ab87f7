"""What a revision of the records said, and what they say now: golden cases, one a change."""

import pytest

from tests.project import STORY, golden, write_project
from tools.check.since import RULES, check_since
from tools.check.since_lists import LIST_RULES
from tools.files.read import seeds

CASES = golden("since.yml")


def both(case, tmp_path):
    """The project as it was, and as the case bends it."""
    for name, bent in (("old", case.get("before")), ("new", case)):
        write_project(tmp_path / name, bent)
    return tuple(seeds(tmp_path / name)[0] for name in ("old", "new"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_check_since_says_exactly_this(case, tmp_path):
    found = check_since(*both(case, tmp_path), "REV", told=case.get("told", False))
    assert case["problems"].rstrip("\n") == "\n".join(map(str, found))


def test_every_rule_has_a_case_that_it_refuses_and_one_that_it_takes():
    rules = {rule.__name__ for rule in (*RULES, *LIST_RULES)} | {"story_stays"}
    for verb in ("refuses", "takes"):
        assert rules == {name.split()[0] for name in CASES if name.split()[1] == verb}, verb


def test_only_the_named_stories_are_compared(tmp_path):
    case = CASES["review_stays refuses that a reviewed page becomes a draft"]
    old, new = both(case, tmp_path)
    assert check_since(old, new, "REV", [STORY])
    assert not check_since(old, new, "REV", ["another"])


def test_what_cannot_be_read_is_left_to_check(tmp_path):
    broken = {"edit": {"explainer.yml": {"position: refuses": "positon: complies"}}}
    assert not check_since(*both(broken, tmp_path), "REV")
    for name, bent in (("before", {"before": broken}), ("gone", {"remove": ["explainer.yml"]})):
        assert not check_since(*both(bent, tmp_path / name), "REV")
