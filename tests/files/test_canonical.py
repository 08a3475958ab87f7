"""The canonical form of a record: reading it gives the same record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.project import STORY, golden
from tools.files.canonical import record_text
from tools.files.typed import typed
from tools.files.yaml_text import parse
from tools.model.characters import HIDDEN
from tools.model.dates import Date
from tools.model.record import Answer, Event, Explainer, Source

PATH = "explainer.yml"
# what a record may hold: no hidden characters, and white space as a reader of YAML keeps it
LINE = (
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=300)
    .map(lambda text: " ".join(HIDDEN.sub("", text).split()))
    .filter(bool)
)
SOURCE = Source(file="article.txt", sha256="0" * 64, headline="Acme answers")


def read(text: str) -> Explainer | None:
    node, problems = parse(text, PATH)
    result = typed(node, Explainer, PATH)
    assert [*problems, *result.problems] == []
    return result.value


@given(LINE, st.lists(LINE, min_size=1, max_size=3), st.one_of(st.none(), LINE))
def test_any_text_is_read_back_as_it_was(
    text: str, quote: list[str], publisher: str | None
) -> None:
    record = Explainer(
        title=text,
        status="draft",
        sources=(SOURCE.model_copy(update={"publisher": publisher}),),
        answer=Answer(text=text, quote=tuple(quote)),
        timeline=(Event(date=Date("XXXX-07-01"), text=text, quote=tuple(quote)),),
        glossary=(text,),
    )
    assert read(record_text(record)) == record


@pytest.mark.parametrize(
    "text", ["null", "~", "no", "2020-07-01", "0x1F", "a: b", "- a", "# a", "'"]
)
def test_what_yaml_takes_for_something_else_stays_text(text: str) -> None:
    record = Explainer(title=text, status="draft", sources=(SOURCE,))
    assert read(record_text(record)) == record


def test_the_form_is_that_of_the_guide() -> None:
    record = Explainer(
        title="Will Acme answer?",
        status="draft",
        sources=(SOURCE,),
        timeline=(
            Event(
                date=Date("2031-05"),
                id="event-answer",
                text="Acme answers.",
                quote=(
                    "Acme said in a long letter, which nobody had expected at all, that it would.",
                ),
            ),
        ),
    )
    lines = record_text(record).splitlines()
    assert lines[0].startswith("# yaml-language-server: $schema=")
    start = lines.index("timeline:")
    assert lines[start : start + 6] == [
        "timeline:",
        "  - date: 2031-05",
        "    id: event-answer",
        "    text: Acme answers.",
        "    quote: Acme said in a long letter, which nobody had expected at all, that it would.",
        "stances:",
    ]


def test_the_second_time_changes_nothing() -> None:
    record = read(str(golden("project.yml")[f"{STORY}/explainer.yml"]))
    assert record is not None
    once = record_text(record)
    again = read(once)
    assert again is not None
    assert record_text(again) == once
