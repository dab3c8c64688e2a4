# ruff: noqa: E501 - one case, one line
"""A deed dated a year before the weeks of the answer is a warning; what was done long before is not told."""

from datetime import date

import pytest

from casework.rules.checks.date_order import date_order
from casework.rules.checks.deeds_a_year_early import a_year_early
from models.shapes.checking import Facts, Observation, ReportFacts, Severity
from tests.manuscripts import a_response, some_facts


def told(words: str, facts: Facts | None = None) -> list[Observation]:
    return list(date_order(a_response(words, facts)))


@pytest.mark.parametrize(
    "sentence",
    [
        "I wrote to the six directors of children’s services on 26 March 2023 and I will bring them together with the force in the autumn.",
        "I discussed it with the Chief Constable on 20 March 2024 and visited the suite at Lincoln on 27 March 2023 with the chair of the visitors.",
        "On 26 March 2023 I wrote to the chief executives of the four councils.",
        "My deputy visited the control room on 3 April 2023 and listened to calls.",
        "I spent a night shift with the response team on 22 March 2023.",
        "The Commissioner visited the custody suite on 26 March 2023.",
        "The Deputy Mayor has since met the trust; she did so on 26 March 2023.",
        "I put this to the Chief Constable at our weekly meeting on 26 March 2023.",
        "At my accountability board on 26 March 2023 I asked for figures.",
        "A letter was sent to each council on 26 March 2023.",
        "I approved £120,000 for this on 26 March 2023.",
        "I have approved a grant of £40,000 (decision of 26 March 2023).",
        "We agreed on 26 March 2023 to fund two further posts.",
        "The matter was raised at the Public Accountability Board on 26 March 2023.",
        "I saw the new rota at work on 2 April 2023.",
        "I told the Police and Crime Panel on 28 March 2023 what I intend.",
        "I have asked for monthly figures, and the first came on 2 April 2023.",
        "My office observed two panels, on 25 March 2024 and 8 April 2023.",
        "I chaired a meeting of partners on 9 April 2023, at which this was agreed.",
        "I set this out in my letter to the Home Secretary of 26 March 2023.",
        "The Board considered the finding on 26 March 2023.",
        "I commissioned an independent review on 26 March 2023, which will report in September.",
        "My head of assurance dip-sampled 40 files on 26 March 2023.",
        "I therefore called the chief officers together on 26 March 2023.",
        "On Tuesday 4 April 2023 I sat in on the daily meeting.",
        "We held a public meeting in Barchester on 26 March 2023.",
        "The Chief Constable told me on 26 March 2023 that the backlog had been cleared.",
        "The Chief Constable assured me on 26 March 2023 that the work is under way.",
        "I asked the Chief Constable on 26 March 2023 for a written plan.",
        "My custody visitors went to the suite on 26 March 2023 and saw the new cells.",
        "This report is fair. I met the families on 20 March 2023 and heard how they had suffered.",
        "# My response to the Chief Constable’s comments\nI met him on 9 April 2023 to settle how it ran.",
    ],
)
def test_a_deed_that_needs_only_the_next_year_is_a_warning(sentence: str) -> None:
    assert [one.severity for one in told(sentence)] == [Severity.WARNING]


@pytest.mark.parametrize(
    "sentence",
    [
        "On 24 March 2023 I opened the new control room.",
        "I first met the families on 26 March 2023.",
        "I had asked for this on 26 March 2023.",
        "I raised this with the last Chief Constable on 26 March 2023.",
        "I have already visited the suite, on 26 March 2023.",
        "A year before the report, on 26 March 2023, I visited the suite.",
        "I wrote to the council about it on 26 March 2023, long before the report.",
        "I agreed the budget on 26 March 2023.",
        "I sign under a scheme of delegation of 26 March 2023.",
        "I appointed my deputy on 26 March 2023.",
        "I was elected on 26 March 2023.",
        "I published my Police and Crime Plan on 26 March 2023.",
        "The unit has had a new head since 26 March 2023.",
        "I looked at the cases that were closed before 26 March 2023.",
        "I saw the figures as at 31 March 2023.",
        "I met the officer who was stabbed on 26 March 2023.",
        "I read the audit dated 26 March 2023.",
        "I asked for figures for the year ended 31 March 2023.",
        "The last inspection was PEEL 2021/22. I responded to it on 26 March 2023.",
        "In January 2023 the force asked for help. I met the chairs on 26 March 2023.",
        "I wrote to the council on 26 March 2023 and again on 9 November 2023.",
        "# Background\nI met the chairs on 26 March 2023.",
        "The river rose on 26 March 2023.",
        "The new custody suite, on 26 March 2023.",
        "I met the chairs on 26 March 2022.",
        "I met the chairs on 26 March 2024.",
        "I met the chairs in March 2023.",
        "| Contract signed | 26 March 2023 |",
    ],
)
def test_what_was_done_long_before_is_not_told(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("day", "is_told"),
    [
        ("11 March 2023", False),
        ("12 March 2023", True),
        ("18 April 2023", True),
        ("19 April 2023", False),
        ("29 February 2020", False),
    ],
)
def test_the_next_year_puts_it_between_report_and_signature(day: str, *, is_told: bool) -> None:
    assert bool(told(f"I wrote to the council on {day}.")) is is_told


def test_the_next_year_is_asked_about() -> None:
    (one,) = told("I wrote to the council on 26 March 2023.")
    assert one.where == "26 March 2023"
    assert one.suggestion == "26 March 2024?"


def test_a_draft_is_measured_by_the_last_day_and_without_facts_nothing_is_told() -> None:
    words = "I wrote to the council on 6 May 2023."
    assert told(words, some_facts(signed_on=None))
    assert not told(words.replace("6 May", "7 May"), some_facts(signed_on=None))
    assert not told(words, some_facts(signed_on=None, last_day=None))
    assert not told(words, Facts())


@pytest.mark.parametrize(
    "sentence",
    [
        "I have asked Assistant Chief Constable Ada Okafor for a return of overdue visits on the first working day of each month, beginning on 1 May 2023.",
        "I have asked for a monthly report, starting on 1 May 2023.",
        "I have asked for a report every quarter, the first on 1 July 2023.",
        "I will receive a report every month, beginning in May 2023.",
        "I will receive a quarterly report from July 2023.",
        "The audit begins on 3 June 2023.",
        "The new contract starts on 1 July 2023.",
        "The panel next meets on 12 June 2023.",
        "The next meeting of my board is on 14 June 2023.",
        "I expect the new system to be live by 1 September 2023.",
        "The Chief Constable is to report to me on 12 June 2023.",
        "I shall visit the suite on 12 June 2023.",
        "We aim to have this done by 30 September 2023.",
        "This is on the agenda of my board for 12 June 2023.",
        "I have placed this on the agenda for my board on 12 June 2023.",
        "I have arranged a visit for 12 June 2023.",
        "A further update is due on 12 June 2023.",
        "The Chief Constable has until 30 June 2023 to report to me.",
        "The Board returns to the matter on 12 June 2023.",
        "Funding has been set aside for 2024/25 and the post will be filled by 1 June 2023.",
        "I have asked the Chief Constable to give me a plan by 31 May 2023.",
        "I intend to review this again on 12 June 2023.",
        "I require a report by 31 May 2023.",
        "I will review it on 2 April 2024.",
        "The board will consider progress on 10 April 2024.",
        "Recommendation 1 will be met by 31 July 2023.",
        "Both will be met before 31 July 2023, the date that the inspectors set.",
        "Training continues until 30 September 2023.",
        "I have commissioned an audit that will report on 30 September 2023.",
        "The recruits join on 3 June 2023.",
        "My deputy will chair the first meeting, on 3 June 2023.",
        "I have scheduled a deep dive for 3 June 2023.",
        "Progress will be reported to the panel at its meeting of 3 June 2023.",
    ],
)
def test_a_plan_for_a_day_that_is_over_is_a_warning(sentence: str) -> None:
    assert [one.severity for one in told(sentence)] == [Severity.WARNING]


@pytest.mark.parametrize(
    "sentence",
    [
        "I have asked for a return on the first working day of each month, beginning on 1 April 2024.",
        "I will publish the notes of the meeting on 2 April 2024.",
        "I will report on my visit on 2 April 2024.",
        "I will act on what I saw on 2 April 2024.",
        "I will say more of the figures that I was given on 2 April 2024.",
        "I will review it on 18 April 2024.",
        "I will review it on 18 June 2024.",
        "The financial year began on 1 April 2023.",
        "I want to build on the work that was done on 12 June 2023.",
        "Training continues until 30 September 2024.",
        "The recruits join on 3 June 2024.",
        "I have asked the force for a report every month since January 2023.",
        "The report draws on visits from June 2023.",
        "The audit opened in June 2023.",
    ],
)
def test_a_plan_for_a_day_to_come_and_a_deed_of_the_past_are_not_told(sentence: str) -> None:
    assert told(sentence) == []


def test_what_is_promised_for_a_day_before_the_signature_is_measured_by_it() -> None:
    assert "signature on 18 April 2024" in told("I will review it on 17 April 2024.")[0].message
    assert told("I will review it on 17 April 2024.", some_facts(signed_on=date(2024, 4, 17))) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The Chief Constable, Septimus Quiverful, was invited to comment on 13 March 2024, with 8 March 2024 as the last date.",
        "I invited the Chief Constable on 13 March 2024 to comment, giving 5 March 2024 as the closing date.",
        "I invited the Chief Constable to comment on 13 March 2024, with a closing date of 5 March 2024.",
        "I invited the Chief Constable on 13 March 2024 to comment; the closing date was 5 March 2024.",
        "I invited the Chief Constable on 13 March 2024 to submit comments no later than 5 March 2024.",
        "I invited the Chief Constable on 13 March 2024 to submit comments on or before 5 March 2024.",
        "The Chief Constable was invited to comment on 13 March 2024 and given until 5 March 2024.",
        "I invited the Chief Constable to comment and allowed him until 5 March 2024.",
        "I invited the Chief Constable on 13 March 2024 to comment and set a deadline of 5 March 2024.",
        "The invitation to the Chief Constable went out on 13 March 2024 and asked for comments by noon on 5 March 2024.",
        "I invited the Chief Constable to comment, the last day for doing so being 5 March 2024.",
        "I wrote to the Chief Constable on 13 March 2024, inviting comments within three weeks, that is by 5 March 2024.",
        "I invited the Chief Constable on 13 March 2024 to send me comments. I asked for them by 5 March 2024.",
        "The Chief Constable was invited on 13 March 2024 to comment (deadline 5 March 2024).",
        "The Chief Constable was invited on 13 March 2024 to comment (by 5 March 2024).",
        "The Chief Constable was asked on 13 March 2024 to comment and to reply by 5 March 2024.",
        "I invited the Chief Constable's comments on 13 March 2024, to reach me by 5 March 2024.",
        "I invited the Chief Constable's comments on 13 March 2024, with a reply due 5 March 2024.",
        "The date I set for the Chief Constable's comments was 5 March 2024.",
        "The Chief Constable had until 5 March 2024 to comment.",
        "I invited the Chief Constable on 13 March 2024 to comment by 5 April 2023.",
        "I invited the Chief Constable on 13 March 2024 to comment by 12 April 2024.",
        "The Chief Constable was invited to comment on 13 March 2024, with 15 April 2024 as the last date.",
        "The Chief Constable was given until 15 April 2024 to comment.",
    ],
)
def test_a_wrong_day_for_the_comments_is_told_however_it_is_put(sentence: str) -> None:
    assert len(told(sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The Chief Constable was invited to comment on 13 March 2024, with 5 April 2024 as the last date.",
        "I invited the Chief Constable to comment on 13 March 2024, with a closing date of 5 April 2024.",
        "The Chief Constable was invited to comment on 13 March 2024 and given until 5 April 2024.",
        "I invited the Chief Constable on 13 March 2024 to comment by 5 April 2024, and will publish by 6 May 2024 as the last date.",
        "I invited the Chief Constable on 13 March 2024 to comment (by 5 April 2024).",
        "I am to publish this response with 6 May 2024 as the last date.",
        "The panel was given until 30 May 2024 to comment.",
    ],
)
def test_the_right_day_for_the_comments_is_not_told(sentence: str) -> None:
    assert told(sentence) == []


def early(words: str, facts: Facts | None = None) -> list[tuple[str, str | None]]:
    response = a_response(words, facts)
    faults = (a_year_early(one, response) for one in response.timeline)
    return [fault for fault in faults if fault]


def test_it_says_why_a_deed_may_be_of_the_next_year() -> None:
    why = (
        "“26 March 2023” is before the report of 12 March 2024, and a year later it would be in "
        "the weeks in which it was answered. Look at the year."
    )
    assert early("I wrote to the council on 26 March 2023.") == [(why, "26 March 2024?")]


def test_the_weeks_begin_with_the_report_and_end_with_the_signature() -> None:
    facts = some_facts(signed_on=date(2025, 3, 12))
    words = "I wrote to the council on {}."
    assert len(early(words.format("11 March 2024"), facts)) == 1
    assert early(words.format("12 March 2024"), facts) == []
    assert len(early(words.format("12 March 2023"), facts)) == 1
    assert len(early(words.format("18 April 2023"))) == 1
    assert early(words.format("19 April 2023")) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("I first saw them; I wrote to the council on 26 March 2023.", 1),
        ("I saw them; I first wrote to the council on 26 March 2023.", 0),
        ("I saw them; I first rang; I wrote to the council on 26 March 2023.", 1),
        ("We saw, heard, met, wrote to the council on 26 March 2023.", 1),
        ("I wrote, saw what they had done in the trial on 26 March 2023.", 0),
        ("I met those whom I saw on 26 March 2023.", 1),
        ("I saw those whom we hear on 26 March 2023.", 0),
        ("On 26 March 2023 I wrote to the council.", 1),
        ("On 26 March 2023 the council.", 0),
        ("It was asked in my letter of 26 March 2023.", 1),
        ("It was asked in my letter of April 2023.", 0),
        ("Nobody wrote on 26 March 2023.", 0),
        ("Nobody of the river, on 26 March 2023, wrote to us.", 0),
        (f"A letter there, where {'all of it and ' * 10}so on, they wrote to on 26 March 2023.", 1),
    ],
)  # fmt: skip
def test_the_deed_nearest_to_a_date_is_the_one_of_that_day(words: str, found: int) -> None:
    assert len(early(words)) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("# Background\n## What we did\nI wrote to the council on 26 March 2023.", 1),
        ("# What we did\n## Background\nI wrote to the council on 26 March 2023.", 0),
        ("# Background\n## Deeds\n### Letters\nI wrote to them on 26 March 2023.", 1),
        ("# Deeds\n## Background\n### Letters\nI wrote to them on 26 March 2023.", 1),
        ("| Step | What we did |\n| Letter | I wrote to them on 26 March 2023, too |", 1),
        ("| Step | Background |\n| Letter | I wrote to them on 26 March 2023, too |", 0),
    ],
)
def test_what_stands_under_a_heading_or_a_head_that_looks_back_is_of_then(
    words: str, found: int
) -> None:
    assert len(early(words)) == found


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("5 January 2023", 0),
        ("9 November 2023", 0),
        ("11 March 2024", 1),
        ("12 March 2024", 1),
        ("January 2023", 0),
        ("in 2022", 0),
        ("20 May 2024", 1),
        ("9 May", 1),
    ],
)
def test_a_paragraph_with_a_day_of_that_year_or_an_older_one_is_of_then(
    other: str, found: int
) -> None:
    assert len(early(f"I wrote to the council on 26 March 2023. The river rose: {other}.")) == found


def test_a_day_before_the_report_in_the_year_of_the_report_is_no_older_one() -> None:
    facts = some_facts(report=ReportFacts("PEEL", date(2023, 12, 12)), signed_on=date(2024, 3, 1))
    words = "I wrote to the council on 20 December 2022. The river rose: {}."
    assert len(early(words.format("11 December 2023"), facts)) == 1
    assert early(words.format("11 December 2022"), facts) == []
    later = some_facts(report=ReportFacts("PEEL", date(2023, 3, 12)), signed_on=date(2024, 1, 20))
    words = "I wrote to the council on 10 January 2023. The river rose: {}."
    assert early(words.format("11 March 2023"), later) == []
    assert len(early(words.format("12 March 2023"), later)) == 1
