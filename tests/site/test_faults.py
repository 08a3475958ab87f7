"""What a contributor or a reader of logs sees where something is wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.conftest import build, run
from tests.site.html_pages import tight

RECORD = "seeds/stories/2031-05-acme-maps/explainer.yml"
Change = Callable[[str, str, str], Path]


def test_a_fault_stops_the_build_with_the_message_of_check(changed: Change) -> None:
    project = changed(
        RECORD, "quote: rang its bell on 3 May 2031", "quote: rang its bell on 4 May 2031"
    )
    said = run(project, "-m", "tools", "check").stdout
    message, way_out = said.splitlines()[:2]
    assert message == (
        f"{RECORD}:18:63: timeline[1].quote must stand word for word in article.txt: "
        "'rang its bell on 4 May 2031'"
    )
    result = build(project)
    assert result.returncode == 1
    assert message in result.stderr
    assert way_out.strip() in result.stderr
    assert "Traceback" not in result.stderr
    assert not (project / "site" / "index.html").exists()


def test_a_story_without_a_record_stops_a_build(own_project: Path) -> None:
    (own_project / RECORD).unlink()
    result = build(own_project)
    assert result.returncode == 1
    assert "story must have a record: '2031-05-acme-maps' has none" in result.stderr
    assert "python -m tools draft 2031-05-acme-maps" in result.stderr


def test_a_broken_link_in_a_page_written_by_hand_stops_a_strict_build(own_project: Path) -> None:
    for name in ("method.md", "index.md"):
        with (own_project / "docs" / name).open("a", encoding="utf-8") as page:
            page.write(f"\n[Gone](gone-from-{name})\n")
    result = build(own_project)
    assert result.returncode == 1
    for name in ("method.md", "index.md"):
        assert f"'{name}' contains a link 'gone-from-{name}'" in result.stderr
    assert result.stderr.count("WARNING") == 2


def test_the_hand_written_beginning_of_home_is_markdown(own_project: Path) -> None:
    with (own_project / "docs" / "index.md").open("a", encoding="utf-8") as home:
        home.write("\nHow it is *done*: [method](method.md#top).\n")
    assert build(own_project).returncode == 0
    page = (own_project / "site" / "index.html").read_text("utf-8")
    assert '<p>How it is <em>done</em>: <a href="method/#top">method</a>.</p>' in page


@pytest.mark.parametrize(
    ("module", "package"), [("pydantic", "pydantic"), ("pagefind_bin", "pagefind-bin")]
)
def test_a_missing_package_is_named_in_one_line(
    own_project: Path, module: str, package: str
) -> None:
    # a finder that knows nothing of the package stands in for its absence
    (own_project / "sitecustomize.py").write_text(
        "import importlib.util as u\nreal = u.find_spec\n"
        f"u.find_spec = lambda name, *a: None if name == {module!r} else real(name, *a)\n",
        "utf-8",
    )
    result = build(own_project, PYTHONPATH=str(own_project))
    assert result.returncode == 1
    last = result.stderr.strip().splitlines()[-1]
    assert last == (
        f"Missing: {package}. Install what the site needs: "
        "pip install --require-hashes -r requirements/base.txt"
    )
    assert "Traceback" not in result.stderr


def test_a_site_without_an_address_has_no_canonical_one(own_project: Path) -> None:
    result = build(own_project, SITE_URL="", REPOSITORY="")
    assert result.returncode == 0, result.stderr
    page = (own_project / "site" / "index.html").read_text("utf-8")
    assert 'rel="canonical"' not in page
    assert "og:image" not in page
    assert not (own_project / "site" / "sitemap.xml").exists()


def test_a_tree_exported_without_an_address_has_no_site_map(
    own_project: Path, tmp_path: Path
) -> None:
    exported = tmp_path / "exported"
    assert run(own_project, "-m", "tools", "export", str(exported), SITE_URL="").returncode == 0
    assert build(exported, SITE_URL="").returncode == 0
    assert not (exported / "site" / "sitemap.xml").exists()


def test_an_exported_tree_builds_the_same_pages_without_our_code(
    own_project: Path, site: Path, pages: dict[str, str], tmp_path: Path
) -> None:
    exported = tmp_path / "exported"
    said = run(own_project, "-m", "tools", "export", str(exported))
    assert said.returncode == 0, said.stderr
    shutil.rmtree(own_project)
    result = build(exported)
    assert result.returncode == 0, result.stderr
    built = {
        path.relative_to(exported / "site").as_posix().removesuffix("index.html"): path
        for path in (exported / "site").rglob("*.html")
    }
    assert pages.keys() == built.keys()
    # its HTML went through Markdown, which ours did not
    other = [name for name in pages if tight(built[name].read_text("utf-8")) != tight(pages[name])]
    assert other == []
    ours = (site / "sitemap.xml").read_text("utf-8")
    assert ours == (exported / "site" / "sitemap.xml").read_text("utf-8")
    indexed = run(
        exported.parent,
        "-m",
        "tools",
        "index",
        str(exported / "site"),
        PYTHONPATH=str(Path(__file__).parents[2]),
    )
    assert indexed.returncode == 0, indexed.stderr
    assert (exported / "site" / "pagefind" / "pagefind-worker.js").is_file()
