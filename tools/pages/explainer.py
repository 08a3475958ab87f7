"""The explainer page of one story."""

from __future__ import annotations

from tools.model.age import days
from tools.model.record import Explainer
from tools.model.story import Story
from tools.pages import address, crumbs
from tools.pages.citing import CLAIM, of_story
from tools.pages.dating import story_date
from tools.pages.log import log
from tools.pages.phrases import phrase
from tools.pages.records import record_of
from tools.pages.render import Page
from tools.pages.render import page as render
from tools.pages.site import Site
from tools.pages.view import View

DESCRIPTION_LENGTH = 300  # characters that search engines and link previews show at most


def page(site: Site, story: Story) -> Page:
    """The page of a reviewed explainer, a draft, or one that was withdrawn."""
    record = record_of(story)
    topic = site.topic_of(story)
    above = [crumbs.HOME, crumbs.EXPLAINERS]
    if topic and record.status == "reviewed":
        above[1:] = [crumbs.TOPICS, (address.topic(topic.id), topic.name)]
    view = View(site, story)
    answer = record.answer.text if record.answer else phrase("explainer.no-answer")
    if record.withdrawn:
        answer = phrase("explainer.withdrawn", why=record.withdrawn.text)
    return render(
        site,
        "withdrawn.md" if record.status == "withdrawn" else "explainer.md",
        address.explainer(story.name),
        title=record.title,
        description=answer[:DESCRIPTION_LENGTH],
        crumbs=tuple(above),
        meta=_meta(record, story, topic.name if topic else "")
        | ({"script": CLAIM} if view.claims and record.status != "withdrawn" else {}),
        view=view,
        record=record,
        story=story,
        topic=topic,
        published=story_date(story, first=False),
        cited=of_story(site, story),
        changes=log(record),
        moved=view.moved(),
        shares=view.shares(),
    )


def _meta(record: Explainer, story: Story, topic: str) -> dict[str, object]:
    kind = {"draft": "Draft", "withdrawn": "Withdrawn"}.get(record.status, "Explainer")
    meta: dict[str, object] = {"kind": kind, "edit": story.path, "wide": False}
    if topic:
        meta["topic"] = topic
    if record.status != "reviewed":
        meta["robots"] = "noindex"
    elif record.reviewed:
        meta["lastmod"] = days(record)[-1]
    return meta
