"""What a clause says of its verb: whether it is denied, untrue, asked for, supposed or over.

A draft must never say the opposite of its sentence. Whether something is stated hangs on all that
stands above a verb: "Orley denied a report that it had refused to pay" holds three turns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tools.draft.sense.conditions import is_conditional
from tools.draft.sense.negations import negations
from tools.draft.sense.verbs import infinitive, is_finite, passive, subject
from tools.draft.sense.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

CLIMB = 8  # heads above a verb that may turn what it says
_LETTERS = {
    "denied": "n",
    "untrue": "f",
    "asked": "a",
    "supposed": "s",
    "rumoured": "r",
    "over": "o",
}
_BELOW = ("xcomp", "ccomp", "pcomp", "acl", "prep", "conj", "dobj", "pobj", "attr", "oprd")
_OPEN = ("xcomp", "pcomp", "acl", "prep")
_CLAUSES = (*_OPEN, "ccomp", "relcl")
_NOUNS = ("NN", "NNS")


@dataclass(frozen=True, slots=True)
class Mood:
    """How a verb is meant; each field is true where something above or beside it says so."""

    denied: bool = False  # an odd number of negations
    untrue: bool = False  # said to be false: "denied that", "a report that ... is wrong"
    asked: bool = False  # what somebody else wants, orders or is entitled to
    supposed: bool = False  # if, whether, may, expected, considered
    rumoured: bool = False  # a report, a claim, an accusation
    over: bool = False  # no more so: once, earlier, used to

    @property
    def marks(self) -> str:
        """The fields that are true, as letters that tell them apart; none for a plain statement."""
        return "".join(letter for name, letter in _LETTERS.items() if getattr(self, name))

    @property
    def stated(self) -> bool:
        """Whether the sentence itself says so, be it with "not"."""
        return not (self.untrue or self.asked or self.supposed or self.rumoured or self.over)


@dataclass(slots=True)
class _Found:
    """What was found so far, and how often it was denied."""

    denials: int = 0
    turns: set[str] = field(default_factory=set)


def mood(verb: Token) -> Mood:
    """How a verb is meant, by itself and by what governs it, up to the head of its sentence."""
    found = _Found()
    _own(verb, found)
    doer = subject(verb)
    for below, above in _climb(verb):
        if _asks_whether(below):
            break
        if below.dep_ != "conj":
            _turned(below, above, found)
        if "untrue" in found.turns:
            break
        if not _is_false(above) and (
            above.tag_[:1] in "VM" or above.dep_ in ("ROOT", "relcl", "ccomp")
        ):
            _own(above, found, doer if below.dep_ == "conj" else None)
    if verb.sent.text.rstrip().endswith("?"):
        found.turns.add("supposed")
    untrue = "untrue" in found.turns
    return Mood(
        denied=found.denials % 2 == 1,
        untrue=untrue,
        asked="asked" in found.turns,
        supposed="supposed" in found.turns,
        rumoured="rumoured" in found.turns and not untrue,
        over="over" in found.turns,
    )


def _climb(verb: Token) -> Iterator[tuple[Token, Token]]:
    """The heads above a verb whose meaning reaches down to it, each with what hangs on it."""
    for _ in range(CLIMB):
        clause = verb.dep_ in ("relcl", "advcl")
        if verb.head is verb or (verb.dep_ not in _BELOW and not clause):
            return
        if clause and not infinitive(verb) and verb.head.lower_ not in words("reports"):
            return
        if verb.dep_ == "conj" and subject(verb) is not None:
            return
        yield verb, verb.head
        verb = verb.head


def _own(verb: Token, found: _Found, other_doer: Token | None = None) -> None:
    """What stands beside a verb itself: not, if, may, must, once."""
    if other_doer is None:
        found.denials += negations(verb)
    if is_conditional(verb):
        found.turns.add("supposed")
    if any(one.dep_ == "aux" and one.lower_ in words("obliges") for one in verb.children):
        found.turns.add("asked")
    if _over(verb):
        found.turns.add("over")


def _turned(below: Token, above: Token, found: _Found) -> None:
    """What a head does to that which hangs on it."""
    lower = above.lower_
    clause = below.dep_ in _CLAUSES
    thing = below.dep_ == "dobj" and below.tag_[:1] == "N"
    if above.tag_[:1] == "N" and above.dep_ != "ROOT" and clause:
        _by_noun(above, found)
    elif lower in words("denies") or (clause and _is_false(above)):
        found.turns.add("untrue")
    elif lower in ("rule", "rules", "ruled", "ruling") and _particle(above, "out"):
        _ruled_out(above, found)
    elif any(child.lower_ == "yet" for child in above.children) and below.dep_ == "xcomp":
        found.denials += 1  # "has yet to comply", "is yet to comply"
    elif lower in words("negates") and below.dep_ in (*_OPEN, "ccomp", "dobj", "pobj"):
        found.denials += not is_finite(below)
    elif lower in ("has", "have", "had") and below.dep_ == "xcomp":
        found.turns.add("asked")
    elif below.tag_[:1] in "VM" and _lacks(above):
        found.denials += 1
    elif lower in words("asks") and (clause or thing) and not _asks_for_itself(above, below):
        found.turns.add("asked")
    elif lower in words("supposes") and (clause or thing):
        found.turns.add("supposed")
    elif lower in words("drops") and thing:
        found.turns.add("over")
    elif clause and (lower in words("accuses") or _is_rumour(above)):
        found.turns.add("rumoured")


def _is_rumour(verb: Token) -> bool:
    """Whether it is a report that says or grows: "speculation grew that"."""
    doer = subject(verb)
    return doer is not None and doer.lower_ in words("reports")


def _by_noun(noun: Token, found: _Found) -> None:
    """What a noun makes of the clause that says what it is about."""
    lower = noun.lower_
    if lower in words("refusals") or any(child.lower_ == "no" for child in noun.children):
        found.denials += 1
    elif lower in words("demands"):
        found.turns.add("asked")
    elif lower in words("reports"):
        found.turns.add("untrue" if _called_false(noun) else "rumoured")
    elif lower in words("chances"):
        found.turns.add("supposed")


def _ruled_out(verb: Token, found: _Found) -> None:
    """ "Ruled out an appeal" denies it; "did not rule out" and "refused to rule out" leave it."""
    turns = negations(verb) + (verb.head.lower_ in words("negates"))
    if turns:
        found.turns.add("supposed")
    found.denials += turns or 1


def _particle(verb: Token, word: str) -> bool:
    return any(child.lower_ == word and child.dep_ == "prt" for child in verb.children)


def _lacks(verb: Token) -> bool:
    """Whether what a verb has or sees is none: "has no plans", "sees no reason"."""
    return any(
        child.dep_ in ("dobj", "attr") and any(one.lower_ == "no" for one in child.children)
        for child in verb.children
    )


def _is_false(verb: Token) -> bool:
    """Whether a verb says that something is wrong: "is untrue", "is not true"."""
    said = [child.lower_ for child in verb.children if child.dep_ in ("acomp", "attr", "oprd")]
    if any(one in words("true") for one in said):
        return negations(verb) % 2 == 1
    return any(one in words("false") for one in said)


def _called_false(noun: Token) -> bool:
    """Whether a report is said to be wrong, or denied, or has no truth in it."""
    above = noun.head
    if above.lower_ in words("denies") or _is_false(above) or above.lower_ in words("false"):
        return True
    truth = above.head
    return truth.lower_ in ("truth", "word") and any(one.lower_ == "no" for one in truth.children)


def _asks_for_itself(above: Token, below: Token) -> bool:
    """Whether who asks is who would do it: "asked to be heard", "wants to pay"."""
    if passive(above) or below.dep_ != "xcomp" or subject(below) is not None:
        return False
    return not any(child.dep_ in ("dobj", "dative") for child in above.children)


def asked_for(verb: Token) -> Iterator[Token]:
    """The nouns that a verb of asking asks for: "demanded lists", "the lists that it demands"."""
    for child in verb.children:
        if child.dep_ == "dobj" and child.tag_ in _NOUNS:
            yield child
        elif child.lower_ == "for":
            yield from (one for one in child.children if one.tag_ in _NOUNS)
    if verb.dep_ == "relcl" and verb.head.tag_ in _NOUNS:
        yield verb.head


def _asks_whether(verb: Token) -> bool:
    """Whether a clause is a question, of which what governs it says nothing."""
    return any(one.lower_ in words("ifs") and one.dep_ == "mark" for one in verb.children)


def _over(verb: Token) -> bool:
    """Whether something was so before: "once refused", "earlier refusing", "used to"."""
    if verb.lower_ == "used" and any(child.dep_ == "xcomp" for child in verb.children):
        return True
    before = any(
        child.dep_ == "advmod"
        and (
            (child.lower_ in words("before") and child.i < verb.i)
            or (child.lower_ == "before" and child.i > verb.i and not any(child.children))
        )
        for child in verb.children
    )
    return before and not negations(verb)
