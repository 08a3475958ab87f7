"""Every rule, by golden cases: an invented project, bent, and what `check` says of it.

A new case needs no Python; the first word of its name is the rule that it is about.
"""

import pytest

from tests.project import expected, golden_folder, messages, write_project
from tools.check import LIST_RULES, STORY_RULES, among, notices, publishing
from tools.check.around import Around
from tools.check.notices.finding import borne_out
from tools.files.read import seeds

CASES = golden_folder("check")
NOTICES = tuple(rule for _, rule in notices.RULES)
ACROSS = (*among.RULES, *(rule for _, rule in notices.ACROSS))
RULES = {
    rule.__name__: rule
    for rule in (
        *STORY_RULES,
        *LIST_RULES,
        *publishing.RULES,
        *NOTICES,
        *ACROSS,
        notices.notices,
    )
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_check_says_exactly_this_in_this_order(case, tmp_path):
    write_project(tmp_path, case)
    assert expected(case, tmp_path) == messages(tmp_path)


def test_every_case_is_about_a_rule_that_is_there():
    subjects = {name.split()[0] for name in CASES}
    assert RULES.keys() | {"terrible"} == subjects


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_silent_in_one_case_and_speaks_in_each_that_it_refuses(name, tmp_path):
    refused = []
    passed = []
    for number, (case_name, case) in enumerate(CASES.items()):
        subject, verb, *_ = f"{case_name} . .".split()
        if subject != name:
            continue
        root = tmp_path / str(number)
        write_project(root, case)
        if verb == "refuses":
            refused.append(said_by(RULES[name], root))
        if not case["problems"]:
            passed.append(said_by(RULES[name], root))
    assert refused
    assert all(refused)
    assert passed
    assert not any(passed)


def said_by(rule, root):
    """What one rule says of a project."""
    found, _ = seeds(root)
    if rule in LIST_RULES:
        return [problem for one in found.lists for problem in rule(one, found)]
    if rule in publishing.RULES:
        return list(rule(found))
    stories = [story for story in found.stories if story.record]
    if rule in NOTICES:
        lists = found.vocabulary
        return [one for story in stories for one in rule(story, lists, tuple(borne_out(story)))]
    beside = Around(found) if rule in ACROSS else found.vocabulary
    return [one for story in stories for one in rule(story, beside)]
