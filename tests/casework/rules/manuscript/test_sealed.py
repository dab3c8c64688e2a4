"""The chief officer's words are found where they were printed, from their first word on."""

import pytest

from casework.rules.manuscript.sealed import FILLED, TOLD_APART, Sealed
from tests.manuscripts import a_response, some_facts

ONE = "I welcome this report and the recognition of our teams in every town."
TWO = "We have begun work on each finding and tell the board of it."
SHORT = "I accept every finding made."
EIGHT = "I accept every finding made by these inspectors."


def sealed(words: str, *comments: str) -> dict[int, Sealed]:
    facts = some_facts(chief_officer_comments=comments or (ONE, TWO))
    return dict(a_response(words, facts).sealed)


def test_each_paragraph_is_found_with_its_number_in_the_order_of_the_document() -> None:
    found = sealed(f"# Comments\n{TWO}\nI agree.\n{ONE}")
    assert list(found.items()) == [(1, Sealed(0, 1)), (3, Sealed(0, 0))]


def test_words_behind_others_in_their_passage_begin_where_they_begin() -> None:
    assert sealed(f"He says: {ONE}") == {0: Sealed(9, 0)}


def test_two_paragraphs_run_together_begin_with_the_first() -> None:
    assert sealed(f"{ONE} {TWO}") == {0: Sealed(0, 0)}
    assert sealed(f"{TWO} {ONE}") == {0: Sealed(0, 1)}


def test_a_paragraph_cut_in_two_is_found_in_both_passages() -> None:
    half = ONE.index("of our")
    assert sealed(f"{ONE[:half]}\n{ONE[half:]}") == {0: Sealed(0, 0), 1: Sealed(0, 0)}


@pytest.mark.parametrize(("words", "times"), [(SHORT, 1), (EIGHT, 2)])
def test_only_a_paragraph_long_enough_to_be_theirs_is_found_again(words: str, times: int) -> None:
    assert len(EIGHT.split()) == TOLD_APART
    assert len(sealed(f"# Comments\n{words}\n# Annex\n{words}", words)) == times


def test_a_place_where_it_is_all_that_is_said_goes_before_one_in_passing() -> None:
    passing = f"In the course of last year my office was told many times over: {SHORT}"
    assert sealed(f"{passing}\n# Comments\n{SHORT}", SHORT) == {2: Sealed(0, 0)}
    assert list(sealed(passing, SHORT)) == [0]


@pytest.mark.parametrize(("more", "times"), [("", 2), (" Yes", 1)])
def test_a_passage_of_which_enough_is_theirs_is_not_said_in_passing(more: str, times: int) -> None:
    assert FILLED == 0.6
    nine = "I accept every finding made by the new inspectors."
    again = f"{nine} So did all of my board{more}."
    assert len(sealed(f"{nine}\n# Annex\n{again}", nine)) == times


def test_a_paragraph_with_a_word_changed_is_found_and_another_text_is_not() -> None:
    assert sealed(ONE.replace("teams", "people")) == {0: Sealed(0, 0)}
    assert not sealed("I welcome this report, and shall see to it that all is done in May.")
