"""What a revision of the records said, and what they say now: golden cases, one a change."""

import re
from dataclasses import replace

import pytest

from tests.project import STORY, golden, write_project, write_site_seeds
from tools.check import check
from tools.check.since import RULES, check_since
from tools.check.since_ids import with_lost
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


def test_what_is_put_back_as_the_message_says_is_the_entry_that_was_lost(tmp_path):
    """Each entry of lists with all fields is taken away, and its line written where it stood."""
    write_site_seeds(tmp_path)
    whole, _ = seeds(tmp_path)
    for one in whole.lists:
        path = tmp_path / one.path
        path.write_text("[]\n", encoding="utf-8")
    told = check_since(whole, seeds(tmp_path)[0], "REV")
    for one in whole.lists:
        lines = [re.search(r"(- \{.*\}); or", p.way_out) for p in told if p.path == one.path]
        back = {line[1] for line in lines if line}
        assert len(back) == len(one.ids)
        by_id = {line.split("id: ")[1].split(",")[0].rstrip("}"): line for line in back}
        text = "\n".join(by_id[id_] for id_ in one.ids) + "\n"
        (tmp_path / one.path).write_text(text, encoding="utf-8")
    again, faults = seeds(tmp_path)
    assert not faults
    assert whole.vocabulary == again.vocabulary


def test_a_record_that_names_what_is_lost_is_not_told_to_make_it_anew(tmp_path):
    write_project(tmp_path / "old")
    write_project(tmp_path / "new")
    topics = tmp_path / "new/seeds/vocabulary/topics.yml"
    topics.write_text("[]\n", encoding="utf-8")
    old, new = (seeds(tmp_path / name)[0] for name in ("old", "new"))
    assert [p.message for p in check(new)] == ["topic must be the id of a topic: 'ruritania-data'"]
    assert not check(with_lost(old, new))
    assert len(check_since(old, new, "REV")) == 1


def test_a_demand_that_rests_on_a_story_that_is_lost_is_not_told_to_name_another(tmp_path):
    milestone = "{date: 2020-07, how: it came, story: ruritania-data, quote: Nobody has said}"
    asked = {"kind: law": f"kind: law\n  asked: {milestone}"}
    write_project(tmp_path, {"edit": {"topics.yml": asked}})
    old, _ = seeds(tmp_path)
    gone = replace(old, stories=())
    assert [p.message.split()[0] for p in check(gone)] == ["[1].asked.story"]
    assert not check(with_lost(old, gone))
