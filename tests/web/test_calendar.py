"""One's calendar at a secret address: what is in it, for whom, and till when."""

import re
from datetime import date

import pytest
from icalendar import Calendar

from casework import intake
from casework.record.desk import find_case
from casework.record.offices import load_office
from models import Meeting, Person
from tests.builders import FINANCE, HEAD, LAST_DAY, OFFICER, REPORT, Service, at, by
from tests.casework.conftest import Take
from tests.web.desk import Desk
from web import limits
from web.pages import my_calendar

ADDRESS = re.compile(r"https://desk\.example(/calendar/[A-Za-z0-9_-]{43}\.ics)")


def address_of(desk: Desk, person: str) -> str:
    desk.sign_in(person)
    return new_address(desk)


def new_address(desk: Desk) -> str:
    made = ADDRESS.search(desk.send("/me/calendar", "/me/calendar"))
    assert made
    return made[1]


def entries(desk: Desk, address: str) -> dict[str, tuple[str, date]]:
    answer = desk.browser.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(answer.content)
    return {
        str(one["uid"]): (str(one["summary"]), one.decoded("dtstart"))
        for one in calendar.walk("VEVENT")
    }


def desk_before(service: Service) -> Desk:
    limits.forget()
    return Desk(service, at(10, 17))


def test_every_day_of_a_case_within_reach_is_in_it_as_a_whole_day(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    desk = desk_before(service)
    address = address_of(desk, OFFICER)
    desk.browser.cookies.clear()
    found = entries(desk, address)
    days = dict(found.values())
    assert LAST_DAY in days.values()
    assert all(type(day) is date for day in days.values())
    assert all(summary.startswith(f"{reference}: ") for summary in days)
    assert len(found) > 5


def test_an_entry_keeps_its_name_when_its_day_moves(on_one: Take) -> None:
    from casework.findings import confirm_date

    service, reference = on_one("confirmed")
    desk = desk_before(service)
    address = address_of(desk, OFFICER)
    before = entries(desk, address)
    confirm_date(service.record, by(OFFICER, at(10, 17)), reference, date(2022, 10, 13))
    after = entries(desk, address)
    assert before.keys() == after.keys()
    assert before != after


def test_a_meeting_with_the_case_on_its_agenda_is_in_it(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    with service.record.writing() as session:
        office = service.record.office(session).id or 0
        case = find_case(session, office, reference)
        from sqlmodel import select

        who = session.exec(select(Person).where(Person.key == OFFICER)).one()
        row = Meeting(
            office_id=office,
            case_id=case.id or 0,
            number=1,
            board="Accountability Board",
            held_on=date(2022, 11, 9),
            noted_by_id=who.id or 0,
            noted_at=at(10, 17),
        )
        session.add(row)
        session.commit()
    desk = desk_before(service)
    found = entries(desk, address_of(desk, OFFICER))
    said = (f"{reference}: on the agenda of Accountability Board", date(2022, 11, 9))
    assert said in found.values()


def test_it_is_not_sent_again_while_nothing_changed(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    desk = desk_before(service)
    address = address_of(desk, OFFICER)
    first = desk.browser.get(address)
    known = {"if-none-match": f'"other", W/{first.headers["etag"]}'}
    again = desk.browser.get(address, headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert (
        again.headers["cache-control"] == first.headers["cache-control"] == "private, max-age=900"
    )
    from casework.drafting import write_answer

    write_answer(service.record, by(OFFICER, at(10, 17, 10)), reference, "overview", "Words.")
    assert desk.browser.get(address, headers=known).status_code == 200


def test_its_address_is_told_to_nobody_and_a_look_at_the_head_is_enough(on_one: Take) -> None:
    service, _ = on_one("confirmed")
    desk = desk_before(service)
    address = address_of(desk, OFFICER)
    for path in (address, "/calendar/nobodys.ics"):
        assert desk.browser.get(path).headers["referrer-policy"] == "no-referrer"
    head = desk.browser.head(address)
    assert (head.status_code, head.content) == (200, b"")


def test_the_address_is_shown_once_and_only_its_hash_is_kept(desk: Desk) -> None:
    secret = address_of(desk, OFFICER).removeprefix("/calendar/").removesuffix(".ics")
    assert secret not in desk.get("/me/calendar")
    kept = b"".join(path.read_bytes() for path in (desk.service.folder / "record").iterdir())
    assert secret.encode() not in kept


def test_another_address_takes_the_place_of_the_one_there_was(on_one: Take) -> None:
    service, _ = on_one("confirmed")
    desk = desk_before(service)
    first, second = address_of(desk, OFFICER), new_address(desk)
    assert desk.browser.get(first).status_code == 404
    assert desk.browser.get(second).status_code == 200
    desk.send("/me/calendar", "/me/calendar/revoke")
    assert desk.browser.get(second).status_code == 404
    assert "has no address" in desk.get("/me/calendar")


def test_the_form_sent_twice_shows_no_address_that_opens_nothing(on_one: Take) -> None:
    service, _ = on_one("confirmed")
    desk = desk_before(service)
    desk.sign_in(OFFICER)
    carried = desk.carried("/me/calendar")
    first, second = (desk.browser.post("/me/calendar", data=carried).text for _ in range(2))
    assert ADDRESS.search(first)
    assert ADDRESS.search(second) is None
    assert "made already and shown then" in second


def test_a_case_under_embargo_is_in_no_calendar_of_those_who_may_not_know(
    service: Service,
) -> None:
    page = REPORT.replace(b"14 October 2022", b"20 October 2022")
    handed = intake.HandedIn(page, "copy.html", published=date(2022, 10, 20), embargoed=True)
    reference = intake.open_report(service.record, by(OFFICER, at(10, 14)), handed)[0]
    title = service.file(reference).report.title
    desk = Desk(service, at(10, 17))
    outside, known = address_of(desk, FINANCE), address_of(desk, HEAD)
    assert entries(desk, outside) == {}
    read = desk.browser.get(known).text.replace("\r\n ", "")
    assert reference in read
    assert title not in read
    assert "Warwickshire" not in read
    desk.now = at(10, 20, 9)
    assert entries(desk, outside)
    assert title.split(":")[0] in desk.browser.get(known).text


def test_the_calendar_of_somebody_who_lost_their_roles_is_not_there(service: Service) -> None:
    desk = Desk(service)
    address = address_of(desk, FINANCE)
    assert desk.browser.get(address).status_code == 200
    since = 'role = "finance_officer", title = "Chief Finance Officer", since = 2018-04-09'
    gone = service.office.replace(since, f"{since}, until = 2022-10-13")
    load_office(service.record, gone, "office.toml", at(10, 14))
    assert desk.browser.get(address).status_code == 404


def test_it_is_not_read_without_end(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(my_calendar, "PER_LINK", 2)
    monkeypatch.setattr(my_calendar, "UNKNOWN_PER_ADDRESS", 1)
    address = address_of(desk, OFFICER)
    assert [desk.browser.get(address).status_code for _ in range(3)] == [200, 200, 429]
    guessed = [desk.browser.get("/calendar/guess.ics").status_code for _ in range(2)]
    assert guessed == [404, 429]
    assert desk.browser.get(address).headers["retry-after"] == "900"
