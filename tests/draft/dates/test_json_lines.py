"""The command `dates --json`, line by line and as a whole."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tools.draft.dates.find import find_dates
from tools.draft.dates.json_lines import UnreadableLineError, answer
from tools.model.dates import Date

ROOT = Path(__file__).parents[3]
HEAVY = {"yaml", "pydantic", "spacy", "jinja2", "mkdocs", "tools.check", "tools.files"}


def run(feed: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tools", "dates", "--json"],
        cwd=ROOT,
        input=feed,
        capture_output=True,
        encoding="utf-8",
    )


def test_a_line_is_answered_with_its_dates() -> None:
    line = json.dumps({"doc": "a", "dct": "2031-05-14", "text": "It shut yesterday."})
    expected = {"doc": "a", "dates": [{"start": 8, "end": 17, "date": "2031-05-13"}]}
    assert expected == json.loads(answer(line))


@pytest.mark.parametrize(
    "line", ['{"doc": 1, "text": "On 1 July."}', '{"dct": null, "text": "On 1 July."}']
)
def test_without_a_publication_day_the_year_is_not_stated(line: str) -> None:
    assert [one["date"] for one in json.loads(answer(line))["dates"]] == ["XXXX-07-01"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("May", "not JSON"),
        ("[]", 'not {"doc"'),
        ('{"doc": 1}', 'not {"doc"'),
        ('{"text": "", "dct": "May"}', "dct must be a date such as 2020-07-06, or null: 'May'"),
        ('{"text": "", "dct": 2020}', "dct must be a date such as 2020-07-06, or null: 2020"),
    ],
)
def test_any_other_line_is_refused_with_the_way_out(line: str, message: str) -> None:
    with pytest.raises(UnreadableLineError) as refused:
        answer(line)
    assert message in str(refused.value)


def test_the_command_answers_in_order_and_skips_blank_lines() -> None:
    lines = [json.dumps({"doc": n, "dct": None, "text": f"é {n}"}) for n in (1998, 7, 1999)]
    result = run("\n\n".join(lines) + "\n")
    assert (result.returncode, result.stderr) == (0, "")
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(one["doc"], len(one["dates"])) for one in answers] == [(1998, 1), (7, 0), (1999, 1)]


def test_the_command_names_the_line_it_cannot_read() -> None:
    result = run('{"text": ""}\nnonsense\n')
    assert result.returncode == 2
    assert "line 2 of standard input is not JSON" in result.stderr


def test_the_command_imports_nothing_heavy() -> None:
    script = (
        "import sys; from tools.__main__ import main; sys.argv[1:] = ['dates', '--json'];"
        f" main(); print(sorted(set(sys.modules) & {HEAVY!r}))"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, input="", capture_output=True, encoding="utf-8"
    )
    assert (result.stdout, result.stderr) == ("[]\n", "")


def test_a_parser_may_say_the_tense_better_than_the_lexicon() -> None:
    text, published = "The court Friday.", Date("2031-05-14")
    (past,) = find_dates(text, published)
    (future,) = find_dates(text, published, hint=lambda start, end: "future")
    (unsaid,) = find_dates(text, published, hint=lambda start, end: None)
    assert [past.date.text, future.date.text] == ["2031-05-09", "2031-05-16"]
    assert unsaid == past
