"""Setting, and taking back, the moment of publication."""

from datetime import date, datetime, timedelta

from sqlmodel import select

from casework.errors import NotAllowedError, RefusedInputError
from casework.publication.lawful import SLACK, why_not_lawful
from casework.record.acts import act
from casework.record.adoption import lapsed
from casework.record.desk import Desk, found, spoken
from casework.record.dossier import Dossier, dossier
from casework.record.hand import LONDON
from casework.rules.deadlines import is_late
from casework.rules.wording import british_date, joined
from models import Errand, Publication, RoundState
from models.words import PublicationState, Stage

ENGINE_GOES_FIRST = timedelta(minutes=2)


@act("schedule")
def schedule(
    desk: Desk,
    reference: str,
    moment: datetime,
    lateness_reason: str = "",
    correction: str = "",
    *,
    sure: bool = True,
) -> list[str]:
    """Set the moment of publication. Returns [moment, remarks …].

    Refused unless signed, and before the report itself is out. Past day 56 it
    asks for a reason and does not stand in the way: the duty continues. Who is
    not `sure` is asked before a moment after day 56 is set while there is time.
    """
    case = desk.open_case(reference)
    file = dossier(desk.session, case)
    _check(file, moment)
    _check_signature(desk, file, moment)
    _check_lawfulness(desk, file)
    if not (sure or lateness_reason.strip() or case.lateness_reason or case.responded_on):
        _check_needless_lateness(file, moment, desk.hand.today)
    case.planned_for = moment
    case.lateness_reason = lateness_reason.strip() or case.lateness_reason
    again = case.stage is Stage.SCHEDULED and not desk.is_changed(case)
    if not _rows(desk, file, correction) and again:
        return [moment.isoformat(), *_remarks(file, moment)]
    if case.stage is Stage.SIGNED:
        desk.move(case, Stage.SCHEDULED, moment=moment.isoformat())
    round_ = found(file.round)
    key = f"publish:{reference}:{round_.number}:{moment.isoformat()}"
    # The engine goes first; where it is down, the dispatcher publishes itself.
    desk.errand(key, Errand.PUBLISH, case.reference, due=moment + ENGINE_GOES_FIRST)
    desk.errand(f"run:{key}", Errand.RUN_FLOW, case.reference, flow="publish-response", due=moment)
    desk.note("publication_scheduled", case, moment=moment.isoformat(), round=round_.number)
    return [moment.isoformat(), *_remarks(file, moment)]


@act("unschedule")
def unschedule(desk: Desk, reference: str, reason: str) -> str:
    """Take the moment of publication back; the signatures stand."""
    case = desk.open_case(reference)
    if case.stage is not Stage.SCHEDULED:
        raise NotAllowedError(f"{reference} is {spoken(case.stage)}: nothing is scheduled.")
    _take_rows_back(dossier(desk.session, case))
    case.planned_for = None
    desk.move(case, Stage.SIGNED, reason=reason.strip())
    return case.stage.value


def _take_rows_back(file: Dossier) -> None:
    """Take every parcel back; refuse once one has gone where the public finds it."""
    round_ = found(file.round)
    ours = [row for row in file.publications if row.round_id == round_.id]
    public = [spoken(row.publisher) for row in ours if row.written_at and row.address]
    if public:
        message = (
            f"The response has been handed to the {joined(public)} already: it may be public. "
            f"Once it has been seen there, `section55 correct {file.case.reference}` changes it."
        )
        raise NotAllowedError(message)
    for row in ours:
        row.state = PublicationState.UNSCHEDULED


@act("give_lateness_reason")
def give_lateness_reason(desk: Desk, reference: str, reason: str) -> str:
    """Write down why a response is late."""
    case = desk.case(reference)
    if not reason.strip():
        raise RefusedInputError("Give the reason in a sentence.")
    case.lateness_reason = reason.strip()
    if desk.is_changed(case):
        desk.note("lateness_reason_given", case)
    return case.lateness_reason


@act("correct")
def correct(desk: Desk, reference: str, note: str) -> str:
    """Open a published response for correction: a new round of review and signing.

    What is public stays public until the corrected text is signed and published.
    """
    case = desk.case(reference)
    if not note.strip():
        raise RefusedInputError("Say what is to be corrected: the note is published beside it.")
    latest = dossier(desk.session, case).round
    if case.stage not in {Stage.PUBLISHED, Stage.CLOSED} or latest is None:
        raise NotAllowedError(f"{reference} is {spoken(case.stage)}: it was not published yet.")
    desk.move(case, Stage.IN_REVIEW, correction=note.strip())
    case.correction_note = note.strip()
    case.planned_for = None
    return case.stage.value


def _check_needless_lateness(file: Dossier, moment: datetime, today: date) -> None:
    """Refuse a moment after day 56 that nobody gave a reason for, up to day 54."""
    on = moment.astimezone(LONDON).date()
    if is_late(file.published, on) and today < file.last_day - SLACK:
        message = (
            f"{british_date(on)} is after the last day, {british_date(file.last_day)}: "
            "give an earlier day, or say below why the response will be late."
        )
        raise RefusedInputError(message)


def _check_lawfulness(desk: Desk, file: Dossier) -> None:
    """Refuse while a limb of section 55 is not kept and nobody has said why."""
    said = why_not_lawful(desk.settings, file, desk.hand.today)
    if said:
        raise NotAllowedError(said)


def _check(file: Dossier, moment: datetime) -> None:
    case = file.case
    if case.stage not in {Stage.SIGNED, Stage.SCHEDULED} or file.round is None:
        message = f"{case.reference} is {spoken(case.stage)}: only a signed response is published."
        raise NotAllowedError(message)
    if file.round.state is not RoundState.COMPLETE:
        raise NotAllowedError(f"Not every signature of {case.reference} has been given.")
    release = max(filter(None, (file.release, case.embargoed_until)))
    if moment < release:
        day = british_date(release.astimezone(LONDON).date())
        message = f"The report itself is published on {day}: the response cannot go before it."
        raise RefusedInputError(message)


def _check_signature(desk: Desk, file: Dossier, moment: datetime) -> None:
    day = moment.astimezone(LONDON).date()
    if day < desk.hand.today:
        message = f"{british_date(day)} has passed: give a moment that is to come."
        raise RefusedInputError(message)
    why = lapsed(desk.session, desk.settings, file, day)
    if why:
        raise NotAllowedError(why)


def _rows(desk: Desk, file: Dossier, correction: str) -> bool:
    """Make ready what each publisher is to be given. Returns whether anything is new."""
    fresh = False
    round_ = found(file.round)
    known = {row.publisher for row in file.publications if row.round_id == round_.id}
    note = correction or file.case.correction_note
    for publisher in desk.settings.publication.publishers:
        if publisher not in known:
            row = Publication(
                office_id=desk.office_id,
                case_id=found(file.case.id),
                round_id=found(round_.id),
                publisher=publisher,
                correction_note=note,
            )
            desk.session.add(row)
            fresh = True
    for row in desk.session.exec(select(Publication).where(Publication.round_id == round_.id)):
        if row.state is PublicationState.UNSCHEDULED:
            row.state, fresh = PublicationState.SCHEDULED, True
    return fresh


def _remarks(file: Dossier, moment: datetime) -> list[str]:
    day = moment.astimezone(LONDON).date()
    case = file.case
    if not is_late(file.published, day) or case.responded_on:
        return []  # a correction is late for nothing
    late = f"{british_date(day)} is after the last day, {british_date(file.last_day)}."
    if case.lateness_reason:
        return [late]
    return [f"{late} Give the reason with `section55 late {case.reference} REASON`."]
