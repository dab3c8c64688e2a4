"""What a response promises with a date is collected, with the day it means."""
# ruff: noqa: E501 - sentences of letters, each whole on its line

from datetime import date

import pytest

from casework.rules.manuscript.promises import Promise, ledger, promises
from casework.rules.manuscript.speakers import Speaker
from tests.manuscripts import a_finding, a_response, some_facts

ONE = a_finding("Recommendation 1", "The force should answer emergency calls within ten seconds.")


def promised(words: str) -> list[Promise]:
    return promises(a_response(words, some_facts(ONE)))


@pytest.mark.parametrize(
    ("words", "raw", "day", "assumed"),
    [
        ("I will publish the results by 30 September 2024.", "30 September 2024", date(2024, 9, 30), False),
        ("By Spring 2025 we will have ended the backlog.", "Spring 2025", date(2025, 5, 31), True),
        ("The plan will be published by 30 September 2024.", "30 September 2024", date(2024, 9, 30), False),
        ("My office will report in January 2025.", "January 2025", date(2025, 1, 31), True),
        ("I propose to review this in autumn 2024.", "autumn 2024", date(2024, 11, 30), True),
        ("The panel will meet within three months.", "within three months", date(2024, 7, 18), True),
    ],
)  # fmt: skip
def test_a_promise_tells_its_day_and_whether_it_is_assumed(
    words: str, raw: str, day: date, *, assumed: bool
) -> None:
    (told,) = promised(words)
    assert (told.raw, told.day, told.assumed) == (raw, day, assumed)
    assert told.words == words
    assert told.speaker is Speaker.BODY


@pytest.mark.parametrize(
    "words",
    [
        "I met the Chief Constable on 20 March 2024.",
        "I will ask for a report.",
        "The plan was due by 1 April 2024.",
        "This response will be published on 22 April 2024.",
        "Section 55(5A) requires this response to be published before the end of the period of 56 days beginning with the day on which the report was published, that is by 6 May 2024.",
        "Our statement must be published by 6 May 2024.",
        "The letter has to be sent by 6 May 2024.",
        "The force should do this by 31 October 2024.",
        "# What I will do by 30 September 2024",
    ],
)
def test_what_is_past_undated_or_asked_by_others_is_no_promise(words: str) -> None:
    assert not promised(words)


def test_a_promise_knows_whose_it_is_and_which_finding_it_answers() -> None:
    words = (
        f"# Findings\n{ONE.text}\nI will ask for figures by 30 June 2024.\n"
        "# Comments of the Chief Constable\nBy Autumn 2024 we will have trained every officer here."
    )
    facts = some_facts(
        ONE, chief_officer_comments=("By Autumn 2024 we will have trained every officer here.",)
    )
    own, theirs = ledger(a_response(words, facts))
    assert (own.speaker, own.findings) == (Speaker.BODY, ("Recommendation 1",))
    assert (theirs.speaker, theirs.findings) == (Speaker.CHIEF_OFFICER, ())


def test_the_ledger_stands_in_the_order_of_the_days() -> None:
    words = "I will act by May 2025.\nI will act by June 2024."
    assert [one.day.year for one in ledger(a_response(words))] == [2025, 2024][::-1]


def test_a_draft_counts_from_the_day_it_is_looked_at() -> None:
    facts = some_facts(signed_on=None, checked_on=None)
    words = "I will act by 25 April 2024."
    assert len(promises(a_response(words, facts, today=date(2024, 4, 25)))) == 1
    assert not promises(a_response(words, facts, today=date(2024, 4, 26)))
