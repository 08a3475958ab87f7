"""How drafts do on pairs of short texts: `python -m tests.draft.stances.polarity` prints it.

Each trap of polarity.yml is something that turns a position round or takes it back, told in ten
ways by somebody who did not write the rules, each beside a twin in which the position is held.
What `errs` lists is stated wrongly still.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.draft.article import understood
from tests.project import golden
from tools.draft.stances import stances

Held = tuple[str, str]


@dataclass(frozen=True)
class Text:
    """A text of a pair, what it says, what it must not be said to say, and what a draft states."""

    name: str
    trap: bool  # or else its plain twin
    text: str
    holds: frozenset[Held]
    wrong: frozenset[Held]
    errs: frozenset[Held]

    def stated(self) -> frozenset[Held]:
        """The positions in a draft of the text."""
        article = understood(f"A day in Ostvale\n\n{self.text}")
        found = stances(article, positions()).stated
        return frozenset((one.company, one.position) for one in found)


def positions() -> Any:
    """The positions that may be drafted."""
    from tests.model.build import vocabulary

    return vocabulary().positions


def texts() -> Iterator[Text]:
    """Every text, trap by trap."""
    for name, case in golden("draft/polarity.yml").items():
        for number, pair in enumerate(case["pairs"], 1):
            for kind in ("trap", "plain"):
                entry = pair[kind]
                yield Text(
                    f"{name} {number} {kind}",
                    kind == "trap",
                    entry["text"],
                    _held(entry.get("has")),
                    _held(entry.get("not")),
                    _held(entry.get("errs")),
                )


def _held(listed: Any) -> frozenset[Held]:
    return frozenset((str(company), str(position)) for company, position in listed or ())


def main() -> None:
    """Prints how many texts are turned round, and how many positions are found, by trap."""
    rows: dict[str, list[int]] = {}
    for one in texts():
        trap = one.name.rsplit(" ", 2)[0]
        stated = one.stated()
        row = rows.setdefault(trap, [0, 0, 0, 0])
        row[0] += bool(stated & one.wrong)
        row[1] += 1
        row[2] += len(stated & one.holds)
        row[3] += len(one.holds)
    rows["all"] = [sum(column) for column in zip(*rows.values(), strict=True)]
    for trap, (turned, many, found, held) in rows.items():
        print(f"{trap:22} turned round {turned:3} of {many:3}   found {found:3} of {held:3}")


if __name__ == "__main__":
    main()
