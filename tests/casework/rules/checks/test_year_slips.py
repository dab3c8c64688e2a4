# ruff: noqa: E501 - one case, one line
"""A year that is one too many or too few is told from what stands around it and on record."""

from datetime import date
from typing import Final

import pytest

from casework.rules.checks.date_order import date_order
from models.shapes.checking import Observation, Severity
from tests.manuscripts import a_finding, a_response, some_facts

FACTS: Final = some_facts(
    a_finding(
        "Recommendation 1",
        "By 31 March 2025, the force should mend its records.",
        deadline=("By 31 March 2025", date(2025, 3, 31)),
    ),
    a_finding(
        "Recommendation 2",
        "By 12 September 2024, the force should review supervision.",
        deadline=("By 12 September 2024", date(2024, 9, 12)),
    ),
)
"""Published on 12 March 2024, commented on 3 April, signed on 18 April, to be published on 22 April."""

SLIPS: Final = (
    # a day of the record or of a finding in another year
    ("I expect that the recommendation is met before 31 March 2024.", "31 March 2024"),
    ("This leaves a month before the deadline of 31 March 2026.", "31 March 2026"),
    ("The force regards this as met ahead of 12 September 2023.", "12 September 2023"),
    ("Supervision will be reviewed by 12 September 2025.", "12 September 2025"),
    ("The six months end on 12 September 2023.", "12 September 2023"),
    ("Recommendation 2 (supervision; chief constable, by 12 September 2023)", "12 September 2023"),
    ("The deadline is 31 March 2026, at a cost of £94,000 a year.", "31 March 2026"),
    ("# Response by the Commissioner, 18 April 2023", "18 April 2023"),
    ("Barchester, 18 April 2025", "18 April 2025"),
    ("Her letter of 3 April 2025 reads:", "3 April 2025"),
    ("It will be put on my website on 22 April 2025.", "22 April 2025"),
    # told as done, after the signature
    ("I approved the second post on 2 April 2025.", "2 April 2025"),
    ("I agreed £12,000 for this work on 2 April 2025.", "2 April 2025"),
    ("My office received its results on 2 April 2025.", "2 April 2025"),
    ("The superintendent has held this role since 1 October 2024.", "1 October 2024"),
    ("From 1 December 2024 my office has received a weekly return.", "1 December 2024"),
    ("The Chief Constable issued a policy on patrols from the towns on 2 April 2025.", "2 April 2025"),
    ("Every visit had been made by 20 February 2025.", "20 February 2025"),
    ("In all, 37 of them were still to be renewed; the first session was held on 26 March 2025.", "26 March 2025"),
    ("I tested it myself: on 19 March 2025 I spoke to 14 officers.", "19 March 2025"),
    ("I have approved eight posts (decision of 20 March 2025).", "20 March 2025"),
    # still to come, before the report
    ("The first session is on 25 June 2023.", "25 June 2023"),
    ("My visitors are to look at this on every visit from 1 June 2023.", "1 June 2023"),
    ("The findings are on the agenda of my board on 9 July 2023.", "9 July 2023"),
    ("I will raise it at the Justice Board, which I chair, on 24 September 2023.", "24 September 2023"),
    ("They’ll be at work by 5 August 2023.", "5 August 2023"),
    ("The partnership must send its plan by 15 October 2023.", "15 October 2023"),
    ("| Action | Owner and date |\n| Audit | Head of Assurance; 2 July 2023 |", "2 July 2023"),
    # two dates that do not go together
    ("I will report on 22 April 2026, eight days before 30 April 2025.", "22 April 2026"),
    ("It will report on 2 July 2025, a week before the months end on 9 July 2024.", "2 July 2025"),
    ("The board will consider it on 9 July 2025 and 12 November 2024.", "9 July 2025"),
    ("I will see it on 10 August 2025, so that any gap can be closed by 31 August 2024.", "10 August 2025"),
    ("The board meets on 17 July 2025, well before 31 August 2024.", "17 July 2025"),
    ("Posts will be filled on 1 March 2026, a month before the date set.", "1 March 2026"),
    ("I asked for it on 13 March 2025, the day after the report was published.", "13 March 2025"),
    ("It ran between 20 March 2025 and 2 April 2024.", "20 March 2025"),
)  # fmt: skip

INNOCENT: Final = """
In the year to 31 March 2024 the force recorded 4,000 crimes.
Recorded crime fell by 4% between 1 April 2023 and 31 March 2024.
The data cover the twelve months ending 31 March 2024.
The grant runs until 31 March 2026.
I have funded the post until 31 March 2026.
A third will be trained by 31 March 2025 and all by 31 March 2026.
The force cannot finish before 31 March 2026, a year later than the inspectors ask.
I met the chair on 13 March 2023, long before the inspection.
The contract, which was let on 3 April 2023, has three years to run.
The Act received Royal Assent on 12 March 2023.
The tragic events of 13 March 2023 are still fresh.
I took office on 6 May 2023.
HMICFRS began its fieldwork on 3 April 2023.
I shall publish my next response on 22 April 2025.
I will review this on 18 April 2025.
This page is valid until 18 April 2025.
The strategy was adopted on 12 September 2023.
I will attend the national conference on 3 April 2025.
I will publish the minutes of my board of 4 October 2023.
I will also follow up my visit on 4 October 2023.
I will return to the promises that the force made on 4 October 2023.
The force must keep to the plan it published on 4 October 2023.
The panel reviews the code that took effect on 4 October 2023.
I asked him for a report on 9 July 2024.
We agreed a further session on 9 July 2024.
The panel was told that its next meeting was on 9 July 2024.
It was decided to hold a public session on 9 July 2024.
I announced an audit, starting on 9 July 2024.
My board considered this on 27 March 2024 and returns to it on 9 July 2024.
I commissioned a review which reports on 9 July 2024.
The reports came out on 12 March 2024 and 14 June 2023 respectively.
The board met on 26 March 2024, and on 14 June 2023 it had met on the same subject.
This was done on 26 March 2024, not before 1 May 2023 as the force had said.
I met the force on 26 March 2024, two weeks after the report was published.
I will report on 10 October 2024, a year after the first report of 10 October 2023.
I will report on 1 July 2024, two months before 12 September.
""".strip().splitlines()

TABLES: Final = (
    "| Action | Date |\n| Policy reissued | 4 October 2023 |",
    "| Action | Target date |\n| Close the backlog | Completed 4 October 2023 |",
    "| Action | Date due | Progress |\n| Train | 31 January 2024 | Completed in December 2023 |",
    "Version: 1.2\nReview date: 18 April 2025",
)


def told(words: str) -> list[Observation]:
    return list(date_order(a_response(words, FACTS)))


@pytest.mark.parametrize(("words", "where"), SLIPS)
def test_a_year_that_slipped_is_told(words: str, where: str) -> None:
    assert [one.where for one in told(words)] == [where]


@pytest.mark.parametrize("words", [*INNOCENT, *TABLES])
def test_a_year_that_may_be_meant_is_not_told(words: str) -> None:
    assert not told(words)


def test_a_guess_at_a_year_blocks_nobody_and_names_the_day_that_is_meant() -> None:
    (one,) = told("Supervision will be reviewed by 12 September 2025.")
    assert one.severity is Severity.WARNING
    assert one.suggestion == "12 September 2024"


def test_a_day_that_the_report_itself_names_is_not_told() -> None:
    finding = a_finding(
        "Recommendation 1",
        "By 31 March 2025 mend it, and by 31 March 2026 test it.",
        deadline=("By 31 March 2025", date(2025, 3, 31)),
    )
    words = "I expect the recommendation to be met by 31 March 2026."
    assert not list(date_order(a_response(words, some_facts(finding))))
    plain = a_finding("Recommendation 1", "Mend it.", deadline=("", date(2025, 3, 31)))
    assert list(date_order(a_response(words, some_facts(plain))))
