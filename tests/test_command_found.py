"""`found`: an empty publication of another name, which is whole and speaks of itself alone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml
from lxml import html

from tools import __main__ as command
from tools.__main__ import FINE, MISUSED, main
from tools.check import check
from tools.commands.founding import ENGINE, OWN, publication, words
from tools.draft.stances import known
from tools.files.publisher import publisher
from tools.files.read import seeds
from tools.model.publication import Publication

ROOT = Path(__file__).parents[1]
# what the first publication says, is about or is called
FIRST = re.compile(
    "where.?they.?stand|who gives way|who holds, who|hong.?kong|tiktok|telegram|doxxing"
    "|brooklyn|bernardino|glory|apple-fbi|apple-uk|india-it|when governments ask",
    re.IGNORECASE,
)
SCRIPT = "<script>alert(1)</script>"
NAMES = (
    "The Last Litre",
    "@daily: news",
    ": - # {[&*!|>%`",
    'Who\'s "there"?',
    "back\\slash \\n",
    f"{SCRIPT} & co",
    "أين يقفون",
    "می‌خواهم",
    "日本 🎈",
    "$name ${address} $$",
    "{{ 1 + 1 }} {% raw %}",
    "no",
    "2024-03-08",
    "null",
)
HOSTILE = f"@أين: \"'{SCRIPT}' & {{{{ 7 * 6 }}}} $bundle"


def found(folder: Path, *options: str) -> Path:
    assert main(["found", str(folder), *options]) == FINE
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://own.example/"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publication with names that try to be more than names, and its site."""
    folder = tmp_path_factory.mktemp("hostile") / "own"
    who = f"{SCRIPT} 'maker',<b>\"makers\": #"
    found(folder, "--name", HOSTILE, "--answerers", who, "--address", "makers")
    result = run(folder, "-m", "tools", "publish", "--contact", "mailto:editors@own.example")
    assert (result.returncode, result.stderr) == (0, ""), result.stdout
    return folder


@pytest.fixture(scope="module")
def pages(hostile: Path) -> Mapping[str, html.HtmlElement]:
    """The pages of that site by their address."""
    site = hostile / "site"
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): html.fromstring(
            path.read_bytes(), parser=html.HTMLParser(encoding="utf-8")
        )
        for path in sorted(site.rglob("*.html"))
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_new_publication_has_nothing_to_mend_whatever_it_is_called(
    name: str, tmp_path: Path
) -> None:
    folder = tmp_path / "own"
    for path, data in publication(ROOT, words(name, f"{name}, {name}s", "own")).items():
        if not path.startswith("tools/"):  # which nobody runs here
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    assert check(*seeds(folder)) == []
    read = publisher(folder)[0].publication
    assert (read.name, read.who.one, read.who.many) == (name, name, f"{name}s")
    (listed,) = (
        one for entry in _nav(folder) for one, where in entry.items() if where == "own/index.md"
    )
    assert listed.casefold() == f"{name}s".casefold()


def _nav(folder: Path) -> list[dict[str, object]]:
    class Loader(yaml.CSafeLoader):
        pass

    Loader.add_constructor("!ENV", lambda *_: "")
    text = (folder / "mkdocs.yml").read_text("utf-8")
    nav: list[dict[str, object]] = yaml.load(text, Loader=Loader)["nav"]
    return nav


def test_without_a_word_it_is_about_companies(tmp_path: Path) -> None:
    folder = found(tmp_path / "own")
    who = publisher(folder)[0].publication.who
    assert (who.one, who.many, who.address) == ("company", "companies", "companies")


def test_the_address_is_made_from_the_word_for_many(tmp_path: Path) -> None:
    folder = found(tmp_path / "own", "--answerers", "car maker, car makers")
    assert publisher(folder)[0].publication.who.address == "car-makers"
    assert {"Car makers": "car-makers/index.md"} in _nav(folder)
    assert "\n  /car-makers/*/\n" in (folder / "mkdocs.yml").read_text("utf-8")


def made(root: Path, name: str = "Own") -> dict[str, bytes]:
    """What a publication of this name consists of, by the engine at `root`."""
    return publication(root, words(name, "company,companies", None))


def test_the_same_words_give_the_same_bytes_whether_or_not_an_empty_folder_is_there(
    tmp_path: Path,
) -> None:
    (tmp_path / "there").mkdir()
    once, again = (found(tmp_path / name, "--name", "Own") for name in ("there", "new"))
    assert made(ROOT) == tree(once) == tree(again)


def test_a_new_publication_can_found_another_and_nothing_of_the_first_goes_with_it(
    hostile: Path,
) -> None:
    assert made(ROOT, "Grandchild") == made(hostile, "Grandchild")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--name", " "], "--name must not be empty"),
        (["--name", "a\u202eb"], "--name must hold no characters that cannot be seen"),
        (["--name", "a\udc80"], "--name must hold no characters that cannot be seen"),
        (["--answerers", "firm"], "--answerers must be two words"),
        (["--answerers", "firm,"], "--answerers must be two words"),
        (["--answerers", "شركة,شركات"], "--address must be given"),
        (["--address", "Two Words"], "--address must be lower-case words"),
        (["--address", "../up"], "--address must be lower-case words"),
        (["--address", "topics"], "--address must be one that no other page has: topics"),
    ],
)
def test_what_no_publication_can_be_called_is_told_in_one_line(
    options: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["found", str(tmp_path / "own"), *options]) == MISUSED
    complaint = capsys.readouterr().err
    assert complaint.startswith(f"python -m tools: {said}")
    assert complaint.count("\n") == 1
    assert not (tmp_path / "own").exists()


def test_nothing_is_written_where_something_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kept.txt").write_text("kept", "utf-8")
    for place in (tmp_path, tmp_path / "kept.txt"):
        assert main(["found", str(place)]) == MISUSED
        message = f"python -m tools: {place} is there and not empty: name a new folder\n"
        assert capsys.readouterr().err == message
    assert tree(tmp_path) == {"kept.txt": b"kept"}


def test_an_engine_that_is_not_whole_founds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "ROOT", tmp_path)
    assert main(["found", str(tmp_path / "own")]) == MISUSED
    assert f"{ENGINE[0]} is missing here" in capsys.readouterr().err
    shutil.copytree(ROOT / OWN, tmp_path / OWN)
    for name in ENGINE:
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
    assert main(["found", str(tmp_path / "own")]) == MISUSED
    assert "LICENSE must have the licence of the code" in capsys.readouterr().err


def test_caches_and_what_editors_leave_behind_stay_where_they_are(tmp_path: Path) -> None:
    root = found(tmp_path / "root", "--name", "Own")
    for name in ("__pycache__/a.pyc", "check/.rule.py.swp", "check/rule.py~", ".mypy_cache/a"):
        path = root / "tools" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("left", "utf-8")
    assert made(ROOT) == made(root)


def _about_the_first(folder: Path) -> Iterator[str]:
    for name, data in tree(folder).items():
        if name == "LICENSE" or name.startswith("tools/draft/"):
            continue  # the licence names whose code it is; articles that teach speak of everything
        for line in (name, *data.decode("utf-8", "ignore").splitlines()):
            if FIRST.search(line):
                yield f"{name}: {line}"


def test_no_word_of_the_first_publication_is_in_a_new_one_or_on_its_site(hostile: Path) -> None:
    assert list(_about_the_first(hostile)) == []
    assert FIRST.search((ROOT / "seeds" / "publication.yml").read_text("utf-8"))


def test_the_licence_of_the_code_goes_with_it(hostile: Path) -> None:
    ours, theirs = (folder.joinpath("LICENSE").read_text("utf-8") for folder in (ROOT, hostile))
    start, end = "MIT License\n", "DEALINGS IN THE\nSOFTWARE.\n"
    block = ours[ours.index(start) : ours.index(end) + len(end)]
    assert block in theirs
    assert len(FIRST.findall(theirs)) == len(FIRST.findall(block)) == 1


def test_hostile_names_are_shown_and_do_nothing(pages: Mapping[str, html.HtmlElement]) -> None:
    assert len(pages) > 15
    for address, page in pages.items():
        assert page.xpath("//script[not(@type)][contains(., 'alert')] | //nav//b") == [], address
        assert HOSTILE in page.xpath("string(//title)"), address
    assert '<b>"makers": #' in pages[""].xpath("string(//nav)")
    assert f"every {SCRIPT} 'maker'" in pages["topics/"].text_content()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "No position is recorded yet."),
        ("explainers/", "None yet."),
        ("topics/", "No demand is listed yet."),
        ("makers/", "Nobody is listed yet."),
        ("authorities/", "Nobody is listed yet."),
        ("timeline/", "No event is told yet."),
        ("glossary/", "No word is explained yet."),
        ("corrections/", "None yet."),
        ("sources/", "None yet."),
    ],
)
def test_an_empty_list_says_that_it_is_empty(
    address: str, said: str, pages: Mapping[str, html.HtmlElement]
) -> None:
    text = pages[address].xpath("//article")[0].text_content()
    assert said in text
    assert "0 " not in text
    assert "As of" not in text


def test_the_files_link_to_files_that_are_there(hostile: Path) -> None:
    broken = [
        (path.name, link)
        for path in (*hostile.glob("*.md"), *hostile.glob("docs/*.md"))
        for link in re.findall(r"\]\(([^)#:\s]+)[^)]*\)", path.read_text("utf-8"))
        if not link.startswith(("../../issues", "https")) and not link.endswith("/index.md")
        if not (path.parent / link).exists()
    ]
    assert broken == []


@pytest.mark.parametrize("document", ["docs/make-your-own.md", f"{OWN}/README.md"])
def test_the_documents_name_every_part_of_the_engine(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    assert [
        name for name in ENGINE if not re.search(rf"(?m)[`\s]{re.escape(name)}/?[`\s]", text)
    ] == []


def test_the_page_names_every_symbol_and_every_position_that_can_be_drafted() -> None:
    text = (ROOT / "docs" / "make-your-own.md").read_text("utf-8")
    names = {*publisher(ROOT)[0].icons, *known(), *Publication.model_fields}
    assert [name for name in sorted(names) if f"`{name}`" not in text] == []


def test_the_first_page_of_a_new_publication_is_the_same_theme_in_the_same_order() -> None:
    ours, theirs = (
        (ROOT / folder / "mkdocs.yml").read_text("utf-8").splitlines() for folder in ("", OWN)
    )
    own = [line for line in theirs if line not in ours]
    assert own == ["  - $listed: $address/index.md", "  /$address/*/"]


def test_its_own_tests_pass(hostile: Path) -> None:
    result = run(hostile, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests")
    assert result.returncode == 0, result.stdout
    assert "3 passed" in result.stdout


def test_its_code_is_clean(hostile: Path) -> None:
    for arguments in (["check", "--no-cache", "."], ["format", "--no-cache", "--check", "."]):
        result = run(hostile, "-m", "ruff", *arguments)
        assert result.returncode == 0, result.stdout
