"""Handing the signed bytes to each publisher. Publishing twice is harmless."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session, col, select

from casework.errors import DoorError, NotAllowedError
from casework.publication.proving import see_it
from casework.publishers.proof import Fetcher
from casework.publishers.publisher import Publisher
from casework.record.acts import act
from casework.record.bytes import fetch
from casework.record.desk import Desk, find_case, found, spoken
from casework.record.dossier import Dossier, dossier
from casework.record.hand import LONDON, Hand
from casework.record.record import Record
from casework.record.write_points import reached
from casework.rules.deadlines import day_number, response_due
from casework.rules.publishing import slug
from casework.rules.wording import british_date, counted_findings
from models import Case, Publication, SigningRound
from models.shapes.office import OfficeSettings
from models.shapes.publication import IndexEntry, Written
from models.shapes.publication import Publication as Parcel
from models.words import FindingClass, Language, PublicationState, Stage

TO_WRITE = frozenset({PublicationState.SCHEDULED, PublicationState.FAILED})


@dataclass(frozen=True, slots=True)
class PublicationDoors:
    """The doors publication goes through."""

    publishers: Mapping[str, Publisher]
    fetcher: Fetcher


def publish(record: Record, hand: Hand, reference: str, doors: PublicationDoors) -> list[str]:
    """Publish a scheduled response whose moment has come, and look whether it is there.

    Returns what happened, one sentence each; empty if there was nothing to do.
    """
    with record.reading() as session:
        office = record.office(session)
        case = find_case(session, found(office.id), reference)
        settings = record.settings_of(session, office)
        file = dossier(session, case)
        if not _is_due(file, hand):
            return []
        parcel = _parcel(session, settings, file, hand)
        register = _register(session, settings, office.id or 0)
        waiting = [row for row in file.publications if _waits(row, file)]
    done = [_hand_over(record, hand, row, doors, parcel, register) for row in waiting]
    return [*filter(None, done), *see_it(record, hand, reference, doors.fetcher)]


def _is_due(file: Dossier, hand: Hand) -> bool:
    case = file.case
    if case.stage is Stage.PUBLISHED:
        return any(_waits(row, file) for row in file.publications)
    planned = case.stage is Stage.SCHEDULED and case.planned_for is not None
    return planned and found(case.planned_for) <= hand.at and file.release <= hand.at


def _waits(row: Publication, file: Dossier) -> bool:
    latest = found(file.round).id
    return row.round_id == latest and row.state in TO_WRITE


def _hand_over(
    record: Record,
    hand: Hand,
    row: Publication,
    doors: PublicationDoors,
    parcel: Parcel,
    register: list[IndexEntry],
) -> str:
    name = row.publisher
    publisher = doors.publishers.get(name)
    if publisher is None:
        return f"There is no publisher called {name}: correct the office's settings."
    reached("publication: lease taken, not written")
    step = _service(hand, f"{row.id}:written")
    try:
        written = publisher.publish(parcel, register)
    except DoorError as fault:
        _note_trouble(
            record,
            _service(hand, f"{row.id}:failed:{hand.now.isoformat()}"),
            found(row.id),
            str(fault),
        )
        return str(fault)
    reached("publication: written, not recorded")
    _note_written(record, step, found(row.id), written)
    return f"{spoken(name)}: written."


def _service(hand: Hand, what: str) -> Hand:
    # The outer act may be given twice; each step has a number of its own.
    return Hand(now=hand.now, acted_at=hand.acted_at, act_id=f"publication:{what}")


@act("note_publication_written")
def _note_written(desk: Desk, row_id: int, written: Written) -> bool:
    row = found(desk.session.get(Publication, row_id))
    case = found(desk.session.get(Case, row.case_id))
    if case.stage not in {Stage.SCHEDULED, Stage.PUBLISHED}:
        message = f"{case.reference} was taken back while it was being published."
        raise NotAllowedError(message)
    row.state, row.written_at, row.trouble = PublicationState.WRITTEN, desk.hand.at, ""
    row.address = written.address or ""
    desk.note("publication_written", case, publisher=row.publisher, address=row.address)
    return True


@act("note_publication_failed")
def _note_trouble(desk: Desk, row_id: int, trouble: str) -> bool:
    row = found(desk.session.get(Publication, row_id))
    row.state, row.trouble = PublicationState.FAILED, trouble
    desk.note(
        "publication_failed", found(desk.session.get(Case, row.case_id)), publisher=row.publisher
    )
    return True


def _parcel(session: Session, settings: OfficeSettings, file: Dossier, hand: Hand) -> Parcel:
    case, report, round_ = file.case, file.report, found(file.round)
    today = hand.at.astimezone(LONDON).date()
    first = case.responded_on or today
    note = next((row.correction_note for row in file.publications if row.round_id == round_.id), "")
    return Parcel(
        reference=case.reference,
        slug=slug(settings, case.reference, report.title, file.published),
        title=f"Response to {report.title}",
        language=Language.ENGLISH.value,
        body_name=settings.body.name,
        office_name=settings.office.name,
        report_title=report.title,
        report_address=report.address,
        report_published=file.published,
        response_due=file.last_day,
        published_on=first,
        days_taken=day_number(file.published, first),
        lateness_reason=case.lateness_reason or None,
        html=fetch(session, round_.html_sha256),
        fragment=fetch(session, round_.fragment_sha256),
        pdf=fetch(session, round_.pdf_sha256),
        docx=fetch(session, round_.docx_sha256),
        summary=_summary(settings, file),
        correction_note=note or None,
        corrected_on=today if note else None,
    )


def _summary(settings: OfficeSettings, file: Dossier) -> str:
    counts = [
        counted_findings(number, klass)
        for klass in FindingClass
        if (number := sum(f.klass is klass for f in file.findings))
    ]
    about = f" It answers {' and '.join(counts)}." if counts else ""
    return (
        f"The response of {settings.body.name} under section 55 of the Police Act 1996 to "
        f"“{file.report.title}”, published on {british_date(file.published)}.{about}"
    )


def _register(session: Session, settings: OfficeSettings, office_id: int) -> list[IndexEntry]:
    """Return the rows of every response this office has published."""
    cases = session.exec(
        select(Case)
        .where(Case.office_id == office_id, col(Case.responded_on).is_not(None))
        .order_by(Case.reference)
    )
    return [_entry(settings, dossier(session, case)) for case in cases]


def _entry(settings: OfficeSettings, file: Dossier) -> IndexEntry:
    case, report = file.case, file.report
    done = found(case.responded_on)
    return IndexEntry(
        reference=case.reference,
        title=f"Response to {report.title}",
        language=Language.ENGLISH.value,
        report_title=report.title,
        report_address=report.address,
        report_published=file.published,
        response_due=response_due(file.published),
        summary=_summary(settings, file),
        slug=slug(settings, case.reference, report.title, file.published),
        published_on=done,
        days_taken=day_number(file.published, done),
        lateness_reason=case.lateness_reason or None,
        correction_note=next((r.correction_note for r in reversed(file.publications)), "") or None,
    )


def signed_round(file: Dossier) -> SigningRound:
    """Return the round whose bytes are, or will be, public."""
    return found(file.round)
