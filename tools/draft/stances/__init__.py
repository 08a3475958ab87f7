"""Stances: which company takes which of the positions, and the sentence that says so."""

from tools.draft.stances.choose import stances
from tools.draft.stances.model import known

__all__ = ["known", "stances"]
