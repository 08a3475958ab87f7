"""`intake`: the story's folder from an issue in which somebody gave a new article.

Whatever stands in the issue is data: it reaches two files and no path, command or setting.
The one exception is the name of the folder, which holds small letters, digits and hyphens only.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.commands.common import FINE, MisuseError, add_command, legal
from tools.commands.records import check_new, write_story
from tools.model.characters import HIDDEN
from tools.model.dates import Date

MOST = 64 * 1024  # bytes of an issue; GitHub takes 65,536 characters
WORDS = 7  # of the headline that the name of a folder takes
LONGEST = 60  # characters of these; file systems stop at 255
NOTES = 10  # hidden characters that are told one by one


def add_intake(commands: Any) -> None:
    """Adds `intake BODY` to the parser."""
    parser = add_command(commands, "intake", "make a story's folder from an issue's text")
    parser.add_argument("body", type=Path, help="a file with the Markdown of the issue")
    parser.set_defaults(run=_intake)


def _intake(options: argparse.Namespace) -> int:
    """`intake BODY`: writes article and draft, and prints the story's name and nothing else."""
    from tools.draft.reading import NotAnArticleError
    from tools.draft.reading.decoded import text_of

    try:
        found = _answers(options.root, text_of(_limited(options.body)))
        # what was given as text may still be none: a picture, say, pasted as its bytes
        article = text_of(found["article"].encode())
    except NotAnArticleError as refusal:
        raise MisuseError(f"{options.body}: {refusal}") from refusal
    if not article.strip():
        raise MisuseError(f"{options.body}: there is no text of an article in it")
    published = Date(found["published"].strip()) if found["published"].strip() else None
    legal(published)
    name = _name(found["headline"], published, article)
    check_new(options.root, name)
    for note in _hidden(article):
        print(note, file=sys.stderr)
    write_story(options.root, name, article, published, known=_source(found))
    print(name)
    return FINE


def _limited(file: Path) -> bytes:
    if not file.is_file():
        raise MisuseError(f"there is no file {file}")
    size = file.stat().st_size
    if size > MOST:
        raise MisuseError(
            f"{file}: {size} bytes are too many, {MOST} is the most: send the article by a pull "
            "request instead, as CONTRIBUTING.md says under “Add a story”"
        )
    return file.read_bytes()


def _answers(root: Path, body: str) -> dict[str, str]:
    from tools.files.issue import FORM, NotTheFormError, answers
    from tools.files.read import read_text

    try:
        return answers(body, read_text(root / FORM))
    except NotTheFormError as error:
        raise MisuseError(f"this is not what GitHub makes of {FORM}: {error}") from error


def _name(headline: str, published: Date | None, article: str) -> str:
    """Year and month, as far as they are known, and the first words of the headline."""
    # not at the top: it brings pydantic, and every command would wait for it
    from tools.draft.reading import read
    from tools.model.claims import slug

    words = slug(headline, WORDS)[:LONGEST].strip("-")
    if not words:
        raise MisuseError(
            "the headline must hold a letter from A to Z or a digit, for the name of the folder: "
            "edit it in the issue, then take the label off and set it again"
        )
    date = published.text if published else read(article).published or ""
    known = re.match(r"[0-9]{4}(?:-[0-9]{2})?(?![0-9X])", date)
    return f"{known.group()}-{words}" if known else words


def _source(found: dict[str, str]) -> dict[str, str]:
    """What the form tells of the article besides its text; nobody's answer gives it a licence."""
    from tools.check.sources import is_web_address
    from tools.draft.quoting import seen

    url = found["url"].strip()
    if url and not is_web_address(url):
        print(
            "note: the address does not begin with https:// or http://: left out", file=sys.stderr
        )
        url = ""
    given = {"url": url, "publisher": seen(found["publisher"])}
    return {name: value for name, value in given.items() if value}


def _hidden(article: str) -> Iterator[str]:
    """A note for each line with characters that a reviewer cannot see; they stay in the article."""
    count = 0
    for number, line in enumerate(article.split("\n"), 1):
        for character in sorted(set(HIDDEN.findall(line))):
            count += 1
            if count <= NOTES:
                name = unicodedata.name(character, "control character")
                yield f"note: line {number} of the article hides U+{ord(character):04X} ({name})"
    if count > NOTES:
        yield f"note: and {count - NOTES} more of that kind"
