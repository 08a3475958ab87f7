"""Lets Markdown read the headings of a generated page, and leaves its HTML as it is.

A generated page is HTML under Markdown headings.
An engine wants its headings, for their ids and the table of contents; the HTML between them is
final, yet MkDocs and Python-Markdown each parse every tag of it, which took half of a build.
So they are shown front matter and headings alone, and what comes back is headings alone: their
order says where the HTML belongs, and no mark stands for it that people's text could imitate.
"""

from __future__ import annotations

import re
from itertools import chain

_END = "\n---\n"  # of the front matter
_HEADING = re.compile(r"^(#{1,6} .*)$", re.MULTILINE)
_MADE = re.compile(r"<h[1-6][ >].*")  # Markdown ends its line after a heading


class Bodies:
    """The HTML of generated pages, by their paths, until Markdown has made their headings."""

    def __init__(self) -> None:
        self._kept: dict[str, list[str]] = {}

    def headings(self, path: str, text: str) -> str:
        """Keeps the HTML of a page; gives its front matter and headings, in Markdown."""
        front, end, body = text.partition(_END)
        # by turns HTML, which may be empty, and a heading; HTML is first and last
        parts = _HEADING.split(body)
        self._kept[path] = [part.strip() and f"{part.strip()}\n" for part in parts[::2]]
        return f"{front}{end}\n" + "\n\n".join(parts[1::2])

    def whole(self, path: str, html: str) -> str:
        """The page, given what Markdown made of its headings; of a page not kept, that itself.

        Raises ValueError where that is not one line for each heading.
        """
        if path not in self._kept:
            return html
        first, *rest = self._kept.pop(path)
        made = _MADE.findall(html)
        if len(made) != len(rest):
            raise ValueError(f"{path} has {len(rest)} headings, and Markdown made {len(made)}")
        parts = (first, *chain.from_iterable(zip(made, rest, strict=True)))
        return "\n".join(filter(None, parts)).strip()
