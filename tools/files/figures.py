"""What was last measured of drafts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FIGURES = "docs/accuracy.json"  # what the pages of drafts say


def accuracy(root: Path) -> Mapping[str, Any]:
    """The figures of the project at `root`; nothing where none were ever measured."""
    path = root / FIGURES
    return dict(json.loads(path.read_text("utf-8"))) if path.is_file() else {}
