"""What is worked out of a thing once, and kept as long as the thing is."""

import gc
from dataclasses import dataclass, replace

import pytest

from tools.model.collector import paused
from tools.model.once import once


@dataclass(frozen=True)
class Thing:
    name: str


def test_a_result_is_worked_out_once_for_each_thing():
    asked = []

    @once
    def shout(thing):
        asked.append(thing.name)
        return thing.name.upper()

    one, alike = Thing("bell"), Thing("bell")
    changed = replace(one, name="gong")
    assert [shout(one), shout(one), shout(alike), shout(changed)] == [
        "BELL",
        "BELL",
        "BELL",
        "GONG",
    ]
    assert asked == ["bell", "bell", "gong"]


def test_no_result_outlives_its_thing():
    names = once(lambda thing: thing.name)
    # where one thing is gone, the next may well be in its place
    assert [names(Thing(str(number))) for number in range(1000)] == list(map(str, range(1000)))


def test_the_collector_goes_on_after_a_pause_even_one_that_failed():
    @paused()
    def fail():
        raise ValueError(gc.isenabled())

    with pytest.raises(ValueError, match="False"):
        fail()
    assert gc.isenabled()


def test_a_pause_does_not_start_a_collector_that_was_off():
    with paused():
        with paused():
            pass
        assert not gc.isenabled()
