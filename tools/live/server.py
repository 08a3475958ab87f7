"""Answers browsers on this machine, and tells them when to load a page anew."""

from __future__ import annotations

import contextlib
import json
import socket
import sys
import threading
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

from tools.live.site import Answer

if TYPE_CHECKING:
    from tools.live.site import LiveSite

HOST = "127.0.0.1"
SCRIPT, WAIT = "/-/live.js", "/-/wait"
PATIENCE = 20.0  # seconds for which a browser's question is kept open
TAG = f'<script src="{SCRIPT}" defer></script></body>'.encode()
MOST_PORTS = 100


def free_port(wanted: int) -> int:
    """The first port from the wanted one on that nobody listens to; raises `OSError` without."""
    for port in range(wanted, wanted + MOST_PORTS):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return port
    raise OSError(f"no port from {wanted} to {wanted + MOST_PORTS - 1} is free")


class Versions:
    """How often the site changed, for browsers that wait for it."""

    def __init__(self) -> None:
        # that of another run, after the code was saved, is another one
        self._run, self._number = token_hex(4), 0
        self._changed = threading.Condition()

    @property
    def now(self) -> str:
        """The version."""
        return f"{self._run}-{self._number}"

    def step(self) -> None:
        """Says that the site changed."""
        with self._changed:
            self._number += 1
            self._changed.notify_all()

    def after(self, known: str) -> str:
        """The version as soon as it is another than the known one, or after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self.now != known, PATIENCE)
            return self.now


class Server(ThreadingHTTPServer):
    """Serves a site to this machine alone."""

    daemon_threads = True

    def __init__(self, port: int, site: LiveSite) -> None:
        self.site, self.versions = site, Versions()
        super().__init__((HOST, port), Handler)


class Handler(BaseHTTPRequestHandler):
    """One question of a browser."""

    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path == SCRIPT:
            self._send(200, Path(__file__).with_name("live.js").read_bytes(), "text/javascript")
        elif parts.path == WAIT:
            self._wait(parse_qs(parts.query).get("version", [""])[0])
        else:
            self._page(unquote(parts.path).lstrip("/"))

    def _page(self, address: str) -> None:
        try:
            answer = self.server.site.answer(address)
        except Exception as error:
            # a template that is being edited raises anything, and the next save mends it
            told = f"/{address} cannot be made: {type(error).__name__}: {error}"
            print(told, file=sys.stderr, flush=True)
            answer = Answer(500, f"<body><pre>{escape(told)}</pre></body>".encode(), "text/html")
        if answer.status == 301:
            self.send_response(301)
            self.send_header("Location", answer.data.decode())
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        html = answer.kind == "text/html"
        data = answer.data.replace(b"</body>", TAG, 1) if html else answer.data
        self._send(answer.status, data, answer.kind)

    def _wait(self, known: str) -> None:
        now = self.server.versions.after(known) if known else self.server.versions.now
        problems = [str(problem) for problem in self.server.site.problems]
        said = {"version": now, "problems": problems}
        self._send(200, json.dumps(said).encode(), "application/json")

    def _send(self, status: int, data: bytes, kind: str) -> None:
        self.send_response(status)
        text = kind.startswith("text/") or kind.endswith(("json", "xml"))
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: a line for each picture would hide what matters."""

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):  # a browser that went elsewhere
            super().handle()
