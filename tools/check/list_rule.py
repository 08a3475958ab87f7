"""What a rule about the lists is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from tools.check.rule import Problems
from tools.model.story import Lists, Seeds

ListRule: TypeAlias = Callable[[Lists, Seeds], Problems]
