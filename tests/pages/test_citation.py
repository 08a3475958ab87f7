"""Citations, read as reference managers read them."""

from __future__ import annotations

import re
from typing import Any

import bibtexparser
import pytest
import rispy

from tests.pages.world import site, story
from tools.pages import build
from tools.pages.citation import bibtex, files, ris
from tools.pages.citing import Cited, of_story
from tools.pages.settings import Settings
from tools.pages.site import Site

URL = "https://stand.example/"
LATEX = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
}
HOSTILE = [
    "50% of a & b, at $1 #2 a_b ~c^d",
    "a lone { brace",
    "} and another \\",
    "line\r\nER  - \nTY  - BOOK\u2028@misc{x,",
    "Ünïted “quotes” 香港, “и”",
    "\\input{/etc/passwd} and \\% and {}",
]


def cited(title: str = "Who waits?", publisher: str = "The Bell", **told: Any) -> Cited:
    return Cited(
        title, publisher, **{"day": "2031-02-03", "where": "topics/maps/", "root": URL} | told
    )


def bib(text: str) -> dict[str, str]:
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    (entry,) = library.entries
    told = {name: typeset(name, str(field.value)) for name, field in entry.fields_dict.items()}
    return told | {"": entry.key}


def typeset(name: str, value: str) -> str:
    """A value as LaTeX prints it, without the braces that keep the capitals of a title."""
    inner = value[1:-1] if name in ("author", "title") else value
    return re.sub(r"\{\\(\w+)\}|\\(.)", lambda m: LATEX[m[1]] if m[1] else m[2], inner)


def reference(text: str) -> dict[str, Any]:
    (found,) = rispy.loads(text)
    return found


def test_a_reference_manager_reads_the_bibtex() -> None:
    assert bib(bibtex(cited())) == {
        "": "topics:maps",
        "author": "The Bell contributors",
        "title": "Who waits?",
        "howpublished": "The Bell",
        "year": "2031",
        "month": "feb",
        "note": "As of 3 February 2031",
        "url": "https://stand.example/topics/maps/",
    }


def test_a_reference_manager_reads_the_ris() -> None:
    assert reference(ris(cited())) == {
        "type_of_reference": "ELEC",
        "id": "topics:maps",
        "authors": ["The Bell contributors"],
        "title": "Who waits?",
        "publisher": "The Bell",
        "year": "2031",
        "date": "2031/02/03/",
        "urls": ["https://stand.example/topics/maps/"],
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_signs_that_mean_something_there_are_read_as_they_were_written(text: str) -> None:
    plain = " ".join(text.split())
    one = cited(text, text)
    told = bib(bibtex(one))
    assert (told["title"], told["howpublished"]) == (plain, plain)
    told = reference(ris(one))
    assert (told["title"], told["publisher"]) == (plain, plain)


@pytest.mark.parametrize("write", [bibtex, ris])
def test_without_day_and_address_none_is_told(write: Any) -> None:
    text = write(cited(day="", root=""))
    assert "http" not in text
    assert "20" not in text


def test_an_address_ends_no_field() -> None:
    assert "url = {https://stand.example/%7Ba%7D/topics/maps/}," in bibtex(
        cited(root=f"{URL}{{a}}/")
    )


def world(**fields: Any) -> Site:
    bare = site(story("2031-01-01", {"acme": "refuses"}, "one", **fields))
    return Site(bare.seeds, Settings(url=URL))


def test_every_story_demand_and_company_has_both_files() -> None:
    made = {path: make() for path, make in files(world())}
    assert [path for path in made if path.endswith(".bib")] == [
        "explainers/one/cite.bib",
        *(f"topics/{name}/cite.bib" for name in ("maps", "bells")),
        *(f"companies/{name}/cite.bib" for name in ("acme", "bolt", "cog")),
    ]
    assert reference(made["topics/maps/cite.ris"])["date"] == "2031/01/01/"
    assert "year" not in reference(made["companies/bolt/cite.ris"])


def test_a_former_address_cites_what_is_there_now() -> None:
    made = dict(files(world(was=["nought"])))
    assert made["explainers/nought/cite.ris"]() == made["explainers/one/cite.ris"]()


def test_drafts_are_not_cited() -> None:
    draft = world(status="draft", reviewed=None)
    assert not [path for path, _ in files(draft) if path.startswith("explainers/")]
    assert "To cite this page" not in build(draft.seeds, draft.settings)["explainers/one/index.md"]


def test_the_page_leads_to_its_files() -> None:
    whole = world()
    for where in ("explainers/one", "topics/maps", "companies/acme"):
        page = build(whole.seeds, whole.settings)[f"{where}/index.md"]
        assert f"{URL}{where}/</span>" in page
        assert 'href="cite.bib"' in page
        assert 'href="cite.ris"' in page


def test_the_line_is_that_of_the_data() -> None:
    whole = world()
    (one,) = whole.public
    name = whole.publication.name
    assert (
        of_story(whole, one).line
        == f"{name} contributors, “one”, {name}, 1 January 2031, {URL}explainers/one/."
    )
