"""The small documents of which the search index is made: one a story, an entry of a list, a word.

Each has what readers search for and nothing else, as passages under the anchors that they have on
the page, so that a result opens on the passage.
What a filter says of a position is one value, `company|position|year`, so that it holds for one
claim: a page that tells of Acme and of somebody who refuses need not say that Acme refuses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from tools.model.claims import Placed, claims
from tools.model.dates import Date
from tools.model.ledger import Step, Track
from tools.model.receipts import year_from_context
from tools.model.record import Event, Explainer, Figure, Profile, Section, ShortForm, Stance, Until
from tools.model.story import Story
from tools.model.vocabulary import Authority, Company, GlossaryTerm, Topic
from tools.pages import address
from tools.pages.authority import newest_first
from tools.pages.phrases import phrase
from tools.pages.records import record_of
from tools.pages.render import environment
from tools.pages.safe_markdown import to_html
from tools.pages.site import Site
from tools.pages.wording import capital, joined

QUOTED = ("“", '"', "‘", "«")  # what a passage may begin with that is speech
SPLIT = "|"  # between the parts of a claim's value


@dataclass(frozen=True)
class Passage:
    """A part of a page: where it is, what it is, and its words."""

    anchor: str
    label: str
    texts: tuple[str, ...] = ()


@dataclass
class Document:
    """What the index knows of a page."""

    address: str
    title: str
    kind: str
    texts: tuple[str, ...] = ()
    passages: list[Passage] = field(default_factory=list)
    filters: dict[tuple[str, str], None] = field(default_factory=dict)  # each once, in order

    def under(self, name: str, *values: str) -> None:
        """Puts it under values of a filter."""
        self.filters |= dict.fromkeys((name, value) for value in values)

    def of_years(self, dates: Iterable[Date | None]) -> None:
        """Puts it under the years of some dates."""
        self.under("year", *sorted({str(d.year) for d in dates if d and d.year_known}))


def documents(site: Site) -> Iterator[tuple[str, str]]:
    """The address of every document, below the site's root, and its HTML.

    The newest story comes first; what was withdrawn has none.
    """
    template = environment().get_template("document.html")
    for one in _documents(site):
        yield one.address, template.render(one=one)


def _documents(site: Site) -> Iterator[Document]:
    lists = site.seeds.vocabulary
    for story in site.stories:
        if record_of(story).status != "withdrawn":
            yield _of_story(site, story)
    for topic in lists.topics.values():
        yield _of_topic(site, topic)
    for company in lists.companies.values():
        yield _of_company(site, company)
    for authority in lists.authorities.values():
        yield _of_authority(site, authority)
    for term in lists.glossary.values():
        yield _of_term(term)


def _of_story(site: Site, story: Story) -> Document:
    record = record_of(story)
    draft = record.status == "draft"
    found = Document(address.explainer(story.name), record.title, "Draft" if draft else "Explainer")
    topics = dict.fromkeys([record.topic, *(one.topic for one in record.stances)])
    found.under("topic", *(t.name for n in topics if (t := site.vocabulary.topics.get(n or ""))))
    found.of_years([s.published for s in record.sources] + [s.date for s in record.stances])
    said: set[str] = set()  # a passage that several claims rest on is found once
    for placed in claims(record):
        found.passages.append(_passage(site, story, placed, said))
        if isinstance(placed.claim, Stance) and not draft:
            found.under("claim", _value(site, placed.claim))
    for number, note in enumerate(record.notes, start=1):
        found.passages.append(Passage(f"note-{number}", phrase("found.note"), (note.text,)))
    found.passages.append(
        Passage("sources", phrase("pages.sources.title"), tuple(_sources(record)))
    )
    return found


def _passage(site: Site, story: Story, placed: Placed, said: set[str]) -> Passage:
    label, text = _told(site, story, placed)
    quotes = [quote for quote in placed.claim.quote if quote not in said and quote not in text]
    said.update(quotes)
    return Passage(placed.anchor, label, (*([text] if text else []), *map(_quoted, quotes)))


def _quoted(quote: str) -> str:
    """A passage in quotation marks, by which a result tells it from our own words."""
    return quote if quote.startswith(QUOTED) else f"“{quote}”"


def _told(site: Site, story: Story, placed: Placed) -> tuple[str, str]:
    """What a claim is called, and its words."""
    claim = placed.claim
    match claim:
        case Stance():
            return f"{_position(site, claim)}{_day(story, claim, claim.date)}", claim.text
        case Until():
            return f"{phrase('found.ended')}{_day(story, claim, claim.date)}", ""
        case Event():
            return f"{phrase('pages.timeline.title')}{_day(story, claim, claim.date)}", claim.text
        case Section():
            return claim.heading, Markup(to_html(claim.text))
        case Profile():
            return claim.name, claim.description
        case Figure():
            return claim.value, claim.text
        case ShortForm():
            return claim.short, claim.long
    return phrase(f"found.claim.{placed.kind}"), getattr(claim, "text", "")


def _day(story: Story, placed: Event | Stance | Until, date: Date | None) -> str:
    if date is None:
        return ""
    return f", {date.display(year_from_context=year_from_context(story, placed, date))}"


def _position(site: Site, stance: Stance) -> str:
    return f"{site.company_name(stance.company)}: {site.position(stance.position).label}"


def _value(site: Site, stance: Stance) -> str:
    """The value of a position: company, position and year, which is empty where not known."""
    year = str(stance.date.year) if stance.date and stance.date.year_known else ""
    parts = (site.company_name(stance.company), site.position(stance.position).label, year)
    return SPLIT.join(part.replace(SPLIT, "/") for part in parts)


def _sources(record: Explainer) -> Iterator[str]:
    for source in record.sources:
        yield source.headline
        known = [name for name in (source.author, source.publisher) if name]
        if known:
            yield ", ".join(known)


def _of_topic(site: Site, topic: Topic) -> Document:
    askers = joined(site.vocabulary.authorities[name].name for name in topic.by)
    texts = (
        topic.name,
        topic.place,
        *([phrase("found.asked", by=askers)] if askers else []),
        topic.complies,
    )
    found = Document(address.topic(topic.id), topic.question, "Topic", texts)
    found.under("topic", topic.name)
    for track in site.tracks(topic=topic.id):
        _stand(site, found, track, f"company-{track.company}")
    return found


def _of_company(site: Site, company: Company) -> Document:
    where, kind = site.company_at(company.id), capital(site.one)
    found = Document(where, company.name, kind, (*_known_as(company), company.description))
    for track in site.tracks(company=company.id):
        name = site.vocabulary.topics[track.topic].name
        found.under("topic", name)
        _stand(site, found, track, f"topic-{track.topic}", name)
    return found


def _stand(site: Site, found: Document, track: Track, anchor: str, *texts: str) -> None:
    """Adds where a company was last known to stand on a demand."""
    found.of_years(step.date for step in track.all_steps)
    for step in track.last_known:
        found.passages.append(Passage(anchor, _last_known(site, step), texts))
        found.under("claim", _value(site, step.stance))


def _last_known(site: Site, step: Step) -> str:
    date = step.date.display(year_from_context=step.year_from_context)
    return f"{_position(site, step.stance)}, {date}"


def _of_authority(site: Site, authority: Authority) -> Document:
    texts = (*_known_as(authority), authority.place, authority.description)
    found = Document(address.authority(authority.id), authority.name, "Authority", texts)
    for topic in newest_first(site.asked_by(authority.id)):
        found.under("topic", topic.name)
        found.passages.append(Passage(f"demand-{topic.id}", topic.question, (topic.name,)))
    return found


def _of_term(term: GlossaryTerm) -> Document:
    also = [joined(term.also)] if term.also else []
    return Document(address.term(term.id), capital(term.term), "Word", (*also, term.definition))


def _known_as(entry: Company | Authority) -> tuple[str, ...]:
    return (phrase("found.known", names=joined(entry.aliases)),) if entry.aliases else ()
