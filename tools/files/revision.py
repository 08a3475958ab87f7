"""What people wrote as it stood at a revision of git, read like the files of today."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from tools.files.read import seeds
from tools.model.story import Seeds

FILE_MODES = ("100644", "100755")  # neither links nor other repositories


class RevisionError(Exception):
    """A revision cannot be read; raised by `seeds_at`, with the way out."""


def seeds_at(root: Path, revision: str) -> Seeds:
    """Everything under seeds/ where the branch of today left `revision`.

    What could not be read then is left out: it is no fault of today's.
    Raises `RevisionError` where git or the revision is missing.
    """
    commit = _fork(root, revision)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, data in _files(root, commit):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        found, _ = seeds(folder)
    return found


def _fork(root: Path, revision: str) -> str:
    """The commit at which this branch left the revision, or the revision's own without one.

    What has been merged there since is not what this branch changes.
    """
    if revision.startswith("-") or not revision.strip():
        raise RevisionError(f"a revision is a branch, a tag or a commit: {revision!r}")
    name = f"{revision}^{{commit}}"
    commit = _git(root, "rev-parse", "--quiet", "--verify", name).decode().strip()
    try:
        return _git(root, "merge-base", commit, "HEAD").decode().strip()
    except RevisionError:
        return commit


def _files(root: Path, commit: str) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The path and the bytes of every file under seeds/ at a commit."""
    found: list[tuple[PurePosixPath, str]] = []
    for entry in _git(root, "ls-tree", "-r", "-z", commit, "--", "seeds/").split(b"\0")[:-1]:
        about, _, name = entry.partition(b"\t")
        mode, _, key = about.decode().split()
        path = PurePosixPath(name.decode("utf-8", "surrogateescape"))
        if mode in FILE_MODES and ".." not in path.parts:
            found.append((path, key))
    wanted = "".join(f"{key}\n" for _, key in found).encode()
    # for each: its key, its kind and its size on a line, then its bytes and a line end
    answer, start = _git(root, "cat-file", "--batch", given=wanted), 0
    for path, _ in found:
        head = answer.index(b"\n", start) + 1
        end = head + int(answer[start:head].split()[2])
        yield path, answer[head:end]
        start = end + 1


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git prints; raises `RevisionError` where it is missing or fails."""
    try:
        result = subprocess.run(
            ["git", "-C", str(root), *arguments], input=given, capture_output=True, check=False
        )
    except FileNotFoundError as error:
        raise RevisionError("--since needs git, which is not installed") from error
    if result.returncode:
        said = result.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise RevisionError(
            f"git cannot read that revision: {said or 'it is not here'}. "
            "Fetch it first, for example: git fetch origin main, then --since origin/main"
        )
    return result.stdout
