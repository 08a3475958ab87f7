"""Stances: which company takes which of the positions, and the sentence that says so."""

from tools.draft.stances.choose import stances

__all__ = ["stances"]
