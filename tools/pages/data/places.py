"""Where the files of the open data are, and the way to other addresses from each."""

from __future__ import annotations

from dataclasses import dataclass

from tools.pages import address
from tools.pages.site import Site

API = "api/v1/"
INDEX = f"{API}index.json"
GLOSSARY = f"{API}glossary.json"
POSITIONS = f"{API}positions.json"
TIMELINE = f"{API}timeline.json"
CORRECTIONS = f"{API}corrections.json"
TABLE = f"{API}stances.csv"
OPENAPI = f"{API}openapi.json"


def explainer(story: str) -> str:
    return f"{API}explainers/{story}.json"


def company(name: str) -> str:
    return f"{API}companies/{name}.json"


def topic(name: str) -> str:
    return f"{API}topics/{name}.json"


def authority(name: str) -> str:
    return f"{API}authorities/{name}.json"


def schema(name: str) -> str:
    return f"{API}schemas/{name}.json"


def of_pages(site: Site) -> dict[str, str]:
    """The file that holds the data of a page, by the page's address."""
    return {
        **{address.explainer(story.name): explainer(story.name) for story in site.public},
        **{site.company_at(name): company(name) for name in site.vocabulary.companies},
        **{address.topic(name): topic(name) for name in site.vocabulary.topics},
        **{address.authority(name): authority(name) for name in site.vocabulary.authorities},
        address.TIMELINE: TIMELINE,
        address.GLOSSARY: GLOSSARY,
        address.CORRECTIONS: CORRECTIONS,
        address.DATA: INDEX,
    }


@dataclass(frozen=True)
class Here:
    """A file or page of the site, from which others are named."""

    site: Site
    path: str

    def to(self, there: str) -> str:
        """The address of another file or page: absolute where the site knows its own."""
        url = self.site.settings.url
        return url + there if url else address.relative(self.path, there)
