"""`publish`: the site for the public, with its zip and its headers, whole or not at all."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tools.commands.common import FINE, FOUND, MisuseError, add_command, faults

SITE = "site"
MADE, LAST = "public", "published"  # in the cache: the site while it is made, and the one before it
WEB = ("https", "http")


def add_publish(commands: Any) -> None:
    """Adds `publish` to the parser."""
    parser = add_command(commands, "publish", "build the site for the public into site/")
    parser.add_argument(
        "--site-url", metavar="URL", help="where it will stand, in the place of SITE_URL"
    )
    parser.add_argument(
        "--repository", metavar="URL", help="where its source is kept, in the place of REPOSITORY"
    )
    parser.add_argument(
        "--contact", metavar="ADDRESS", help="of the editors, in the place of CONTACT"
    )
    parser.set_defaults(run=_publish)


def _publish(options: argparse.Namespace) -> int:
    """`publish`: says all that is lacking, checks every record, and builds strictly."""
    from tools.check import check
    from tools.commands.checking import show
    from tools.commands.known import known
    from tools.files.read import seeds
    from tools.mkdocs_build import NotBuiltError

    root: Path = options.root
    kept = known(root)
    try:
        found, unread = seeds(root, kept)
        told = {
            name: _given(getattr(options, name), name.upper())
            for name in ("site_url", "repository", "contact")
        }
        if lacking := list(lacks(told, found.publication.contact or "")):
            raise MisuseError("\n".join(["this site is not ready for the public.", *lacking]))
        problems = check(found, unread, verdicts=kept)
    finally:
        kept.close()
    if faults(problems):
        show(problems, "text")
        return FOUND
    try:
        _build(root, told)
    except NotBuiltError as error:
        print(f"{error}\nNothing was published; {SITE}/ is as it was.", file=sys.stderr)
        return FOUND
    print(f"Built {told['site_url']} into {root / SITE}.")
    return FINE


def _given(option: str | None, variable: str) -> str:
    """What an option says, else the environment."""
    return (os.environ.get(variable, "") if option is None else option).strip()


def lacks(told: Mapping[str, str], contact: str) -> Iterator[str]:
    """What keeps a site from the public, each with the way out.

    `told` has `site_url`, `repository` and `contact`; `contact` is what the publication says.
    """
    from tools.check.publishing import ADDRESSES

    url, repository, editors = told["site_url"], told["repository"], told["contact"]
    if not url:
        yield "SITE_URL must say where it will stand: --site-url https://example.org/"
    elif not _is_web(url):
        yield f"SITE_URL must be an address such as https://example.org/: {url!r}"
    if repository and not _is_web(repository):
        yield f"REPOSITORY must be an address such as https://example.org/us/stand: {repository!r}"
    if editors and not editors.startswith(ADDRESSES):
        yield f"CONTACT must begin with {' or '.join(ADDRESSES)}: {editors!r}"
    if not (repository or editors or contact):
        yield (
            "REPOSITORY or CONTACT must say how readers reach the editors: "
            "--contact mailto:editors@example.org, --repository https://example.org/us/stand, "
            "or a line in seeds/publication.yml, contact: mailto:editors@example.org"
        )


def _is_web(text: str) -> bool:
    """Whether a text is the address of a place on the web, to which others can be added."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    known = parts.scheme in WEB and bool(parts.hostname)
    return known and not (parts.query or parts.fragment or set(text) & set(" \t\r\n<>\"'?#"))


def _build(root: Path, told: Mapping[str, str]) -> None:
    """Builds beside the last site, and puts the new one in its place when it is whole."""
    from tools.files.headers import HEADERS, headers
    from tools.files.kept import FOLDER
    from tools.files.write import write_whole
    from tools.mkdocs_build import build

    site, made, last = root / SITE, root / FOLDER / MADE, root / FOLDER / LAST
    for folder in (made, last):
        shutil.rmtree(folder, ignore_errors=True)
    try:
        build(root, made, told)
        write_whole(made / HEADERS, headers(made))
        if site.exists():
            site.rename(last)
        made.rename(site)
    finally:
        shutil.rmtree(made, ignore_errors=True)
        shutil.rmtree(last, ignore_errors=True)
