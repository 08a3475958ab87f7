"""What is wrong with a line that is not YAML, in words for somebody who edits a record."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from tools.model.problem import shorten

# what libyaml says, what that means to somebody who edits a record, and what to do about it
_Test = Callable[[str, str], bool]
_QUOTED = re.compile(r"""[:-] +['"]""")
_SAYINGS: tuple[tuple[_Test, str, str], ...] = (
    (
        lambda said, line: (
            "\t" in line[: len(line) - len(line.lstrip())] or "\\t" in said or "tab" in said
        ),
        "line must be indented with spaces, not with a tab",
        "Replace the tab by spaces, as many as the line above has.",
    ),
    (
        lambda said, line: "mapping values are not allowed" in said,
        "line must hold one colon followed by a space, or put its text in quotation marks",
        "Where the text itself has a colon and a space, write it as: key: 'text: more text'",
    ),
    (
        lambda said, line: "unknown escape character" in said,
        "text must hold no backslash in double quotation marks",
        "Write it twice, or put the text in single quotation marks.",
    ),
    (
        lambda said, line: "quoted scalar" in said or "end of stream" in said,
        "text must end with the quotation mark it begins with",
        "Add the closing mark; a single quotation mark inside '…' is written twice.",
    ),
    (
        lambda said, line: "could not find expected ':'" in said,
        "line must be a key, a colon and a value",
        "Write it as key: value, or indent it further to carry on the text of the line above.",
    ),
    (
        lambda said, line: "scanning an alias" in said or "scanning an anchor" in said,
        "text must not begin with & or *",
        "Put it in quotation marks.",
    ),
    (
        lambda said, line: "find expected key" in said and bool(_QUOTED.search(line)),
        "text must not go on after its closing quotation mark",
        "A single quotation mark inside '…' is written twice: 'Acme''s rule'.",
    ),
)


def explain(error: yaml.MarkedYAMLError, line: str) -> tuple[str, str]:
    """What a line must do to be YAML, and the way out; `line` is the one the parser stopped at."""
    said = f"{error.context or ''} {error.problem or ''}"
    for test, message, way_out in _SAYINGS:
        if test(said, line):
            return f"{message}: {shorten(line)}", way_out
    return (
        f"line must be YAML: {shorten(line)}",
        f"The parser says: {' '.join(said.split())}. Compare the line with the ones around it.",
    )
