"""Who holds the position that a cue speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.draft.sense.mentions import OTHERS, SUBJECT, Companies
from tools.draft.sense.names.words import words
from tools.draft.sense.reference import References
from tools.draft.sense.verbs import passive
from tools.draft.sense.verbs import subject as subject_of
from tools.draft.stances.cues import Cue
from tools.draft.stances.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHERE = {"at", "for", "with"}
_DATELINE = 6  # tokens within which a dateline ends


def holders(cue: Cue, references: References) -> Companies:
    """The companies that hold a cue's position; none where somebody else does."""
    if cue.entry.by == "owner" and (owners := _owners(cue.token, references)) is not None:
        return owners
    if cue.entry.by == "speaker" and (speaker := _speaker(cue, references)) is not None:
        return speaker
    if cue.entry.by == "speaker" and _is(cue, "views"):
        feels = cue.token.lower_ in lexicon().feelings
        return _subject(cue, references) if feels else _near(clause_verb(cue.token), references)
    found = _subject(cue, references)
    verb = clause_verb(cue.token)
    subject = subject_of(verb) or (subject_of(verb.head) if verb.dep_ == "conj" else None)
    if _is(cue, "accusations") and found and subject is not None and subject.tag_ != "PRP":
        return OTHERS if _speaker(cue, references) is OTHERS else found
    return found


def _is(cue: Cue, kind: str) -> bool:
    """Whether a cue's position is of a kind of which the lexicon says whose it is."""
    return cue.position in lexicon().holders[kind]


def _owners(token: Token, references: References) -> Companies | None:
    """Whose a refusal or a lawsuit is: "its appeal", "an appeal by X", "the appeal X lodged"."""
    for noun in (token, token.head):
        if noun.tag_[:1] != "N":
            continue
        owners = references.owner(noun)
        if owners is not None:
            return owners
        for clause in noun.children:
            if clause.dep_ == "relcl" and (subject := subject_of(clause)) is not None:
                return references.of(subject)
    return None


def _speaker(cue: Cue, references: References) -> Companies | None:
    """Who says what an evaluation is part of; None where it is in no speech."""
    verb = cue.token
    said = lexicon().says
    while True:
        if (
            verb.lower_ in said
            and verb.tag_[:1] == "V"
            and (subject := subject_of(verb)) is not None
        ):
            found = references.of(subject)
            return OTHERS if found is None else found
        if verb.dep_ == "ROOT":
            break
        verb = verb.head
    for child in verb.children:
        if child.lower_ == "according":
            for noun in child.subtree:
                if noun.dep_ == "pobj":
                    return references.of(noun) or OTHERS
    sentence = references.parsed.sentences[cue.sentence]
    for token in sentence.tokens:  # '"...," said X', where the parser took the quotation for all
        after_quote = token.i > cue.token.i and token.nbor(-1).text in "\"',"
        if after_quote and token.lower_ in said and (subject := subject_of(token)) is not None:
            return references.of(subject) or OTHERS
    return references.speaker_before(cue.sentence) if sentence.quote[0] in "\"“'‘" else None


def _subject(cue: Cue, references: References) -> Companies:
    verb = clause_verb(cue.token)
    if cue.entry.by == "main" and cue.token.dep_ in ("mark", "advmod") and verb.dep_ != "ROOT":
        verb = clause_verb(verb.head)  # the clause that "as the law requires" is said of
    if passive(verb) and verb is cue.token and (agent := _agent(verb, references)):
        return agent
    done_to = passive(verb) and verb is cue.token and not cue.entry.fixed
    if done_to and not _is(cue, "done_to"):
        return OTHERS
    shared = False  # with a verb before, by "and"
    for _ in range(10):
        subject = subject_of(verb)
        if subject is not None and not _dateline(subject, cue.token):
            found = references.of(subject)
            if _is(cue, "addressed") and subject.lower_ in words("contact") and not found:
                found = _addressed(subject, cue, references)
            if found is OTHERS and (place := _near(verb, references, subject)):
                return place
            if found is not None:
                return found
            if found := _near(verb, references):
                return found
            if teller := _told(verb, references):
                return teller
            if not shared and not _speaks(subject, verb, cue):
                return OTHERS
        elif verb.dep_ in ("acl", "relcl") and verb.head.tag_[:1] == "N":
            found = references.of(verb.head)
            if found is not None:
                return found
        elif subject is not None:
            return _linear(cue, references)
        if verb.dep_ == "ROOT":
            break
        shared = verb.dep_ == "conj" and subject is None
        verb = verb.head
    return _linear(cue, references)


def _told(verb: Token, references: References) -> Companies:
    """Who tells what a thing does: "lending is suspended, its director told analysts"."""
    for child in verb.children:
        if child.dep_ in ("conj", "parataxis", "dep") and child.lower_ in lexicon().says:
            subject = subject_of(child)
            if subject is not None and child.left_edge.i > verb.i:
                return references.of(subject) or OTHERS
    return OTHERS


def _near(verb: Token, references: References, subject: Token | None = None) -> Companies:
    """Where or for whom a thing happens: "sales are on hold at X", "for X the tax is a burden".

    Where there is a subject only what stands before it counts: "At X riders are paid the new rate".
    """
    nothing = any(child.lower_ in ("nothing", "none") for child in verb.children)
    for child in verb.children:
        if subject is not None and child.i > subject.i:
            break
        where = child.lower_ in _WHERE or (nothing and child.lower_ == "from")
        if child.dep_ == "prep" and where:
            for noun in child.children:
                if noun.dep_ == "pobj" and (found := references.of(noun)):
                    return found
    return OTHERS


def _addressed(subject: Token, cue: Cue, references: References) -> Companies:
    """Whom a question was put to, or a message left with."""
    for i in range(subject.i + 1, cue.token.i):
        name = references.names.first_tokens.get(i)
        if name and name.is_company:
            return references.of(subject.doc[i]) or OTHERS
    return OTHERS


def _speaks(subject: Token, verb: Token, cue: Cue) -> bool:
    """Whether a subject that is a thing leaves the position to whoever reports of it."""
    if cue.entry.by == "speaker" or passive(verb) or subject.tag_[:1] != "N":
        return True
    if subject.lower_ in lexicon().demands:
        return verb is not cue.token
    if verb.dep_ == "ccomp" and verb.head.lower_ in lexicon().says:
        return True
    return any(subject.lower_ in words(name) for name in ("voice", "product")) or (
        subject.lower_ in lexicon().lists["data"]
    )


def clause_verb(token: Token) -> Token:
    """The verb of the clause that a token stands in."""
    while token.tag_[:1] != "V" and token.dep_ != "ROOT":
        token = token.head
    return token


def _agent(verb: Token, references: References) -> Companies:
    for child in verb.children:
        if child.lower_ == "by":
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return references.of(noun) or OTHERS
    return OTHERS


def _dateline(subject: Token, cue: Token) -> bool:
    """Whether a subject is the town in capitals that a report opens with."""
    after = subject.doc[subject.i + 1 : min(cue.i, subject.i + _DATELINE)]
    return subject.text.isupper() and any(token.text in "-–—" for token in after)


def _linear(cue: Cue, references: References) -> Companies:
    """The company named last before a cue, where the parser found no subject."""
    start = references.parsed.sentences[cue.sentence].tokens.start
    for i in range(cue.token.i - 1, start - 1, -1):
        token = references.parsed.doc[i]
        if token.dep_ in SUBJECT and references.of(token) is OTHERS and not token.text.isupper():
            return OTHERS
        name = references.names.by_token.get(i)
        if name and name.is_company:
            first = i
            found = [name]
            while first - 1 > start:
                before = references.parsed.doc[first - 1]
                other = references.names.by_token.get(first - 2)
                if before.lower_ in ("and", ",") and other and other.is_company:
                    found.append(other)
                    first -= 2
                elif references.names.by_token.get(first - 1) is name:
                    first -= 1
                else:
                    break
            return tuple(dict.fromkeys(reversed(found)))
    return OTHERS
