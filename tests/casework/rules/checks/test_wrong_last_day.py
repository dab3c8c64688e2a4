# ruff: noqa: E501 - one case, one line
"""A last day that is not day 56 is told, and so is a period that is not of fifty-six days."""

from datetime import date
from typing import Final

import pytest

from casework.rules.checks.wrong_last_day import wrong_last_day
from models.shapes.checking import Facts, Observation, ReportFacts, Severity
from tests.manuscripts import a_finding, a_response, some_facts


def told(words: str, facts: Facts | None = None) -> list[Observation]:
    return list(wrong_last_day(a_response(words, facts)))


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("This response must be published by 7 May 2024.", "7 May 2024"),
        ("I am required to publish this within 56 days, i.e. by 7 May 2024.", "7 May 2024"),
        ("The last day for publication is 7 May 2024.", "7 May 2024"),
        (
            "I must publish before the end of 56 days. The last of those days is 7 May 2024.",
            "7 May 2024",
        ),
        ("The statutory deadline is Tuesday 7 May 2024.", "Tuesday 7 May 2024"),
        ("The statutory period of 56 days ends on 8 May 2024.", "8 May 2024"),
        ("The 56-day period expires on 6 June 2024.", "6 June 2024"),
        (
            "The period begins on 12 March 2024 and, being of 56 days, ends on 7 May 2024.",
            "7 May 2024",
        ),
        ("My response is due by 12 May 2024.", "12 May 2024"),
        (
            "It will be on my website on 7 May 2024, when the period of 56 days ends.",
            "7 May 2024",
        ),
        ("The deadline for this response is 6 May 2023.", "6 May 2023"),
        (
            "| Step | Date |\n| Report published | 12 March 2024 |\n| Response due | 7 May 2024 |",
            "7 May 2024",
        ),
        ("Last day for publication: 7 May 2024", "7 May 2024"),
        ("Section 55(5A) requires publication by 7 May 2024.", "7 May 2024"),
        ("It is published within 56 days of 12 March 2024 (by 7 May 2024).", "7 May 2024"),
        ("The Act gives me 56 working days to publish my response.", "56 working days"),
        ("I must respond within two months of publication.", "two months"),
        ("The statutory period is three months.", "three months"),
        ("I am required to publish my response within 60 days.", "60 days"),
        ("Under section 55 of the Police Act 1996 I must publish this within 28 days.", "28 days"),
        ("The law requires a response within fifty-five days of publication.", "fifty-five days"),
        ("I am required to respond within eight weeks of the report’s publication.", "eight weeks"),
    ],
)
def test_a_wrong_last_day_or_period_is_told_where_it_stands(sentence: str, where: str) -> None:
    (found,) = told(sentence)
    assert found.where == where
    assert found.check == "wrong_last_day"


def test_day_57_is_called_one_day_late_and_the_right_day_is_offered() -> None:
    (found,) = told("The statutory deadline is 7 May 2024.")
    assert found.severity is Severity.ERROR
    assert "one day late" in found.message
    assert found.suggestion == "Monday 6 May 2024"


def test_two_days_after_is_not_called_one_day_late() -> None:
    (found,) = told("The statutory deadline is 8 May 2024.")
    assert "one day late" not in found.message


def test_eight_weeks_is_fifty_six_days_and_only_a_warning() -> None:
    (found,) = told("I must respond within eight weeks of publication.")
    assert found.severity is Severity.WARNING
    assert found.replaces


@pytest.mark.parametrize(
    "sentence",
    [
        "This response must be published by 6 May 2024.",
        "The statutory deadline is Monday 6 May 2024.",
        "I am required to publish this response within 56 days of the report’s publication.",
        "I am required to publish within fifty-six days of publication.",
        "The period of 56 days beginning with 12 March 2024 ends on 6 May 2024.",
        "Within 56 days (eight weeks) of publication I must respond.",
        "The report was published on 12 March 2024, so the statutory period is running.",
        "This is my statutory response to the report published on 12 March 2024.",
        "It is published within 56 days of the report’s publication on 12 March 2024.",
        "The force should respond within three months of the publication of this report.",
        "I will publish a progress update within six months.",
        "I invited the Chief Constable to comment within 28 days.",
        "The Chief Constable was asked for comments by 5 April 2024.",
        "Recommendation 1 is due by 30 September 2024.",
        "Victims must be told within five days, as the Victims’ Code requires.",
        "I will publish the minutes within ten working days of the meeting.",
        "The force must respond to emergency calls within 15 minutes.",
        "| Step | Date |\n| Response due | 6 May 2024 |",
        "I will review the statutory plan by 31 December 2024.",
        "I will publish a review of the board by 1 September 2024.",
        "The panel meets on 7 May 2024.",
    ],
)
def test_the_right_day_and_other_deadlines_are_not_told(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("published", "right", "wrong"),
    [
        (date(2022, 10, 14), "8 December 2022", "9 December 2022"),
        (date(2023, 11, 6), "31 December 2023", "1 January 2024"),
        (date(2024, 2, 28), "23 April 2024", "24 April 2024"),
    ],
)
def test_the_arithmetic_is_the_laws(published: date, right: str, wrong: str) -> None:
    facts = some_facts(report=ReportFacts("PEEL", published), last_day=None)
    assert told(f"My response is due by {right}.", facts) == []
    assert len(told(f"My response is due by {wrong}.", facts)) == 1


def test_without_any_known_day_nothing_is_said() -> None:
    assert told("My response is due by 7 May 2024.", Facts()) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The statutory deadline for the accounts is 31 May 2024.",
        "The force must publish its data by 30 June 2024.",
        "By law the force has to publish this by 30 June 2024.",
        "The date we aim at is 29 April 2024, and the last day is 6 May 2024.",
        "Statutory guidance requires complaints to be handled within 28 days.",
        "The last day for comments was 5 April 2024.",
        "I received this on 2 April 2024, five weeks before 7 May 2024.",
    ],
)
def test_last_days_of_other_things_are_not_told(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("I must publish my comments on it by 7 May.", "7 May"),
        ("The time for doing so is up on 7 May 2024.", "7 May 2024"),
        ("Day 1 is 12 March and the fifty-sixth is 7 May 2024.", "7 May 2024"),
        ("Published: 22 April 2024 | Must be published by: 7 May 2024", "7 May 2024"),
        ("| Force | X |\n| Date by which we respond | 7 May 2024 (a holiday) |", "7 May 2024"),
        ("The law requires me to publish by 7 May 2024.", "7 May 2024"),
    ],
)
def test_rarer_ways_of_telling_the_last_day_are_understood(sentence: str, where: str) -> None:
    assert [one.where for one in told(sentence)] == [where]


def test_a_report_that_nobody_must_answer_has_no_last_day() -> None:
    facts = some_facts(kind="state_of_policing", last_day=None)
    assert told("The statutory deadline is 7 May 2024.", facts) == []


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("29 April 2024", 0),
        ("30 April 2024", 1),
        ("6 May 2024", 0),
        ("7 May 2024", 1),
        ("14 May 2024", 1),
        ("15 May 2024", 0),
    ],
)
def test_a_mere_deadline_is_the_laws_only_within_a_week_of_day_57(day: str, found: int) -> None:
    assert len(told(f"Deadline: {day}")) == found


def test_a_mere_deadline_that_a_finding_sets_is_the_findings() -> None:
    finding = a_finding("R1", "Do this.", deadline=("by 30 April 2024", date(2024, 4, 30)))
    assert told("Deadline: 30 April 2024", some_facts(finding)) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("By law it ends then, on Tuesday, that is, 7 May 2024.", 1),
        ("The days expire with 7 May 2024.", 1),
        ("The days expire with 8 May 2024.", 0),
        ("The panel’s statutory day is 7 May 2024.", 0),
        ("We moved house on 7 May 2024.", 0),
        ("I asked for comments, which must arrive by 7 May 2024, again.", 0),
    ],
)
def test_day_57_is_told_in_any_sentence_about_the_duty(sentence: str, found: int) -> None:
    assert len(told(sentence)) == found


def test_the_day_by_which_comments_were_due_may_be_day_57() -> None:
    facts = some_facts(comments_due_on=date(2024, 5, 7))
    assert told("My deadline for him was 7 May 2024.", facts) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "I am required by section 55(5) of the Police Act 1996 to publish my comments and those of the Chief Constable. I must do so by 12 May 2024 at the latest, and this letter will be on my website on 22 April 2024.",
        "Publication is planned for 22 April 2024. It may not be later than 7 May 2024.",
        "Publication is planned for 22 April 2024. It must not be later than 9 May 2024.",
        "The law requires us to publish this response. We have to do so by 7 May 2024.",
        "This response cannot be published later than 8 May 2024.",
        "We have until 7 May 2024 to publish our response.",
        "I have until 12 May 2024 to respond.",
        "The fifty-six days run out on 7 May 2024.",
        "The fifty-six days are up on 8 May 2024.",
        "The latest date for publication is 7 May 2024.",
        "The latest lawful date for publication is 10 May 2024.",
        "Day 56 is 7 May 2024.",
        "7 May 2024 is the last day for publication.",
        "The 56th day falls on 7 May 2024.",
        "It must appear no later than 7 May 2024 (56 days).",
        "The law gives us until 7 May 2024.",
        "The time limit expires on Tuesday 7 May 2024.",
        "The statutory period closes at midnight on 7 May 2024.",
        "The response has to be on our website on or before 7 May 2024.",
        "Under section 55(5A) this response is due on 7 May 2024.",
        "Our statutory deadline of 7 May 2024 has been met.",
        "This is published ahead of the statutory deadline of 7 May 2024.",
        "It is published well within the statutory period, which ends on 8 May 2024.",
        "The period for responding ends 56 days after publication, on 7 May 2024.",
        "The Police Act 1996 allows 56 days, that is to say until 7 May 2024.",
        "We are publishing four weeks before the last day allowed, 14 May 2024.",
        "| Step | Date |\n| Last date for response (56 days) | 7 May 2024 |",
        "Deadline for response: 7 May 2024",
        "Statutory deadline – 7 May 2024",
        "Publication due: 7 May 2024",
        "Latest publication date: 7 May 2024",
        "The 56-day window closes on 7 May 2024.",
        "Parliament requires a response by 7 May 2024.",
        "The clock stops on 7 May 2024.",
        "The response must be published within 56 days of publication: 7 May 2024.",
        "The deadline in law is 7 May 2024.",
        "I must respond within 8 weeks of the report.",
        "I must respond within 65 days of the report’s publication.",
        "I have two calendar months in which to publish my response.",
        "The Act allows 56 working days.",
        "The Act gives me fifty-six working days in which to publish.",
        "The period of 58 days set by section 55(5A) ends soon.",
        "This response is published within the 60 days allowed by section 55.",
        "The statutory period is of eight weeks.",
        "The law gives me 40 days to respond.",
    ],
)  # fmt: skip
def test_a_wrong_last_day_is_told_however_an_office_puts_it(sentence: str) -> None:
    assert len(told(sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Publication is planned for 22 April 2024. It may not be later than 6 May 2024.",
        "I must publish my comments. I must do so by 6 May 2024.",
        "I am required to publish my comments. The Chief Constable must do so by 7 June 2024.",
        "Once approved, the statement will be published by 22 April 2024, two weeks before the last day, 6 May 2024.",
        "Once approved, the statement will be published by 22 April 2024, two weeks before the last day.",
        "We will publish this by 22 April 2024; the last day is 6 May 2024.",
        "This response will be published on 22 April 2024, within the 56 days.",
        "This statement will be on our website by 22 April 2024, a fortnight inside the statutory period.",
        "I must publish my comments and invite those of the Chief Constable. I asked for his by 5 April 2024.",
        "The force must publish its plan. It must do so by 30 June 2024.",
        "I require the Chief Constable to publish the figures. He must do so by 30 June 2024.",
        "The force’s report may not be later than 30 June 2024.",
        "The next review cannot be later than 30 September 2024.",
        "The inspectors will return by 7 May 2024.",
        "I will publish the figures by 31 May 2024.",
        "I must publish the Police and Crime Plan. I have to do so by 31 March 2025.",
        "The contract must be signed. It cannot be later than 31 May 2024.",
        "My comments are due. They will go to the panel on 4 June 2024.",
        "The Chief Constable has until 30 June 2024 to respond to the recommendation.",
        "I have until 31 December 2024 to decide on the budget.",
        "The Commissioner must set a precept and publish it. She must do so by 1 March 2025.",
        "We publish this three weeks before the last day allowed, 6 May 2024.",
        "The survey reports to me in August, in time for the end of the six months on 12 September 2024.",
    ],
)  # fmt: skip
def test_what_is_earlier_or_due_of_others_is_no_last_day(sentence: str) -> None:
    assert told(sentence) == []


LAST_DAYS: Final = [
    "The report asks for replies within 56 days. The last of these is Tuesday 7 May 2024.",
    "I must publish my response within 56 days. The last of those days is 7 May 2024.",
    "I must respond within 56 days, the last of which is 7 May 2024.",
    "I must respond within 56 days. That takes me to 7 May 2024.",
    "The law gives me 56 days, which takes us to 7 May 2024.",
    "The law gives me 56 days. That takes us just past the holiday, to 7 May 2024.",
    "The law gives me 56 days. The final day is 7 May 2024.",
    "The law gives me 56 days, and they are up on 7 May 2024.",
    "My response has to appear within 56 days of publication, so by 7 May 2024.",
    "I have until 7 May 2024 to publish this response.",
    "We have until 7 May 2024 to respond to the report.",
    "The statutory deadline is 7 May 2024.",
    "The statutory period runs to 7 May 2024.",
    "The 56 days began with 12 March 2024 and end with 7 May 2024.",
    "Fifty-six days from publication is 7 May 2024.",
    "The 56-day period expires at the end of 7 May 2024.",
    "Day 56 is 7 May 2024.",
    "Day fifty-six falls on 7 May 2024.",
    "7 May 2024 is the last day on which I may publish.",
    "7 May 2024 is the last day of the period that the Act allows.",
    "Tuesday 7 May 2024 is the deadline for my response.",
    "The deadline for this response is 7 May 2024.",
    "The latest date for publication is 7 May 2024.",
    "The law requires me to publish by 7 May 2024 at the latest.",
    "This response is due by 7 May 2024.",
    "It is published well before the 56 days end on 7 May 2024.",
    "It is published within the 56 days, which close on 7 May 2024.",
    "The clock runs out on 7 May 2024.",
    "The time allowed by section 55(5A) is over on 7 May 2024.",
    "Under section 55 my comments must be made public no later than 7 May 2024.",
    "Counting 56 days from the report brings us to 7 May 2024.",
    "I must publish it within 56 days (that is, by 7 May 2024).",
    "I must publish it within 56 days, meaning by 7 May 2024.",
    "I must publish it within 56 days: Tuesday 7 May 2024.",
    "My comments must be published before 8 May 2024, when the 56 days are over.",
    "The period of 56 days finishes on Tuesday, 7 May 2024.",
    "A response must be published in the 56 days to 7 May 2024.",
    "The period allowed for a response is 56 days, which I make to be 7 May 2024.",
    "The last day for publication is therefore Tuesday 7 May 2024.",
    "The eight weeks allowed by law end on 7 May 2024.",
    "The law allows 56 days from publication for a reply; the last is 7 May 2024.",
    "Last day: 7 May 2024",
    "The law gives me 56 days. The day of the report is the first, which makes 7 May 2024 the last.",
    "Respond by: 7 May 2024",
    "Statutory deadline: Tuesday 7 May 2024",
    "56-day deadline: 7 May 2024",
]


@pytest.mark.parametrize("sentence", LAST_DAYS)
def test_a_last_day_that_is_one_late_is_told_in_whatever_words(sentence: str) -> None:
    assert len(list(wrong_last_day(a_response(sentence)))) == 1


@pytest.mark.parametrize("sentence", LAST_DAYS)
def test_the_right_last_day_is_told_in_none_of_these_words(sentence: str) -> None:
    right = (
        sentence.replace("8 May", "7 May!").replace("7 May ", "6 May ").replace("7 May!", "7 May")
    )
    assert not list(wrong_last_day(a_response(right.replace("Tuesday", "Monday"))))


@pytest.mark.parametrize(
    "sentence",
    [
        "The panel meets on 7 May 2024.",
        "The last of these meetings is on 7 May 2024.",
        "The training has four sessions, the last of which is on 7 May 2024.",
        "I must publish within 56 days. The first of my reviews is on 9 May 2024.",
        "The report asks for replies within 56 days. The last of the new cells opens on 7 May 2024.",
        "The report asks for replies within 56 days. The last day of the training is 9 May 2024.",
        "The police and crime panel must respond by 7 May 2024.",
        "I have until 7 May 2024 to reply to the consultation.",
    ],
)
def test_the_last_of_something_else_is_no_last_day(sentence: str) -> None:
    assert not list(wrong_last_day(a_response(sentence)))


def test_day_57_of_the_signature_and_the_publication_is_told_as_late_and_only_so() -> None:
    words = "Our response is sent out on 7 May 2024."
    assert list(wrong_last_day(a_response(words)))
    for facts in ({"planned_publication_on": date(2024, 5, 7)}, {"signed_on": date(2024, 5, 7)}):
        assert not list(wrong_last_day(a_response(words, some_facts(**facts))))


@pytest.mark.parametrize(
    ("day", "severity"),
    [
        ("16 May 2024", Severity.ERROR),
        ("17 May 2024", Severity.WARNING),
        ("26 April 2024", Severity.ERROR),
        ("25 April 2024", Severity.WARNING),
        ("6 May 2023", Severity.ERROR),
        ("6 June 2024", Severity.WARNING),
        ("7 May 2023", Severity.WARNING),
    ],
)
def test_a_day_more_than_a_slip_off_is_only_a_warning(day: str, severity: Severity) -> None:
    (found,) = told(f"The statutory period of 56 days ends on {day}.")
    assert found.severity is severity
    (alone,) = told(f"Last day for publication: {day}")
    assert alone.severity is Severity.ERROR


def test_a_wrong_last_day_is_told_in_a_whole_sentence() -> None:
    (found,) = told("The statutory period of 56 days ends on 8 May 2024.")
    assert found.message == (
        "“8 May 2024” is not the last day: the 56 days begin with the day of publication and end "
        "on Monday 6 May 2024, Police Act 1996 s.55(5A)."
    )


def test_the_day_of_publication_is_never_read_as_a_last_day() -> None:
    assert told("The statutory period of 56 days ends on 12 March 2024.") == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The Act gives me 56 CALENDAR days to publish my response.", 0),
        ("The Act gives me 56 calendar days to publish my response.", 0),
        ("The Act gives me 56 Working days to publish my response.", 1),
        ("By law I have 56 days. I must publish my response within 60 days.", 1),
        ("I must publish it within eight weeks, by 6 May 2024. The law gives me 60 days.", 1),
        ("It took 3 days. The law gives me 60 days.", 1),
        ("I must publish my response, with Comments of the Chief Constable, within 60 days.", 1),
        ("I must publish the comments of the chief constable within 60 days.", 1),
        ("The force says that the statutory deadline is of 60 days.", 1),
        ("The force says that the STATUTORY DEADLINE is of 60 days.", 1),
        ("The force says that under section 55(5A) I have 60 days.", 1),
        ("The force says that by the Police Act I have 60 days.", 1),
        ("The force says that by the law I have 60 days.", 0),
    ],
)
def test_a_length_is_told_beside_right_ones_and_whoever_is_named_beside_the_duty(
    sentence: str, found: int
) -> None:
    assert len(told(sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The last day that we plan for is 29 April 2024, and in law it is 6 May 2024.", 0),
        ("The last day that we go by is 29 April 2024, and in law it is 6 May 2024.", 1),
    ],
)
def test_an_earlier_day_that_is_planned_beside_the_right_one_is_not_told(
    sentence: str, found: int
) -> None:
    assert len(told(sentence)) == found
