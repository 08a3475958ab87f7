"""The search index of a built site, made by Pagefind."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from pagefind_bin import get_executable

FOLDER = "pagefind"
# Pagefind's own search forms, which no page here loads
UNUSED = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
)


class NotIndexedError(Exception):
    """Raised by `index` where there is nothing to index or Pagefind fails."""


def index(site: Path) -> None:
    """Writes the search index of the built site in `site` to its folder `pagefind`.

    Raises `NotIndexedError` with the reason and the way out.
    """
    if not any(site.glob("**/*.html")):
        raise NotIndexedError(f"{site} holds no pages: run make build first")
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    result = subprocess.run(
        [str(get_executable()), "--site", str(site), "--output-subdir", FOLDER, "--silent"],
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        raise NotIndexedError(f"Pagefind failed: {(result.stderr or result.stdout).strip()}")
    for pattern in UNUSED:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()
