"""Whether the words around an expression speak of the past or of what is to come.

A small lexicon of verbs and of the adjectives of notices ("payable", "due"); the word nearest to
the expression decides, first to its left, then to its right, and only within its sentence.
"""

from __future__ import annotations

from typing import Literal

from tools.draft.dates.deadlines import is_deadline, limit_before
from tools.draft.dates.tokens import Tokens

Tense = Literal["past", "future", ""]

# How many tokens to look at: a clause of newswire is seldom longer.
LEFT, RIGHT = 20, 14
OWNED = 5  # and before "Friday's ruling", the verb that governs it

_FUTURE = frozenset(
    "will ll shall would scheduled due expected expects expect supposed planned "
    "meets meet opens arrives leaves votes returns visits heads "
    "intends intend upcoming payable expire expires expiring mature matures maturing "
    "until till effective forthcoming proposed going begins starts ends resumes faces "
    "slated takes".split()
)
# "could" is as often what somebody was able to do: it does not tell
_MODALS = frozenset("may might can must should".split())
_PAST = frozenset(
    "was were had did said told says rose fell came went took made began got gave found left met "
    "sold bought paid held won lost led ran saw sent spoke stood thought wrote kept became brought "
    "built broke chose drew grew shot struck died hit been since ago earlier fled flew knew hung "
    "sought fought taught caught dealt felt heard laid lay lit rang rode sank sang slept slid "
    "spent stole swore threw tore withdrew overthrew underwent ended has have "
    "set put cut let quit beat".split()
)
# After one of these stands a noun or an adjective: "the plan", "a proposed law".
_BEFORE_NOUNS = frozenset("a an the its their his her our my your any no some still of".split())
# These, with "to" and a verb, look ahead: "agreed to buy".
_TOWARDS = frozenset(
    "agreed agrees agree agreement decided decision decides promised promise vowed vows offered "
    "offers offer wants want wanted ready threatened pledged pledges hopes hoped aims "
    "plan plans planned planning hope".split()
)
_INTENDS = frozenset("plans plan hopes hope aims aim wants want promises vows pledges".split())
# These, with "to" and a verb, tell what came about: "appeared to begin on Thursday".
_CAME_TO = frozenset(
    "appeared seemed helped managed failed had used continued began started came went happened "
    "turned tried forced refused declined".split()
)
# What was done by a day; "told to pay by Friday" is not among them.
_DONE_BY = frozenset(
    "completed finished reached fell rose grew sold dropped climbed closed shut left died gone "
    "became lost won spent recovered doubled tripled".split()
)
_MOVED = frozenset("postponed delayed adjourned deferred rescheduled moved extended".split())
PUT_OFF = 6  # tokens from such a verb to the date
# How many tokens before it "had been" turns what was to come into what was past.
HAD_BEEN = 5
_NOT_PAST = frozenset(
    "need needed united red bed speed indeed proceed exceed succeed hundred embed feed seed weed "
    "led wed med fed shed limited unlimited scheduled expected planned proposed".split()
)
_BARE = frozenset(
    "be meet hold vote begin start take make go come leave visit travel arrive open close end run "
    "hear speak appear decide announce release sign give hand return resume launch fly play "
    "answer reply respond comply appeal submit stop remove block "
    "complete become pay report discuss consider expire host face attend join move file".split()
)


def tense_at(t: Tokens, first: int, last: int) -> Tense:
    """The tense of an expression's clause; empty where nothing near it tells."""
    if t.word(first - 1) == t.word(first - 3) == "as" and t.word(first - 2) in {"soon", "early"}:
        return "future"
    if t.word(last) == "'" and t.word(last + 1) == "s" and not is_deadline(t, first, last):
        # whose event it is, whatever becomes of it
        if t.word(first - 1) == "of" and t.word(first - 2) == "ahead":
            return "future"
        return _left(t, first, OWNED)
    if t.word(first - 1) in {"to", "until"} and _is_put_off(t, first):
        return "future"
    limit = limit_before(t, first)
    if limit is not None:
        done = _right(t, last) == "past" if t.opens(limit) else _was_done(t, limit)
        return "past" if done else "future"
    if is_deadline(t, first, last):
        return "future"
    return _left(t, first) or _right(t, last)


def _is_put_off(t: Tokens, first: int) -> bool:
    """Whether something was moved to a date that is still to come: "postponed to 22 May"."""
    before = t.words[max(0, first - PUT_OFF) : first]
    return not _MOVED.isdisjoint(before) and "had" not in before


def _was_done(t: Tokens, first: int) -> bool:
    """Whether something was done by a date: "had left by Friday", "completed it by Friday"."""
    for i in range(first - 1, max(-1, first - 1 - LEFT), -1):
        if t.breaks(i) or t.word(i) in _FUTURE or t.word(i) in {"to", "be", *_MODALS}:
            break
        if _is_past(t.word(i)):
            if t.word(i) in _DONE_BY and t.word(i - 1) not in {"be", "get", "have", "has"}:
                return True
            break
    return _had(t, first)


def _had(t: Tokens, first: int) -> bool:
    for i in range(first - 1, max(-1, first - 1 - LEFT), -1):
        if t.breaks(i):
            return False
        if t.word(i) == "had":
            return not {t.word(i + 1), t.word(i + 2)} & {"to", "until", "been"}
    return False


def _left(t: Tokens, first: int, reach: int = LEFT) -> Tense:
    for i in range(first - 1, max(-1, first - 1 - reach), -1):
        if t.breaks(i) or (reach == OWNED and t.word(i) == ","):
            return ""
        word = t.word(i)
        if word == "to" and t.word(i - 1) in _TOWARDS and t.word(i + 1) not in _BEFORE_NOUNS:
            return "future"
        if t.word(i - 1) in _BEFORE_NOUNS:
            continue
        if word == "set" and t.word(i + 1) in {"to", "for"}:
            return "future"
        if word in _BARE and t.word(i - 1) in {"to", "not"}:
            return "past" if _came_about(t, i) else _unless_past(t, i)
        if word == "proposed" and t.word(i - 1) in {"was", "were", "been"}:
            return "past"
        if word in _FUTURE or (word in _MODALS and not t.capital(i)):
            return _unless_past(t, i)
        if _is_past(word) and not _is_participle(t, i):
            return "past"
    return ""


def _came_about(t: Tokens, i: int) -> bool:
    """Whether a verb tells what was so: "did not appear on Friday", "failed to pay on Friday"."""
    if t.word(i - 1) == "not":
        return t.word(i - 2) in {"did", "could"}
    return t.word(i - 2) in _CAME_TO


def _unless_past(t: Tokens, i: int) -> Tense:
    """What was to come, as in "had been due to expire", is past when the story is told."""
    before = t.words[max(0, i - HAD_BEEN) : i]
    return "past" if "had" in before and "been" in before else "future"


def _right(t: Tokens, last: int) -> Tense:
    for i in range(last, min(len(t), last + RIGHT)):
        if t.breaks(i):
            return ""
        word = t.word(i)
        if word in _FUTURE or (word in _MODALS and not t.capital(i)):
            return "future"
        if word == "to" and t.word(i - 1) in _INTENDS and t.word(i + 1) not in _BEFORE_NOUNS:
            return "future"
        if _is_past(word):
            return "past"
    return ""


def _is_past(word: str) -> bool:
    return word in _PAST or (len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST)


def _is_participle(t: Tokens, i: int) -> bool:
    """Whether "held" is that of "will be held": then the words before it decide."""
    return t.word(i - 1) in {"be", "to", "not"} or t.word(i - 1) in _MODALS | {"will", "would"}
