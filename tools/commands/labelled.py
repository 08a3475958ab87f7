"""Labelled articles: a folder with NAME.txt and, beside it, what is right of it in NAME.yml."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.commands.common import MisuseError, progress
from tools.commands.drafter import Drafter, DrafterError

if TYPE_CHECKING:
    from tools.draft.labels import Labelled
    from tools.model.vocabulary import Vocabulary


def labelled(folder: Path, vocabulary: Vocabulary, drafter: Drafter | None) -> list[Labelled]:
    """Every labelled article of a folder with its fresh draft, in the order of their names.

    Raises `MisuseError` where there is none, or labels or an article cannot be read.
    """
    from tools.commands.drafts import draft_of_file
    from tools.commands.inputs import article_text
    from tools.draft.labels import Labelled
    from tools.draft.parse import NoModelError
    from tools.draft.reading import NotAnArticleError
    from tools.model.article import Article

    if not folder.is_dir():
        raise MisuseError(f"there is no folder {folder}")
    files = sorted(folder.glob("*.yml"))
    if not files:
        raise MisuseError(f"{folder} holds no labels: put NAME.yml beside NAME.txt")
    read = [(file.with_suffix(".txt"), read_labels(file)) for file in files]
    made = []
    for number, (file, labels) in enumerate(read, 1):
        progress(number, len(read))
        if not file.is_file():
            raise MisuseError(f"there is no article {file} for its labels")
        try:
            article = Article(file.name, article_text(file))
            draft = draft_of_file(article, file, vocabulary, None, drafter)
        except (NotAnArticleError, DrafterError, NoModelError) as error:
            raise MisuseError(f"{file}: {error}") from error
        made.append(Labelled(labels, draft))
    return made


def read_labels(file: Path) -> dict[str, list[dict[str, Any]]]:
    """The labels of one file; raises `MisuseError` for the first that is not what it must be."""
    from tools.draft.labels import FIELDS, UNSURE
    from tools.files.node import plain
    from tools.files.read import read_text
    from tools.files.yaml_text import UnreadableError, parse
    from tools.model.problem import did_you_mean

    try:
        labels = plain(parse(read_text(file), str(file))[0]).value
    except UnreadableError as error:
        raise MisuseError(str(error)) from error
    except UnicodeDecodeError as error:
        raise MisuseError(f"{file} must be UTF-8") from error
    kinds = {kind + end: fields for kind, fields in FIELDS.items() for end in ("", UNSURE)}
    if not isinstance(labels, dict):
        raise MisuseError(f"{file} must be lists of labels: {', '.join(FIELDS)}")
    for kind, entries in labels.items():
        if kind not in kinds:
            raise MisuseError(f"{file}: no list of labels is {kind!r}. {did_you_mean(kind, kinds)}")
        for fault in _faults(kind, entries, kinds[kind]):
            raise MisuseError(f"{file}: {fault}")
    return labels


def _faults(kind: str, entries: Any, fields: tuple[str, ...]) -> Iterator[str]:
    if not isinstance(entries, list):
        yield f"{kind} must be a list; where there is nothing to label, write {kind}: []"
        return
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, dict):
            yield f"{kind}[{number}] must have {', '.join(fields)}"
            return
        for field in fields:
            if not entry.get(field):
                yield f"{kind}[{number}].{field} must be given"
