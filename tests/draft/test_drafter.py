"""Another program as the drafter: what of its draft is taken, what is told, and what stops it."""

from __future__ import annotations

import json
import shlex
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.draft.test_commands import KEYS, RECORD, saved
from tests.draft.test_record import TEXT
from tests.test_documents import BLOCKS
from tools.__main__ import FINE, FOUND, MISUSED
from tools.commands import drafter as limits

Run = Callable[..., tuple[int, str, str]]
QUOTE = "Lanternpost said on Friday that it would not comply with the order."
STANCE = {"company": "Lanternpost", "position": "refuses", "text": "Says no.", "quote": QUOTE}
ECHO = "import json, sys; asked = json.load(sys.stdin); "


@pytest.fixture
def program(tmp_path: Path) -> Callable[[str], str]:
    """Makes a drafter of a few lines of Python; returns its command."""

    def program(lines: str) -> str:
        file = saved(tmp_path / "a drafter.py", lines)
        return shlex.join([sys.executable, "-I", str(file)])

    return program


@pytest.fixture
def drafted(
    run: Run, program: Callable[[str], str], tmp_path: Path
) -> Callable[..., tuple[dict[str, Any], str]]:
    """The draft of the article that comes of a drafter's, and what is told of it."""

    def drafted(draft: Any, **rest: Any) -> tuple[dict[str, Any], str]:
        file = saved(tmp_path / "article.txt", rest.get("text", TEXT))
        command = program(f"print({json.dumps(draft)!r})")
        code, text, told = run("draft", "--json", "--with", command, file)
        assert code == FINE, told
        return json.loads(text), told

    return drafted


def test_the_program_is_given_the_article_as_it_was_read(
    run: Run, program: Callable[[str], str], tmp_path: Path
) -> None:
    command = program(ECHO + "open('asked.json', 'w').write(json.dumps(asked)); print('{}')")
    file = saved(tmp_path / "article.txt", TEXT.replace("Published 3 May 2031\n\n", ""))
    assert run("draft", "--json", "--published", "2031-05-03", "--with", command, file)[0] == FINE
    asked = json.loads((tmp_path / "asked.json").read_text("utf-8"))
    (read,) = map(json.loads, run("read", "--json", file)[1].splitlines())
    assert asked.pop("positions")[0].keys() == {"id", "meaning"}
    assert file.read_text("utf-8") == asked.pop("text")
    assert asked == read | {"file": "article.txt", "published": "2031-05-03"}


def test_what_holds_is_written_in_the_form_of_every_draft(drafted: Callable[..., Any]) -> None:
    offered = {"company": "Wrenmail", "quote": [QUOTE], "positions": ["refuses"], "sureness": 40}
    line, told = drafted(
        {
            "title": "Who obeys?",
            "answer": {"text": "One will not.", "quote": QUOTE.replace(" ", "\n ")},
            "timeline": [{"date": "2031-05", "text": "It said no.", "quote": [QUOTE, "Wrenmail"]}],
            "stances": [STANCE | {"date": "2031-05-02", "sureness": 90}],
            "candidates": [offered],
            "figures": [{"value": 40, "text": "At stake.", "quote": "logs of 40 per cent"}],
        }
    )
    assert told == ""
    assert list(line) == KEYS
    assert (line["title"], line["drafted"]) == ("Who obeys?", "machine")
    assert line["sources"][0]["published"] == "2031-05-03"
    assert line["answer"]["quote"] == QUOTE
    assert line["timeline"][0]["quote"] == [QUOTE, "Wrenmail"]
    assert line["stances"] == [STANCE | {"company_id": None, "date": "2031-05-02", "sureness": 90}]
    assert line["candidates"][0] == offered | {"company_id": None, "quote": QUOTE}
    assert line["figures"][0]["value"] == "40"


def test_a_draft_of_the_project_passes_as_one_of_another_program(
    run: Run, program: Callable[[str], str], tmp_path: Path
) -> None:
    file = saved(tmp_path / "article.txt", TEXT)
    own = json.loads(run("draft", "--json", file)[1])
    command = program(f"print({json.dumps(own)!r})")
    code, text, told = run("draft", "--json", "--with", command, file)
    assert (code, told) == (FINE, "")
    assert json.loads(text) == {"candidates": []} | own


@pytest.mark.parametrize(
    ("claim", "complaint"),
    [
        ({"quote": QUOTE.replace("not", "never")}, "quote must stand word for word in article.txt"),
        ({"quote": [QUOTE, "Nobody said this."]}, "quote must stand word for word in article.txt"),
        ({"quote": []}, "quote must be one passage or a list"),
        ({"quote": None}, "stances[1].quote must be given"),
        ({"quote": {"a": 1}}, "quote must be text"),
        ({"quote": "x" * 1001}, "quote must have at most 1000 characters"),
        ({"position": "obeys"}, "stances[1].position must be on its list: 'obeys'"),
        ({"position": ["refuses"]}, "position must be text"),
        ({"company": " \u200b"}, "company must not be empty"),
        ({"company": 4}, "company must be text: '4'"),
        ({"text": "x" * 1001}, "text must have at most 1000 characters"),
        ({"text": "half of one: \ud83d"}, "text must hold no half of a character"),
    ],
)
def test_a_claim_that_does_not_hold_is_left_out_and_told(
    drafted: Callable[..., Any], claim: dict[str, Any], complaint: str
) -> None:
    line, told = drafted({"stances": [STANCE | claim, STANCE]})
    assert line["stances"] == [STANCE | {"company_id": None, "date": None}]
    assert complaint in told
    assert told.count("The claim is left out.") == 1


@pytest.mark.parametrize(
    ("claim", "complaint"),
    [
        ({"date": "May"}, "stances[1].date must be a date"),
        ({"date": 2031}, "stances[1].date must be text: '2031'"),
        ({"company_id": "nobody"}, "stances[1].company_id must be on its list: 'nobody'"),
        ({"sureness": 101}, "stances[1].sureness must be a whole number from 0 to 100"),
        ({"colour": "red"}, "stances[1] must have known keys only: 'colour'"),
        ({"topic": "ostvale-logs"}, "stances[1] must have known keys only: 'topic'"),
    ],
)
def test_what_a_claim_can_do_without_is_left_out_alone(
    drafted: Callable[..., Any], claim: dict[str, Any], complaint: str
) -> None:
    line, told = drafted({"stances": [STANCE | claim]})
    assert line["stances"] == [STANCE | {"company_id": None, "date": None}]
    assert complaint in told


@pytest.mark.parametrize(
    ("draft", "complaint"),
    [
        ({"verdict": 1}, "draft must have known keys only: 'verdict'"),
        ({str(n): n for n in range(9)}, "draft must have known keys only, and has 9 others"),
        ({"stances": {}}, "stances must be a list: '{}'"),
        ({"stances": [STANCE] * 201}, "stances must have at most 200 entries: 201"),
        ({"who": ["Mira"]}, "who[1] must be keys and values: 'Mira'"),
        ({"glossary": ["no-such-word"]}, "glossary[1] must be on its list: 'no-such-word'"),
        ({"title": 7}, "title must be text: '7'"),
        ({"timeline": [{"date": "2031-13", "text": "x", "quote": QUOTE}]}, "month from 01 to 12"),
        ({"candidates": [{"company": "x", "quote": QUOTE, "positions": []}]}, "list of positions"),
    ],
)
def test_what_a_draft_must_not_be_is_told(
    drafted: Callable[..., Any], draft: dict[str, Any], complaint: str
) -> None:
    line, told = drafted(draft)
    assert complaint in told
    assert line["title"] == "Ostvale orders three firms to hand over message logs"
    assert len(line["stances"]) == (200 if "entries" in complaint else 0)
    assert (line["who"], line["timeline"], line["candidates"]) == ([], [], [])


def test_what_is_told_of_a_draft_has_an_end(drafted: Callable[..., Any]) -> None:
    _, told = drafted({"stances": [{}] * 150})
    assert told.count("note:") == limits.MOST_TOLD + 1
    assert told.endswith("note: and 110 more of that kind\n")


def test_no_control_character_reaches_the_terminal(drafted: Callable[..., Any]) -> None:
    _, told = drafted({"\x1b[2J\u202e": 1, "stances": [STANCE | {"position": "\x1b]0;x\x07"}]})
    assert "\\x1b[2J\\u202e" in told
    assert [c for c in told if not c.isprintable()] == ["\n"] * told.count("\n")


def test_a_company_is_one_however_it_is_given(drafted: Callable[..., Any], run: Run) -> None:
    text = TEXT.replace("Lanternpost", "Examplebook")
    quote = QUOTE.replace("Lanternpost", "Examplebook")
    run("schema")
    ids = ["Examplebook", "examplebook", "EXAMPLEBOOK"]
    stances = [STANCE | {"company": one, "quote": quote} for one in ids]
    line, told = drafted({"stances": stances}, text=text)
    assert told == ""
    assert len({one["company_id"] for one in line["stances"]}) == 1


BROKEN = {
    "silent": ("", "the drafter must write a draft, and wrote nothing"),
    "not JSON": ("print('Sure! Here is it:')", "must write one object as JSON, and nothing else"),
    "two objects": ("print('{}{}')", "must write one object as JSON, and nothing else"),
    "a list": ("print('[1]')", "must write one object as JSON, and nothing else: it wrote '[1]'"),
    "no number": ("print('{\"title\": NaN}')", "NaN is no JSON"),
    "deep": ("print('[' * 90_000)", "must not nest values so deep"),
    "not UTF-8": ("import sys; sys.stdout.buffer.write(b'{\"\\xff')", "must write one object"),
    "failing": ("print('{}'); raise SystemExit(1)", "exit code 0, and ended with 1"),
    "huge": ("while True: print('x' * 100_000)", "at most 2000000 bytes, and wrote more"),
    "slow": ("import time; time.sleep(60)", "must be done in 3 seconds, and was not"),
    "leaving others behind": (
        "import subprocess; subprocess.Popen(['sleep', '60'])",
        "must be done in 3 seconds, and was not",
    ),
    "slow to end": (
        "import os, time; print('{}', flush=True); os.close(1); time.sleep(60)",
        "must end in 3 seconds, and did not",
    ),
}


@pytest.mark.parametrize(("lines", "complaint"), BROKEN.values(), ids=BROKEN)
def test_a_drafter_that_fails_is_told_and_the_next_article_is_drafted(
    lines: str,
    complaint: str,
    run: Run,
    program: Callable[[str], str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if "3 seconds" in complaint:
        monkeypatch.setattr(limits, "SECONDS", 3)
    good = f"print({json.dumps({'stances': [STANCE]})!r})"
    command = program(
        ECHO + "\nif asked['file'] == 'good.txt':\n    " + good + "\n    raise SystemExit\n" + lines
    )
    files = [saved(tmp_path / name, TEXT) for name in ("bad.txt", "good.txt")]
    begun = time.monotonic()
    code, text, told = run("draft", "--json", "--with", command, *files)
    assert time.monotonic() - begun < 20
    refused, drafted = map(json.loads, text.splitlines())
    assert code == FOUND
    assert told.startswith(f"{files[0]}: the drafter must ")
    assert complaint in told
    assert complaint in refused["refused"]
    assert drafted["stances"]


@pytest.mark.parametrize(
    ("command", "complaint"),
    [
        ("", "--with must name a program"),
        ("'open", "--with must be a command as a shell reads it"),
        ("no-such-program --x", "cannot: No such file or directory"),
        (".", "'.' cannot: "),
        ("a\0b", "cannot: "),
    ],
)
def test_what_cannot_be_started_is_misuse(
    run: Run, tmp_path: Path, command: str, complaint: str
) -> None:
    file = saved(tmp_path / "a.txt", TEXT)
    code, text, told = run("draft", "--json", "--with", command, file)
    assert (code, text, told.count("\n")) == (MISUSED, "", 1)
    assert complaint in told


def test_no_shell_reads_the_command(
    run: Run, program: Callable[[str], str], tmp_path: Path
) -> None:
    command = program("import json, sys; print(json.dumps({'title': ' '.join(sys.argv[1:])}))")
    file = saved(tmp_path / "a.txt", TEXT)
    _, text, _ = run("draft", "--json", "--with", f"{command} $HOME '; touch a' > b", file)
    assert json.loads(text)["title"] == "$HOME ; touch a > b"
    assert not (tmp_path / "b").exists()


def hostile() -> dict[str, Any]:
    """A draft whose every text is markup, a template or YAML."""
    bad = "</script><script>alert(1)</script>: {{ 7*7 }} &a *b # - [x](javascript:x) \u202e"
    said = {"text": bad, "quote": QUOTE}
    return {
        "title": bad,
        "answer": said,
        "key_points": [said] * 9,
        "timeline": [said | {"date": "2031-05-02"}] * 2,
        "stances": [STANCE | {"text": bad, "company": bad}, STANCE | {"company": bad}],
        "candidates": [{"company": bad, "quote": QUOTE, "positions": ["refuses"]}],
        "who": [{"name": bad, "description": bad, "quote": QUOTE}],
        "figures": [said | {"value": bad}],
        "unknowns": [said, said],
        "terms": [{"short": bad, "long": bad, "quote": QUOTE}],
    }


def test_new_writes_a_record_that_passes_every_rule_and_tells_what_it_left_out(
    run: Run, program: Callable[[str], str], tmp_path: Path
) -> None:
    draft = hostile()
    draft["unknowns"].append({"text": "x", "quote": "Nobody said this."})
    command = program(f"print({json.dumps(draft)!r})")
    file = saved(tmp_path / "a.txt", TEXT)
    code, _, told = run("new", "2031-05-logs", "--from", file, "--with", command)
    assert code == FINE
    assert "2031-05-logs/article.txt: note: unknowns[3].quote must stand word for word" in told
    record = (tmp_path / "project" / RECORD.format("2031-05-logs")).read_text("utf-8")
    assert "\ndrafted: machine\n" in record
    code, text, _ = run("check", "2031-05-logs")
    assert (code, "nothing to mend" in text) == (FINE, True)


def test_a_story_is_drafted_whole_or_not_at_all(
    run: Run, program: Callable[[str], str], tmp_path: Path
) -> None:
    run("schema")
    folder = tmp_path / "project/seeds/stories/two"
    folder.mkdir()
    saved(folder / "article.txt", TEXT)
    saved(folder / "second.txt", TEXT.replace("3 May", "4 May").replace("Friday", "Monday"))
    draft = {"stances": [STANCE | {"quote": "would not comply"}]}
    code, _, told = run("draft", "two", "--with", program("raise SystemExit(1)"))
    assert (code, told) == (
        MISUSED,
        "python -m tools: two: the drafter must end with exit code 0, and ended with 1\n",
    )
    assert not (folder / "explainer.yml").exists()
    code, _, told = run("draft", "two", "--with", program(f"print({json.dumps(draft)!r})"))
    assert (code, told) == (FINE, "")
    record = (folder / "explainer.yml").read_text("utf-8")
    assert record.count("position: refuses") == 1  # from both, told once
    assert record.count("    source: article.txt") == 1  # both have its words
    assert run("check", "two")[0] == FINE


def test_score_measures_another_drafter_and_never_publishes_it(
    run: Run, program: Callable[[str], str]
) -> None:
    command = program("print('{}')")
    code, text, _ = run("score", "--with", command)
    assert code == FINE
    (positions,) = [line for line in text.splitlines() if line.startswith("| Positions |")]
    assert positions.split(" | ")[2] == "0%"
    assert "python -m tools score --with" in text
    code, _, told = run("score", "--write", "--with", command)
    assert code == MISUSED
    assert "--write must stand without --with" in told


def test_the_drafter_of_the_guide_does_what_the_guide_says(
    run: Run, program: Callable[[str], str], tmp_path: Path
) -> None:
    (lines,) = [text for kind, text in BLOCKS if kind == "python"]
    assert lines.count("\n") <= 30
    text = TEXT.replace("would not comply", "will not comply")
    file = saved(tmp_path / "article.txt", text)
    code, said, told = run("draft", "--json", "--with", program(lines), file)
    assert (code, told) == (FINE, "")
    (stance,) = json.loads(said)["stances"]
    assert (stance["company"], stance["position"]) == ("Lanternpost", "refuses")
    assert stance["quote"] == QUOTE.replace("would", "will")
    code, said, told = run("draft", "--json", "--with", program(lines), saved(file, "Nothing."))
    assert (code, told, json.loads(said)["stances"]) == (FINE, "", [])
