"""The report's title with a slip is a warning; a short name for the report is not."""

from datetime import date

import pytest

from casework.rules.checks.wrong_report_title import wrong_report_title
from models.shapes.checking import Facts, ReportFacts, Severity
from tests.manuscripts import a_response, some_facts


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        (
            "This is my response to PEEL 2021–2022: An inspection of Barsetshire Police.",
            "PEEL 2021–2022: An inspection of Barsetshire Police",
        ),
        (
            "# Response to PEEL 2023–2025: An inspection of Loamshire Police",
            "PEEL 2023–2025: An inspection of Loamshire Police",
        ),
        (
            "In “PEEL 2023–2025: An inpsection of Barsetshire Police” inspectors say so.",
            "PEEL 2023–2025: An inpsection of Barsetshire Police",
        ),
    ],
)
def test_a_title_with_a_slip_is_a_warning_where_it_stands(sentence: str, where: str) -> None:
    (found,) = wrong_report_title(a_response(sentence))
    assert (found.where, found.severity) == (where, Severity.WARNING)


@pytest.mark.parametrize(
    "sentence",
    [
        "PEEL 2023–2025: An inspection of Barsetshire Police",
        "PEEL 2023-2025: an inspection of Barsetshire Police",
        "‘Barsetshire Police PEEL 2023–25 – Police effectiveness, efficiency and legitimacy’",
        "The PEEL report",
        "The previous report, PEEL 2021/22, said the same of Barsetshire Police.",
        "An inspection of the Barsetshire Police control room took place.",
        "PEEL 2023–2025: The inspection of Barsetshire Police",
        "PEEL 2023–2025: an inspection into Barsetshire Police",
        "PEEL 2023–2025: And inspection on Barsetshire Police",
        "PEEL 2023\u20112025: An inspection of Barsetshire Police",
        "PEEL 2023/2025: An inspection of Barsetshire Police’s",
    ],
)
def test_the_title_and_shorter_names_are_not_told(sentence: str) -> None:
    assert not list(wrong_report_title(a_response(sentence)))


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        (
            "Peel’s 2023–2025: An inpsection of Barsetshire Police",
            "Peel’s 2023–2025: An inpsection of Barsetshire Police",
        ),
        (
            "HMIC 2023–2025: An inspection of Barsetshire Police",
            "HMIC 2023–2025: An inspection of Barsetshire Police",
        ),
        (
            "PEEL 2023–2025: An inspection of Barsetshire Polis’",
            "PEEL 2023–2025: An inspection of Barsetshire Polis",
        ),
        ("peel 2023–2025: An inpsection of Barsetshire Police", None),
        ("HMIC 2023–2025: An inspection of Barsetshire Force", None),
        ("PEEL 2021: A review of Loamshire Police", None),
    ],
)
def test_one_end_of_the_title_at_least_has_to_be_right(sentence: str, where: str | None) -> None:
    assert [one.where for one in wrong_report_title(a_response(sentence))] == (
        [where] if where else []
    )


def test_the_right_title_is_offered_in_its_place() -> None:
    (found,) = wrong_report_title(a_response("PEEL 2021–2022: An inspection of Barsetshire Police"))
    assert found.suggestion == "PEEL 2023–2025: An inspection of Barsetshire Police"
    assert found.replaces


def test_without_a_title_on_record_nothing_is_said() -> None:
    assert not list(wrong_report_title(a_response("PEEL 2021: An inspection of X Police", Facts())))


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        (
            "National child protection inspection: Barsetshire Police",
            "National child protection inspection of Barsetshire Police",
        ),
        (
            "An inspection of how well police forces handle complaints from the public",
            "Response to HMICFRS: how well police forces handle complaints from the public",
        ),
        (
            "An inspection of how well police forces handle complaints from the public",
            "Statement on how well police forces handle complaints from the public",
        ),
    ],
)
def test_the_heading_of_the_response_itself_is_no_wrong_title(title: str, heading: str) -> None:
    facts = some_facts(report=ReportFacts(title, date(2024, 3, 12)))
    assert not list(wrong_report_title(a_response(f"# {heading}\nIt is.", facts)))


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        (
            "National child protection inspection: Barsetshire Police",
            "National child protection review: Barsetshire Police",
        ),
        (
            "An inspection of how well police forces handle complaints from the public",
            "An inspection of how well police forces handle complaints by the public",
        ),
    ],
)
def test_another_word_in_the_title_is_told_in_a_heading(title: str, heading: str) -> None:
    facts = some_facts(report=ReportFacts(title, date(2024, 3, 12)))
    (one,) = wrong_report_title(a_response(f"# {heading}\nIt is.", facts))
    assert one.where == heading


@pytest.mark.parametrize(
    "sentence",
    [
        "# PEEL inspection of Barsetshire Police: response of the Mayor of Barsetshire",
        "# PEEL inspection of Barsetshire Police: statement of the Commissioner",
    ],
)
def test_a_title_of_our_own_that_opens_with_a_shorter_one_is_none_with_a_slip(
    sentence: str,
) -> None:
    assert not list(wrong_report_title(a_response(sentence)))
