"""Saved at the desk: whole or not at all, with a way back, never over what others did."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tools.desk.store as module
from tests.project import ROOT, STORY, write_project
from tools.desk.log import FOLDER
from tools.desk.past import splice
from tools.desk.store import ChangedError, Decision, Opened, Store
from tools.files.edit import insert, put
from tools.files.write import write_whole

RECORD = f"seeds/stories/{STORY}/explainer.yml"
COMPANIES = "seeds/vocabulary/companies.yml"
ACME = {"id": "acme", "name": "Acme", "kind": "shop", "description": "A shop."}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    write_project(tmp_path)
    return Store(tmp_path)


def change(store: Store, text: str, what: str = "title", **more: Any) -> Opened:
    opened = store.open(RECORD)
    return store.save(
        RECORD, opened.digest, put(opened.text, ("title",), text, RECORD), what, **more
    )


def add_company(store: Store, name: str, **more: Any) -> Opened:
    opened = store.open(COMPANIES)
    text = insert(opened.text, (), 99, {**ACME, "id": name}, COMPANIES)
    return store.save(COMPANIES, opened.digest, text, f"company {name}", **more)


def told(store: Store, story: str = STORY) -> list[tuple[str, bool]]:
    return [(one.what, one.undone) for one in store.history(story)]


def test_what_is_saved_stands_in_the_file_and_in_the_history(store: Store) -> None:
    before = store.open(RECORD)
    after = change(store, "Another?", "the title")
    assert after == store.open(RECORD)
    assert after.text == (store.root / RECORD).read_bytes().decode()
    assert after.digest != before.digest
    assert told(store) == [("the title", False)]
    assert told(Store(store.root)) == [("the title", False)]


def test_every_change_can_be_undone_and_made_anew_after_a_restart_as_well(store: Store) -> None:
    texts = [store.open(RECORD).text]
    for number in range(3):
        texts.append(change(store, f"Title {number}?", str(number)).text)
    for number in (2, 1, 0):
        undone = Store(store.root).undo(STORY)
        assert undone is not None
        assert undone.text == texts[number] == store.open(RECORD).text
    assert store.undo(STORY) is None
    assert told(store) == [("0", True), ("1", True), ("2", True)]
    for number in (1, 2, 3):
        again = Store(store.root).redo(STORY)
        assert again is not None
        assert again.text == texts[number]
    assert store.redo(STORY) is None
    assert told(store) == [("0", False), ("1", False), ("2", False)]


def test_a_new_change_forgets_what_was_undone(store: Store) -> None:
    change(store, "One?", "one")
    change(store, "Two?", "two")
    store.undo(STORY)
    change(store, "Three?", "three")
    assert told(store) == [("one", False), ("three", False)]
    assert store.redo(STORY) is None
    store.undo(STORY)
    store.undo(STORY)
    assert told(store) == [("one", True), ("three", True)]


def test_a_decision_without_a_change_is_kept_and_undone(store: Store) -> None:
    opened = store.open(RECORD)
    kept = Decision("answer", "answer", "kept", {"text": "t"}, {"text": "t"})
    assert store.save(RECORD, opened.digest, opened.text, "kept", kept) == opened
    dropped = Decision("point-a", "key_points", "dropped", {"text": "t"})
    change(store, "Another?", decision=dropped)
    assert store.decisions(STORY) == {"answer": kept, "point-a": dropped}
    store.undo(STORY)
    assert Store(store.root).decisions(STORY) == {"answer": kept}
    (store.root / RECORD).write_text("somebody else's", "utf-8")
    store.undo(STORY)
    assert store.decisions(STORY) == {}
    assert store.open(RECORD).text == "somebody else's"


def test_a_file_that_changed_meanwhile_is_left_and_both_texts_are_told(store: Store) -> None:
    seen = store.open(RECORD)
    theirs = change(store, "Theirs?")
    ours = put(seen.text, ("title",), "Ours?", RECORD)
    with pytest.raises(ChangedError) as refused:
        store.save(RECORD, seen.digest, ours, "ours")
    error = refused.value
    assert (error.old, error.theirs, error.ours) == (seen.text, theirs.text, ours)
    assert store.open(RECORD) == theirs
    assert told(store) == [("title", False)]


def test_what_was_changed_elsewhere_to_the_same_is_no_conflict(store: Store) -> None:
    seen = store.open(RECORD)
    theirs = change(store, "Theirs?")
    assert store.save(RECORD, seen.digest, theirs.text, "the same") == theirs


@pytest.mark.parametrize("way", ["undo", "redo"])
def test_no_way_leads_over_a_file_that_changed_elsewhere(store: Store, way: str) -> None:
    change(store, "Ours?")
    if way == "redo":
        store.undo(STORY)
    path = store.root / RECORD
    path.write_bytes(path.read_bytes() + b"# theirs\n")
    theirs, before = path.read_bytes(), told(store)
    with pytest.raises(ChangedError):
        getattr(store, way)(STORY)
    assert path.read_bytes() == theirs
    assert told(store) == before


def test_a_company_and_the_record_that_names_it_are_undone_together(store: Store) -> None:
    before = store.open(COMPANIES).text, store.open(RECORD).text
    add_company(store, "acme", story=STORY, group="g")
    change(store, "Acme?", group="g")
    after = store.open(COMPANIES).text, store.open(RECORD).text
    undone = store.undo(STORY)
    assert undone is not None
    assert undone.file == RECORD
    assert (store.open(COMPANIES).text, store.open(RECORD).text) == before
    again = store.redo(STORY)
    assert again is not None
    assert again.file == RECORD
    assert (store.open(COMPANIES).text, store.open(RECORD).text) == after


def test_a_list_that_was_changed_since_stays_and_the_record_is_undone(store: Store) -> None:
    before = store.open(RECORD).text
    add_company(store, "acme", story=STORY, group="g")
    after = change(store, "Acme?", group="g").text
    both = add_company(store, "bolt").text
    store.undo(STORY)
    assert (store.open(COMPANIES).text, store.open(RECORD).text) == (both, before)
    store.redo(STORY)
    assert (store.open(COMPANIES).text, store.open(RECORD).text) == (both, after)
    assert told(store, "") == [("company bolt", False)]


@pytest.mark.parametrize(
    "file",
    [
        "../seeds/a.yml",
        "/etc/passwd.yml",
        "seeds/../mkdocs.yml",
        "seeds/./a.yml",
        "mkdocs.yml",
        "seeds/a.py",
        "seeds\\a.yml",
        "seeds/a\n.yml",
        "seeds/a\0.yml",
        "",
        "seeds",
    ],
)
def test_no_file_outside_seeds_is_opened_or_saved(store: Store, file: str) -> None:
    with pytest.raises(ValueError, match="no file of seeds/"):
        store.open(file)
    with pytest.raises(ValueError, match="no file of seeds/"):
        store.save(file, "", "", "")


def test_an_article_is_read_and_never_saved(store: Store) -> None:
    article = RECORD.replace("explainer.yml", "article.txt")
    opened = store.open(article)
    with pytest.raises(ValueError, match="no file of seeds/"):
        store.save(article, opened.digest, "x", "")


def test_no_link_is_followed(store: Store, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yml").write_text("a: b\n", "utf-8")
    (tmp_path / "seeds/link.yml").symlink_to(tmp_path / "elsewhere.yml")
    with pytest.raises(ValueError, match="is a link"):
        store.open("seeds/link.yml")


@pytest.mark.parametrize("story", ["../x", "a/b", ".", "..", "@lists", ".hidden", "a\\b", "/etc"])
def test_no_history_is_looked_for_elsewhere(store: Store, story: str) -> None:
    for way in (store.undo, store.history, store.decisions):
        with pytest.raises(ValueError, match="no story has the name"):
            way(story)


def test_a_text_that_utf_8_cannot_hold_is_refused(store: Store) -> None:
    opened = store.open(RECORD)
    with pytest.raises(ValueError, match="surrogates"):
        store.save(RECORD, opened.digest, "\udcff", "odd")
    assert store.open(RECORD) == opened
    assert told(store) == []


def refused(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize("step", ["replace", "fsync", "chmod"])
def test_where_nothing_can_be_written_nothing_is_said_to_be(
    store: Store, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = change(store, "Before?", "before")
    with monkeypatch.context() as patch:
        patch.setattr(os, step, refused)
        with pytest.raises(PermissionError):
            change(store, "After?", "after")
        with pytest.raises(PermissionError):
            store.undo(STORY)
    assert store.open(RECORD) == before
    assert told(store) == [("before", False)]
    assert [one.name for one in (store.root / RECORD).parent.iterdir() if one.name[0] == "."] == []
    change(store, "After?", "after")
    assert told(store) == [("before", False), ("after", False)]


class Death(BaseException):
    """The end of the process, as far as it can be had within one."""


@pytest.mark.parametrize("written", [False, True])
@pytest.mark.parametrize("way", ["save", "undo"])
def test_a_death_while_writing_is_told_by_what_stands_in_the_file(
    store: Store, way: str, written: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dying(path: Path, text: str) -> None:
        if written:
            write_whole(path, text)
        raise Death

    change(store, "One?", "one", decision=Decision("a", "answer", "kept"))
    with monkeypatch.context() as patch:
        patch.setattr(module, "write_whole", dying)
        with pytest.raises(Death):
            change(store, "Two?", "two") if way == "save" else store.undo(STORY)
    store = Store(store.root)
    expected = {
        ("save", False): [("one", False)],
        ("save", True): [("one", False), ("two", False)],
        ("undo", False): [("one", False)],
        ("undo", True): [("one", True)],
    }[way, written]
    assert told(store) == expected
    assert bool(store.decisions(STORY)) == (expected[0] == ("one", False))
    change(store, "Three?", "three")
    assert told(store) == [one for one in expected if not one[1]] + [("three", False)]


def test_a_torn_last_line_of_the_log_is_passed_over(store: Store) -> None:
    change(store, "One?", "one")
    log = store.root / FOLDER / f"{STORY}.jsonl"
    whole = log.read_bytes()
    for torn in (b'{"number": 2, "kind": "ed', b"[]", b'{"number": "x"}', b"\xff\xfe", b"null"):
        log.write_bytes(whole + torn)
        store = Store(store.root)
        assert told(store) == [("one", False)]
        change(store, f"Two {torn!r}?", "two")
        assert told(store) == [("one", False), ("two", False)]
        store.undo(STORY)
        assert told(store) == [("one", False), ("two", True)]


@pytest.fixture
def saving(store: Store) -> Iterator[Any]:
    """Starts processes that save until they are killed."""
    started = []

    def start() -> subprocess.Popen[str]:
        program = [sys.executable, "-m", "tests.desk.saving", str(store.root), RECORD]
        child = subprocess.Popen(
            program, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        started.append(child)
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        return child

    yield start
    for child in started:
        child.kill()
        child.communicate()


def test_killed_at_any_moment_the_file_is_whole_and_the_log_true(store: Store, saving: Any) -> None:
    original = store.open(RECORD).text
    chance = random.Random(7)
    for _ in range(20):
        child = saving()
        time.sleep(chance.uniform(0.01, 0.2))
        child.kill()
        assert child.wait() != 0
        text = store.open(RECORD).text
        number = text.partition("Said ")[2].partition(".")[0]
        said = f"Said {number}. " * 400
        assert text in (original, put(original, ("answer", "text"), said, RECORD))
        history = [one for one in store.history(STORY) if not one.undone]
        assert (text == original) == (history == [])
        if history:
            assert history[-1].what == f"answer {number}"
            assert store.decisions(STORY)["answer"].after == number
    count = 0
    while store.undo(STORY):
        count += 1
    assert count > 20
    assert store.open(RECORD).text == original


def test_of_two_that_save_at_once_none_overwrites_the_other(store: Store, saving: Any) -> None:
    original = store.open(RECORD).text
    children = [saving(), saving()]
    ended = None
    for _ in range(600):
        ended = next((child for child in children if child.poll() is not None), None)
        if ended:
            break
        time.sleep(0.1)
    assert ended is not None
    assert "ChangedError" in ended.communicate()[1]
    for child in children:
        child.kill()
        child.communicate()
    while store.undo(STORY):  # each change led from what the one before it had left
        pass
    assert store.open(RECORD).text == original


@given(st.text("ab\né", max_size=12), st.text("ab\né", max_size=12))
def test_a_splice_leads_from_one_text_to_the_other_and_back(text: str, now: str) -> None:
    start, old, new = splice(text, now)
    assert text[:start] + new + text[start + len(old) :] == now
    assert now[:start] + old + now[start + len(new) :] == text
    assert not (old and new) or (old[0] != new[0] and old[-1] != new[-1])


def test_a_change_among_400_claims_is_saved_at_once(store: Store) -> None:
    opened = store.open(RECORD)
    claim = {"text": "Something is said here.", "quote": "word " * 30 + "end"}
    text = put(opened.text, ("unknowns",), [{**claim, "id": f"u-{n}"} for n in range(400)], RECORD)
    opened = store.save(RECORD, opened.digest, text, "many")
    took = []
    for number in range(5):
        start = time.process_time()
        text = put(opened.text, ("unknowns", 200, "text"), f"Said {number}.", RECORD)
        opened = store.save(RECORD, opened.digest, text, "one")
        took.append(time.process_time() - start)
    assert min(took) < 0.05
    assert "text: Said 4.\n" in opened.text
