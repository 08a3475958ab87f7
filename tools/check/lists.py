"""Rules about the vocabularies: ids, names that mean one thing, and what entries refer to."""

from __future__ import annotations

from tools.check.characters import texts
from tools.check.list_rule import ListRule
from tools.check.looks import foreign_letter, look, look_alike, odd_letter
from tools.check.rule import Problems
from tools.check.written import WAY_OUT, is_blank, is_read
from tools.model.characters import HIDDEN
from tools.model.problem import Path, did_you_mean, shorten
from tools.model.story import Lists, Seeds, name_fault
from tools.model.text import fold_case
from tools.model.vocabulary import Authority, Company, Entry, GlossaryTerm, Position, Topic


def ids_are_words(one: Lists, _: Seeds) -> Problems:
    """An id is lower-case words joined by hyphens: it is a page's address."""
    for number, entry in one.entries:
        if fault := name_fault(entry.id):
            yield one.problem(
                (number, "id"),
                f"must {fault}: {shorten(entry.id)}",
                "For example: id: user-data",
            )


def ids_differ(one: Lists, _: Seeds) -> Problems:
    """No two entries of a list have the same id."""
    seen: dict[str, int] = {}
    for number, entry in one.entries:
        first = seen.setdefault(entry.id, number)
        if first != number:
            line = one.places[(first, "id")].line
            yield one.problem(
                (number, "id"),
                f"must be given once: {shorten(entry.id)} stands on line {line} as well",
                "Join the two entries, or give one another id.",
            )


def names_differ(one: Lists, _: Seeds) -> Problems:
    """No name or alias belongs to two entries: a reader could not tell which one is meant."""
    seen: dict[str, str] = {}
    for number, entry, path, name in _all_names(one):
        owner = seen.setdefault(fold_case(name), entry.id)
        if owner != entry.id:
            yield one.problem(
                (number, *path),
                f"must belong to one entry: {shorten(name)} is that of {owner} as well",
                "Give one of the two another name."
                if len(path) == 1
                else f"Delete it here, or mend {owner}, whichever is not called so.",
            )


def names_look_different(one: Lists, _: Seeds) -> Problems:
    """No name looks like that of another entry, and none hides letters of another alphabet."""
    seen: dict[str, tuple[str, str]] = {}
    for number, entry, path, name in _all_names(one):
        owner, other = seen.setdefault(look(name), (entry.id, name))
        letter = foreign_letter(name)
        if owner != entry.id and look_alike(name, other):
            yield one.problem(
                (number, *path),
                f"must not look like another name: {shorten(name)} and {shorten(other)} of "
                f"{owner} differ by {odd_letter(name, other)}",
                "Type the name anew on one keyboard, or delete one of the two.",
            )
        elif letter:
            yield one.problem(
                (number, *path),
                f"should hold letters of one alphabet: {shorten(name)} has {letter}",
                "Type the name anew, unless it is written so.",
                notice=True,
            )


def _all_names(one: Lists) -> list[tuple[int, Entry, Path, str]]:
    """Every name of a list with its entry and its field: names first, what else means them last.

    So an alias that is another entry's name is the fault of the alias.
    """
    found = [(n, entry, *named) for n, entry in one.entries for named in _names(entry)]
    return sorted(found, key=lambda name: (len(name[2]), name[0]))


def _names(entry: Entry) -> list[tuple[Path, str]]:
    if isinstance(entry, (Company, Authority)):
        return [
            (("name",), entry.name),
            *((("aliases", i), a) for i, a in enumerate(entry.aliases)),
        ]
    if isinstance(entry, GlossaryTerm):
        return [(("term",), entry.term), *((("also", i), a) for i, a in enumerate(entry.also))]
    if isinstance(entry, Topic):
        return [(("name",), entry.name)]
    return [(("label",), entry.label)] if isinstance(entry, Position) else []


def related_terms_are_known(one: Lists, seeds: Seeds) -> Problems:
    """The terms under `see` are in the glossary."""
    for number, entry in one.entries:
        for index, term in enumerate(entry.see if isinstance(entry, GlossaryTerm) else ()):
            if seeds.vocabulary.lacks("glossary", term):
                yield one.problem(
                    (number, "see", index),
                    f"must be the id of a term: {shorten(term)}",
                    did_you_mean(term, seeds.vocabulary.glossary),
                )


def entries_are_visible(one: Lists, _: Seeds) -> Problems:
    """No text of a list holds characters that cannot be seen."""
    for number, entry in one.entries:
        for path, text in texts(entry.model_dump(), (number,)):
            if match := HIDDEN.search(text):
                yield one.problem(
                    path,
                    f"must hold no hidden characters: U+{ord(match.group()):04X}",
                    "Delete the character, or type the text anew.",
                )


def entries_are_written(one: Lists, _: Seeds) -> Problems:
    """No text of a list that readers see is without words."""
    for number, entry in one.entries:
        for path, text in texts(entry.model_dump(), (number,)):
            read = is_read(path) or (isinstance(entry, Company) and path[-1] == "kind")
            if read and is_blank(text):
                yield one.problem(path, f"must have words: {shorten(text)}", WAY_OUT)


RULES: tuple[ListRule, ...] = (
    ids_are_words,
    ids_differ,
    names_differ,
    names_look_different,
    related_terms_are_known,
    entries_are_visible,
    entries_are_written,
)
