"""The words that stand in no template: every page and feed has its own, and lacks no fact."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pages.world import site
from tools.pages import phrases
from tools.pages.phrases import TABLE, headed, in_feed

CODE = "\n".join(
    path.read_text("utf-8") for path in sorted(Path(phrases.__file__).parent.rglob("*.py"))
)


def test_a_title_and_a_lede_are_filled_with_the_words_of_the_publication() -> None:
    title, lede = headed(site(), "companies")
    assert (title, lede.partition(",")[0]) == ("Companies", "Every company these pages know")


def test_what_is_put_in_is_text_and_no_words_of_ours() -> None:
    assert headed(site(), "receipts", name="{many} {0}").title == "Receipts: {many} {0}"
    assert in_feed(site(), "withdrawn", title="{x}") == "Withdrawn: {x}"


def test_a_fact_that_is_not_given_is_a_fault() -> None:
    with pytest.raises(KeyError, match="letter"):
        headed(site(), "glossary-letter")


@pytest.mark.parametrize("name", [*TABLE["pages"], *TABLE["feeds"]])
def test_no_words_are_kept_that_nothing_says(name: str) -> None:
    # a feed makes the names of these from what is so of a step
    assert name.startswith("told") or re.search(rf'"{name}"', CODE), name
