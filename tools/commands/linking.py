"""`links`: the outside addresses in records and lists, and which of them lead nowhere."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.commands.common import FINE, FOUND, MisuseError, add_command

if TYPE_CHECKING:
    from urllib.request import OpenerDirector

EXCEPTIONS = "seeds/links.yml"
AT_ONCE = 4  # hosts wait longer than we do
SECONDS = 20  # until a host that does not answer counts as one that cannot be reached
TRIES, PAUSE = 2, 3  # and the seconds between two of them
# Answers of hosts that admit people and no programs: they tell nothing about the page.
UNASKED = 999
REFUSALS = (401, 402, 403, 405, 406, 429, 451, UNASKED)
GONE = (404, 410)
PUNCTUATION = "%/:=&?~#+!$,;'@()*[].-_"  # of an address, which stays as it is


@dataclass(frozen=True)
class Link:
    """An address and where it stands first."""

    url: str
    path: str
    line: int


def add_links(commands: Any) -> None:
    """Adds `links` to the parser."""
    parser = add_command(commands, "links", "list outside links, or find those that are dead")
    parser.add_argument(
        "--check", action="store_true", help="ask each host, and report in Markdown"
    )
    parser.set_defaults(run=_links)


def _links(options: argparse.Namespace) -> int:
    """`links`: `file:line url` for each; `links --check`: 1 where any leads nowhere."""
    found = list(links(options.root))
    if not options.check:
        for link in found:
            print(f"{link.path}:{link.line} {link.url}")
        return FINE
    from concurrent.futures import ThreadPoolExecutor

    from tools.files.publisher import publisher

    known = exceptions(options.root)
    asked = [link for link in found if link.url not in known]
    name = publisher(options.root)[0].publication.bundle
    with ThreadPoolExecutor(AT_ONCE) as pool:
        results = list(zip(asked, pool.map(lambda link: fault(link.url, name), asked), strict=True))
    dead = [(link, why) for link, (why, certain) in results if why and certain]
    unsure = [(link, why) for link, (why, certain) in results if why and not certain]
    print(f"{len(asked)} asked, {len(dead)} lead nowhere, {len(unsure)} refuse programs.")
    _table("Lead nowhere", dead)
    _table("Refuse programs, so nobody knows", unsure)
    for url in sorted(known.keys() - {link.url for link in found}):
        print(f"{EXCEPTIONS}: no record has {url} any more: delete it", file=sys.stderr)
    return FOUND if dead else FINE


def _table(title: str, rows: list[tuple[Link, str]]) -> None:
    if rows:
        print(f"\n### {title}\n")
    for link, why in rows:
        # no other address can hold what Markdown would read, and this one cannot end the code
        print(f"- `{link.path}:{link.line}`: `{link.url.replace('`', '%60')}`: {why}")


def links(root: Path) -> Iterator[Link]:
    """Each outside address of the records and of the companies once, where it stands first."""
    from tools.check.sources import addresses, is_web_address
    from tools.files.read import seeds
    from tools.model.problem import Path as Field
    from tools.model.story import Located

    found, _ = seeds(root)
    places: list[tuple[Located, Field, str | None]] = []
    for story in found.stories:
        if story.record:
            places += [(story, path, url) for path, url in addresses(story)]
    for one in found.lists:
        places += [(one, (i, "homepage"), getattr(e, "homepage", None)) for i, e in one.entries]
    seen = set()
    for where, path, url in places:
        if url and url not in seen and is_web_address(url):
            seen.add(url)
            place = where.places.get(path)
            yield Link(url, where.path, place.line if place else 1)


def exceptions(root: Path) -> dict[str, str]:
    """The addresses that are not asked, each with its reason; there need be no such file.

    Raises `MisuseError` with the way out where the file cannot be read.
    """
    from tools.files.node import plain
    from tools.files.read import read_exactly
    from tools.files.yaml_text import UnreadableError, parse

    path = root / EXCEPTIONS
    if not path.is_file():
        return {}
    text = read_exactly(path)
    if text is None:
        raise MisuseError(f"{EXCEPTIONS} must be UTF-8: save it so in your editor")
    try:
        node, problems = parse(text, EXCEPTIONS)
    except UnreadableError as error:
        raise MisuseError(str(error)) from error
    if problems:
        raise MisuseError(str(problems[0]))
    entries = plain(node).value or []
    for entry in entries:
        whole = isinstance(entry, dict) and entry.keys() == {"url", "reason"}
        if not whole or not all(isinstance(value, str) for value in entry.values()):
            raise MisuseError(f"{EXCEPTIONS}: each entry must have url and reason: {entry!r}")
    return {entry["url"]: entry["reason"] for entry in entries}


def fault(url: str, name: str = "site") -> tuple[str, bool]:
    """Why an address leads nowhere, and whether that is certain; no reason where it leads on.

    `name` is what hosts are told of who asks.
    """
    why = ""
    for attempt in range(TRIES):
        time.sleep(PAUSE * attempt)
        for method in ("HEAD", "GET"):
            status, why = _ask(url, method, name)
            if not why:
                return "", True
            if method == "GET" and status in GONE:
                return why, True
            if method == "GET" and status in REFUSALS:
                return why, False
            if not status and attempt == 0:
                break  # a host that cannot be reached is not asked twice in a row
    return why, True


def _ask(url: str, method: str, name: str) -> tuple[int, str]:
    """The status of the answer, 0 where there is none, and what it is called."""
    import http.client
    import urllib.error
    import urllib.request
    from urllib.parse import quote

    agent = f"{name}-links/1 (+{os.environ.get('REPOSITORY') or 'checks links weekly'})"
    ascii_only = quote(url, safe=PUNCTUATION)
    request = urllib.request.Request(ascii_only, method=method, headers={"User-Agent": agent})
    try:
        with _opener().open(request, timeout=SECONDS) as answer:
            return int(answer.status), ""
    except urllib.error.HTTPError as error:
        with error:
            return error.code, f"status {error.code}"
    except (ValueError, http.client.InvalidURL):
        return UNASKED, "an address that this program cannot ask for"
    except (OSError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        return 0, f"no answer ({type(reason).__name__})"


def _opener() -> OpenerDirector:
    """Opens http and https alone, wherever a host sends us: no file of this machine, no ftp."""
    import urllib.request

    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler,
        urllib.request.HTTPHandler,
        urllib.request.HTTPSHandler,
        urllib.request.HTTPRedirectHandler,
        urllib.request.HTTPDefaultErrorHandler,
        urllib.request.HTTPErrorProcessor,
        urllib.request.UnknownHandler,
    ):
        opener.add_handler(handler())
    return opener
