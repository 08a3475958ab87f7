"""What contradicts itself is caught, and the way out of each contradiction works."""

import re

import pytest

from tests.project import STORY, expected, golden, write_project
from tools.check import check
from tools.check.since import check_since
from tools.check.since_ids import with_lost
from tools.files.read import seeds

CASES = golden("contradictions.yml")


def said(case, root, before):
    """What `check` says of a project, and of its change where the case is about one."""
    found, unread = seeds(root)
    if not case.get("since"):
        return check(found, unread)
    write_project(before)
    old, _ = seeds(before)
    return sorted({*check(with_lost(old, found), unread), *check_since(old, found, "REV")})


def bend(root, edits):
    """Edits files that were written; one that has no edit is deleted."""
    for name, changes in edits.items():
        folder = "vocabulary" if name.endswith(".yml") and name != "explainer.yml" else ""
        path = root / "seeds" / (folder or f"stories/{STORY}") / name
        if changes is None:
            path.unlink()
            continue
        text = path.read_text(encoding="utf-8")
        for old, new in changes.items():
            pattern = re.escape(old).replace(r"SHA256\(later\.txt\)", "[0-9a-f]{64}")
            text, count = re.subn(pattern, lambda _, new=new: new, text)
            assert count == 1, old
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_each_is_told_and_its_way_out_leaves_nothing_to_say(case, tmp_path):
    root, before = tmp_path / "now", tmp_path / "before"
    write_project(root, case)
    found = "\n".join(map(str, said(case, root, before)))
    assert expected(case, root) == found
    assert found
    bend(root, case["way_out"])
    assert not said(case, root, before)


NOTICED = [name for name, case in CASES.items() if ": note: " in case["problems"]]


@pytest.mark.parametrize("name", [one for one in NOTICED if not CASES[one].get("since")])
def test_a_notice_is_silent_once_an_editor_names_it_as_its_way_out_says(name, tmp_path):
    write_project(tmp_path, CASES[name])
    (notice,) = said(CASES[name], tmp_path, None)
    record = tmp_path / notice.path
    text = record.read_text(encoding="utf-8")
    found = re.search(r"write in (this claim|the record): (checked: .*)$", notice.way_out)
    assert found, notice.way_out
    claim, line = found.groups()
    if claim == "this claim":
        lines = text.split("\n")
        lines.insert(notice.line, f"    {line}")  # as far in as the fields of a claim in a list
        text = "\n".join(lines)
    else:
        text += f"{line}\n"
    record.write_text(text, encoding="utf-8")
    assert not said(CASES[name], tmp_path, None)


def test_there_are_more_than_thirty_kinds():
    assert len(CASES) >= 40
    assert len(NOTICED) >= 7
