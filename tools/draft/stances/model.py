"""Whether a pair holds a position, and which: a weighted sum of what is to be seen of it.

The weights are whole numbers in weights.json, learned from the examples beside it by `make weights`
(learn.py): a plain logistic model, so that each answer can be read off as the sum of its features.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

WEIGHTS = Path(__file__).with_name("weights.json")
NONE = "none"
UNIT = 100  # of a weight, so that all of them are whole numbers


@dataclass(frozen=True)
class Model:
    """`positions` begins with `none`; `weights` has a number for each of them, by the feature."""

    positions: tuple[str, ...]
    bias: tuple[int, ...]
    weights: Mapping[str, tuple[int, ...]]

    def scores(self, seen: Iterable[str]) -> tuple[int, ...]:
        """What the features of a pair add up to, for each position."""
        rows = [self.bias, *(self.weights[one] for one in seen if one in self.weights)]
        return tuple(map(sum, zip(*rows, strict=True)))

    def sureness(self, seen: Iterable[str]) -> dict[str, int]:
        """How sure each position is, `none` among them, from 0 to 100."""
        scores = self.scores(seen)
        most = max(scores)
        raised = [math.exp((score - most) / UNIT) for score in scores]
        total = math.fsum(raised)
        return {
            position: round(100 * one / total)
            for position, one in zip(self.positions, raised, strict=True)
        }


@cache
def model() -> Model:
    """The model of weights.json; read once."""
    return read(json.loads(WEIGHTS.read_text(encoding="utf-8")))


def known() -> tuple[str, ...]:
    """The positions that can be drafted: those of which there are weights."""
    return tuple(one for one in model().positions if one != NONE)


def read(table: Mapping[str, Any]) -> Model:
    """A model from the content of its file, in which a weight that is nothing is left out."""
    positions = tuple(table["bias"])
    return Model(
        positions,
        tuple(table["bias"].values()),
        {
            feature: tuple(some.get(position, 0) for position in positions)
            for feature, some in table["weights"].items()
        },
    )


def written(model: Model) -> str:
    """The file of a model: a feature a line, sorted, without the weights that are nothing."""

    def shown(row: Iterable[int]) -> dict[str, int]:
        return {name: one for name, one in zip(model.positions, row, strict=True) if one}

    lines = [
        f"{json.dumps(feature)}: {json.dumps(shown(row))}"
        for feature, row in sorted(model.weights.items())
        if any(row)
    ]
    bias = json.dumps(dict(zip(model.positions, model.bias, strict=True)))
    return f'{{"bias": {bias},\n"weights": {{\n' + ",\n".join(lines) + "\n}}\n"
