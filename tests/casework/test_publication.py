"""Scheduled, written, seen: nothing unsigned, nothing too early, and never the same thing twice."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlmodel import select

from casework import publication, sign_off
from casework.drafting import write_draft
from casework.errors import CaseworkError, NotAllowedError, RefusedInputError
from casework.publication import publish
from casework.record.hand import the_service
from casework.record.offices import load_office
from models import Blob, Mail, Publication, SigningRound
from models.words import MailKind, Proof, PublicationState, Stage
from tests.builders import (
    CHIEF_EXECUTIVE,
    FINANCE,
    OFFICE,
    OFFICER,
    SIGNATORY,
    TEMPLATES,
    Service,
    at,
    by,
)

Take = Callable[[str], tuple[Service, str]]
DUE = at(12, 5, 10)
LIVE = "https://www.arden-commissioner.example/news/our-response"


def schedule(
    service: Service, reference: str, moment: datetime, day: int = 1, lateness_reason: str = ""
) -> list[str]:
    hand = by(OFFICER, at(12, day))
    return publication.schedule(service.record, hand, reference, moment, lateness_reason)


def go(service: Service, reference: str, now: datetime = DUE) -> list[str]:
    return publish(service.record, the_service(now), reference, service.doors.publication)


def blob(service: Service, key: str) -> bytes:
    with service.record.reading() as session:
        found = session.get(Blob, key)
        assert found
        return found.data


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def state(service: Service, reference: str, publisher: str) -> PublicationState:
    rows = [p for p in service.file(reference).publications if p.publisher == publisher]
    return rows[-1].state


# Scheduling


@pytest.mark.parametrize("stage", ["open", "reviewed", "submitted"])
def test_nothing_unsigned_is_scheduled_or_published(on_one: Take, stage: str) -> None:
    service, reference = on_one(stage)
    with pytest.raises(NotAllowedError, match="only a signed response is published"):
        schedule(service, reference, DUE)
    assert go(service, reference) == []
    assert not (service.folder / "public").exists()


def test_nothing_goes_before_the_report_itself(on_one: Take) -> None:
    service, reference = on_one("signed")
    with service.record.writing() as session:
        from models import Case

        case = session.exec(select(Case)).one()
        case.published_on = date(2022, 12, 7)
        session.add(case)
        session.commit()
    with pytest.raises(RefusedInputError, match="published on 7 December 2022"):
        schedule(service, reference, DUE)


def test_a_moment_that_has_passed_is_a_slip(on_one: Take) -> None:
    service, reference = on_one("signed")
    with pytest.raises(RefusedInputError, match="has passed"):
        schedule(service, reference, at(11, 5))


def test_nothing_is_written_before_its_moment(prepared: Take) -> None:
    service, reference = prepared("scheduled")
    assert go(service, reference, at(12, 5, 9, 59)) == []
    assert not (service.folder / "public").exists()


@pytest.mark.parametrize("told", [True, False])
def test_past_day_56_it_says_so_asks_why_and_does_not_stand_in_the_way(
    on_one: Take, *, told: bool
) -> None:
    service, reference = on_one("signed")
    if told:
        text = OFFICE.replace("[publication]", "[publication]\npublish_lateness_reasons = true")
        load_office(service.record, text, "office.toml", at(11, 30))
    late = at(12, 12, 10)
    _, remark = schedule(service, reference, late)
    assert "12 December 2022 is after the last day, 8 December 2022" in remark
    assert "section55 late" in remark
    publication.unschedule(service.record, by(OFFICER, at(12, 1)), reference, "once more")
    _, again = schedule(service, reference, late, lateness_reason="The printer burned down.")
    assert "section55 late" not in again
    go(service, reference, late)
    assert service.file(reference).case.stage is Stage.PUBLISHED
    register = (service.folder / "public" / "site" / "index.html").read_text(encoding="utf-8")
    assert "4 days late" in register, "that it was late is told by every office"
    assert ("The printer burned down." in register) is told


def test_unscheduled_it_stays_signed_and_can_be_scheduled_again(prepared: Take) -> None:
    service, reference = prepared("scheduled")
    publication.unschedule(service.record, by(OFFICER, at(12, 2)), reference, "a strike at the web")
    assert service.file(reference).case.stage is Stage.SIGNED
    assert go(service, reference) == []
    schedule(service, reference, at(12, 6, 10), day=2)
    assert go(service, reference) == []
    go(service, reference, at(12, 6, 10))
    assert service.file(reference).case.stage is Stage.PUBLISHED


def test_what_may_be_public_already_is_not_unscheduled(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    service.web.down = True
    go(service, reference)
    with pytest.raises(NotAllowedError, match="may be public"):
        publication.unschedule(service.record, by(OFFICER, at(12, 5, 11)), reference, "too late")


# Writing


def test_the_public_gets_exactly_the_stored_bytes(prepared: Take) -> None:
    service, reference = prepared("published")
    round_ = service.file(reference).round
    assert round_
    row = next(p for p in service.file(reference).publications if p.publisher == "static_site")
    seen = service.web.fetch(row.address).body
    assert seen == blob(service, round_.html_sha256)
    assert row.seen_sha256 == round_.html_sha256
    site = files(service.folder / "public" / "site")
    pdf = next(data for name, data in site.items() if name.endswith("response.pdf"))
    docx = next(data for name, data in site.items() if name.endswith("response.docx"))
    assert pdf == blob(service, round_.pdf_sha256)
    assert docx == blob(service, round_.docx_sha256)


def test_publishing_twice_is_byte_identical(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    service.web.down = True
    go(service, reference)
    first = files(service.folder / "public")
    with service.record.writing() as session:
        for row in session.exec(select(Publication)):
            row.state = PublicationState.SCHEDULED
            session.add(row)
        session.commit()
    go(service, reference, at(12, 5, 10, 1))
    assert files(service.folder / "public") == first


def test_altered_bytes_are_never_published_and_somebody_is_told(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    with service.record.writing() as session:
        round_ = session.exec(select(SigningRound)).one()
        html = session.get(Blob, round_.html_sha256)
        assert html
        html.data = html.data.replace(b"I will act", b"I'll not act", 1)
        session.commit()
    said = go(service, reference)
    assert "not what its manifest says" in said[0]
    assert not (service.folder / "public").exists()
    go(service, reference, at(12, 5, 10, 15))
    assert warnings(service, "could not be published") == 1


def test_a_new_holder_of_the_office_must_adopt_the_response_anew(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    text = OFFICE.replace("since = 2021-05-13 }]", "since = 2021-05-13, until = 2022-12-03 }]")
    load_office(service.record, text, "office.toml", at(12, 4))
    said = go(service, reference)
    assert "no longer holds the office on 5 December 2022" in said[0]
    assert not (service.folder / "public").exists()
    sign_off.send_back(service.record, by(OFFICER, at(12, 5, 11)), reference, "a new holder")
    with pytest.raises(CaseworkError):
        schedule(service, reference, at(12, 6))


def test_a_publisher_that_fails_is_tried_again_and_somebody_is_told_once(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    (service.folder / "public").write_text("a file where a folder should be")
    for minute in (0, 15, 30):
        assert "could not be written" in go(service, reference, at(12, 5, 10, minute))[0]
    assert state(service, reference, "static_site") is PublicationState.FAILED
    assert warnings(service, "could not be handed to the static site") == 1
    (service.folder / "public").unlink()
    go(service, reference, at(12, 5, 11))
    assert service.file(reference).case.stage is Stage.PUBLISHED


def warnings(service: Service, words: str) -> int:
    with service.record.reading() as session:
        every = session.exec(select(Mail).where(Mail.kind == MailKind.WARNING))
        return sum(words in mail.subject for mail in every)


# Seeing


def test_while_the_site_is_down_it_is_written_and_a_later_look_proves_it(prepared: Take) -> None:
    service, reference = prepared("scheduled")
    service.web.down = True
    said = go(service, reference)
    assert any("does not answer" in one for one in said)
    assert service.file(reference).case.stage is Stage.SCHEDULED
    assert state(service, reference, "static_site") is PublicationState.WRITTEN
    go(service, reference, at(12, 5, 10, 15))
    service.web.down = False
    go(service, reference, at(12, 6, 8))
    file = service.file(reference)
    assert file.case.stage is Stage.PUBLISHED
    assert file.case.responded_on == date(2022, 12, 6)
    assert state(service, reference, "static_site") is PublicationState.PROVED


def test_the_folder_alone_proves_nothing(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    service.web.folder = service.folder / "another"
    said = go(service, reference)
    assert any("404" in one for one in said)
    assert service.file(reference).case.stage is Stage.SCHEDULED
    assert list((service.folder / "public" / "site").rglob("index.html"))


def web_team_only(service: Service) -> None:
    text = OFFICE.replace('["static_site", "web_package"]', '["web_package"]')
    load_office(service.record, text, "office.toml", at(12, 1))
    service.settings = service.settings.model_copy()


def handed_to_the_web_team(on_one: Take) -> tuple[Service, str, bytes]:
    service, reference = on_one("signed")
    web_team_only(service)
    schedule(service, reference, DUE)
    go(service, reference)
    round_ = service.file(reference).round
    assert round_
    page = blob(service, round_.fragment_sha256)
    live = b"<!doctype html><html lang='en'><title>x</title><body><nav>Home</nav>" + page
    return service, reference, live + b"<footer>Cookies</footer></body></html>"


def test_a_package_is_not_published_until_its_live_address_holds_the_words(on_one: Take) -> None:
    service, reference, page = handed_to_the_web_team(on_one)
    assert service.file(reference).case.stage is Stage.SCHEDULED
    service.web.pages[LIVE] = page
    said = publication.prove(
        service.record, by("okafor", at(12, 5, 15)), reference, "web_package", LIVE, service.web
    )
    assert LIVE in said
    file = service.file(reference)
    assert (file.case.stage, file.publications[-1].address) == (Stage.PUBLISHED, LIVE)
    assert file.publications[-1].proof is Proof.FETCHED
    assert blob(service, str(file.publications[-1].seen_sha256)) == page


def test_a_live_page_that_lacks_a_sentence_is_refused_in_words(on_one: Take) -> None:
    service, reference, page = handed_to_the_web_team(on_one)
    service.web.pages[LIVE] = page.replace(b"We accept each of them.", b"")
    with pytest.raises(NotAllowedError, match="We accept each of them"):
        publication.prove(
            service.record, by(OFFICER, at(12, 5, 15)), reference, "web_package", LIVE, service.web
        )
    assert service.file(reference).case.stage is Stage.SCHEDULED


def test_proof_is_taken_from_the_web_only(on_one: Take) -> None:
    service, reference, _ = handed_to_the_web_team(on_one)
    site = service.folder / "public"
    with pytest.raises(CaseworkError, match="web address"):
        publication.prove(
            service.record,
            by(OFFICER, at(12, 5, 15)),
            reference,
            "web_package",
            site.as_uri(),
            service.web,
        )


def test_where_robots_are_refused_a_named_person_hands_in_the_saved_page(prepared: Take) -> None:
    service, reference, page = handed_to_the_web_team(prepared)
    hands = service.record, by(OFFICER, at(12, 5, 15)), reference, "web_package", LIVE
    with pytest.raises(NotAllowedError):
        publication.prove_by_hand(*hands, b"<html><body>Another page</body></html>")
    hands = service.record, by(OFFICER, at(12, 5, 16)), reference, "web_package", LIVE
    publication.prove_by_hand(*hands, page)
    row = service.file(reference).publications[-1]
    assert (row.proof, row.seen_by_id is not None) == (Proof.CHECKED_BY_HAND, True)
    assert service.file(reference).case.stage is Stage.PUBLISHED


def test_not_everybody_says_where_a_response_is_public(on_one: Take) -> None:
    service, reference, page = handed_to_the_web_team(on_one)
    service.web.pages[LIVE] = page
    with pytest.raises(NotAllowedError, match="may not say where"):
        publication.prove(
            service.record, by(FINANCE, at(12, 5, 15)), reference, "web_package", LIVE, service.web
        )


def test_what_has_not_been_handed_over_cannot_be_proved(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    with pytest.raises(NotAllowedError, match="has not been given"):
        publication.prove(
            service.record, by(OFFICER, at(12, 2)), reference, "web_package", LIVE, service.web
        )


# Correcting


def corrected(take: Take) -> tuple[Service, str]:
    service, reference = take("published")
    note = "The date of one action was wrong."
    publication.correct(service.record, by(OFFICER, at(12, 12)), reference, note)
    write_draft(service.record, the_service(at(12, 12, 9)), reference, TEMPLATES)
    service.take_updates(reference, at(12, 12, 9))
    service.check_in(reference, service.edited(reference, "I welcome it."), moment=at(12, 12, 10))
    sign_off.submit(
        service.record, by(OFFICER, at(12, 12, 11)), reference, TEMPLATES, date(2022, 12, 13)
    )
    sign_off.give_signature(service.record, by(CHIEF_EXECUTIVE, at(12, 13)), reference)
    sign_off.give_signature(service.record, by(SIGNATORY, at(12, 13, 10)), reference)
    return service, reference


def test_a_published_response_is_corrected_with_a_note_a_new_round_and_new_copies(
    prepared: Take,
) -> None:
    service, reference = corrected(prepared)
    before = files(service.folder / "public" / "site")
    remarks = publication.schedule(
        service.record, by(OFFICER, at(12, 13, 11)), reference, at(12, 14)
    )[1:]
    assert remarks == []  # in time the first time: a correction is late for nothing
    go(service, reference, at(12, 14))
    service.carry_out(at(12, 14, 9, 5))
    file = service.file(reference)
    assert file.case.stage is Stage.CLOSED
    assert file.round
    assert file.round.number == 2
    assert file.case.responded_on == date(2022, 12, 5)
    after = files(service.folder / "public" / "site")
    page = next(name for name in after if name.endswith("/index.html"))
    assert after[page] != before[page]
    register = after["index.html"].decode()
    assert "Corrected on 14 December 2022" in register
    assert "The date of one action was wrong." in register
    copies = [m for m in file.mails if ":copy:" in m.key and m.key.endswith(":2")]
    assert len(copies) == 2
    assert all("replaces the one sent before" in m.text for m in copies)
    go(service, reference, at(12, 15))
    assert files(service.folder / "public" / "site") == after


def test_what_is_public_stays_until_the_correction_is_signed(on_one: Take) -> None:
    service, reference = on_one("published")
    before = files(service.folder / "public")
    publication.correct(service.record, by(OFFICER, at(12, 12)), reference, "A wrong date.")
    assert go(service, reference, at(12, 12, 10)) == []
    assert files(service.folder / "public") == before
    with pytest.raises(RefusedInputError, match="what is to be corrected"):
        publication.correct(service.record, by(OFFICER, at(12, 12)), reference, "  ")


def test_an_unpublished_response_is_not_corrected(on_one: Take) -> None:
    service, reference = on_one("signed")
    with pytest.raises(NotAllowedError, match="not published yet"):
        publication.correct(service.record, by(OFFICER, at(12, 2)), reference, "A wrong date.")
