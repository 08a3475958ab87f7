"""A file that changed meanwhile: both versions are shown, and an editor decides."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from flask import render_template, request

if TYPE_CHECKING:
    from tools.desk.store import ChangedError

ABOUT = 2  # lines that are shown around a change


def conflict(error: ChangedError, back: str) -> str:
    """A page of what stands in the file and what was about to be written; `back` leads away."""
    verb = request.form.get("act", "").partition(" ")[0]
    goes_back = verb in ("undo", "redo")
    now = error.theirs.splitlines()
    old = error.old.splitlines() if error.old is not None else now
    # a change was made of the file as it is; a way back leads from what the history knows
    base = old if goes_back else now
    ours = error.ours.splitlines() if error.ours is not None else base
    uploaded = any(one.filename for one in request.files.values())
    return render_template(
        "conflict.html",
        file=error.file,
        back=back,
        theirs=_difference(old, now),
        ours=_difference(base, ours),
        seen=error.digest,
        again=not goes_back and not uploaded,
        form=request.form,
    )


def _difference(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    lines = list(difflib.unified_diff(old, new, lineterm="", n=ABOUT))[2:]
    return [(line[:1], line[1:]) for line in lines]
