"""An answer that leaves the inspectors' own deadline out is told."""
# ruff: noqa: E501 - sentences of letters, each whole on its line

from datetime import date

import pytest

from casework.rules.checks.deadline_not_answered import deadline_not_answered
from models.shapes.checking import DeadlineFacts, FindingFacts, Severity
from models.words import FindingClass
from tests.manuscripts import a_finding, a_response, some_facts
from tests.whole_responses import OFFICES, whole

DUE = a_finding(
    "Recommendation 1",
    "By 31 October 2024, the force should answer emergency calls within ten seconds.",
    deadline=("By 31 October 2024", date(2024, 10, 31)),
)
AT_ONCE = a_finding(
    "Recommendation 1",
    "The force should immediately review its open cases of stalking.",
    deadline=("immediately", date(2024, 3, 12)),
)
UNDATED = FindingFacts(
    "Recommendation 1",
    "Within three months the force should review its open cases of stalking.",
    FindingClass.RECOMMENDATION,
    deadline=DeadlineFacts("Within three months"),
)


def told(answer: str, finding: FindingFacts = DUE) -> list[str]:
    words = f"# Recommendations\n{finding.text}\n{answer}"
    noticed = deadline_not_answered(a_response(words, some_facts(finding)))
    return [one.where for one in noticed if one.severity is Severity.WARNING]


@pytest.mark.parametrize(
    "answer",
    [
        "I will ask for a report on this.",
        "I will hold the Chief Constable to account at my board.",
        "I will ask for a report at my board on 14 May 2024.",
        "I approved the second post on 14 April 2024 and will ask whether somebody has been appointed.",
        "I reviewed the use of this service in April 2024.",
        "I have funded ten posts in the 2024/25 budget.",
        "My office will look at this in December 2024.",
        "I will ask for this by 31 December 2024.",
        "I will ask for this by November 2024.",
        "My deputy met the team in October 2023.",
        "I have asked for weekly counts of overdue visits.",
    ],
)
def test_an_answer_without_the_date_is_told_at_its_words(answer: str) -> None:
    assert told(answer) == [answer]


@pytest.mark.parametrize(
    "answer",
    [
        "I will ask the force to have done this by 31 October 2024.",
        "I will see that it is done by the end of October.",
        "I expect to see this by October 2024 and will ask.",
        "I will have done this by 30 September 2024.",
        "I will check that it is done before September 2024.",
        "I will ask the force to meet the deadline.",
        "I will check this within that timescale.",
        "I have asked for it to be done by then.",
        "I will check that it is done on time.",
        "I have seen that this is already complete.",
        "I have checked that the work has been completed.",
        "I will ask, but expect this later than the inspectors ask.",
        "I will ask for a report within six months.",
        "I propose no action, as this is for the Chief Constable.",
        "I will review this in autumn 2024.",
    ],
)
def test_an_answer_that_speaks_of_the_date_is_none(answer: str) -> None:
    assert not told(answer)


@pytest.mark.parametrize(
    ("answer", "faults"),
    [
        ("I will ask for a report in the summer.", 1),
        ("I have asked for the review and seen its results.", 0),
        ("I will ask for this immediately.", 0),
        ("I will ask for this at once.", 0),
    ],
)
def test_what_is_asked_at_once_is_answered_by_what_has_begun(answer: str, faults: int) -> None:
    assert len(told(answer, AT_ONCE)) == faults


def test_a_deadline_whose_day_nobody_knows_wants_words_all_the_same() -> None:
    assert told("I will ask for a report.", UNDATED)
    assert not told("I will ask for a report within three months.", UNDATED)


def test_a_finding_without_any_answer_is_told_at_its_deadline() -> None:
    (one,) = deadline_not_answered(a_response(DUE.text, some_facts(DUE)))
    assert one.severity is Severity.WARNING
    assert one.where == "By 31 October 2024"
    assert "By 31 October 2024" in one.message


def test_the_inspectors_date_has_a_note_beside_the_warning_at_the_answer() -> None:
    words = f"# Recommendations\n{DUE.text}\nI will ask for a report on this."
    note, warning = deadline_not_answered(a_response(words, some_facts(DUE)))
    assert (note.severity, note.where) == (Severity.NOTE, "By 31 October 2024")
    assert (warning.severity, warning.where) == (
        Severity.WARNING,
        "I will ask for a report on this.",
    )
    assert "By 31 October 2024" in warning.message


@pytest.mark.parametrize(
    "answer",
    [
        "I will say in public whether each of these things is done.",
        "I will publish the results once the work is complete.",
        "I will report back when it has been implemented.",
        "I will visit to see if the new rota is in place.",
        "I will watch this until it is delivered.",
        "I have asked what was achieved.",
    ],
)
def test_to_ask_whether_it_is_done_is_not_to_say_so(answer: str) -> None:
    assert told(answer) == [answer]


SOON = a_finding(
    "Recommendation 2",
    "Within three months, the force should give every open case of burglary a plan.",
    deadline=("Within three months", date(2024, 6, 12)),
)


@pytest.mark.parametrize(
    ("answer", "left_out"),
    [
        (
            "I will have the plans read by 31 May 2024 and will pay for a desk.",
            ["Recommendation 1"],
        ),
        ("I will have the plans read by 31 May 2024 and the desk by 31 October 2024.", []),
        ("I will have the plans read by 31 May 2024 and the desk open by 1 August 2024.", []),
        ("I will have the desk open by 1 August 2024.", ["Recommendation 2"]),
    ],
)
def test_of_two_deadlines_in_one_answer_an_earlier_end_is_that_of_the_nearer(
    answer: str, left_out: list[str]
) -> None:
    words = f"# Recommendations\n{DUE.text}\n{SOON.text}\nOn recommendations 1 and 2: {answer}"
    noticed = deadline_not_answered(a_response(words, some_facts(DUE, SOON)))
    warnings = [one.message for one in noticed if one.severity is Severity.WARNING]
    assert [one.partition(" for ")[2].partition(" “")[0] for one in warnings] == left_out


def test_a_day_that_is_none_may_have_been_the_right_one() -> None:
    assert not told("I will have this read on 31 September 2024.")


def test_what_becomes_of_the_response_is_no_reason_to_leave_the_date_out() -> None:
    words = "I will ask. I am copying it to the Secretary of State for the Home Department."
    assert told(words) == [words]


def test_a_finding_without_a_deadline_wants_no_date() -> None:
    free = a_finding("Recommendation 1", "The force should review its open cases of stalking.")
    assert not told("I will ask for a report.", free)


def test_the_date_in_a_column_of_the_answer_counts() -> None:
    words = f"| Ref | Recommendation | My action | When |\n| 1 | {DUE.text} | I will ask for a report on it. | October 2024 |"
    assert not list(deadline_not_answered(a_response(words, some_facts(DUE))))
    column = words.replace("When", "Deadline")
    noticed = list(deadline_not_answered(a_response(column, some_facts(DUE))))
    assert [one.severity for one in noticed] == [Severity.NOTE, Severity.WARNING]


@pytest.mark.parametrize("office", OFFICES)
def test_every_whole_response_answers_its_deadlines(office: str) -> None:
    assert not list(deadline_not_answered(whole(office)))


@pytest.mark.parametrize(
    ("office", "old"),
    [
        ("letter", ", and I expect it to be met by the end of October"),
        ("letter", " by 12 June 2024, the date the inspectors set"),
        ("table", " before the deadline"),
        ("statement", " and expects the backlog to be cleared by September 2024"),
        ("mayor_cards", " before the end of September 2024"),
        ("london", " against the December 2024 date"),
    ],
)
def test_a_deadline_taken_out_of_a_whole_response_is_told(office: str, old: str) -> None:
    noticed = deadline_not_answered(whole(office, (old, "")))
    assert [one.severity for one in noticed if one.severity is Severity.WARNING] == [
        Severity.WARNING
    ]


@pytest.mark.parametrize(
    ("answer", "is_told"),
    [
        ("I will ask the partnership for a report on the joint plans that are in place.", True),
        ("I will look at the cells that were completed and report to the panel.", True),
        ("I asked for a list of all devices waiting longer than six months.", True),
        ("I am satisfied that it is complete.", False),
        ("I am told that this has already been done.", False),
        ("I have accepted that it will take longer than six months.", False),
        ("I do not accept that it needs any longer.", False),
        ("I will allow longer than the inspectors do.", False),
        ("The plans are in place, and I have read them.", False),
    ],
)
def test_what_else_is_done_or_long_speaks_of_no_deadline(answer: str, *, is_told: bool) -> None:
    assert bool(told(answer)) is is_told


@pytest.mark.parametrize(
    ("answer", "is_told"),
    [
        ("The guide was sent out on 14 March 2024.", False),
        ("All of them were read on 14 March 2024, two days after publication.", False),
        ("The list was long. I will read it on 14 June 2024.", True),
        ("I will ask what was done.", True),
    ],
)
def test_what_was_done_on_a_day_answers_what_is_asked_at_once(
    answer: str, *, is_told: bool
) -> None:
    assert bool(told(answer, AT_ONCE)) is is_told


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("I invited the Chief Constable to submit comments by 5 April 2024.", True),
        ("His comments were received by 3 April 2024.", True),
        ("This letter is published by 22 April 2024.", True),
        ("He has no comments. I have no response to make to them.", True),
        ("I will have the answer by 5 April 2024.", False),
    ],
)
def test_the_day_of_the_comments_or_of_the_paper_answers_no_deadline(
    words: str, *, is_told: bool
) -> None:
    assert bool(told(f"I have written to the hospital. {words}")) is is_told


@pytest.mark.parametrize(
    "answer",
    [
        "I will report to the panel in April, a month before the time runs out.",
        "I will see that it is done before the six months are up.",
        "I will see that it is done before the period is over.",
    ],
)
def test_a_time_that_is_over_speaks_of_the_deadline(answer: str) -> None:
    assert not told(answer)


@pytest.mark.parametrize(
    "answer",
    [
        "I have no role in the content of training. I will ask for the proportion of officers who have completed it.",
        "How shifts are filled is outside my control. I will ask for figures each quarter.",
        "I have no say in postings. I will commission a survey of staff.",
    ],
)
def test_what_is_not_the_bodys_to_do_excuses_no_date_where_it_asks_all_the_same(
    answer: str,
) -> None:
    assert told(answer) == [answer]


@pytest.mark.parametrize(
    "answer",
    [
        "I have no role in the content of training.",
        "I have no role in training. I propose no action. I will ask for figures.",
        "I have no role in training, and welcome the work.",
        "I have no role in training. I will ask for figures by 31 October 2024.",
        "I do not accept this, and will ask for other figures.",
    ],
)
def test_a_reason_for_none_needs_no_date(answer: str) -> None:
    assert told(answer) == []


def test_what_the_force_told_in_its_column_is_no_answer_about_the_date() -> None:
    table = (
        "| Recommendation | {} | My action | Date |\n"
        f"| {DUE.text} | Training began in February 2024. | I will pay for ten more days. | Ongoing |"
    )
    for head in (
        "What the constabulary has told me",
        "What the force tells us",
        "The force reports",
    ):
        words = f"# Recommendations\n{table.format(head)}"
        found = deadline_not_answered(a_response(words, some_facts(DUE)))
        assert any(one.severity is Severity.WARNING for one in found)
