"""“Correct this page”: each site says what can be done there, and no way leads back to itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.pages.world import site, story
from tools.pages import Settings
from tools.pages.topic import page

REPOSITORY, CONTACT = "https://code.example/stand", "mailto:desk@stand.example"
FILE = "seeds/vocabulary/topics.yml"


def panel(**told: str) -> str:
    """The panel at the foot of a topic of a site that is told so."""
    one = replace(site(story("2031-01-01", {"acme": "refuses"})), settings=Settings(**told))
    return page(one, one.vocabulary.topics["maps"]).body.partition('<div class="fix"')[2]


def test_with_a_repository_a_reader_reports_or_edits() -> None:
    said = panel(repository=REPOSITORY)
    assert f"{REPOSITORY}/edit/main/{FILE}" in said
    assert "Report a mistake" in said
    assert "mailto:" not in said


def test_with_both_a_reader_needs_no_account() -> None:
    said = panel(repository=REPOSITORY, contact=CONTACT)
    assert f'Without an account: <a href="{CONTACT}"' in said


def test_with_a_contact_alone_a_reader_writes_to_the_editors() -> None:
    said = panel(contact=CONTACT)
    assert (
        f'<a class="btn btn--main" href="{CONTACT}" rel="noopener">Write to the editors</a>' in said
    )
    assert f"<code>{FILE}</code>" in said
    assert "account" not in said


def test_with_neither_the_page_says_so_and_leads_nowhere() -> None:
    said = panel()
    assert "does not say how to reach its editors" in said
    assert f"<code>{FILE}</code>" in said
    assert "href" not in said


@pytest.mark.parametrize("told", [{}, {"contact": CONTACT}])
def test_nobody_is_promised_an_edit_that_they_cannot_make(told: dict[str, str]) -> None:
    assert "One edit of one file" not in panel(**told)
