"""Numbers that lists swallowed, tore, doubled or gave to two findings are told."""

import pytest

from casework.rules.checks.list_number_artefact import list_number_artefact
from models.shapes.checking import Severity
from tests.manuscripts import a_finding, a_response, some_facts
from tests.whole_responses import OFFICES, whole

A = a_finding(
    "AFI 1", "The force should make sure that 96.7% of calls are answered in ten seconds."
)
B = a_finding("AFI 2", "The force needs to improve how it records crimes of violence.")
C = a_finding("AFI 3", "The force should give its supervisors time to review open cases.")
FACTS = some_facts(A, B, C)


def told(words: str) -> list[tuple[str, str]]:
    return [(o.severity.value, o.where) for o in list_number_artefact(a_response(words, FACTS))]


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("7% of calls are answered in ten seconds.", "7% of calls are answered in ten seconds."),
        (
            "96. 7% of calls are answered in ten seconds.",
            "7% of calls are answered in ten seconds.",
        ),
        ("I welcome it.\n43. 2% of victims were told.", "2% of victims were told."),
        ("1. 7% of staff have left.", "7% of staff have left."),
        ("The force answers 96. 7% of calls.", "96. 7%"),
        ("The force answers 96.\u00a07 per cent of calls.", "96.\u00a07 per cent"),
    ],
)
def test_a_number_that_a_list_tore_is_an_error(words: str, where: str) -> None:
    assert told(words) == [("error", where)]


@pytest.mark.parametrize(
    "words",
    [
        "96.7% of calls are answered in ten seconds.",
        "1. 12 officers were recruited.\n2. 30 more will follow.\n3. 7% of staff have left.",
        "1. 7% of staff have left.\n2. 3% have joined.",
        "7% of staff have left.",
        "The force was inspected in 2019. 7% of calls were lost.",
        "10.30am is when we meet.",
        "The board meets on 12.5.2024 in Barchester.",
        "1. The force has begun.\n2. It will end.",
        "3 officers were recruited.",
        "2024 was a good year.",
        "1.1 The force has begun.",
        "(a) The force has begun.",
        "See section 3.2 of the plan.",
    ],
)
def test_other_numbers_are_no_fault(words: str) -> None:
    assert not told(words)


@pytest.mark.parametrize(
    ("words", "where", "right"),
    [
        ("1.1.The force has begun.", "1.1.The", "1.1. The"),
        ("1.The force has begun.", "1.The", "1. The"),
        ("2.3Warwick is a town.", "2.3Warwick", "2.3 Warwick"),
        ("b)Officers have begun.", "b)Officers", "b) Officers"),
    ],
)
def test_a_number_glued_to_a_word_is_a_warning_that_can_be_mended(
    words: str, where: str, right: str
) -> None:
    (one,) = list_number_artefact(a_response(words, FACTS))
    assert (one.severity, one.where) == (Severity.WARNING, where)
    assert (one.suggestion, one.replaces) == (right, True)


def test_a_number_by_the_list_and_another_by_hand_is_a_warning() -> None:
    assert told("3. 3. The force has begun.") == [("warning", "3. The force has begun.")]


def test_numbering_that_begins_anew_is_one_warning() -> None:
    words = f"## Calls\n1. {A.text}\n2. {B.text}\n## Cases\n1. {C.text}"
    ((severity, where),) = told(words)
    assert severity == "warning"
    assert where in C.text
    assert not told(f"## Calls\n1. {A.text}\n2. {B.text}\n## Cases\n3. {C.text}")


def test_numbering_typed_by_hand_may_begin_anew_too() -> None:
    words = f"## Calls\n**Findings:** 1. {A.text}\n1) {B.text}\n## Cases\n1) {C.text}"
    assert [severity for severity, _ in told(words)] == ["warning"]


def test_numbering_may_begin_anew_where_findings_carry_their_references() -> None:
    words = f"**AFI 1**\n1. {A.text}\n**AFI 2**\n1. {B.text}\n**AFI 3**\n1. {C.text}"
    assert not told(words)


@pytest.mark.parametrize(
    ("words", "where"),
    [
        (
            "I thank them.\n7% of those who took part in my last survey said that they liked it.",
            "7% of those who took part in my last survey said that they",
        ),
        (
            "% of those who took part in my last survey told me that they were content with it.",
            "% of those who took part in my last survey told me that they",
        ),
        (
            "31. Late visits, which stood at 5% in May, were down to 4%.",
            "visits, which stood at 5%",
        ),
    ],
)
def test_what_may_be_the_rest_of_a_number_is_a_warning(words: str, where: str) -> None:
    ((severity, at),) = told(words)
    assert severity == "warning"
    assert where in at


@pytest.mark.parametrize(
    "words",
    [
        "12% of those who took part in my last survey told me that they were content with it.",
        "7% of staff have left the force since then.",
        "It says this:\n7% of those who took part in my last survey told me that they liked it.",
        "- 7% of those who took part in my last survey told me that they liked it.\n- 9% did not.",
        "31. Late visits, which stood at 15% in May, were down to 14%.",
        "30. It is well.\n31. Late visits, which stood at 5% in May, were down to 4%.",
        "1. Late visits, which stood at 5% in May, were down to 4%.",
        "| Share | What |\n| 7% | 7% of those who took part in my last survey said they liked it |",
        "% of calls answered",
        "> 7% of those who took part in our last survey told us that they were content with it.",
        "7 people of those who took part in my last survey told me that they were content with it.",
    ],
)
def test_prose_and_lists_that_look_like_it_are_not(words: str) -> None:
    assert not told(words)


@pytest.mark.parametrize("office", OFFICES)
def test_no_whole_response_lost_a_number(office: str) -> None:
    assert not list(list_number_artefact(whole(office)))


@pytest.mark.parametrize(
    ("words", "where"),
    [
        (
            "7% had heard of the 101 number but only 54% trust it.",
            "7% had heard of the 101 number but only 54%",
        ),
        ("Of them 7 per cent knew it, but just 54% trust it.", "7 per cent knew it, but just 54%"),
        ("It fell from 7% to 43% in a year.", "7% to 43%"),
        ("The rate dropped from 9% of calls to 12%.", "9% of calls to 12%"),
        ("4% had been told, yet only 31% were pleased.", "4% had been told, yet only 31%"),
    ],
)
def test_a_share_that_should_be_the_greater_one_is_doubted(words: str, where: str) -> None:
    assert told(words) == [("warning", where)]


@pytest.mark.parametrize("first", ["17.", "5."])
def test_a_list_that_leaps_may_hold_the_first_half_of_a_number(first: str) -> None:
    words = f"1. I welcome it.\n{first} Violence has fallen by 4% in the year.\n18. I agree."
    (one,) = told(words)
    assert (one[0], "by 4% in the year" in one[1]) == ("warning", True)


@pytest.mark.parametrize(
    "words",
    [
        "97% had heard of it but only 54% trust it.",
        "7% had heard of it, and 54% trust it.",
        "7% of it was lost, but only 5% was found.",
        "12% had heard of it but only 54% trust it.",
        "It fell from 12% to 7%.",
        "It rose from 7% to 43%.",
        "The share fell from 3.4% to 2.9%.",
        "It fell from 7% to 7%.",
        "1. I welcome it.\n4. It fell by 4% in the year.\n5. I agree.",
        "1. I welcome it.\n17. It fell by 40% in the year.\n18. I agree.",
    ],
)
def test_shares_and_lists_in_their_order_are_left_alone(words: str) -> None:
    assert not told(words)
