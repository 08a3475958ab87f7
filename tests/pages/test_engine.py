"""The engine of the templates: it escapes everything, and a missing name is an error."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from tools.pages.engine import Engine

VALUES = {"text": "<b>", "html": Markup("<i>"), "number": 5, "nothing": None, "pair": ("<", 2)}


def made(template: str) -> str:
    return Engine(Path()).from_string(template).render(**VALUES, sum=lambda *many: sum(many))


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{{ text }} {{ html }} {{ number }} {{ nothing }}", "&lt;b&gt; <i> 5 None"),
        ("{{ text ~ number }} {{ text ~ html }}", "&lt;b&gt;5 &lt;b&gt;<i>"),
        ("{{ pair[0] }} {{ pair.count(2) }} {{ [pair] | map(attribute=1) | first }}", "&lt; 1 2"),
        ("{{ sum(1, *(2, 3)) }}", "6"),
        ("{{ text if nothing }}|{{ 'x' if number }}", "|x"),
        ("{% macro m(a, b='<') %}{{ a }}{{ b }}{% endmacro %}{{ m(html) }}", "<i>&lt;"),
        ("{% macro m(a, b) %}{{ a }}{{ b }}{% endmacro %}{{ m(b=1, a=text) }}", "&lt;b&gt;1"),
    ],
)
def test_a_template_shows_what_jinja_shows(template: str, html: str) -> None:
    assert html == made(template)


def test_a_name_or_an_attribute_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="unknown"):
        made("{{ unknown }}")
    with pytest.raises(AttributeError, match="unknown"):
        made("{{ text.unknown }}")
