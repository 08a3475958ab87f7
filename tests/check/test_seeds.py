"""The real records: no other test depends on what they say."""

from tests.project import ROOT
from tools.check import check
from tools.files.read import STORIES, seeds


def test_the_real_records_and_lists_have_nothing_to_mend():
    found, unread = seeds(ROOT)
    faults = [str(problem) for problem in check(found, unread) if not problem.notice]
    assert not faults, "\n".join(faults)


def test_every_story_of_the_project_was_among_them():
    found, _ = seeds(ROOT)
    folders = sorted(path.parent.name for path in (ROOT / STORIES).glob("*/explainer.yml"))
    assert folders
    assert folders == [story.name for story in found.stories if story.record]
