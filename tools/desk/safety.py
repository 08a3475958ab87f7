"""Who may ask the desk for something: a browser on this machine, from a page of the desk.

A page of another site can make a browser send requests to 127.0.0.1, and a name of another site can
be made to lead there; so each request must name this host, come from here, and bring the token of
this run where it would change something.
"""

from __future__ import annotations

from hmac import compare_digest
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from flask import Flask, abort, request

if TYPE_CHECKING:
    from flask import Response

MOST = 8_000_000  # bytes of a request: an article of 2 MB, its letters escaped as forms do
MOST_FIELDS = 5_000
SAFE = ("GET", "HEAD")
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def guard(app: Flask, host: str, port: int) -> str:
    """Puts the guard before every request of an app on `host` and `port`; returns its token."""
    token = token_urlsafe(32)
    hosts = {f"{host}:{port}", f"localhost:{port}"}
    app.config["MAX_CONTENT_LENGTH"] = MOST
    app.config["MAX_FORM_MEMORY_SIZE"] = MOST
    app.config["MAX_FORM_PARTS"] = MOST_FIELDS

    @app.before_request
    def allowed() -> None:
        if request.headers.get("Host", "") not in hosts:
            abort(403, "This address is for this machine alone: the request names another host.")
        if _is_foreign(request.headers.get("Sec-Fetch-Site"), request.method):
            abort(403, "The request comes from a page that is none of the desk's.")
        if request.method in SAFE:
            return
        origin = request.headers.get("Origin")
        if origin is not None and origin not in {f"http://{one}" for one in hosts}:
            abort(403, "The form is not of the desk: it comes from another site.")
        if not compare_digest(request.form.get("token", "").encode(), token.encode()):
            abort(
                403,
                "The form is of an earlier run of the desk, or of another page. "
                "Go back, copy what you wrote, and load the page anew.",
            )

    @app.after_request
    def headed(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return token


def _is_foreign(site: str | None, method: str) -> bool:
    """Whether a browser says that another site asks; a link that somebody follows is none."""
    if site is None or site == "same-origin":
        return False
    if method in SAFE and request.headers.get("Sec-Fetch-Mode") == "navigate":
        return False
    return not (site == "none" and method in SAFE)
