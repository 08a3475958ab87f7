"""What rules say of a pair: the phrases of the lexicon and the deeds, as they are meant.

Each says its word by a feature: MEANS for a phrase, DEED for a deed, VOID for a position whose
phrase or deed is denied, asked for, supposed, told by others or over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tools.draft.sense.clauses import Mood, mood
from tools.draft.stances.deeds import positions_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tools.draft.sense.demands import Demands
    from tools.draft.stances.cues import Cue
    from tools.draft.stances.pairs import Pair

MEANS, DEED, VOID = "mean ", "deed ", "void "
NOTHING = "nothing"  # what a phrase says that is not stated
UNMET = " unmet"  # follows a position whose phrase asks for a demand or a law that is not near


def phrases(pair: Pair) -> Iterator[str]:
    """The phrases of a pair: of which position, whose, how they are meant, what that makes."""
    meant = set()
    for place, cue in enumerate(pair.cues):
        how = mood(cue.token)
        met = "" if cue.met else UNMET
        if place not in pair.held:
            yield f"cue of another {cue.position}{met} {how.marks}"
            continue
        yield f"cue {cue.position}{met} {how.marks}"
        yield f"cue {cue.position}{met} {cue.entry.weight} {how.marks}"
        turned = _turned(cue, how)
        if turned != cue.position:
            yield f"{VOID}{cue.position}"
        if not how.over:  # what was so once says nothing of today
            meant.add(f"{turned or NOTHING}{met}")
    yield from (f"{MEANS}{one}" for one in sorted(meant))
    if len(meant) == 1:
        yield f"only {MEANS}{meant.pop()}"


def deeds(verb: Token, demands: Demands, *, own: bool) -> Iterator[str]:
    """The deed of a verb; `own` where something of the company's own does it."""
    for position, stated in positions_of(verb, demands):
        yield f"{'own ' if own else ''}{DEED if stated else VOID}{position}"


def said(seen: Iterable[str]) -> frozenset[str]:
    """The positions that phrases and deeds among some features speak for; NOTHING is one."""
    found = (one.removeprefix(MEANS).removeprefix(DEED) for one in seen if one[:5] in (MEANS, DEED))
    return frozenset(one for one in found if not one.endswith(UNMET))


def void(seen: Iterable[str]) -> frozenset[str]:
    """The positions that rules see in a sentence and that it does not state."""
    found = {one.removeprefix(VOID) for one in seen if one.startswith(VOID)}
    return frozenset(found) - said(seen)


def _turned(cue: Cue, how: Mood) -> str | None:
    """The position that a phrase speaks for as it is meant; None where that is none."""
    if not how.stated or cue.token.dep_ == "amod":  # "the suspended service" states nothing
        return None
    return cue.entry.denied if how.denied and not cue.entry.fixed else cue.position
