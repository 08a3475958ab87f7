"""Names that look alike, and names that are the same however their letters are written."""

import pytest

from tools.check.looks import foreign_letter, look_alike, odd_letter
from tools.model.text import fold_case

SAME = [
    ("Caf\u00e9", "Cafe\u0301"),
    ("Postbox", "Post\u00adbox"),
    ("Postfiliale", "Post\ufb01liale"),
    ("\u0645\u06cc\u200c\u062e", "\u0645\u06cc\u062e"),
    ("Acme", "ACME"),
]


@pytest.mark.parametrize(("name", "other"), SAME)
def test_names_are_the_same_however_their_letters_are_written(name, other):
    assert fold_case(name) == fold_case(other)
    assert not look_alike(name, other)
    assert foreign_letter(name) is None
    assert foreign_letter(other) is None


@pytest.mark.parametrize(
    ("name", "other", "letter"),
    [
        ("Acme", "\u0410cme", "U+0410 (CYRILLIC CAPITAL LETTER A)"),
        ("Acme", "\uff21cme", "U+FF21 (FULLWIDTH LATIN CAPITAL LETTER A)"),
        ("Bolt", "Bo1t", "U+0031 (DIGIT ONE)"),
        ("Caf\u00e9", "C\u0430fe\u0301", "U+0430 (CYRILLIC SMALL LETTER A)"),
    ],
)
def test_names_that_look_alike_differ_by_a_letter_that_is_named(name, other, letter):
    assert look_alike(name, other)
    assert odd_letter(name, other) == letter
