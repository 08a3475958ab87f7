"""The words that editors can extend: YAML files beside the rules that use them."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def table(path: Path) -> Any:
    """What one of the drafter's own YAML files holds, as plain values; callers keep it.

    Raises `OSError` where it is missing, `yaml.YAMLError` where it is broken.
    """
    import yaml  # whoever only reads a date need not wait for it

    # in C it takes a tenth of the time, and a file must not cost as much as the article
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), loader)
