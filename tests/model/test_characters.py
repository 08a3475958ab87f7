"""Characters that a reader cannot see, told from those that spelling needs."""

import pytest

from tools.model.characters import HIDDEN

SPELT = [
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u062f",  # Persian: a prefix that is not joined
    "\u0915\u094d\u200d\u0937",  # Hindi: half a letter
    "\u0c95\u0ccd\u200c\u0cb7",  # Kannada: a sign that is not joined
    "\u0d28\u0d4d\u200d.",  # Malayalam: a letter without its vowel at the end of a word
    "\u0dc1\u0dca\u200d\u0dbb\u0dd3",  # Sinhala
    "\u1820\u200d\u182d",  # Mongolian
    "Caf\u00e9 Cafe\u0301 of\ufb01ce data\u00adbase",
]
HIDING = [
    "Ac\u200cme",
    "Ac\u200dme",
    "Acme \u200c",
    "\u0645\u200c",
    "\u200c\u0645",
    "\u0645\u200c \u0645",
    "\u0645\u200c\u200c\u0645",
    "\u0645\u200bm",
    "\u0645\u200b\u0645",
    "\u0645\u202e\u0645",
    "\u0661\u200c\u0662",
    "\u0430\u200d\u0431",
]


@pytest.mark.parametrize("text", SPELT)
def test_a_joiner_between_letters_that_need_it_is_seen(text):
    assert not HIDDEN.search(text)


@pytest.mark.parametrize("text", HIDING)
def test_elsewhere_it_hides(text):
    assert HIDDEN.search(text)
