"""Files that nobody thought of: values in every way to write them, with comments anywhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from tools.files.canonical import flow

KEYS = ("title", "topic", "answer", "timeline", "mood")  # the last one is none of a record's
WORDS = ("no", "2020", "it's", "a: b", "null", "- x", "“so”", "one two", "#tag", "x#y", "[", "é")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)
LINES = st.lists(TEXTS, min_size=2, max_size=3).map("\n".join)
LEAVES = st.one_of(st.none(), TEXTS, LINES, st.text(max_size=8).map(lambda t: t.replace("\r", "")))
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS), inner, max_size=3)
    ),
    max_leaves=8,
)
ROOTS = st.dictionaries(st.sampled_from(KEYS), VALUES, min_size=1, max_size=5)


@dataclass
class Page:
    """The lines of a file; each comment says the path of the value that it is about."""

    draw: Any
    lines: list[str] = field(default_factory=list)
    comments: int = 0

    def any_of(self, *ways: Any) -> Any:
        return self.draw(st.sampled_from(ways))

    def comment(self, path: tuple[Any, ...]) -> str:
        self.comments += 1
        return f"# {self.comments} of {'/'.join(map(str, path))}."

    def above(self, path: tuple[Any, ...], margin: str) -> None:
        """What may stand above an entry: a blank line, comments of its own."""
        if self.draw(st.integers(0, 5)) == 0:
            self.lines.append("")
        if self.draw(st.integers(0, 3)) == 0:
            self.lines.append(margin + self.comment(path))

    def beside(self, path: tuple[Any, ...]) -> str:
        return self.any_of("", "", "", f"  {self.comment(path)}")

    def entries(self, value: Any, path: tuple[Any, ...], margin: str) -> None:
        """A mapping or a list that is not empty, in lines of its own."""
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for step, item in items:
            if not (path and path[-1] == "|"):
                self.above((*path, step), margin)
            self.entry(item, (*path, step), margin, f"{step}:" if isinstance(step, str) else "-")

    def entry(self, value: Any, path: tuple[Any, ...], margin: str, marker: str) -> None:
        beside = self.beside(path)
        if isinstance(value, (list, dict)) and value and self.any_of(True, True, False):
            if marker == "-" and isinstance(value, dict) and self.any_of(True, False):
                return self.hung(value, path, margin)
            self.lines.append(f"{margin}{marker}{beside}")
            thin = marker != "-" and isinstance(value, list) and self.any_of(True, False)
            return self.entries(value, path, margin if thin else f"{margin}  ")
        if isinstance(value, str) and self.folds(value, margin, marker, beside):
            return None
        written = "" if value is None and self.any_of(True, False) else f" {flow(value)}"
        self.lines.append(f"{margin}{marker}{written}{beside}")
        return None

    def hung(self, value: dict[str, Any], path: tuple[Any, ...], margin: str) -> None:
        """A mapping whose first key stands beside the hyphen."""
        start = len(self.lines)
        for number, (key, item) in enumerate(value.items()):
            if number:
                self.above((*path, key), f"{margin}  ")
            self.entry(item, (*path, key), f"{margin}  ", f"{key}:")
        self.lines[start] = f"{margin}- {self.lines[start].lstrip()}"

    def folds(self, text: str, margin: str, marker: str, beside: str) -> bool:
        """Writes a text in lines of its own, where it can be and is."""
        even = all(line and line == " ".join(line.split()) for line in text.split("\n"))
        readable = even and text.isascii() and text.replace("\n", " ").isprintable()
        if not (readable and self.any_of(True, False)):
            return False
        if "\n" in text:
            body = text.split("\n")
            mark = "|-"
        else:
            words = text.split(" ")
            cut = self.draw(st.integers(1, len(words)))
            body = [" ".join(words[:cut]), " ".join(words[cut:])]
            mark = ">-"
        deep = self.any_of("  ", "   ")
        self.lines.append(f"{margin}{marker} {mark}{beside}")
        self.lines += [f"{margin}{deep}{line}" for line in body if line]
        return True


@st.composite
def files(draw: st.DrawFn) -> tuple[str, Any]:
    """A file that can be read, and what it says."""
    root, page = draw(ROOTS), Page(draw)
    page.entries(root, (), "")
    newline = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    text = newline.join(page.lines) + draw(st.sampled_from(["", newline, newline + newline]))
    return text, root
