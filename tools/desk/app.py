"""The desk as an application: who may ask, what stands at each address, and what answers it."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask import Flask, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.serving import WSGIRequestHandler, make_server

from tools.desk import overview, preview, story, words
from tools.desk.corpus import Corpus
from tools.desk.parts import Versions
from tools.desk.safety import SAFE, guard
from tools.desk.store import Store

if TYPE_CHECKING:
    from tools.commands.drafter import Drafter


class Desk:
    """What all views share; one request at a time changes anything."""

    def __init__(self, root: Path, address: str, drafter: Drafter | None) -> None:
        self.root, self.address, self.drafter = root, address, drafter
        self.corpus, self.store, self.versions = Corpus(root), Store(root), Versions()
        self.lock = threading.RLock()
        self.said: dict[str, str] = {}  # what a page that is loaded next tells, by a number
        self.preview: preview.Preview | None = None  # made when it is asked for

    def close(self) -> None:
        """Keeps what was found for the next run, and removes what was made for this one."""
        self.corpus.close()
        if self.preview:
            self.preview.close()


def create_app(root: Path, host: str, port: int, drafter: Drafter | None = None) -> Flask:
    """The desk of the project at `root`, for requests to `host` and `port`."""
    app = Flask(__name__)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["token"] = guard(app, host, port)
    words.add_to(app.jinja_env)
    desk = Desk(root, f"http://{host}:{port}/preview/", drafter)
    app.extensions["desk"] = desk
    for part in (overview, story, preview):
        app.register_blueprint(part.views)

    @app.errorhandler(HTTPException)
    def refused(error: HTTPException) -> tuple[str, int]:
        return render_template("refused.html", error=error), error.code or 500

    @app.errorhandler(OSError)
    def unwritten(error: OSError) -> tuple[str, int]:
        said = f"{error.strerror or error}: {error.filename or ''}".rstrip(": ")
        return render_template("unwritten.html", said=said, asked=request.method in SAFE), 500

    return app


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: Any) -> None:
        """Nothing: a line for each request would hide what matters."""


def serve(root: Path, host: str, port: int, drafter: Drafter | None) -> None:
    """Answers browsers until Ctrl-C."""
    app = create_app(root, host, port, drafter)
    server = make_server(host, port, app, threaded=True, request_handler=_Quiet)
    print(f"The desk is at http://{host}:{port}/, until Ctrl-C.", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        server.server_close()
        app.extensions["desk"].close()
