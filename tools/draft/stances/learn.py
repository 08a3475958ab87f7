"""Learns the weights of the model from the examples: `make weights`.

A multinomial logistic regression, fitted by Adam (Kingma and Ba, 2015) over the whole set in a
fixed number of passes. Every sum is taken in the order of the examples and every exponential is
looked up in a table, so that the same examples give the same bytes on every machine; libraries
that hand sums to BLAS do not.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tools.draft.stances.examples import Example, examples
from tools.draft.stances.model import NONE, UNIT, WEIGHTS, Model, written

Floats = np.ndarray[Any, np.dtype[np.float64]]
Whole = np.ndarray[Any, np.dtype[np.int64]]

PASSES, SLOWER = 150, 90  # from the second on a step is a third as long
STEP, KEPT, KEPT_SQUARE, TINY = 0.05, 0.9, 0.99, 1e-8
RESTRAINT = 5.0  # how much a large weight costs
SEEN = 4  # examples that a feature must be in
FINE, LEAST = 256, 30  # entries a unit of the table of exponentials, and how far down it goes


def learn(given: Sequence[Example]) -> Model:
    """The model of some examples."""
    positions = (NONE, *sorted({one.position for one in given} - {NONE}))
    counted = Counter(feature for one in given for feature in one.seen)
    names = sorted(name for name, count in counted.items() if count >= SEEN)
    place = {name: i for i, name in enumerate(names)}
    cells = [(i, place[name]) for i, one in enumerate(given) for name in one.seen if name in place]
    rows, columns = (np.array(some, dtype=np.int64) for some in zip(*cells, strict=True))
    wanted = np.array([positions.index(one.position) for one in given])
    fit = _Fit(rows, columns, wanted, len(names), len(positions))
    for number in range(1, PASSES + 1):
        fit.step(number)
    whole = np.rint(fit.weights * UNIT).astype(int).tolist()
    bias = np.rint(fit.bias * UNIT).astype(int).tolist()
    table = {name: tuple(row) for name, row in zip(names, zip(*whole, strict=True), strict=True)}
    return Model(positions, tuple(bias), table)


class _Fit:
    """The weights while they are fitted: one row of them a position."""

    def __init__(self, rows: Whole, columns: Whole, wanted: Whole, names: int, many: int) -> None:
        self.rows, self.columns, self.names, self.many = rows, columns, names, many
        self.size = len(wanted)
        self.wanted = np.stack([(wanted == k).astype(float) for k in range(many)])
        self.weights, self.bias = np.zeros((many, names)), np.zeros(many)
        self.means = [np.zeros((many, names)), np.zeros(many)]
        self.squares = [np.zeros((many, names)), np.zeros(many)]
        self.raised = np.array([float(f"{math.exp(-i / FINE):.12g}") for i in range(LEAST * FINE)])

    def step(self, number: int) -> None:
        """One pass over all examples."""
        off = self._probabilities() - self.wanted
        slope = np.stack([self._by_name(row) for row in off])
        slopes = [
            (slope + RESTRAINT * self.weights) / self.size,
            self._totals(off) / self.size,
        ]
        length = STEP if number < SLOWER else STEP / 3
        for i, (values, some) in enumerate(zip((self.weights, self.bias), slopes, strict=True)):
            self.means[i] = KEPT * self.means[i] + (1 - KEPT) * some
            self.squares[i] = KEPT_SQUARE * self.squares[i] + (1 - KEPT_SQUARE) * some * some
            mean = self.means[i] / (1 - KEPT**number)
            square = self.squares[i] / (1 - KEPT_SQUARE**number)
            values -= length * mean / (np.sqrt(square) + TINY)

    def _probabilities(self) -> Floats:
        scores = np.stack(
            [
                np.bincount(self.rows, row[self.columns], minlength=self.size) + bias
                for row, bias in zip(self.weights, self.bias, strict=True)
            ]
        )
        down = np.rint((scores.max(axis=0) - scores) * FINE).astype(np.int64)
        raised = self.raised[np.minimum(down, len(self.raised) - 1)]
        total = np.zeros(self.size)
        for row in raised:
            total = total + row
        shares: Floats = raised / total
        return shares

    def _by_name(self, row: Floats) -> Floats:
        slope: Floats = np.bincount(self.columns, row[self.rows], self.names).astype(np.float64)
        return slope

    def _totals(self, off: Floats) -> Floats:
        return np.array([np.bincount(np.zeros(self.size, dtype=np.int64), row)[0] for row in off])


def right(by: Model, given: Iterable[Example]) -> float:
    """The share of examples whose position a model finds likeliest."""
    found = [by.positions[max(range(len(s)), key=s.__getitem__)] == one.position
             for one in given for s in [by.scores(one.seen)]]  # fmt: skip
    return sum(found) / max(1, len(found))


def main(arguments: Sequence[str]) -> int:
    """Writes weights.json; with `--held-out` prints how a model does on each writer left out."""
    given = examples()
    if "--held-out" in arguments:
        for writer in sorted({one.writer for one in given}):
            own = [one for one in given if one.writer == writer]
            others = [one for one in given if one.writer != writer]
            print(f"{writer:12} {len(own):6} {right(learn(others), own):.3f}")
        return 0
    Path(WEIGHTS).write_text(written(learn(given)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
