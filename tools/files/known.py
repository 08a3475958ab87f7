"""Records that were read before, by the digest of their text: none of it is parsed again.

What is kept of a record is JSON of its type, which is read as strictly as its YAML was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from hashlib import blake2b

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from tools.files.kept import Kept
from tools.files.node import plain
from tools.files.yaml_text import parse
from tools.model.places import Places
from tools.model.problem import Path, Place
from tools.model.record import Explainer

KIND = "record"


class LatePlaces(Mapping[Path, Place]):
    """The places of all values of a text that can be read; it is parsed when one is asked for.

    The text is kept until then: the file may have changed meanwhile.
    """

    def __init__(self, text: str, path: str) -> None:
        self._text, self._path = text, path

    @cached_property
    def _found(self) -> Places:
        return plain(parse(self._text, self._path)[0]).places

    def __getitem__(self, path: Path) -> Place:
        return self._found[path]

    def __iter__(self) -> Iterator[Path]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def digest(text: str) -> str:
    """Of the text of a record."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def known(kept: Kept | None, name: str) -> Explainer | None:
    """The record of a text by its digest, as far as one without any Problem was read before."""
    data = kept.get(KIND, name) if kept else None
    try:
        return None if data is None else Explainer.model_validate_json(data)
    except ValidationError:
        return None


def keep(kept: Kept | None, name: str, record: Explainer | None) -> None:
    """Keeps a record whose text has no Problem, by the digest of that text."""
    if kept is None or record is None:
        return
    try:
        data = record.model_dump_json(exclude_unset=True)
    except PydanticSerializationError:
        return  # a text that UTF-8 cannot have
    kept.put(KIND, name, data.encode())
