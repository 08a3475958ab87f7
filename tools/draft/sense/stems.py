"""A word without its endings, so that what is learned of one form holds for all."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from tools.draft.lists import lists

IRREGULAR = Path(__file__).with_name("irregular.yml")

ENDINGS = (
    "ingly", "edly", "ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ed", "es",
    "s", "ly",
)  # fmt: skip
LEAST = 3  # letters that are left


def irregular_forms() -> Mapping[str, list[str]]:
    """The other forms of verbs that are not made by rule, by the verb."""
    return {verb: sorted(forms) for verb, forms in lists(IRREGULAR).items()}


@cache
def _verbs() -> Mapping[str, str]:
    """The verb of every irregular form; of two verbs with one form, the first by the alphabet."""
    found: dict[str, str] = {}
    for verb, forms in sorted(irregular_forms().items()):
        for form in forms:
            found.setdefault(form, verb)
    return found


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word in lower case without its endings: "complied", "complies" and "comply" are one."""
    word = _verbs().get(word.lower(), word.lower())
    for ending in ENDINGS:
        if ending == "ly" and word.endswith("ply"):  # comply, apply, supply
            break
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            word = word[: -len(ending)] + ("i" if ending in ("ies", "ied") else "")
            break
    if len(word) > LEAST and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    if len(word) > LEAST and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > LEAST and word.endswith("y") else word
