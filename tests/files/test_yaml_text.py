"""YAML read as text, with the place of every value."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.project import golden
from tools.files.node import plain
from tools.files.yaml_text import DEEPEST, UnreadableError, parse
from tools.model.problem import Place


@pytest.mark.parametrize("case", golden("yaml/read.yml").values(), ids=golden("yaml/read.yml"))
def test_yaml_is_read_as_text_and_each_value_has_its_place(case):
    node, problems = parse(case["text"], "f.yml")
    read = plain(node)
    assert not problems
    assert case["value"] == read.value
    places = {".".join(map(str, path)): place for path, place in read.places.items()}
    for path, (line, column) in case.get("places", {}).items():
        assert Place(line, column) == places[path], path


@pytest.mark.parametrize(
    "case", golden("yaml/refused.yml").values(), ids=golden("yaml/refused.yml")
)
def test_what_is_refused_is_refused_with_its_place_and_the_way_out(case):
    with pytest.raises(UnreadableError) as refused:
        parse(case["text"], "f.yml")
    assert case["problem"] == f"{refused.value}\n"


def test_a_key_given_twice_is_reported_and_the_first_one_kept():
    node, problems = parse("a: 1\nb:\n  c: 2\n  c: 3\na: 4\na: 5\n", "f.yml")
    expected = [
        "f.yml:4:3: c must be given once: it stands on line 3 as well",
        "f.yml:5:1: a must be given once: it stands on line 1 as well",
        "f.yml:6:1: a must be given once: it stands on line 1 as well",
    ]
    assert expected == [str(problem).splitlines()[0] for problem in problems]
    assert {"Keep one of the two and delete the other."} == {p.way_out for p in problems}
    assert plain(node).value == {"a": "1", "b": {"c": "2"}}


HYPHEN = (
    "Where another entry begins here, put a hyphen before it: - {}: … "
    "Where both lines are of one entry, delete the one that is wrong."
)


def test_an_entry_that_lacks_its_hyphen_is_told_once_and_none_is_to_be_deleted():
    text = "x:\n  - a: 1\n    b: 2\n    a: 3\n    b: 4\n    c: 5\n    a: 6\n  - a: 7\n    a: 8\n"
    _, problems = parse(text, "f.yml")
    expected = [
        "f.yml:4:5: a must be given once: it stands on line 2 as well",
        "f.yml:9:5: a must be given once: it stands on line 8 as well",
    ]
    assert expected == [str(problem).splitlines()[0] for problem in problems]
    assert {HYPHEN.format("a")} == {p.way_out for p in problems}
    mended = text.replace("    a: 3", "  - a: 3").replace("    a: 6", "  - a: 6")
    assert not parse(mended.replace("    a: 8", "  - a: 8"), "f.yml")[1]


@pytest.mark.parametrize("second", ["  - c: 3", "  - 3", "  c: 3"])
def test_two_lists_of_one_name_are_to_be_joined_and_not_to_be_deleted(second):
    first = second.replace("c", "b").replace("3", "2")
    _, (problem,) = parse(f"a:\n{first}\na:\n{second}\n", "f.yml")
    assert problem.way_out == (
        "Put the contents of both under one a: and delete the line of the other."
    )
    assert not parse(f"a:\n{first}\n{second}\n", "f.yml")[1]


def test_in_braces_a_key_given_twice_is_no_entry_without_its_hyphen():
    _, (problem,) = parse("- {a: 1, a: 2}\n", "f.yml")
    assert problem.way_out == "Keep one of the two and delete the other."


def test_a_text_that_a_number_sign_cuts_short_is_reported():
    node, problems = parse("a: Rule #1\nb: c # d\ne: 'f #g'\nh: >-\n  i #j\nk: ##\n", "f.yml")
    assert plain(node).value == {"a": "Rule", "b": "c", "e": "f #g", "h": "i #j", "k": None}
    expected = ["f.yml:1:4: text must not have a space and # in it: '#1'"]
    assert expected == [str(problem).splitlines()[0] for problem in problems]


CUT = """text: We are # 1 in it
value: more than # 2
definition: The sign # before a word.
complies: hands over No # 7 of it
quote: said that the # key is gone"""
WHOLE = """text: We are  # 1 in it
text: We are in it. # 2 of us
text: Acme says no # ask the desk
text: "We are" # 1 in it
text: 'We are' # 1 in it
text: >- # 1 in it
title: Will it? # 3 words
headline: Wrenmail waits # in the paper, as it came.
value: 50,000 # 2 sources
date: 2031 # 1 July is a guess
id: the # 1
company: the # sign
status: draft # 7 to do
text: # 1 is missing
quote: Acme said that it # was the desk that cut this"""


@pytest.mark.parametrize("line", CUT.splitlines())
def test_a_text_that_seems_to_go_on_behind_a_number_sign_is_a_notice(line):
    _, (notice,) = parse(f"{line}\n", "f.yml")
    assert (notice.notice, notice.id) == (True, "text-cut")
    assert notice.message.startswith("text should not end at a space and #: '")


def test_each_passage_of_a_list_is_looked_at_and_ids_are_not():
    _, notices = parse("- quote:\n    - the # 1\n    - it\n  glossary:\n    - the # 1\n", "f.yml")
    assert [notice.line for notice in notices] == [2]


def test_a_text_that_is_cut_is_shown_with_what_is_lost():
    node, (notice,) = parse("text: We are # 1 in it\n", "f.yml")
    assert plain(node).value == {"text": "We are"}
    assert str(notice) == (
        "f.yml:1:7: note: text should not end at a space and #: 'We are # 1 in it'\n"
        "    Readers see 'We are' and nothing from # on: put the text in quotation marks. "
        "If that is a comment, write two spaces before the #."
    )


@pytest.mark.parametrize("line", WHOLE.splitlines())
def test_an_ordinary_comment_is_none(line):
    assert not parse(f"{line}\n", "f.yml")[1]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 1000 + "]" * 1000,
        "{a: " * 1000 + "}" * 1000,
        "- " * 1000 + "a",
        "\n".join(" " * depth + "a:" for depth in range(1000)),
        "? " * 1000 + "a",
        "[" * 1000,
    ],
    ids=["lists", "mappings", "hyphens", "indentation", "keys", "open"],
)
def test_a_thousand_levels_are_refused_and_not_a_crash(text):
    with pytest.raises(UnreadableError, match=r"file must not nest deeper than 20 levels"):
        parse(text, "f.yml")


def test_as_many_levels_as_allowed_are_read():
    node, _ = parse("[" * DEEPEST + "]" * DEEPEST, "f.yml")
    assert plain(node).value


def test_a_few_lines_that_would_grow_to_gigabytes_are_refused_at_once():
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    start = time.monotonic()
    with pytest.raises(UnreadableError, match="must not use the YAML anchor or alias 'a0'"):
        parse("\n".join(lines), "f.yml")
    assert time.monotonic() - start < 1


def test_what_is_left_out_keeps_the_places_of_what_follows():
    node, _ = parse("- one\n- two\n- [three, four]\n", "f.yml")
    read = plain(node, skip={(0,), (2, 0)})
    expected = ["two", ["four"]]
    assert expected == read.value
    assert Place(3, 11) == read.places[1, 0]
    assert read.origins[1, 0] == (2, 1)


@given(st.text() | st.text("ab:-'\"[]{}?&*!|>#%@ \n\t\u2028\x00"))
def test_any_text_is_read_or_refused_with_one_problem(text):
    try:
        node, problems = parse(text, "f.yml")
    except UnreadableError as refused:
        node, problems = None, [refused.problem]
    assert node or problems
    for problem in problems:
        assert 1 <= problem.line <= text.count("\n") + 2
        assert problem.way_out


@given(st.dictionaries(st.sampled_from("abcdef"), st.text("ab \u00e9“\"'\\:#\n")))
def test_a_text_in_double_quotation_marks_is_read_as_it_is(texts):
    lines = []
    for key, text in texts.items():
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        lines.append(f'{key}: "{escaped}"')
    node, problems = parse("\n".join(lines) or "{}", "f.yml")
    assert not problems
    assert texts == plain(node).value
