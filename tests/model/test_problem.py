"""Problems as people read them."""

import pytest

from tools.model.problem import Place, Problem, did_you_mean, field_name, shorten
from tools.model.story import Located


def test_a_problem_reads_as_place_message_and_way_out():
    problem = Problem("seeds/a.yml", 3, 7, "title must be given", "Add one.")
    expected = "seeds/a.yml:3:7: title must be given\n    Add one."
    assert expected == str(problem)


def test_a_notice_says_so():
    notice = Problem("a.yml", 1, 1, "record must be short", "Shorten it.", notice=True)
    expected = "a.yml:1:1: note: record must be short\n    Shorten it."
    assert expected == str(notice)


def test_problems_sort_by_place():
    places = [("a.yml", 2, 1), ("a.yml", 2, 10), ("a.yml", 10, 1), ("b.yml", 1, 1)]
    problems = [Problem(*place, "m", "w") for place in places]
    assert problems == sorted(problems[::2] + problems[1::2])


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ((), "record"),
        (("title",), "title"),
        (("stances", 2, "quote"), "stances[3].quote"),
        (("notes", 0, "links", 1, "url"), "notes[1].links[2].url"),
        ((4, "id"), "[5].id"),
    ],
)
def test_fields_are_named_as_people_count(path, name):
    assert name == field_name(path)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("no", "'no'"),
        ("two\n  lines", "'two lines'"),
        (["a", 1], "\"['a', 1]\""),
        ("x" * 80, f"'{'x' * 80}'"),
        ("x" * 81, f"'{'x' * 79}…'"),
    ],
)
def test_a_value_is_quoted_on_one_line_and_never_long(value, shown):
    assert shown == shorten(value)


@pytest.mark.parametrize(
    ("wrong", "known", "sentence"),
    [
        ("refuse", ["refuses", "pauses"], "Did you mean refuses?"),
        ("Acme", ["acme", "bolt"], "Did you mean acme?"),
        ("acm", ["acme", "acme-b"], "Did you mean acme or acme-b?"),
        ("zzz", ["bolt", "acme"], "Known: acme, bolt."),
        ("zzz", [f"id-{n:02}" for n in range(13)], None),
        ("zzz", [], "None is known yet."),
    ],
)
def test_the_nearest_known_words_are_offered(wrong, known, sentence):
    if sentence is None:
        sentence = f"Known: {', '.join(known[:12])}, …."
    assert sentence == did_you_mean(wrong, known)


PLACES = {(): Place(1, 1), ("stances",): Place(5, 1), ("stances", 0, "date"): Place(7, 11)}


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("stances", 0, "date"), 7, 11),
        (("stances", 0, "topic"), 5, 1),
        (("stances", 3), 5, 1),
        (("title",), 1, 1),
    ],
)
def test_a_problem_stands_at_its_field_or_at_the_nearest_one_around_it(path, line, column):
    problem = Located("a.yml", PLACES).problem(path, "must be so", "Do it.")
    assert (f"{field_name(path)} must be so", line, column) == (
        problem.message,
        problem.line,
        problem.column,
    )


def test_a_file_without_places_has_its_problems_on_the_first_line():
    expected = Problem("a.yml", 1, 1, "title must be so", "Do it.")
    assert expected == Located("a.yml").problem(("title",), "must be so", "Do it.")
