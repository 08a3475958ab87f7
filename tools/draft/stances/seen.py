"""What is to be seen of a company in the clauses of one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from tools.draft.sense.clauses import mood
from tools.draft.sense.demands import things_of
from tools.draft.sense.meanings import meanings
from tools.draft.sense.places import clause_words, place_of, quoted_words, shares_doer
from tools.draft.sense.stems import stem
from tools.draft.sense.verbs import subject
from tools.draft.sense.words import words
from tools.draft.stances.lexicon import lexicon
from tools.draft.stances.rules import deeds

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tools.draft.stances.about import About
    from tools.draft.stances.pairs import Pair

VERBS = 12  # of one company in one sentence; more are no sentence
WIDE = 12  # words around a company that is no doer
_DOES, _OWN_DOES, _UNDERGOES = "does", "own does", "undergoes"
_TAGS = ("NN", "VB", "JJ", "RB", "IN", "RP", "MD", "CD")  # of words that have a meaning
_NAMES = ("NNP", "NNPS")
_NO_MEANING = ("PERSON", "GPE", "DATE", "TIME")
_HELPERS = frozenset(
    "will would wo could may might must should can 'll ’ll to had has have did do does".split()
)
_CLASSES = (
    "demand", "authority", "data", "product", "law",
    "give", "remove", "do", "hurt", "help", "suspend",
)  # fmt: skip
_TURNS = ("denies", "negates", "asks", "supposes", "accuses", "drops")


class Seen:
    """Looks at the clauses of one pair; each word is told once, where it stands nearest."""

    def __init__(self, pair: Pair, article: About) -> None:
        self.pair = pair
        self.references = article.references
        self.demands = article.demands
        self.told: set[int] = set()

    def all(self) -> Iterator[str]:
        """Every feature of the pair's clauses."""
        verbs: list[tuple[Token, str]] = []
        for link in self.pair.links:
            if link.token is not None:
                yield from self._link(link.token, verbs)
            elif link.kind == "speech":
                yield from self._words(self.pair.sentence.tokens, "says")
        yield from self._verbs(verbs)

    def _link(self, token: Token, verbs: list[tuple[Token, str]]) -> Iterator[str]:
        """The place of a company in its clause; adds the verb to those that it does."""
        place = place_of(token)
        role, head, own = place.role, place.head, place.own
        if place.owned is not None and own == "own":
            yield f"own {_root(place.owned)}"
            yield from (f"own of {one}" for one in _classes(place.owned))
        yield f"role {role} {own}"
        yield f"role {role} {own if own == 'own' else ''} {_root(head)}"
        yield from (f"role {role} of {one}" for one in _classes(head))
        if role in ("nsubj", "csubj", "agent"):
            verbs.append((head, _OWN_DOES if own == "own" else _DOES))
        elif role == "nsubjpass":
            verbs.append((head, _UNDERGOES))
        else:
            around = [word for word in list(head.subtree)[:WIDE] if _means(word)]
            yield from (f"near {stem(word.lower_)}" for word in around)

    def _verbs(self, verbs: list[tuple[Token, str]]) -> Iterator[str]:
        """What a company does, and what it says; the list grows by verbs of the same doer."""
        within = self.pair.sentence.tokens
        seen: set[int] = set()
        for verb, kind in verbs:  # the list grows while it is read
            if verb.i in seen or len(seen) >= VERBS or not within.start <= verb.i < within.end:
                continue
            seen.add(verb.i)
            yield from self._verb(verb, kind)
            root = _root(verb)
            for other in shares_doer(verb):
                verbs.append((other, kind))
                yield f"leads {root} to {_root(other)}"
                yield from (f"leads {root} to {one}" for one in _classes(other))
            yield from self._said(verb, kind, verbs)

    def _verb(self, verb: Token, kind: str) -> Iterator[str]:
        """One verb: itself, what it means and how, what it is done to, and the words with it."""
        marks, root = mood(verb).marks, _root(verb)
        yield f"{kind} {marks} {root}"
        yield f"{kind} ? {root}"
        yield f"{kind} mood {marks}"
        yield f"{kind} {verb.tag_}"
        yield from (f"{kind} {one}" for one in sorted(_helpers(verb)))
        yield from (f"{kind} {marks} of {one}" for one in _classes(verb))
        if kind != _UNDERGOES:
            yield from deeds(verb, self.demands, own=kind == _OWN_DOES)
        for thing in things_of(verb):
            done_to = meanings(thing)
            yield from (f"{kind} {marks} {a} {b}" for a in meanings(verb) for b in done_to)
        yield from self._asked(verb, f"{kind} {marks}")
        yield from self._words(clause_words(verb), f"with {marks}", "with")

    def _asked(self, verb: Token, kind: str) -> Iterator[str]:
        """Whether what is done is what the article says was asked for."""
        deed = stem(verb.lower_) in self.demands.deeds
        thing = any(stem(one.lower_) in self.demands.things for one in things_of(verb))
        if deed or thing:
            yield f"{kind} what was asked{' by deed' if deed else ''}{' by thing' if thing else ''}"
        if any(
            one.lower_ in words("asks") and one is not verb
            for child in verb.children
            if child.dep_ in ("advcl", "dobj", "prep", "prt")
            for one in child.subtree
        ):
            yield f"{kind} beside what asks"

    def _said(self, verb: Token, kind: str, verbs: list[tuple[Token, str]]) -> Iterator[str]:
        """What is said by whoever does a verb: of the company itself, or of anything else."""
        for clause in verb.children:
            doer = subject(clause) if clause.dep_ == "ccomp" else None
            if doer is None:
                continue
            yield f"tells {_root(verb)}"
            if self.pair.name in (self.references.of(doer) or ()):
                verbs.append((clause, kind))
                yield f"tells of itself {'' if verb.lower_ in lexicon().says else _root(verb)}"
            else:
                yield f"says verb {mood(clause).marks} {_root(clause)}"
                yield from self._words(clause.subtree, "says", "says")
        if verb.lower_ in lexicon().says:
            yield from self._words(quoted_words(self.pair.sentence.tokens), "says", "says")

    def _words(self, tokens: Iterable[Token], kind: str, classes: str = "") -> Iterator[str]:
        for token in tokens:
            if token.i in self.told or not _means(token):
                continue
            self.told.add(token.i)
            yield f"{kind} {stem(token.lower_)}"
            if classes:
                yield from (f"{classes} of {one}" for one in _classes(token))


def _means(token: Token) -> bool:
    """Whether a word has a meaning that may be learned: no name, no day, no mark."""
    return (
        token.tag_.startswith(_TAGS)
        and token.is_alpha
        and token.tag_ not in _NAMES
        and token.ent_type_ not in _NO_MEANING
    )


def _root(token: Token) -> str:
    """The stem of a word; of a name, which a parser may take for a verb, only that it is one."""
    return "(name)" if token.tag_ in _NAMES else stem(token.lower_)


def _helpers(verb: Token) -> set[str]:
    return {
        child.lower_
        for child in verb.children
        if child.dep_ in ("aux", "auxpass") and child.lower_ in _HELPERS
    }


@cache
def _by_stem() -> Mapping[str, tuple[str, ...]]:
    """The lists of the lexicon, and of words that turn a clause, that a stem is in."""
    found: dict[str, list[str]] = {}
    named = [(name, lexicon().lists[name]) for name in _CLASSES]
    named += [(f"what {name}", words(name)) for name in _TURNS]
    for name, forms in [*named, ("saying", lexicon().says)]:
        for root in sorted({stem(one) for one in forms}):
            found.setdefault(root, []).append(name)
    return {root: tuple(some) for root, some in found.items()}


def _classes(token: Token) -> tuple[str, ...]:
    return (*_by_stem().get(stem(token.lower_), ()), *meanings(token))
