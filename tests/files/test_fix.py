"""The canonical form of a record with its comments: what changes, what stays, and what is left."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.project import ROOT, STORY, golden, golden_folder, write_project
from tools.files.canonical import order, record_text
from tools.files.fix import fixed
from tools.files.fix_lines import NotFixedError
from tools.files.read import STORIES
from tools.files.typed import typed
from tools.files.yaml_text import parse
from tools.model.date_forms import legal_date
from tools.model.record import Event, Explainer, Source, Stance

CASES = golden("fix.yml")
BENT = golden_folder("check")
PATH = "explainer.yml"
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
EXAMPLE = next(t for t in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL) if "title:" in t)


def record(text: str) -> Explainer:
    node, problems = parse(text, PATH)
    result = typed(node, Explainer, PATH)
    assert [*problems, *result.problems] == []
    assert result.value is not None
    return result.value


def comments(text: str) -> list[str]:
    return sorted(match.strip() for match in re.findall(r"(?:^|\s)#.*", text))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_record_is_put_in_order_or_left_with_the_reason(case: dict[str, str]) -> None:
    if "why" in case:
        with pytest.raises(NotFixedError) as left:
            fixed(case["text"], PATH)
        assert case["why"] == str(left.value)
    else:
        once = fixed(case["text"], PATH)
        assert case["fixed"] == once
        assert once == fixed(once, PATH)


def told(value: Any, key: str = "") -> Any:
    """What a record says, its dates in their form and its events in any order."""
    if isinstance(value, dict):
        return {name: told(item, name) for name, item in value.items()}
    if isinstance(value, tuple):
        items = [told(item) for item in value]
        return sorted(items, key=str) if key == "timeline" else items
    return legal_date(value) if value and key in ("date", "published", "reviewed") else value


def keeps_its_meaning(text: str) -> bool:
    """Whether a text can be fixed; proves that it says the same then, and that once is enough."""
    try:
        once = fixed(text, PATH)
    except NotFixedError:
        return False
    assert once == fixed(once, PATH)
    assert comments(text) == comments(once)
    assert told(record(text).model_dump()) == told(record(once).model_dump())
    return True


@pytest.mark.parametrize("case", BENT.values(), ids=BENT)
def test_the_record_of_every_case_of_check_keeps_its_meaning(
    case: dict[str, str], tmp_path: Path
) -> None:
    write_project(tmp_path, case)
    for file in tmp_path.glob("seeds/stories/*/explainer.yml"):
        keeps_its_meaning(file.read_bytes().decode("utf-8"))


def test_the_project_of_the_cases_and_the_example_of_the_guide_can_be_fixed() -> None:
    assert keeps_its_meaning(golden("project.yml")[f"{STORY}/explainer.yml"])
    assert keeps_its_meaning(EXAMPLE)


def test_line_ends_of_windows_stay_and_the_last_line_gets_one() -> None:
    unix = EXAMPLE.rstrip("\n")
    assert fixed(unix.replace("\n", "\r\n"), PATH) == fixed(unix, PATH).replace("\n", "\r\n")


def test_the_keys_of_the_guide_are_in_their_order_already() -> None:
    lines = [line.partition("#")[0].rstrip() for line in EXAMPLE.splitlines()]
    for line in fixed(EXAMPLE, PATH).splitlines():
        lines.remove(line.partition("#")[0].rstrip())
    assert not lines


def test_the_published_records_keep_their_meaning() -> None:
    files = list((ROOT / STORIES).glob("*/explainer.yml"))
    assert files
    assert all(keeps_its_meaning(file.read_text("utf-8")) for file in files)


def test_what_a_draft_writes_is_in_order() -> None:
    source = Source(file="article.txt", sha256="0" * 64, headline="'Wrenmail': waits")
    stance = Stance(company="no", position="1", text="x" * 90, quote=("a", "b: c"), id="d")
    text = record_text(Explainer(title="T", status="draft", sources=(source,), stances=(stance,)))
    assert text == fixed(text, PATH)


def entries(names: list[str], margin: str, **values: str) -> str:
    """Lines of keys, each with a comment above it and one beside it."""
    return "".join(
        f"{margin}# above {name}\n{margin}{name}: {values.get(name, 'v')}  # beside {name}\n"
        for name in names
    )


def whole(keys: list[str], names: list[str], days: list[str]) -> str:
    events = [
        f"  # the event of {day}\n  -\n"
        f"{entries(names, '    ', date=f'2031-07-0{day}', checked='[date-differs]')}"
        for day in days
    ]
    return entries(keys, "", withdrawn="null") + "timeline:\n" + "".join(events)


KEYS, NAMES, DAYS = order(Explainer)[:6], order(Event), list("123")


@given(st.permutations(KEYS), st.permutations(NAMES), st.permutations(DAYS))
def test_each_comment_moves_with_what_it_is_about(
    keys: list[str], names: list[str], days: list[str]
) -> None:
    assert whole(KEYS, NAMES, DAYS) == fixed(whole(keys, names, days), PATH)


CERTAIN = {
    "2031-07-28": "28.7.2031|28/07/2031|07/28/2031|28-7-2031|20310728|2031.7.28|2031–07–28",
    "2031-07-06": "Jul 6 2031|Jul. 6, 2031|6 Jul 2031|6-Jul-2031|6th July 2031|July 6th, 2031",
    "2031-07-07": "07/07/2031|7.7.2031",
    "2031-09": "Sept 2031|Sep. 2031|2031–09|2031-9",
    "2031/2032": "2031–2032|2031 - 2032|2031-2032|2031—2032",
    "1998/1999": "1998–99",
    "2031-07/2031-12": "2031-07–2031-12|2031-7 – 2031-12|July–December 2031|Jul 2031 – Dec 2031",
    "2031-07-06/2031-07-08": "6–8 July 2031|July 6–8, 2031|6 Jul 2031 – 8 Jul 2031|6 - 8 Jul 2031",
    "2031-07-28/2031-08-13": "28.7.2031–13.8.2031|28 July – 13 August 2031|July 28 – Aug 13, 2031",
    "2031-07/..": "2031-07 – ..|July 2031/..",
    "XXXX-07-01": "XXXX–07–01|xxxx-7-1",
}
PAIRS = [(text, legal) for legal, texts in CERTAIN.items() for text in texts.split("|")]


@pytest.mark.parametrize(("text", "legal"), PAIRS)
def test_a_date_that_can_be_one_only_gets_its_form(text: str, legal: str) -> None:
    assert legal == legal_date(text)


UNCERTAIN = """06/07/2031|6.7.2031|6-7-2031|06/07/2031–13/07/2031|2005–07|2031–|28072031|20311301
2031/07|2031.7|7/2031|July|Juli 2031|31 June 2031|2031-13||soon|1 / 2 / 2031|8–6 July 2031
2031-07-06T12:00|../..|6 July|2031-7-6-5|2031-7-6/2031-7-5|6-8 July 2031|December–January 2031"""


@pytest.mark.parametrize("text", re.split(r"[|\n]", UNCERTAIN))
def test_a_date_that_may_be_another_stays_as_it_is(text: str) -> None:
    assert text == legal_date(text)


@given(st.text(st.sampled_from("0123456789Xx-–/.~? July"), max_size=14))
def test_a_date_is_made_legal_or_left(text: str) -> None:
    once = legal_date(text)
    assert once == legal_date(once)
