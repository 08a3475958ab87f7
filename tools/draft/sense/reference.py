"""Which companies a noun or a pronoun stands for, where the text makes it plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.draft.sense.mentions import OTHERS, SUBJECT, Companies, Mentions
from tools.draft.sense.names import Name, Names
from tools.draft.sense.names.evidence import is_company_noun
from tools.draft.sense.names.speakers import speakers
from tools.draft.sense.names.words import company_plurals, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tools.draft.parse import Parsed

_IT = {"it", "itself", "its"}
_THEY = {"they", "them", "their", "both", "neither", "all"}
_WE = {"we", "us", "our", "i", "my", "ours"}
_DEFINITE = {
    "the",
    "this",
    "that",
    "these",
    "those",
    "both",
    "all",
    "its",
    "two",
    "three",
    "neither",
}
_EXAMPLES = {"like", "as", "including", "namely"}
_OWNERS = {"of", "for", "at", "from", "by"}
_CONTACT = {"to", "with"}
_DEPTH = 6
_LABEL = 8  # tokens within which the label of a speech ends


class References:
    """Looks up whom the words of one article stand for; every answer is kept."""

    def __init__(self, parsed: Parsed, names: Names) -> None:
        self.parsed = parsed
        self.names = names
        self.speaks_for = speakers(parsed.doc, names)
        self._kept: dict[int, Companies | None] = {}
        self.mentions = Mentions(parsed, names)

    def of(self, token: Token, depth: int = 0) -> Companies | None:
        """The companies that a token stands for; `OTHERS`, or None where that is not known."""
        if token.i not in self._kept:
            self._kept[token.i] = OTHERS  # what stands for itself stands for nobody
            self._kept[token.i] = self._of(token, depth) if depth < _DEPTH else None
        return self._kept[token.i]

    def _of(self, token: Token, depth: int) -> Companies | None:
        lower = token.lower_
        name = self.names.by_token.get(token.i)
        if name:
            return self._named(token, name)
        if lower in _IT | _THEY | _WE | {"he", "she"}:
            return self._pronoun(token, depth)
        if lower in ("former", "latter", "other", "others") and self._alone(token):
            return self._of_two(token)
        if lower == "whose":
            return self.of(token.head.head.head, depth + 1)
        if lower in ("which", "who", "that") and token.dep_ in SUBJECT:
            return self.of(token.head.head, depth + 1)
        if lower in words("officer"):
            return self._office(token, depth)
        if is_company_noun(token) or lower in company_plurals():
            return self._company_noun(token, depth)
        if lower in words("public") or lower in words("of_person"):
            return self._owner(token, depth) or OTHERS if lower == "office" else OTHERS
        if {lower, lower.removesuffix("s")} & words("people"):
            return OTHERS
        if token.tag_[:1] != "N":
            return None
        owner = self._owner(token, depth)
        if owner:
            return owner
        if lower in words("voice_alone") and owner is None and self._definite(token):
            return self.mentions.latest(token)
        return None

    def _named(self, token: Token, name: Name) -> Companies:
        if name.kind == "person":
            company = self.speaks_for.get(name)
            return (company,) if company else OTHERS
        if not name.is_company:
            return OTHERS
        return tuple(dict.fromkeys(self.mentions.listed(token.i, name)))

    def _examples(self, token: Token) -> Companies:
        """The companies that a noun is said of: "tech giants Apple and X", "firms such as X"."""
        found: list[Name] = []
        for child in token.children:
            if child.dep_ in ("appos", "compound", "nmod"):
                heads = [child]
            elif child.lower_ in _EXAMPLES or (child.dep_ == "prep" and child.lower_ == "such"):
                heads = [one for one in child.subtree if one.dep_ == "pobj"]
            else:
                continue
            for head in heads:
                name = self.names.by_token.get(head.i)
                if name and name.is_company:
                    found += [one for one in self._named(head, name) if one not in found]
        return tuple(found)

    def _company_noun(self, token: Token, depth: int) -> Companies | None:
        after = self.names.by_token.get(token.i + 1)
        if after and after.is_company:
            return self._named(token.nbor(1), after)
        named = self._examples(token)
        if named:
            return named
        plural = token.lower_ in company_plurals()
        determiners = {child.lower_ for child in token.children if child.i < token.i}
        owner = self._owner(token, depth)
        if token.lower_ in words("product") and owner is not None:
            return owner
        if not determiners & _DEFINITE or determiners & {
            "other",
            "another",
            "first",
            "second",
            "third",
        }:
            return OTHERS if token.lower_ not in words("product") else None
        return self.mentions.group(token) if plural else self.mentions.latest(token)

    def _office(self, token: Token, depth: int) -> Companies:
        """A spokesman, a chief executive: of whom, or of whoever was spoken of last."""
        for child in token.children:
            name = self.names.by_token.get(child.i)
            if name and child.dep_ in ("compound", "nmod", "appos", "poss"):
                return self._named(child, name)
            if child.lower_ in words("public") or child.lower_ in ("former", "ex"):
                return OTHERS
        owner = self._owner(token, depth)
        if owner is not None:
            return owner
        owned = any(child.dep_ in ("poss", "compound", "prep") for child in token.children)
        return (
            self.mentions.latest(token)
            if token.lower_ in words("spokesman") and not owned
            else OTHERS
        )

    def owner(self, token: Token) -> Companies | None:
        """Whose something is; None where the text does not say."""
        return self._owner(token, 0)

    def speaker_before(self, number: int) -> Companies | None:
        """Who speaks in the sentence before one."""
        return self._subject_before(number, 0) if number else None

    def _owner(self, token: Token, depth: int) -> Companies | None:
        """Whose something is: "its", "X's", "of X"."""
        for child in token.children:
            if child.dep_ == "poss":
                return self.of(child, depth + 1)
            name = self.names.by_token.get(child.i)
            if name and name.is_company and child.dep_ in ("compound", "nmod"):
                own = words("voice") | words("officer") | words("product")
                return (name,) if token.lower_ in own else OTHERS
        for child in token.children:
            contact = child.lower_ in _CONTACT and token.lower_ in words("contact")
            if child.dep_ == "acl" and token.lower_ in words("contact"):
                return self._owner(child, depth + 1)
            if child.dep_ in ("prep", "agent", "dative") and (
                child.lower_ in _OWNERS or contact or token.tag_ == "VBN"
            ):
                for noun in child.children:
                    if noun.dep_ == "pobj" and (found := self.of(noun, depth + 1)) is not None:
                        return found
        return None

    @staticmethod
    def _alone(token: Token) -> bool:
        """Whether a word after "the" stands for somebody by itself: "the latter said"."""
        noun_next = token.i + 1 < len(token.doc) and token.nbor().tag_[:2] == "NN"
        return token.i > 0 and token.nbor(-1).lower_ == "the" and not noun_next

    def _of_two(self, token: Token) -> Companies | None:
        """Whom "the former", "the latter" and "the others" leave of those spoken of together."""
        together = self.mentions.group(token)
        if token.lower_ in ("former", "latter"):
            place = 0 if token.lower_ == "former" else -1
            return (together[place],) if len(together) == 2 else None
        last = {name for _, name, _ in self.mentions.since_group(token)}
        left = tuple(name for name in together if name not in last)
        return left if last and left else None

    @staticmethod
    def _definite(token: Token) -> bool:
        return any(child.dep_ == "det" for child in token.children)

    def _pronoun(self, token: Token, depth: int) -> Companies | None:
        """Whoever governs the clause that a pronoun stands in, else whom the text spoke of last."""
        if token.lower_ in _WE:
            return self._speaker(token, depth)
        above = token.head
        while above.dep_ != "ROOT":
            above = above.head
            subject = next((child for child in above.children if child.dep_ in SUBJECT), None)
            if subject is None or subject.right_edge.i >= token.i:
                continue
            found = self.of(subject, depth + 1)
            if found is OTHERS and {subject.lower_, subject.lower_[:-1]} & words("people"):
                found = self._owner(subject, depth + 1) or OTHERS
            if found is not None or token.lower_ in ("he", "she"):
                return found
        number = self.mentions.number.get(token.i)
        if number is None:
            return None
        mine = [name for i, name, _ in self.mentions.by_sentence[number] if i < token.i]
        if mine and token.lower_ in _IT:
            return (mine[0],)
        if not number:
            return None
        return (
            self.mentions.group(token)
            if token.lower_ in _THEY
            else self._subject_before(number, depth)
        )

    def _subject_before(self, number: int, depth: int) -> Companies | None:
        """The subject of the sentence before one, as far as it is a company or somebody else."""
        before = self.parsed.sentences[number - 1]
        subject = next(
            (t for t in before.tokens if t.dep_ in SUBJECT and t.head.dep_ == "ROOT"), None
        )
        found = self.of(subject, depth + 1) if subject is not None else None
        if found is not None:
            return found
        names = dict.fromkeys(name for _, name, _ in self.mentions.by_sentence[number - 1])
        return tuple(names) if len(names) == 1 else None

    def _speaker(self, token: Token, depth: int) -> Companies | None:
        """Who says "we": the subject of the verb above, or of the sentence before."""
        number = self.mentions.number.get(token.i)
        labelled = self._label(number) if number is not None else None
        if labelled is not None:
            return labelled
        above = token
        while above.dep_ != "ROOT":
            above = above.head
        for subject in above.children:
            if subject.dep_ in SUBJECT and subject.lower_ not in _WE | _IT:
                return self.of(subject, depth + 1)
        return self._subject_before(number, depth) if number else None

    def _label(self, number: int) -> Companies | None:
        """Whose words a paragraph is, where it begins with who speaks: "WRENMAIL SPOKESMAN: We".

        Of a question and an answer the answer is that of the only company that anybody speaks for.
        """
        sentences = self.parsed.sentences
        paragraph = sentences[number].paragraph
        while number and sentences[number - 1].paragraph == paragraph:
            number -= 1
        tokens = list(sentences[number].tokens)
        end = next((i for i, one in enumerate(tokens[:_LABEL]) if one.text == ":"), 0)
        if not end or not all(one.text[:1].isupper() or one.is_punct for one in tokens[:end]):
            return None
        for one in tokens[:end]:
            name = self.names.by_token.get(one.i)
            if name:
                return self._named(one, name)
        asked = tuple(dict.fromkeys(self.speaks_for.values()))
        return asked if tokens[0].text == "A" and len(asked) == 1 else OTHERS
