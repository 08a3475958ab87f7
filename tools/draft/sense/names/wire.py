"""What news agencies put around names and is no part of them: towns, tickers, credits, shouting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tools.draft.sense.names.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from tools.draft.parse import Parsed

# HRBL.N, COPP.ES, VOWG_p.DE, NYSE:HRBL; E.ON is a name, and so is U.S.
_TICKER = re.compile(r"[A-Z0-9]{2,6}[a-z]?(_[a-z]+)?\.[A-Z]{1,2}|[A-Z]+:[A-Z.]+|[A-Z]+_[a-z]")
_SHORT_TICKER = re.compile(r"[A-Z]\.[A-Z]{1,2}")  # in brackets only
_DASHES = {"-", "--", "–", "—"}
_DATELINE = 16  # tokens within which a dateline ends
_CREDITS = {"reporting", "editing", "writing", "additional", "compiled"}
_TOWN = 5  # letters from which on a word in capitals is hardly an abbreviation
_SHOUTED = 3  # words in capitals in a row from which on capitals say nothing
_LONGEST_TOWN = 4  # words


def is_ticker(text: str) -> bool:
    """Whether a word is the sign of a share or a bond."""
    return _TICKER.fullmatch(text) is not None


def past_ticker(doc: Doc, i: int) -> int:
    """The first token from `i` on that is behind a ticker with its brackets."""
    if i < len(doc) and is_ticker(doc[i].text):
        i += 1
    if i < len(doc) and doc[i].text in ("(", "["):
        for end in (i + 2, i + 4):
            if end < len(doc) and doc[end].text in (")", "]"):
                inner = doc[i + 1 : end]
                return end + 1 if all(_is_sign(token) for token in inner) else i
    return i


def aside(parsed: Parsed) -> frozenset[int]:
    """The tokens of an article that are no names, whatever their capitals say."""
    doc = parsed.doc
    seen = Counter(token.text for token in doc)
    found = set(_tickers(doc, seen))
    paragraph = None
    for sentence in parsed.sentences:
        tokens = list(sentence.tokens)
        found.update(_credits(tokens))
        if sentence.paragraph != paragraph:
            found.update(_opening(tokens, seen))
        paragraph = sentence.paragraph
    return frozenset(found)


def shouted(parsed: Parsed) -> frozenset[int]:
    """The tokens of stretches all in capitals, where a capital does not tell a name."""
    found: list[int] = []
    for sentence in parsed.sentences:
        stretch: list[Token] = []
        for token in sentence.tokens:
            if token.is_alpha and not token.text.isupper():
                found += _if_shouted(stretch)
                stretch = []
            else:
                stretch.append(token)
        found += _if_shouted(stretch)
    return frozenset(found)


def _if_shouted(stretch: list[Token]) -> list[int]:
    spoken = [token for token in stretch if token.is_alpha and len(token) > 1]
    row = any(
        all(token.is_alpha for token in stretch[i : i + _SHOUTED])
        for i in range(len(stretch) - _SHOUTED + 1)
    )
    enough = row and sum(len(token) >= _TOWN - 1 for token in spoken) > 1
    return [token.i for token in stretch] if enough else []


def _is_sign(token: Token) -> bool:
    return bool(token.text == ":" or token.text.isupper() or token.lower_ == "nasdaq")


def _tickers(doc: Doc, seen: Counter[str]) -> Iterator[int]:
    for token in doc:
        if is_ticker(token.text):
            yield token.i
        elif token.text in ("(", "["):
            end = past_ticker(doc, token.i)
            inner = doc[token.i + 1 : end - 1] if end > token.i else doc[token.i : token.i]
            # an abbreviation that the article goes on to use is a name
            exchange = len(inner) > 1
            sign = exchange or any(_SHORT_TICKER.fullmatch(one.text) for one in inner)
            if sign or all(seen[one.text] == 1 for one in inner):
                yield from (one.i for one in inner)


def _credits(tokens: list[Token]) -> Iterator[int]:
    """ "(Reporting by Jane Roe; Editing by X)": from the first such word to the sentence's end."""
    for place, token in enumerate(tokens[:-1]):
        capital = token.text[0].isupper() and (not place or not tokens[place - 1].text.isalpha())
        by = any(one.lower_ == "by" for one in tokens[place + 1 : place + 4])
        if capital and by and token.lower_ in _CREDITS:
            yield from (one.i for one in tokens[place:])
            return


def _opening(tokens: list[Token], seen: Counter[str]) -> range:
    """The town, the day and the agency at the head of a paragraph."""
    end = _before_dash(tokens, seen) or _town(tokens, seen)
    return range(tokens[0].i, tokens[0].i + end)


def _before_dash(tokens: list[Token], seen: Counter[str]) -> int:
    """How many tokens are a dateline that ends in a dash."""
    for end, token in enumerate(tokens[:_DATELINE]):
        if token.text not in _DASHES or not end or end + 1 == len(tokens):
            if token.text[:1].islower() and token.lower_ not in {"and", "of", "de", "del"}:
                return 0
            continue
        if not token.whitespace_ and not tokens[end - 1].whitespace_ and token.text == "-":
            continue  # a hyphen
        if tokens[end + 1].text[:1].islower():
            return 0
        if tokens[0].text == "(" and tokens[end - 1].text == ")":
            return end
        first = tokens[0].text
        dated = any(one.text == "(" or one.like_num for one in tokens[1:end])
        town = first.isupper() and (seen[first] == 1 or dated)
        return end if town or (dated and first[:1].isupper() and "(" in _texts(tokens[:end])) else 0
    return 0


def _texts(tokens: list[Token]) -> list[str]:
    return [token.text for token in tokens]


def _town(tokens: list[Token], seen: Counter[str]) -> int:
    """How many tokens are a town or a heading in capitals, before a word that is not in them."""
    end = 0
    while end < min(len(tokens), _LONGEST_TOWN) and tokens[end].is_alpha and tokens[end].is_upper:
        end += 1
    if not end or end + 1 >= len(tokens) or seen[tokens[0].text] > 1:
        return 0
    first = tokens[0]
    if len(first) < 2 or (end == 1 and len(first) < _TOWN and first.ent_type_ != "GPE"):
        return 0
    if tokens[end].text == "," and end + 2 < len(tokens):  # "NORTHMERE, Ostvale Wrenmail said"
        state, after = tokens[end + 1], tokens[end + 2]
        return end + 2 if state.text.istitle() and after.text[:1].isupper() else 0
    after = tokens[end]
    if after.text.isupper() and len(after) > 1:
        return 0
    carried_on = ("suffix", "company_name", "officer", "title")
    if not after.text[:1].isupper() or any(after.lower_ in words(name) for name in carried_on):
        return 0
    return end
