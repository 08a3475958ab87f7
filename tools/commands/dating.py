"""`dates`: which dates the texts on standard input name."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from tools.commands.common import FINE, MisuseError, add_command


def add_dates(commands: Any) -> None:
    """Adds `dates --json` to the parser."""
    parser = add_command(commands, "dates", "say which dates the texts on standard input name")
    parser.add_argument(
        "--json", action="store_true", required=True, help='lines of {"doc", "dct", "text"}'
    )
    parser.set_defaults(run=_dates)


def _dates(options: argparse.Namespace) -> int:
    """`dates --json`: a line of dates for each line with a text; both are UTF-8 everywhere."""
    from tools.draft.dates.json_lines import UnreadableLineError, answer

    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        try:
            print(answer(line))
        except UnreadableLineError as error:
            raise MisuseError(f"line {number} of standard input is {error}") from error
    return FINE
