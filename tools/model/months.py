"""The months by their English names, whatever the machine's language."""

from __future__ import annotations

MONTHS = (  # not calendar.month_name, which speaks the machine's language
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# by their names and the short forms of these, in small letters
MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS) if name}
MONTH_NUMBERS |= {name[:3]: number for name, number in MONTH_NUMBERS.items()} | {"sept": 9}
