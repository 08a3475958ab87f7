"""The other commands of `python -m tools`: what they print and write, and their exit codes."""

import json
import os
import shutil
import subprocess
import sys

import pytest
import yaml

import tools.__main__ as command
from tests.project import ROOT, STORY, write_project
from tools.__main__ import FINE, FOUND, MISUSED

RECORD = f"seeds/stories/{STORY}/explainer.yml"
WRONG = {"edit": {"explainer.yml": {"status: reviewed": "status: approved"}}}
CONFIG = """# What MkDocs publishes.
site_name: another
hooks:
  - tools/mkdocs_hook.py
watch:
- seeds
nav:
  - Home: index.md
extra:
  generator: false
"""


def site_around(project):
    """What `export` needs of a project besides its seeds."""
    for name, text in {
        "mkdocs.yml": CONFIG,
        "docs/index.md": "# Home\n",
        "docs/about.md": "# About\n",
        "overrides/main.html": "<p>",
    }.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")


def test_export_writes_a_whole_tree_without_our_hooks(run, tmp_path):
    write_project(tmp_path / "project")
    site_around(tmp_path / "project")
    code, text, _ = run("export", tmp_path / "out")
    assert code == FINE, text
    assert text.endswith(f" files to {tmp_path / 'out'}.\n")
    config = (tmp_path / "out/mkdocs.yml").read_text(encoding="utf-8")
    assert not {"hooks", "watch"} & yaml.safe_load(config).keys()
    assert config.startswith('# What MkDocs publishes.\nsite_name: "Where They Stand"\n')
    settings = yaml.safe_load(config)
    assert settings["nav"] == [{"Home": "index.md"}]
    assert settings["extra"]["generator"] is False
    assert settings["extra"]["publication"]["answerer"] == "Company"
    for name in ("overrides/main.html", "docs/about.md", f"docs/explainers/{STORY}/index.md"):
        assert (tmp_path / "out" / name).is_file(), name


def test_export_stops_at_a_problem_and_writes_nothing(run, tmp_path):
    code, text, _ = run("export", tmp_path / "out", case=WRONG)
    assert code == FOUND
    assert text.startswith(f"{RECORD}:2:9: status must be one of draft, reviewed, withdrawn")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_export_never_writes_into_what_is_there(kind, run, tmp_path):
    out = tmp_path / "out"
    kept = out / "kept.txt" if kind == "folder" else out
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("mine", encoding="utf-8")
    complaint = f"python -m tools: {out} is there and not empty: name a new folder\n"
    assert (MISUSED, "", complaint) == run("export", out)
    assert kept.read_text(encoding="utf-8") == "mine"


def test_index_makes_the_search_of_a_built_site(run, tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<html lang=en><body><p>Acme refuses.", encoding="utf-8")
    assert (FINE, f"Wrote {site / 'pagefind'}.\n", "") == run("index", site)
    assert (site / "pagefind/pagefind-worker.js").is_file()
    assert not list(site.glob("pagefind/pagefind-ui*"))


def test_index_refuses_a_folder_without_pages_and_says_what_makes_them(run, tmp_path):
    complaint = f"python -m tools: {tmp_path} holds no pages: run make build first\n"
    assert (MISUSED, "", complaint) == run("index", tmp_path)


def test_bundle_puts_a_built_site_into_a_zip(run, tmp_path):
    (tmp_path / "index.html").write_text("<p>Acme refuses.", encoding="utf-8")
    write_project(tmp_path / "project")
    path = tmp_path / "site.zip"
    assert (FINE, f"Wrote {path}.\n", "") == run("bundle", tmp_path)
    assert path.is_file()


def test_bundle_refuses_a_folder_without_a_site_and_says_what_makes_it(run, tmp_path):
    complaint = f"python -m tools: {tmp_path} holds no site: run make build first\n"
    assert (MISUSED, "", complaint) == run("bundle", tmp_path)


def test_schema_writes_what_is_not_current_and_nothing_else(run, tmp_path):
    committed = tmp_path / "project/schema"
    shutil.copytree(ROOT / "schema", committed)
    (committed / "topics.schema.json").write_text("{}", encoding="utf-8")
    stale = "schema/topics.schema.json must be current\n    Write it by: python -m tools schema\n"
    assert (FOUND, stale, "") == run("schema", "--check")
    wrote = "Wrote 1 of 7 schemas; the others were current.\n"
    assert (FINE, wrote, "") == run("schema")
    assert run("schema", "--check") == (FINE, "", "")


def test_draft_never_touches_a_record_that_is_there(run, tmp_path):
    code, text, _ = run("draft", STORY, case=WRONG)
    assert code == FINE
    first, *changes = text.splitlines()
    assert first == f"{RECORD} is there, and stays as it is. A fresh draft would change:"
    assert "-  text: Acme says it will not, and Bolt is still reading the rule." in changes
    assert not any("status" in line for line in changes if line[0] in "+-")  # is the editor's
    assert "status: approved" in (tmp_path / "project" / RECORD).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["chekc"], "invalid choice: 'chekc'"),
        (["check", "--format", "xml"], "invalid choice: 'xml'"),
        (["export"], "the following arguments are required: dir"),
        (["index"], "the following arguments are required: site"),
        (["bundle"], "the following arguments are required: site"),
    ],
)
def test_a_command_that_cannot_be_read_is_misuse(arguments, complaint, capsys):
    with pytest.raises(SystemExit) as stop:
        command.main(arguments)
    assert stop.value.code == MISUSED
    assert complaint in capsys.readouterr().err


def test_the_module_runs_from_the_root_and_names_its_commands():
    result = subprocess.run(
        [sys.executable, "-m", "tools", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in ("check", "export", "index", "bundle", "schema"):
        assert f"\n    {name} " in result.stdout


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8:strict"])
def test_output_is_utf_8_on_every_system(encoding, tmp_path):
    name = tmp_path / "caf\u00e9-\u2192-\udcff.txt"  # the last is a byte that is not UTF-8
    try:
        name.write_text("Ostvale \u2192 Port Sefton\n", "utf-8")
    except OSError:
        name = name.with_name("caf\u00e9.txt")  # not every system takes such a name
        name.write_text("Ostvale \u2192 Port Sefton\n", "utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "tools", "read", "--json", name],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=True,
    )
    assert json.loads(result.stdout.decode("utf-8"))["file"] == str(name)


def write_to_nobody(unbuffered):
    """Runs the command into a pipe that nobody reads; returns exit code and complaint."""
    read, write = os.pipe()
    os.close(read)
    try:
        result = subprocess.run(
            [sys.executable, "-m", "tools", "check"],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            stdout=write,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    finally:
        os.close(write)
    return result.returncode, result.stderr


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_stops_early_is_no_fault(unbuffered):
    assert write_to_nobody(unbuffered) == (FINE, "")


def test_the_help_of_each_command_says_what_it_does(capsys):
    with pytest.raises(SystemExit):
        command.main(["bundle", "--help"])
    assert "Put a built site into a zip that opens without a server." in capsys.readouterr().out


def test_a_python_without_the_packages_is_told_how_to_get_them(monkeypatch, capsys):
    def lacking(options):
        raise ModuleNotFoundError("No module named 'pydantic'", name="pydantic")

    monkeypatch.setattr("tools.commands.checking._check", lacking)
    assert command.main(["check"]) == MISUSED
    assert "this Python lacks pydantic. Run make draft once" in capsys.readouterr().err


def test_no_command_waits_for_what_another_needs():
    heavy = ("concurrent.futures", "http.client", "pydantic", "spacy", "urllib.request", "yaml")
    program = f"import sys, tools.__main__; print([m for m in {heavy} if m in sys.modules])"
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout == "[]\n"
