"""The examples of positions: sentences by several writers, each with the position it holds or none.

An editor adds one where a draft erred; what they must be is said at the head of each file.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.model.build import POSITIONS

FOLDER = Path(__file__).parents[3] / "tools/draft/stances/examples"
FILES = {path.stem: path for path in sorted(FOLDER.glob("*.yml"))}
EXAMPLES: dict[str, list[dict[str, Any]]] = {
    name: yaml.safe_load(path.read_text(encoding="utf-8")) for name, path in FILES.items()
}
ALL = [example for some in EXAMPLES.values() for example in some]
KNOWN = {entry["id"] for entry in yaml.safe_load(POSITIONS.read_text(encoding="utf-8"))}
STYLES = {"agency", "trade", "regional", "tabloid", "press-release", "court-report"}
TRAPS = set(
    "plain neither denied question demand others-words finding supposed background correction part "
    "sued-party person not-policy other-company two-companies".split()
)
MOST_OF_A_FRAME = 5
LEAST_OF_A_POSITION = 40


def frame(example: dict[str, Any]) -> str:
    """A sentence without its names and figures: what is left when only they are changed."""
    text = example["text"].replace(example["company"], "C")
    return re.sub(r"\b[A-Z][\w&'’-]*|\d[\d,.]*", "N", text)


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_example_names_its_company_and_what_it_is(name: str) -> None:
    for example in EXAMPLES[name]:
        keys = set(example)
        assert {"text", "company", "position", "style", "trap"} <= keys, example
        assert keys <= {"text", "before", "company", "position", "style", "trap"}, example
        assert example["company"] in f"{example.get('before', '')} {example['text']}", example
        assert example["position"] in KNOWN | {"none"}, example
        assert example["style"] in STYLES, example
        assert example["trap"] in TRAPS, example


@pytest.mark.parametrize("name", EXAMPLES)
def test_half_of_each_writers_examples_hold_no_position(name: str) -> None:
    none = sum(example["position"] == "none" for example in EXAMPLES[name])
    assert 0.4 <= none / len(EXAMPLES[name]) <= 0.6


def test_several_writers_give_enough_of_each_position() -> None:
    counts = Counter(example["position"] for example in ALL)
    assert len(FILES) >= 5
    assert len(ALL) >= 2000
    assert {name for name in KNOWN if counts[name] < LEAST_OF_A_POSITION} == set()


def test_no_sentence_stands_twice_and_no_frame_often() -> None:
    texts = Counter((example.get("before"), example["text"], example["company"]) for example in ALL)
    frames = Counter(frame(example) for example in ALL)
    assert [text for text, count in texts.items() if count > 1] == []
    assert [one for one, count in frames.items() if count > MOST_OF_A_FRAME] == []
