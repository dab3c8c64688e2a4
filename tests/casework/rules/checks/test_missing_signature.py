"""A response that nobody has put a name under is told; every usual signature is seen."""

import pytest

from casework.rules.checks.missing_signature import missing_signature
from models.shapes.checking import Facts, Holder, Severity
from tests.manuscripts import a_response, some_facts

TEXT = """
Office of the Police and Crime Commissioner for Barsetshire
Eleanor Harding
The Close, Barchester
# Response to PEEL 2023–2025
This is the response of Eleanor Harding, Police and Crime Commissioner for Barsetshire.
I welcome the report.
I will review progress at my board.
| Action | Owner |
| I will fund two posts. | Eleanor Harding |
# Contact
For questions about this response write to the office of Eleanor Harding.
This response will be published on my website.
"""


def is_missed(words: str, facts: Facts | None = None) -> bool:
    return bool(list(missing_signature(a_response(words, facts))))


def test_a_name_in_the_letterhead_or_in_the_text_is_no_signature() -> None:
    (found,) = missing_signature(a_response(TEXT))
    assert (found.check, found.severity, found.where) == ("missing_signature", Severity.ERROR, "")
    assert "Eleanor Harding" in found.message


@pytest.mark.parametrize(
    "line",
    [
        "Eleanor Harding",
        "Eleanor Harding OBE",
        "E. Harding",
        "ELEANOR HARDING",
        "Eleanor Harding, Police and Crime Commissioner for Barsetshire",
        "Elenor Harding",
        "Eleanor Hardng",
        "Signed: Eleanor Harding",
        "Yours sincerely\nEleanor Harding",
        "Yours sincerely,\nHarding",
        "| Signed | Eleanor Harding |",
        "**Eleanor Harding**",
        "Signed by Eleanor Harding, Police and Crime Commissioner, on 18 April 2024",
        "Eleanor Jane Harding",
        "Cllr Eleanor Harding",
        "(signed) Eleanor Harding",
        "Commissioner Eleanor Harding",
        "Eleanor Harding – Police and Crime Commissioner for Barsetshire – 18 April 2024",
        "Signed for and on behalf of the Board by Eleanor Harding, Chair",
        "| Name | Eleanor Harding |\n| Office | Commissioner |",
    ],
)
def test_every_usual_signature_is_seen(line: str) -> None:
    assert not is_missed(f"{TEXT}\n{line}")


@pytest.mark.parametrize(
    "line",
    [
        "Police and Crime Commissioner for Barsetshire",
        "Yours sincerely",
        "Signed",
        "John Bold",
        "Eleanor Harding will keep the matter under review",
        "Contact: Eleanor Harding",
        "| Owner | Eleanor Harding |",
    ],
)
def test_a_title_another_name_or_a_mention_is_none(line: str) -> None:
    assert is_missed(f"{TEXT}\n{line}")


def test_a_signature_before_the_annexes_is_seen() -> None:
    words = f"{TEXT}\nEleanor Harding\n# Annex A\nText.\nText.\nText.\n# Annex B\nText.\nText."
    assert not is_missed(words)


def test_a_draft_and_an_unknown_signatory_need_none() -> None:
    assert not is_missed(TEXT, some_facts(signed_on=None))
    nobody = some_facts(signatory=Holder(), local_policing_body=Holder())
    assert not is_missed(TEXT, nobody)


def test_without_a_signatory_on_record_the_holder_of_the_office_signs() -> None:
    facts = some_facts(signatory=Holder())
    assert is_missed(TEXT, facts)
    assert not is_missed(f"{TEXT}\nEleanor Harding", facts)


def lines(*names: tuple[int, str], of: int) -> str:
    """Return a response of so many lines, with names at some of them."""
    told = dict(names)
    return "\n".join(told.get(number, "I welcome it.") for number in range(of))


@pytest.mark.parametrize(
    ("number", "of", "is_told"),
    [
        (2, 12, True),
        (3, 12, False),
        (4, 20, True),
        (5, 20, False),
        (2, 5, False),
        (1, 5, True),
        (0, 3, False),
        (1, 4, False),
        (0, 4, True),
    ],
)
def test_a_name_in_the_first_quarter_and_the_first_three_lines_is_a_letterhead(
    number: int, of: int, *, is_told: bool
) -> None:
    assert is_missed(lines((number, "Eleanor Harding"), of=of)) is is_told


@pytest.mark.parametrize(("number", "is_told"), [(5, True), (6, False), (8, False)])
def test_a_name_in_a_table_of_the_first_six_tenths_is_a_particular(
    number: int, *, is_told: bool
) -> None:
    table = "| Step |\n| Eleanor Harding |"
    assert is_missed(lines((number - 1, table), of=9)) is is_told


def test_a_name_in_a_table_is_a_signature_where_it_says_signed() -> None:
    assert not is_missed(lines((4, "| Signed | Eleanor Harding |"), of=12))
    assert is_missed(lines((4, "| Chair | Eleanor Harding |"), of=12))


def test_the_last_line_is_not_what_stands_before_the_first() -> None:
    assert is_missed(lines((0, "Eleanor Harding"), (11, "Signed by all"), of=12))


FOURTEEN = "Eleanor Harding Commissioner " + "of all " * 5 + "Barsetshire"


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        (FOURTEEN, False),
        (f"{FOURTEEN} now", True),
        (f"Signed {FOURTEEN} now", False),
        ("Eleanor Harding.", True),
        ("Eleanor Jane Ann Harding", False),
        ("Eleanor Jane Ann Mary Harding", True),
    ],
)
def test_a_signature_is_a_short_line_with_the_forename_close_by(
    line: str, *, is_told: bool
) -> None:
    assert is_missed(f"{TEXT}\n{line}") is is_told


def test_it_says_how_to_end_the_response() -> None:
    (found,) = missing_signature(a_response(TEXT))
    assert found.suggestion == (
        "End it with the signatory’s name, office and date: Eleanor Harding, "
        "Police and Crime Commissioner for Barsetshire."
    )
    (plain,) = missing_signature(a_response(TEXT, some_facts(signatory=Holder("", "Jo Bold"))))
    assert plain.suggestion == "End it with the signatory’s name, office and date: Jo Bold."
