"""The words before a date that say where in it, or how roughly, it was."""

from __future__ import annotations

from tools.draft.dates.tokens import Tokens
from tools.draft.dates.words import EDGES, NEAR_ENDS, ROUGHLY


def widen(t: Tokens, first: int) -> tuple[int, str]:
    """Where an expression begins with "early", "the end of", "around" taken in, and its mark.

    None of our forms holds "early 1997" or "the end of May", so the date itself stays as coarse as
    its name; only "around" changes it, to one with `~`.
    """
    if t.word(first - 1) in EDGES:
        first -= 1
    elif t.word(first - 1) == "-" and t.word(first - 2) in {"early", "mid", "late"}:
        first -= 2
    of = t.back(first, "the")
    if t.word(of - 1) == "of" and t.word(of - 2) in NEAR_ENDS:
        first = t.back(of - 2, "the")
    if t.word(first - 1) in ROUGHLY:
        return first - 1, "~"
    return first, ""
