"""What a clause says of its verb: who does it, and whether it is denied, asked for or supposed.

A draft must never say the opposite of its sentence. Whether something is stated hangs on all that
stands above a verb: "Orley denied a report that it had refused to pay" holds three turns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.draft.sense.mentions import SUBJECT
from tools.draft.sense.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

CLIMB = 8  # heads above a verb that may turn what it says
NEAR = 4  # tokens before a verb in which a negation counts, whatever the parser says
_NONE = frozenset({"no", "neither", "none", "nobody", "not", "few", "nor"})
_SHARED = (
    "xcomp",
    "ccomp",
    "pcomp",
    "acl",
    "prep",
    "relcl",
    "advcl",
    "conj",
    "dobj",
    "pobj",
    "attr",
)
_OPEN = ("xcomp", "pcomp", "acl", "prep")


@dataclass(frozen=True, slots=True)
class Mood:
    """How a verb is meant; each field is true where something above or beside it says so."""

    denied: bool = False  # an odd number of negations
    untrue: bool = False  # said to be false: "denied that", "a report that ... is wrong"
    asked: bool = False  # what somebody else wants, orders or is entitled to
    supposed: bool = False  # if, whether, may, expected, considered
    rumoured: bool = False  # a report, a claim, an accusation
    over: bool = False  # no longer, used to, once

    @property
    def marks(self) -> str:
        """The fields that are true, as letters that tell them apart; none for a plain statement."""
        named = zip(
            "nfasro",
            (self.denied, self.untrue, self.asked, self.supposed, self.rumoured, self.over),
            strict=True,
        )
        return "".join(letter for letter, true in named if true)


def mood(verb: Token) -> Mood:
    """How a verb is meant, by itself and by what governs it, up to the head of its sentence."""
    found = {
        "denied": _negations(verb) % 2 == 1,
        "untrue": False,
        "asked": False,
        "supposed": False,
        "rumoured": False,
        "over": False,
    }
    for below, above in _climb(verb):
        if below.dep_ == "conj":
            continue
        kind = _turn(below, above)
        if kind == "denied":
            found["denied"] = not found["denied"]
        elif kind:
            found[kind] = True
    for one in (verb, *(above for _, above in _climb(verb))):
        if one is not verb and _negations(one) % 2 and one.tag_[:1] in "VM":
            found["denied"] = not found["denied"]
        found["supposed"] = found["supposed"] or _conditional(one)
        found["asked"] = found["asked"] or _obliged(one)
        found["over"] = found["over"] or _over(one)
    if verb.sent[-1].text == "?" or verb.sent[-1:].text.startswith("?"):
        found["supposed"] = True
    return Mood(**found)


def _climb(verb: Token) -> Iterator[tuple[Token, Token]]:
    """The heads above a verb whose meaning reaches down to it, each with what hangs on it."""
    for _ in range(CLIMB):
        if verb.dep_ not in _SHARED or verb.head is verb:
            return
        above = verb.head
        if verb.dep_ in ("relcl", "advcl") and not _infinitive(verb):
            return
        yield verb, above
        verb = above


def _turn(below: Token, above: Token) -> str | None:
    """What a head does to that which hangs on it."""
    lower = above.lower_
    if above.tag_[:1] in "VJ" or above.dep_ in ("xcomp", "ROOT", "ccomp", "acomp"):
        if lower in words("denies"):
            return "untrue"
        if lower in words("negates") and below.dep_ in (*_OPEN, "ccomp", "dobj", "pobj"):
            return "denied" if not _finite(below) else None
        if (
            lower in words("asks")
            and (below.dep_ in _OPEN or below.dep_ == "ccomp")
            and not _own(above, below)
        ):
            return "asked"
        if lower in words("supposes") and below.dep_ in (*_OPEN, "ccomp"):
            return "supposed"
        if lower in words("accuses") and below.dep_ in (*_OPEN, "ccomp"):
            return "rumoured"
    if above.tag_[:1] == "N" and below.dep_ in ("acl", "prep", "ccomp", "relcl", "xcomp"):
        if lower in words("refusals"):
            return "denied"
        if lower in words("demands"):
            return "asked"
        if lower in words("reports"):
            return "untrue" if _called_false(above) else "rumoured"
        if lower in words("chances"):
            return "supposed"
    return None


def _called_false(noun: Token) -> bool:
    """Whether a report is said to be wrong, or denied."""
    above = noun.head
    if above.lower_ in words("denies"):
        return True
    around = [
        child.lower_
        for child in above.children
        if child.dep_ in ("acomp", "attr", "oprd", "advmod")
    ]
    return above.lower_ in words("false") or any(one in words("false") for one in around)


def _own(above: Token, below: Token) -> bool:
    """Whether who asks is who would do it: "asked to be heard", "wants to pay"."""
    if passive(above):
        return False
    has_object = any(child.dep_ in ("dobj", "dative") for child in above.children)
    return not has_object and below.dep_ == "xcomp" and subject(below) is None


def asked_for(verb: Token) -> Iterator[Token]:
    """The nouns that a verb of asking asks for: "demanded lists", "the lists that it demands"."""
    for child in verb.children:
        if child.dep_ == "dobj" and child.tag_ in ("NN", "NNS"):
            yield child
        elif child.lower_ == "for":
            yield from (one for one in child.children if one.tag_ in ("NN", "NNS"))
    if verb.dep_ == "relcl" and verb.head.tag_ in ("NN", "NNS"):
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
    return any(
        child.tag_ in ("MD", "VBD", "VBZ", "VBP") and child.dep_[:3] == "aux"
        for child in verb.children
    )


def _negations(verb: Token) -> int:
    """How often a verb is negated, by a word of its own or by its subject: "no shop will"."""
    own = sum(
        child.dep_ in ("neg", "preconj", "cc", "advmod") and child.lower_ in words("negations")
        for child in verb.children
        if child.i < verb.i or child.dep_ == "neg"
    )
    doer = subject(verb)
    if doer is not None:
        own += doer.lower_ in _NONE or any(
            child.lower_ in _NONE
            and child.dep_ in ("det", "preconj", "cc", "neg", "advmod")
            and child.i < doer.i
            for child in doer.children
        )
    if not own and verb.tag_[:1] == "V":
        before = verb.doc[max(verb.sent.start, verb.i - NEAR) : verb.i]
        own += any(one.lower_ in words("negations") and one.head is verb for one in before)
    rather = verb.doc[max(verb.sent.start, verb.i - 3) : verb.i].text.lower()
    return own + int(
        rather.endswith(("rather than", "instead of", "far from", "without", "short of"))
    )


def _conditional(verb: Token) -> bool:
    """Whether a clause is one of "if" and "whether", or has an "if" beside it, or a "may"."""
    for child in verb.children:
        if child.lower_ in ("if", "unless", "whether") and child.dep_ in (
            "mark",
            "advmod",
            "cc",
            "preconj",
        ):
            return True
        if child.dep_ == "aux" and child.lower_ in ("may", "might", "could"):
            return True
        if child.dep_ == "advcl" and any(
            mark.lower_ in ("if", "unless") and mark.dep_ == "mark" for mark in child.children
        ):
            return True
    return False


def _obliged(verb: Token) -> bool:
    return any(
        child.dep_ == "aux" and child.lower_ in ("must", "should", "ought", "shall")
        for child in verb.children
    )


def _over(verb: Token) -> bool:
    """Whether something is no longer so: "no longer complies", "used to", "once refused"."""
    for child in verb.children:
        if child.lower_ in (
            "longer",
            "once",
            "formerly",
            "previously",
            "initially",
            "originally",
            "earlier",
        ):
            return True
    return verb.lower_ == "used" and any(child.dep_ == "xcomp" for child in verb.children)
