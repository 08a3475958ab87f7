"""People who speak for a company, from the moment on that the article says what they are in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tools.draft.sense.names.families import Name, Names
from tools.draft.sense.names.runs import Run, in_quotation
from tools.draft.sense.names.words import company_nouns, words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_IS = ("is", "has")  # "Jane Roe is counsel at X", "has run X since"
WINDOW = 10  # tokens of a description before or after a person's name


def speakers(doc: Doc, names: Names) -> Mapping[Name, Name]:
    """The company of each person whom the article introduces by an office in it."""
    found: dict[Name, Name] = {}
    latest: Name | None = None
    for token in doc:
        name = names.first_tokens.get(token.i)
        if name is None:
            continue
        if in_quotation(token):
            pass  # whoever speaks may speak of another company
        elif name.kind == "company" or (name.is_company and not _sure(latest)):
            latest = name
        if name.kind == "person" and name not in found:
            run = next(run for run in name.mentions if run.first == token.i)
            company = _of(doc, names, run)
            if company is None:
                after = range(run.last + 1, run.last + 1 + WINDOW)
                company = _company_of(doc, names, after, latest)
            if company is None:
                before = range(run.first - 1, run.first - 1 - WINDOW, -1)
                company = _company_of(doc, names, before, latest)
            if company:
                found[name] = company
    return found


def _of(doc: Doc, names: Names, run: Run) -> Name | None:
    """The company in "X's Jane Roe" and "Jane Roe of X"; an analyst of it speaks of others."""
    if run.first > 1 and doc[run.first - 1].tag_ == "POS":
        owner = names.by_token.get(run.first - 2)
        return owner if owner and owner.is_company else None
    if run.last + 2 >= len(doc) or doc[run.last + 1].lower_ not in {"of", "for"}:
        return None
    company = names.first_tokens.get(run.last + 2)
    outsider = run.first > 0 and doc[run.first - 1].lower_ in words("of_person")
    return company if company and company.is_company and not outsider else None


def _company_of(doc: Doc, names: Names, around: range, latest: Name | None) -> Name | None:
    """The company in a description next to a name, if the description is that of an office.

    Before a name "its finance director" is that of the company spoken of last.
    """
    back = around.step < 0
    office, company, own = False, None, False
    for place, i in enumerate(around):
        if not 0 <= i < len(doc):
            break
        token = doc[i]
        comma = token.text == ","
        if (comma and place) or token.text in '.;:"()' or (token.is_sent_start and not back):
            break
        leads = token.lower_ in words("leads")
        if not back and place == 0 and not (comma or leads or token.lower_ in _IS):
            break
        if place and token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and not leads:
            break
        if token.lower_ in {"former", "ex", "previous", "then"}:
            return None
        office = office or leads or token.lower_ in words("officer")
        own = own or token.lower_ == "its"
        if token.lower_ in company_nouns() and token.i + 1 < len(doc):
            own = own or token.nbor().tag_ == "POS"
        company = company or names.by_token.get(i)
        if company and not company.is_company:
            company = None
        if token.is_sent_start:
            break
    if not office:
        return None
    bare = back and 0 <= around.start < len(doc) and doc[around.start].lower_ in words("officer")
    return company or (latest if own or (bare and _sure(latest)) else None)


def _sure(name: Name | None) -> bool:
    return name is not None and name.kind == "company"
