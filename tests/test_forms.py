"""The forms on GitHub, and the links that lead to them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from tools.pages import Settings

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"
FORMS = {
    path.name: yaml.safe_load(path.read_text("utf-8"))
    for path in sorted(FOLDER.glob("*.yml"))
    if path.name != "config.yml"
}
KINDS = {"markdown", "input", "textarea", "dropdown", "checkboxes"}


def fields(name: str) -> dict[str, dict[str, object]]:
    """The fields of a form that are answered, by their ids."""
    return {one["id"]: one for one in FORMS[name]["body"] if one["type"] != "markdown"}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_has_what_github_asks_for(name: str) -> None:
    form = FORMS[name]
    assert {"name", "description", "title", "labels", "body"} == form.keys()
    assert {one["type"] for one in form["body"]} <= KINDS
    labels = [one["attributes"]["label"] for one in fields(name).values()]
    assert len(labels) == len(set(labels))
    ids = [one["id"] for one in form["body"] if one["type"] != "markdown"]
    assert len(ids) == len(set(ids))


def test_every_report_lands_in_the_form_for_corrections_with_its_place() -> None:
    settings = Settings(url="https://stand.example/", repository="https://code.example/stand")
    address = settings.report("explainers/a/", "event-2031", title="What & when?")
    parts = urlsplit(address)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    assert parts.path == "/stand/issues/new"
    assert query.pop("template") in FORMS
    assert query.pop("title").startswith(FORMS["correction.yml"]["title"])
    assert query == {"page": "https://stand.example/explainers/a/#event-2031"}
    assert query.keys() <= fields("correction.yml").keys()


def test_a_new_article_stands_alone_and_last_where_it_can_imitate_no_answer() -> None:
    *others, article = fields("new-article.yml").values()
    assert article["type"] == "textarea"
    assert article["attributes"]["render"] == "text"
    assert "textarea" not in {one["type"] for one in others}


def test_the_template_of_a_pull_request_is_short() -> None:
    text = (ROOT / ".github" / "PULL_REQUEST_TEMPLATE.md").read_text("utf-8")
    assert len(text.splitlines()) <= 10
