"""The one import rule: everything may import the model, and the parts do not know each other."""

import ast

import pytest

from tests.project import ROOT

TOOLS = ROOT / "tools"
FILES = sorted(path.relative_to(ROOT).as_posix() for path in TOOLS.rglob("*.py"))
PARTS = ("files", "draft", "check", "pages")
# what may be imported from tools/, by the part that imports; the rest wires the parts together
ALLOWED = {"model": {"model"}} | {part: {"model", part} for part in PARTS}
WIRING = {
    "__init__.py",
    "__main__.py",
    "mkdocs_hook.py",
    "mkdocs_pages.py",
    "publish.py",
    "writing.py",
    "commands",
    "desk",
    "live",
}
# the model neither reads nor writes, starts nothing and needs no model of a language
OUTSIDE = set(
    "os pathlib io shutil tempfile glob fileinput socket urllib http subprocess multiprocessing "
    "sys logging spacy yaml mkdocs jinja2".split()
)


def imported(source, package):
    """The full names of the modules that a source imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            above = package.split(".")[: -node.level + 1 or None] if node.level else []
            module = ".".join([*above, *filter(None, [node.module])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def faults(source, path):
    """What a file of tools/ does against the rule."""
    part, _, rest = path.removeprefix("tools/").partition("/")
    if part in WIRING:
        return []
    if not rest:
        return [f"{path} must be in one of the parts"]
    names = set(imported(source, path.rpartition("/")[0].replace("/", ".")))
    ours = {name.split(".")[1] for name in names if name.startswith("tools.")}
    found = [f"tools.{other}" for other in ours - ALLOWED.get(part, set())]
    if part == "model":
        found += [name for name in names if name.split(".")[0] in OUTSIDE]
        found += [node.id for node in ast.walk(ast.parse(source)) if is_call_out(node)]
    return sorted(found)


def is_call_out(node):
    return isinstance(node, ast.Name) and node.id in ("open", "print", "input", "__import__")


@pytest.mark.parametrize("path", FILES)
def test_a_file_imports_the_model_and_its_own_part_only(path):
    assert not faults((ROOT / path).read_text(encoding="utf-8"), path)


def test_every_part_of_the_house_has_files():
    assert {"model", *PARTS} <= {path.split("/")[1] for path in FILES}


@pytest.mark.parametrize(
    ("path", "source", "expected"),
    [
        ("tools/check/a.py", "from tools.model.text import find", []),
        ("tools/check/a.py", "from tools.check.rule import Rule\nimport os", []),
        ("tools/check/a.py", "from . import rule", []),
        ("tools/check/a.py", "import tools.files.read", ["tools.files"]),
        ("tools/check/a.py", "from tools import pages", ["tools.pages"]),
        ("tools/check/a.py", "from .. import pages", ["tools.pages"]),
        ("tools/check/a.py", "from ..pages.site import Site", ["tools.pages"]),
        ("tools/files/a.py", "def f():\n    from tools.draft import draft", ["tools.draft"]),
        ("tools/model/a.py", "from tools.check.rule import Rule", ["tools.check"]),
        ("tools/model/a.py", "from pathlib import Path", ["pathlib", "pathlib.Path"]),
        ("tools/model/a.py", "import os.path", ["os.path"]),
        ("tools/model/a.py", "text = open('a').read()", ["open"]),
        ("tools/model/a.py", "import re", []),
        ("tools/other/a.py", "import tools.model.text", ["tools.model"]),
        ("tools/other.py", "import re", ["tools/other.py must be in one of the parts"]),
        ("tools/__main__.py", "import tools.pages", []),
    ],
)
def test_the_rule_sees_an_import_however_it_is_written(path, source, expected):
    assert expected == faults(source, path)


def test_no_two_commands_import_each_other_by_any_way_round():
    folder = TOOLS / "commands"
    names = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    uses = {
        name: {
            one.split(".")[2]
            for one in imported((folder / f"{name}.py").read_text("utf-8"), "tools.commands")
            if one.startswith("tools.commands.")
        }
        for name in sorted(names)
    }
    free = set()
    while ready := {name for name in names - free if uses[name] <= free}:
        free |= ready
    assert sorted(names - free) == []  # each waits for another of them
