"""The page of one story: shown, changed by one act at a time, finished."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for

from tools.desk import begin, finish
from tools.desk.acts import ACTS
from tools.desk.conflict import conflict
from tools.desk.making import sentence
from tools.desk.overview import desk_of, said_next, today
from tools.desk.parts import KINDS, State, parts_of
from tools.desk.sheet import Sheet, sheet_of
from tools.desk.store import ChangedError
from tools.desk.work import Outcome, RefusedError, Work, in_several, passage
from tools.files.edit import NotEditedError

views = Blueprint("story", __name__)
FORMS = ("edit", "new", "drop")  # what may be open on a page
JSON = "application/json"


def _sheet(name: str) -> Sheet:
    sheet = sheet_of(desk_of().corpus, desk_of().store, name)
    if sheet is None:
        abort(404, "There is no story of that name.")
    return sheet


def _parts(sheet: Sheet, state: State) -> dict[str, dict[str, str]]:
    more = {
        "today": today(),
        "seeds": sheet.seeds,
        "files": sorted(sheet.story.articles),
        "given": _given(sheet),
    }
    return parts_of(sheet, state, more)


def _given(sheet: Sheet) -> dict[str, str]:
    """What a form of a new entry begins with: words that were selected, or a sentence's offer."""
    place, words = (request.args.get(name, "") for name in ("at", "words"))
    if not place and not words:
        return {}
    try:
        if words:
            words, file = passage(sheet.story.articles, words, request.args.get("file", ""))
        else:
            words, file = sentence(sheet.story.articles, place)
    except RefusedError:
        return {}
    source = file if in_several(sheet.story.articles, words) else ""
    company = request.args.get("company", "")
    return {"company": company, "text": words, "quote": words, "source": source}


@views.get("/story/<name>")
def show(name: str) -> Any:
    """The page; for the script of a page that is open, the parts that it lacks."""
    desk = desk_of()
    with desk.lock:
        sheet = _sheet(name)
        state = State(**{form: request.args.get(form, "") for form in FORMS})
        if not sheet.digest and not sheet.unreadable:
            return render_template("undrafted.html", sheet=sheet, drafter=desk.drafter)
        if sheet.tree is None:
            return render_template("broken.html", sheet=sheet)
        if request.accept_mimetypes.best == JSON:
            return _changed_parts(sheet, state, request.args.get("version", ""), Outcome(""))
        return _page(sheet, state, desk.said.pop(request.args.get("said", ""), ""))


def _page(sheet: Sheet, state: State, said: str) -> str:
    desk = desk_of()
    lists = _parts(sheet, state)
    flat = {name: html for some in lists.values() for name, html in some.items()}
    return render_template(
        "story.html",
        sheet=sheet,
        state=state,
        lists=lists,
        version=desk.versions.add(flat),
        said=said,
        kinds=KINDS,
    )


def _changed_parts(sheet: Sheet, state: State, version: str, done: Outcome) -> Any:
    """What a page that is open has to change, as JSON."""
    desk = desk_of()
    lists = _parts(sheet, state)
    flat = {name: html for some in lists.values() for name, html in some.items()}
    changed = desk.versions.changed(version, flat)
    answer = {
        "version": desk.versions.add(flat),
        "seen": sheet.digest,
        "said": done.said,
        "focus": done.focus and f"c-{done.focus}",
        "edit": state.edit,
        "new": state.new,
        "drop": state.drop,
        "parts": changed,
        "lists": {name: list(some) for name, some in lists.items()},
        "reload": changed is None,
    }
    return current_app.json.response(answer)


@views.post("/story/<name>")
def act(name: str) -> Any:
    """One act: `act` names it and what it is about."""
    desk, form = desk_of(), request.form
    verb, _, about = form.get("act", "").partition(" ")
    if verb not in ACTS:
        abort(400, "The form names no act.")
    with desk.lock:
        sheet = _sheet(name)
        work = Work(desk.corpus, desk.store, sheet, form)
        wrong = ""
        try:
            done = ACTS[verb](work, about)
        except ChangedError as error:
            return conflict(error, url_for(".show", name=name)), 409
        except (RefusedError, NotEditedError, ValueError) as error:
            done, wrong = Outcome(f"{error}", about.partition(" ")[0]), f"{error}"
        return _answer(name, verb, about, done, wrong)


def _answer(name: str, verb: str, about: str, done: Outcome, wrong: str) -> Any:
    """The parts that changed, or the page anew where there is no script."""
    form = request.form
    state = State(**{one: form.get(one, "") for one in FORMS})
    if not wrong and verb in ("change", "company", "drop", "make", "quote", "more"):
        state = State(edit=state.edit if about != state.edit else "")
    if wrong and verb == "drop":
        state = State(drop=about)
    if request.accept_mimetypes.best == JSON:
        sheet = _sheet(name)
        if sheet.tree is None:
            return current_app.json.response({"reload": True})
        answer = _changed_parts(sheet, state, form.get("version", ""), done)
        answer.status_code = 422 if wrong else 200
        return answer
    if wrong and verb != "drop":
        return render_template("not_done.html", name=name, said=wrong, form=form), 422
    anchor = f"c-{done.focus}" if done.focus else None
    said = said_next(done.said)
    there = url_for(".show", name=name, said=said, drop=state.drop or None, _anchor=anchor)
    return redirect(there, 303)


@views.get("/story/<name>/text")
def whole(name: str) -> Any:
    """The record as text, in one field."""
    with desk_of().lock:
        sheet = _sheet(name)
        if not sheet.digest:
            return redirect(url_for(".show", name=name), 303)
        return render_template("text.html", sheet=sheet)


@views.get("/story/<name>/finish")
def finishing(name: str) -> Any:
    """What is left, and the last step."""
    desk = desk_of()
    with desk.lock:
        desk.corpus.read()  # of the other stories, too, what was saved meanwhile
        sheet = _sheet(name)
        if sheet.tree is None:
            return redirect(url_for(".show", name=name), 303)
        left, said = [], desk.said.pop(request.args.get("said", ""), "")
        try:
            if sheet.status == "draft":
                left = finish.problems_of(desk.corpus, sheet, finish.reviewed_text(sheet, today()))
        except NotEditedError as error:
            said = f"The record can be changed as text alone: {error}."
        # of the lists, what was changed for no story may be for this one
        done = [*desk.store.history(name), *desk.store.history("")]
        changed = [one.file for one in done if not one.undone]
        return render_template(
            "finish.html",
            sheet=sheet,
            left=left,
            today=today(),
            commands=finish.commands(sheet, changed),
            said=said,
        )


@views.post("/story/<name>/finish")
def finished(name: str) -> Any:
    """The last step, and back to its page."""
    desk = desk_of()
    with desk.lock:
        desk.corpus.read()
        sheet = _sheet(name)
        verb = request.form.get("act", "")
        if verb not in ("finish", "withdraw"):
            abort(400, "The form names no act.")
        try:
            said = ACTS[verb](Work(desk.corpus, desk.store, sheet, request.form), "").said
        except ChangedError as error:
            return conflict(error, url_for(".show", name=name)), 409
        except (RefusedError, NotEditedError) as error:
            said = str(error)
        return redirect(url_for(".finishing", name=name, said=said_next(said)), 303)


@views.post("/story/<name>/draft")
def drafted(name: str) -> Any:
    """The first record of a story that has none."""
    desk = desk_of()
    with desk.lock:
        try:
            drafter = desk.drafter if request.form.get("with") else None
            begin.draft(desk.root, _sheet(name), drafter)
        except RefusedError as error:
            return render_template("not_done.html", name=name, said=str(error), form={}), 422
        return redirect(url_for(".show", name=name), 303)


@views.get("/story/<name>/join")
def joining(name: str) -> Any:
    """The form for a further article."""
    with desk_of().lock:
        return render_template("join.html", sheet=_sheet(name), given={}, wrong="")


@views.post("/story/<name>/join")
def joined(name: str) -> Any:
    """A further article of the story."""
    desk, form = desk_of(), request.form
    with desk.lock:
        sheet = _sheet(name)
        try:
            file = begin.join(desk, sheet, form, request.files)
        except ChangedError as error:
            return conflict(error, url_for(".show", name=name)), 409
        except (RefusedError, NotEditedError) as error:
            return render_template("join.html", sheet=sheet, given=form, wrong=error), 422
        return redirect(url_for(".show", name=name, said=said_next(f"{file} joined.")), 303)
