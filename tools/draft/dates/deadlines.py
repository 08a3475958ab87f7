"""Deadlines: days until which something is to be done, which lie ahead unless they have passed."""

from __future__ import annotations

from tools.draft.dates.tokens import Tokens

# "by noon on Friday", "until 5 p.m. Friday", "by the close of business Friday"
_TIME = frozenset(
    "on at noon midnight midday p a m am pm . : close end of business play trading the".split()
)
# figures without one of these count something: "seen by 300 on Friday"
_CLOCK = frozenset({"m", "am", "pm", ":"})
# "the" without one of these belongs to the day: "hit by the Monday storm"
_END = frozenset({"close", "end"})
LIMITS = frozenset({"by", "until", "till"})
TIME = 7  # tokens that a time of day takes at most
_DEADLINE = frozenset({"deadline", "deadlines"})
REACH = 6  # tokens from "deadline" to its day
_PASSED = frozenset("missed passed was were expired met after had lapsed ignored since".split())


def limit_before(t: Tokens, first: int) -> int | None:
    """The place of the "by" or "until" of an expression, before it and its time of day."""
    for i in range(first - 1, max(-1, first - 1 - TIME), -1):
        word = t.word(i)
        if word in LIMITS:
            return i if _is_time(t.words[i + 1 : first]) else None
        if word == "latest" and t.word(i - 1) == "the":
            return i - 1 - (t.word(i - 2) == "at")
        if word == "than" and t.word(i - 1) == "later" and t.word(i - 2) == "no":
            return i - 2
        if not (word in _TIME or word.isdigit()) or t.breaks(i):
            return None
    return None


def _is_time(between: list[str]) -> bool:
    """Whether the words before a day are a time of it: "5 p.m. on", "the end of"; or none."""
    figures = any(word.isdigit() for word in between)
    named = not _END.isdisjoint(between) or not {"a", "the"} & {*between[-1:]}
    return named and not (figures and _CLOCK.isdisjoint(between))


def is_deadline(t: Tokens, first: int, last: int) -> bool:
    """Whether an expression is the day of a deadline to come: "a deadline of noon Friday"."""
    end = last + 2 if t.word(last) == "'" else last
    if t.word(end) in _DEADLINE:
        return not (_has_passed(t, first) or t.word(end + 1) in _PASSED)
    for i in range(first - 1, max(-1, first - 1 - REACH), -1):
        if t.breaks(i) or t.word(i) in _PASSED:
            return False
        if t.word(i) in _DEADLINE:
            return not _has_passed(t, i)
    return False


def _has_passed(t: Tokens, at: int) -> bool:
    """Whether a deadline is told as one gone by: "missed a deadline of Friday"."""
    return not _PASSED.isdisjoint(t.words[max(0, at - REACH) : at])
