"""Drafts that another program wrote: data of which what holds is kept, and what does not is told.

`claims` goes through a draft, `fields` through the fields of a claim, and `record` makes the draft
of a story's record.
"""

from tools.draft.given.claims import Given, LeftOut, given

__all__ = ["Given", "LeftOut", "given"]
