"""A valid record says the same in its canonical form, and `check` has nothing to mend in it."""

from __future__ import annotations

from hypothesis import given

from tests.invented import NAME, records, vocabulary
from tools.check import check
from tools.files.canonical import record_text
from tools.files.fix import fixed
from tools.files.read import with_record
from tools.model.article import Article
from tools.model.record import Explainer
from tools.model.story import Seeds, Story


@given(records())
def test_a_whole_record_is_read_back_as_it_was_and_found_valid(
    made: tuple[Explainer, Article],
) -> None:
    record, article = made
    path = f"seeds/stories/{NAME}/explainer.yml"
    bare = Story(path, name=NAME, articles={article.file: article})
    text = record_text(record)
    problems: list[object] = []
    story = with_record(bare, text, problems)
    assert problems == []
    assert story.record == record
    assert record_text(story.record) == text
    assert [one for one in check(Seeds((story,), vocabulary())) if not one.notice] == []
    ordered = with_record(bare, fixed(text, path), problems).record
    assert ordered is not None
    assert ordered.model_copy(update={"timeline": ()}) == record.model_copy(update={"timeline": ()})
    assert set(ordered.timeline) == set(record.timeline)
