"""Quotations marked in the text they stand in, where they may overlap and stand in each other."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from tools.model.receipts import Receipt
from tools.model.text import Span
from tools.pages.phrases import phrase

Line = tuple[int, Span]  # where a line begins, the mark of its list included, and its words


def marked(text: str, line: Line, receipts: Sequence[Receipt]) -> Markup:
    """The words of a line with its quotations in `mark`, each with its number where it ends.

    `receipts` stand in their order in the text, the longest of those that begin together first.
    """
    begin, words = line
    here = [r for r in receipts if r.span.start < words.end and begin < r.span.end]
    if not here:
        return escape(text[words.start : words.end])
    marking = _Marking(begin, words)
    stops = {marking.within(at) for r in here for at in (r.span.start, r.span.end)}
    at = words.start
    for stop in sorted(stops | {words.end}):
        marking.out.append(str(escape(text[at:stop])))
        marking.close(stop)
        marking.open([r for r in here if marking.within(r.span.start) == stop])
        at = stop
    return Markup("".join(marking.out))


class _Marking:
    """A line that is being marked: what is written of it, and the quotations that are open."""

    def __init__(self, begin: int, words: Span) -> None:
        self.begin, self.words = begin, words
        self.out: list[str] = []  # HTML
        self.opened: list[Receipt] = []

    def within(self, offset: int) -> int:
        """The place in the line's words that is nearest to an offset."""
        start, end = self.words
        return start if offset < start else min(offset, end)

    def close(self, stop: int) -> None:
        """Closes what ends here; what began later and goes on is closed with it and opened anew."""
        ending = [r for r in self.opened if self.within(r.span.end) == stop]
        again: list[Receipt] = []
        while any(r in self.opened for r in ending):
            last = self.opened.pop()
            self.out.append("</mark>")
            if last not in ending:
                again.insert(0, last)
        self._count(ending)
        self.out += ["<mark>" for _ in again]
        self.opened += again

    def open(self, receipts: Sequence[Receipt]) -> None:
        """Opens what begins here, or comes from the line before, where its anchor stands."""
        for receipt in receipts:
            starts = receipt.span.start >= self.begin
            self.out.append(f'<mark id="{receipt.anchor}">' if starts else "<mark>")
            if self.within(receipt.span.end) > self.within(receipt.span.start):
                self.opened.append(receipt)
            else:  # a quotation of nothing but the mark of a list
                self.out.append("</mark>")
                self._count([receipt])

    def _count(self, ending: Sequence[Receipt]) -> None:
        """The numbers of quotations that end here, each a link to the claims that rest on it."""
        for receipt in sorted(ending, key=lambda r: r.number):
            if receipt.span.end <= self.words.end:
                number = str(receipt.number)
                label = escape(phrase("quotation", number=number))
                self.out.append(
                    f'<a class="r" href="#supports-{number}" data-pagefind-ignore '
                    f'aria-label="{label}">{number}</a>'
                )
