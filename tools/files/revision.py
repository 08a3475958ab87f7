"""What people wrote as it stood at a revision of git, and what of it is not committed yet."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from tools.files.read import seeds
from tools.model.story import Seeds

FILE_MODES = ("100644", "100755")  # neither links nor other repositories


class RevisionError(Exception):
    """Git or a revision cannot be read; raised by what asks git here, with the way out."""


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


def uncommitted(root: Path) -> frozenset[str]:
    """The files under seeds/ that are not as the last commit has them, by their path from `root`.

    What git was told to ignore is among them; before the first commit everything is.
    Raises `RevisionError` where git is missing, or `root` is in no repository.
    """
    names = _git(root, "ls-files", "-z", "--others", "--", "seeds/")
    if _run(root, "rev-parse", "--quiet", "--verify", "HEAD^{commit}").returncode:
        names += _git(root, "ls-files", "-z", "--cached", "--", "seeds/")
    else:
        names += _git(root, "diff", "--name-only", "--relative", "-z", "HEAD", "--", "seeds/")
    return frozenset(one.decode("utf-8", "surrogateescape") for one in names.split(b"\0")[:-1])


def text_at(root: Path, revision: str, path: str) -> str | None:
    """The text of one file where the branch of today left `revision`; None where it had none.

    Raises `RevisionError` where git or the revision is missing.
    """
    commit = _fork(root, revision)
    listed = _git(root, "ls-tree", "--name-only", commit, "--", path)
    if not listed.strip():
        return None
    return _git(root, "show", f"{commit}:./{path}").decode("utf-8", "replace")


def _fork(root: Path, revision: str) -> str:
    """The commit at which this branch left the revision, or the revision's own without one.

    What has been merged there since is not what this branch changes.
    """
    if revision.startswith("-") or not revision.strip():
        raise RevisionError(f"a revision is a branch, a tag or a commit: {revision!r}")
    found = _run(root, "rev-parse", "--quiet", "--verify", f"{revision}^{{commit}}")
    if found.returncode:
        raise RevisionError(
            f"git cannot read that revision: {_said(found)}. "
            "Fetch it first, for example: git fetch origin main, then --since origin/main"
        )
    commit = found.stdout.decode().strip()
    left = _run(root, "merge-base", commit, "HEAD")
    return commit if left.returncode else left.stdout.decode().strip()


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
    result = _run(root, *arguments, given=given)
    if result.returncode:
        raise RevisionError(f"git says: {_said(result)}")
    return result.stdout


def _run(root: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", "-C", str(root), *arguments], input=given, capture_output=True, check=False
        )
    except FileNotFoundError as error:
        raise RevisionError("this needs git, which is not installed") from error


def _said(result: subprocess.CompletedProcess[bytes]) -> str:
    """The first line of git's complaint."""
    said = result.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
    return said or "it is not here"
