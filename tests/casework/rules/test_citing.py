"""How several findings are cited in one breath."""

import pytest

from casework.rules.citing import cited_together
from casework.rules.money import speaks_of_money


@pytest.mark.parametrize(
    ("references", "words"),
    [
        ([], ""),
        (["Recommendation 3"], "Recommendation 3"),
        (
            ["Recommendation 3", "Recommendation 7", "Recommendation 9"],
            "Recommendations 3, 7 and 9",
        ),
        (["Cause of concern 1", "Cause of concern 2"], "Causes of concern 1 and 2"),
        (["AFI 1", "Recommendation 2", "AFI 4"], "AFIs 1 and 4 and Recommendation 2"),
        (["Point A", "Point B"], "Point A and B"),
    ],
)
def test_findings_of_a_kind_are_cited_together(references: list[str], words: str) -> None:
    assert cited_together(references) == words


@pytest.mark.parametrize(
    ("words", "told"), [("It costs more.", True), ("£3", True), ("It coasts along.", False)]
)
def test_whatever_may_have_to_be_paid_for_speaks_of_money(words: str, *, told: bool) -> None:
    assert speaks_of_money(words) is told
