"""From runs of capitalised words to names: what belongs together, and what it is the name of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from tools.draft.sense.names.evidence import acts_for_businesses, evidence, said_of
from tools.draft.sense.names.own import SAYS_NOT, SAYS_SO, of_name
from tools.draft.sense.names.people import has_given_name, is_person
from tools.draft.sense.names.runs import Run, runs
from tools.draft.sense.names.words import words
from tools.model.text import straighten

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from tools.draft.parse import Parsed
    from tools.model.vocabulary import Authority, Company

Kind = Literal["company", "perhaps", "person", "other"]
PLACE = -1.5  # evidence at one mention that makes of a name without any other that of a place
PLACES = {"GPE", "LOC"}  # labels of a place
MANY = 3  # mentions from which on one that speaks against a company counts half
ENOUGH = 1.0  # evidence from which on a name is that of a company
Key = tuple[str, ...]


@dataclass(eq=False, slots=True)
class Name:
    """Somebody or something that the article names; `text` is the first full form of it."""

    key: Key  # of the longest form
    text: str
    kind: Kind = "other"
    company_id: str | None = None
    keys: list[Key] = field(default_factory=list)  # of every form, in the order of the text
    mentions: list[Run] = field(default_factory=list)

    @property
    def is_company(self) -> bool:
        """Whether it is taken for a company."""
        return self.kind in ("company", "perhaps")


@dataclass(frozen=True)
class Names:
    """The names of an article."""

    all: tuple[Name, ...]

    @cached_property
    def by_token(self) -> Mapping[int, Name]:
        """Every token that is part of a mention."""
        return {
            i: name
            for name in self.all
            for run in name.mentions
            for i in range(run.first, run.last + 1)
        }

    @cached_property
    def first_tokens(self) -> Mapping[int, Name]:
        """The first token of every mention."""
        return {run.first: name for name in self.all for run in name.mentions}


def names_of(
    parsed: Parsed, companies: Mapping[str, Company], authorities: Mapping[str, Authority]
) -> Names:
    """The names of an article, with the ids of those companies that the vocabulary has."""
    doc = parsed.doc
    known = {_key(_split(name)): one.id for one in companies.values() for name in one.names}
    bodies = {_key(_split(name)) for one in authorities.values() for name in one.names}
    bodies -= known.keys()
    found = runs(parsed, frozenset(word.title() for key in known for word in key[:1]))
    families = _Families(doc, frozenset(known) | bodies)
    for run in found:
        families.add(run)
    small = frozenset(token.text for token in doc if token.text.islower())
    for name in families.names:
        name.company_id = next((known[key] for key in name.keys if key in known), None)
        name.kind = "other" if not bodies.isdisjoint(name.keys) else _kind(doc, name, small)
    _by_company_kept(doc, [one for one in families.names if bodies.isdisjoint(one.keys)])
    return Names(tuple(families.names))


def _by_company_kept(doc: Doc, names: list[Name]) -> None:
    """What is listed with a company is one: "Ostline, Wrenmail and Harbourline"."""
    ordered = sorted(
        ((run, name) for name in names for run in name.mentions), key=lambda one: one[0].first
    )
    pairs = list(pairwise(ordered))
    for (one, left), (other, right) in pairs + pairs[::-1]:
        between = doc[one.last + 1 : other.first]
        if not 0 < len(between) < 3 or any(
            token.lower_ not in {",", "and", "or", "nor"} for token in between
        ):
            continue
        for name, sure in ((left, right), (right, left)):
            if sure.kind == "company" and _may_be(doc, name):
                name.kind = "company"


def _may_be(doc: Doc, name: Name) -> bool:
    """Whether nothing in a name of one word itself speaks against a company."""
    proper = all(doc[run.last].tag_ == "NNP" for run in name.mentions)
    if (
        name.kind == "other"
        and proper
        and len(name.key) == 1
        and name.key[0] not in words("places") | words("thing")
    ):
        labels = {doc[run.last].ent_type_ for run in name.mentions}
        return not labels & {"LAW", "EVENT"} and of_name(doc, name.mentions[0]) == 0
    return name.kind == "perhaps"


def key_of(name: str) -> Key:
    """The words by which a name is compared, as its mentions are."""
    return _key(_split(name))


def _split(name: str) -> list[str]:
    """The words of a name of the vocabulary, as spaCy splits those of an article."""
    return straighten(name).replace("-", " - ").replace("'s", " 's").split()


def _key(own: list[str]) -> Key:
    """The words of a name by which it is compared: in lower case, without Inc and the like."""
    lower = [straighten(word).lower() for word in own if word != ","]
    while len(lower) > 1 and lower[-1] in words("suffix") - {"company"}:
        lower.pop()
    return tuple(lower)


def _kind(doc: Doc, name: Name, small: frozenset[str]) -> Kind:
    """What a name is the name of, by the words of it and those around its mentions.

    `small` are the words that the article has in small letters: "a motion" makes of "Motion" a
    word like others, unless something is said of it that is said of companies.
    """
    if any(run.titled for run in name.mentions):
        return "person"
    if name.company_id:
        return "company"
    own = of_name(doc, max(name.mentions, key=lambda run: run.last - run.first))
    if any(acts_for_businesses(doc, run) for run in name.mentions):
        return "company"
    if own <= SAYS_NOT or set(name.key) <= words("title") | words("suffix") | words("thing"):
        return "other"
    if " ".join(name.key) in words("places"):
        return "other"
    said = [said_of(doc, run) for run in name.mentions]
    a_word = len(name.key) == 1 and name.key[0] in small
    device = name.text[0] == "i" and name.text[1:2].isupper()
    if (a_word or device) and max(said) <= 0:
        return "other"
    return _by_evidence(doc, name, own, said)


def _by_evidence(doc: Doc, name: Name, own: float, said: list[float]) -> Kind:
    """What a name is the name of, where it does not say so itself."""
    around = [evidence(doc, run) for run in name.mentions]
    total = own + max(around) + 0.25 * (len(around) > 2)
    if len(around) > 1:
        worst = min(0.0, *around)
        total += worst / 2 if len(around) > MANY and worst > SAYS_NOT + 1 else worst
    full = [one for run, one in zip(name.mentions, around, strict=True) if run.last > run.first]
    if has_given_name(name.key) and own < SAYS_SO - 1 and max(full, default=0.0) < SAYS_SO - 1:
        return "person"
    if name.key[-1] in words("press") and max(around) < SAYS_SO - 1:
        return "other"
    if total >= ENOUGH or (own >= SAYS_SO and min(around) > -SAYS_SO):
        return "company"
    if "and" in name.key and len(name.key) > 2:
        return "perhaps"
    labels = {doc[run.last].ent_type_ for run in name.mentions}
    several = _length(name.key) in (2, 3) and own < SAYS_SO - 1
    if several and (min(around) <= SAYS_NOT + 1 or is_person(doc, name.key, name.mentions)):
        return "person"
    if labels & {"NORP", "LAW", "EVENT"}:
        return "other"
    if several:
        return (
            "perhaps" if own > PLACE and max(around) > -SAYS_SO and not labels & PLACES else "other"
        )
    first = name.mentions[0]
    alone = len(name.key) == 1 and first.first == first.last
    if min(around) <= PLACE and max(around) < ENOUGH:
        return "other"
    if min(said) <= -2 and max(said) <= 0:
        return "other"
    return "perhaps" if alone and total >= -ENOUGH else "other"


class _Families:
    """Names as they grow while an article is read; every look-up is by a word, never a search."""

    def __init__(self, doc: Doc, known: frozenset[Key]) -> None:
        self.doc = doc
        self.known = known  # each of these is a name of its own, never a short form of another
        self.names: list[Name] = []
        self._exact: dict[Key, Name] = {}
        self._spelt: dict[str, Name] = {}  # without hyphens, spaces and ".com"
        self._begins: dict[str, Name] = {}
        self._ends: dict[str, Name] = {}
        self._long: dict[str, Name] = {}  # by their initials

    def add(self, run: Run) -> None:
        """Puts a run to the name that it is a form of, or begins a new one."""
        tokens = [token.text for token in self.doc[run.first : run.last + 1]]
        key = _key(tokens)
        text = self.doc[run.first : run.last + 1].text
        spelt = "".join(word for word in key if word != "-").removesuffix(".com")
        alike = None if key in self.known else self._spelt.get(spelt)
        name = self._exact.get(key) or alike
        if name is None and self.doc[run.last].tag_[:2] != "JJ":
            name = self._form_of(key, text)
        if name is None:
            name = Name(key, text)
            self.names.append(name)
            self._begins.setdefault(key[0], name)
            for short in _initials(key):
                self._long[short] = name
            if len(key) > 1 and key[-1] not in words("places") | words("company_name"):
                self._ends[key[-1]] = name
        elif len(key) > len(name.key) and key[-1] not in words("places") | words("branch"):
            name.key, name.text = key, text
        elif key == name.key and (len(text), not text.isupper()) > (
            len(name.text),
            not name.text.isupper(),
        ):
            name.text = text
        if key not in name.keys:
            name.keys.append(key)
        name.mentions.append(run)
        self._exact[key] = name
        self._spelt.setdefault(spelt, name)

    def _form_of(self, key: Key, text: str) -> Name | None:
        """The name that a run shortens, lengthens or abbreviates."""
        begun = self._begins.get(key[0])
        if key in self.known or " ".join(key) in words("places"):
            return None
        if begun and begun.key[-1] in words("places") and len(begun.key) == 1:
            begun = None
        if begun and begun.key[: len(key)] == key and not _is_person(begun):
            return begun
        lengthens = begun and key[: len(begun.key)] == begun.key
        branch = words("company_name") | words("places") | words("branch")
        if begun and lengthens and set(key[len(begun.key) :]) <= branch:
            return begun
        if len(key) == 1 and (ended := self._ends.get(key[0])) and _length(ended.key) < 4:
            return ended
        return self._long.get(key[0].replace(".", "")) if len(key) == 1 and text.isupper() else None


def _length(key: Key) -> int:
    """The words of a name; "Jean-Luc" is one."""
    return len(key) - 2 * key.count("-")


def _initials(key: Key) -> tuple[str, ...]:
    """What a name of several words may be shortened to, with and without "of" and the like."""
    if len(key) < 2:
        return ()
    kept = [word for word in key if word not in {"of", "for", "the", "and", "&"}]
    return tuple("".join(word[0] for word in some) for some in (key, kept))


def _is_person(name: Name) -> bool:
    return any(run.titled for run in name.mentions)
