"""Handing the signed bytes to each publisher. Publishing twice is harmless."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlmodel import Session

from casework.errors import DoorError, NotAllowedError
from casework.publication.lawful import why_not_lawful
from casework.publication.proving import see_it
from casework.publication.the_register import (
    forces_of,
    register_of,
    seen_on,
    summary,
    told_lateness,
)
from casework.publishers.proof import Fetcher
from casework.publishers.publisher import Publisher
from casework.record.acts import act
from casework.record.adoption import lapsed
from casework.record.bytes import fetch
from casework.record.desk import Desk, find_case, found, spoken
from casework.record.dossier import Dossier, dossier
from casework.record.hand import LONDON, Hand, the_service
from casework.record.record import Record
from casework.record.rounds import prove_frozen
from casework.record.warnings import Remedy, warn
from casework.record.write_points import reached
from casework.rules.deadlines import day_number
from casework.rules.publishing import slug
from models import Case, Publication, SigningRound
from models.shapes.office import OfficeSettings
from models.shapes.publication import IndexEntry, Written
from models.shapes.publication import Publication as Parcel
from models.words import Language, PublicationState, Regime, Stage

FLOW = "publish-response"
NOT_DUE = "Nothing is due: the response is published at the moment that is set, if it is signed."
ALREADY = "It was handed over already."
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
        waiting = [row for row in file.publications if _waits(row, file)]
        steps = len(waiting) + 2
        hand.step(1, steps, "the text is proved to be the one that was signed")
        why = _why_not(session, settings, file, hand) if waiting else ""
        if why:
            step = _service(hand, f"{found(file.round).id}:refused")
            _note_refused(record, step, reference, why)
            return [why]
        parcel = parcel_of(session, settings, file, hand)
        register = register_of(session, settings, office.id or 0, hand.at)
    done = []
    for number, row in enumerate(waiting, start=2):
        hand.step(number, steps, f"it is handed to the {spoken(row.publisher)}")
        done.append(_hand_over(record, hand, row, doors, parcel, register))
    hand.step(steps, steps, "the page is fetched back from its public address")
    return [*filter(None, done), *see_it(record, hand, reference, doors.fetcher)]


def publish_now(record: Record, hand: Hand, reference: str, doors: PublicationDoors) -> list[str]:
    """Publish because a person asks for it what is due. Returns what happened; refuses if nothing.

    The publishing itself is the service's act: who asked for it is written down first.
    """
    _ask_for_publication(record, hand, reference)
    service = replace(the_service(hand.now, f"{hand.act_id}:publish"), tell=hand.tell)
    return publish(record, service, reference, doors) or [ALREADY]


@act("start_flow")
def _ask_for_publication(desk: Desk, reference: str) -> str:
    case = desk.open_case(reference)
    if not _is_due(dossier(desk.session, case), desk.hand):
        raise NotAllowedError(NOT_DUE)
    desk.note("flow_started", case, flow=FLOW)
    desk.wake(FLOW, case)  # should this process die before it has published
    return FLOW


def _why_not(session: Session, settings: OfficeSettings, file: Dossier, hand: Hand) -> str:
    """Return why what was signed must not go out today; empty if it may."""
    try:
        prove_frozen(session, found(file.round))
    except NotAllowedError as fault:
        return str(fault)
    today = hand.at.astimezone(LONDON).date()
    return lapsed(session, settings, file, today) or why_not_lawful(settings, file, today)


@act("publication_refused")
def _note_refused(desk: Desk, reference: str, why: str) -> bool:
    case = desk.case(reference)
    desk.note("publication_refused", case)
    key = f"{reference}:unpublished:{desk.act.id}"
    remedy = Remedy(f"/cases/{reference}/publishing")
    warn(desk, case, key, f"{reference} could not be published", why, remedy)
    return True


def _is_due(file: Dossier, hand: Hand) -> bool:
    case = file.case
    if case.stage is Stage.PUBLISHED:
        return any(_waits(row, file) or _is_unseen(row, file) for row in file.publications)
    planned = case.stage is Stage.SCHEDULED and case.planned_for is not None
    return planned and found(case.planned_for) <= hand.at and file.release <= hand.at


def _waits(row: Publication, file: Dossier) -> bool:
    latest = found(file.round).id
    return row.round_id == latest and row.state in TO_WRITE


def _is_unseen(row: Publication, file: Dossier) -> bool:
    written = row.state is PublicationState.WRITTEN and bool(row.address)
    return row.round_id == found(file.round).id and written


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
    # Unscheduled and scheduled again, it is written again: another act.
    step = _service(hand, f"{row.id}:written:{hand.now.isoformat()}")
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
    if row.state not in TO_WRITE:
        return False  # another process has come first
    row.state, row.written_at, row.trouble = PublicationState.WRITTEN, desk.hand.at, ""
    row.address = written.address or ""
    desk.note("publication_written", case, publisher=row.publisher, address=row.address)
    return True


@act("note_publication_failed")
def _note_trouble(desk: Desk, row_id: int, trouble: str) -> bool:
    row = found(desk.session.get(Publication, row_id))
    if row.state not in TO_WRITE or row.trouble == trouble:
        return False
    row.state, row.trouble = PublicationState.FAILED, trouble
    case = found(desk.session.get(Case, row.case_id))
    desk.note("publication_failed", case, publisher=row.publisher)
    headline = f"{case.reference} could not be handed to the {spoken(row.publisher)}"
    remedy = Remedy(f"/cases/{case.reference}/publishing")
    warn(desk, case, f"{case.reference}:publication:{row.id}", headline, trouble, remedy)
    return True


def parcel_of(session: Session, settings: OfficeSettings, file: Dossier, hand: Hand) -> Parcel:
    """Return what a publisher is given: the bytes of the file's round, as they were signed."""
    case, report, round_ = file.case, file.report, found(file.round)
    today = hand.at.astimezone(LONDON).date()
    first = case.responded_on or today
    latest = [row for row in file.publications if row.round_id == round_.id]
    note = next((row.correction_note for row in latest), "")
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
        lateness_reason=told_lateness(settings, case),
        html=fetch(session, round_.html_sha256),
        fragment=fetch(session, round_.fragment_sha256),
        pdf=fetch(session, round_.pdf_sha256),
        docx=fetch(session, round_.docx_sha256),
        summary=summary(settings, report, file.published, Counter(f.klass for f in file.findings)),
        correction_note=note or None,
        corrected_on=(seen_on(latest) or today) if note else None,
        forces=forces_of(settings, [force.force_key for force in file.forces]),
        has_clock=case.regime is Regime.SECTION_55,
    )


def signed_round(file: Dossier) -> SigningRound:
    """Return the round whose bytes are, or will be, public."""
    return found(file.round)
