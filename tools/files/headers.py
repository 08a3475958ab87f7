"""What a host is asked to send with each file of a built site: `_headers`.

Netlify and Cloudflare Pages read it; any other host has a file more that nobody asks for.
Where several rules fit an address such hosts join their values, so no two here say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote

HEADERS = "_headers"
POLICY = "Content-Security-Policy"
# whose names change with their contents, so that a reader who has one never asks again
HASHED = ("pagefind/filter", "pagefind/fragment", "pagefind/index")
OURS = ("javascripts", "stylesheets")  # whose names stay
DATA = "api"
FOREVER = "Cache-Control: public, max-age=31536000, immutable"
FRESH = "Cache-Control: public, max-age=0, must-revalidate"
_META = re.compile(rf'<meta http-equiv="{POLICY}" content="([^"]*)">')

Rule = tuple[str, tuple[str, ...]]  # of which addresses, and the headers


def headers(site: Path) -> str:
    """The text of `_headers` for the built site in `site`.

    The policy is that of the home page, and goes with pages alone: the search compiles its
    WebAssembly in a worker, which takes the policy of its own file and would be stopped by it.
    """
    lines = (line for path, told in _rules(site) for line in (path, *(f"  {one}" for one in told)))
    return "\n".join((*lines, ""))


def _rules(site: Path) -> Iterator[Rule]:
    yield "/*", ("X-Content-Type-Options: nosniff",)
    found = _META.search((site / "index.html").read_text("utf-8"))
    page = (f"{POLICY}: {unescape(found[1])}", FRESH) if found else (FRESH,)
    yield "/", page
    for name in _folders(site):
        yield f"/{quote(name)}/*", page
    # whoever builds upon the data may read it from a page of theirs
    yield f"/{DATA}/*", ("Access-Control-Allow-Origin: *", FRESH)
    for name in OURS:
        yield f"/{name}/*", (FRESH,)
    for name in HASHED:
        yield f"/{name}/*", (FOREVER,)


def _folders(site: Path) -> list[str]:
    """The folders at the root of the site that have pages in them, by name."""
    folders = (path for path in site.iterdir() if path.is_dir())
    return sorted(path.name for path in folders if next(path.rglob("*.html"), None))
