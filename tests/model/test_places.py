"""Where each value of a file stands."""

from array import array

import pytest

from tools.model.places import LEAF, Places, shape
from tools.model.problem import Place

EVENT = shape(("date", "text"), (LEAF, LEAF))
WHOLE = shape(("title", "timeline"), (LEAF, shape(range(2), (EVENT, EVENT))))
EXPECTED = {
    (): Place(1, 10),
    ("title",): Place(2, 20),
    ("timeline",): Place(3, 30),
    ("timeline", 0): Place(4, 40),
    ("timeline", 0, "date"): Place(5, 50),
    ("timeline", 0, "text"): Place(6, 60),
    ("timeline", 1): Place(7, 70),
    ("timeline", 1, "date"): Place(8, 80),
    ("timeline", 1, "text"): Place(9, 90),
}
NUMBERS = array("I", [number for place in EXPECTED.values() for number in place])


def test_every_value_has_its_place():
    places = Places(WHOLE, NUMBERS)
    assert dict(places) == EXPECTED
    assert list(places) == list(EXPECTED)
    assert len(places) == len(EXPECTED)


def test_a_part_of_a_file_has_places_below_its_own_path():
    places = Places(WHOLE, NUMBERS, (7,))
    assert dict(places) == {(7, *path): place for path, place in EXPECTED.items()}
    assert ("title",) not in places
    assert (8, "title") not in places


@pytest.mark.parametrize("path", [("body",), ("title", 0), ("timeline", 2), ("timeline", "0")])
def test_what_is_not_there_has_no_place(path):
    assert path not in Places(WHOLE, NUMBERS)


def test_two_shapes_that_are_alike_are_one():
    assert shape(("date", "text"), (LEAF, LEAF)) is EVENT
    assert shape(("text", "date"), (LEAF, LEAF)) is not EVENT
