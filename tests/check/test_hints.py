"""Hints: words of the glossary that a page uses and does not list, and the reverse."""

import pytest

from tests.project import STORY, write_project
from tools.check.hints import hints
from tools.files.read import seeds

LISTED = "glossary: [user-data]"


def said(root, only=()):
    return [(hint.message, hint.notice) for hint in hints(seeds(root)[0], only)]


def may_list(form):
    return f"glossary may list a word that the page uses: {form!r}"


@pytest.mark.parametrize(
    ("edits", "messages"),
    [
        ({}, [may_list("rule")]),
        ({LISTED: "glossary: [user-data, rule]"}, []),
        ({LISTED: "glossary: [rule]"}, [may_list("user data")]),
        (
            {
                LISTED: "glossary: [rule, user-data]",
                "text: Ruritania tells messaging firms to hand over user data.": "text: It asks.",
            },
            ["glossary[2] may leave out a word that the page does not use: 'user-data'"],
        ),
        ({LISTED: "glossary: [rule, user-data, nothing]"}, []),  # `glossary_is_known`
    ],
)
def test_hints_tell_of_words_that_are_used_or_listed_alone(edits, messages, tmp_path):
    write_project(tmp_path, {"edit": {"explainer.yml": edits}})
    assert [(message, True) for message in messages] == said(tmp_path)


def test_a_word_inside_another_or_in_a_quotation_is_none_of_the_page(tmp_path):
    terms = "- {id: rules, term: all the rules, definition: d}\n- id: user-data"
    write_project(
        tmp_path,
        {
            "edit": {
                "glossary.yml": {"- id: user-data": terms},
                "explainer.yml": {
                    "text: Acme says it will not, and Bolt is still reading the rule.": "text: No.",
                    "text: The rule is for large firms.": "text: Ferrules, for all the rules.",
                    "text: Is still reading the rule.": "text: Waits.",
                    "text: When the rule takes effect.": "text: When.",
                    "heading: What does the rule ask?": "heading: What?",
                },
            }
        },
    )
    assert said(tmp_path) == [(may_list("all the rules"), True)]


def test_hints_are_given_of_the_named_stories_only(tmp_path):
    write_project(tmp_path)
    assert said(tmp_path, [STORY])
    assert not said(tmp_path, ["another"])
