"""What the words around a name say of it: whether it is that of a company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.draft.sense.names.own import SAYS_NOT, SAYS_SO
from tools.draft.sense.names.runs import Run, head_of
from tools.draft.sense.names.wire import past_ticker
from tools.draft.sense.names.words import company_nouns, company_plurals, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LABELS = {
    "ORG": 1.0,
    "PRODUCT": 0.5,
    "PERSON": -0.5,
    "GPE": -1.0,
    "LOC": -1.0,
    "NORP": -3.0,
    "FAC": -0.5,
    "EVENT": -2.0,
    "LAW": -3.0,
    "WORK_OF_ART": -1.0,
}
APPOSITION = 9  # tokens of "X, the discount airline, ..." that are looked at
DESCRIPTION = 14  # ... and of "X, which represents the owners of 300 hotels"


def evidence(doc: Doc, run: Run) -> float:
    """How much speaks for a company at one mention of a name."""
    head = doc[run.last]
    label = LABELS.get(head.ent_type_, 0.0)
    if head.ent_type_ == "PERSON" and run.last > run.first:
        label = -2.0
    return label + said_of(doc, run)


def said_of(doc: Doc, run: Run) -> float:
    """What the words around one mention say, whatever spaCy takes the name for."""
    return _before(doc, run) + _after(doc, run) + _as_subject(doc, run) + _owned(doc, run)


def is_company_noun(token: Token) -> bool:
    """Whether a noun is one for companies, and none of the words before it says otherwise."""
    if token.lower_ not in company_nouns():
        return False
    if token.lower_ in words("generic"):
        return True
    before = [token.nbor(-i).lower_ for i in range(1, min(3, token.i) + 1)]
    return not (set(before) & (words("charity") | words("of_others")))


def _before(doc: Doc, run: Run) -> float:
    if not run.first:
        return 0.0
    before = doc[run.first - 1]
    if before.is_sent_start and before.is_punct:
        return 0.0
    if _is_agency(before):
        return SAYS_SO
    office = before.lower_ in words("office") | words("chief")
    if office and before.tag_ == "NN" and run.last > run.first:
        return SAYS_NOT
    of_others = before.lower_ in words("other_body") | words("of_person")
    if of_others and before.tag_ != "NNP":
        return SAYS_NOT
    if is_company_noun(before) and before.tag_ != "NNP":
        whose = before.i and before.nbor(-1).lower_ in {"whose", "its"}
        return SAYS_NOT if whose and before.lower_ in words("officer") else SAYS_SO
    if before.lower_ in company_nouns() and before.tag_ != "NNP":
        return -SAYS_SO
    if before.lower_ in words("place_before"):
        return 0.0 if doc[run.last].dep_ in ("compound", "nmod", "poss") else -1.5
    return _led_by(doc, run)


def _led_by(doc: Doc, run: Run) -> float:
    """What the word that leads to a name says, with the one before it: "director of X"."""
    before = doc[run.first - 1]
    two = before.nbor(-1) if before.i else before
    if before.lower_ in words("public_office") and run.last > run.first:
        return SAYS_NOT
    if before.lower_ == "of" and (two.text == "," or two.lower_ in words("public_office")):
        return -SAYS_SO
    if before.lower_ in {"of", "for", "at", "from"}:
        region = before.lower_ == "for" and two.lower_ in words("office_for_place")
        if region:
            return -2.0
        if two.lower_ in words("officer") | words("owned_by_company"):
            return 2.0
        return -1.0 if two.lower_ in words("of_state") else 0.0
    if before.lower_ in ("including", "like", "as") and any(
        token.lower_ in company_plurals() for token in doc[max(0, before.i - 5) : before.i]
    ):
        return SAYS_SO
    if before.lower_ == "by" and two.lower_ in words("made_by"):
        return 2.0
    if before.text == ",":
        if _ends_in_office(doc, before.i):
            return SAYS_NOT if run.last > run.first else 0.0
        if two.lower_ in words("other_body"):
            return SAYS_NOT
        if _described(doc, before.i - 1, back=True):
            return SAYS_SO
    return 0.0


def _owned(doc: Doc, run: Run) -> float:
    """ "Its X" and "a new X" are things that somebody has or sells."""
    if head_of(doc, run).dep_ in ("compound", "nmod", "poss") or not run.first:
        return 0.0
    before = doc[run.first - 1]
    if before.tag_ == "JJ" and before.i:
        before = before.nbor(-1)
    return -2.0 if before.tag_ == "PRP$" or before.lower_ in ("a", "an") else 0.0


def acts_for_businesses(doc: Doc, run: Run) -> bool:
    """Whether a body is described as one that does: "X, which represents 300 retailers"."""
    after = doc[run.last + 1 : run.last + 1 + DESCRIPTION]
    if len(after) < 2 or after[0].text not in (",", "("):
        return False
    for i, token in enumerate(after[1:], 1):
        if token.text in ",.;)" or token.lower_ in words("officer"):
            return False
        if token.lower_ in words("represents"):
            members = words("members") | company_plurals()
            return any(one.lower_ in members for one in after[i:])
        if token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return False
        if after[i : i + 2].text.lower() in words("industry_body"):
            return True
    return False


def _is_agency(token: Token) -> bool:
    """Whether "agency" is said of a company: "travel agency X"."""
    return token.lower_ == "agency" and token.i > 0 and token.nbor(-1).lower_ in words("agency")


def _ends_in_office(doc: Doc, comma: int) -> bool:
    """Whether an office stands before a comma: "its finance director, Jane Roe"."""
    for i in range(comma - 1, max(0, comma - 8), -1):
        token = doc[i]
        if token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return False
        named = token.tag_ == "NNP" and token.lower_ not in words("office")
        if token.lower_ in words("officer") - {"owner", "partner"} and not named:
            return bool(doc[i - 1].lower_ != "of")  # "on advice of counsel, X"
    return False


def _is_clause(token: Token) -> bool:
    """Whether a noun goes on as a subject: "X, a court has said"."""
    return token.i + 1 < len(token.doc) and token.nbor().tag_ in {"VBD", "VBZ", "VBP", "MD"}


def _described(doc: Doc, i: int, *, back: bool) -> bool:
    """Whether "a third manufacturer, X," or "X, a chat app" names a company."""
    if back:
        token = doc[i]
        owner = any(doc[j].tag_ in {"DT", "PRP$", "POS"} for j in range(max(0, i - 4), i))
        return owner and is_company_noun(token) and token.lower_ not in {"group", "owner"}
    bare = doc[i].tag_ == "NN"
    if not bare and doc[i].lower_ not in {"a", "an", "the", "one", "which", "another"}:
        return False
    if bare and doc[i : i + 2].text.endswith(" of"):  # "publisher of X" is somebody in it
        return False
    for token in doc[i : i + APPOSITION]:
        if token.text in ",.;)" or token.is_sent_start or token.tag_ == "IN":
            return False
        if token.lower_ in words("officer") or token.lower_ in {"who", "analyst", "professor"}:
            return False
        if is_company_noun(token) and (token.i + 1 == len(doc) or token.nbor().tag_ != "POS"):
            return not _is_clause(token)
        if token.lower_ in words("does_as_company") and doc[i].lower_ == "which":
            return True
    return False


def _is_other_body(doc: Doc, i: int) -> bool:
    """Whether "X, a local charity," is no company."""
    for token in doc[i : i + 5]:
        if token.lower_ in company_nouns() and token.nbor(-1).lower_ in words("of_others"):
            return True
        if token.text in ",.;)" or token.tag_ == "IN" or is_company_noun(token):
            return False
        before_noun = token.i + 1 < len(doc) and token.nbor().tag_ in {"NN", "NNS"}
        if token.lower_ in words("other_body") and not before_noun:
            return not _is_clause(token)
    return False


def _is_officer(doc: Doc, i: int) -> bool:
    """Whether "Jane Roe, the bank's chief executive," is a person of an office."""
    if doc[i : i + 2].text.endswith(" of") and is_company_noun(doc[i]):
        return True
    for token in doc[i : i + 5]:
        if token.text in ",.;)" or token.tag_ == "IN":
            return False
        if token.lower_ in words("officer") | words("of_person"):
            return True
    return False


def _after(doc: Doc, run: Run) -> float:
    i = past_ticker(doc, run.last + 1)
    if i + 1 >= len(doc):
        return 0.0
    head, after, beyond = doc[run.last], doc[i], doc[i + 1]
    if after.tag_ == "POS":
        owned = {token.lower_ for token in doc[i + 1 : i + 4]}
        if owned & words("of_state"):
            return -2.0
        return 2.0 if owned & words("owned_by_company") else 0.0
    if after.text == "," and beyond.lower_ in ("a", "an", "the") and _is_other_body(doc, beyond.i):
        return SAYS_NOT
    if (
        after.text == ","
        and run.last > run.first
        and beyond.tag_ not in ("CC", "WP$")
        and not _of_officer(doc, run)
        and _is_officer(doc, beyond.i)
    ):
        return SAYS_NOT
    if after.text in ",(" and _described(doc, beyond.i, back=False):
        return SAYS_SO
    if after.lower_ in words("public_office") and head.dep_ in ("compound", "nmod", "amod"):
        return SAYS_NOT
    if after.lower_ in words("spokesman"):
        return SAYS_SO
    if after.lower_ in words("office_of") and beyond.lower_ in words("office"):
        return 2.0
    if {after.lower_, beyond.lower_} & words("of_state") and after.tag_[:1] in "NJ":
        return -2.0
    if after.lower_ in words("owned_by_company") and after.tag_[:1] == "N":
        return 1.0
    return 0.0


def _of_officer(doc: Doc, run: Run) -> bool:
    """Whether a name is what somebody is an officer of: "a partner at X, who"."""
    if run.first < 2 or doc[run.first - 1].lower_ not in {"of", "for", "at"}:
        return False
    return doc[run.first - 2].lower_ in words("officer")


def _as_subject(doc: Doc, run: Run) -> float:
    """A subject that "runs" or "sells" something, or that has "its" shops, is likely a company."""
    head = head_of(doc, run)
    if head.dep_ != "nsubj":
        return 0.0
    after = doc[run.last + 1 : run.last + 12]
    own = {token.lower_ for token in after if token.tag_ == "PRP$"}
    weight = 1.0 * (head.head.lower_ in words("does_as_company")) + 2.0 * ("its" in own)
    said_he = any(
        token.lower_ in ("he", "she") and token.nbor(-1) == head.head for token in after if token.i
    )
    return weight - 2.0 * (bool(own & {"his", "her"}) or said_he)
