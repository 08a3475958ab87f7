"""The ledger: how each company's position on each topic moved."""

import pytest

from tests.model.build import source, stance, story, vocabulary
from tools.model.ledger import ledger as of_stories
from tools.model.ledger import stance_steps


def ledger(stories):
    return of_stories(stories, vocabulary())


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
    assert [step.position for step in ledger([made])["acme", "data"].last_known] == ["refuses"]


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


def test_a_stance_without_a_year_stands_apart_and_is_never_last_known():
    made = story(stances=[
        stance("acme", "refuses", "XXXX-07-01"),
        stance("acme", "pauses", "2020"),
        stance("bolt", "refuses", "XXXX-07-01"),
    ])  # fmt: skip
    tracks = ledger([made])
    assert moves(made) == [("2020", "pauses", "new")]
    assert [step.position for step in tracks["acme", "data"].apart] == ["refuses"]
    assert [step.position for step in tracks["acme", "data"].last_known] == ["pauses"]
    assert tracks["bolt", "data"].last_known == ()


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


def told(*days, company="acme"):
    """The track of stories, each given as `{date: positions}`; positions are words of one text."""
    stories = [
        story(
            name=f"story-{number}",
            stances=[
                stance(company, position, date)
                for date, positions in day.items()
                for position in positions.split()
            ],
        )
        for number, day in enumerate(days)
    ]
    return ledger(stories)[company, "data"]


@pytest.mark.parametrize(
    ("records", "differ"),
    [
        (["pauses refuses"], []),
        (["refuses", "refuses challenges"], []),
        (["refuses", "pauses challenges"], ["refuses", "pauses"]),
        (["refuses pauses", "pauses challenges"], []),
        (["refuses opposes", "pauses opposes"], ["refuses", "pauses"]),
    ],
)
def test_a_record_that_tells_more_of_one_day_does_not_differ(records, differ):
    track = told(*({"2020": positions} for positions in records))
    assert differ == [step.position for step in track.steps if step.differs]


def test_positions_of_one_date_are_last_known_side_by_side():
    track = told({"2020": "complies"}, {"2021": "pauses"}, {"2021": "refuses"})
    expected = ["pauses", "refuses"]
    assert expected == [step.position for step in track.last_known]
    assert [moment.positions for moment in track.moments] == [("complies",), ("pauses", "refuses")]
    assert [moment.differs for moment in track.moments] == [False, True]


def test_a_position_that_two_records_tell_of_one_date_is_last_known_once():
    track = told({"2020": "pauses"}, {"2020": "pauses"})
    assert [step.story.name for step in track.last_known] == ["story-0"]


def test_nothing_is_last_known_where_no_year_is_known():
    track = told({"XXXX-07": "pauses"})
    assert (track.last_known, track.moments, track.moved) == ((), (), False)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        # records that differ on one date tell of no move from one to the other
        ([{"2020": "pauses"}, {"2020": "refuses"}], ["new", "new"]),
        ([{"2020": "pauses"}, {"2020": "pauses"}], ["new", "reaffirmed"]),
        # what is taken beside what stays is new; only who left every position has changed
        ([{"2020": "refuses", "2021": "refuses challenges"}], ["new", "reaffirmed", "new"]),
        ([{"2020": "refuses challenges", "2021": "refuses"}], ["new", "new", "reaffirmed"]),
        ([{"2020": "refuses", "2021": "complies pauses"}], ["new", "changed", "changed"]),
        ([{"2020": "refuses pauses", "2021": "complies"}], ["new", "new", "changed"]),
        # on another axis, nothing was left
        ([{"2020": "refuses", "2021": "challenges"}], ["new", "new"]),
    ],
)
def test_positions_of_one_date_are_no_move_from_one_to_the_other(days, expected):
    assert expected == [step.move for step in told(*days).steps]


@pytest.mark.parametrize(
    ("days", "moved"),
    [
        ({"2020": "pauses"}, False),
        ({"2020": "pauses", "2021": "pauses"}, False),
        ({"2020": "pauses", "2021": "refuses"}, True),
        ({"2020": "pauses", "2021": "pauses refuses"}, False),
        # it goes on with one of the two that it was doing
        ({"2020": "pauses", "2021": "pauses refuses", "2022": "refuses"}, False),
        ({"2020": "pauses", "2021": "refuses", "2022": "pauses"}, True),
        ({"2020": "undeclared", "2021": "refuses"}, False),
        ({"2020": "opposes", "2021": "refuses"}, False),
        ({"2020": "threatens", "2021": "complies"}, True),
    ],
)
def test_a_company_has_moved_where_it_answered_otherwise(days, moved):
    assert moved == told(days).moved


def test_dates_that_mean_the_same_days_stay_apart_where_they_are_written_otherwise():
    track = told({"2020": "pauses"}, {"2020~": "refuses"}, {"2020": "complies"})
    expected = [("pauses", "complies"), ("pauses", "complies", "refuses")]
    assert expected == [moment.positions for moment in track.moments]


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


def test_our_own_reports_count_in_no_number_of_articles():
    own, other = source(licence="own"), source("article-2.txt")
    text, more = "Acme said no.", "Acme says no."
    stances = [
        stance("acme", "refuses", "2020", quote=text),
        stance("acme", "refuses", "2021", quote=more),
    ]
    track = ledger([story(text, more, sources=[own, other], stances=stances)])["acme", "data"]
    assert [(step.own_report, len(step.independent)) for step in track.steps] == [
        (True, 0),
        (False, 1),
    ]
    assert (track.articles, track.support(track.steps[0]), track.support(track.steps[1])) == (
        1,
        0,
        1,
    )


def test_an_article_that_two_stories_share_counts_once():
    stances = [stance("acme", "pauses", "2020", quote="Same text.")]
    later = [stance("acme", "pauses", "2021", quote="Other text.")]
    stories = [
        story("Same text.", name="a", stances=stances),
        story("Same text.", "Other text.", name="b", stances=[*stances, *later]),
        story("Same text.", "Nothing of it.", name="c", stances=stances),
    ]
    expected = 2
    track = ledger(stories)["acme", "data"]
    assert expected == track.articles
    assert [len(step.articles) for step in track.steps] == [1, 1, 1, 1]


def test_a_position_counts_the_articles_that_tell_it_since_it_was_taken():
    stories = [
        story(text, name=name, stances=[stance("acme", position, date, quote=text)])
        for name, text, date, position in [
            ("a", "Acme waits.", "2019", "pauses"),
            ("b", "Acme says no.", "2020", "refuses"),
            ("c", "Acme says no.", "2021", "refuses"),
            ("d", "Acme still says no.", "2022", "refuses"),
            ("e", "Acme obeys.", "2022", "complies"),
        ]
    ]
    track = ledger(stories)["acme", "data"]
    expected = [("refuses", 2), ("complies", 1)]
    assert expected == [(step.position, track.support(step)) for step in track.last_known]


def test_a_position_taken_again_counts_from_there():
    stories = [
        story(f"Acme {n}.", name=f"s{n}", stances=[stance("acme", p, f"202{n}", quote=f"Acme {n}")])
        for n, p in enumerate(["refuses", "complies", "refuses"])
    ]
    track = ledger(stories)["acme", "data"]
    assert [track.support(step) for step in track.last_known] == [1]
