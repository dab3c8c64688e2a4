"""A whole letter and a whole statement: nothing is told of them, and each date put wrong is."""

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from models.shapes.checking import Facts
from tests.casework.rules.checks.test_dates_names_and_law_never_stop import CHECKS
from tests.manuscripts import a_finding, a_response, some_facts

FACTS: Final = some_facts(
    a_finding(
        "Recommendation 1",
        "By 31 July 2024, the force should answer calls in time.",
        deadline=("By 31 July 2024", date(2024, 7, 31)),
    )
)


def read(name: str) -> str:
    words = Path(__file__).with_name(name).read_text("utf-8")
    return words.replace("{comments}", "\n".join(FACTS.chief_officer_comments))


LETTER: Final = read("whole_letter.txt")
STATEMENT: Final = read("whole_statement.txt")
IN_THE_LETTER: Final = (
    ("12 March 2024. My", "12 March 2023. My", "date_order"),
    ("end on 6 May 2024", "end on 7 May 2024", "wrong_last_day"),
    ("on 14 March 2024, two", "on 14 March 2023, two", "date_order"),
    ("again on 11 April 2024", "again on 21 April 2024", "date_order"),
    ("17 July 2024, before", "17 July 2023, before", "date_order"),
    ("on 13 March 2024 to", "on 11 March 2024 to", "date_order"),
    ("by 5 April 2024, and", "by 5 May 2024, and", "date_order"),
    ("following on 3 April 2024:", "following on 3 March 2024:", "date_order"),
    ("letter of 10 April 2024", "letter of 31 April 2024", "date_order"),
    ("meets on 8 May 2024", "meets on 8 May 2023", "date_order"),
    ("20 June 2024", "20 June 2023", "date_order"),
    ("from 22 April 2024", "from 22 March 2024", "date_order"),
    ("London\n18 April 2024", "London\n18 April 2023", "date_order"),
    ("55(5)", "55(1)", "wrong_citation"),
    ("between October and December 2023", "between October and December 2024", "date_order"),
)
IN_THE_STATEMENT: Final = (
    ("| 12 March 2024 |", "| 21 March 2024 |", "date_order"),
    ("| 6 May 2024 |", "| 7 May 2024 |", "wrong_last_day"),
    ("| 17 April 2024 |", "| 17 April 2023 |", "date_order"),
    ("meetings of 20 March 2024", "meetings of 20 March 2023", "date_order"),
    ("| Signed | 18 April 2024", "| Signed | 18 April 2023", "date_order"),
    ("published | 22 April 2024", "published | 22 May 2024", "late_publication"),
    ("on 10 July 2024. |", "on 10 July 2023. |", "date_order"),
    ("Invited: 13 March 2024", "Invited: 13 February 2024", "date_order"),
    ("by: 5 April 2024", "by: 5 April 2023", "date_order"),
    ("Received: 3 April 2024", "Received: 3 March 2024", "date_order"),
)


def told(words: str, facts: Facts = FACTS) -> set[str]:
    response = a_response(words, facts)
    return {one.check for check in CHECKS for one in check(response)}


@pytest.mark.parametrize("words", [LETTER, STATEMENT])
def test_nothing_is_told_of_a_response_without_fault(words: str) -> None:
    assert told(words) == set()


@pytest.mark.parametrize(("right", "wrong", "check"), IN_THE_LETTER)
def test_each_slip_in_a_letter_is_told_and_nothing_else(right: str, wrong: str, check: str) -> None:
    assert LETTER.count(right) == 1
    assert told(LETTER.replace(right, wrong)) == {check}


@pytest.mark.parametrize(("right", "wrong", "check"), IN_THE_STATEMENT)
def test_each_slip_in_a_statement_is_told_and_nothing_else(
    right: str, wrong: str, check: str
) -> None:
    assert STATEMENT.count(right) >= 1
    assert told(STATEMENT.replace(right, wrong)) == {check}
