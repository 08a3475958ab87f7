"""What is wrong with a line that is not YAML, in words for somebody who edits a record."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from tools.model.problem import Place, shorten

UNCLOSED = "text must end with the quotation mark it begins with"
CLOSE_IT = "Add the closing mark; a single quotation mark inside '…' is written twice."
HYPHENS = "list must have a hyphen before each of its entries, and not before this one alone"
GIVE_HYPHENS = (
    "Where the lines above are the first entry of the list, put a hyphen before the first of them "
    "as well: - key: value. Else move this entry below the others of its list."
)
_BELOW = "write >- after its key, and the text as it is on the next line, indented further"
# what libyaml says, the line and what of it comes before the place
_Test = Callable[[str, str, str], bool]
_QUOTED = re.compile(r"""[:-] +['"]""")
_FLOW = re.compile(r"""[:-] +[\[{]""")
_KEY_LINE = re.compile(r" *[\w-]+:(?: |$)")
_TIED = re.compile(r" *-(?=[A-Za-z][\w-]*:(?: |$))")
_KEY = re.compile(r" *(?:- +)?[\w-]+")
# what that means to somebody who edits a record, and what to do about it
_SAYINGS: tuple[tuple[_Test, str, str], ...] = (
    (
        lambda said, line, before: (
            "\t" in line[: len(line) - len(line.lstrip())] or "\\t" in said or "tab" in said
        ),
        "line must be indented with spaces, not with a tab",
        "Replace the tab by spaces, as many as the line above has.",
    ),
    (
        lambda said, line, before: (
            "mapping values are not allowed" in said and bool(_KEY.fullmatch(before))
        ),
        "line must not be indented further than the line above",
        "Indent it by as many spaces as the other keys of its entry. "
        "If it carries on a text, write >- after the key of that text.",
    ),
    (
        lambda said, line, before: "mapping values are not allowed" in said,
        "line must hold one colon followed by a space",
        f"Where the text itself has a colon and a space, {_BELOW}.",
    ),
    (
        lambda said, line, before: "unknown escape character" in said,
        "text must hold no backslash in double quotation marks",
        "Write it twice, or put the text in single quotation marks.",
    ),
    (
        lambda said, line, before: "quoted scalar" in said or "end of stream" in said,
        UNCLOSED,
        CLOSE_IT,
    ),
    (
        lambda said, line, before: "could not find expected ':'" in said,
        "line must be a key, a colon, a space and a value",
        "Write it as key: value. Put a hyphen before it where it is an item of a list, or indent "
        "it further to carry on the text of the line above.",
    ),
    (
        lambda said, line, before: "scanning an alias" in said or "scanning an anchor" in said,
        "text must not begin with & or *",
        "Put it in quotation marks.",
    ),
    (
        lambda said, line, before: "cannot start any token" in said,
        "text must not begin with @, % or `",
        "Put it in quotation marks.",
    ),
    (
        lambda said, line, before: "find expected key" in said and bool(_QUOTED.search(before)),
        "text must not go on after its closing quotation mark",
        f"A single quotation mark inside '…' is written twice: 'Acme''s rule'. Or {_BELOW}.",
    ),
    (
        lambda said, line, before: "find expected key" in said and bool(_FLOW.search(before)),
        "text must not begin with [ or {",
        f"Put it in quotation marks, or {_BELOW}.",
    ),
    (
        lambda said, line, before: "find expected" in said and bool(re.match(r" *-\w", line)),
        "hyphen that begins an item must have a space after it",
        "Write it as: - key: value",
    ),
    (
        lambda said, line, before: (
            not before.strip() and "expected '-'" in said and bool(_KEY_LINE.match(line))
        ),
        "line must begin with a hyphen, or be indented further",
        "Where another entry of the list begins here, put a hyphen before it: - key: value. Where "
        "the line is of the entry above, indent it by as many spaces as the other keys of that "
        "entry.",
    ),
    (
        lambda said, line, before: (
            not before.strip() and ("expected key" in said or "expected '-'" in said)
        ),
        "line must be indented like those that it belongs with",
        "Indent a key by as many spaces as the other keys of its entry, and a hyphen by as many as "
        "the other hyphens of its list.",
    ),
)


# a quotation mark at the beginning of a value, and all up to the one that closes it
_OPENED = re.compile(r"""^ *(?:- +)?(?:[\w-]+: +|(?<=- ))(?=['"])""", re.MULTILINE)
_QUOTED_TEXT = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*\"""", re.DOTALL)
_MAY_FOLLOW = re.compile(r"[ \t]*(?:$|[,:}\]]|(?<=[ \t])#)", re.MULTILINE)
# what libyaml may say at the line where a text that was never closed seems to end
_LATE = ("quoted scalar", "expected", "mapping values are not allowed", "cannot start any token")


# what it says of an item among keys
_NO_KEY = ("expected key", "expected <document start>")


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[Place, str, str]:
    """Where a text is not YAML, what it must do there, and the way out."""
    mark = error.problem_mark or error.context_mark
    stopped = mark.index if mark else 0
    if error.context_mark and "could not find expected ':'" in (error.problem or ""):
        mark = error.context_mark  # the line that lacks it, and not the one after
    lines = text.split("\n")
    place = Place(mark.line + 1, mark.column + 1) if mark else Place()
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    said = f"{error.context or ''} {error.problem or ''}"
    if mark and any(words in said for words in _LATE):
        opened = _never_closed(text, stopped)
        if opened is not None:
            start = text.rfind("\n", 0, opened) + 1
            place = Place(text.count("\n", 0, start) + 1, opened - start + 1)
            line = lines[place.line - 1][place.column - 1 :]
            return place, f"{UNCLOSED}: {shorten(line)}", CLOSE_IT
    above = lines[place.line - 2] if place.line > 1 else ""
    for number, one in ((place.line, line), (place.line - 1, above)):
        if hyphen := _TIED.match(one):
            return (
                Place(number, hyphen.end()),
                f"hyphen that begins an item must have a space after it: {shorten(one)}",
                f"Write it as: - {one.strip()[1:]}",
            )
    if any(words in said for words in _NO_KEY) and _lacks_first_hyphen(lines, place):
        return place, f"{HYPHENS}: {shorten(line)}", GIVE_HYPHENS
    for test, message, way_out in _SAYINGS:
        if test(said, line, line[: place.column - 1]):
            return place, f"{message}: {shorten(line)}", way_out
    return (
        place,
        f"line must be YAML: {shorten(line)}",
        f"The parser says: {' '.join(said.split())}. Compare the line with the ones around it.",
    )


def _lacks_first_hyphen(lines: list[str], place: Place) -> bool:
    """Whether a line is an item below keys that stand where the first item of its list should."""
    margin = lines[place.line - 1][: place.column - 1]
    if margin.strip() or not lines[place.line - 1][len(margin) :].startswith("- "):
        return False
    first = ""
    for line in reversed(lines[: place.line - 1]):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if len(line) - len(line.lstrip()) < len(margin):
            break  # the key of the list
        first = line
    return bool(_KEY_LINE.match(first))


def _never_closed(text: str, stopped: int) -> int | None:
    """Where the quotation mark stands that swallowed lines before the parser stopped.

    A text that closes on its line, or lines later with nothing behind it, is none.
    """
    for opened in reversed(list(_OPENED.finditer(text, 0, stopped))):
        whole = _QUOTED_TEXT.match(text, opened.end())
        if whole is None:
            return opened.end()
        if "\n" in whole.group():
            return None if _MAY_FOLLOW.match(text, whole.end()) else opened.end()
    return None


def one_of_two(key: str, is_entry: bool, holds_more: bool) -> str:
    """The way out where a key stands twice; none may cost an editor an entry.

    `is_entry` says whether it stands in the entry of a list, `holds_more` whether its value is more
    than a text.
    """
    if is_entry:
        return (
            f"Where another entry begins here, put a hyphen before it: - {key}: … "
            "Where both lines are of one entry, delete the one that is wrong."
        )
    if holds_more:
        return f"Put the contents of both under one {key}: and delete the line of the other."
    return "Keep one of the two and delete the other."
