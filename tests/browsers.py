"""Programs that some tests need: looked for on this machine, never fetched."""

from __future__ import annotations

import os
import shutil

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


def required(what: str, names: tuple[str, ...]) -> str:
    """The path of a program; without it the test is skipped, or fails where CI asks for it."""
    path = next((found for name in names if (found := shutil.which(name))), None)
    if path is None:
        reason = f"no {what} is installed (looked for {', '.join(names)})"
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(f"{reason}, and REQUIRE_BROWSER is set")
        pytest.skip(reason)  # a contributor without a browser still runs all other tests
    return path
