"""Glossary tooltips: the first use of each word on a page gets its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from markupsafe import Markup, escape

from tools.model.text import straighten
from tools.model.vocabulary import GlossaryTerm
from tools.pages.wording import capital

_ENTITY = re.compile(r"&#?\w+;")
_APOSTROPHE = "&#39;"
_TAG = re.compile(r"(<[^>]*>)")


class Glosser:
    """Marks words in the text of one page, each at its first use only.

    It remembers what it has marked, so one belongs to each page and texts pass through it in the
    order in which a reader meets them.
    """

    def __init__(self, terms: Iterable[GlossaryTerm], target: str) -> None:
        """`target` is what the link of a marked word begins with; its id follows."""
        self._target = target
        self._forms: dict[str, GlossaryTerm] = {}
        for term in terms:
            for form in (term.term, *term.also):
                self._forms[_key(form)] = term
        longest_first = sorted(self._forms, key=lambda form: (-len(form), form))
        self._sought = [(_part(form), form) for form in longest_first]

    def plain(self, text: str) -> Markup:
        """People's text, escaped, with its words marked."""
        return Markup(self._mark(str(escape(text))))

    def html(self, text: Markup) -> Markup:
        """Safe HTML with its words marked; words inside a link stay as they are."""
        out, depth = [], 0
        for piece in _TAG.split(str(text)):
            if piece.startswith("<"):
                depth += piece.startswith(("<a>", "<a "))
                depth -= piece.startswith("</a")
                out.append(piece)
            else:
                out.append(piece if depth else self._mark(piece))
        return Markup("".join(out))

    def _mark(self, piece: str) -> str:
        out, end = [], 0
        # typographic apostrophes are one character each, so offsets agree
        for match in self._matches(straighten(piece)):
            if _ENTITY.match(piece, match.start() - 1):
                continue  # the word "amp" of "&amp;" is not the reader's
            term = self._forms.get(_key(str(Markup(match.group()).unescape())))
            if term is None:
                continue
            shown = piece[match.start() : match.end()]
            out += [piece[end : match.start()], _marked(term, shown, self._target)]
            end = match.end()
            self._forms = {form: t for form, t in self._forms.items() if t.id != term.id}
        return "".join([*out, piece[end:]])

    def _matches(self, piece: str) -> Iterator[re.Match[str]]:
        """Where forms stand, one after the other; of those that begin together, the longest."""
        small = piece.casefold()
        found = [_pattern(form).search(piece) for part, form in self._sought if part in small]
        ahead = [match for match in found if match]
        while ahead:
            first = min(ahead, key=lambda match: match.start())
            yield first
            end = first.end()
            found = [one if one.start() >= end else one.re.search(piece, end) for one in ahead]
            ahead = [match for match in found if match]


@lru_cache(maxsize=2**14)
def _part(form: str) -> str:
    """What a text surely has where a form stands in it: told far sooner than by a pattern."""
    return max(str(escape(form)).split(_APOSTROPHE), key=len)


@lru_cache(maxsize=2**14)  # a pattern of all forms of a page would be compiled for it alone
def _pattern(form: str) -> re.Pattern[str]:
    """A form as HTML has it: a straight apostrophe is escaped there, a curly one is not."""
    escaped = re.escape(str(escape(form)))
    either = escaped.replace(re.escape(_APOSTROPHE), f"(?:'|{_APOSTROPHE})")
    return re.compile(rf"(?<!\w){either}(?!\w)", re.IGNORECASE)


def _key(form: str) -> str:
    return straighten(form).casefold()


def _marked(term: GlossaryTerm, shown: str, target: str) -> str:
    name = escape(term.id)
    return (
        f'<span class="term"><a href="{escape(target)}{name}" aria-describedby="tip-{name}">{shown}'
        f'</a><span class="tip" role="tooltip" id="tip-{name}" data-pagefind-ignore><b>'
        f"{escape(capital(term.term))}</b> {escape(term.definition)}</span></span>"
    )
