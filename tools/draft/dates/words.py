"""The words in which English news speaks of time, as tables.

All keys are in lower case; a rule that needs a capital looks at the text itself.
"""

from __future__ import annotations

from tools.draft.dates.expression import Which
from tools.model.months import MONTHS as MONTH_NAMES

MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES) if name}
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
SHORT_MONTHS.pop("may")  # it is whole already
# Whole names that are as often a verb or a person's name; they need more support to be months.
DOUBTFUL_MONTHS = frozenset({"may", "march", "april", "june", "august"})

WEEKDAYS = {
    name: number
    for number, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split(), start=1
    )
}
SHORT_WEEKDAYS = {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4} | {
    "fri": 5,
    "sat": 6,
    "sun": 7,
}
# "Black Monday" and "Good Friday" are names of events, not days near the publication.
NAMED_DAYS = frozenset(
    "black bloody good ash super cyber palm easter holy maundy fat casual ruby mr mrs ms dr".split()
)

SMALL = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split(),
        start=1,
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
DECADES = {f"{word[:-1]}ies": number for word, number in TENS.items()}  # "the nineties"
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30}
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})

PARTS_OF_DAY = frozenset("morning afternoon evening night noon midday midnight".split())

WHICH: dict[str, Which] = {
    "last": "last",
    "past": "last",  # "this past Friday"
    "next": "next",
    "coming": "next",  # "this coming Friday"
    "this": "this",
    "following": "following",
    "previous": "previous",
}
# "June of last year", "Tuesday of next week": how far a year or week is from ours.
OFF = {"this": 0, "current": 0, "last": -1, "previous": -1, "next": 1}

# What a determiner does to the unit after it: how far it moves, and from where.
FROM_PUBLICATION = {"this": 0, "current": 0, "last": -1, "next": 1, "coming": 1}
FROM_NARRATIVE = {"same": 0, "previous": -1, "preceding": -1, "following": 1}

# Words before a date that say where in it, which no form of ours can hold; they widen its span.
EDGES = frozenset("early late earlier later mid middle end beginning start close outset".split())
ROUGHLY = frozenset("around about circa approximately roughly".split())
NEAR_ENDS = frozenset("end beginning start middle close outset part half".split())

# Before a number these make a year of it; a name or a quantity seldom follows them.
BEFORE_YEARS = frozenset(
    "in since by until till before after from during of to through between early late mid fiscal "
    "circa year around about the and for".split()
)
# After a number of four digits these show that it counts something.
COUNTED = frozenset(
    "people men women children troops soldiers employees workers jobs miles mile km kilometers "
    "kilometres meters metres feet foot inches acres hectares tons tonnes pounds dollars yen "
    "euros francs marks cents percent per pages words units homes houses cars copies hours "
    "minutes degrees votes seats students members square cubic barrels bpd points shares "
    "passengers victims calories mg kg hp rpm x years days weeks months times am pm".split()
)
CURRENCIES = frozenset("$ £ € ¥ # № no nos number flight route highway room page".split())

EVERY = frozenset("every each per alternate most".split())
