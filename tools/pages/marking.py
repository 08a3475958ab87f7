"""Quotations marked in the text they stand in, where they may overlap and stand in each other."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from tools.model.receipts import Receipt
from tools.model.text import Span

Line = tuple[int, Span]  # where a line begins, the mark of its list included, and its words


def marked(text: str, line: Line, receipts: Sequence[Receipt]) -> Markup:
    """The words of a line with its quotations in `mark`, each with its number where it ends.

    `receipts` stand in their order in the text, the longest of those that begin together first.
    """
    begin, words = line
    marking = _Marking(begin, words)
    here = [r for r in receipts if r.span.start < words.end and begin < r.span.end]
    stops = {marking.within(at) for r in here for at in (r.span.start, r.span.end)}
    at = words.start
    for stop in sorted(stops | {words.end}):
        marking.out.append(escape(text[at:stop]))
        marking.close(stop)
        marking.open([r for r in here if marking.within(r.span.start) == stop])
        at = stop
    return Markup("").join(marking.out)


class _Marking:
    """A line that is being marked: what is written of it, and the quotations that are open."""

    def __init__(self, begin: int, words: Span) -> None:
        self.begin, self.words = begin, words
        self.out: list[str | Markup] = []
        self.opened: list[Receipt] = []

    def within(self, offset: int) -> int:
        """The place in the line's words that is nearest to an offset."""
        return min(max(offset, self.words.start), self.words.end)

    def close(self, stop: int) -> None:
        """Closes what ends here; what began later and goes on is closed with it and opened anew."""
        ending = [r for r in self.opened if self.within(r.span.end) == stop]
        again: list[Receipt] = []
        while any(r in self.opened for r in ending):
            last = self.opened.pop()
            self.out.append(Markup("</mark>"))
            if last not in ending:
                again.insert(0, last)
        self._count(ending)
        self.out += [Markup("<mark>") for _ in again]
        self.opened += again

    def open(self, receipts: Sequence[Receipt]) -> None:
        """Opens what begins here, or comes from the line before, where its anchor stands."""
        for receipt in receipts:
            starts = receipt.span.start >= self.begin
            anchor = Markup(' id="{}"').format(receipt.anchor) if starts else ""
            self.out.append(Markup("<mark{}>").format(anchor))
            if self.within(receipt.span.end) > self.within(receipt.span.start):
                self.opened.append(receipt)
            else:  # a quotation of nothing but the mark of a list
                self.out.append(Markup("</mark>"))
                self._count([receipt])

    def _count(self, ending: Sequence[Receipt]) -> None:
        """The numbers of quotations that end here, each a link to the claims that rest on it."""
        for receipt in sorted(ending, key=lambda r: r.number):
            if receipt.span.end <= self.words.end:
                self.out.append(
                    Markup(
                        '<a class="r" href="#supports-{0}" data-pagefind-ignore '
                        'aria-label="Quotation {0}: what rests on it">{0}</a>'
                    ).format(receipt.number)
                )
