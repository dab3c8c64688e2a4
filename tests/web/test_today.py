"""The first page: what needs you today, what waits for others, what was read when."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import select

from casework import comments, findings, review
from casework.record.desk import found
from casework.record.overview import case_lines
from casework.record.whats_next import whats_next
from models import Case, CaseForce, Finding, Person, Report, Source
from models.review_words import Heard
from tests.builders import HEAD, OFFICER, SIGNATORY, Service, at, by
from tests.casework.conftest import Take
from tests.reports import a_page
from tests.web.desk import Desk

SMALL = a_page()


def cards(text: str) -> list[str]:
    return [part.split("</section>")[0] for part in text.split('<section class="desk-card"')[1:]]


def test_the_officer_sees_what_needs_them_today_with_a_button_to_do_it(desk: Desk) -> None:
    reference = desk.service.open(data=SMALL)
    desk.sign_in(OFFICER)
    card = cards(desk.get("/"))[0]
    assert "Day 1 of 56, 55 days left" in card
    assert "On our website by Thursday 8 December 2022, provisional" in card
    assert "2 findings found, not yet confirmed" in card
    assert "Priya Lockhart leads" in card
    assert f'href="/cases/{reference}/date"' in card
    assert "Confirm the publication date and the findings" in card


def test_once_the_date_is_confirmed_the_button_leads_to_the_findings(desk: Desk) -> None:
    reference = desk.service.open(data=SMALL)
    desk.sign_in(OFFICER)
    findings.confirm_date(desk.service.record, by(OFFICER, desk.now), reference, date(2022, 10, 14))
    assert f'href="/cases/{reference}/findings"' in cards(desk.get("/"))[0]


def test_whoever_has_nothing_to_do_sees_for_whom_the_cases_wait(desk: Desk) -> None:
    desk.service.open(data=SMALL)
    desk.sign_in(SIGNATORY)
    text = desk.get("/")
    assert "Nothing needs you today" in text
    assert cards(text) == []
    assert "Waiting for others" in text
    assert "Policy officer" in text
    assert "Open a case" not in text


def test_a_case_that_somebody_else_leads_is_nobody_else_s_first_thing_to_do(desk: Desk) -> None:
    reference = desk.service.open(data=SMALL)
    findings.take_case(desk.service.record, by(OFFICER, desk.now), reference, HEAD)
    desk.sign_in(OFFICER)
    text = desk.get("/")
    assert cards(text) == []
    assert "You could do these too: somebody else leads" in text


def test_a_late_case_says_so_in_words(desk: Desk) -> None:
    desk.service.open(data=SMALL)
    desk.now = at(12, 12)
    desk.sign_in(OFFICER)
    card = cards(desk.get("/"))[0]
    assert "4 days late" in card
    assert "day 56 was 8 December 2022" in card


def test_the_first_page_says_when_each_source_was_last_read(desk: Desk) -> None:
    with desk.service.record.writing() as session:
        office = desk.service.record.office(session)
        shared: dict[str, Any] = {"office_id": office.id, "looked_at": at(10, 14, 6)}
        session.add(Source(key="news_feed", **shared))
        session.add(Source(key="watch_list", alarm="It has been silent for 40 days.", **shared))
        session.commit()
    desk.sign_in(OFFICER)
    text = desk.get("/")
    assert "news feed: last read 14 October 2022, 06:00" in text
    assert "It has been silent for 40 days." in text


@pytest.mark.parametrize("stage", ["open", "commented", "submitted", "scheduled", "published"])
def test_the_overview_says_the_same_next_act_as_the_case_itself(on_one: Take, stage: str) -> None:
    service, reference = on_one(stage)
    line = case_lines(service.record, date(2022, 11, 20))[0]
    assert (line.next_words, line.role) == whats_next(service.settings, service.file(reference))


def test_comments_that_came_are_overdue_no_more_and_it_is_the_office_s_turn(on_one: Take) -> None:
    service, reference = on_one("invited")
    moment = date(2022, 11, 20)
    late = "comments were due on 3 November 2022"
    assert any(late in said for said in case_lines(service.record, moment)[0].troubles)
    comments.store_submission(
        service.record, by(OFFICER, at(11, 2)), reference, b"We welcome the report.", "theirs.txt"
    )
    line = case_lines(service.record, moment)[0]
    assert not any("comments were due" in said for said in line.troubles)
    assert line.next_words == "say whether the comments that came are final"
    desk = Desk(service, at(11, 20))
    desk.sign_in(OFFICER)
    for page in ("", "/comments"):
        shown = desk.get(f"/cases/{reference}{page}")
        assert "comments came on 2 November 2022, and wait for the office to say" in shown


def test_the_button_leads_to_what_the_sentence_asks_for_first(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    heard = review.HeardElsewhere("Dana Pym", Heard.TELEPHONE, "Say more.", date(2022, 11, 15))
    review.log_remarks(service.record, by(OFFICER, at(11, 17)), reference, [heard], None)
    desk = Desk(service, at(11, 20))
    desk.sign_in(OFFICER)
    for page in ("/", f"/cases/{reference}"):
        assert f'<a href="/cases/{reference}/remarks" role="button"' in desk.get(page)
    assert case_lines(service.record, date(2022, 11, 20))[0].next_words.startswith("decide 1 open")


def test_the_overview_names_the_loose_ends_too(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    stale = service.edited(reference, "Another.")
    service.check_in(reference, service.edited(reference, "One."), moment=at(11, 15))
    service.check_in(reference, stale, OFFICER, at(11, 16))
    heard = review.HeardElsewhere("Dana Pym", Heard.TELEPHONE, "Say more.", date(2022, 11, 15))
    review.log_remarks(service.record, by(OFFICER, at(11, 17)), reference, [heard], None)
    line = case_lines(service.record, date(2022, 11, 20))[0]
    assert "decide 1 open remark" in line.next_words
    assert "kept beside" in line.next_words
    assert (line.next_words, line.role) == whats_next(service.settings, service.file(reference))


@contextmanager
def queries(service: Service) -> Iterator[list[str]]:
    asked: list[str] = []

    def note(*said: object) -> None:
        if str(said[2]).startswith("SELECT"):
            asked.append(str(said[2]))

    event.listen(service.record.engine, "before_cursor_execute", note)
    yield asked
    event.remove(service.record.engine, "before_cursor_execute", note)


def more_cases(service: Service, number: int, opened: datetime) -> None:
    """Put many cases onto the record at once, each with a force and a finding."""
    with service.record.writing() as session:
        office = service.record.office(session).id
        kept = session.exec(select(Report)).first()
        assert kept
        for n in range(number):
            told = kept.model_dump(exclude={"id", "title"})
            report = Report(**told, title=f"Report {n}")
            session.add(report)
            session.flush()
            case = Case(
                office_id=found(office),
                report_id=found(report.id),
                reference=f"S55-2023-{n:04d}",
                route="full",
                opened_at=opened,
                candidate_on=date(2022, 10, 14) + timedelta(days=n % 50),
            )
            session.add(case)
            session.flush()
            shared: dict[str, Any] = {"office_id": office, "case_id": case.id}
            session.add(CaseForce(**shared, force_key="warwickshire"))
            words: dict[str, Any] = {
                "klass": "area_for_improvement",
                "text": "x",
                "original_text": "x",
            }
            session.add(Finding(**shared, key="f001", position=1, **words))
        session.commit()


@pytest.mark.parametrize("path", ["/", "/cases", "/monday"])
def test_a_hundred_times_the_cases_need_no_more_queries(desk: Desk, path: str) -> None:
    desk.service.open(data=SMALL)
    more_cases(desk.service, 2, desk.now)
    desk.sign_in(OFFICER)
    counts = []
    for added in (0, 297):
        more_cases_from(desk.service, added, desk.now)
        with queries(desk.service) as asked:
            desk.get(path)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 12


def more_cases_from(service: Service, number: int, opened: datetime) -> None:
    if number:
        with service.record.writing() as session:
            for case in session.exec(select(Case).where(Case.reference != "")):
                if case.reference.startswith("S55-2023-"):
                    case.reference = case.reference.replace("S55-2023-", "S55-2024-")
                    session.add(case)
            session.commit()
        more_cases(service, number, opened)


def test_whoever_has_very_much_to_do_finds_the_rest_in_a_list(desk: Desk) -> None:
    desk.service.open(data=SMALL)
    more_cases(desk.service, 20, desk.now)
    with desk.service.record.writing() as session:
        officer = session.exec(select(Person).where(Person.key == OFFICER)).one()
        for case in session.exec(select(Case)):
            case.lead_id = officer.id
            session.add(case)
        session.commit()
    desk.sign_in(OFFICER)
    text = desk.get("/")
    assert len(cards(text)) == 12
    assert text.split("More that needs you")[2].count('role="rowheader"') == 9
