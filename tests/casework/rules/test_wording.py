from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.rules.wording import (
    LONGEST_SLUG,
    brief_date,
    british_date,
    counted,
    counted_findings,
    day_of_period_words,
    joined,
    page_slug,
    possessive,
    slugged,
    voice_named,
    weekday_date,
)
from models.shapes.response import Voice
from models.words import FindingClass


def test_dates_are_british() -> None:
    day = date(2022, 11, 4)
    assert british_date(day) == "4 November 2022"
    assert weekday_date(day) == "Friday 4 November 2022"
    assert brief_date(date(2022, 12, 8)) == "Thu 8 Dec"


@given(st.dates())
def test_a_date_in_words_is_that_date(day: date) -> None:
    weekday, number, month, year = weekday_date(day).split()
    assert (weekday, month) == (f"{day:%A}", f"{day:%B}")
    assert (int(number), int(year)) == (day.day, day.year)


@pytest.mark.parametrize(
    ("name", "voice"),
    [
        ("I", Voice("I", "I", "my", "have", "am", "me")),
        ("we", Voice("we", "We", "our", "have", "are", "us")),
        (
            "the Mayor",
            Voice("the Mayor", "The Mayor", "the Mayor’s", "has", "is", "the Mayor", "s", "does"),
        ),
        (
            " the  Board ",
            Voice("the Board", "The Board", "the Board’s", "has", "is", "the Board", "s", "does"),
        ),
    ],
)
def test_a_body_speaks_in_the_voice_it_chose(name: str, voice: Voice) -> None:
    assert voice_named(name) == voice


def test_a_title_that_ends_in_s_takes_a_bare_apostrophe() -> None:
    assert possessive("the Commissioners") == "the Commissioners’"


@pytest.mark.parametrize(
    ("items", "words"),
    [([], ""), (["one"], "one"), (["one", "two"], "one and two"), (list("abc"), "a, b and c")],
)
def test_a_list_reads_as_a_sentence(items: list[str], words: str) -> None:
    assert joined(items) == words


def test_counts_agree_with_their_noun() -> None:
    assert counted_findings(20, FindingClass.AREA_FOR_IMPROVEMENT) == "20 areas for improvement"
    assert counted_findings(1, FindingClass.RECOMMENDATION) == "1 recommendation"
    assert counted_findings(0, FindingClass.CAUSE_OF_CONCERN) == "no causes of concern"
    assert counted(2, "reply", "replies") == "2 replies"


@pytest.mark.parametrize("klass", FindingClass)
def test_every_class_of_finding_can_be_counted(klass: FindingClass) -> None:
    assert counted_findings(1, klass) != counted_findings(2, klass)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "day 1 of 56"),
        (12, "day 12 of 56"),
        (56, "day 56 of 56"),
        (57, "1 day past day 56"),
        (0, "1 day before publication"),
        (-5, "6 days before publication"),
    ],
)
def test_the_day_of_the_period_is_told_plainly(number: int, words: str) -> None:
    assert day_of_period_words(number, 56) == words


def test_the_address_of_a_page_comes_from_the_reports_title() -> None:
    title = "PEEL 2021/22 – An inspection of Warwickshire Police’s œuvre & café"
    slug = page_slug("{title}", reference="S55-2022-001", title=title, published=date(2022, 10, 14))
    assert slug == "peel-2021-22-an-inspection-of-warwickshire-polices-uvre-cafe"


def test_a_title_without_a_latin_letter_falls_back_to_the_reference() -> None:
    slug = page_slug("{title}", reference="S55-2022-001", title="🙂", published=date(2022, 1, 1))
    assert slug == "s55-2022-001"


def test_an_office_may_address_its_pages_by_reference_and_year() -> None:
    slug = page_slug("{year}-{reference}", reference="A-1", title="x", published=date(2022, 1, 1))
    assert slug == "2022-a-1"


@given(st.text())
def test_whatever_the_title_an_address_is_safe(text: str) -> None:
    slug = slugged(text)
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(slug) <= LONGEST_SLUG
    assert not slug.startswith("-")
    assert not slug.endswith("-")
