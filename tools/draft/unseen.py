"""Characters inside words that no reader sees, as the drafter leaves them out."""

from __future__ import annotations

import re

from tools.model.characters import HIDDEN

# a soft hyphen is no hidden character to the rules of `check`: browsers show it where a line breaks
UNSEEN = re.compile(f"\u00ad|{HIDDEN.pattern}")


def seen(text: str) -> str:
    """A text without the characters that no reader can see, its white space folded."""
    plain = text if text.isascii() and text.isprintable() else UNSEEN.sub("", text)
    return " ".join(plain.split())
