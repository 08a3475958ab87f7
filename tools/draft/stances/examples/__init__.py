"""The examples that the model learns from, read, parsed and looked at.

sentences/  a sentence, a company, and the position that it holds or none
articles/   an article with every position in it: each other company and sentence holds none
An editor adds one where a draft erred, and makes the weights anew: `make weights`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.draft.parse import parse
from tools.draft.reading import read
from tools.draft.sense.names import Name, key_of, names_of
from tools.draft.sense.reference import References
from tools.draft.stances.about import about
from tools.draft.stances.features import features
from tools.draft.stances.model import NONE
from tools.draft.stances.pairs import Pair, pairs
from tools.draft.table import table
from tools.model.claims import slug
from tools.model.vocabulary import Company

if TYPE_CHECKING:
    from tools.draft.parse import Parsed

FOLDER = Path(__file__).parent
HEADLINE = "An example\n\n"  # a text that begins with its first sentence has a headline like any


@dataclass(frozen=True, slots=True)
class Example:
    """What is to be seen of a pair, who wrote it, and what it holds."""

    writer: str
    seen: tuple[str, ...]
    position: str


def examples() -> list[Example]:
    """All examples, by the names of their files and in the order in which they stand."""
    found = [one for path in files("sentences") for one in _sentences(path)]
    return found + [one for path in files("articles") for one in _articles(path)]


def files(kind: str) -> list[Path]:
    """The files of a kind, by their names."""
    return sorted((FOLDER / kind).glob("*.yml"))


def entries(path: Path) -> list[dict[str, Any]]:
    """What stands in a file of examples."""
    listed: list[dict[str, Any]] = table(path)
    return listed


def _sentences(path: Path) -> Iterator[Example]:
    for entry in entries(path):
        text = " ".join(filter(None, (entry.get("before"), entry["text"])))
        parsed = parse(read(HEADLINE + text))
        begins = len(parsed.reading.text.rstrip()) - len(entry["text"].rstrip())
        for pair, seen in _seen(parsed, [entry["company"]]):
            if _is(pair.name, entry["company"]) and pair.sentence.span.end > begins:
                yield Example(path.stem, seen, entry["position"])


def _articles(path: Path) -> Iterator[Example]:
    for entry in entries(path):
        parsed = parse(read(entry["text"]))
        held, unsure = entry["stances"], entry.get("unsure") or []
        for pair, seen in _seen(parsed, [one["company"] for one in held]):
            if not any(_labels(one, pair) for one in unsure):
                positions = [one["position"] for one in held if _labels(one, pair)]
                for position in positions or [NONE]:
                    yield Example(path.stem, seen, position)


def _labels(label: Mapping[str, str], pair: Pair) -> bool:
    """Whether a label is one of a pair."""
    same = " ".join(label["quote"].split()) == " ".join(pair.sentence.quote.split())
    return same and _is(pair.name, label["company"])


def _is(name: Name, company: str) -> bool:
    return key_of(company) in name.keys


def _seen(parsed: Parsed, companies: list[str]) -> Iterator[tuple[Pair, tuple[str, ...]]]:
    """The pairs of a text; a labelled company is made known only where the text does not show it.

    Were all of them known, a name that merely may be a company's would never hold a position.
    """
    names = names_of(parsed, {}, {}).all
    unseen = [
        one for one in companies if not any(name.is_company and _is(name, one) for name in names)
    ]
    known = {
        slug(name): Company(id=slug(name), name=name, kind="company", description="An example.")
        for name in unseen
    }
    references = References(parsed, names_of(parsed, known, {}))
    article = about(references)
    for pair in pairs(references):
        yield pair, features(pair, article)
