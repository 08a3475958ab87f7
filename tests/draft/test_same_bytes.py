"""One article gives one draft, whatever the seed by which Python orders its sets."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations, islice
from pathlib import Path

from tests.project import ROOT

SEEDS = ("1", "2", "3")
TEXTS = 60
COMPANIES = ("Lanternpost", "Wrenmail", "Harbourline", "Brightwing", "Corrow & Pell", "Smallpost")
# What is said of one company; most speak for two positions alike, which is where chance decides.
SAID = (
    "{} paid half of its fine and not one coin more, as the order required.",
    "{} printed new labels, and none of its old ones was touched.",
    "Nobody at {} complained, and the forms from the ministry lie there unopened.",
    "{} said it had fitted the meters but would carry on selling the old ones.",
    "“The order is unlawful,” said {}, which has already handed over its logs.",
    "{} declined to comment on the order and filed an appeal against it.",
    "At {} the new rosters hang on the wall; only in Ostvale are they kept.",
    "{} will wait for the court, its chairman said, and has begun to train staff.",
    "{} moved its offices abroad before the law came in. Its staff stayed.",
    "The regulator found {} at fault. It has since published some of its figures.",
)
# What else is in an article: short forms that two readings spell, a name in two forms, figures.
BESIDES = (
    "The Bureau of Tides wrote the order with the Board of Trade. BT and BOT sent it out.",
    "The Port and Quay Office drew up the rule. PQO or PAQO, nobody knows its short form.",
    "Mira Example, a lawyer at the Ostvale Ports Council (OPC), called 40 per cent too many.",
    "It is not clear when the order of the court takes effect, or whom the law spares.",
    "The ministry asked for logs, the council for labels, the court for neither of the two.",
)
PAGE = """Ostvale's order reaches {count} firms

By Anna Placeholder

Published {day} May 2031

The interior ministry of Ostvale issued an order to {count} firms on 1 May 2031.

{body}
"""


def texts() -> list[str]:
    """Short articles that go through three or four companies, each with other sentences."""
    found = []
    for number, said in enumerate(islice(combinations(SAID, 3), TEXTS)):
        names = [COMPANIES[(number + place) % len(COMPANIES)] for place in range(3)]
        told = [one.format(name) for one, name in zip(said, names, strict=True)]
        body = "\n\n".join([*told, BESIDES[number % len(BESIDES)]])
        found.append(PAGE.format(count="three", day=number % 28 + 1, body=body))
    return found


def drafted(files: list[Path], seed: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tools", "draft", "--json", *map(str, files)],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": seed},
        stdout=subprocess.PIPE,
    )


def test_drafts_are_the_same_bytes_under_every_hash_seed(tmp_path: Path) -> None:
    files = []
    for number, text in enumerate(texts()):
        files.append(tmp_path / f"{number:02}.txt")
        files[-1].write_text(text, "utf-8")
    assert len(files) == TEXTS
    started = [drafted(files, seed) for seed in SEEDS]
    first, *others = [one.communicate()[0].splitlines() for one in started]
    assert len(first) == TEXTS
    for other in others:
        assert [number for number, line in enumerate(first) if line != other[number]] == []
