"""Whatever a valid record says, its pages are whole, link every claim, and show texts as text."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import lxml.html
import markdown
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.invented import ADDRESSES, HOSTILE, NAME, records, seeds
from tools.model.article import Article
from tools.model.claims import claims
from tools.model.record import Explainer, Section
from tools.pages import Settings, company, explainer, sources, timeline, topic
from tools.pages.safe_markdown import ALLOWED
from tools.pages.site import Site

# as mkdocs.yml has them
EXTENSIONS = ["attr_list", "tables", "toc"]
SETTINGS = Settings(url="https://stand.example/", repository="https://code.example/stand")
VOID = {"br", "hr", "img", "input", "link", "meta"}
# to shrink a record of ninety texts takes minutes
QUICK = settings(max_examples=30, phases=[Phase.generate])
MARKDOWN = {("a", "href"), *((tag, "") for tag in ALLOWED)}
# a heading is told to run in its script's direction where that may be from the right
DIRECTED = {(f"h{level}", "dir") for level in (1, 2, 3)}
QUOTED = r"(?m)^(Q\d+a) .* (z\d+\.)$"  # a sentence of an invented article
EXPLAINER = f"explainers/{NAME}/index.md"


class _Shape(HTMLParser):
    """The elements of a page with their attributes; fails where they are not nested."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), (tag, attrs)
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    unknown_decl = handle_decl = handle_pi = handle_comment

    @property
    def kinds(self) -> set[tuple[str, str]]:
        """Each element with each of its attributes."""
        return {(tag, name) for tag, attributes in self.found for name in (*attributes, "")}

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.found if (value := attributes.get(name))]


def shown(text: str) -> str:
    """A page as an engine makes it, the front matter aside."""
    body = text.partition("\n---\n")[2]
    return markdown.markdown(body, extensions=EXTENSIONS)


def pages(made: tuple[Explainer, Article], odd: str = "") -> dict[str, str]:
    """The pages on which the record's texts stand, as an engine makes them, by their paths."""
    site = Site(seeds(*made, odd), SETTINGS)
    (story,) = site.stories
    texts = [explainer.page(site, story), sources.page(site, story), timeline.page(site)]
    texts += [company.page(site, one) for one in list(site.companies())[:1]]
    texts += [topic.page(site, one) for one in list(site.vocabulary.topics.values())[:1]]
    return {page.path: shown(page.text) for page in texts}


def calm(made: tuple[Explainer, Article]) -> tuple[Explainer, Article]:
    """The same record and article with plain words in the place of each text."""
    record, article = made
    text = re.sub(QUOTED, r"\1 words \2", article.text)
    return Explainer.model_validate(_calm(record.model_dump())), Article(article.file, text)


def _calm(value: object, key: str = "") -> object:
    """The same nest with a word in the place of each text that people write."""
    if isinstance(value, dict):
        return {name: _calm(item, name) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_calm(item, key) for item in value]
    if key == "quote" and isinstance(value, str):
        return re.sub(QUOTED, r"\1 words \2", value)
    free = "text name description value heading short long title headline author publisher"
    if not isinstance(value, str) or key not in free.split():
        return value
    # as different as it was: events that say the same would be joined
    return f"The map and the bell {zlib.crc32(value.encode())}"


@QUICK
@given(records(), st.sampled_from(HOSTILE))
def test_no_text_makes_an_element_or_an_attribute(
    made: tuple[Explainer, Article], odd: str
) -> None:
    expected = {path: _Shape(page).kinds for path, page in pages(calm(made)).items()}
    for path, page in pages(made, odd).items():
        shape = _Shape(page)
        assert shape.kinds - expected[path] - MARKDOWN - DIRECTED == set(), path
        assert set(shape.values("dir")) <= {"auto"}, path
        ids = shape.values("id")
        assert len(ids) == len(set(ids)), path
        for address in [*shape.values("href"), *shape.values("src")]:
            parts = urlsplit(address)
            assert parts.scheme in ("", "http", "https"), address
            assert (parts.hostname is None) == (parts.scheme == ""), address


@QUICK
@given(records())
def test_every_claim_is_linked_to_receipts_that_lead_back(
    made: tuple[Explainer, Article],
) -> None:
    record, _ = made
    page = lxml.html.fromstring(f"<div>{pages(made)[EXPLAINER]}</div>")
    for placed in claims(record):
        (place,) = page.xpath(f"//*[@id='{placed.anchor}']")
        around = place if place.xpath(".//a[@class='r']") else place.getparent()
        marks = [one.get("href") for one in around.xpath(".//a[@class='r']")]
        assert marks, placed
        receipts = [page.xpath(f"//*[@id='{mark[1:]}']")[0] for mark in marks]
        back = [href for one in receipts for href in one.xpath(".//a/@href")]
        assert f"#{placed.anchor}" in back, placed
        said = " ".join(" ".join(one.text_content().split()) for one in receipts)
        assert all(quotation in said for quotation in placed.claim.quote), placed


@QUICK
@given(records(), st.sampled_from(HOSTILE))
def test_every_text_is_shown_as_it_was_written(made: tuple[Explainer, Article], odd: str) -> None:
    record, _ = made
    page = lxml.html.fromstring(f"<div>{pages(made, odd)[EXPLAINER]}</div>")
    for tip in page.xpath("//*[@role='tooltip' or contains(@class, 'tip')]"):
        tip.drop_tree()
    whole = " ".join(page.text_content().split())
    for text in _texts(record):
        assert text in whole


def _texts(record: Explainer) -> Iterator[str]:
    yield record.title
    for placed in claims(record):
        for name in ("text", "heading", "name", "description", "value", "short", "long"):
            markdown_text = isinstance(placed.claim, Section) and name == "text"
            if not markdown_text and hasattr(placed.claim, name):
                yield getattr(placed.claim, name)
    for part in (*record.notes, *record.changes):
        yield part.text


@QUICK
@given(records())
def test_a_text_fragment_leads_to_the_article_and_says_only_the_quotation(
    made: tuple[Explainer, Article],
) -> None:
    record, _ = made
    url = record.sources[0].url
    known = [one.partition("#")[0] for one in (url, record.sources[0].archived) if one]
    links = _fragments(pages(made)[EXPLAINER])
    assert bool(links) == bool(known)
    for link in links:
        address, _, fragment = link.partition("#:~:text=")
        assert address in known
        assert not set(fragment) & set("&-#: <>\"'")
        pieces = [" ".join(unquote(piece).split()) for piece in fragment.split(",")]
        assert len(pieces) <= 2
        quotations = [" ".join(q.split()) for p in claims(record) for q in p.claim.quote]
        assert any(all(piece in one for piece in pieces) for one in quotations)


def _fragments(page: str) -> Iterable[str]:
    return [
        address
        for address in _Shape(page).values("href")
        if "#:~:" in address and address not in ADDRESSES
    ]
