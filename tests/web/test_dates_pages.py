"""Confirming the publication date: what was told, what speaks against it, who may."""

from datetime import date
from typing import Any

import pytest

from tests.builders import OFFICER, SIGNATORY, at
from tests.reports import a_page
from tests.web.desk import Desk
from web.forms import FieldError, TypedDay


@pytest.fixture
def page(desk: Desk) -> str:
    """Return the page that asks for the date of a case, with the officer before it."""
    reference = desk.service.open(at(10, 20), a_page())
    desk.now = at(10, 20, 10)
    desk.sign_in(OFFICER)
    return f"/cases/{reference}/date"


def a_day(day: str, month: str, year: str) -> dict[str, Any]:
    return {"published-day": day, "published-month": month, "published-year": year}


def test_the_page_shows_each_date_told_with_its_source(desk: Desk, page: str) -> None:
    text = desk.get(page)
    assert "Friday 14 October 2022" in text
    assert "Published on" in text
    assert 'value="14"' in text


def test_the_officer_confirms_and_is_told_the_last_day(desk: Desk, page: str) -> None:
    text = desk.send(page, page, **a_day("14", "10", "2022"))
    assert "day 56 is Thursday 8 December 2022" in text
    assert "Correct" in desk.get(page)


def test_a_date_the_report_does_not_give_is_pointed_out(desk: Desk, page: str) -> None:
    typed = a_day("13", "October", "2022")
    desk.send(page, page, **typed, source="seen in the newspaper", sure="2022-10-13")
    assert "No copy of the report gives 13 October 2022" in desk.get(page)
    assert "seen in the newspaper" in desk.get(page)


def test_a_date_in_the_wrong_year_is_asked_about_before_it_is_taken(desk: Desk, page: str) -> None:
    text = desk.send(page, page, status=422, **a_day("14", "10", "2021"), source="the newspaper")
    assert "Is 14 October 2021 right?" in text
    assert "Day 56 would be 8 December 2021, which has passed" in text
    assert 'href="#sure"' in text
    assert 'value="the newspaper"' in text
    assert "Confirm the publication date" in desk.get(page)


def test_who_says_that_an_unlikely_date_is_right_is_believed_for_that_date_only(
    desk: Desk, page: str
) -> None:
    for typed, ticked, status in (("2020", "2021-10-14", 422), ("2021", "2021-10-14", 200)):
        desk.send(page, page, status=status, **a_day("14", "10", typed), sure=ticked)
    assert "It was confirmed as <strong>Thursday 14 October 2021" in desk.get(page)


def test_a_date_corrected_without_a_source_says_where_that_date_stands(
    desk: Desk, page: str
) -> None:
    desk.send(page, page, **a_day("13", "10", "2022"), source="a slip", sure="2022-10-13")
    desk.send(page, page, **a_day("14", "10", "2022"))
    text = desk.get(page)
    assert "(Published on line)" in text
    assert "a slip" not in text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("31", "2", "2022"), "Give a real date"),
        (("", "", ""), "Give a real date"),
        (("x", "10", "2022"), "Give a real date"),
        (("14", "10", "1066"), "Is the year 1066 right?"),
        (("14", "10", "1991"), "A report cannot have been published"),
        (("14", "11", "2022"), "has not come yet"),
    ],
)
def test_what_is_no_date_is_refused_and_what_was_typed_stays(
    desk: Desk, page: str, typed: tuple[str, str, str], said: str
) -> None:
    text = desk.send(page, page, status=422, **a_day(*typed), source="the newspaper")
    assert said in text
    assert 'href="#published-day"' in text
    assert 'value="the newspaper"' in text
    assert all(f'value="{one}"' in text for one in typed if one)
    assert "<title>Error:" in text


def test_the_signatory_sees_the_dates_and_may_not_confirm_them(desk: Desk, page: str) -> None:
    desk.sign_in(SIGNATORY)
    assert "you may look" in desk.get(page)
    refused = desk.browser.post(page, data={**desk.carried("/me"), **a_day("14", "10", "2022")})
    assert refused.status_code == 422
    assert "may not confirm the publication date" in refused.text


@pytest.mark.parametrize("month", ["3", "03", "mar", "March", "MARCH"])
def test_a_month_may_be_a_number_or_a_name(month: str) -> None:
    assert TypedDay("due", "1", month, "2023").on == date(2023, 3, 1)


@pytest.mark.parametrize("month", ["ma", "13", "0", "Martember", "²"])
def test_what_is_no_month_is_refused_at_its_field(month: str) -> None:
    with pytest.raises(FieldError) as refused:
        _ = TypedDay("due", "1", month, "2023").on
    assert refused.value.field == "due-day"


def test_a_date_nobody_typed_is_none() -> None:
    assert TypedDay("due").if_any is None
