"""The command: `python -m tools`."""

from __future__ import annotations

import argparse
import io
import os
import sys
from pathlib import Path
from typing import NoReturn

from tools.commands import (
    articles,
    checking,
    comparing,
    dating,
    desk,
    drafting,
    founding,
    intake,
    linking,
    public,
    publishing,
    scoring,
    serving,
)
from tools.commands.common import FINE, FOUND, MISUSED, MisuseError

__all__ = ["FINE", "FOUND", "MISUSED", "MisuseError", "main", "parser"]

DESCRIPTION = (
    "From articles to checked records, and from these to pages. CONTRIBUTING.md says more."
)
ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns 0 where all is fine, 1 where Problems were found, 2 on misuse."""
    options = parser().parse_args(arguments, argparse.Namespace(root=ROOT))
    try:
        return int(options.run(options))
    except BrokenPipeError:
        raise  # a reader that stopped early, which `run` knows about
    except (MisuseError, OSError) as error:
        print(f"python -m tools: {error}", file=sys.stderr)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "tools":
            raise
        target = "desk" if error.name == "flask" else "draft"
        print(
            f"python -m tools: this Python lacks {error.name}. "
            f"Run make {target} once, and then: .venv/bin/python -m tools",
            file=sys.stderr,
        )
    return MISUSED


def parser() -> argparse.ArgumentParser:
    """All commands, in the order in which a contributor meets them."""
    whole = argparse.ArgumentParser(prog="python -m tools", description=DESCRIPTION)
    commands = whole.add_subparsers(title="commands", required=True, metavar="COMMAND")
    articles.add_new(commands)
    intake.add_intake(commands)
    drafting.add_draft(commands)
    desk.add_desk(commands)
    checking.add_check(commands)
    serving.add_serve(commands)
    public.add_publish(commands)
    publishing.add_export(commands)
    publishing.add_index(commands)
    publishing.add_bundle(commands)
    comparing.add_compare(commands)
    linking.add_links(commands)
    checking.add_schema(commands)
    articles.add_read(commands)
    dating.add_dates(commands)
    scoring.add_score(commands)
    founding.add_found(commands)
    return whole


def run() -> NoReturn:
    """The entry point; a reader that stops early, such as `head`, is no fault."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # not every system writes UTF-8 into a pipe; JSON has the same escape for half a character
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = FINE
    sys.exit(code)


if __name__ == "__main__":
    run()
