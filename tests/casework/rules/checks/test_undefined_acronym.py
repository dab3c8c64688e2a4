"""What an acronym stands for is looked for in the sentence that spells it out."""

import pytest

from casework.rules.checks.undefined_acronym import undefined_acronym
from tests.manuscripts import a_response


def told(words: str) -> list[str]:
    return [one.where for one in undefined_acronym(a_response(words))]


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("The MARAC’s plan was read.", ["MARAC"]),
        ("The MARAC met; the DASH was filled in.", ["MARAC", "DASH"]),
        ("We saw Multi Agency. Risk Assessment Conferences meet. The MARAC agreed.", ["MARAC"]),
        ("The vulnerable adults board read it (VAWG) and the VAWG acted.", ["VAWG"]),
        ("# The MARAC\nIt met.", []),
        ("THE MARAC MET.", []),
    ],
)
def test_an_acronym_is_told_where_nothing_spells_it(words: str, where: list[str]) -> None:
    assert told(words) == where


@pytest.mark.parametrize(
    "words",
    [
        "The Crown prosecution Service agreed, and the CPS wrote to me.",
        "The Multi Agency Risk Assessment Conference Board Group met: the MARACBG.",
        "MARAC means multi-agency risk assessment conference. The MARACs met.",
        "The risk assessment is the DASH – domestic abuse, stalking and harassment.",
    ],
)
def test_it_is_known_where_its_letters_begin_the_words_or_they_are_put_beside_it(
    words: str,
) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("Our reference: WPCC/HMI/2026/03", []),
        ("Ref. QZPC/26", []),
        ("My letter QZPCC-25-112 says so, and so does QZPC-2026.", []),
        ("The QZPCC/WXB agreed.", ["QZPCC", "WXB"]),
        ("The QZPCC-led board met.", ["QZPCC"]),
        ("The QZB-4 group met.", ["QZB"]),
        ("Under WPCC/HMI/2026/03 the WPCC met.", ["WPCC"]),
    ],
)
def test_the_number_of_a_file_needs_no_explanation(words: str, where: list[str]) -> None:
    assert told(words) == where
