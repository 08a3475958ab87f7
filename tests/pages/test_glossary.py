"""The glossary: its index, which stays small however many words there are, and a page a word."""

from __future__ import annotations

import gzip
import re
from string import ascii_lowercase
from typing import Any

import pytest

from tests.pages.test_side_by_side import words
from tests.pages.world import site, story
from tools.model.vocabulary import GlossaryTerm
from tools.pages import jobs, word
from tools.pages.data import Furnisher
from tools.pages.glossary import EXPLAINED, LISTED, USERS, of_letter
from tools.pages.glossary import index as glossary
from tools.pages.paging import ENTRIES
from tools.pages.render import Page
from tools.pages.site import Site
from tools.pages.word import others
from tools.pages.wording import initial


def term(word: str, *also: str, **fields: Any) -> GlossaryTerm:
    name = re.sub(r"\W+", "-", word.lower())
    return GlossaryTerm(id=name, term=word, also=also, definition=f"Means {word}.", **fields)


def of_words(*found: GlossaryTerm, stories: int = 0) -> Site:
    """A site with these words, and stories that use all of them."""
    used = [one.id for one in found]
    days = (f"2031-{n // 28 + 1:02}-{n % 28 + 1:02}" for n in range(stories))
    one = site(*(story(day, {}, glossary=used) for day in days))
    one.seeds.vocabulary.glossary.update({word.id: word for word in found})
    return one


def many(count: int, letters: str = ascii_lowercase) -> list[GlossaryTerm]:
    """Invented words that begin with these letters in turn."""
    return [
        term(
            f"{letters[n % len(letters)]}bc word {n}",
            f"form {n}",
            was=(f"was-{n}",) if n < 3 else (),
        )
        for n in range(count)
    ]


def elements(page: Page) -> int:
    return len(re.findall(r"<[a-z]", page.body)) + page.body.count("\n#")


def anchors(page: Page) -> list[str]:
    return re.findall(r'id="word-(.*?)"', page.body)


@pytest.mark.parametrize(
    ("word", "letter"),
    [("bail", "B"), ("Émigré", "E"), ("4chan", "Other"), ("東京", "Other"), ("", "Other")],
)
def test_a_word_stands_under_its_letter(word: str, letter: str) -> None:
    assert initial(word) == letter


def test_letters_stand_once_and_what_has_none_comes_last() -> None:
    one = of_words(term("bail"), term("9 to 5"), term("Bell"), term("app"), term("世界"))
    page = glossary(one)
    assert re.findall(r"^## (\w+)", page.body, flags=re.MULTILINE) == ["A", "B", "Other"]
    assert '<a href="#letter-other">Other</a>' in page.body


def test_a_plural_is_no_other_form_worth_a_line() -> None:
    assert others(term("back door", "back doors", "backdoor")) == ["backdoor"]
    assert others(term("company", "companies", "Company (Ltd)", "firm")) == ["firm"]


def test_few_words_are_explained_where_they_are_listed() -> None:
    page = glossary(of_words(*many(EXPLAINED), stories=USERS + 3))
    assert "Means abc word 0." in page.body
    assert '<a href="../glossary/abc-word-0/">Abc word 0</a>' in page.body
    assert words(page).count("and 3 older ones") == EXPLAINED
    assert elements(page) < 4500


def test_more_words_are_listed_alone_each_at_its_anchor() -> None:
    found = many(LISTED)
    page = glossary(of_words(*found, stories=1))
    assert "Means" not in page.body
    assert len(anchors(page)) == LISTED + 3  # with those of earlier ids
    assert '<li id="word-abc-word-0"><span id="word-was-0">' in page.body
    assert elements(page) < 2000


def test_of_a_great_many_each_letter_has_a_page() -> None:
    found = [*many(20 * LISTED), term("4chan")]
    one = of_words(*found)
    index = glossary(one)
    assert "8001 words, each on a page of its own" in words(index)
    assert "B: 308 words “bbc word 1” to “bbc word 989”" in words(index)
    assert 'id="letter-b"><h3><a href="../glossary/letter-b/">B: 308 words</a>' in index.body
    assert elements(index) < 200
    pages = [job.make() for job in jobs(one) if job.path.startswith("glossary/letter-")]
    assert {page.address for page in pages if isinstance(page, Page)} >= {
        "glossary/letter-a/",
        "glossary/letter-z/",
        "glossary/letter-other/",
    }
    listed = [name for page in pages if isinstance(page, Page) for name in anchors(page)]
    assert {name for name in listed if not name.startswith("was-")} == {one.id for one in found}
    assert max(elements(page) for page in pages if isinstance(page, Page)) < 2000


def test_a_letter_of_more_words_than_a_page_can_list_has_several() -> None:
    one = of_words(*many(LISTED + 2, "q"))
    page, last = of_letter(one, "Q"), of_letter(one, "Q", 2)
    assert page.meta["next"] == last.address == "glossary/letter-q/page/2/"
    assert last.meta["prev"] == page.address
    assert last.title == "Words with Q, page 2"
    assert len(anchors(last)) == 2
    assert last.crumbs[1:] == (("glossary/", "Glossary"), ("glossary/letter-q/", "Words with Q"))


def test_every_list_of_words_is_small_on_the_wire() -> None:
    for count in (EXPLAINED, LISTED, 20 * LISTED):
        one = of_words(*many(count), stories=USERS + 3)
        furnished = Furnisher(one).furnished(glossary(one))
        assert len(gzip.compress(furnished.text.encode())) < 20_000


def test_a_word_has_a_page_with_its_forms_related_words_and_who_uses_it() -> None:
    one = of_words(term("bail", "security", see=("bell",)), term("bell"), stories=1)
    page = word.page(one, one.vocabulary.glossary["bail"])
    assert page.address == "glossary/bail/"
    assert page.title == "Bail"
    assert page.description == "Means bail."
    assert "Means bail. Also: security See also: bell" in words(page)
    assert '<a href="../../glossary/bell/">bell</a>' in page.body
    assert '<a href="../../explainers/2031-01-01/#word-bail">2031-01-01</a>' in page.body


def test_a_word_that_many_explainers_use_names_the_newest() -> None:
    one = of_words(term("bail"), stories=ENTRIES + 2)
    page = word.page(one, one.vocabulary.glossary["bail"])
    assert page.body.count("#word-bail") == ENTRIES
    assert "#word-bail" in page.body.split("2031-01-03")[0]
    assert "2031-01-02" not in page.body
    assert "2 older explainers use it too" in words(page)


def test_a_word_that_nobody_uses_says_so() -> None:
    one = of_words(term("bail"))
    assert "None yet." in words(word.page(one, one.vocabulary.glossary["bail"]))


def test_an_earlier_id_of_a_word_leads_to_its_page() -> None:
    one = of_words(term("bail", was=("bond",)))
    (page,) = [job.make() for job in jobs(one) if job.path == "glossary/bond/index.md"]
    assert isinstance(page, Page)
    assert page.meta["canonical"] == "glossary/bail/"
    assert page.title == "Bail"
