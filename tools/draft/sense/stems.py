"""A word without its endings, so that what is learned of one form holds for all."""

from __future__ import annotations

from functools import lru_cache

ENDINGS = (
    "ingly", "edly", "ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ed", "es",
    "s", "ly",
)  # fmt: skip
LEAST = 3  # letters that are left


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word in lower case without its endings: "complied", "complies" and "comply" are one."""
    word = word.lower()
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            word = word[: -len(ending)] + ("i" if ending in ("ies", "ied") else "")
            break
    if len(word) > LEAST and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    if len(word) > LEAST and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > LEAST and word.endswith("y") else word
