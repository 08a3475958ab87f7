"""What a clause says of its verb: whether it is denied, untrue, asked for, supposed or over.

A draft must never say the opposite of its sentence. Whether something is stated hangs on all that
stands above a verb: "Orley denied a report that it had refused to pay" holds three turns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tools.draft.sense.mentions import SUBJECT
from tools.draft.sense.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

CLIMB = 8  # heads above a verb that may turn what it says
NEAR = 4  # tokens before a verb in which a negation counts, whatever the parser says
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
_BEFORE = ("rather than", "instead of", "far from", "short of", "other than")


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
    untrue = found.turns & {"untrue"}
    return Mood(
        denied=found.denials % 2 == 1,
        untrue=bool(untrue),
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
        if clause and not _infinitive(verb) and verb.head.lower_ not in words("reports"):
            return
        if verb.dep_ == "conj" and subject(verb) is not None:
            return
        yield verb, verb.head
        verb = verb.head


def _own(verb: Token, found: _Found, other_doer: Token | None = None) -> None:
    """What stands beside a verb itself: not, if, may, must, once."""
    if other_doer is None:
        found.denials += _negations(verb)
    if _conditional(verb):
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
    elif lower == "rule" or (lower in ("rules", "ruled", "ruling") and _particle(above, "out")):
        _ruled_out(above, found)
    elif any(child.lower_ == "yet" for child in above.children) and below.dep_ == "xcomp":
        found.denials += 1  # "has yet to comply", "is yet to comply"
    elif lower in words("negates") and below.dep_ in (*_OPEN, "ccomp", "dobj", "pobj"):
        found.denials += not _finite(below)
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
    turned = _negations(verb) or verb.head.lower_ in words("negates")
    if turned:
        found.turns.add("supposed")
        found.denials += _negations(verb) + (verb.head.lower_ in words("negates"))
    else:
        found.denials += 1


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
        return _negations(verb) % 2 == 1
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


def subject(verb: Token) -> Token | None:
    """The subject of a verb, if it has one of its own."""
    return next((child for child in verb.children if child.dep_ in SUBJECT), None)


def passive(verb: Token) -> bool:
    """Whether a verb's subject is the one it is done to."""
    if verb.tag_ != "VBN":
        return False
    kinds = {child.dep_ for child in verb.children}
    return bool(kinds & {"auxpass", "nsubjpass"}) or (verb.dep_ == "acl" and "aux" not in kinds)


def _infinitive(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _finite(verb: Token) -> bool:
    if verb.tag_ in ("VBD", "VBZ", "VBP"):
        return True
    finite = ("MD", "VBD", "VBZ", "VBP")
    return any(child.tag_ in finite and child.dep_[:3] == "aux" for child in verb.children)


def _negations(verb: Token) -> int:
    """How often a verb is negated, by a word of its own or by its subject: "no shop will"."""
    negating = words("negations")
    own: int = sum(
        child.lower_ in negating and child.dep_ in ("neg", "preconj", "cc", "advmod", "det")
        for child in verb.children
        if child.i < verb.i or child.dep_ == "neg"
    )
    own += verb.i > 1 and verb.doc[verb.i - 2 : verb.i].text.lower() == "no longer"
    own += any(_by_no_means(child) for child in verb.children if child.i < verb.i)
    doer = subject(verb)
    if doer is not None and doer.i < verb.i:
        start = max(verb.sent.start, doer.left_edge.i - 1)
        phrase = {one.lower_ for one in verb.doc[start : doer.i + 1]}
        led = {one.lower_ for one in doer.subtree if one.dep_ == "preconj"}
        own += bool((phrase | led) & words("nobody"))
    if not own:
        near = verb.doc[max(verb.sent.start, verb.i - NEAR) : verb.i]
        own += any(one.lower_ in negating and one.head is verb for one in near)
    before = verb.doc[max(verb.sent.start, verb.i - 3) : verb.i].text.lower()
    return own + int(before.endswith(_BEFORE) or before.split()[-1:] == ["without"])


def _by_no_means(child: Token) -> bool:
    """Whether a phrase before a verb denies it: "in no circumstances", "on no account"."""
    if child.dep_ != "prep":
        return False
    return any(one.lower_ == "no" for noun in child.children for one in noun.children)


def _asks_whether(verb: Token) -> bool:
    """Whether a clause is a question, of which what governs it says nothing."""
    return any(one.lower_ in words("ifs") and one.dep_ == "mark" for one in verb.children)


def _conditional(verb: Token) -> bool:
    """Whether a clause is one of "if", or has one beside it, a "may" or an "only after"."""
    for child in verb.children:
        if child.lower_ in words("ifs") and child.dep_ in ("mark", "advmod", "cc", "preconj"):
            return True
        if child.dep_ == "aux" and child.lower_ in ("may", "might", "could"):
            return not any(one.dep_ == "neg" for one in verb.children)  # "could not be reached"
        if child.dep_ in ("advcl", "ccomp") and child.i > verb.i and _is_condition(child):
            return True
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return {"would", "have"} <= helpers or _inverted(verb)


def _inverted(verb: Token) -> bool:
    """Whether a clause begins with its helper and is no question: "Were Orley to speak up, ..."."""
    first = verb.left_edge
    doer = subject(verb)
    if first.lower_ not in ("were", "had", "should") or not first.is_sent_start:
        return False
    return doer is not None and doer.i > first.i


def _is_condition(clause: Token) -> bool:
    """Whether a clause says on what something hangs: "if", "unless", "only after"."""
    start = clause.left_edge.i
    led = [one.lower_ for one in clause.doc[start : min(start + 3, clause.i)]]
    return led[:1] in (["if"], ["unless"], ["provided"]) or (
        led[:1] == ["only"] and led[1:2] in (["if"], ["after"], ["once"], ["when"])
    )


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
    return before and not _negations(verb)
