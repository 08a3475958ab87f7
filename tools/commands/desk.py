"""`desk`: a page on this machine in which an editor makes a reviewed record of a draft."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from tools.commands.common import FINE, add_command
from tools.commands.drafter import add_with, drafter_of

PORT = 8010


def add_desk(commands: Any) -> None:
    """Adds `desk` to the parser."""
    parser = add_command(
        commands, "desk", "open a page on this machine in which drafts are reviewed"
    )
    parser.add_argument("--port", type=int, default=PORT, help=f"else {PORT}, or the next free one")
    add_with(parser)
    parser.set_defaults(run=_desk)


def _desk(options: argparse.Namespace) -> int:
    """`desk`: answers browsers of this machine until it is stopped."""
    from tools.desk.app import serve
    from tools.live.server import HOST, free_port

    drafter = drafter_of(options)
    port = free_port(options.port)
    if port != options.port:
        print(f"Port {options.port} is taken; this is on {port}.", file=sys.stderr)
    serve(options.root, HOST, port, drafter)
    return FINE
