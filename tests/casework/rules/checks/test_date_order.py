# ruff: noqa: E501 - one case, one line
"""Dates that cannot be are told; dates that only look odd are not."""

from datetime import date
from typing import Final

import pytest

from casework.rules.checks.date_order import date_order
from casework.rules.manuscript.timeline import MOST_DATES
from models.shapes.checking import Facts, Observation, ReportFacts, Severity
from tests.manuscripts import a_finding, a_response, some_facts


def told(words: str, facts: Facts | None = None) -> list[Observation]:
    return list(date_order(a_response(words, facts)))


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        # a day that does not exist
        ("I will report to the panel on 31 November 2024.", "31 November 2024"),
        ("The board sits again on 30 February.", "30 February"),
        ("Progress will be reviewed on 31/06/2024.", "31/06/2024"),
        # a weekday that does not fit
        ("I met the Chief Constable on Monday 26 March 2024.", "Monday 26 March 2024"),
        ("My board will meet on Friday, 6 June 2024.", "Friday, 6 June 2024"),
        # a year too early, told on from a day of those weeks
        (
            "I called my board together on 19 March 2024. I also met the chairs on 2 April 2023.",
            "2 April 2023",
        ),
        # the report's publication
        ("The report was published by HMICFRS on 12 March 2023.", "12 March 2023"),
        ("The report, published on 21 March 2024, makes two recommendations.", "21 March 2024"),
        ("HMICFRS published its report on 12 April 2024.", "12 April 2024"),
        ("On 13 March 2024, HMICFRS published its report on Barsetshire Police.", "13 March 2024"),
        (
            (
                "This is my response to PEEL 2023–2025: An inspection of Barsetshire Police, "
                "published "
                "on 12 May 2024."
            ),
            "12 May 2024",
        ),
        ("I respond to the inspection report published in March 2023.", "March 2023"),
        ("Report published: 12 March 2023", "12 March 2023"),
        ("| Step | Date |\n| Report published | 13 March 2024 |", "13 March 2024"),
        ("The 56 days beginning with 13 March 2024 end on 6 May 2024.", "13 March 2024"),
        ("I welcome the HMICFRS report of 12 March 2023.", "12 March 2023"),
        ("This is my response to your report dated 21 March 2024.", "21 March 2024"),
        ("| Published | 12 March 2023 |\n| Ref | 7 |", "12 March 2023"),
        ("Published: 22 April 2023", "22 April 2023"),
        ("This response was published on 17 April 2024.", "17 April 2024"),
        ("The Mayor’s review is planned for 16 September 2023.", "16 September 2023"),
        (
            "I have asked the Chief Constable to report to me on 22 February 2023.",
            "22 February 2023",
        ),
        ("On 3 September 2024 the Deputy Mayor, Ada Marsh, met the force.", "3 September 2024"),
        # the invitation
        ("I invited the Chief Constable to comment on 14 March 2023.", "14 March 2023"),
        (
            "The Chief Constable was invited on 1 March 2024 to comment by 5 April 2024.",
            "1 March 2024",
        ),
        ("I wrote to the Chief Constable on 23 March 2024 inviting comments.", "23 March 2024"),
        (
            "| Event | Date |\n| Chief Constable invited to comment | 13 March 2023 |",
            "13 March 2023",
        ),
        # the day comments were due
        (
            "I invited the Chief Constable on 13 March 2024 to comment by 15 April 2024.",
            "15 April 2024",
        ),
        ("Comments were asked for by 5 May 2024.", "5 May 2024"),
        ("Comments due: 5 April 2023", "5 April 2023"),
        ("I invited him to comment on the report by 5 May 2024.", "5 May 2024"),
        (
            "I asked him to comment on its plan for call handling.\nComments due: 5 May 2024",
            "5 May 2024",
        ),
        # the comments themselves
        ("The Chief Constable submitted these comments on 3 April 2023.", "3 April 2023"),
        ("These comments were received on 3 March 2024.", "3 March 2024"),
        ("On 4 March 2024 the Chief Constable provided the following comments:", "4 March 2024"),
        ("| What | When |\n| Comments received | 13 April 2024 |", "13 April 2024"),
        # a meeting about a report nobody has read yet
        (
            "On the 24 March 2023 I met the Chief Constable to discuss the findings.",
            "24 March 2023",
        ),
        ("I discussed the report with the Chief Constable on 4 March 2024.", "4 March 2024"),
        ("I raised the findings of the HMICFRS report at my board in April 2023.", "April 2023"),
        ("At a meeting on 2 March the Chief Constable took me through the report.", "2 March"),
        (
            "The findings were considered at the Accountability Board of 9 January 2024.",
            "9 January 2024",
        ),
        ("He put these reasons to the inspectors on 24 May 2023.", "24 May 2023"),
        (
            "I invited Dr Hale on 13 March 2024 to comment. He replied on 20 February 2024.",
            "20 February 2024",
        ),
        (
            (
                "I asked Chief Constable Quiverful on 12 February 2024 whether he wished to add "
                "anything."
            ),
            "12 February 2024",
        ),
        # past, and yet to come
        (
            "The Deputy Mayor sat in on the third review, on Thursday 25 April 2024.",
            "Thursday 25 April 2024",
        ),
        ("HMICFRS visited the force between 20 and 24 July 2024.", "24 July 2024"),
        (
            "On 24 October 2024 I met the Chief Constable to discuss the findings.",
            "24 October 2024",
        ),
        ("I met the Chief Constable on 25 April 2024 to discuss the report.", "25 April 2024"),
        ("The board considered this recommendation on 2 May 2024.", "2 May 2024"),
        (
            "The Chief Constable was held to account at a meeting held on 3 June 2024.",
            "3 June 2024",
        ),
        ("In June 2024 I visited the control room.", "June 2024"),
        # promised, and over
        ("I will review progress at my board by January 2023.", "January 2023"),
        ("By 30 June 2023 I will have received a report on repeat callers.", "30 June 2023"),
        ("My office will audit a sample of cases in May 2023.", "May 2023"),
        ("The new team will be in place by autumn 2022.", "autumn 2022"),
        ("This will be completed by 31 March 2023.", "31 March 2023"),
        ("I will publish the results on 14 June 2023.", "14 June 2023"),
        ("| Action | By when |\n| I will fund two posts. | June 2023 |", "June 2023"),
        # the response's own date
        ("Date: 18 April 2023", "18 April 2023"),
        ("18 April 2025", "18 April 2025"),
        ("Dated 1 April 2024", "1 April 2024"),
        ("This response was published on 22 April 2023 on my website.", "22 April 2023"),
        ("Signed: Eleanor Harding, 11 March 2024", "11 March 2024"),
    ],
)
def test_a_date_that_cannot_be_is_told_where_it_stands(sentence: str, where: str) -> None:
    found = told(sentence)
    assert [one.where for one in found] == [where]
    assert found[0].check == "date_order"
    assert found[0].severity is not Severity.NOTE
    assert found[0].where in found[0].message


@pytest.mark.parametrize(
    "sentence",
    [
        # the procedure as it was
        "The report was published by HMICFRS on 12 March 2024.",
        "The report was published on Tuesday 12 March 2024.",
        "I discussed the published report with the Chief Constable on 20 March 2024.",
        "My invitation was dated 13 March 2024 and asked for a reply by 5 April 2024.",
        "Mine to the Chief Constable was dated 13 March 2024; it invited his comments.",
        "My youth board will be asked in January 2025 to comment on the new form.",
        "I invited the Chief Constable on 13 March 2024 to comment by 5 April 2024.",
        "The Chief Constable was invited on 13 March to submit comments by Friday 5 April 2024.",
        "Chief Constable Quiverful submitted these comments on 3 April 2024.",
        (
            "| Step | Date |\n| Report published | 12 March 2024 |\n| Invitation | 13 March "
            "2024 |\n"
            "| Comments due | 5 April 2024 |\n| Comments received | 3 April 2024 |\n"
            "| Response due | 6 May 2024 |\n| Response published | 22 April 2024 |"
        ),
        "Date: 18 April 2024",
        "18 April 2024",
        "This response will be published on 22 April 2024.",
        "The period of 56 days beginning with 12 March 2024 ends on 6 May 2024.",
        "Published: 22 April 2024",
        "Date of publication: 12 March 2024",
        "This response was published on 18 April 2024.",
        "I thank inspectors for the report of 12 March 2024.",
        "I considered the HMICFRS report of 14 April 2021 at the time.",
        # earlier reports and inspections
        "Our 2019 report, published on 20 September 2019, said the same.",
        "The previous inspection report was published on 14 April 2022.",
        "The last PEEL report on the force was published in April 2022.",
        "HMICFRS published its State of Policing report on 9 June 2023.",
        "The inspection took place between 4 September 2023 and 24 November 2023.",
        "Inspectors visited the force in October 2023.",
        "I met the inspectors on 5 February 2024 to hear their emerging findings.",
        "At a hot debrief on 8 December 2023 inspectors told us of their first findings.",
        "In January 2024 I discussed the draft report with the Chief Constable.",
        # the past is the past
        "I would be glad if the deputy came to the Board in September 2024 to tell us.",
        "On 24 March 2023 I opened the new control room.",
        "I was elected in May 2021 and again in May 2024.",
        "My board looked at call handling on 9 January 2024.",
        "In 2022/23 the force recorded 41,000 crimes.",
        "The force’s budget for 2023/24 is £140 million.",
        "The office was established in November 2012.",
        "Since January 2023 the force has answered 92% of calls in time.",
        "I have funded two posts since April 2023.",
        "The Police and Crime Plan was published on 31 March 2022.",
        # the future is the future
        "I will review progress at my board on 14 June 2024.",
        "I have asked the Chief Constable to report to my board on 12 September 2024.",
        "The Chief Constable has agreed to present an action plan on 3 June 2024.",
        "My next board is on 12 June 2024.",
        "I have commissioned an audit, which will report in autumn 2024.",
        "The new system goes live on 1 July 2024.",
        "I asked for a further report by 30 September 2024.",
        "The board agreed a review for January 2025.",
        "I have scheduled a meeting on 21 May 2024.",
        "By 31 December 2024 the force will have trained all call handlers.",
        "On 12 June 2024 I will ask the Chief Constable for figures.",
        # a promise about something past
        "I will build on the review completed in January 2023.",
        "I will compare the figures with those of March 2023.",
        "The force will continue the work that began in April 2023.",
        "I will update the plan I published in May 2021.",
        "The audit will cover cases closed since January 2023.",
        "The panel will look at data from 2022.",
        # of other people and other papers
        "Ada Vane invited Jo Hill, Chief Constable of Severnside Police, on 20 March 2024.",
        "The last inspection, PEEL 2021/22, is dated 29 August 2022 and I responded to it then.",
        "On 14 March 2024, two days after publication, I met the Police Federation.",
        "She has invited the Chief Constable to explain it at her board on 14 October 2024.",
        "Published on 22 April 2024. The report was published on Tuesday 12 March 2024.",
        "He was invited to comment by 5 April 2024, and I promised an answer by 12 April 2024.",
        "The panel was asked for its comments by 30 May 2024.",
        "I will ask Victim Support to comment on the letter by 30 May 2024.",
        "I will ask its chair to comment on their draft policy before 30 May 2024.",
        "I asked him to comment, and my board will look at it on 17 July 2024, before 31 July 2024.",
        # a second invitation
        "I reminded the Chief Constable on 2 April 2024 of the invitation to comment.",
        "I extended the date for comments to 12 April 2024.",
        # lists and ranges
        "The board met on 3, 10 and 17 April 2024.",
        "| Action | By when |\n| I will fund two posts. | June 2024 |",
        "| Action | Status |\n| I funded two posts. | Completed June 2023 |",
    ],
)
def test_a_date_that_can_be_is_not_told(sentence: str) -> None:
    assert told(sentence) == []


def test_the_right_date_is_suggested_where_the_record_knows_it() -> None:
    (found,) = told("The report was published by HMICFRS on 12 March 2023.")
    assert found.suggestion == "12 March 2024"
    assert "year" in found.message


def test_the_year_that_fits_is_suggested_for_a_meeting() -> None:
    (found,) = told("On 24 March 2023 I met the Chief Constable to discuss the findings.")
    assert found.suggestion == "24 March 2024?"


def test_a_slip_in_the_chief_officers_words_is_only_a_note() -> None:
    words = "The board met on 31 November 2023."
    facts = some_facts(chief_officer_comments=(words,))
    response = a_response(f"# Comments from the Chief Constable\n{words}", facts)
    assert [one.severity for one in date_order(response)] == [Severity.NOTE]


def test_a_deadline_in_a_quoted_finding_is_not_a_promise() -> None:
    finding = a_finding(
        "Recommendation 1",
        "By 30 November 2023, the force should make sure that repeat callers are identified.",
    )
    assert told(f"# Recommendation 1\n{finding.text}", some_facts(finding)) == []


def test_the_deadline_of_a_finding_may_be_named_in_an_answer() -> None:
    due = ("by 31 December 2023", date(2023, 12, 31))
    finding = a_finding("Recommendation 1", "By 31 December 2023, forces should act.", deadline=due)
    words = "The force will report that it met this by 31 December 2023."
    assert told(words, some_facts(finding)) == []


def test_without_facts_only_the_calendar_speaks() -> None:
    words = "On 24 March 1999 I met him to discuss the report.\nWe met on 31 April 2024."
    (found,) = told(words, Facts())
    assert found.where == "31 April 2024"


def test_a_draft_is_measured_by_today() -> None:
    words = "On 19 April 2024 I met the Chief Constable.\nOn 21 April 2024 I met the board."
    (found,) = told(words, some_facts(signed_on=None))
    assert found.where == "21 April 2024"
    assert "today" in found.message


def test_the_comments_may_come_on_the_day_of_the_invitation_and_of_signature() -> None:
    day = date(2024, 4, 18)
    facts = some_facts(comments_received_on=day, invited_on=day, comments_due_on=None)
    words = "I invited the Chief Constable on 18 April 2024.\nThese comments were received on "
    "18 April 2024."
    assert told(words, facts) == []


def test_comments_before_an_unrecorded_receipt_are_measured_by_the_invitation() -> None:
    facts = some_facts(comments_received_on=None)
    (found,) = told("The comments were received from the Chief Constable on 12 March 2024.", facts)
    assert "invitation" in found.message


def test_a_report_published_on_the_day_of_a_meeting_can_have_been_discussed() -> None:
    assert told("On 12 March 2024 I met the Chief Constable to discuss the findings.") == []


def test_a_report_of_another_year_is_not_this_one() -> None:
    facts = some_facts(report=ReportFacts("PEEL 2021/22", date(2022, 10, 14)))
    assert told("The 2018 PEEL report was published on 2 May 2019.", facts) == []


def test_a_paragraph_of_a_hundred_dates_is_read_and_a_longer_list_of_them_is_not() -> None:
    one = "On 24 March 2023 I met the Chief Constable to discuss the findings. "
    assert len(told(one * MOST_DATES)) == MOST_DATES
    assert told(one * (MOST_DATES + 1)) == []


def test_a_day_that_does_not_exist_is_told_in_any_list_of_dates() -> None:
    assert len(told("31 November 2023, " * (MOST_DATES + 1))) == MOST_DATES + 1


def test_words_that_lead_over_to_the_chief_officers_in_one_paragraph_are_the_bodys() -> None:
    paragraph = some_facts().chief_officer_comments[0]
    words = f"# Comments\nI invited him to comment. On 3 April 2025 he wrote: “{paragraph}”"
    assert [one.where for one in told(words)] == ["3 April 2025"]


def test_a_date_inside_a_quotation_is_not_the_bodys() -> None:
    assert told("The plan says: “The report was published on 12 March 2023.”") == []


@pytest.mark.parametrize("day", ["18 April 2024", "22 April 2024", "6 May 2024"])
def test_a_day_of_the_response_itself_is_not_taken_for_a_wrong_day_of_the_comments(
    day: str,
) -> None:
    assert told(f"Comments were asked for by {day}.") == []


@pytest.mark.parametrize(
    ("day", "found"),
    [("11 March 2023", 0), ("12 March 2023", 1), ("18 April 2023", 1), ("19 April 2023", 0)],
)
def test_last_years_day_is_told_where_only_this_year_puts_it_between_report_and_signature(
    day: str, found: int
) -> None:
    assert len(told(f"On {day}, the tenth day, I went to the control room.")) == found


@pytest.mark.parametrize(
    ("status", "found"), [("Completed", 0), ("Closed in May 2023", 0), ("Under way", 1)]
)
def test_a_plan_of_the_past_is_told_unless_its_row_says_that_it_is_done(
    status: str, found: int
) -> None:
    rows = f"| Action | By when | State |\n| I will fund two posts. | June 2023 | {status} |"
    assert len(told(rows)) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "I am dismayed by this report. I met the Chief Constable on 20 March 2023 to find out why.",
        "HMICFRS is right to be critical. I met her on 20 March 2023 to ask how this came about.",
        "She visited the unit on 2 April 2024 and reported to the Board on 9 April 2025.",
        "My deputy attended the panel on 2 April 2024 and explained this to it on 9 April 2025.",
        "I invited the Chief Constable to comment on the report on 13 March 2023.",
        "The Chief Constable was asked to let me have comments by 5 April 2023.",
        "I invited the Chief Constable on 13 March 2025 to submit comments.",
        "I received the Chief Constable’s comments on 3 April 2023.",
        "HMICFRS published the report on 12 March 2025.",
        "This report was published on 12 May 2024.",
        "I will report to the panel on 31 June 2024.",
        "My board will meet on Monday 4 June 2024.",
        "I reported this to the panel on 10 June 2024.",
        "The Chief Constable’s comments, which I received on 4 March 2024, are below.",
        "I wrote to the Chief Constable on 11 March 2024 to invite comments on the report.",
        "The panel returned to this on 3 May 2024.",
        "I discussed this report with the Chief Constable on 5 March 2024.",
        "I will review progress in September 2023.",
    ],
)  # fmt: skip
def test_a_date_that_cannot_be_is_told_however_it_is_put(sentence: str) -> None:
    assert len(told(sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "I have invited it to look at the grounds in particular, and to report to me in April 2025.",
        "I will invite the Chief Constable to explain it at my Board on 22 May 2024, eight days before HMICFRS’s date of 30 May 2024.",
        "Commissioner’s comment: I have asked each team to publish its priorities by October 2024.",
        "Mayor’s response: I have asked the force to publish the figures by 1 October 2024.",
        "I have invited partners to attend a summit on 4 June 2024.",
        "I have invited the Chief Constable to present the plan to my board on 4 June 2024.",
        "We have invited the College of Policing to review the unit in June 2024.",
        "I invited the auditors to look at this in January 2024.",
        "He told me of the review that he describes in his comments, and I received its results on 28 March 2024.",
        "I am dismayed by this report. I first met the Chief Constable about overdue visits on 20 March 2023.",
        "This report is fair. I met the families on 20 June 2023 and heard how they had suffered.",
        "The force has reported monthly figures to the Board since 9 April 2023.",
        "The force will be asked to return to the panel on 3 May 2024.",
        "The results will be reported to the Board on 9 July 2024.",
        "The plan is to be reported to the Board on 9 July 2024.",
        "I have asked for an update to be reported on 9 July 2024.",
        "The force has agreed that progress is reported to the Board on 9 July 2024.",
        "Crimes reported between May 2023 and May 2024 fell.",
        "The Chief Constable announced that the unit will open on 3 June 2024.",
        "The Chief Constable explained that training ends on 3 June 2024.",
        "She returns to the panel on 3 June 2024 and attended it in March.",
        "The panel, visited by the inspectors, meets on 3 June 2024.",
        "I asked for the reply to victims to be sent within a day, and this must be done by May 2024.",
    ],
)  # fmt: skip
def test_a_date_of_something_else_is_not_told(sentence: str) -> None:
    assert told(sentence) == []


def test_a_meeting_about_the_report_a_year_too_early_only_warns() -> None:
    (one,) = told("This report is grave. I met the Chief Constable on 20 March 2023 to ask why.")
    assert (one.severity, one.where) == (Severity.WARNING, "20 March 2023")


def test_the_deadline_of_a_finding_is_not_taken_for_a_wrong_day_of_the_comments() -> None:
    due = ("by 31 July 2024", date(2024, 7, 31))
    finding = a_finding("Recommendation 1", "By 31 July 2024, forces should act.", deadline=due)
    words = "Comments were asked for by 31 July 2024."
    assert not told(words, some_facts(finding))
    assert [one.where for one in told(words)] == ["31 July 2024"]


_REPLY: Final = (
    "# My response to the Chief Constable’s comments\nI thank him for his frank account."
)


@pytest.mark.parametrize(
    "sentence",
    [
        "I met him on 9 April 2023 to settle how the money will be spent.",
        "I wrote to him on 9 April 2023 about these figures.",
    ],
)
def test_a_meeting_on_the_comments_a_year_too_early_is_a_warning(sentence: str) -> None:
    (one,) = told(f"{_REPLY} {sentence}")
    assert (one.where, one.severity) == ("9 April 2023", Severity.WARNING)


@pytest.mark.parametrize(
    "words",
    [
        f"{_REPLY} I met him on 9 April 2024 to settle how the money will be spent.",
        f"{_REPLY} I met him on 9 June 2023 to settle how the money will be spent.",
        f"{_REPLY} I first met him on 9 April 2023 to ask how this would be paid for.",
        f"{_REPLY} I met him on 9 April 2023 to settle the budget and how it is spent.",
        "# My response to the Chief Constable’s comments\nI met him on 9 June 2023 to settle how it ran.",
        "# The year before\nI thank him for his account. I met him on 9 April 2023 to settle how it ran.",
    ],
)
def test_an_earlier_meeting_that_need_not_be_on_the_comments_is_not_told(words: str) -> None:
    assert told(words) == []
