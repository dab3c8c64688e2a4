# ruff: noqa: E501 - sentences of letters, each whole on its line
"""Answers in a list of their own, with the findings printed elsewhere: the first answers the first."""

from dataclasses import replace

import pytest

from casework.rules.manuscript.answered import Answered
from models.shapes.checking import FindingFacts
from models.shapes.word import Span
from tests.manuscripts import a_finding, a_response, some_facts

A = a_finding(
    "Recommendation 1", "The force should answer the telephone within ten seconds of a call."
)
B = a_finding(
    "Recommendation 2", "Forces should train all those who take calls from the public by May."
)
C = a_finding(
    "Recommendation 3", "The chief constable should write down what is said by each caller."
)
AREA = a_finding("AFI 1", "The force needs to improve how it looks after its custody suites.")
ANNEX = f"# Annex: as printed\n1. {A.text}\n2. {B.text}\n3. {C.text}"
ONE, TWO, THREE = (
    "I will ask for figures in June.",
    "I have funded ten more posts.",
    "My office will publish a survey.",
)
YES, NO, FORCE = Answered.YES, Answered.NO, Answered.FORCE_ONLY


def answered(words: str, *findings: FindingFacts) -> list[Answered]:
    facts = some_facts(*(findings or (A, B, C)))
    return [one.answered for one in a_response(words, facts).replies]


@pytest.mark.parametrize(
    "list_",
    [
        f"# Statement\nThere are three recommendations; the wording is annexed.\n- Telephone: {ONE}\n- Training: {TWO}\n- Notes: {THREE}",
        f"# My response\n1. {ONE}\n2. {TWO}\n3. {THREE}",
        f"# The Commissioner’s answers\n(a) {ONE}\n(b) {TWO}\n(c) {THREE}",
        f"# My answers\n1) {ONE}\n2) {TWO}\n3) {THREE}",
        f"# My response\n**The telephone.** {ONE}\n**Training.** {TWO}\n**Notes.** {THREE}",
        f"# My answers to the recommendations\n## The telephone\n{ONE}\n## Training\n{TWO}\n## Notes\n{THREE}",
        f"# Recommendations\n## 1\n{ONE}\n## 2\n{TWO}\n## 3\n{THREE}",
        f"# My response\n| No. | What I do |\n| 1 | {ONE} |\n| 2 | {TWO} |\n| 3 | {THREE} |",
        f"# Summary\n| Recommendation | What I do |\n| Telephone | {ONE} |\n| Training | {TWO} |\n| Notes | {THREE} |",
    ],
)
def test_a_list_that_matches_the_findings_answers_each(list_: str) -> None:
    assert answered(f"{list_}\n{ANNEX}") == [YES, YES, YES]
    assert answered(f"{ANNEX}\n{list_}") == [YES, YES, YES]


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("I note what the inspectors say about this.", NO),
        ("The force has trained its people in this.", FORCE),
        ("I propose no action, because the course is complete.", YES),
    ],
)
def test_each_entry_is_judged_by_itself(second: str, told: Answered) -> None:
    words = f"# My answers to the recommendations\n- {ONE}\n- {second}\n- {THREE}\n{ANNEX}"
    assert answered(words) == [YES, told, YES]


@pytest.mark.parametrize(
    "list_",
    [
        # One too few, one too many, nothing about findings, titles alone, the reply to the chief.
        f"# My response\n- {ONE}\n- {TWO}",
        f"# My response\n- {ONE}\n- {TWO}\n- {THREE}\n- I will also visit the control room.",
        f"# Our priorities\nMy plan has three aims:\n- {ONE}\n- {TWO}\n- {THREE}",
        "# My response\n- The telephone\n- Training\n- Notes of calls",
        f"# My response to the Chief Constable’s comments\n- {ONE}\n- {TWO}\n- {THREE}",
    ],
)
def test_a_list_of_something_else_answers_nothing(list_: str) -> None:
    assert answered(f"{list_}\n{ANNEX}") == [NO, NO, NO]


def test_a_finding_answered_where_it_stands_is_not_answered_by_a_list_as_well() -> None:
    words = f"# My response\n- {ONE}\n- {TWO}\n- {THREE}\n# The report\n{A.text}\nI will write to the force about this matter in May.\n{B.text}\n{C.text}"
    assert answered(words) == [YES, NO, NO]


def test_the_findings_of_one_class_may_have_a_list_to_themselves() -> None:
    words = f"# Areas\n{AREA.text}\nI will visit the suites.\n# My answers to the recommendations\n- {ONE}\n- {TWO}\n- {THREE}\n{ANNEX}"
    assert answered(words, A, B, C, AREA) == [YES, YES, YES, YES]


LEAD = "There are three recommendations; I answer each here.\n"
ENTRIES = f"- {ONE}\n- {TWO}\n- {THREE}"


@pytest.mark.parametrize(
    "list_",
    [
        f"{LEAD}{ENTRIES}",
        f"# The recommendations\n## My plan\n{LEAD}{ENTRIES}",
        f"# My plan\n## My answers\n{ENTRIES}",
        # What stands before, behind or above it is a list of something else.
        f"# Our aims\n- I want safer streets for everyone.\n- I want more trust for all.\n# My response\n{ENTRIES}",
        f"# My response\n{ENTRIES}\n# Our aims\n- I want safer streets for everyone.",
        f"# Aims\n| Aim | Means |\n| Safety | {ONE} |\n| Trust | {TWO} |\n| Speed | {THREE} |\n# My response\n{ENTRIES}",
        # A section may have paragraphs of its own.
        f"# My answers\n## Calls\nI agree with this.\n{ONE}\n## Training\n{TWO}\n## Notes\n{THREE}",
    ],
)
def test_the_words_right_over_a_list_say_what_it_answers(list_: str) -> None:
    assert answered(f"{list_}\n{ANNEX}") == [YES, YES, YES]


@pytest.mark.parametrize(
    "list_",
    [
        f"# My response\n## Our aims\n{ENTRIES}",
        f"# Our aims\n{LEAD}They are printed below.\n{ENTRIES}",
        f"# My response\n- {ONE}\n- {TWO}\nThe board met in the meantime.\n- {THREE}",
        f"# My response\n- {ONE}\n- {TWO}\n- I will ask why.",
        f"# My response\n**{ONE}**\n**{TWO}**\n**{THREE}**",
        f"# My response\n{ONE}\n{TWO}\n{THREE}",
        f"# Aims\n| Aim | Means |\n| Safety | {ONE} |\n| Trust | {TWO} |\n| Speed | {THREE} |",
        "# My response\nI **will** ask for figures in June.\nI **will** fund ten more posts.\nI **will** publish a survey.",
        "# My response\n**I** will ask for figures **in June.**\n**I** have funded **ten more posts.**\n**I** will publish **a survey.**",
        f"# Aims\n## Calls\n{ONE}\n## Training\n{TWO}\n## Notes\n{THREE}",
    ],
)
def test_a_list_under_other_words_or_broken_off_answers_nothing(list_: str) -> None:
    assert answered(f"{list_}\n{ANNEX}") == [NO, NO, NO]


def test_two_findings_may_have_a_list_and_one_has_none() -> None:
    annex = f"# Annex: as printed\n1. {A.text}\n2. {B.text}"
    assert answered(f"# My response\n- {ONE}\n- {TWO}\n{annex}", A, B) == [YES, YES]
    alone = f"# My response\n- {ONE}\n# Annex: as printed\n1. {A.text}"
    assert answered(alone, A) == [NO]


def test_each_class_may_have_a_list_of_its_own() -> None:
    second = a_finding("AFI 2", "The force needs to look after the bicycles that it is given.")
    annex = f"{ANNEX}\n4. {AREA.text}\n5. {second.text}"
    words = f"# My response\n{ENTRIES}\n# Areas for improvement\n- {ONE}\n- {TWO}\n{annex}"
    assert answered(words, A, B, C, AREA, second) == [YES] * 5


def test_an_item_below_another_goes_on_about_the_same_finding() -> None:
    below = "I will visit the control room about it."
    words = (
        f"# My response\n- {ONE}\n- I note what the inspectors say.\n- {below}\n- {THREE}\n{ANNEX}"
    )
    flat = a_response(words, some_facts(A, B, C))
    blocks = tuple(
        replace(one, level=2) if Span(below) in one.spans else one for one in flat.read.blocks
    )
    deep = replace(flat, read=replace(flat.read, blocks=blocks))
    assert [one.answered for one in flat.replies] == [NO, NO, NO]
    assert [one.answered for one in deep.replies] == [YES, YES, YES]
