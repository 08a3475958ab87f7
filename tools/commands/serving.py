"""`serve`: the site on this machine, each page made anew when what it shows was saved."""

from __future__ import annotations

import argparse
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

from tools.commands.common import FINE, add_command

PORT = 8000
CODE = "tools"  # with the templates, which are compiled once: what runs is begun anew


def add_serve(commands: Any) -> None:
    """Adds `serve` to the parser."""
    parser = add_command(commands, "serve", "show the site on this machine, anew on every change")
    parser.add_argument("--port", type=int, default=PORT, help=f"else {PORT}, or the next free one")
    parser.set_defaults(run=_serve)


def _serve(options: argparse.Namespace) -> int:
    """`serve`: watches the project and answers browsers until it is stopped."""
    from tools.live.server import HOST, Server, free_port
    from tools.live.site import LiveSite
    from tools.live.watch import Watch

    root: Path = options.root
    port = free_port(options.port)
    if port != options.port:
        print(f"Port {options.port} is taken; this is on {port}.", file=sys.stderr)
    address = f"http://{HOST}:{port}/"
    told = {"site_url": address} | {
        name.lower(): os.environ.get(name, "") for name in ("REPOSITORY", "CONTACT")
    }
    site = LiveSite(root, address, told)
    with Watch(root) as watch:
        _load(site, set())
        server = Server(port, site)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"Serving {address}, until Ctrl-C.", flush=True)
        try:
            for saved in watch.saved():
                if any(path.is_relative_to(root / CODE) for path in saved):
                    _begin_anew(port)
                _load(site, saved)
                server.versions.step()
        except KeyboardInterrupt:
            print()
        finally:
            server.shutdown()
            server.server_close()
            site.close()
    return FINE


def _load(site: Any, saved: set[Path]) -> None:
    """Takes in what was saved, and says how long that took, or what is wrong."""
    began = time.monotonic()
    try:
        site.load(saved)
    except (OSError, ValueError) as error:
        print(f"Not taken in: {error}", file=sys.stderr, flush=True)
        return
    for problem in site.problems:
        print(problem, file=sys.stderr, flush=True)
    if saved and not site.problems:
        # an editor that saves by renaming leaves nothing of what it wrote into
        names = sorted(path.name for path in saved if path.exists()) or ["What is gone"]
        print(f"{', '.join(names[:3])}: taken in, {time.monotonic() - began:.1f} s.", flush=True)


def _begin_anew(port: int) -> None:
    """The code that runs was saved: it runs anew, on the same port."""
    print("The code was saved: beginning anew.", flush=True)
    os.execv(sys.executable, [sys.executable, "-m", "tools", "serve", "--port", str(port)])
