"""Descriptions: noun phrases whose head says who somebody is, and how far they reach."""

from __future__ import annotations

from collections.abc import Sequence

from tools.draft.sense.roles import lexicon
from tools.draft.sense.tokens import Word

NAME_REACH = 8  # words of a name from "of" to its end
TITLE = 10  # words of a title between quotation marks
LONGEST = 30  # words of a description; what is longer is a sentence that was not understood

_NOUNS = frozenset("NN NNS NNP NNPS".split())
_BEFORE_NOUN = _NOUNS | frozenset("JJ JJR JJS CD POS VBN VBG RB RBS RBR HYPH AFX FW".split())
FINITE = frozenset("VBD VBZ VBP MD".split())
_RELATIVE = frozenset("WDT WP WP$ WRB".split())
# A participle behind one of them belongs to the noun: "the struggling shipping giant".
_BEFORE_VERB = frozenset("DT PRP$ POS JJ VBN CC".split())
_TIMES = frozenset("now then once currently formerly previously".split())  # "now a consultant"
_LISTS = frozenset("include includes including like as between".split())
_OPENERS = frozenset(("DT", "PRP$"))
_MARKS = frozenset(",;:()[]\"–—-.!?…'`")
CLAUSES = frozenset("because although though while but so when after before since if".split())


def is_mark(word: Word) -> bool:
    """Whether a word is punctuation."""
    return not any(char.isalnum() for char in word.text) and word.tag != "POS"


def role_phrase(words: Sequence[Word], i: int) -> int | None:
    """The head of the noun phrase that begins at `i`, where it says who somebody is."""
    start = i
    i += words[i].lower in _TIMES and i + 1 < len(words)
    if words[i].lower == "one" and i + 1 < len(words) and words[i + 1].lower == "of":
        i += 2
    end = _end_of_phrase(words, i)
    for head in range(end - 1, start - 1, -1):
        word = words[head]
        if word.tag in _NOUNS or word.role:
            if word.role:
                return head
            before = words[head - 1] if head > start else None
            postposed = word.lower in lexicon().postposed
            return head if postposed and before is not None and before.role else None
    return None


def _end_of_phrase(words: Sequence[Word], i: int) -> int:
    """The end of the words that may stand before the head of a noun phrase, and of the head."""
    opened = i < len(words) and words[i].tag in _OPENERS
    i += opened
    role = False
    while i < len(words):
        word = words[i]
        follows = i + 1 < len(words) and words[i + 1].tag in _BEFORE_NOUN
        if _paired(words, i):
            i += 2
            role = words[i].role
        elif word.tag in _BEFORE_NOUN and not is_mark(word):
            role = word.role
        elif not (follows and (word.tag == "CC" or (word.text == "," and opened and not role))):
            break
        i += 1
    return i


def _paired(words: Sequence[Word], i: int) -> bool:
    """Whether a word is the first of "peer to peer", which describes as one word."""
    pair = i + 2 < len(words) and words[i + 1].lower in ("to", "for")
    return pair and words[i].lower == words[i + 2].lower


def extent(words: Sequence[Word], head: int) -> int:
    """The end of the description whose head is at `head`: "lawyer at Y who wrote Z"."""
    relative = False
    i = head + 1
    while i < len(words) and i < head + LONGEST:
        word = words[i]
        if word.text == '"' and (closing := _closing(words, i)):
            i = closing + 1
            continue
        if is_mark(word):
            i, more = _list_goes_on(words, head, i)
            if not more:
                return i
            continue
        relative = relative or word.tag in _RELATIVE
        if word.lower in CLAUSES or (word.tag in FINITE and not relative):
            return i
        if word.tag == "CC" and _new_clause(words, i):
            return i
        i += 1
    return i


def _closing(words: Sequence[Word], i: int) -> int | None:
    """Where the title ends that a quotation mark opens: "author of "The End""."""
    if not words[i - 1].text.isalpha():
        return None
    ahead = range(i + 2, min(i + TITLE, len(words)))
    return next((at for at in ahead if words[at].text == '"'), None)


def _new_clause(words: Sequence[Word], i: int) -> bool:
    after = words[i + 1] if i + 1 < len(words) else None
    return after is None or after.tag in FINITE or after.tag in ("PRP", "RB", "EX")


def _list_goes_on(words: Sequence[Word], head: int, i: int) -> tuple[int, bool]:
    """Whether a comma stands inside "minister of trade, finance and industry,", and where next."""
    if words[i].text != "," or i == head + 1:
        return i, False
    if words[i - 1].named:
        return _names_go_on(words, head, i)
    joined = False
    for after in range(i + 1, min(i + 9, len(words))):
        word = words[after]
        if word.text == "," or word.text == ".":
            return (after, True) if joined and after > i + 2 else (i, False)
        if word.capital or word.tag in FINITE or word.tag in ("DT", "IN", "PRP", "PRP$"):
            return i, False
        joined = joined or (word.tag == "CC" and after > i + 1)
    return i, False


def _names_go_on(words: Sequence[Word], head: int, i: int) -> tuple[int, bool]:
    """The same for "group whose members include Lanternpost, Wrenmail and Harbourline"."""
    if not any(word.lower in _LISTS for word in words[head:i]):
        return i, False
    end = i
    while end < len(words) and (words[end].named or words[end].lower in (",", "and", "the")):
        end += 1
    while words[end - 1].lower in (",", "and", "the"):
        end -= 1
    return (end, True) if end > i else (i, False)


def start_before(words: Sequence[Word], head: int) -> int:
    """Where the description begins whose head is at `head` and stands right before a name."""
    i = head
    while i > 0:
        if i > 2 and _paired(words, i - 3):
            i -= 3
        elif _modifies(words, i - 1):
            i -= 1
        elif (longer := _name_through(words, i, head)) < i:
            i = longer
        else:
            break
    while i < head and (words[i].tag in ("CC", "POS", "RB", "CD", "HYPH") or is_mark(words[i])):
        i += 1
    return i


def _name_through(words: Sequence[Word], i: int, head: int) -> int:
    """Where the name begins that reaches over "of" to `i`: "Bank of Ostvale governor".

    In "Director of the Harbour agency Quayside" the director is no part of the agency.
    """
    if i >= 3 and words[i - 1].text == ")" and words[i - 3].text == "(":
        i -= 3  # "Ostvale Communications Office (OCO) director"
        if not words[i - 1].named:
            return i + 3
    for at in range(i - 1, max(0, i - NAME_REACH), -1):
        if words[at].lower in ("of", "for") and words[at - 1].capital:
            apart = words[at - 1].person and not words[head].person
            known = words[at - 1].role or words[at - 1].entity == "ORG"
            return at - 1 if known and not apart else i
        if not words[at].capital and words[at].lower not in ("and", "the", "&", ","):
            break
    return i


def _modifies(words: Sequence[Word], i: int) -> bool:
    """Whether the word at `i` belongs to the noun phrase that goes on behind it."""
    word, after = words[i], words[i + 1]
    dated = word.entity == "DATE" and word.tag != "JJ"
    if is_mark(word) or dated or word.entity == "TIME" or word.lower in lexicon().time:
        return False
    before = words[i - 1] if i else None
    if word.tag in ("VBG", "VBN"):
        fixed = word.dep in ("amod", "compound", "nmod") and word.lower != "including"
        return fixed or (before is not None and before.tag in _BEFORE_VERB and not is_mark(before))
    if word.tag == "RB":
        return after.tag in ("VBN", "VBG", "JJ") and word.dep == "advmod"
    if word.tag == "CC":
        return (
            before is not None
            and before.tag in ("NN", "JJ", "VBG")
            and after.tag in ("NN", "JJ", "VBG")
            and (not before.role or before.person)
        )
    if word.lower in lexicon().honorific and not word.role:
        return False
    return word.tag in _BEFORE_NOUN or (word.role and word.capital)
