"""The report is settled by a person: its date, its findings, and whether it is ours at all."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from casework import findings, sign_off
from casework.comments import invite
from casework.documents.regions import read_regions
from casework.drafting import write_draft
from casework.errors import CaseworkError, NotAllowedError
from casework.intake import HandedIn, open_report
from casework.record.hand import the_service
from casework.record.verify import faults
from casework.reminders import sweep
from models.words import (
    AddresseeGroup,
    CommentsState,
    FindingClass,
    MailState,
    Stage,
)
from tests.builders import (
    CHIEF_EXECUTIVE,
    DAY_ONE,
    FINANCE,
    HEAD,
    OFFICER,
    SIGNATORY,
    TEMPLATES,
    Service,
    at,
    by,
)
from tests.reports import a_page, rows

if TYPE_CHECKING:
    from collections.abc import Callable

NOT_OURS = "another body answers this"


@pytest.fixture(autouse=True)
def _a_small_report(service: Service) -> None:
    service.report = a_page()


def small(service: Service) -> str:
    """Return a case of two findings with its first draft and a prepared invitation."""
    return service.open()


def test_a_case_is_confirmed_by_its_date_and_its_findings_and_each_counts_once(
    service: Service,
) -> None:
    reference = small(service)
    assert service.file(reference).provisional
    last = findings.confirm_date(
        service.record, by(OFFICER, at(10, 14)), reference, DAY_ONE, "seen"
    )
    assert (last, service.file(reference).case.stage) == ("2022-12-08", Stage.OPENED)
    assert findings.confirm_findings(service.record, by(OFFICER, at(10, 14)), reference) == 2
    assert service.file(reference).case.stage is Stage.CONFIRMED
    before = rows(service.record)["outboxrow"]
    findings.confirm_date(service.record, by(OFFICER, at(10, 15)), reference, DAY_ONE)
    findings.confirm_findings(service.record, by(OFFICER, at(10, 15)), reference)
    assert rows(service.record)["outboxrow"] == before
    with pytest.raises(CaseworkError, match="Gareth Pym"):
        findings.confirm_date(service.record, by(FINANCE, at(10, 15)), reference, date(2022, 10, 1))
    with pytest.raises(CaseworkError, match="embargo"):
        findings.confirm_date(service.record, by(OFFICER, at(10, 15)), reference, date(2022, 11, 1))


def test_a_corrected_date_moves_every_day_and_warns_everybody_once(service: Service) -> None:
    reference = small(service)
    sweep(service.record, the_service(at(10, 14)))
    findings.confirm_date(service.record, by(OFFICER, at(10, 14)), reference, DAY_ONE)
    findings.confirm_date(service.record, by(OFFICER, at(10, 17)), reference, date(2022, 10, 12))
    file = service.file(reference)
    assert file.last_day == date(2022, 12, 6)
    assert file.mails[0].state is MailState.WITHDRAWN
    assert invite(service.record, the_service(at(10, 17)), reference, TEMPLATES) == 1
    assert "12 October 2022" in service.file(reference).mails[-1].text
    told = _told_of_the_move(service, reference, 10, 18)
    assert set(told) >= {"priya.lockhart", "rupert.adeyemi", "eleanor.whitcombe"}
    assert _told_of_the_move(service, reference, 10, 19) == []
    findings.confirm_date(service.record, by(OFFICER, at(10, 20)), reference, DAY_ONE)
    assert _told_of_the_move(service, reference, 10, 21) == told


def _told_of_the_move(service: Service, reference: str, month: int, day: int) -> list[str]:
    known = len(service.file(reference).mails)
    sweep(service.record, the_service(at(month, day)))
    fresh = service.file(reference).mails[known:]
    moved = [m for m in fresh if "publication date is now" in " ".join(m.text.split())]
    return sorted(m.recipients.partition("@")[0].rpartition('"')[2] for m in moved)


def test_a_letter_already_sent_is_not_taken_back_by_a_corrected_date(service: Service) -> None:
    reference = service.invited()
    findings.confirm_date(service.record, by(OFFICER, at(10, 18)), reference, date(2022, 10, 13))
    assert invite(service.record, the_service(at(10, 18)), reference, TEMPLATES) == 0
    assert service.file(reference).forces[0].state is CommentsState.SENT


def test_findings_are_dropped_restored_corrected_added_and_regarded(service: Service) -> None:
    reference, record = small(service), service.record
    findings.drop_finding(record, by(OFFICER, at(10, 14)), reference, "F002", "printed twice")
    assert [f.key for f in service.file(reference).findings] == ["f001"]
    findings.restore_finding(record, by(OFFICER, at(10, 14)), reference, "f002")
    findings.correct_finding(
        record, by(OFFICER, at(10, 14)), reference, "f001", " A & B \x00<c> {{d}}\n\nSecond line. "
    )
    findings.regard_finding(
        record, by(OFFICER, at(10, 14)), reference, "f001", AddresseeGroup.US, "it names the office"
    )
    added = findings.add_finding(
        record,
        by(OFFICER, at(10, 14)),
        reference,
        FindingClass.RECOMMENDATION,
        "Count\x00 it.",
        number="9",
    )
    first, _, third = service.file(reference).findings
    assert first.text == "A & B <c> {{d}}\n\nSecond line."
    assert first.original_text == "The force should write things down."
    assert (first.concerns, first.concerns_because) == (AddresseeGroup.US, "it names the office")
    assert (added, third.text, third.klass) == ("f003", "Count it.", FindingClass.RECOMMENDATION)
    write_draft(record, the_service(at(10, 14)), reference, TEMPLATES)
    words = read_regions(service.word_file(reference))
    assert " ".join(words["f001_text"]).split() == first.text.split()
    assert words["f003_text"] == ("Count it.",)


def test_a_change_of_the_findings_without_a_reason_or_a_finding_is_refused(
    service: Service,
) -> None:
    reference, record, hand = small(service), service.record, by(OFFICER, at(10, 14))
    before = rows(record)
    changes: tuple[Callable[[], object], ...] = (
        lambda: findings.drop_finding(record, hand, reference, "f001", "n/a"),
        lambda: findings.drop_finding(record, hand, reference, "f009", "printed twice"),
        lambda: findings.correct_finding(record, hand, reference, "f001", " \x00 "),
        lambda: findings.add_finding(record, hand, reference, FindingClass.RECOMMENDATION, "\n"),
        lambda: findings.drop_finding(record, by(FINANCE, at(10, 14)), reference, "f001", NOT_OURS),
        lambda: findings.drop_finding(
            record, by("nobody", at(10, 14)), reference, "f001", NOT_OURS
        ),
    )
    for change in changes:
        with pytest.raises(CaseworkError):
            change()
    assert rows(record) == before


def test_after_signing_has_opened_neither_findings_nor_date_change(service: Service) -> None:
    reference, record, hand = service.submitted(), service.record, by(OFFICER, at(11, 22))
    changes: tuple[Callable[[], object], ...] = (
        lambda: findings.drop_finding(record, hand, reference, "f001", "printed twice"),
        lambda: findings.restore_finding(record, hand, reference, "f001"),
        lambda: findings.correct_finding(record, hand, reference, "f001", "Other words."),
        lambda: findings.add_finding(record, hand, reference, FindingClass.RECOMMENDATION, "X."),
        lambda: findings.confirm_date(record, hand, reference, date(2022, 10, 13)),
    )
    for change in changes:
        with pytest.raises(NotAllowedError, match="send it back"):
            change()
    assert len(service.file(reference).findings) == 2
    sign_off.give_signature(record, by(CHIEF_EXECUTIVE, at(11, 25)), reference)


def end(service: Service, person: str, reference: str, way: Stage, other: str = "") -> str:
    hand = by(person, at(10, 18))
    return findings.end_case(service.record, hand, reference, way, NOT_OURS, other)


def test_not_our_subject_takes_a_second_person_and_each_proposal_counts_once(
    service: Service,
) -> None:
    reference = small(service)
    way = Stage.NOT_OUR_SUBJECT
    assert end(service, CHIEF_EXECUTIVE, reference, way) == "proposed"  # his own word is no second
    assert end(service, CHIEF_EXECUTIVE, reference, way) == "proposed"
    assert end(service, OFFICER, reference, way) == "proposed"
    assert (
        end(service, HEAD, reference, way) == "proposed"
    )  # a second officer is not the second person
    assert service.file(reference).case.stage is Stage.OPENED
    assert end(service, CHIEF_EXECUTIVE, reference, way) == "ended"
    with pytest.raises(NotAllowedError, match="reopen"):
        findings.confirm_findings(service.record, by(OFFICER, at(10, 19)), reference)
    hand = by(OFFICER, at(10, 19))
    assert (
        findings.reopen_case(service.record, hand, reference, "it names us after all") == "opened"
    )
    assert end(service, CHIEF_EXECUTIVE, reference, way) == "proposed"
    assert faults(service.record) == []


def test_answered_by_another_case_names_it_and_the_second_person_agrees_to_that_one(
    service: Service,
) -> None:
    way = Stage.ANSWERED_ELSEWHERE
    pages = [a_page(f"PEEL {year}: An inspection of Warwickshire Police") for year in (1, 2, 3)]
    first, second, third = (service.open(data=page) for page in pages)
    with pytest.raises(CaseworkError, match="--by"):
        end(service, OFFICER, first, way)
    with pytest.raises(CaseworkError, match="--by"):
        end(service, OFFICER, first, way, first)
    assert end(service, OFFICER, first, way, second) == "proposed"
    assert end(service, CHIEF_EXECUTIVE, first, way, third) == "proposed"
    assert end(service, OFFICER, first, way, second) == "proposed"
    assert end(service, CHIEF_EXECUTIVE, first, way) == "ended"
    file, other = service.file(first), service.file(second)
    assert file.case.answered_by_id == other.case.id
    assert file.mails[0].state is MailState.WITHDRAWN


def test_a_case_that_ends_sends_nothing_more_and_comes_back_whole(service: Service) -> None:
    reference = small(service)
    with pytest.raises(CaseworkError, match="few words"):
        findings.end_case(
            service.record, by(OFFICER, at(10, 18)), reference, Stage.OPENED_BY_MISTAKE, "oops"
        )
    assert end(service, OFFICER, reference, Stage.OPENED_BY_MISTAKE) == "ended"
    assert service.file(reference).mails[0].state is MailState.WITHDRAWN
    assert write_draft(service.record, the_service(at(10, 18)), reference, TEMPLATES) == 0
    assert invite(service.record, the_service(at(10, 18)), reference, TEMPLATES) == 0
    findings.reopen_case(service.record, by(OFFICER, at(10, 19)), reference, "it was no mistake")
    assert invite(service.record, the_service(at(10, 19)), reference, TEMPLATES) == 1
    with pytest.raises(NotAllowedError, match="not ended"):
        findings.reopen_case(
            service.record, by(OFFICER, at(10, 19)), reference, "once more, please"
        )


def test_a_case_that_ends_while_it_is_signed_keeps_no_signature(service: Service) -> None:
    reference = service.submitted()
    assert end(service, OFFICER, reference, Stage.REPORT_WITHDRAWN) == "ended"
    findings.reopen_case(service.record, by(OFFICER, at(11, 22)), reference, "it is back again")
    file = service.file(reference)
    assert (file.case.stage, file.round, file.signatures) == (Stage.CONFIRMED, None, [])
    with pytest.raises(CaseworkError):
        sign_off.give_signature(service.record, by(SIGNATORY, at(11, 23)), reference)


def test_only_a_discretionary_case_may_go_unanswered(service: Service) -> None:
    reference = small(service)
    with pytest.raises(NotAllowedError, match="discretionary"):
        end(service, OFFICER, reference, Stage.NOT_ANSWERED)
    page = a_page("State of Policing: The annual assessment of policing 2021", ())
    handed = HandedIn(page, "state.html")
    other = open_report(service.record, by(OFFICER, at(10, 14)), handed)[0]
    assert end(service, OFFICER, other, Stage.NOT_ANSWERED) == "ended"
