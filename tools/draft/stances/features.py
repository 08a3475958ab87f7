"""What is to be seen of a pair, as words that weights are learned for.

A feature says what it is: "does  comply" is a company that complies, "does n comply" one that does
not; "cue refuses" is a phrase of the lexicon. Nothing in one names a company, a person or a place,
so that what is learned of one holds for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tools.draft.stances.rules import phrases
from tools.draft.stances.seen import Seen

if TYPE_CHECKING:
    from tools.draft.stances.about import About
    from tools.draft.stances.pairs import Pair

AROUND = 3  # sentences before and after one that show what an article is about


def features(pair: Pair, article: About) -> tuple[str, ...]:
    """What is to be seen of a pair, sorted, each once."""
    aimed = (f"article {one} it" for one in article.aimed_at.get(pair.name, ()))
    seen = {*_around(pair, article.public), *aimed, *phrases(pair), *Seen(pair, article).all()}
    return tuple(sorted(seen))


def _around(pair: Pair, public: Sequence[int]) -> Iterator[str]:
    near = public[max(0, pair.number - AROUND) : pair.number + AROUND + 1]
    yield f"public {min(public[pair.number], 3)}"
    yield f"public near {min(sum(near) // 2, 5)}"
    yield f"name {pair.name.kind}"
    yield from (f"by {link.kind}" for link in pair.links)
    if "?" in pair.sentence.quote:
        yield "question"
