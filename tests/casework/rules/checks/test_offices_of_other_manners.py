"""What offices of other manners write rightly, and the same faults in their manner."""

from datetime import date

import pytest

from casework.rules.checks.date_order import date_order
from casework.rules.checks.inspectorate_voice import inspectorate_voice
from casework.rules.checks.missing_date import missing_date
from casework.rules.checks.misspelt_word import misspelt_word
from casework.rules.checks.placeholder import placeholder
from casework.rules.checks.undefined_acronym import undefined_acronym
from casework.rules.checks.unknown_reference import unknown_reference
from casework.rules.checks.web_furniture import web_furniture
from casework.rules.checks.wrong_citation import wrong_citation
from casework.rules.checks.wrong_force import wrong_force
from casework.rules.checks.wrong_last_day import wrong_last_day
from models.shapes.checking import Severity
from tests.manuscripts import EveryWord, a_finding, a_response, some_facts


def _dates(words: str) -> list[str]:
    return [one.where for one in date_order(a_response(words))]


@pytest.mark.parametrize(
    "words",
    [
        "Chief Constable Ambrose Swanage sent his comments on 9 April 2024.",
        "**Dorset.** Chief Constable Ambrose Swanage sent the following comments on 9 April 2024:",
        "Chief Constable Nerissa Tewkes replied on 9 April 2024 that she had no comments.",
        "The Chief Constable of Dorset sent his comments on 9 April 2024.",
        "Dorset Police: the Chief Constable sent his comments on 9 April 2024.",
    ],
)
def test_another_forces_comments_have_their_own_day(words: str) -> None:
    assert _dates(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The Chief Constable sent his comments on 9 April 2024.",
        "Chief Constable Septimus Quiverful sent his comments on 9 April 2024.",
        "Chief Constable Septimus Quiverfull sent his comments on 9 April 2024.",
        "Barsetshire Police: the Chief Constable sent his comments on 9 April 2024.",
    ],
)
def test_the_own_chief_officers_comments_on_a_day_that_is_not_the_records(words: str) -> None:
    assert _dates(words) == ["9 April 2024"]


@pytest.mark.parametrize(
    "words",
    [
        "Our reference: S55/24/11",
        "OPCC/31/24/24 is the number of this paper.",
        "Our ref: 55/24/11",
        "File number 55/24/11",
        "This is published under section 55(5) of the Police Act 1996, as amended in 2017.",
        "This response is published under the Police Act 1996 in the form it has had since 2017.",
        "She signs on his behalf by an arrangement dated 3 June 2023.",
        "He holds the office under a warrant signed on 3 June 2023.",
        "Two findings, stop and search among them, had been raised in public on 14 November 2017.",
    ],
)
def test_numbers_of_files_and_dates_of_other_papers_are_no_fault(words: str) -> None:
    assert _dates(words) == []


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("We met on 31/02/24.", "31/02/24"),
        ("This response was published in 2019.", "2019"),
        ("This response is dated 3 June 2023.", "3 June 2023"),
        (
            "The findings were raised with the force on 14 November 2023.",
            "14 November 2023",
        ),
    ],
)
def test_dates_of_the_procedure_that_cannot_be(words: str, where: str) -> None:
    assert _dates(words) == [where]


def test_the_date_of_an_offices_own_report_in_a_table_is_not_the_inspectors() -> None:
    rows = "| Decision | 17 |\n| Report dated | 10 April 2024 |\n| Decision taken | 18 April 2024 |"
    assert _dates(rows) == []
    assert _dates(rows.replace("Report dated", "Inspection report published")) == ["10 April 2024"]


@pytest.mark.parametrize(
    "words",
    [
        "Parts XIX and XX of the code are quoted.",
        "It was so through the XX century.",
    ],
)
def test_twenty_in_roman_figures_is_no_gap(words: str) -> None:
    assert list(placeholder(a_response(words))) == []


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("I paid for XX officers.", Severity.ERROR),
        ("Call Chapter XXXX again.", Severity.ERROR),
        ("The force gained XX% more.", Severity.ERROR),
        ("As section XX of this paper says.", Severity.ERROR),
        ("I will use Schedule XX of the contract.", Severity.WARNING),
        ("Chapter XX of the report of the Royal Commission says the same.", Severity.WARNING),
        ("The yard off XX Place is given up.", Severity.WARNING),
    ],
)
def test_a_gap_of_crosses_is_told_and_a_possible_number_or_street_only_asked_about(
    words: str, severity: Severity
) -> None:
    assert [one.severity for one in placeholder(a_response(words))] == [severity]


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (
            "I have a scheme of visitors. My scheme of visitors sent me 204 reports last year.",
            False,
        ),
        ("My office went through the complaints.", False),
        ("I thank the inspectors.", True),
    ],
)
def test_what_the_body_found_in_its_own_papers_is_its_own(before: str, told: bool) -> None:  # noqa: FBT001
    words = f"{before} We found that calls were not answered in 17 of them."
    assert bool(list(inspectorate_voice(a_response(words)))) is told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Issued by the Deputy Mayor on 18 April 2024", False),
        ("56 days, to 6 May 2024", True),
        ("Barchester, 18 April 2024", False),
    ],
)
def test_the_last_day_is_not_the_date_of_the_response(line: str, told: bool) -> None:  # noqa: FBT001
    assert bool(list(missing_date(a_response(line)))) is told


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("“You never recieve [sic] an answer.”", []),
        ("You never recieve an answer.", ["recieve"]),
        ("The problem-sloving plans are read.", ["problem-sloving"]),
        ("The pre-electoin period is over.", ["pre-electoin"]),
        ("The anti-Brexitish talk is over.", []),
    ],
)
def test_a_slip_is_told_in_either_part_of_a_word_and_not_where_it_is_owned(
    words: str, where: list[str]
) -> None:
    speller = EveryWord(
        recieve="receive",
        sloving="solving",
        electoin="election",
        **{"problem-sloving": "problem", "pre-electoin": "predilection", "anti-Brexitish": "x"},
    )
    assert [one.where for one in misspelt_word(a_response(words, speller=speller))] == where


def test_an_acronym_may_be_explained_by_what_it_means() -> None:
    assert list(undefined_acronym(a_response("RAG means red, amber or green."))) == []
    assert list(undefined_acronym(a_response("RAG is what we call it.")))


@pytest.mark.parametrize(("number", "told"), [(2, False), (3, True)])
def test_findings_that_are_numbered_through_have_no_number_beyond_the_last(
    number: int,
    told: bool,  # noqa: FBT001
) -> None:
    facts = some_facts(a_finding("AFI 1", "Do a."), a_finding("Recommendation 2", "Do b."))
    response = a_response(f"I accept recommendation {number}.", facts)
    assert bool(list(unknown_reference(response))) is told


@pytest.mark.parametrize(
    ("line", "told"), [("Skip to main content Menu Search", True), ("Search", False)]
)
def test_the_menu_of_a_page_with_its_search(line: str, told: bool) -> None:  # noqa: FBT001
    assert bool(list(web_furniture(a_response(line)))) is told


@pytest.mark.parametrize(("sub", "told"), [("4", True), ("5", False)])
def test_an_answer_is_given_under_the_fifth_sub_section(sub: str, told: bool) -> None:  # noqa: FBT001
    words = f"I answer it under section 55({sub}) of the Police Act 1996."
    assert bool(list(wrong_citation(a_response(words)))) is told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("I did it as a neighbour would, for the people whom Dorset Police serves.", True),
        ("I did it as a neighbour would, with Dorset Police.", False),
    ],
)
def test_whom_another_force_serves_are_not_ours(words: str, told: bool) -> None:  # noqa: FBT001
    assert bool(list(wrong_force(a_response(words)))) is told


def test_comments_that_came_are_dated_by_the_record() -> None:
    words = (
        "I wrote to the Chief Constable on 13 March 2024 and asked for his comments by 5 April "
        "2024. They came on {} and read, in full:\n> I welcome this report and the inspectors’ "
        "recognition of our neighbourhood teams."
    )
    assert _dates(words.format("3 April 2024")) == []
    assert _dates(words.format("3 March 2024")) == ["3 March 2024"]
    assert date(2024, 4, 3) == some_facts().comments_received_on


def test_a_clock_that_began_again_tells_no_other_last_day() -> None:
    words = "The clock began again on 7 May 2024, and the last day is therefore {}."
    assert [one.where for one in wrong_last_day(a_response(words.format("1 July 2024")))]
    assert not list(wrong_last_day(a_response(words.format("6 May 2024"))))
