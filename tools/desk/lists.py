"""The lists of the vocabulary: their entries, what uses each, and how one is made or changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tools.desk.fields import (
    Field,
    NotReadError,
    at,
    fields_of,
    given_text,
    is_touched,
    tree_of,
    typed,
    value_of,
)
from tools.desk.work import RefusedError, Work
from tools.files.edit import insert, put, remove
from tools.files.read import VOCABULARY
from tools.model.claims import slug
from tools.model.story import name_fault
from tools.model.vocabulary import ENTRIES

if TYPE_CHECKING:
    from tools.desk.store import Store
    from tools.model.problem import Problem
    from tools.model.story import Seeds
    from tools.model.vocabulary import Vocabulary

LISTS = ("companies", "topics", "authorities", "glossary")  # positions are the publication's own
NAMES = {"companies": "name", "topics": "name", "authorities": "name", "glossary": "term"}


class FieldError(RefusedError):
    """What was typed into one field cannot be saved; `name` is that of the field."""

    def __init__(self, name: str, said: str) -> None:
        super().__init__(said)
        self.name = name


@dataclass(frozen=True)
class Entry:
    """One entry of a list as its file has it, and the stories and topics that use it."""

    number: int
    id: str
    name: str
    fields: tuple[Field, ...]
    uses: tuple[tuple[str, str], ...]  # the address on the desk, and a name
    problems: tuple[Problem, ...]


def file_of(name: str) -> str:
    """The path of a list, from the root."""
    return f"{VOCABULARY}/{name}.yml"


def entries(name: str, text: str, seeds: Seeds, problems: list[Problem]) -> Iterator[Entry]:
    """The entries of a list, in the order of its file."""
    tree = tree_of(text, file_of(name))
    users = _users(name, seeds)
    for number, one in enumerate(tree if isinstance(tree, list) else []):
        values = one if isinstance(one, dict) else {}
        id_ = str(values.get("id") or "")
        told = tuple(p for p in problems if p.message.startswith(f"[{number + 1}]"))
        fields = tuple(fields_of(ENTRIES[name], values))
        shown = str(values.get(NAMES[name]) or id_ or number + 1)
        yield Entry(number, id_, shown, fields, tuple(dict.fromkeys(users[id_])), told)


def _users(name: str, seeds: Seeds) -> Mapping[str, list[tuple[str, str]]]:
    """The stories, topics and companies that name each entry of a list."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for story in seeds.stories:
        record, here = story.record, (f"/story/{story.name}", story.name)
        if record is None:
            continue
        if name == "companies":
            used = [*(s.company for s in record.stances), *(c.company for c in record.candidates)]
        elif name == "topics":
            used = [one for one in (record.topic, *(s.topic for s in record.stances)) if one]
        else:
            used = list(record.glossary) if name == "glossary" else []
        for one in used:
            found[one].append(here)
    for used_by, id_, shown, by in _named_by(name, seeds.vocabulary):
        for one in by:
            found[one].append((f"/lists/{used_by}?edit={id_}#e-{id_}", shown))
    return found


def _named_by(name: str, lists: Vocabulary) -> Iterator[tuple[str, str, str, Iterable[str]]]:
    """The entries of lists that name entries of a list: their list, id and name, and those."""
    if name == "authorities":
        yield from (("topics", one.id, one.name, one.by) for one in lists.topics.values())
    elif name == "companies":
        for company in lists.companies.values():
            yield name, company.id, company.name, filter(None, (company.parent,))
    elif name == "glossary":
        yield from ((name, one.id, one.term, one.see) for one in lists.glossary.values())


def change_entry(store: Store, name: str, about: str, form: Any) -> str:
    """Saves what was typed into the fields of an entry; returns what was done.

    `about` has its number and its id, by which it is found where others came before it meanwhile.
    """
    file = file_of(name)
    text = store.open(file).text
    number, values = _found(tree_of(text, file), about)
    now, touched = text, []
    for one in fields_of(ENTRIES[name], values):
        if not is_touched(form, one):
            continue
        touched.append(one.name)
        value = _value(given_text(form, f"f.{one.name}", one.form), one)
        if value is None and one.given and one.form in ("lines", "ids"):
            now = remove(now, (number, one.name), file)
        elif value is not None or one.given:
            now = put(now, (number, one.name), value, file)
    if now == text:
        return "Nothing was changed."
    store.save(
        file, form.get("seen", ""), now, f"changed {', '.join(touched)} of {values.get('id')}"
    )
    return "Saved."


def is_broken(file: str, text: str) -> bool:
    """Whether a list is none that can be read."""
    return not isinstance(tree_of(text, file), list) and bool(text.strip())


def change_text(store: Store, name: str, form: Any) -> str:
    """Saves the whole list as somebody typed it; returns what was done."""
    file = file_of(name)
    now = typed(form.get("text", ""))
    if "\r\n" in store.open(file).text:
        now = now.replace("\n", "\r\n")
    store.save(file, form.get("seen", ""), now, f"changed {name} as text")
    return "Saved as it is."


def _found(tree: Any, about: str) -> tuple[int, dict[str, Any]]:
    """The number and the values of the entry that a form is about."""
    place, _, name = about.partition(" ")
    some = list(enumerate(tree if isinstance(tree, list) else []))
    of_id = [(number, one) for number, one in some if at(one, ("id",)) == (name or None)]
    there = [(number, one) for number, one in of_id if str(number) == place] or of_id
    if len(there) != 1 or not isinstance(there[0][1], dict):
        raise RefusedError("That entry is not in the file any more; nothing was changed.")
    return there[0]


def make_entry(store: Store, name: str, form: Any, prefix: str = "f.") -> str:
    """Saves a new entry at its place by id, in the history of the lists; returns its id."""
    values, file, text = _new(store, name, form, prefix)
    now = insert(text, (), _number(text, file, values["id"]), values, file)
    store.save(file, form.get("seen", ""), now, f"made {values['id']}")
    return str(values["id"])


def make_company(work: Work, group: str) -> str:
    """Saves a new company for a story, together with what follows in the same group."""
    values, file, text = _new(work.store, "companies", work.form, "new.")
    now = insert(text, (), _number(text, file, values["id"]), values, file)
    seen = work.store.open(file).digest
    name = work.sheet.name
    work.store.save(file, seen, now, f"made {values['id']}", story=name, group=group)
    return str(values["id"])


def _new(store: Store, name: str, form: Any, prefix: str) -> tuple[dict[str, Any], str, str]:
    """The values of a new entry, with the file and the text that it goes into."""
    file = file_of(name)
    text = store.open(file).text
    values: dict[str, Any] = {}
    for one in fields_of(ENTRIES[name], {}):
        value = _value(given_text(form, f"{prefix}{one.name}", one.form), one)
        if value is not None or (one.needed and one.name != "id"):
            values[one.name] = value
    named = str(values.get(NAMES[name]) or "")
    if not named:
        raise FieldError(NAMES[name], "A name is needed.")
    values = {"id": values.get("id") or slug(named)} | values
    if fault := name_fault(str(values["id"])):
        raise FieldError("id", f"The id must {fault}: {values['id']}")
    tree = tree_of(text, file) or []
    if any(isinstance(one, dict) and one.get("id") == values["id"] for one in tree):
        raise FieldError("id", f"There is an entry {values['id']} already.")
    missing = [one for one in values if values[one] is None and one != "parent"]
    if missing:
        raise FieldError(missing[0], f"Fill in as well: {', '.join(missing)}.")
    return values, file, text


def _value(given: str, one: Field) -> Any:
    try:
        return value_of(given, one.form)
    except NotReadError as error:
        raise FieldError(one.name, f"{one.name} cannot be read: {error}") from error


def _number(text: str, file: str, new: str) -> int:
    """Where an entry goes, in the order of ids."""
    tree = tree_of(text, file) or []
    ids = [str(one.get("id")) for one in tree if isinstance(one, dict)]
    return sum(1 for one in ids if one < new)
