"""`intake`: from the text of an issue to a story's folder, whatever the issue holds."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.draft.test_record import TEXT
from tests.project import ROOT, write_project
from tools.__main__ import FINE, MISUSED
from tools.files.issue import FORM, NO_ANSWER, NotTheFormError, answers, labels

Run = Callable[..., tuple[int, str, str]]
LABELS = labels((ROOT / FORM).read_text("utf-8"))
NAME = "2031-05-ostvale-orders-three-firms-to-hand-over"
GIVEN = {
    "headline": "Ostvale orders three firms to hand over message logs",
    "url": "https://example.org/ostvale?a=1&b=2",
    "published": "",
    "publisher": "The Ostvale Letter",
    "rights": "- [x] I have lawfully read this article.",
    "article": TEXT,
}
# What would do harm if anything but two files took it in.
HOSTILE = """### Headline

A line that imitates a label

```text
a fence inside
```

$(touch pwned) `touch pwned` ; rm -rf ~ && ${{ secrets.GITHUB_TOKEN }}
::set-output name=story::../../evil
::add-mask::a
--- a/tools/__main__.py
+++ b/tools/__main__.py
EOF
- {yaml: [*alias, !!python/object/apply:os.system ["touch pwned"]]}
Hidden \u202eorder\u202c and zero\u200bwidth.
### Text of the article
"""


def issue(**changed: str) -> str:
    """What GitHub makes of the form."""
    parts = []
    for name, label in LABELS.items():
        value = (GIVEN | changed)[name] or NO_ANSWER
        if name == "article":
            value = f"```text\n{value}\n```" if not value.endswith("\n") else f"```text\n{value}```"
        parts.append(f"### {label}\n\n{value}\n")
    return "\n".join(parts)


@pytest.fixture
def intake(run: Run, tmp_path: Path) -> Callable[[str | bytes], tuple[int, str, str]]:
    """Runs the command on a body, in an invented project with the form."""
    project = tmp_path / "project"
    write_project(project)
    (project / FORM).parent.mkdir(parents=True)
    shutil.copy(ROOT / FORM, project / FORM)
    body = tmp_path / "body.md"

    def intake(text: str | bytes) -> tuple[int, str, str]:
        body.write_bytes(text if isinstance(text, bytes) else text.encode())
        return run("intake", body)

    return intake


def stories(tmp_path: Path) -> Path:
    return tmp_path / "project" / "seeds" / "stories"


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_an_issue_becomes_an_article_and_a_draft_and_its_name_is_all_that_is_printed(
    intake: Callable[..., tuple[int, str, str]], run: Run, tmp_path: Path
) -> None:
    assert intake(issue()) == (FINE, f"{NAME}\n", "")
    folder = stories(tmp_path) / NAME
    assert (folder / "article.txt").read_text("utf-8") == TEXT
    (source,) = yaml.safe_load((folder / "explainer.yml").read_text("utf-8"))["sources"]
    assert source["url"] == GIVEN["url"]
    assert source["publisher"] == GIVEN["publisher"]
    assert source["licence"] is None
    code, text, _ = run("check", NAME)
    assert code == FINE, text


def test_the_lines_of_a_browser_end_as_those_of_an_article(
    intake: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    assert intake(issue().replace("\n", "\r\n"))[0] == FINE
    assert (stories(tmp_path) / NAME / "article.txt").read_bytes() == TEXT.encode()


def test_hostile_text_reaches_two_files_and_nothing_else(
    intake: Callable[..., tuple[int, str, str]], run: Run, tmp_path: Path
) -> None:
    before = files(tmp_path)
    headline = "../../../etc/passwd $(id) `id` ${{ github.token }} \u202e"
    code, name, told = intake(
        issue(headline=headline, article=TEXT + HOSTILE, publisher="]: {&a [*a]} # !!x \u202e")
    )
    assert (code, name) == (FINE, "2031-05-etc-passwd-id-id-github-token\n")
    folder = stories(tmp_path) / name.strip()
    assert (folder / "article.txt").read_text("utf-8") == TEXT + HOSTILE
    new = {f"project/seeds/stories/{name.strip()}/{file}" for file in files(folder)}
    assert files(tmp_path) - before == new | {"body.md"}
    assert files(folder) == {"article.txt", "explainer.yml"}
    assert "hides U+202E (RIGHT-TO-LEFT OVERRIDE)" in told
    assert "hides U+200B (ZERO WIDTH SPACE)" in told
    assert not [line for line in told.splitlines() if line.startswith("::")]  # GitHub would obey
    code, text, _ = run("check", name.strip())
    assert code == FINE, text


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (issue(article="a" * 65_600), "is the most: send the article by a pull request"),
        (issue(article="One\0two."), "NUL bytes"),
        (issue().encode() + b"\xff", "must be UTF-8"),
        (issue(article=""), "there is no text of an article in it"),
        (issue(headline="../.."), "the headline must hold a letter"),
        (issue(headline="頭條"), "the headline must hold a letter"),
        (issue(published="2031-13-01"), "--published must have a month from 01 to 12"),
        (issue(published="yesterday"), "--published must be a date"),
        ("", "the line '### Headline' is missing"),
        ("A mail, and no form.", "the line '### Headline' is missing"),
        (issue().replace("### Address", "### Adress"), "the line '### Address' is missing"),
    ],
)
def test_what_cannot_be_taken_in_is_refused_in_one_line_and_leaves_nothing(
    body: str | bytes,
    complaint: str,
    intake: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
) -> None:
    there = files(stories(tmp_path))
    code, text, told = intake(body)
    assert (code, text, told.count("\n")) == (MISUSED, "", 1)
    assert complaint in told
    assert files(stories(tmp_path)) == there


def test_a_story_that_is_there_stays_as_it_is_and_the_ways_out_are_numbered(
    intake: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    assert intake(issue())[0] == FINE
    code, text, told = intake(issue(article=f"{TEXT}And more.\n"))
    assert (code, text) == (MISUSED, "")
    assert "is there, and stays as it is. 1. To add" in told
    assert " 2. For another story" in told
    assert (stories(tmp_path) / NAME / "article.txt").read_text("utf-8") == TEXT


def test_an_address_that_is_none_is_left_out_and_told(
    intake: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    code, _, told = intake(issue(url="javascript:alert(1)"))
    assert code == FINE
    assert "note: the address does not begin with https:// or http://: left out" in told
    assert "javascript" not in (stories(tmp_path) / NAME / "explainer.yml").read_text("utf-8")


def test_a_day_that_the_text_does_not_state_is_taken_from_the_form(
    intake: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    code, name, _ = intake(
        issue(headline="A", published="2030-11", article="Ostvale waits.\n\nNothing is known.\n")
    )
    assert (code, name) == (FINE, "2030-11-a\n")


def test_labels_imitated_before_their_time_do_not_move_the_answers() -> None:
    form = (ROOT / FORM).read_text("utf-8")
    body = issue(article="### Headline\n\nnot this\n\n```text\nmine\n```")
    found = answers(body, form)
    assert found["headline"] == GIVEN["headline"]
    assert found["article"] == "### Headline\n\nnot this\n\n```text\nmine\n```\n"
    assert found["published"] == ""
    with pytest.raises(NotTheFormError, match="'### Address' is missing, or not in its place"):
        answers(
            "### Address\n\nhttps://a.example\n\n" + body.replace("### Address", "Address"), form
        )


def test_an_article_whose_fence_somebody_edited_away_is_still_read() -> None:
    form = (ROOT / FORM).read_text("utf-8")
    plain = issue().replace("```text\n", "").rstrip("`\n")
    assert answers(plain, form)["article"] == TEXT.strip("\n")
