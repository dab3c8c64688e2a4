"""The register: by urgency, chosen from by its address, as a table, as a page to print."""

import csv
from datetime import date
from io import StringIO

import pytest

from casework.findings import end_case
from models.words import Stage
from tests.builders import FINANCE, OFFICER, SIGNATORY, at, by
from tests.casework.conftest import Take
from tests.reports import a_page
from tests.web.desk import Desk
from tests.web.test_today import more_cases


@pytest.fixture
def two(desk: Desk) -> tuple[str, str]:
    """Return an open case of October and an ended one of September."""
    kept = desk.service.open(data=a_page())
    other = a_page(
        title="PEEL 2021/22: A revisit of Warwickshire Police", published="9 September 2022"
    )
    ended = desk.service.open(data=other)
    hand = by(OFFICER, at(10, 14, 10))
    end_case(desk.service.record, hand, ended, Stage.OPENED_BY_MISTAKE, "opened twice by mistake")
    desk.sign_in(OFFICER)
    return kept, ended


@pytest.mark.parametrize(
    ("query", "seen"),
    [
        ("", (True, False)),
        ("?show=ended", (False, True)),
        ("?show=all", (True, True)),
        ("?late=yes", (False, False)),
        ("?with=signatory", (False, False)),
        ("?with=policy_officer", (True, False)),
        ("?show=nonsense&with=%3Cscript%3E&page=-3", (True, False)),
    ],
)
def test_the_address_chooses_what_is_shown(
    desk: Desk, two: tuple[str, str], query: str, seen: tuple[bool, bool]
) -> None:
    text = desk.get(f"/cases{query}")
    assert tuple(f'href="/cases/{reference}"' in text for reference in two) == seen
    assert "<script" not in text


def test_the_most_urgent_case_comes_first_and_what_ended_last(
    desk: Desk, two: tuple[str, str]
) -> None:
    urgent = desk.service.open(
        data=a_page(title="Warwickshire Police: custody", published="1 October 2022")
    )
    text = desk.get("/cases?show=all")
    places = [text.index(f'href="/cases/{reference}"') for reference in (urgent, *two)]
    assert places == sorted(places)


def test_what_is_wrong_stands_in_words(desk: Desk, two: tuple[str, str]) -> None:
    del two
    desk.now = at(12, 10)
    desk.sign_in(OFFICER)
    text = desk.get("/cases?late=yes")
    assert "2 days late: day 56 was 8 December 2022." in text
    assert "Nobody has confirmed the publication date." in text


def test_a_long_register_comes_in_pages_and_its_table_whole(desk: Desk) -> None:
    desk.service.open(data=a_page())
    more_cases(desk.service, 60, desk.now)
    desk.sign_in(OFFICER)
    first, second = desk.get("/cases"), desk.get("/cases?page=2")
    assert first.count('role="rowheader"') == 50
    assert second.count('role="rowheader"') == 11
    assert len(table(desk, "/cases.csv")) == 61


def table(desk: Desk, path: str) -> list[dict[str, str]]:
    answer = desk.browser.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment")
    return list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))


def test_the_table_says_what_the_page_says(desk: Desk, two: tuple[str, str]) -> None:
    row = table(desk, "/cases.csv?show=open")[0]
    assert row["reference"] == two[0]
    assert row["last day"] == "2022-12-08"
    assert row["days left"] == "55"
    assert row["with"] == "policy officer"
    assert row["what is wrong"] == "nobody has confirmed the publication date"


def test_a_title_cannot_become_a_formula_of_a_spreadsheet(desk: Desk) -> None:
    desk.service.open(data=a_page(title="=HYPERLINK(1) Warwickshire Police"))
    desk.sign_in(OFFICER)
    assert table(desk, "/cases.csv")[0]["report"].startswith("'=")


def test_monday_s_page_says_of_each_case_the_day_the_act_and_who_has_it(
    desk: Desk, two: tuple[str, str]
) -> None:
    text = desk.get("/monday")
    assert "Week of Monday 10 October 2022" in text
    assert "Day 1 of 56, 55 days left" in text
    assert "Policy officer" in text
    assert two[1] not in text
    assert "Nothing is planned for a decision this week" in text


def test_monday_s_page_says_what_is_to_be_decided_this_week(desk: Desk) -> None:
    reference = desk.service.open(data=a_page())
    desk.now = at(10, 18)
    desk.sign_in(OFFICER)
    text = desk.get("/monday")
    decided = text.split("must decide this week")[1].split("<table")[0]
    assert reference in decided
    assert "steer given" in decided


def test_what_waits_for_a_signature_is_to_be_decided(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk = Desk(service, at(11, 22))
    desk.sign_in(SIGNATORY)
    decided = desk.get("/monday").split("must decide this week")[1].split("<table")[0]
    assert reference not in decided, "the chief executive is next"


def test_a_case_under_embargo_is_not_there_for_those_who_may_not_know_of_it(desk: Desk) -> None:
    from casework.intake import HandedIn, open_report

    page = a_page(title="Warwickshire Police: secret", published="")
    handed = HandedIn(page, "copy.html", published=date(2022, 10, 20), embargoed=True)
    reference = open_report(desk.service.record, by(OFFICER, desk.now), handed)[0]
    paths = ("/", "/cases", "/cases.csv", "/monday")
    desk.sign_in(OFFICER)
    assert all(reference in desk.browser.get(path).text for path in paths)
    other = Desk(desk.service, desk.now)
    other.sign_in(FINANCE)
    assert not any(reference in other.browser.get(path).text for path in paths)
    places = ("", "/date", "/findings", "/answers", "/report", "/findings/f001", "/lead")
    for place in places:
        assert "There is no case" in other.get(f"/cases/{reference}{place}", status=404)
    sent = other.browser.post(f"/cases/{reference}/start", data=other.carried("/me"))
    assert "There is no case" in sent.text
