"""The ledger: how each company's position on each topic moved."""

import pytest

from tests.model.build import source, stance, story
from tools.model.ledger import ledger, stance_steps, voice
from tools.model.record import Stance


def moves(*stories, company="acme", topic="data"):
    track = ledger(stories)[company, topic]
    return [(step.date.text, step.position, step.move) for step in track.steps]


def test_each_step_is_new_changed_or_reaffirmed():
    made = story(stances=[
        stance("acme", "pauses", "2020-07"),
        stance("acme", "pauses", "2020-09"),
        stance("acme", "refuses", "2021"),
    ])  # fmt: skip
    expected = [
        ("2020-07", "pauses", "new"),
        ("2020-09", "pauses", "reaffirmed"),
        ("2021", "refuses", "changed"),
    ]
    assert expected == moves(made)
    assert ledger([made])["acme", "data"].current.position == "refuses"


def test_each_step_knows_the_position_before_it():
    stances = [stance("acme", "pauses", "2020"), stance("acme", "refuses", "2021")]
    expected = [None, "pauses"]
    assert expected == [
        step.before for step in ledger([story(stances=stances)])["acme", "data"].steps
    ]


def test_steps_are_in_order_of_earliest_then_latest_day_then_story():
    first = story(name="b-story", stances=[
        stance("acme", "refuses", "2020-07"),
        stance("acme", "complies", "2021-01-01"),
    ])  # fmt: skip
    second = story(name="a-story", stances=[
        stance("acme", "pauses", "2020-07"),
        stance("acme", "opposes", "2020-07-01"),
        stance("acme", "supports", "2020"),
    ])  # fmt: skip
    expected = ["supports", "opposes", "pauses", "refuses", "complies"]
    assert expected == [position for _, position, _ in moves(first, second)]
    assert moves(first, second) == moves(second, first)


def test_a_stance_without_a_year_stands_apart_and_is_never_current():
    made = story(stances=[
        stance("acme", "refuses", "XXXX-07-01"),
        stance("acme", "pauses", "2020"),
        stance("bolt", "refuses", "XXXX-07-01"),
    ])  # fmt: skip
    tracks = ledger([made])
    assert moves(made) == [("2020", "pauses", "new")]
    assert [step.position for step in tracks["acme", "data"].apart] == ["refuses"]
    assert tracks["acme", "data"].current.position == "pauses"
    assert None is tracks["bolt", "data"].current


@pytest.mark.parametrize(
    ("dates", "positions", "differ"),
    [
        (("2020-07", "2020-07"), ("pauses", "refuses"), [True, True]),
        (("2020-07", "2020-07"), ("pauses", "pauses"), [False, False]),
        (("2020-07", "2020-07~"), ("pauses", "refuses"), [False, False]),
        (("2020-07", "2020-08"), ("pauses", "refuses"), [False, False]),
    ],
)
def test_records_that_differ_on_the_very_same_date_are_marked(dates, positions, differ):
    stories = [
        story(name=name, stances=[stance("acme", position, date)])
        for name, date, position in zip("ab", dates, positions, strict=True)
    ]
    assert differ == [step.differs for step in ledger(stories)["acme", "data"].steps]


def test_one_record_that_tells_two_positions_of_one_day_does_not_differ_with_itself():
    stances = [stance("acme", "pauses", "2020"), stance("acme", "refuses", "2020")]
    track = ledger([story(stances=stances)])["acme", "data"]
    assert not any(step.differs for step in track.steps)


@pytest.mark.parametrize("status", ["draft", "withdrawn", ""])
def test_only_reviewed_records_count(status):
    reviewed = story(stances=[stance("acme", "pauses", "2020")])
    other = story(name="b", status=status, stances=[stance("acme", "refuses", "2021")])
    assert moves(reviewed, other) == [("2020", "pauses", "new")]
    assert not ledger([other])


def test_a_story_without_a_record_has_no_steps():
    bare = story()
    empty = type(bare)(bare.path, name="bare")
    assert not ledger([empty])
    assert not stance_steps(empty)


def test_a_subsidiary_is_never_mixed_with_its_parent():
    made = story(stances=[stance("acme", "pauses", "2020"), stance("bolt", "refuses", "2021")])
    assert moves(made) == [("2020", "pauses", "new")]
    assert moves(made, company="bolt") == [("2021", "refuses", "new")]


def test_a_stance_on_another_topic_has_a_track_of_its_own():
    made = story(stances=[
        stance("acme", "pauses", "2020"),
        stance("acme", "refuses", "2021", topic="tax"),
    ])  # fmt: skip
    expected = [("acme", "data"), ("acme", "tax")]
    assert expected == list(ledger([made]))
    assert moves(made, topic="tax") == [("2021", "refuses", "new")]


def test_an_undated_stance_has_the_date_of_publication_or_is_left_out():
    undated = [stance("acme", "pauses", None)]
    dated = story(status="draft", sources=[source(published="2020-07")], stances=undated)
    expected = ["2020-07"]
    assert expected == [step.date.text for step in stance_steps(dated)]
    assert not stance_steps(story(sources=[source()], stances=undated))
    assert not stance_steps(story(sources=[], stances=undated))


def test_an_article_that_two_stories_share_counts_once():
    stances = [stance("acme", "pauses", "2020")]
    stories = [
        story("Same text.", name="a", stances=stances),
        story("Same text.", "Other text.", name="b", stances=stances),
    ]
    expected = 2
    assert expected == ledger(stories)["acme", "data"].articles


OWN, REPORTED = "in its own words", "as reported"


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ('It said: "We will not comply."', OWN),
        ("“We will not,” it said.", OWN),
        (["It refused.", "“We will not.”"], OWN),
        ("It said it would not comply.", REPORTED),
        ("It called the rule “unfair”.", REPORTED),
        ("It called the rule “quite unfair”.", REPORTED),
        ("It said “don’t panic”.", REPORTED),
        ("It calls “this” as bad as “that”.", REPORTED),
        ("It said ‘we won’t comply’.", OWN),
        ("It called it ‘unfair’, as the firm’s lawyers do.", REPORTED),
        ("It said 'we will not comply'.", REPORTED),
        ("“We will not comply, it said.", REPORTED),
    ],
)
def test_quoted_speech_of_three_words_is_the_companys_own_voice(quote, expected):
    made = Stance.model_validate(stance("acme", "refuses", "2020", quote=quote))
    assert expected == voice(made)


def test_a_step_knows_its_voice_and_its_company():
    made = story(stances=[stance("acme", "refuses", "2020", quote="“We will not.”")])
    step = ledger([made])["acme", "data"].current
    assert (step.company, step.voice) == ("acme", OWN)


def test_a_long_passage_with_one_lonely_quotation_mark_is_read_at_once():
    made = Stance.model_validate(stance("a", "refuses", "2020", quote='"' + "we will " * 20_000))
    assert voice(made) == REPORTED
