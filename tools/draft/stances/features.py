"""What is to be seen of a company in a sentence, as words that weights are learned for.

A feature says what it is: "does comply" is a company that complies, "does n comply" one that does
not; "cue refuses" is a phrase of the lexicon. Nothing in one names a company, a person or a place,
so that what is learned of one holds for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tools.draft.sense.clauses import Mood, mood, subject
from tools.draft.sense.demands import Demands, demands, things_of
from tools.draft.sense.meanings import meanings
from tools.draft.sense.names.words import words
from tools.draft.sense.stems import stem
from tools.draft.sense.words import words as words_of_clauses
from tools.draft.stances.deeds import positions_of
from tools.draft.stances.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

    from tools.draft.sense.names import Name
    from tools.draft.sense.parse import Parsed
    from tools.draft.sense.reference import References
    from tools.draft.stances.cues import Cue
    from tools.draft.stances.pairs import Pair

AROUND = 3  # sentences before and after one that show what an article is about
VERBS = 12  # of one company in one sentence; more are no sentence
CLIMB = 8
WIDE = 12  # words around a company that is no doer
DOES = "does"
MEANS, DEED, VOID = (
    "mean ",
    "deed ",
    "void ",
)  # begin features that are a rule's word for a position
NOTHING = "nothing"  # what a phrase says of which it is only asked, supposed or told
_MEANS = ("NN", "VB", "JJ", "RB", "IN", "RP", "MD", "CD")
_NAMES = ("NNP", "NNPS")
_NO_MEANING = ("PERSON", "GPE", "DATE", "TIME")
_AIMED = ("object", "nsubjpass", "against", "on", "to", "at", "from", "with")
_DONE = frozenset(
    "order urge call-for request-demand order-injunction accuse sue lawsuit investigate punish "
    "fine-penalty forbid ban allegation-complaint investigation rule approve protest "
    "strike-protest".split()
)
_OBJECTS = ("dobj", "dative", "iobj", "oprd")
_AUXILIARIES = frozenset(
    "will would wo could may might must should can 'll ’ll to had has have did do does".split()
)
_APART = ("ccomp", "advcl", "relcl", "conj", "parataxis")
_CLASSES = (
    "demand", "authority", "data", "product", "law",
    "give", "remove", "do", "hurt", "help", "suspend",
)  # fmt: skip
_TURNS = ("denies", "negates", "asks", "supposes", "accuses", "drops")


def _public_words(parsed: Parsed) -> list[int]:
    """How many words of laws and those who make them each sentence of an article has."""
    public = lexicon().lists["public"]
    return [sum(token.lower_ in public for token in one.tokens) for one in parsed.sentences]


@dataclass(frozen=True, slots=True)
class About:
    """What an article is about, as far as positions go."""

    references: References
    public: Sequence[int]  # words of laws and those who make them, by sentence
    demands: Demands
    aimed_at: Mapping[Name, frozenset[str]]  # what is done to a company anywhere in the article


def about(references: References) -> About:
    """What the article of some references is about."""
    parsed = references.parsed
    return About(references, _public_words(parsed), demands(parsed), _aimed_at(references))


def _aimed_at(references: References) -> Mapping[Name, frozenset[str]]:
    """What each company is the object of: an order, a suit, a probe, a fine."""
    found: dict[Name, set[str]] = {}
    doc = references.parsed.doc
    for name in references.names.all:
        for run in name.mentions if name.is_company else ():
            role, verb, owned = _role(doc[run.last])
            if role in _AIMED and owned is None:
                done = _DONE.intersection(meanings(verb))
                found.setdefault(name, set()).update(done)
    return {name: frozenset(some) for name, some in found.items()}


def features(pair: Pair, article: About) -> tuple[str, ...]:
    """What is to be seen of a pair, sorted, each once."""
    aimed = (f"article {one} it" for one in article.aimed_at.get(pair.name, ()))
    seen = {*_around(pair, article.public), *aimed, *_cues(pair), *_Seen(pair, article).all()}
    return tuple(sorted(seen))


def _around(pair: Pair, public: Sequence[int]) -> Iterator[str]:
    near = public[max(0, pair.number - AROUND) : pair.number + AROUND + 1]
    yield f"public {min(public[pair.number], 3)}"
    yield f"public near {min(sum(near) // 2, 5)}"
    yield f"name {pair.name.kind}"
    yield from (f"by {link.kind}" for link in pair.links)
    if "?" in pair.sentence.quote:
        yield "question"


def _cues(pair: Pair) -> Iterator[str]:
    """The phrases of the lexicon: of which position, whose, how they are meant, what that makes."""
    for place, cue in enumerate(pair.cues):
        how = mood(cue.token)
        met = "" if cue.met else " unmet"
        if place not in pair.held:
            yield f"cue of another {cue.position}{met} {how.marks}"
            continue
        if _turned(cue, how) != cue.position:
            yield f"{VOID}{cue.position}"
        yield f"cue {cue.position}{met} {how.marks}"
        yield f"cue {cue.position}{met} {cue.entry.weight} {how.marks}"
    meant = _meant(pair)
    yield from (f"{MEANS}{one}" for one in meant)
    if len(meant) == 1:
        yield f"only {MEANS}{meant[0]}"


def _meant(pair: Pair) -> tuple[str, ...]:
    """What the phrases of a company's own say as they are meant, each once, sorted.

    "unmet" follows a position whose phrase asks for a demand or a law that is not near.
    """
    found = set()
    for place in pair.held:
        cue = pair.cues[place]
        position = _turned(cue, mood(cue.token)) or NOTHING
        found.add(position if cue.met else f"{position} unmet")
    return tuple(sorted(found))


def void(seen: Iterable[str]) -> frozenset[str]:
    """The positions whose own phrases are all denied, asked, supposed, told by others or over."""
    found = {one.removeprefix(VOID) for one in seen if one.startswith(VOID)}
    return frozenset(found) - said(seen)


def said(seen: Iterable[str]) -> frozenset[str]:
    """The positions that the phrases and deeds among some features speak for."""
    found = (one.removeprefix(MEANS).removeprefix(DEED) for one in seen if one[:5] in (MEANS, DEED))
    return frozenset(one for one in found if not one.endswith(" unmet"))


def _turned(cue: Cue, how: Mood) -> str | None:
    """The position that a phrase speaks for as it is meant; None where that is none."""
    if not how.stated:
        return None
    return cue.entry.denied if how.denied and not cue.entry.fixed else cue.position


class _Seen:
    """Looks at the clauses of one pair; each word is told once, where it stands nearest."""

    def __init__(self, pair: Pair, article: About) -> None:
        self.pair = pair
        self.references = article.references
        self.demands = article.demands
        self.told: set[int] = set()

    def all(self) -> Iterator[str]:
        verbs: list[tuple[Token, str]] = []
        for link in self.pair.links:
            if link.token is None:
                if link.kind == "speech":
                    yield from self._words(self.pair.sentence.tokens, "says")
                continue
            yield from self._link(link.token, verbs)
        yield from self._verbs(verbs)

    def _link(self, token: Token, verbs: list[tuple[Token, str]]) -> Iterator[str]:
        """The place of a company in its clause; adds the verb to those that it does."""
        role, verb, owned = _role(token)
        own = "" if owned is None else _owned(owned)
        if owned is not None and own == "own":
            yield f"own {stem(owned.lower_)}"
            yield from (f"own of {one}" for one in _classes(owned))
        yield f"role {role} {own}"
        yield f"role {role} {own if own == 'own' else ''} {stem(verb.lower_)}"
        yield from (f"role {role} of {one}" for one in _classes(verb))
        if role in ("nsubj", "csubj", "agent"):
            verbs.append((verb, "own does" if own == "own" else DOES))
        elif role == "nsubjpass":
            verbs.append((verb, "undergoes"))
        else:
            yield from (
                f"near {stem(word.lower_)}" for word in list(verb.subtree)[:WIDE] if _means(word)
            )

    def _verbs(self, verbs: list[tuple[Token, str]]) -> Iterator[str]:
        """What a company does, and what it says; the list grows by verbs of the same doer."""
        within = self.pair.sentence.tokens
        seen: set[int] = set()
        for verb, kind in verbs:  # the list grows while it is read
            if verb.i in seen or len(seen) >= VERBS or not within.start <= verb.i < within.end:
                continue
            seen.add(verb.i)
            marks = mood(verb).marks
            root = stem(verb.lower_)
            yield f"{kind} {marks} {root}"
            yield f"{kind} ? {root}"
            yield f"{kind} mood {marks}"
            yield f"{kind} {verb.tag_}"
            yield from (f"{kind} {one}" for one in sorted(_helpers(verb)))
            yield from (f"{kind} {marks} of {one}" for one in _classes(verb))
            yield from self._asked(verb, f"{kind} {marks}")
            yield from (
                f"{DEED if kind == DOES else 'other deed '}{one}"
                for one in positions_of(verb, self.demands)
            )
            for thing in things_of(verb):
                yield from (
                    f"{kind} {marks} {one} {other}"
                    for one in meanings(verb)
                    for other in meanings(thing)
                )
            yield from self._words(_clause(verb), f"with {marks}", "with")
            for other in _shares_doer(verb):
                verbs.append((other, kind))
                yield f"{root} to {stem(other.lower_)}"
                yield from (f"{root} to {one}" for one in _classes(other))
            yield from self._said(verb, kind, verbs)

    def _asked(self, verb: Token, kind: str) -> Iterator[str]:
        """Whether what is done is what the article says was asked for."""
        deed = stem(verb.lower_) in self.demands.deeds
        thing = any(stem(one.lower_) in self.demands.things for one in things_of(verb))
        if deed or thing:
            yield f"{kind} what was asked{' by deed' if deed else ''}{' by thing' if thing else ''}"
        if any(
            one.lower_ in words_of_clauses("asks") and one is not verb
            for child in verb.children
            if child.dep_ in ("advcl", "dobj", "prep", "prt")
            for one in child.subtree
        ):
            yield f"{kind} beside what asks"

    def _said(self, verb: Token, kind: str, verbs: list[tuple[Token, str]]) -> Iterator[str]:
        """What is said, by whom the verb is done: of the company itself, or of anything else."""
        for clause in verb.children:
            doer = subject(clause) if clause.dep_ == "ccomp" else None
            if doer is None:
                continue
            yield f"tells {stem(verb.lower_)}"
            if self.pair.name in (self.references.of(doer) or ()):
                verbs.append((clause, kind))
                yield f"tells of itself {'' if verb.lower_ in lexicon().says else verb.lower_}"
            else:
                yield f"says verb {mood(clause).marks} {stem(clause.lower_)}"
                yield from self._words(clause.subtree, "says", "says")
        if verb.lower_ in lexicon().says:
            yield from self._words(_quoted(self.pair.sentence.tokens), "says", "says")

    def _words(self, tokens: object, kind: str, classes: str = "") -> Iterator[str]:
        for token in tokens:  # type: ignore[attr-defined]  # spaCy's iterables have no type
            if token.i in self.told or not _means(token):
                continue
            self.told.add(token.i)
            yield f"{kind} {stem(token.lower_)}"
            if classes:
                yield from (f"{classes} of {one}" for one in _classes(token))


def _means(token: Token) -> bool:
    """Whether a word has a meaning that may be learned: no name, no day, no mark."""
    return (
        token.tag_.startswith(_MEANS)
        and token.is_alpha
        and token.tag_ not in _NAMES
        and token.ent_type_ not in _NO_MEANING
    )


def _role(token: Token) -> tuple[str, Token, Token | None]:
    """The place of a name in its clause, the verb or noun it hangs on, and what is its own."""
    owned: Token | None = None
    speaking = words("officer") | words("spokesman") | words("voice")
    for _ in range(CLIMB):
        above = token.head
        if token.dep_ in ("conj", "appos") and above.tag_[:1] in "NP":
            token = above
        elif token.dep_ in ("poss", "compound", "nmod") and above.tag_[:1] == "N":
            owned, token = owned or above, above
        elif token.dep_ == "pobj" and above.head.lower_ in speaking and above.lower_ in _OF:
            owned, token = owned or above.head, above.head
        else:
            break
    if token.dep_ in _OBJECTS:
        return "object", token.head, owned
    if token.dep_ == "pobj":
        before = token.head
        return ("agent" if before.lower_ == "by" else before.lower_), before.head, owned
    return token.dep_, token.head, owned


_OF = frozenset({"of", "for", "at", "from"})


def _owned(noun: Token) -> str:
    if noun.lower_ in words("officer") | words("spokesman"):
        return "voice"
    return "product" if noun.lower_ in words("product") else "own"


def _helpers(verb: Token) -> set[str]:
    return {
        child.lower_
        for child in verb.children
        if child.dep_ in ("aux", "auxpass") and child.lower_ in _AUXILIARIES
    }


def _shares_doer(verb: Token) -> Iterator[Token]:
    """The verbs that have the doer of a verb: "agreed to pay and left, calling it ..."."""
    for child in verb.children:
        if child.dep_ == "prep":
            yield from (one for one in child.children if one.dep_ == "pcomp" and not subject(one))
        elif child.dep_ == "xcomp" or (
            child.dep_ in ("conj", "advcl", "ccomp")
            and child.tag_[:1] == "V"
            and subject(child) is None
        ):
            yield child


def _clause(verb: Token) -> Iterator[Token]:
    """The words of a verb's own clause, without clauses in it that have a subject of their own."""
    left = [verb]
    while left:
        token = left.pop()
        yield token
        left += [
            child
            for child in token.children
            if not (child.tag_[:1] == "V" and child.dep_ in _APART and subject(child) is not None)
        ]


def _quoted(tokens: object) -> Iterator[Token]:
    """The words between quotation marks."""
    inside = False
    for token in tokens:  # type: ignore[attr-defined]  # spaCy's iterables have no type
        if token.text in '"“”':
            inside = not inside
        elif inside:
            yield token


@cache
def _by_stem() -> Mapping[str, tuple[str, ...]]:
    """The classes of the lexicon that a stem is in."""
    found: dict[str, list[str]] = {}
    table = lexicon()
    named = [(name, table.lists[name]) for name in _CLASSES]
    named += [(f"what {name}", words_of_clauses(name)) for name in _TURNS]
    for name, forms in [*named, ("saying", table.says)]:
        for root in sorted({stem(one) for one in forms}):
            found.setdefault(root, []).append(name)
    return {root: tuple(some) for root, some in found.items()}


def _classes(token: Token) -> tuple[str, ...]:
    return (*_by_stem().get(stem(token.lower_), ()), *meanings(token))
