"""A process killed at any named moment loses nothing and doubles nothing."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, SQLModel, select

from casework import intake, sign_off
from casework.comments import close_silent, invite, prepare_chasers
from casework.drafting import write_draft
from casework.errors import CaseworkError, DoorError
from casework.publication import close_when_copied, publish
from casework.record import write_points
from casework.record.hand import the_service
from casework.record.papers import lay_out_missing_copies
from casework.record.register import open_references
from casework.record.verify import faults
from casework.record.write_points import WRITE_POINTS
from casework.reminders import ask_for_signature, sweep, tell_day_one, write_calendar
from models import Case, Mail, Version
from models.words import MailKind, MailState, Stage
from tests.builders import (
    CHIEF_EXECUTIVE,
    OFFICER,
    REPORT,
    ROOT,
    TEMPLATES,
    Service,
    at,
    by,
)

Take = Callable[[str], tuple[Service, str]]
KILLED = 9


def push(service: Service, reference: str, now: datetime) -> None:
    """Run every leg of `catch_up` for one case, as the flow does."""
    record = service.record
    tell_day_one(record, the_service(now), reference)
    invite(record, the_service(now), reference, TEMPLATES)
    write_draft(record, the_service(now), reference, TEMPLATES)
    ask_for_signature(record, the_service(now), reference)
    publish(record, the_service(now), reference, service.doors.publication)
    close_when_copied(record, the_service(now), reference)


def catch_up(service: Service, now: datetime) -> None:
    for reference in open_references(service.record):
        push(service, reference, now)
    service.carry_out(now)
    lay_out_missing_copies(service.record)


def watch_deadlines(service: Service, now: datetime) -> None:
    for reference in open_references(service.record):
        close_silent(service.record, the_service(now), reference)
        prepare_chasers(service.record, the_service(now), reference, TEMPLATES)
    sweep(service.record, the_service(now))
    service.carry_out(now)
    write_calendar(service.record)


def killed_at(service: Service, point: str, deed: Callable[[], object], passing: int = 0) -> bool:
    """Do something in a process of its own that dies at a write point; return whether it died."""
    service.record.engine.dispose()
    child = os.fork()
    if child == 0:
        left = [passing]

        def die(reached: str) -> None:
            if reached == point and left[0] == 0:
                os._exit(KILLED)
            left[0] -= reached == point

        write_points.hook = die
        status = 1
        try:
            deed()
            status = 0
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in {0, KILLED}
    return os.waitstatus_to_exitcode(status) == KILLED


def whole(service: Service) -> None:
    assert faults(service.record) == []
    with service.record.reading() as session:
        versions = list(session.exec(select(Version)))
        mails = list(session.exec(select(Mail)))
        cases = list(session.exec(select(Case)))
    assert len({(v.document_id, v.number) for v in versions}) == len(versions)
    assert len({m.key for m in mails}) == len(mails)
    assert len({c.report_id for c in cases}) == len(cases)
    assert lay_out_missing_copies(service.record) == []


OPENING = [point for point in WRITE_POINTS if point.startswith(("act", "copy"))]


@pytest.mark.parametrize("point", OPENING)
def test_opening_a_case_survives_a_kill(service: Service, point: str) -> None:
    def open_it() -> None:
        service.open()

    assert killed_at(service, point, open_it)
    handed = intake.HandedIn(REPORT, "report.html")
    now = at(10, 14, 9, 30)
    reference, _ = intake.open_report(service.record, by(OFFICER, now), handed)
    catch_up(service, now)
    catch_up(service, now + timedelta(minutes=15))
    whole(service)
    file = service.file(reference)
    assert reference == "S55-2022-001"
    assert len(file.findings) == 20
    assert [m.kind for m in file.mails].count(MailKind.INVITATION) == 1
    with service.record.reading() as session:
        numbers = [v.number for v in session.exec(select(Version))]
    assert numbers == [1, 1]  # one draft, one invitation


SUBMISSION = """
import os, sys
from pathlib import Path
from casework.record import write_points
from tests.casework.test_kills import Service, submit_once
folder, url, reference, point = sys.argv[1:]
service = Service(Path(folder), url)
write_points.hook = lambda reached: os._exit(9) if reached == point else None
submit_once(service, reference)
"""
"""In a process that was not forked: the typesetter's threads would not be there."""


def submit_once(service: Service, reference: str) -> int:
    hand = by(OFFICER, at(11, 21), "one-submission")
    return sign_off.submit(service.record, hand, reference, TEMPLATES)


@pytest.mark.parametrize("point", OPENING[:2])
def test_a_submission_and_a_signature_survive_a_kill(on_one: Take, point: str) -> None:
    service, reference = on_one("reviewed")
    given = [str(service.folder), service.database_url, reference, point]
    died = subprocess.run(
        [sys.executable, "-c", SUBMISSION, *given], cwd=ROOT, check=False, timeout=60
    )
    assert died.returncode == KILLED
    assert submit_once(service, reference) == 1

    def sign() -> str:
        hand = by(CHIEF_EXECUTIVE, at(11, 25), "one-approval")
        return sign_off.give_signature(service.record, hand, reference)

    assert killed_at(service, point, sign)
    assert sign() == "approved"
    lay_out_missing_copies(service.record)
    assert len(service.file(reference).signatures) == 2
    whole(service)


PUBLISHING = [point for point in WRITE_POINTS if not point.startswith("copy")]


@pytest.mark.parametrize("passing", [0, 1])
@pytest.mark.parametrize("point", PUBLISHING)
def test_publication_and_its_copies_survive_a_kill(on_one: Take, point: str, passing: int) -> None:
    published_despite_a_kill(on_one, point, passing)


@pytest.mark.parametrize("prepared", ["postgresql"], indirect=True)
@pytest.mark.parametrize("point", WRITE_POINTS[4:])
def test_publication_survives_a_kill_on_postgresql_too(prepared: Take, point: str) -> None:
    published_despite_a_kill(prepared, point, 0)


def published_despite_a_kill(take: Take, point: str, passing: int) -> None:
    service, reference = take("scheduled")
    due = at(12, 5, 10)
    assert killed_at(service, point, lambda: catch_up(service, due), passing)
    for minutes in (1, 16, 31):
        catch_up(service, due + timedelta(minutes=minutes))
    file = service.file(reference)
    copied = [m for m in file.mails if m.key.startswith(f"{reference}:copy:")]
    assert len(copied) == 2
    assert file.case.responded_on == due.date()
    assert len({(p.round_id, p.publisher) for p in file.publications}) == len(file.publications)
    unknown = [m for m in file.mails if m.state is MailState.UNKNOWN]
    # Nobody knows what became of that letter: it is put before a person, and a
    # case whose copy it was stays open.
    assert len(unknown) == point.startswith("mail")
    assert [m.kind for m in file.mails].count(MailKind.WARNING) == len(unknown)
    still_open = any(mail in copied for mail in unknown)
    assert file.case.stage is (Stage.PUBLISHED if still_open else Stage.CLOSED)
    subjects = [letter.message_id for letter in service.server.letters]
    assert len(subjects) == len(set(subjects))
    whole(service)


# Full disks and locked databases


def test_a_full_disk_under_the_copies_is_one_sentence_and_the_next_sweep_writes_them(
    prepared: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    service, reference = prepared("commented")
    data = service.edited(reference)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr("casework.record.copies.os.fsync", full)
        with pytest.raises(DoorError, match="No space left on device") as told:
            service.check_in(reference, data)
    assert "\n" not in str(told.value)
    assert faults(service.record) == []
    assert service.file(reference).case.stage is Stage.IN_REVIEW
    assert list((service.folder / "cases" / reference).glob(".*")) == []
    (missing,) = lay_out_missing_copies(service.record)
    assert "edited" in missing
    assert lay_out_missing_copies(service.record) == []


def test_every_copy_can_be_laid_out_again(on_one: Take) -> None:
    service, reference = on_one("submitted")
    folder = service.folder / "cases" / reference
    before = {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    for path in sorted(folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    lay_out_missing_copies(service.record)
    after = {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    assert after == before
    assert {".html", ".pdf", ".docx", ".txt"} <= {path.suffix for path in after}


def test_a_locked_record_is_one_sentence_and_nothing_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("casework.record.database.BUSY_SECONDS", 0.1)
    service = Service(tmp_path, f"sqlite:///{tmp_path / 'record.sqlite'}")
    with service.record.engine.connect() as other:
        other.exec_driver_sql("SELECT 1")  # holds the writer's place
        with pytest.raises(CaseworkError, match="nothing was changed") as told:
            service.open()
    assert "\n" not in str(told.value)
    assert open_references(service.record) == []


def test_a_full_disk_under_the_record_is_one_sentence_and_nothing_changes(tmp_path: Path) -> None:
    service = Service(tmp_path, f"sqlite:///{tmp_path / 'record.sqlite'}")
    with service.record.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()

    from sqlalchemy import event

    def narrow(connection: object, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages + 1}")  # type: ignore[attr-defined]

    event.listen(service.record.engine, "connect", narrow)
    with pytest.raises(CaseworkError, match=r"is full .*free some space") as told:
        service.open()
    assert "\n" not in str(told.value)
    assert open_references(service.record) == []
    assert faults(service.record) == []


# Twice is once


def counts(service: Service) -> dict[str, int]:
    with service.record.reading() as session:
        return {
            table.name: _count(session, table.name)
            for table in SQLModel.metadata.sorted_tables
            if table.name != "look"
        }


def _count(session: Session, table: str) -> int:
    from sqlalchemy import text

    return int(session.execute(text(f'SELECT count(*) FROM "{table}"')).scalar_one())  # noqa: S608


@pytest.mark.parametrize(
    ("stage", "now"),
    [
        ("open", at(10, 14, 10)),
        ("submitted", at(11, 22, 6)),
        ("scheduled", at(12, 5, 11)),
        ("published", at(12, 20, 6)),
    ],
)
def test_every_leg_of_the_flows_run_twice_changes_nothing(
    prepared: Take, stage: str, now: datetime
) -> None:
    service, _ = prepared(stage)

    def all_flows() -> None:
        from casework.watching import watch

        watch(service.record, the_service(now), service.web)
        catch_up(service, now)
        watch_deadlines(service, now)
        catch_up(service, now)

    all_flows()
    before = counts(service)
    all_flows()
    assert counts(service) == before
    assert faults(service.record) == []


def test_a_site_that_stays_down_adds_nothing_with_every_look(on_one: Take) -> None:
    service, _ = on_one("scheduled")
    service.web.down = True
    catch_up(service, at(12, 5, 10))
    before = counts(service)
    for minutes in (15, 30, 45):
        catch_up(service, at(12, 5, 10, minutes))
    assert counts(service) == before
