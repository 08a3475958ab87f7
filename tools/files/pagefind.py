"""Pagefind's service: documents go in and the files of an index come out, through pipes.

Each message is JSON in base64, ended by a comma; each request has a number, which its answer bears.
The service answers as it reads, so one thread writes while another reads: a pipe that is full
would stop both sides for ever.
It ends when its input does, answers or not, so the input stays open until the last answer.
"""

from __future__ import annotations

import base64
import contextlib
import json
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator
from typing import IO, Any, TypeAlias

from pagefind_bin import get_executable

Document: TypeAlias = tuple[str, str]  # its address below the site's root, and its HTML
PATIENCE = 600.0  # seconds for a whole index; one of 1,000 stories takes two
END = b","


class PagefindError(Exception):
    """Raised where Pagefind cannot make an index; its text says why."""


def files(documents: Iterable[Document], patience: float = PATIENCE) -> dict[str, bytes]:
    """The files of an index of some documents, by their path.

    Raises `PagefindError` where Pagefind refuses one, ends early or takes longer than `patience`.
    """
    requests = list(_requests(documents))
    with tempfile.TemporaryFile() as complaints:
        try:
            service = subprocess.Popen(
                [str(get_executable()), "--service"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
            )
        except OSError as error:
            raise PagefindError(f"it cannot be run: {error}") from error
        with service:
            try:
                answer = _asked(service, requests, patience)
            except (ValueError, KeyError, TypeError) as error:
                raise PagefindError(f"its answer cannot be read: {error}") from error
        if answer is None:
            complaints.seek(0)
            said = complaints.read().decode("utf-8", "replace").strip()
            raise PagefindError(said or f"it ended early, or took longer than {patience:g} s")
    return {one["path"]: base64.b64decode(one["content"]) for one in answer["files"]}


def _requests(documents: Iterable[Document]) -> Iterator[dict[str, Any]]:
    yield {"type": "NewIndex", "config": {}}
    for address, html in documents:
        yield {
            "type": "AddFile",
            "index_id": 0,  # they are numbered in the order in which they are begun
            "file_path": None,
            "url": f"/{address}",
            "file_contents": html,
        }
    yield {"type": "GetFiles", "index_id": 0}


def _asked(
    service: subprocess.Popen[bytes], requests: list[dict[str, Any]], patience: float
) -> dict[str, Any] | None:
    """The answer to the last request; None where the service ends before it."""
    assert service.stdin is not None
    assert service.stdout is not None
    clock = threading.Timer(patience, service.kill)
    writer = threading.Thread(target=_write, args=(service.stdin, requests))
    clock.start()
    writer.start()
    try:
        for answer in _answers(service.stdout):
            payload: dict[str, Any] = answer["payload"]
            if payload["type"] == "Error":
                raise PagefindError(payload["message"])
            if answer["message_id"] == len(requests):
                return payload
        return None
    finally:
        clock.cancel()
        service.kill()  # it has nothing to finish, and a writer that waits for it is freed
        writer.join()
        with contextlib.suppress(OSError):
            service.stdin.close()  # which writes what is left, to nobody


def _write(pipe: IO[bytes], requests: list[dict[str, Any]]) -> None:
    # where the service has gone, its answers end as well, which is where that is told
    with contextlib.suppress(OSError):
        for number, request in enumerate(requests, start=1):
            message = json.dumps({"message_id": number, "payload": request})
            pipe.write(base64.b64encode(message.encode()) + END)
        pipe.flush()


def _answers(pipe: IO[bytes]) -> Iterator[dict[str, Any]]:
    rest: list[bytes] = []
    while data := pipe.read1(1 << 20):  # type: ignore[attr-defined]  # a pipe has a buffer
        *whole, last = data.split(END)
        for part in whole:
            yield json.loads(base64.b64decode(b"".join([*rest, part])))
            rest = []
        rest.append(last)
