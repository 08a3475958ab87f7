"""A rule about demands: the day on which one was made or ended is that which its passage states."""

from __future__ import annotations

from tools.check.demands import milestones
from tools.check.list_rule import ListRule
from tools.check.notices.days import differ, is_day, one_stated, proposed
from tools.check.rule import Problems
from tools.model.story import Lists, Seeds


def milestones_agree(one: Lists, _: Seeds) -> Problems:
    """Where the passage of a milestone states one day in full, the milestone has no other.

    An entry of a list has no `checked`, so what words leave open is not told at all.
    """
    for number, key, milestone in milestones(one):
        quoted = one_stated(milestone.quote)
        if milestone.date.fault or quoted is None or not is_day(quoted):
            continue
        if differ(milestone.date, quoted):
            yield one.problem(
                (number, key, "date"),
                f"must be the day that its quotation states, {quoted.parts()[0]}: "
                f"{milestone.date.text!r}",
                f"Write date: {proposed(quoted, milestone.date)}, or quote what gives this one.",
            )


RULES: tuple[ListRule, ...] = (milestones_agree,)
