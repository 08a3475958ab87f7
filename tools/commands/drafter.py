"""Another program as the drafter: `--with COMMAND` of `new`, `draft` and `score`.

The program gets one article as JSON on standard input and writes the draft of it as JSON on
standard output. Nothing is run but that command, without a shell; what comes back is data, for
which there are limits.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from tools.commands.common import MisuseError

if TYPE_CHECKING:
    from tools.draft.given import Given, LeftOut
    from tools.draft.reading import Reading
    from tools.model.article import Article
    from tools.model.dates import Date
    from tools.model.vocabulary import Vocabulary

SECONDS = 120  # for one article
MOST = 2_000_000  # bytes of a draft
MOST_TOLD = 40  # things left out that are told one by one


class DrafterError(Exception):
    """The program gave no draft; raised by `Drafter`, told by the commands."""


def add_with(parser: argparse.ArgumentParser) -> None:
    """Adds `--with COMMAND` to a command."""
    parser.add_argument(
        "--with",
        dest="drafter",
        metavar="COMMAND",
        help="let another program draft: an article as JSON in, its draft as JSON out",
    )


def drafter_of(options: argparse.Namespace) -> Drafter | None:
    """The program that `--with` names; raises `MisuseError` where it is no command."""
    return None if options.drafter is None else Drafter(options.drafter)


class Drafter:
    """A program that drafts, by its command."""

    def __init__(self, command: str) -> None:
        self.command = command
        try:
            self.arguments = shlex.split(command)
        except ValueError as error:
            raise MisuseError(
                f"--with must be a command as a shell reads it, and is not ({error}): {command!r}"
            ) from error
        if not self.arguments:
            raise MisuseError(f"--with must name a program, such as 'python mine.py': {command!r}")

    def draft(
        self, article: Article, reading: Reading, vocabulary: Vocabulary, day: Date | None
    ) -> Given:
        """What holds of the draft that the program makes of an article.

        Raises `DrafterError` where it makes none, and `MisuseError` where it cannot be started.
        """
        from tools.draft.given import given

        said = self._answer(json.dumps(asked(article, reading, vocabulary, day)).encode())
        try:
            return given(_object(said), article, vocabulary)
        except RecursionError:  # what can be read just so may be too deep to be shown
            raise DrafterError("the drafter must not nest values so deep") from None

    def _answer(self, asked: bytes) -> bytes:
        """What the program writes when it is asked; one that runs on is ended."""
        with tempfile.TemporaryFile() as file:  # not a pipe, which blocks where nobody reads it
            file.write(asked)
            file.seek(0)
            try:
                process = subprocess.Popen(
                    self.arguments, stdin=file, stdout=subprocess.PIPE, start_new_session=True
                )
            except (OSError, ValueError) as error:
                reason = getattr(error, "strerror", None) or error
                raise MisuseError(
                    f"--with must name a program that can be started, and {self.arguments[0]!r} "
                    f"cannot: {reason}"
                ) from error
        try:
            return _limited(process)
        finally:
            _end(process)


def _limited(process: subprocess.Popen[bytes]) -> bytes:
    """All that a program writes; raises `DrafterError` where that is too much, late or nothing."""
    said: list[bytes] = []

    def read() -> None:
        assert process.stdout is not None
        with process.stdout:
            said.append(process.stdout.read(MOST + 1))

    reader = threading.Thread(target=read, daemon=True)
    begun = time.monotonic()
    reader.start()
    reader.join(SECONDS)
    if not said:
        raise DrafterError(f"the drafter must be done in {SECONDS} seconds, and was not")
    if len(said[0]) > MOST:
        raise DrafterError(f"the drafter must write at most {MOST} bytes, and wrote more")
    try:
        code = process.wait(max(0, begun + SECONDS - time.monotonic()))
    except subprocess.TimeoutExpired:
        raise DrafterError(f"the drafter must end in {SECONDS} seconds, and did not") from None
    if code:
        raise DrafterError(f"the drafter must end with exit code 0, and ended with {code}")
    if not said[0].strip():
        raise DrafterError("the drafter must write a draft, and wrote nothing")
    return said[0]


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends a program that was not seen to end, with all that it started."""
    if process.returncode is not None:
        return
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _object(said: bytes) -> dict[str, Any]:
    """The object that a program wrote; raises `DrafterError` where it is none."""
    from tools.model.problem import shorten

    try:
        draft = json.loads(said, parse_constant=_refused)
        if isinstance(draft, dict):
            return draft
        why = f"it wrote {shorten(draft)}"
    except ValueError as error:
        why = str(error)
    raise DrafterError(f"the drafter must write one object as JSON, and nothing else: {why}")


def _refused(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON")


def asked(
    article: Article, reading: Reading, vocabulary: Vocabulary, day: Date | None
) -> dict[str, Any]:
    """What the program is given: the article, what was read in it, and the positions there are."""
    from tools.commands.inputs import reading_as_json

    read = reading_as_json(reading, with_offsets=True)
    return {
        "file": article.file,
        "text": article.text,
        **read,
        "published": read["published"] or (day.text if day else None),
        "positions": [
            {"id": one.id, "meaning": one.meaning} for one in vocabulary.positions.values()
        ],
    }


def tell_undrafted(vocabulary: Vocabulary, drafter: Drafter | None) -> None:
    """Says on standard error which positions of the list the project's own drafter cannot draft."""
    from tools.draft.stances import known
    from tools.draft.unseen import seen

    lacking = [seen(one) for one in vocabulary.positions if one not in known()]
    if lacking and drafter is None:
        which = "it" if len(lacking) == 1 else "them"
        print(
            f"Not drafted, since the drafter knows no wording for {which}: {', '.join(lacking)}.",
            file=sys.stderr,
        )


def tell(name: str, left_out: Sequence[LeftOut]) -> None:
    """Says on standard error what of a draft was left out, and why."""
    for one in left_out[:MOST_TOLD]:
        print(f"{name}: note: {one}", file=sys.stderr)
    if len(left_out) > MOST_TOLD:
        print(f"{name}: note: and {len(left_out) - MOST_TOLD} more of that kind", file=sys.stderr)
