"""The same input gives the same bytes, whatever the clock, locale, zone, hash seed or folder."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from tests.site.conftest import build, make_project, run

HASHED = re.compile(r"(pagefind/filter/en_|pagefind/pagefind\.en_)[0-9a-f]+")


def contents(site: Path) -> dict[str, object]:
    """Every file's bytes by its path; of Pagefind's filter and meta files, what they say."""
    found: dict[str, object] = {}
    for path in sorted(p for p in site.rglob("*") if p.is_file()):
        name = path.relative_to(site).as_posix()
        if path.suffix in (".pf_filter", ".pf_meta"):
            kind = HASHED.sub(r"\1*", name)
            said = found.setdefault(kind, [])
            assert isinstance(said, list)
            said.append(unordered(decoded(gzip.decompress(path.read_bytes()))))
            said.sort(key=repr)
        elif name == "pagefind/pagefind-entry.json":
            entry = json.loads(path.read_text("utf-8"))
            entry["languages"]["en"].pop("hash")
            found[name] = entry
        else:
            found[name] = path.read_bytes()
    return found


def decoded(data: bytes) -> object:
    """The part of CBOR (RFC 8949) that Pagefind writes: numbers, texts and lists."""
    data = data.removeprefix(b"pagefind_dcd")

    def item(at: int) -> tuple[object, int]:
        kind, size = data[at] >> 5, data[at] & 31
        at += 1
        if size > 23:
            width = 1 << (size - 24)
            size, at = int.from_bytes(data[at : at + width], "big"), at + width
        if kind == 0:
            return size, at
        if kind == 3:
            return data[at : at + size].decode(), at + size
        assert kind == 4, kind
        items = []
        for _ in range(size):
            value, at = item(at)
            items.append(value)
        return items, at

    return item(0)[0]


def unordered(value: object) -> object:
    """Lists without their order, and the names of filter files without their hash."""
    if isinstance(value, list):
        return sorted((unordered(item) for item in value), key=repr)
    return re.sub(r"^en_[0-9a-f]{7}$", "en_*", value) if isinstance(value, str) else value


# another clock, and another order of files
ELSEWHERE = str(Path(__file__).parents[1] / "elsewhere")
SURROUNDINGS = pytest.mark.parametrize(
    "variables",
    [
        {
            "PYTHONHASHSEED": "1",
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "C",
            "PYTHONPATH": ELSEWHERE,
        },
        {"PYTHONHASHSEED": "2", "TZ": "America/Caracas", "SOURCE_DATE_EPOCH": "86400"},
    ],
    ids=["kiritimati", "caracas-1970"],
)


@SURROUNDINGS
def test_another_surrounding_changes_nothing(
    tmp_path: Path, site: Path, variables: dict[str, str]
) -> None:
    project = make_project(tmp_path / "another folder")
    result = build(project, "-d", str(tmp_path / "out"), **variables)
    assert result.returncode == 0, result.stderr
    first, second = contents(site), contents(tmp_path / "out")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_the_other_surrounding_has_another_clock_and_order(project: Path) -> None:
    program = "import os, time, datetime as d; print(os.listdir('tools')); " + (
        "print([e.name for e in os.scandir('tools')], d.date.today(), int(time.time() / 1e7))"
    )
    here, there = (
        run(project, "-c", program, **variables).stdout.splitlines()
        for variables in ({}, {"PYTHONPATH": ELSEWHERE})
    )
    assert len(here) == len(there) == 2
    assert here[0] != there[0]
    assert here[1].partition("]")[2] != there[1].partition("]")[2]


@SURROUNDINGS
def test_another_surrounding_changes_no_draft_and_no_message(
    tmp_path: Path, project: Path, variables: dict[str, str]
) -> None:
    other = make_project(tmp_path / "another folder")
    for name in ("2031-05-acme-maps", "2032-03-towers"):
        for root in (project, other):
            (root / f"{name}.txt").write_bytes(
                (project / f"seeds/stories/{name}/article.txt").read_bytes()
            )
    articles = ("2031-05-acme-maps.txt", "2032-03-towers.txt")
    for command in (("draft", "--json", *articles), ("check",), ("read", "--json", *articles)):
        first, second = (
            run(root, "-m", "tools", *command, **surrounding)
            for root, surrounding in ((project, {}), (other, variables))
        )
        assert (first.returncode, first.stderr) == (0, ""), command
        assert (second.returncode, second.stderr) == (0, ""), command
        assert first.stdout == second.stdout != "", command
