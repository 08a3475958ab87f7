"""What a name says of itself: whether it is that of a company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.draft.sense.names.words import company_plurals, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from tools.draft.sense.names.runs import Run

# A weight of 3 is enough alone, and enough against spaCy's label.
SAYS_SO = 3.0
SAYS_NOT = -6.0
BODY_OF_SECTOR = {"board": SAYS_NOT, "council": -2.0, "institute": 0.0}  # "Food Board"


def of_name(doc: Doc, run: Run) -> float:
    """What a name says of itself: Inc, Ministry of, Retail Association."""
    own = [token.lower_ for token in doc[run.first : run.last + 1]]
    if own[-1] in words("suffix") and len(own) > 1:
        return SAYS_SO + 3
    if "&" in own:
        return 2.0
    if "bank" in own and {"central", "reserve"} & set(own):
        return SAYS_NOT
    bodies = words("body_of") | words("body_of_state")
    if own[0] in words("public") - bodies and {"of", "for"} & set(own):
        return SAYS_NOT
    for_businesses = _for_businesses(own)
    if for_businesses is not None:
        return for_businesses
    if len(own) > 1 and (own[-1] in words("company_name") or own[:2] == ["bank", "of"]):
        return SAYS_SO
    public = own[-1] in words("public") or own[0] in words("public")
    if public or ({"of", "for", "on"} & set(own) and set(own) & words("public")):
        return SAYS_NOT
    if own[-1] in words("laws"):
        return SAYS_NOT
    return -2.0 if own[-1] in words("press") else 0.0


def _for_businesses(own: list[str]) -> float | None:
    """Whether a body with such a name acts for businesses; None where it is no such body."""
    owners = {word.rstrip("'") for word in own}
    members = owners & (words("members") | company_plurals())
    sectors = owners & words("industry")
    if (members or sectors) and set(own) & words("body_of"):
        return 0.0 if set(own) & words("charity") - words("body_of") else SAYS_SO
    if set(own) & words("charity"):
        return SAYS_NOT
    if own[-1] in words("body_of_state") and not {"of", "for"} & set(own):
        # a board or a council is of a state, unless its members are businesses
        return SAYS_SO if members else (BODY_OF_SECTOR[own[-1]] if sectors else SAYS_NOT)
    if set(own) & words("body_name") and own[0] != "council":
        return SAYS_SO if members or sectors else 0.0
    return None
