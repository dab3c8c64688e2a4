"""Everything is reckoned anew from the record, and each thing is told once to each person."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlmodel import select

from casework import findings, publication
from casework.publication import publish
from casework.record.hand import the_service
from casework.record.offices import load_office
from casework.reminders import sweep, tell_day_one, write_calendar
from models import Anchor, Case, Mail, Notice
from models.shapes.mail import MailOutcome
from models.words import MailKind, Stage
from tests.builders import (
    CHIEF_EXECUTIVE,
    OFFICE,
    OFFICER,
    REPORT,
    SIGNATORY,
    Service,
    at,
    by,
)

Take = Callable[[str], tuple[Service, str]]


def told(service: Service, *kinds: MailKind) -> list[Mail]:
    wanted = kinds or (MailKind.REMINDER, MailKind.DIGEST)
    with service.record.reading() as session:
        return [m for m in session.exec(select(Mail).order_by(Mail.id)) if m.kind in wanted]  # type: ignore[arg-type]


def to(service: Service, key: str) -> list[Mail]:
    address = next(p.email for p in service.settings.people if p.key == key)
    return [m for m in told(service) if address in m.recipients]


def look(service: Service, month: int, day: int, year: int = 2022) -> int:
    return sweep(service.record, the_service(at(month, day, 6, year=year)))


def second_case(service: Service) -> str:
    """Open another case in the same office: the same findings under another title."""
    from casework import intake

    text = REPORT.decode().replace("peel-reports/warwickshire-2021-22", "publications/second-look")
    text = text.replace("PEEL 2021/22", "PEEL 2020/21").replace(
        "14 October 2022", "10 October 2022"
    )
    text = text.replace("PEEL 2021/22: An inspection", "PEEL 2021/22: A second inspection")
    handed = intake.HandedIn(text.encode(), "second.html", published=date(2022, 10, 10))
    return intake.open_report(service.record, by(OFFICER, at(10, 20)), handed)[0]


def test_each_thing_is_told_once_to_each_person(prepared: Take) -> None:
    service, _ = prepared("confirmed")
    for day in range(17, 31):
        look(service, 10, day)
        look(service, 10, day)
    with service.record.reading() as session:
        rows = list(session.exec(select(Notice)))
        anchors = list(session.exec(select(Anchor)))
    keys = [(row.case_id, row.mark, row.person_id) for row in rows]
    assert len(keys) == len(set(keys))
    assert len(anchors) == 14
    lines = [
        line
        for mail in to(service, OFFICER)
        for line in mail.text.splitlines()
        if "Planned by" in line
    ]
    assert len(lines) == len(set(lines))


def test_an_outage_of_a_fortnight_ends_in_one_digest_for_each_person(prepared: Take) -> None:
    service, reference = prepared("confirmed")
    second = second_case(service)
    look(service, 10, 21)
    before = len(told(service))
    look(service, 11, 12)  # three weeks later
    fresh = told(service)[before:]
    assert len(fresh) == len({mail.recipients for mail in fresh})
    (digest,) = [mail for mail in to(service, OFFICER) if mail in fresh]
    assert digest.kind is MailKind.DIGEST
    assert digest.subject.startswith(f"2 cases need you: first {second}, ")
    assert digest.text.index(second) < digest.text.index(reference)
    assert look(service, 11, 12) == 0


def test_reminders_follow_the_days_left(on_one: Take) -> None:
    service, reference = on_one("invited")
    said = []
    for day in range(9, 31):
        look(service, 11, day)
    for day in range(1, 12):
        look(service, 12, day)
    said = [mail.subject for mail in to(service, OFFICER)]
    for left in ("28 days left", "14 days left", "7 days left", "3 days left", "1 day left"):
        assert any(subject.startswith(f"{reference}: {left}") for subject in said), left
    assert any("0 days left" in subject or "today" in subject for subject in said)


def test_escalations_go_to_roles_and_say_what_is_missing(on_one: Take) -> None:
    service, _ = on_one("reviewed")
    look(service, 11, 27)
    assert to(service, CHIEF_EXECUTIVE) == []
    look(service, 11, 28)
    (first,) = to(service, CHIEF_EXECUTIVE)
    assert "Escalated: the response is not with its signatories yet" in first.text
    assert "the last day is 8 December 2022" in first.text
    look(service, 12, 9)
    (signatory,) = to(service, SIGNATORY)
    assert "the response is not published, and the last day was 8 December 2022" in signatory.text
    # Letters to the signatory are prepared for a person to send.
    assert signatory.by_hand
    assert len(to(service, CHIEF_EXECUTIVE)) == 2


def test_until_somebody_confirms_the_date_every_day_is_provisional(on_one: Take) -> None:
    service, reference = on_one("open")
    look(service, 10, 20)
    assert "These dates are provisional" in to(service, OFFICER)[-1].text
    findings.confirm_date(service.record, by(OFFICER, at(10, 20)), reference, date(2022, 10, 14))
    look(service, 10, 25)
    assert "provisional" not in to(service, OFFICER)[-1].text


def test_a_corrected_date_warns_everybody_on_the_case_once(prepared: Take) -> None:
    service, reference = prepared("confirmed")
    look(service, 10, 15)
    findings.confirm_date(
        service.record, by(OFFICER, at(10, 18)), reference, date(2022, 10, 12), "the live page"
    )
    look(service, 10, 18)
    look(service, 10, 19)
    words = "publication date is now 12 October 2022: the last day is Tuesday 6 December 2022"
    for person in (OFFICER, CHIEF_EXECUTIVE, SIGNATORY):
        assert sum(words in mail.text for mail in to(service, person)) == 1, person


def test_closed_and_ended_cases_are_silent(on_one: Take) -> None:
    service, _ = on_one("published")
    before = len(told(service))
    look(service, 12, 9)
    look(service, 12, 30)
    assert len(told(service)) == before
    service, reference = on_one("confirmed")
    reason = "opened by a slip of the mouse"
    findings.end_case(
        service.record, by(OFFICER, at(10, 15)), reference, Stage.OPENED_BY_MISTAKE, reason
    )
    assert look(service, 11, 30) == 0


def test_a_correction_of_a_published_response_has_no_clock(on_one: Take) -> None:
    service, reference = on_one("published")
    publication.correct(service.record, by(OFFICER, at(12, 7)), reference, "A wrong date.")
    before = len(told(service))
    look(service, 12, 20)
    assert len(told(service)) == before
    assert write_calendar(service.record) == 0


def test_copies_that_do_not_go_are_brought_to_mind(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    service.server.outcome = MailOutcome.NOT_SENT
    hand = the_service(at(12, 5, 10))
    publish(service.record, hand, reference, service.doors.publication)
    look(service, 12, 6)
    assert not any("both copies" in mail.text for mail in to(service, OFFICER))
    for day in (7, 8, 9, 12):
        look(service, 12, day)
    assert sum("both copies" in mail.text for mail in to(service, OFFICER)) == 2


def test_a_publication_nobody_has_seen_is_brought_to_mind(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    service.web.down = True
    hand = the_service(at(12, 5, 10))
    publish(service.record, hand, reference, service.doors.publication)
    look(service, 12, 6)
    look(service, 12, 7)
    lines = [mail for mail in to(service, OFFICER) if "not yet seen to be public" in mail.text]
    assert len(lines) == 1
    assert f"section55 prove {reference} --address" in lines[0].text
    assert "does not answer" in lines[0].text


def test_somebody_who_has_left_is_not_told(on_one: Take) -> None:
    service, _ = on_one("confirmed")
    text = OFFICE.replace("since = 2020-11-16 }]", "since = 2020-11-16, until = 2022-10-31 }]")
    load_office(service.record, text, "office.toml", at(11, 1))
    look(service, 11, 10)
    assert to(service, OFFICER) == []
    assert to(service, "birch") != []


def test_an_invitation_that_went_is_not_asked_for_again(on_one: Take) -> None:
    service, _ = on_one("invited")
    look(service, 10, 20)
    assert not any("invited to comment" in mail.text for mail in to(service, OFFICER))
    service, _ = on_one("confirmed")
    look(service, 10, 20)
    assert any("invited to comment" in mail.text for mail in to(service, OFFICER))


# Embargo and calendar


def embargo(service: Service, reference: str, until: date) -> None:
    from casework.record.dossier import release_moment

    with service.record.writing() as session:
        case = session.exec(select(Case).where(Case.reference == reference)).one()
        case.embargoed_until, case.published_on = release_moment(until), until
        session.add(case)
        session.commit()


def test_an_embargoed_case_is_silent_until_its_release(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    embargo(service, reference, date(2022, 10, 25))
    before = len(told(service))
    assert look(service, 10, 24) == 0
    assert write_calendar(service.record) == 0
    assert len(told(service)) == before
    look(service, 10, 25)
    assert any("section55 release" in mail.text for mail in to(service, OFFICER))


def test_the_calendar_is_the_same_bytes_until_something_changes(prepared: Take) -> None:
    service, reference = prepared("confirmed")
    path = service.folder / "cases" / "calendar.ics"
    entries = write_calendar(service.record)
    first = path.read_bytes()
    assert entries > 5
    assert b"DTSTART;VALUE=DATE:20221208" in first
    look(service, 10, 15)
    look(service, 10, 16)
    write_calendar(service.record)
    lasting = path.read_bytes()
    look(service, 10, 17)
    write_calendar(service.record)
    assert path.read_bytes() == lasting
    findings.confirm_date(
        service.record, by(OFFICER, at(10, 18)), reference, date(2022, 10, 12), "the live page"
    )
    write_calendar(service.record)
    assert b"DTSTART;VALUE=DATE:20221206" in path.read_bytes()


# Day one, and how the letters read


def test_the_letter_of_day_one_reads_like_one(prepared: Take) -> None:
    service, reference = prepared("open")
    assert tell_day_one(service.record, the_service(at(10, 14, 9)), reference) == 1
    assert tell_day_one(service.record, the_service(at(10, 14, 10)), reference) == 0
    (mail,) = told(service, MailKind.DAY_ONE)
    lines = mail.text.splitlines()
    assert mail.subject.startswith(f"{reference}: response due by Thu 8 Dec: ")
    assert "today: our response is due by Thu 8 Dec." in lines[0]
    assert "Day 1 is Friday 14 October 2022; day 56 is Thursday 8 December 2022" in mail.text
    assert "provisional until somebody confirms it" in mail.text
    assert "We think it is ours because Warwickshire Police is named." in mail.text
    assert "20 findings found, not yet confirmed." in mail.text
    assert lines[-1] == "Nothing has gone to anyone outside this office."


def every_letter(service: Service) -> list[Mail]:
    with service.record.reading() as session:
        return list(session.exec(select(Mail)))


@pytest.mark.parametrize("stage", ["open", "invited", "submitted", "published"])
def test_every_letter_is_laid_out_like_a_letter(on_one: Take, stage: str) -> None:
    service, reference = on_one(stage)
    tell_day_one(service.record, the_service(at(10, 14)), reference)
    second_case(service)
    for day in (20, 28):
        look(service, 11, day)
    from casework.reminders import ask_for_signature

    ask_for_signature(service.record, the_service(at(11, 22)), reference)
    for mail in every_letter(service):
        text = mail.text
        assert "\n\n\n" not in text, (mail.kind, text)
        assert "  \n" not in text
        assert ".." not in text.replace("...", "")
        assert "{{" not in text
        assert "{%" not in text
        assert "None" not in text
        assert text == text.strip() + "\n"
        assert mail.subject == " ".join(mail.subject.split())
        assert '"' not in mail.subject
