"""How right drafts are, measured by labels of articles: what an article tells, entry by entry.

A label names the sentence that it rests on, and a draft may quote a part of it or a little more.
What the labellers were not sure of, under `…_unsure`, counts neither for a draft nor against it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tools.draft.score import Score
from tools.model.text import straighten

Entry = Mapping[str, Any]
# the lists of a file of labels, and the fields of their entries
FIELDS: Mapping[str, tuple[str, ...]] = {
    "timeline": ("date", "quote"),
    "stances": ("company", "position", "quote"),
    "who": ("name", "description"),
    "terms": ("short", "long"),
}
UNSURE = "_unsure"
MOST_OFFERED, MOST_POSITIONS = 12, 3  # what an editor is ready to look through
LONGER, BESIDES = 1.5, 5  # how much more than the labelled words a quotation may have
TELLING = 5  # words of a part of a sentence that is the sentence
_WORD = re.compile(r"[\w']+")
_FORMS = frozenset(  # of companies, which a name may be told without
    "the inc ltd plc corp corporation company group llc limited co".split()
)
_SMALL = frozenset({"the", "of", "and", "for"})  # of an expansion, which a draft may leave out


@dataclass(frozen=True)
class Labelled:
    """An article's labels, by kind, and its fresh draft, both with the keys of a record."""

    labels: Mapping[str, Sequence[Entry]]
    draft: Mapping[str, Any]


def label_scores(articles: Iterable[Labelled]) -> list[Score]:
    """The scores of all drafts, one a kind; an article counts for the kinds that are labelled."""
    totals = {kind: Score(kind) for kind in KINDS}
    for article in articles:
        for kind, (field, same) in KINDS.items():
            if field in article.labels:
                totals[kind] = _with(totals[kind], article, field, same)
    return list(totals.values())


def _with(total: Score, article: Labelled, field: str, same: Same) -> Score:
    labels = article.labels[field]
    offered = _offered(article.draft) if same is _offers else article.draft.get(field) or []
    left = _unmatched(labels, offered, same)
    found = len(offered) - len(left)
    wrong = _unmatched(article.labels.get(field + UNSURE, ()), left, same)
    return Score(
        total.kind,
        total.found + found,
        total.drafted + found + len(wrong),
        total.recorded + len(labels),
    )


def without_position(articles: Iterable[Labelled]) -> tuple[int, int]:
    """How many drafts have a position of an article in which nobody takes one, and of how many."""
    bare = [
        one
        for one in articles
        if one.labels.get("stances") == [] and not one.labels.get(f"stances{UNSURE}")
    ]
    return sum(bool(one.draft.get("stances")) for one in bare), len(bare)


def _unmatched(labels: Sequence[Entry], drafted: Sequence[Entry], same: Same) -> list[Entry]:
    """What is left of a draft when each label has taken one entry that is the same."""
    left = list(drafted)
    for label in labels:
        mate = next((at for at, entry in enumerate(left) if same(label, entry)), None)
        if mate is not None:
            del left[mate]
    return left


def _offered(draft: Mapping[str, Any]) -> list[Entry]:
    """What a draft gives an editor to choose from: its positions, then what it is less sure of."""
    return [*(draft.get("stances") or ()), *(draft.get("candidates") or ())][:MOST_OFFERED]


def _plain(text: object) -> str:
    return " ".join(straighten(str(text)).split()).lower()


def _words(text: object) -> list[str]:
    return _WORD.findall(_plain(text))


def _passages(entry: Entry) -> list[str]:
    quote = entry.get("quote") or ""
    return [_plain(one) for one in (quote if isinstance(quote, list | tuple) else [quote])]


def same_sentence(label: Entry, entry: Entry) -> bool:
    """Whether an entry quotes the labelled sentence, a telling part of it, or little more."""
    return any(_same_passage(x, y) for x in _passages(label) for y in _passages(entry))


def _same_passage(label: str, quoted: str) -> bool:
    wanted, words = _words(label), _words(quoted)
    if not wanted or not words or len(words) > LONGER * len(wanted) + BESIDES:
        return False
    inside = label in quoted or quoted in label
    if inside and min(len(wanted), len(words)) >= min(TELLING, len(wanted)):
        return True
    first, second = set(wanted), set(words)
    return 2 * len(first & second) >= max(len(first), len(second))


def _same_event(label: Entry, entry: Entry) -> bool:
    return same_sentence(label, entry) and str(label["date"]) == str(entry.get("date"))


def same_company(label: Entry, entry: Entry) -> bool:
    """Whether names are one: "Wrenmail" for "Wrenmail Post Ltd", "the bank Wrenmail" for that."""
    wanted, name = (_company(one.get("company") or "") for one in (label, entry))
    if not wanted or not name:
        return False
    return name == wanted[: len(name)] or name[-len(wanted) :] == wanted


def _company(name: str) -> list[str]:
    return [word for word in _words(name) if word not in _FORMS]


def _same_position(label: Entry, entry: Entry) -> bool:
    return same_company(label, entry) and _plain(label["position"]) == _plain(
        entry.get("position") or ""
    )


def _same_stance(label: Entry, entry: Entry) -> bool:
    return _same_position(label, entry) and same_sentence(label, entry)


def _offers(label: Entry, entry: Entry) -> bool:
    """Whether one entry, with one sentence, gives an editor the labelled position to take."""
    positions = entry.get("positions") or [entry.get("position") or ""]
    given = {_plain(one) for one in positions[:MOST_POSITIONS]}
    right = len(_passages(entry)) == 1 and _plain(label["position"]) in given
    return right and same_company(label, entry) and same_sentence(label, entry)


def _same_name(label: Entry, entry: Entry) -> bool:
    first, second = (set(_words(one.get("name") or "")) for one in (label, entry))
    if not first or not second or not (first <= second or second <= first):
        return False
    said, told = (set(_words(one.get("description") or "")) for one in (label, entry))
    return 2 * len(said & told) >= max(len(said), len(told), 1)


def _same_short(label: Entry, entry: Entry) -> bool:
    same = _plain(label["short"]) == _plain(entry.get("short") or "")
    return same and set(_words(entry.get("long") or "")) >= set(_words(label["long"])) - _SMALL


Same = Callable[[Entry, Entry], bool]
KINDS: Mapping[str, tuple[str, Same]] = {
    "events with their date": ("timeline", _same_event),
    "events, whatever their date": ("timeline", same_sentence),
    "positions": ("stances", _same_position),
    "positions with their sentence": ("stances", _same_stance),
    "positions offered": ("stances", _offers),
    "people and organisations": ("who", _same_name),
    "short forms": ("terms", _same_short),
}
