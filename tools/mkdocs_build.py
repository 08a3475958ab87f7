"""Runs MkDocs once, strictly, for `publish`."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from pathlib import Path


class NotBuiltError(Exception):
    """Raised by `build` where MkDocs stops; says why."""


def build(root: Path, folder: Path, told: Mapping[str, str]) -> None:
    """Builds the project at `root` into `folder`, for the public.

    `told` has `site_url`, `repository` and `contact`, in the place of what the environment says.
    Warnings and faults are printed to standard error; raises `NotBuiltError` where there is any.
    """
    # silences the theme's banner about its end of life, as the Makefile does
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands import build as command
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    log, shown = logging.getLogger("mkdocs"), logging.StreamHandler()
    shown.setLevel(logging.WARNING)
    log.addHandler(shown)
    try:
        config = load_config(
            config_file=str(root / "mkdocs.yml"),
            strict=True,
            site_dir=str(folder),
            site_url=told["site_url"],
        )
        config.extra.update(repository=told["repository"], contact=told["contact"], public=True)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            command.build(config)
        finally:
            config.plugins.on_shutdown()
    except MkDocsException as error:
        raise NotBuiltError(error.format_message()) from error
    finally:
        log.removeHandler(shown)
