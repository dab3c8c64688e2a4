"""A finding of the report that stands nowhere in the response is told, and no other."""
# ruff: noqa: E501 - sentences of letters, each whole on its line

import pytest

from casework.rules.checks.missing_finding import missing_finding
from models.shapes.checking import Severity
from tests.manuscripts import a_finding, a_response, some_facts
from tests.whole_responses import OFFICES, whole

FIRST = a_finding("AFI 1", "The force should make sure that repeat callers are identified.")
SECOND = a_finding("AFI 2", "The force needs to improve how it records crimes of violence.")
WORDS = """
# Areas for improvement
The force should ensure repeat callers are identified.
I will ask for figures on this at my board in May.
"""


def test_a_finding_that_stands_nowhere_is_told_by_its_reference_and_its_words() -> None:
    (told,) = missing_finding(a_response(WORDS, some_facts(FIRST, SECOND)))
    assert "AFI 2" in told.message
    assert "records crimes of violence" in told.message


def test_usual_variants_of_spelling_do_not_make_a_finding_missing() -> None:
    assert not list(missing_finding(a_response(WORDS, some_facts(FIRST))))


@pytest.mark.parametrize("office", OFFICES)
def test_nothing_is_missing_in_a_whole_response(office: str) -> None:
    assert not list(missing_finding(whole(office)))


def test_a_finding_for_another_body_may_be_cited_by_its_number() -> None:
    other = a_finding("AFI 2", SECOND.text, addressee="Home Office")
    words = f"{WORDS}\nI propose no action on AFI 2, which is for the Home Office."
    assert not list(missing_finding(a_response(words, some_facts(FIRST, other))))


def test_a_finding_for_the_force_is_missing_where_others_are_quoted_and_it_is_only_cited() -> None:
    words = f"{WORDS}\nI will ask for a report on AFI 2 in June."
    (told,) = missing_finding(a_response(words, some_facts(FIRST, SECOND)))
    assert "AFI 2" in told.message


def test_a_letter_that_quotes_no_finding_may_cite_them_all() -> None:
    words = "On AFI 1 I will ask for figures in May.\nOn AFI 2 I will ask for an audit."
    assert not list(missing_finding(a_response(words, some_facts(FIRST, SECOND))))


def test_a_label_that_waits_for_the_words_of_another_bodys_finding_shows_that_they_are_gone() -> (
    None
):
    other = a_finding("AFI 2", SECOND.text, addressee="Home Office")
    words = f"{WORDS}\n**AFI 2**\nThis is for the Home Office and I propose no action."
    (told,) = missing_finding(a_response(words, some_facts(FIRST, other)))
    assert "AFI 2" in told.message


def test_two_findings_of_the_same_words_want_two_places() -> None:
    twin = a_finding("AFI 3", FIRST.text)
    (told,) = missing_finding(a_response(WORDS, some_facts(FIRST, twin)))
    assert "AFI 3" in told.message
    twice = f"{WORDS}\n# Elsewhere\n{FIRST.text}"
    assert not list(missing_finding(a_response(twice, some_facts(FIRST, twin))))


@pytest.mark.parametrize(
    ("office", "old"),
    [
        ("letter", "“The force should make sure it has enough analysts to understand demand.”"),
        ("letter", "“The force does not answer emergency calls quickly enough, and vulnerable callers are put at risk.”"),
        ("statement", "7. The service needs to reduce the backlog of digital examinations within six months.\n"),
        ("by_area", "- The constabulary should make sure it has enough trained detectives.\n"),
        ("london", "“The force should publish its vetting statistics each year.”"),
        ("mayor_cards", "By January 2025, the Home Office should clarify the guidance on protection orders."),
        ("annex_plan", "Barsetshire Police and its partners should agree how they share information about children at risk."),
    ],
)  # fmt: skip
def test_a_finding_taken_out_of_a_whole_response_is_told(office: str, old: str) -> None:
    assert len(list(missing_finding(whole(office, (old, ""))))) == 1


def test_a_number_taken_out_of_a_shared_reason_leaves_its_finding_missing() -> None:
    (told,) = missing_finding(whole("table", ("1, 4 and 5", "1 and 4")))
    assert "Recommendation 5" in told.message


def test_a_welsh_twin_with_translated_findings_misses_none() -> None:
    facts = some_facts(FIRST, SECOND, language="cy-GB")
    assert not list(missing_finding(a_response("Dylai’r heddlu wella.", facts)))
    assert len(list(missing_finding(a_response(WORDS, facts)))) == 1


def test_a_table_of_its_own_that_lost_its_finding_is_told() -> None:
    ours = [
        a_finding(f"Recommendation {n}", f"The force should {what} this year.")
        for n, what in enumerate(("train all its sergeants", "answer all of its calls"), 1)
    ]
    other = a_finding("Recommendation 3", "The College should publish it.", addressee="College")
    card = "| Recommendation {} | {} |\n| My response | I will see to it. |\nNext."
    words = "\n".join(card.format(n, one.text) for n, one in enumerate(ours, 1))
    facts = some_facts(*ours, other)
    (told,) = missing_finding(a_response(f"{words}\n{card.format(3, '')}", facts))
    assert "Recommendation 3" in told.message
    row = "| Number | Reason |\n| Recommendation 3 | It is for the College to act. |"
    assert not list(missing_finding(a_response(f"{ours[0].text}\n{ours[1].text}\n{row}", facts)))


@pytest.mark.parametrize(
    ("standing", "severity"),
    [(0, Severity.WARNING), (1, Severity.WARNING), (2, Severity.ERROR), (3, Severity.ERROR)],
)
def test_where_most_stand_nowhere_the_reading_may_be_at_fault(
    standing: int, severity: Severity
) -> None:
    four = [
        a_finding(f"Recommendation {n}", f"The force should {what} before the year ends.")
        for n, what in enumerate(("train dogs", "mend radios", "count its cells", "paint doors"), 1)
    ]
    words = "\n".join(["I welcome the report.", *(one.text for one in four[:standing])])
    told = list(missing_finding(a_response(words, some_facts(*four))))
    assert [one.severity for one in told] == [severity] * (4 - standing)


def test_the_only_finding_of_a_report_is_missed_for_sure() -> None:
    (told,) = missing_finding(a_response("I welcome the report.", some_facts(FIRST)))
    assert told.severity is Severity.ERROR
