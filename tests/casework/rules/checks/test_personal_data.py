"""What tells of a person is shown to be looked at; the name of a service tells of nobody."""

import pytest

from casework.rules.checks.personal_data import personal_data
from tests.manuscripts import a_response


def told(words: str) -> list[tuple[str, str]]:
    """Return the words that are shown, each with what they seem to tell."""
    return [
        (one.where, one.message.removeprefix("This seems to tell ").partition(":")[0])
        for one in personal_data(a_response(words))
    ]


CRIME = "the reference of a crime or an incident"
IN_A_CASE = "the name of somebody in a case"


@pytest.mark.parametrize(
    ("words", "shown", "what"),
    [
        ("See incident no. 4211/24 of May.", "incident no. 4211/24", CRIME),
        ("See ref: 123456789 of May.", "ref: 123456789", CRIME),
        ("He was born on 3 May 1980.", "born on 3 May 1980", "a date of birth"),
        ("It is AB 12 34 56 C, no less.", "AB 12 34 56 C", "a national insurance number"),
        ("Ring 07700 900 123 at night.", "07700 900 123", "a mobile telephone number"),
        ("Then Ann Reed, aged 14, rang.", "Ann Reed, aged 14,", "somebody’s age"),
        ("Ask Ann Reed, of 3 Mill Lane.", "Ann Reed, of 3 Mill Lane", "where somebody lives"),
        ("To Mrs Ann Reed of 2 Fen View.", "Mrs Ann Reed of 2 Fen View", "where somebody lives"),
        ("Ask Ann Reed of 3 Old Mill Way.", "Ann Reed of 3 Old Mill Way", "where somebody lives"),
        ("The victim Jane Smith rang.", "The victim Jane Smith", IN_A_CASE),
    ],
)  # fmt: skip
def test_each_kind_is_shown_where_it_stands_with_what_it_tells(
    words: str, shown: str, what: str
) -> None:
    assert told(words) == [(shown, what)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # inside a sentence a capital makes a name of it, unless a comma stands between
        ("The board saw the Victim Jane Smith.", 0),
        ("The board saw the Victim, Jane Smith.", 1),
        ("The board saw the victim Jane Smith.", 1),
        ("The board saw the VICTIM Jane Smith.", 0),
        ("The board met. Victim Jane Smith came.", 1),
        ("The board met: Victim Jane Smith came.", 1),
        ("The board met. X Victim Jane Smith came.", 0),
        ("“Victim Jane Smith came.”", 1),
        (". A Victim Jane Smith came.", 0),
        ("It. Victim Jane Smith came.", 1),
        # what the name goes on with
        ("It is the victim Mill House Contact and nobody.", 0),
        ("It is the victim Mill House contact and nobody.", 1),
        ("It is the victim Mill House Smith and nobody.", 1),
        ("It is the victim Mill House, Contact and nobody.", 1),
        ("It is the victim Mill House CONTACT and nobody.", 1),
    ],
)
def test_a_name_is_told_apart_from_a_service(words: str, found: int) -> None:
    assert [what for _, what in told(words)] == [IN_A_CASE] * found


def test_the_name_of_a_service_hides_no_person_behind_it() -> None:
    found = told("The victim Care Unit told the victim Jane Smith, and the witness Jo Bloggs.")
    assert [where for where, _ in found] == ["the victim Jane Smith", "the witness Jo Bloggs"]
