"""The lexicon of positions says only what the project knows, and each of its patterns can match."""

from __future__ import annotations

import pytest
import yaml

from tools.draft.stances import known
from tools.draft.stances.deeds import TABLE as DEEDS
from tools.draft.stances.deeds import UNWILLING
from tools.draft.stances.lexicon import TABLE, compiled, lexicon
from tools.draft.stances.patterns import expression, forms

CUES = yaml.load(TABLE.read_text(encoding="utf-8"), yaml.CSafeLoader)["cues"]
POSITIONS = set(
    "complies partly-complies supports undeclared pauses "
    "opposes redirects refuses challenges withdraws".split()
)


def test_every_position_has_cues() -> None:
    assert {cue["position"] for cue in CUES} == POSITIONS


def test_the_tables_speak_of_no_position_that_cannot_be_drafted() -> None:
    deeds = yaml.load(DEEDS.read_text(encoding="utf-8"), yaml.CSafeLoader)
    made = [*CUES, *deeds["deeds"], deeds["left_out"]]
    named = {one[key] for one in made for key in ("position", "not", "denied") if key in one}
    named |= {name for some in lexicon().holders.values() for name in some}
    assert named | set(deeds[UNWILLING].values()) <= {*known(), UNWILLING}


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue["position"])
def test_a_cue_has_nothing_but_what_the_file_explains(cue: dict[str, object]) -> None:
    assert cue.keys() <= {"position", "not", "weight", "by", "needs", "fixed", "say"}
    assert cue.get("not", "complies") in POSITIONS
    assert cue.get("by", "subject") in {"subject", "owner", "speaker", "main"}
    assert cue.get("needs", "") in {"", "demand", "law"}


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("comply", {"comply", "complies", "complied", "complying"}),
        ("refuse", {"refuse", "refuses", "refused", "refusing"}),
        ("sue", {"sue", "sues", "sued", "suing"}),
        ("stop", {"stop", "stops", "stoped", "stoping", "stopped", "stopping"}),
    ],
)
def test_a_verb_has_its_forms(verb: str, expected: set[str]) -> None:
    assert expected == set(forms(verb, {"sue": ["sues", "sued", "suing"]}))


def test_an_editors_pattern_is_found_by_its_first_word() -> None:
    table = yaml.load(TABLE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    made = compiled(
        table | {"cues": [{"position": "refuses", "say": ["hand* .. <data> (back )?to"]}]}
    )
    assert set(made.patterns) == {"hand", "hands", "handed", "handing"}
    [(pattern, entry)] = made.patterns["handed"]
    assert expression(pattern).match("handed the old records back to them")
    assert not expression(pattern).match("handed. The records back to them")
    assert (entry.position, entry.verbal) == ("refuses", True)


def test_every_pattern_of_the_lexicon_compiles() -> None:
    patterns = {pattern for some in lexicon().patterns.values() for pattern, _ in some}
    assert all(expression(pattern) for pattern in patterns)


def test_the_lexicon_is_read_once() -> None:
    assert lexicon() is lexicon()
