"""How a page is cited, and the days on which it was published and last changed."""

from __future__ import annotations

from tools.model.dates import Date
from tools.model.record import Explainer
from tools.model.story import Story
from tools.pages import address
from tools.pages.site import Site, record_of


def days(record: Explainer) -> list[str]:
    """The days a record gives for its publication and changes, as YYYY-MM-DD, oldest first."""
    given = [record.reviewed, record.withdrawn and record.withdrawn.date]
    given += [change.date for change in record.changes]
    return sorted(date.text for date in given if date)


def last_day(site: Site) -> str:
    """The day of the newest review or change of any published explainer; empty without one."""
    published = (*site.of_status("reviewed"), *site.of_status("withdrawn"))
    return max((day for story in published for day in days(record_of(story))), default="")


def citation(story: Story, site: Site) -> str:
    """The line by which others cite a reviewed explainer.

    It names the address only where the site knows its own.
    """
    record = record_of(story)
    name = site.settings.name
    parts = [f"{name} contributors, “{record.title}”", name]
    parts += [Date(day).display() for day in days(record)[-1:]]
    if site.settings.url:
        parts.append(site.settings.url + address.explainer(story.name))
    return ", ".join(parts) + "."
