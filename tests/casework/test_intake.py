"""A report comes in: one case for each, the clock never later than anything says."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from casework import findings, intake
from casework.comments import invite
from casework.documents.regions import read_regions
from casework.drafting import write_draft
from casework.errors import CaseworkError, RefusedInputError
from casework.intake import HandedIn, open_report
from casework.letters_out import confirm_sent
from casework.record.bytes import digest
from casework.record.hand import the_service
from casework.reminders import sweep, tell_day_one, write_calendar
from models.words import CommentsState, MailState, Regime
from tests.builders import DAY_ONE, OFFICER, REPORT, TEMPLATES, Service, at, by
from tests.reports import a_page, rows

PAGE = "https://hmicfrs.justiceinspectorates.gov.uk/publications/peel-warwickshire/"
PRINTED = "https://hmicfrs.justiceinspectorates.gov.uk/publication-html/peel-warwickshire/"
THEMATIC = a_page(
    "Property: A thematic inspection of how police store it", published="12 March 2024"
)
NASTY = (
    "The force should use A&amp;E & <em>&lt;b&gt;</em> {{ facts }} {% x %} "
    "\x00caf\u00e9 \U0001f46e."
)
VERBATIM = "The force should use A&E & <b> {{ facts }} {% x %} caf\u00e9 \U0001f46e."


def handed(data: bytes, **more: Any) -> HandedIn:
    return replace(HandedIn(data, "report.html"), **more)


def opened(service: Service, data: bytes, *, act_id: str = "", **more: Any) -> list[str]:
    hand = by(OFFICER, at(10, 14), act_id or None)
    return open_report(service.record, hand, handed(data, **more))


def test_one_report_is_one_case_however_it_comes(service: Service) -> None:
    reference = opened(service, a_page(), address=PAGE, act_id="one")[0]
    assert reference == "S55-2022-001"
    again = {
        "the same act": opened(service, a_page(), address=PAGE, act_id="one"),
        "the same file": opened(service, a_page()),
        "another address": opened(service, a_page(), address=PRINTED),
        "an archived copy": opened(
            service, a_page(), address=f"https://web.archive.org/web/20230101000000/{PAGE}"
        ),
        "an older host": opened(
            service,
            a_page(published=""),
            address="https://www.justiceinspectorates.gov.uk/hmicfrs/publications/peel-warwickshire/",
        ),
        "its text, pasted": opened(service, a_page(published="")),
    }
    assert {words: answer[0] for words, answer in again.items()} == dict.fromkeys(again, reference)
    assert again["the same act"][1] == "opened"
    assert again["the same file"][1] == "known"
    assert rows(service.record)["case"] == rows(service.record)["report"] == 1


def test_two_reports_are_two_cases(service: Service) -> None:
    first = opened(service, a_page())[0]
    later = opened(service, a_page(findings=("The force should count.",), published="2 May 2022"))
    assert [first, *later] == ["S55-2022-001", "S55-2022-002", "opened"]


def test_a_later_edition_never_restarts_the_clock(service: Service) -> None:
    reference = opened(service, a_page(), address=PAGE)[0]
    migrated = a_page(published="3 March 2024")
    for day in (4, 5):
        hand = by(OFFICER, at(3, day, year=2024))
        assert open_report(service.record, hand, handed(migrated)) == [reference, "known"]
    file = service.file(reference)
    assert file.published == DAY_ONE
    warned = [w for w in json.loads(file.report.warnings) if "3 March 2024" in w]
    assert len(warned) == 1


def test_an_earlier_date_starts_the_clock_earlier_until_a_person_confirms(service: Service) -> None:
    reference = opened(service, a_page(), address=PAGE)[0]
    invite(service.record, the_service(at(10, 14)), reference, TEMPLATES)
    opened(service, a_page(published="12 October 2022"), address=PAGE)
    file = service.file(reference)
    assert (file.published, file.provisional) == (date(2022, 10, 12), True)
    assert file.mails[0].state is MailState.WITHDRAWN  # it gives the wrong day
    findings.confirm_date(service.record, by(OFFICER, at(10, 15)), reference, DAY_ONE)
    opened(service, a_page(published="11 October 2022"), address=PAGE)
    assert service.file(reference).published == DAY_ONE


REFUSED: tuple[tuple[bytes, dict[str, Any], str], ...] = (
    (a_page("PEEL 2021/22: An inspection of Dyfed-Powys Police"), {}, "--force"),
    (a_page("Custody inspection: a letter"), {}, "names no force"),
    (a_page(), {"force": "Dyfed-Powys Police"}, "not a force of this office"),
    (a_page(published="15 October 2022"), {}, "--embargoed"),
    (a_page(published=""), {"published": date(2022, 10, 15)}, "--embargoed"),
    (a_page(published=""), {"embargoed": True}, "--published"),
    (a_page(published="13 October 2022"), {"embargoed": True}, "--published"),
    (b"", {}, "."),
    (b"<!doctype html><title>403 Forbidden</title><h1>Forbidden</h1>", {}, "."),
    (b"%PDF-1.7 broken", {}, "."),
)


def test_what_cannot_be_opened_is_refused_in_one_sentence_and_leaves_no_trace(
    service: Service,
) -> None:
    before = rows(service.record)
    for data, more, said in REFUSED:
        with pytest.raises(RefusedInputError) as refused:
            opened(service, data, **more)
        assert said in str(refused.value)
        assert "\n" not in str(refused.value)
        assert rows(service.record) == before
    assert not (service.folder / "cases").exists()


def test_the_earliest_date_anything_gives_decides(service: Service) -> None:
    reference = opened(service, a_page(), published=date(2022, 11, 1))[0]
    assert service.file(reference).published == DAY_ONE


def test_nothing_of_an_embargoed_case_leaves_before_its_release(service: Service) -> None:
    hand = by(OFFICER, at(10, 9))
    copy = handed(a_page(), embargoed=True)
    reference = open_report(service.record, hand, copy)[0]
    key = f"{reference}:warwickshire:invitation:1"
    for now in (at(10, 9), at(10, 12), at(10, 14, 0, 0)):
        invite(service.record, the_service(now), reference, TEMPLATES)
        tell_day_one(service.record, the_service(now), reference)
        sweep(service.record, the_service(now))
        service.carry_out(now)
        with pytest.raises(CaseworkError):
            confirm_sent(service.record, by(OFFICER, now), key)
    assert service.server.letters == []
    assert list((service.folder / "mail").rglob("*.eml")) == []
    assert write_calendar(service.record) == 0
    assert reference not in (service.folder / "cases" / "calendar.ics").read_text()
    with pytest.raises(CaseworkError, match="00:01"):
        findings.release_report(
            service.record, by(OFFICER, at(10, 14, 0, 0)), reference, "I say so"
        )
    findings.release_report(service.record, by(OFFICER, at(10, 14)), reference, "seen on the site")
    assert write_calendar(service.record) > 0
    assert confirm_sent(service.record, by(OFFICER, at(10, 14)), key) == "confirmed"


def test_a_slipped_release_plans_anew_in_one_act(service: Service) -> None:
    hand = by(OFFICER, at(10, 9))
    reference = open_report(service.record, hand, handed(a_page(), embargoed=True))[0]
    invite(service.record, the_service(at(10, 9)), reference, TEMPLATES)
    slipped = date(2022, 10, 21)
    last = findings.confirm_date(service.record, by(OFFICER, at(10, 12)), reference, slipped)
    assert last == "2022-12-15"
    with pytest.raises(CaseworkError):
        confirm_sent(
            service.record, by(OFFICER, at(10, 15)), f"{reference}:warwickshire:invitation:1"
        )
    assert invite(service.record, the_service(at(10, 15)), reference, TEMPLATES) == 1
    assert invite(service.record, the_service(at(10, 15)), reference, TEMPLATES) == 0
    file = service.file(reference)
    old, new = file.mails
    assert (old.state, new.state) == (MailState.WITHDRAWN, MailState.PREPARED)
    assert new.not_before == at(10, 21, 0, 1)
    assert "21 October 2022" in new.text
    assert "14 October" not in new.text
    assert file.case.embargoed_until == at(10, 21, 0, 1)
    assert file.forces[0].state is CommentsState.PREPARED


def test_seeing_the_live_page_lifts_the_embargo_and_not_before_its_moment(service: Service) -> None:
    hand = by(OFFICER, at(10, 9))
    reference = open_report(service.record, hand, handed(a_page(), embargoed=True))[0]
    for now, lifted in ((at(10, 13), False), (at(10, 14, 0, 2), True)):
        open_report(service.record, the_service(now), handed(a_page(), address=PAGE))
        assert (service.file(reference).case.released_at is not None) is lifted


def test_a_national_report_concerns_the_force_and_state_of_policing_has_no_clock(
    service: Service,
) -> None:
    hand = by(OFFICER, at(3, 12, year=2024))
    national = open_report(service.record, hand, handed(THEMATIC))[0]
    file = service.file(national)
    assert [force.force_key for force in file.forces] == ["warwickshire"]
    assert (file.case.regime, file.case.route) == (Regime.SECTION_55, "short")
    page = a_page("State of Policing: The annual assessment of policing 2023", (), "12 March 2024")
    state = open_report(service.record, by(OFFICER, at(3, 12, year=2024)), handed(page))[0]
    assert service.file(state).case.regime is Regime.DISCRETIONARY


def test_a_page_without_a_date_runs_provisionally_from_the_day_it_came(service: Service) -> None:
    reference = opened(service, a_page(published=""))[0]
    file = service.file(reference)
    assert (file.published, file.provisional) == (DAY_ONE, True)
    assert file.case.date_source == "no date on the page: the day it was handed in"


def test_the_inspectors_words_come_through_verbatim_to_word_and_back(service: Service) -> None:
    reference = opened(service, a_page(findings=(NASTY,)))[0]
    (finding,) = service.file(reference).findings
    assert finding.text == finding.original_text == VERBATIM
    write_draft(service.record, the_service(at(10, 14)), reference, TEMPLATES)
    data = service.word_file(reference)
    assert read_regions(data)["f001_text"] == (VERBATIM,)
    service.check_in(reference, service.edited(reference, overview="5 < 6 && {{x}} \U0001f600"))
    assert service.file(reference).words_at("overview") == ("5 < 6 && {{x}} \U0001f600",)


def test_the_report_is_kept_whole_and_its_findings_as_printed(service: Service) -> None:
    reference = service.open()
    file = service.file(reference)
    assert file.report.sha256 == digest(REPORT)
    laid = service.folder / "cases" / reference / "00-report.html"
    assert laid.read_bytes() == REPORT
    assert len(file.findings) == 20
    assert len(file.areas) == 8
    assert intake.announced_key(service.record, reference)
