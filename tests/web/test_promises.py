"""The ledger of promises: of a case, as a table, and of everything that is public."""

import csv
from io import StringIO

import pytest

from casework.documents.regions import fill_regions
from casework.examining import ledgers
from tests.builders import FINANCE, OFFICER, Service, at
from tests.casework.conftest import Take
from tests.web.desk import Desk

SPRING = "The board will look at the figures by Spring 2023."


def with_spring(service: Service, reference: str) -> None:
    """Let the overview promise something of which the day is left open."""
    data = fill_regions(service.word_file(reference), {"overview": [SPRING]})
    service.check_in(reference, data)


def test_the_page_tells_who_promises_what_by_when_the_soonest_first(desk: Desk) -> None:
    reference = desk.service.reviewed()
    with_spring(desk.service, reference)
    desk.now = at(11, 15)
    desk.sign_in(OFFICER)
    text = desk.get(f"/cases/{reference}/promises")
    assert "I will act by 1 March 2023." in text
    assert f'href="/cases/{reference}/findings/f001"' in text
    assert "assumed: “Spring 2023”" in text
    assert text.index("1 March 2023</th>") < text.index("31 May 2023")
    assert "Past</strong>" not in text


def test_a_promise_whose_day_has_gone_is_marked(on_one: Take) -> None:
    service, reference = on_one("published")
    desk = Desk(service, at(3, 2, year=2023))
    desk.sign_in(OFFICER)
    assert "Past</strong>" in desk.get(f"/cases/{reference}/promises")


def test_it_comes_as_a_table(desk: Desk) -> None:
    reference = desk.service.reviewed()
    with_spring(desk.service, reference)
    desk.sign_in(OFFICER)
    answer = desk.browser.get(f"/cases/{reference}/promises.csv")
    assert "attachment" in answer.headers["content-disposition"]
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    spring = next(row for row in rows if row["promise"] == SPRING)
    assert (spring["by"], spring["assumed"]) == ("2023-05-31", "yes")
    answered = next(row for row in rows if row["findings"])
    assert (answered["by"], answered["assumed"]) == ("2023-03-01", "no")


def test_before_the_first_draft_nothing_is_promised(desk: Desk) -> None:
    from casework import intake
    from tests.builders import by

    handed = intake.HandedIn(desk.service.report, "report.html")
    reference = intake.open_report(desk.service.record, by(OFFICER, at(10, 14)), handed)[0]
    desk.sign_in(OFFICER)
    assert "Nothing is written yet." in desk.get(f"/cases/{reference}/promises")


def test_the_office_sees_what_is_public_and_nothing_that_is_only_written(on_one: Take) -> None:
    service, reference = on_one("published")
    desk = Desk(service, at(12, 6))
    desk.sign_in(FINANCE)
    text = desk.get("/promises")
    assert "I will act by 1 March 2023." in text
    assert f'href="/cases/{reference}/promises"' in text
    written, _ = on_one("reviewed")
    other = Desk(written, at(12, 6))
    other.sign_in(FINANCE)
    assert "No published response promises anything" in other.get("/promises")


def test_what_was_not_read_yet_is_told(on_one: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    service, _ = on_one("published")
    monkeypatch.setattr(ledgers, "READ_AT_ONCE", 0)
    ledgers._KEPT.clear()
    desk = Desk(service, at(12, 6))
    desk.sign_in(OFFICER)
    assert "1 older one was not read yet" in desk.get("/promises")


def test_only_so_much_is_kept_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledgers, "MOST_KEPT", 2)
    ledgers._KEPT.clear()
    for number in range(5):
        ledgers._keep(str(number), ())
    assert list(ledgers._KEPT) == ["3", "4"]
    ledgers._KEPT.clear()
