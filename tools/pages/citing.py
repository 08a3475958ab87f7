"""How a page is cited."""

from __future__ import annotations

from tools.model.age import days
from tools.model.dates import Date
from tools.model.story import Story
from tools.pages import address
from tools.pages.records import record_of
from tools.pages.site import Site


def citation(story: Story, site: Site) -> str:
    """The line by which others cite a reviewed explainer.

    It names the address only where the site knows its own.
    """
    record = record_of(story)
    name = site.publication.name
    parts = [f"{name} contributors, “{record.title}”", name]
    parts += [Date(day).display() for day in days(record)[-1:]]
    if site.settings.url:
        parts.append(site.settings.url + address.explainer(story.name))
    return ", ".join(parts) + "."
