"""A publication that is missing, cannot be read, or has a scale of any size."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.project import ROOT, messages, write_project
from tools.check.publishing import INK, PAPER
from tools.files.publisher import publisher
from tools.model.contrast import contrast
from tools.model.publication import MOST_POSITIONS

PLACE = "seeds/publication.yml"
POSITION = "- {{id: p{n}, label: P{n}, meaning: m, icon: i, side: {side}, axis: deed}}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "1:1: publication must be there: it says who publishes"),
        ("", "1:1: "),
        ("[a, b]", "1:1: publication must be keys and values"),
        ("name: [a\n", "2:1: line must be YAML"),
        ("name: a\nname: b\n", "2:1: "),
        ("name: a\nnames: b\n", "2:1: names must be a known key: 'names'"),
        ("sides: yields\n", "1:8: sides must be a list: 'yields'"),
        ("name: a\n\x00", "2:1: "),
    ],
)
def test_what_cannot_be_read_is_one_problem_of_that_file(
    text: str | None, said: str, tmp_path: Path
) -> None:
    write_project(tmp_path)
    path = tmp_path / PLACE
    path.unlink() if text is None else path.write_text(text, "utf-8")
    lines = [line for line in messages(tmp_path).splitlines() if not line.startswith(" ")]
    assert lines
    assert {line.partition(":")[0] for line in lines} == {PLACE}
    assert any(line.startswith(f"{PLACE}:{said}") for line in lines), lines


@pytest.mark.parametrize("count", [1, 2, MOST_POSITIONS, 30])
def test_a_scale_has_two_positions_and_no_more_than_can_be_drawn(
    count: int, tmp_path: Path
) -> None:
    sides = ["yields"] * (count // 3) + ["holds"] * (count // 3)
    sides += ["resists"] * (count - len(sides))
    lines = [POSITION.format(n=n, side=side) for n, side in enumerate(sides)]
    write_project(tmp_path, {"files": {"positions.yml": "\n".join(lines) + "\n"}})
    told = [line for line in messages(tmp_path).splitlines() if "must have 2 to 16" in line]
    assert len(told) == (0 if 2 <= count <= MOST_POSITIONS else 1)


def test_the_papers_that_colours_are_read_on_are_those_of_the_theme() -> None:
    css = (ROOT / "docs/stylesheets/site.css").read_text("utf-8")
    light, dark, *_ = re.findall(r"--paper: (#\w+);.*?--ink: (#\w+);", css, re.DOTALL)
    assert (PAPER["light"], INK["light"]) == (
        "#ffffff" if light[0] == "#fff" else light[0],
        light[1],
    )
    assert (PAPER["dark"], INK["dark"]) == dark


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


def test_icons_are_those_that_the_theme_draws() -> None:
    icons = publisher(ROOT)[0].icons
    assert {"round-tick", "square-door", "diamond"} <= icons
