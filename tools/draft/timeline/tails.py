"""What a short text can do without: parts after a comma that end a long sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.draft.timeline.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

# A text is short enough with so many words, and says too little with fewer than so many.
LONG, SHORT = 25, 8
_MARKS = {",", "–", "—", ";"}
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))


def without_tails(tokens: list[Token], needed: int) -> list[Token]:
    """A sentence without its last parts, one by one, until it is short.

    None goes that holds the word at `needed`, the last of its dates, or follows right upon it.
    """
    while _count(tokens) > LONG:
        shorter = _shorter(tokens, needed)
        if shorter is None:
            return tokens
        tokens = shorter
    return tokens


def _shorter(tokens: list[Token], needed: int) -> list[Token] | None:
    """Without the last part that can go; None where none can."""
    for at in range(len(tokens) - 2, SHORT, -1):
        if tokens[at].lower_ not in _MARKS:
            continue
        if tokens[at - 1].i <= needed:
            return None  # it may say more of the date: "on 9 April, when the dam broke"
        if _opens_tail(tokens[at + 1], tokens[at]) and _closes(tokens, at):
            return tokens[:at] if _count(tokens[:at]) >= SHORT else None
    return None


def _opens_tail(token: Token, mark: Token) -> bool:
    if mark.lower_ == ";":
        return True
    return token.lower_ in words("tails")


def _closes(tokens: list[Token], at: int) -> bool:
    """Whether what follows hangs from what stands before by one word, and nothing the other way."""
    tail, kept = tokens[at + 1 :], tokens[:at]
    if not _balanced(kept):
        return False
    if any(token.lower_ in words("limits") for token in tail):
        return False
    inside = {token.i for token in tail}
    outward = [one for one in tail if one.head.i not in inside and one.dep_ != "punct"]
    inward = any(one.head.i in inside and one.dep_ != "punct" for one in kept)
    return len(outward) == 1 and not inward and not any(one.dep_ == "ROOT" for one in tail)


def _balanced(tokens: list[Token]) -> bool:
    """Whether no bracket and no quotation is left open."""
    text = "".join(token.text_with_ws for token in tokens)
    return text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in _PAIRS)


def _count(tokens: list[Token]) -> int:
    return sum(token.text[0].isalnum() for token in tokens)
