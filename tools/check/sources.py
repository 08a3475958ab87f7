"""Rules about the articles a record rests on, and about addresses outside the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from shlex import quote
from urllib.parse import urlsplit

from tools.check.rule import Problems, Rule, record_of
from tools.model.problem import Path, did_you_mean, shorten
from tools.model.receipts import publication_from_context
from tools.model.record import Source
from tools.model.story import Story, is_reserved
from tools.model.vocabulary import Vocabulary

FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.txt")
SHA256 = re.compile(r"[0-9A-Fa-f]{64}")
LICENCE = re.compile(r"own|[A-Za-z0-9][A-Za-z0-9.+-]*")


def articles_are_there(story: Story, _: Vocabulary) -> Problems:
    """Each source names a text file beside the record, and each only once."""
    seen: set[str] = set()
    for index, source in enumerate(record_of(story).sources):
        path = ("sources", index, "file")
        if not FILE_NAME.fullmatch(source.file):
            yield story.problem(
                path,
                f"must be the name of a .txt file beside the record: {shorten(source.file)}",
                "Put the article into the story's folder and write its name alone: article.txt",
            )
        elif is_reserved(source.file):
            yield story.problem(
                path,
                f"must not be a name that Windows keeps for a device: {shorten(source.file)}",
                "Rename the file, for example to article.txt.",
            )
        elif source.file in story.unread:
            continue  # reported by whoever read it
        elif source.file not in story.articles:
            yield story.problem(
                path,
                f"must be an article beside the record that can be read: {shorten(source.file)}",
                _way_back(source, story),
            )
        elif source.file in seen:
            yield story.problem(
                path, f"must be listed once: {shorten(source.file)}", "Delete one of the two."
            )
        seen.add(source.file)


def _way_back(source: Source, story: Story) -> str:
    """The way out where an article is not there: it has another name, or was deleted."""
    listed = {one.file for one in record_of(story).sources}
    free = {name: one for name, one in story.articles.items() if name not in listed}
    same = sorted(name for name, one in free.items() if one.sha256 == source.sha256)
    if same:
        return f"It is there as {same[0]}: rename that file, or write: file: {same[0]}"
    # a checksum was written when the article was there, and one with another name has another
    if not SHA256.fullmatch(source.sha256):
        return did_you_mean(source.file, story.articles)
    if not free:
        return _restore(source, story)
    return f"{_restore(source, story)}; or name another: {did_you_mean(source.file, free)}"


def _restore(source: Source, story: Story) -> str:
    folder = story.path.rpartition("/")[0]
    return f"Restore it: git checkout -- {quote(f'{folder}/{source.file}')}"


def articles_differ_in_letters(story: Story, _: Vocabulary) -> Problems:
    """No two articles have one name but for small and capital letters: some systems keep one."""
    seen: dict[str, str] = {}
    for file in sorted(story.articles):
        first = seen.setdefault(file.casefold(), file)
        if first != file:
            yield story.problem(
                ("sources",),
                f"must not rest on two files that differ in capitals alone: {shorten(first)} and "
                f"{shorten(file)}",
                "Rename one of the two.",
            )


def articles_are_listed(story: Story, _: Vocabulary) -> Problems:
    """Each article beside the record is one of its sources."""
    sources = record_of(story).sources
    listed = {source.file for source in sources}
    renamed = {source.sha256 for source in sources if source.file not in story.articles}
    for file in sorted(story.articles.keys() - listed - story.unread):
        # of one under another name `articles_are_there` tells
        if story.complete and story.articles[file].sha256 not in renamed:
            yield story.problem(
                ("sources",),
                f"must list every article of the folder: {shorten(file)} is missing",
                f"Add it: - file: {file}, with sha256: {story.articles[file].sha256}",
            )


def articles_are_unchanged(story: Story, _: Vocabulary) -> Problems:
    """An article is what it was when the record was written."""
    for index, source in enumerate(record_of(story).sources):
        article = story.articles.get(source.file)
        if not article or source.file in story.unread or article.sha256 == source.sha256:
            continue
        path = ("sources", index, "sha256")
        if SHA256.fullmatch(source.sha256):
            yield story.problem(
                path,
                f"must be that of {source.file}, and is that of another text: "
                f"{shorten(source.sha256)}",
                f"{_restore(source, story)}; where this line is wrong, or the change is meant and "
                f"every quotation was read again, write: sha256: {article.sha256}",
            )
        else:
            yield story.problem(
                path,
                f"must be that of {source.file}: {shorten(source.sha256)}",
                f"Write: sha256: {article.sha256}",
            )


def publication_has_a_basis(story: Story, _: Vocabulary) -> Problems:
    """A publication date that the text does not state says how it is known."""
    for index, source in enumerate(record_of(story).sources):
        date = source.published
        if date is None or date.fault or source.published_basis or source.file in story.unread:
            continue
        if publication_from_context(story, source):
            yield story.problem(
                ("sources", index, "published_basis"),
                f"must say how {date.text!r} is known: the text does not state it",
                "Write: published_basis: what the date rests on; or set published: null",
            )


def addresses_are_safe(story: Story, _: Vocabulary) -> Problems:
    """An address outside the site begins with https:// or http:// and has a host."""
    for path, url in addresses(story):
        if url is not None and not is_web_address(url):
            yield story.problem(
                path,
                f"must be an address on the web: {shorten(url)}",
                "Write it in full, as a browser copies it: https://example.org/page",
            )


def addresses(story: Story) -> Iterator[tuple[Path, str | None]]:
    """Every address outside the site that a record has, with its field."""
    record = record_of(story)
    for i, source in enumerate(record.sources):
        yield ("sources", i, "url"), source.url
        yield ("sources", i, "archived"), source.archived
        for j, reference in enumerate(source.references):
            yield ("sources", i, "references", j, "url"), reference.url
    for i, note in enumerate(record.notes):
        for j, link in enumerate(note.links):
            yield ("notes", i, "links", j, "url"), link.url


def is_web_address(url: str) -> bool:
    """Whether a browser that follows it goes to a host on the web and nowhere else."""
    if re.search(r"[\s\x00-\x1f\\<>\"{}|^`]", url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    if set("[]") & set(parts.path + parts.query + parts.fragment):
        return False  # no address has them there: it writes %5B and %5D
    return parts.scheme in ("https", "http") and bool(parts.hostname) and not parts.username


def licences_are_ids(story: Story, _: Vocabulary) -> Problems:
    """A licence is an SPDX id or `own`."""
    for index, source in enumerate(record_of(story).sources):
        if source.licence is not None and not LICENCE.fullmatch(source.licence):
            yield story.problem(
                ("sources", index, "licence"),
                f"must be an SPDX id or own: {shorten(source.licence)}",
                "For example CC-BY-4.0; where the rights are the owner's, write null.",
            )


RULES: tuple[Rule, ...] = (
    articles_are_there,
    articles_differ_in_letters,
    articles_are_listed,
    articles_are_unchanged,
    publication_has_a_basis,
    addresses_are_safe,
    licences_are_ids,
)
