"""Citations for reference managers: a page as BibTeX and as RIS, in files beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypeAlias, TypeVar
from urllib.parse import quote

from tools.model.dates import Date
from tools.model.months import MONTHS
from tools.model.story import Story
from tools.model.vocabulary import Entry
from tools.pages import address
from tools.pages.citing import Cited, of_company, of_story, of_topic
from tools.pages.former import former, former_stories
from tools.pages.phrases import phrase
from tools.pages.site import Site

BIBTEX, RIS = "cite.bib", "cite.ris"  # beside the page
# what LaTeX takes for a command, and what stands for it; a brace alone would end a field
_COMMANDS = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    **{sign: rf"\{sign}" for sign in "&%$#_"},
}
_COMMAND = re.compile("|".join(map(re.escape, _COMMANDS)))

_NO_KEY = re.compile(r"[^A-Za-z0-9:.-]+")

Make: TypeAlias = Callable[[], str]
Cite: TypeAlias = Callable[[], list[Cited]]
AnyEntry = TypeVar("AnyEntry", bound=Entry)


def files(site: Site) -> Iterator[tuple[str, Make]]:
    """Both files of every page that is cited, by their paths, and what makes their text.

    Under an earlier id, what that was renamed to or split into is cited.
    """
    for story in site.public:
        yield from _beside(address.explainer(story.name), partial(_story, site, story))
    for old, heir in former_stories(site.public).items():
        yield from _beside(address.explainer(old), partial(_story, site, heir))
    for name in (*site.vocabulary.topics, *former(site.vocabulary.topics)):
        yield from _beside(address.topic(name), partial(_topics, site, name))
    for name in (*site.vocabulary.companies, *former(site.vocabulary.companies)):
        yield from _beside(site.company_at(name), partial(_companies, site, name))


def _beside(page: str, what: Cite) -> Iterator[tuple[str, Make]]:
    for name, write in ((BIBTEX, bibtex), (RIS, ris)):
        yield f"{page}{name}", partial(_text, write, what)


def _text(write: Callable[[Cited], str], what: Cite) -> str:
    return "\n".join(map(write, what()))


def _story(site: Site, story: Story) -> list[Cited]:
    site.notebook.note("story", story.name)
    return [of_story(site, story)]


def _topics(site: Site, name: str) -> list[Cited]:
    return [of_topic(site, topic) for topic in _heirs(site.vocabulary.topics, name)]


def _companies(site: Site, name: str) -> list[Cited]:
    return [of_company(site, company) for company in _heirs(site.vocabulary.companies, name)]


def _heirs(entries: Mapping[str, AnyEntry], name: str) -> list[AnyEntry]:
    """The entry of an id, or those that have it as an earlier one."""
    return [entries[name]] if name in entries else former(entries)[name]


def bibtex(cited: Cited) -> str:
    """An entry of BibTeX, in UTF-8; its title keeps its capitals."""
    fields = {
        "author": f"{{{_latex(cited.author)}}}",
        "title": f"{{{_latex(cited.title)}}}",
        "howpublished": _latex(cited.publisher),
    }
    if cited.day:
        year, month, _ = cited.day.split("-")
        fields |= {"year": year, "month": MONTHS[int(month)][:3].lower()}
        fields["note"] = phrase("cited.as-of", day=Date(cited.day).display())
    if cited.url:
        fields["url"] = _address(cited.url)
    lines = "".join(f"  {name} = {_field(name, value)},\n" for name, value in fields.items())
    return f"@misc{{{_key(cited)},\n{lines}}}\n"


def _field(name: str, value: str) -> str:
    """A value in its braces; a month is one of BibTeX's own words."""
    return value if name == "month" else f"{{{value}}}"


def ris(cited: Cited) -> str:
    """A reference in RIS, in UTF-8."""
    tags = [("TY", "ELEC"), ("ID", _key(cited)), ("AU", _folded(cited.author))]
    tags += [("TI", _folded(cited.title)), ("PB", _folded(cited.publisher))]
    if cited.day:
        tags += [("PY", cited.day[:4]), ("DA", f"{cited.day.replace('-', '/')}/")]
    if cited.url:
        tags.append(("UR", _address(cited.url)))
    return "".join(f"{tag}  - {value}\n" for tag, value in [*tags, ("ER", "")])


def _key(cited: Cited) -> str:
    """What a manuscript calls the page: `topics:maps`."""
    return _NO_KEY.sub("-", cited.where.strip("/").replace("/", ":"))


def _latex(text: str) -> str:
    return _COMMAND.sub(lambda match: _COMMANDS[match.group()], _folded(text))


def _folded(text: str) -> str:
    """A text in one line: in RIS, a line that begins like a tag is one."""
    return " ".join(text.split())


def _address(url: str) -> str:
    """An address without what ends a field; signs of LaTeX stay, since `url` is not set as text."""
    return quote(url, safe=":/?#[]@!$&'()*+,;=%~")
