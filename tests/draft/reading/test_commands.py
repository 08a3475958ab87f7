"""The commands `read` and `new`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tools import __main__ as command
from tools.draft.reading import read

ROOT = Path(__file__).parents[3]
FOUNDING = ROOT / "seeds" / "stories" / "2020-07-hong-kong-user-data" / "article.txt"
TEXT = """Ministry orders ferry companies to hand over travel records

By Anna Placeholder

Published 3 May 2021

The transport ministry of Ostvale ordered three ferry companies on Monday to hand over the records.

Lanternpost said that it would not comply with the order before a court had looked at it.
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, which `new` writes into."""
    monkeypatch.setattr(command, "ROOT", tmp_path)
    return tmp_path


def saved(folder: Path, name: str, data: str | bytes) -> str:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


def test_read_writes_one_object_a_line_in_the_order_of_the_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [saved(tmp_path, "b.txt", TEXT), saved(tmp_path, "a.txt", "")]
    assert command.main(["read", "--json", *files]) == command.FINE
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert [first["file"], second["file"]] == files
    assert first["published"] == "2021-05-03"
    assert second["headline"] is None
    assert second["paragraphs"] == []
    headline = first["pieces"][0]
    assert headline["kind"] == "headline"
    assert TEXT[headline["start"] : headline["end"]] == first["headline"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "NUL bytes"),
        ("Café\n\nThe café is shut.".encode("latin-1"), "must be UTF-8, and is not in line 1"),
        (b"word " * 500_000, "too long for an article: 2.5 MB"),
        (b"\x01\x02\x03\x04 words", "control characters"),
    ],
)
def test_what_is_no_text_is_refused_and_the_others_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, reason: str
) -> None:
    files = [saved(tmp_path, "bad.txt", data), saved(tmp_path, "good.txt", TEXT)]
    assert command.main(["read", "--json", *files]) == command.FOUND
    output = capsys.readouterr()
    refused, good = (json.loads(line) for line in output.out.splitlines())
    assert reason in refused["refused"]
    assert reason in output.err
    assert refused["paragraphs"] == []
    assert len(good["paragraphs"]) == 2


def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["read", "--json", "nowhere.txt"]) == command.MISUSED
    assert "there is no file nowhere.txt" in capsys.readouterr().err


def test_reading_a_text_loads_nothing_heavy(tmp_path: Path) -> None:
    file = saved(tmp_path, "a.txt", TEXT)
    program = (
        "import sys; from tools.__main__ import main; "
        f"main(['read', '--json', {file!r}]); "
        "print([m for m in ('lxml', 'trafilatura', 'spacy') if m in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines()[-1] == "[]"


def test_new_keeps_the_bytes_and_states_what_the_text_states(root: Path) -> None:
    text = TEXT.replace("\n", "\r\n")
    assert command.main(["new", "2021-05-ferries", "--from", saved(root, "a.txt", text)]) == 0
    folder = root / "seeds" / "stories" / "2021-05-ferries"
    assert sorted(path.name for path in folder.iterdir()) == ["article.txt", "explainer.yml"]
    assert (folder / "article.txt").read_bytes() == text.encode()
    source = yaml.safe_load((folder / "explainer.yml").read_text("utf-8"))["sources"][0]
    assert source["headline"] == "Ministry orders ferry companies to hand over travel records"
    assert source["author"] == "Anna Placeholder"
    assert str(source["published"]) == "2021-05-03"
    assert source["published_basis"] is None
    assert source["licence"] is None


@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("ending", ["txt", "html"])
def test_an_article_in_utf_16_is_read_rightly_and_kept_as_utf_8(
    root: Path, mark: str, ending: str
) -> None:
    text = f"<p>{TEXT.replace(chr(10), '<p>')}" if ending == "html" else TEXT
    data = (mark + text).encode("utf-16-le")
    assert command.main(["new", "ferries", "--from", saved(root, f"a.{ending}", data)]) == 0
    kept = (root / "seeds/stories/ferries/article.txt").read_bytes().decode("utf-8")
    assert "Ministry orders ferry companies to hand over travel records" in kept
    assert kept == TEXT or ending == "html"
    assert not {"\ufeff", "\0"} & set(kept)


@pytest.mark.parametrize("name", ["Ferries", "../ferries", "ferries 1", "a--b", "", ".", "index"])
def test_new_refuses_a_bad_name(root: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert command.main(["new", name, "--from", saved(root, "a.txt", TEXT)]) == command.MISUSED
    assert "lower-case words joined by hyphens" in capsys.readouterr().err
    assert not (root / "seeds").exists()


@pytest.mark.parametrize(
    ("data", "reason"), [(None, "there is no file"), ("", "no text"), (b"\0", "NUL bytes")]
)
def test_new_writes_nothing_where_there_is_no_article(
    root: Path, capsys: pytest.CaptureFixture[str], data: str | bytes | None, reason: str
) -> None:
    file = str(root / "a.txt") if data is None else saved(root, "a.txt", data)
    assert command.main(["new", "ferries", "--from", file]) == command.MISUSED
    assert reason in capsys.readouterr().err
    assert not (root / "seeds").exists()


def test_new_leaves_a_story_that_is_there_as_it_is(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = root / "seeds" / "stories" / "ferries"
    folder.mkdir(parents=True)
    assert command.main(["new", "ferries", "--from", saved(root, "a.txt", TEXT)]) == command.MISUSED
    assert "stays as it is" in capsys.readouterr().err
    assert list(folder.iterdir()) == []


def test_new_writes_whole_or_not_at_all(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("tools.files.write.os.rename", full)
    assert command.main(["new", "ferries", "--from", saved(root, "a.txt", TEXT)]) == command.MISUSED
    assert list((root / "seeds" / "stories").iterdir()) == []


def test_new_stores_the_text_of_a_saved_page_once(root: Path) -> None:
    pytest.importorskip("trafilatura", reason="the extra `draft` is not installed")
    headline, *_, first, second = [line for line in TEXT.splitlines() if line]
    page = f"<h1>{headline}</h1><nav>Home</nav><p>{first}</p><p>{second}</p>"
    assert command.main(["new", "ferries", "--from", saved(root, "a.html", page)]) == 0
    folder = root / "seeds" / "stories" / "ferries"
    text = (folder / "article.txt").read_text("utf-8")
    assert text == f"{headline}\n\n{first}\n\n{second}\n"


def test_the_founding_article_reads_as_a_person_reads_it() -> None:
    text = FOUNDING.read_bytes().decode("utf-8")
    reading = read(text)
    assert reading.headline == text.splitlines()[0]
    assert reading.dek == text.splitlines()[2]
    assert [span.of(text)[:20] for span in reading.headings] == [
        "New laws could be us",
        "Social media platfor",
    ]
    assert len(reading.paragraphs) == 3
    assert reading.authors == ("Jai Pratap",)
    assert reading.published is None
    assert [removed.why for removed in reading.removed] == ["byline", "biography", "comment form"]


def test_new_tells_that_an_article_breaks_off(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cut = f"{TEXT}\nTo keep reading, subscribe for 1 crown a week.\n"
    assert command.main(["new", "ferries", "--from", saved(root, "a.txt", cut)]) == command.FINE
    assert "note: " in (told := capsys.readouterr().err)
    assert "may not be whole" in told
    assert command.main(["read", "--json", saved(root, "a.txt", cut)]) == command.FINE
    (note,) = json.loads(capsys.readouterr().out)["notes"]
    assert note in told


def test_a_mail_is_kept_as_the_article_that_it_holds(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    headline, *_, first, second = [line for line in TEXT.splitlines() if line]
    head = f"From: desk@example.org\nDate: Mon, 3 May 2021 09:14:03 +0000\nSubject: Fwd: {headline}"
    file = saved(root, "a.txt", f"{head}\n\n{first}\n\n{second}\n")
    assert command.main(["new", "ferries", "--from", file]) == command.FINE
    text = (root / "seeds" / "stories" / "ferries" / "article.txt").read_text("utf-8")
    assert text == f"{headline}\n\n3 May 2021\n\n{first}\n\n{second}\n"
    capsys.readouterr()
    assert command.main(["read", "--json", file]) == command.FINE
    assert json.loads(capsys.readouterr().out)["pieces"] == []  # offsets into no file


def test_new_refuses_several_articles_and_names_them(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = f"{TEXT}\n==========\n\n{TEXT.replace('ferry', 'tram')}"
    assert command.main(["new", "ferries", "--from", saved(root, "a.txt", both)]) == command.MISUSED
    assert "it holds 2 articles (“Ministry orders ferry" in capsys.readouterr().err
    assert not (root / "seeds").exists()
