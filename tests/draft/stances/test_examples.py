"""The examples of positions: sentences and articles by several writers, with what they hold.

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
from tools.draft.stances.examples import entries, files

SENTENCES = {path.stem: entries(path) for path in files("sentences")}
ARTICLES = {path.stem: entries(path) for path in files("articles")}
ALL = [example for some in SENTENCES.values() for example in some]
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


def labels(article: dict[str, Any]) -> list[dict[str, str]]:
    """What an article is said to hold, or perhaps to hold."""
    return [*article["stances"], *(article.get("unsure") or [])]


@pytest.mark.parametrize("name", SENTENCES)
def test_each_sentence_names_its_company_and_what_it_is(name: str) -> None:
    for example in SENTENCES[name]:
        keys = set(example)
        assert {"text", "company", "position", "style", "trap"} <= keys, example
        assert keys <= {"text", "before", "company", "position", "style", "trap"}, example
        assert example["company"] in f"{example.get('before', '')} {example['text']}", example
        assert example["position"] in KNOWN | {"none"}, example
        assert example["style"] in STYLES, example
        assert example["trap"] in TRAPS, example


@pytest.mark.parametrize("name", SENTENCES)
def test_half_of_each_writers_sentences_hold_no_position(name: str) -> None:
    none = sum(example["position"] == "none" for example in SENTENCES[name])
    assert 0.4 <= none / len(SENTENCES[name]) <= 0.6


def test_several_writers_give_enough_of_each_position() -> None:
    counts = Counter(example["position"] for example in ALL)
    assert len(SENTENCES) >= 5
    assert len(ALL) >= 2000
    assert {name for name in KNOWN if counts[name] < LEAST_OF_A_POSITION} == set()


def test_no_sentence_stands_twice_and_no_frame_often() -> None:
    texts = Counter((example.get("before"), example["text"], example["company"]) for example in ALL)
    frames = Counter(frame(example) for example in ALL)
    assert [text for text, count in texts.items() if count > 1] == []
    assert [one for one, count in frames.items() if count > MOST_OF_A_FRAME] == []


@pytest.mark.parametrize("name", ARTICLES)
def test_each_article_has_what_it_is_said_to_hold(name: str) -> None:
    for article in ARTICLES[name]:
        assert set(article) <= {"text", "stances", "unsure"}, article
        folded = " ".join(article["text"].split())
        for label in labels(article):
            assert set(label) == {"company", "position", "quote"}, label
            assert label["position"] in KNOWN, label
            assert label["company"] in folded, label
            assert folded.count(" ".join(label["quote"].split())) == 1, label


def test_no_article_stands_twice() -> None:
    texts = Counter(one["text"] for some in ARTICLES.values() for one in some)
    assert [text for text, count in texts.items() if count > 1] == []


def test_a_file_says_what_its_entries_are() -> None:
    for kind in ("sentences", "articles"):
        for path in files(kind):
            assert Path(path).read_text(encoding="utf-8").startswith("# "), path
