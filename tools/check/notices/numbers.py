"""Notice: a number that the quotation does not have."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from tools.check.notices.amounts import Amount, amounts
from tools.check.notices.finding import Claims, Findings, finding
from tools.model.problem import shorten
from tools.model.record import Claim, Figure, Section
from tools.model.story import Story
from tools.model.vocabulary import Vocabulary

HALF = 0.5  # of a share in per cent, and of what is counted


def numbers_are_quoted(story: Story, _: Vocabulary, claims: Claims) -> Findings:
    """A number in a claim stands in its quotations, or follows from those that do."""
    for placed in claims:
        claim = placed.claim
        stated: list[Amount] | None = None
        for field, text in _said(claim):
            for amount in amounts(text):
                if amount.other:
                    continue
                if stated is None:
                    stated = [one for quote in claim.quote for one in amounts(quote)]
                if _is_missing(amount, stated):
                    yield finding(
                        story,
                        placed.path,
                        (field,),
                        f"has a number that its quotation does not have: {shorten(amount.text)}",
                        "Mend the number, or quote the passage that gives it.",
                    )


def _said(claim: Claim) -> Iterator[tuple[str, str]]:
    """The texts of a claim in which numbers are looked for."""
    if isinstance(claim, Figure):
        yield "value", str(claim.value)
    if not isinstance(claim, Section):  # it tells more than it quotes
        for field in ("text", "description"):
            if text := vars(claim).get(field):
                yield field, text


def _is_missing(amount: Amount, stated: list[Amount]) -> bool:
    if any(amount.same(one) for one in stated):
        return False
    if amount.small:
        # it may count what the quotation lists; not where that counts the same things itself
        counted = [one for one in stated if one.small]
        return any(not amount.noun or amount.noun in one.nouns for one in counted)
    return not _follows(amount.value, [one.value for one in stated if not one.other])


def _follows(value: float, stated: list[float]) -> bool:
    """Whether a number is made of others: one of them rounded, all or two added, a share."""
    if any(_rounds(value, one) for one in stated):
        return True
    made = {sum(stated)} if stated else set()
    for one, other in combinations(stated, 2):
        made |= {one + other, abs(one - other)}
        if one and other:
            made |= {100 * min(one, other) / max(one, other)}
    return any(abs(value - one) < HALF for one in made)


def _rounds(value: float, exact: float) -> bool:
    """Whether a number has fewer figures than an exact one and is near it: 2,000 is near 1,978."""
    short, long = (f"{number:.0f}".rstrip("0") for number in (value, exact))
    place = 10 ** (len(f"{value:.0f}") - len(short))
    return place > 1 and len(short) < len(long) and abs(value - exact) < place
