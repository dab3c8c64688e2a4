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
        ("The DDaT programme began; the GWh used.", ["DDaT"]),
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


@pytest.mark.parametrize(
    ("words", "where"),
    [
        # initials: of two to seven words, the first with a capital, at most one other without
        ("The Quiet zone met the QZ.", []),
        ("The quiet Zone met the QZ.", ["QZ"]),
        ("The Quiet zebra walk met the QZW.", ["QZW"]),
        ("The Quiet Zebra walk met the QZW.", []),
        ("Quiet Zebra Walk Group Xylo Yard Kiln met; the QZWGXYK sat.", []),
        ("The Force’s Zebra Kiln met; the FZK sat.", []),
        ("Quiet Zebra. Walk met; the QZW sat.", ["QZW"]),
        # plural, possessive, and the sign for "and"
        ("The QZWs met, and the QZW’s board; the QZXs met.", ["QZWs", "QZXs"]),
        ("The Quiet and Zebra met; the Q&Z sat.", []),
        ("The QZ&W sat.", ["QZ&W"]),
        # an acronym everybody knows
        ("The ACCs and the ACC met.", []),
        # numbers of files on both sides hide nothing between them
        ("QZPCC/26 and QZB met QZK-2026.", ["QZB"]),
    ],
)
def test_initials_are_those_of_a_name(words: str, where: list[str]) -> None:
    assert told(words) == where


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("We saw the quiet zebra walk (QZW), which the QZW led.", []),
        ("We saw the walk of a zebra that is quiet (QZW), which the QZW led.", ["QZW"]),
        ("We saw a quiet hall and the odd yard of the old zebra way (QZW): QZW.", []),
        ("We saw a quiet hall, and the odd big yard and the old zebra way (QZW): QZW.", ["QZW"]),
        ("We saw the quiet big zone (QXZ), which the QXZ led.", ["QXZ"]),
        ("It is a quiet big zoo (QZZ); the QZZ sat.", ["QZZ"]),
        ("It is a quiet big zoo zone (QZZ); the QZZ sat.", []),
        ("The QZW means the quiet zebra walk.", []),
        ("The QZW is short for quiet zebra walk.", []),
        ("The QZW is quiet and zebras walk.", ["QZW"]),
    ],
)
def test_what_stands_beside_it_spells_it_letter_by_letter_and_close_by(
    words: str, where: list[str]
) -> None:
    assert told(words) == where


def test_it_is_named_without_its_plural_and_its_sign() -> None:
    for words, plain in (("The QZXs sat.", "QZX"), ("QZX sat.", "QZX"), ("QZ&W sat.", "QZW")):
        (one,) = undefined_acronym(a_response(words))
        assert one.message.startswith(f"“{plain}” is not explained")


def test_initials_do_not_run_from_one_passage_into_the_next() -> None:
    assert told("The Quiet Zebra\nWalks on. The QZW sat.") == ["QZW"]


def test_the_next_cell_of_a_table_may_spell_it() -> None:
    table = "| Short | Long |\n| QZW | quiet zebra walk |\n"
    assert told(f"{table}The QZW sat.") == []
    assert told(f"{table}The QZB sat.") == ["QZB"]
