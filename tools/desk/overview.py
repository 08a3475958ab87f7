"""What is not of one story: the list of all, a new one, the vocabulary, and the page of help."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from secrets import token_hex
from typing import TYPE_CHECKING, Any, cast

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    redirect,
    render_template,
    request,
    url_for,
)

from tools.desk import lists, words
from tools.desk.begin import begin
from tools.desk.cards import CANDIDATES, CLAIMS
from tools.desk.conflict import conflict
from tools.desk.fields import fields_of
from tools.desk.sheet import record_file
from tools.desk.store import ChangedError
from tools.desk.work import RefusedError
from tools.files.edit import NotEditedError
from tools.model.claims import claims
from tools.model.vocabulary import ENTRIES
from tools.pages.theme import styles

if TYPE_CHECKING:
    from tools.desk.app import Desk
    from tools.model.story import Story

views = Blueprint("overview", __name__)
BROKEN = "broken"  # the state of a record that cannot be read
MOST_SAID = 50  # messages that wait for a page to be loaded


def desk_of() -> Desk:
    """The desk of this application."""
    return cast("Desk", current_app.extensions["desk"])


def today() -> str:
    """The day by this machine's clock, which an editor may change before it is written."""
    return datetime.date.today().isoformat()


def said_next(text: str) -> str:
    """Keeps a message for the page that is loaded next; returns the number that it asks by."""
    said = desk_of().said
    number = token_hex(8)
    said[number] = text
    while len(said) > MOST_SAID:
        del said[next(iter(said))]
    return number


@dataclass(frozen=True)
class Row:
    """A story in the list; `left` and `total` count decisions of a draft."""

    name: str
    title: str
    day: str
    status: str
    left: int
    total: int
    amiss: int


@views.get("/")
def home() -> Any:
    """All stories: drafts that wait, the oldest first, and the others."""
    desk = desk_of()
    with desk.lock:
        seeds, unread = desk.corpus.read()
        problems = desk.corpus.all_problems(seeds, unread)
        amiss: dict[str, int] = {}
        for one in problems:
            if not one.notice:
                amiss[one.path] = amiss.get(one.path, 0) + 1
        rows = [_row(desk, story, amiss.pop(story.path, 0)) for story in seeds.stories]
        waiting = sorted((r for r in rows if r.status in ("draft", BROKEN, "")), key=_oldest)
        others = sorted((r for r in rows if r not in waiting), key=_oldest, reverse=True)
        return render_template(
            "home.html",
            waiting=waiting,
            others=others,
            elsewhere=amiss,
            lists=lists.LISTS,
        )


def _oldest(row: Row) -> tuple[str, str]:
    return row.day or row.name, row.name


def _row(desk: Desk, story: Story, amiss: int) -> Row:
    record = story.record
    if record is None:
        there = (desk.root / record_file(story.name)).exists()
        return Row(story.name, story.name, "", BROKEN if there else "", 0, 0, amiss)
    day = record.sources[0].published if record.sources else None
    left = total = 0
    if record.status == "draft":
        decided = desk.store.decisions(story.name).keys()
        kinds = [one.anchor for one in claims(record) if one.kind in CLAIMS]
        open_ = sum(1 for anchor in kinds if anchor not in decided)
        left = open_ + len(getattr(record, CANDIDATES))
        total = left + len(decided)
    title = record.title or story.name
    return Row(story.name, title, day.text if day else "", record.status, left, total, amiss)


@views.get("/new")
def new() -> Any:
    """The form of a new story."""
    return render_template("new.html", drafter=desk_of().drafter, given={}, wrong="")


@views.post("/new")
def begun() -> Any:
    """A new story, or the form again with what was typed and why it is none."""
    desk, form = desk_of(), request.form
    with desk.lock:
        try:
            drafter = desk.drafter if form.get("with") else None
            seeds, _ = desk.corpus.read()
            name = begin(desk.root, seeds, form, request.files, drafter)
        except RefusedError as error:
            page = render_template("new.html", drafter=desk.drafter, given=form, wrong=error)
            return page, 422
        said = said_next("Drafted. Read each claim against its sentence.")
        return redirect(url_for("story.show", name=name, said=said), 303)


@views.get("/help")
def helped() -> Any:
    """The keys, and how a review goes."""
    return render_template("help.html")


@views.get("/day")
def day() -> Response:
    """A date in words, for the field in which it is typed."""
    return Response(words.day(request.args.get("of", "").strip()), mimetype="text/plain")


@views.get("/sides.css")
def sides() -> Response:
    """The colours of the sides, as the publication has them."""
    desk = desk_of()
    with desk.lock:
        seeds, _ = desk.corpus.read("")
        text = styles(seeds.publication, seeds.vocabulary)
    return Response(text, mimetype="text/css")


@views.get("/lists/<name>")
def listed(name: str) -> Any:
    """A list of the vocabulary, with what uses each entry."""
    return _listed(name, desk_of().said.pop(request.args.get("said", ""), ""), {})


def _listed(name: str, said: str, given: Any, at: str = "") -> Any:
    """The page of a list; `at` names the field of the form `given` that `said` is about."""
    desk = desk_of()
    if name not in lists.LISTS:
        abort(404, "There is no such list.")
    with desk.lock:
        seeds, unread = desk.corpus.read()
        file, history = lists.file_of(name), desk.store.history("")
        told = [p for p in desk.corpus.all_problems(seeds, unread) if p.path == file]
        try:
            opened = desk.store.open(file)
        except (FileNotFoundError, ValueError):
            return render_template("list.html", name=name, problems=told, seeds=seeds, said=said)
        return render_template(
            "list.html",
            name=name,
            entries=list(lists.entries(name, opened.text, seeds, told)),
            seen=opened.digest,
            text=opened.text if lists.is_broken(file, opened.text) else "",
            blank=list(fields_of(ENTRIES[name], {})),
            edit=request.args.get("edit", ""),
            said=said,
            given=given,
            at=at,
            problems=told,
            done=any(not one.undone for one in history),
            undone=any(one.undone for one in history),
            seeds=seeds,
        )


@views.post("/lists/<name>")
def changed(name: str) -> Any:
    """An entry made or changed, or the last of that undone."""
    desk, form = desk_of(), request.form
    if name not in lists.LISTS:
        abort(404, "There is no such list.")
    verb, _, about = form.get("act", "").partition(" ")
    there = None
    with desk.lock:
        try:
            if verb == "make":
                there = lists.make_entry(desk.store, name, form)
                said = f"Made {there}."
            elif verb == "change":
                said = lists.change_entry(desk.store, name, about, form)
            elif verb == "text":
                said = lists.change_text(desk.store, name, form)
            elif verb in ("undo", "redo"):
                done = desk.store.undo("") if verb == "undo" else desk.store.redo("")
                said = "Done." if done else "There is nothing to undo."
            else:
                abort(400, "The form names no act.")
        except ChangedError as error:
            return conflict(error, url_for(".listed", name=name)), 409
        except (RefusedError, NotEditedError, ValueError) as error:
            return _listed(name, str(error), form, getattr(error, "name", "")), 422
        anchor = f"e-{there}" if there else None
        return redirect(url_for(".listed", name=name, said=said_next(said), _anchor=anchor), 303)
