"""What the report says is settled by a person: its date, its findings, whom they concern.

Starts when a case has been opened. Leaves the case *confirmed*, or ended by
one of the ways out. A confirmed date that turns out wrong is corrected here:
every day is derived from it, so nothing else has to be changed by hand.
"""

from datetime import date

from sqlmodel import col, select

from casework.errors import NotAllowedError, NotFoundError, RefusedInputError
from casework.record.acts import act
from casework.record.desk import Desk, found, spoken
from casework.record.dossier import release_moment
from casework.rules.deadlines import response_due
from casework.rules.progress import OFFICERS
from casework.rules.wording import british_date
from models import Case, Finding, HistoryEntry
from models.words import (
    WAYS_OUT,
    AddresseeGroup,
    DeadlineKind,
    FindingClass,
    Role,
    Stage,
)

SECOND_PERSON = frozenset({Role.MONITORING_OFFICER})
"""Who agrees that a report is not ours, or is answered by another case."""

NEEDS_SECOND_PERSON = frozenset({Stage.NOT_OUR_SUBJECT, Stage.ANSWERED_ELSEWHERE})
LEAST_REASON = 8
"""Characters below which a reason says nothing ("n/a", "ok")."""


@act("confirm_date")
def confirm_date(desk: Desk, reference: str, published: date, source: str = "") -> str:
    """Confirm the publication date: day 1 of the 56. Returns the last day, ISO 8601.

    Called again with another date it is corrected; everybody on the case is
    told by the next sweep, because every reminder is reckoned from it.
    """
    case = desk.open_case(reference)
    desk.need(OFFICERS, "confirm the publication date")
    last = response_due(published)
    if published > desk.hand.today and case.embargoed_until is None:
        message = (
            f"{british_date(published)} has not come yet: a report that is not under embargo "
            "cannot have been published in the future."
        )
        raise RefusedInputError(message)
    before = case.published_on
    if before == published:
        return last.isoformat()
    case.published_on = published
    case.date_source = source or case.date_source
    if case.embargoed_until and not case.released_at:
        case.embargoed_until = release_moment(published)
    what = "publication_date_corrected" if before else "publication_date_confirmed"
    was = before.isoformat() if before else None
    desk.note(what, case, published=published.isoformat(), before=was, source=case.date_source)
    _confirmed_as_a_whole(desk, case)
    desk.wake("draft-response", case)
    desk.wake("invite-comments", case)
    return last.isoformat()


@act("confirm_findings")
def confirm_findings(desk: Desk, reference: str) -> int:
    """Confirm the list of findings as it stands. Returns how many there are."""
    case = desk.open_case(reference)
    desk.need(OFFICERS, "confirm the findings")
    standing = [f for f in _findings(desk, case) if not f.dropped_because]
    if not case.findings_confirmed:
        case.findings_confirmed = True
        desk.note("findings_confirmed", case, count=len(standing))
        _confirmed_as_a_whole(desk, case)
        desk.wake("draft-response", case)
    return len(standing)


@act("drop_finding")
def drop_finding(desk: Desk, reference: str, key: str, reason: str) -> str:
    """Take a finding off the list, with the reason. Its text is kept."""
    case = desk.open_case(reference)
    desk.need(OFFICERS, "change the findings")
    finding = _finding(desk, case, key)
    finding.dropped_because = _reason(reason)
    _changed(desk, case, "finding_dropped", key)
    return key


@act("restore_finding")
def restore_finding(desk: Desk, reference: str, key: str) -> str:
    """Put a dropped finding back on the list."""
    case = desk.open_case(reference)
    desk.need(OFFICERS, "change the findings")
    _finding(desk, case, key).dropped_because = ""
    _changed(desk, case, "finding_restored", key)
    return key


@act("correct_finding")
def correct_finding(desk: Desk, reference: str, key: str, text: str) -> str:
    """Correct a finding's text against the report. The text first read is kept."""
    case = desk.open_case(reference)
    desk.need(OFFICERS, "change the findings")
    if not text.strip():
        raise RefusedInputError("A finding cannot be empty: drop it with a reason instead.")
    _finding(desk, case, key).text = text.strip()
    _changed(desk, case, "finding_corrected", key)
    return key


@act("regard_finding")
def regard_finding(desk: Desk, reference: str, key: str, whom: AddresseeGroup, why: str) -> str:
    """Say whom a finding concerns: us, our force or others, and why."""
    case = desk.open_case(reference)
    desk.need(OFFICERS, "change the findings")
    finding = _finding(desk, case, key)
    finding.concerns, finding.concerns_because = whom, _reason(why)
    _changed(desk, case, "finding_regarded", key, whom=whom.value)
    return key


@act("add_finding")
def add_finding(
    desk: Desk, reference: str, klass: FindingClass, text: str, area: str = "", number: str = ""
) -> str:
    """Add a finding the reader missed. Returns its key."""
    case = desk.open_case(reference)
    desk.need(OFFICERS, "change the findings")
    if not text.strip():
        raise RefusedInputError("A finding cannot be empty: give its text as the report prints it.")
    every = _findings(desk, case)
    place = len(every) + 1
    row = Finding(
        office_id=desk.office_id,
        case_id=found(case.id),
        key=f"f{place:03d}",
        position=place,
        klass=klass,
        number=number,
        text=text.strip(),
        original_text=text.strip(),
        area=area,
        deadline_kind=DeadlineKind.NONE,
        concerns=AddresseeGroup.OUR_FORCE,
        concerns_because="added by hand",
    )
    desk.session.add(row)
    desk.session.flush()
    _changed(desk, case, "finding_added", row.key)
    return row.key


@act("end_case")
def end_case(desk: Desk, reference: str, way: Stage, reason: str, other: str = "") -> str:
    """End a case by one of the ways out, with a reason and a name.

    "Not our subject" and "answered by another case" are proposed by one person
    and agreed by the office's second person: the first call proposes, the
    monitoring officer's call ends the case.
    """
    case = desk.open_case(reference)
    if way not in WAYS_OUT:
        raise RefusedInputError(f"“{spoken(way)}” is not a way out of a case.")
    if way is Stage.ANSWERED_ELSEWHERE:
        case.answered_by_id = found(desk.case(other).id) if other else case.answered_by_id
        if case.answered_by_id in {None, case.id}:
            raise RefusedInputError("Say which other case answers the report: --by REFERENCE.")
    if way in NEEDS_SECOND_PERSON and not _agreed(desk, case, way):
        desk.need(OFFICERS, "propose a way out")
        desk.note("way_out_proposed", case, way=way.value, reason=_reason(reason))
        return "proposed"
    case.ended_because = _reason(reason)
    desk.move(case, way, reason=case.ended_because)
    return "ended"


@act("reopen_case")
def reopen_case(desk: Desk, reference: str, reason: str) -> str:
    """Reopen a case that ended without a response. Returns its stage."""
    case = desk.case(reference)
    if case.stage not in WAYS_OUT:
        message = f"{case.reference} has not ended by a way out: it is {spoken(case.stage)}."
        raise NotAllowedError(message)
    settled = case.published_on is not None and case.findings_confirmed
    desk.move(case, Stage.CONFIRMED if settled else Stage.OPENED, reason=_reason(reason))
    case.ended_because = ""
    desk.wake("draft-response", case)
    return case.stage.value


@act("take_case")
def take_case(desk: Desk, reference: str, person: str) -> str:
    """Say who leads a case."""
    case = desk.open_case(reference)
    desk.need(OFFICERS, "say who leads a case")
    case.lead_id = desk.person(person).id
    desk.note("lead_named", case, lead=case.lead_id)
    return person


@act("release_report")
def release_report(desk: Desk, reference: str, how: str) -> str:
    """Lift an embargo: the live page was seen, or a named person says so."""
    case = desk.open_case(reference)
    desk.need(OFFICERS, "lift an embargo")
    if case.embargoed_until is None:
        raise NotAllowedError(f"{case.reference} is not under embargo.")
    if desk.now < case.embargoed_until:
        moment = british_date(case.embargoed_until.date())
        raise NotAllowedError(f"The report is under embargo until 00:01 on {moment}.")
    case.released_at = desk.hand.at
    desk.note("embargo_lifted", case, how=_reason(how))
    return case.reference


def _confirmed_as_a_whole(desk: Desk, case: Case) -> None:
    settled = case.published_on is not None and case.findings_confirmed
    if settled and case.stage is Stage.OPENED:
        desk.move(case, Stage.CONFIRMED)


def _changed(desk: Desk, case: Case, what: str, key: str, **facts: str) -> None:
    if case.stage not in {Stage.OPENED, Stage.CONFIRMED, Stage.IN_REVIEW}:
        message = (
            f"{case.reference} is {spoken(case.stage)}: send it back before the findings change, "
            "because signatures bind their text."
        )
        raise NotAllowedError(message)
    desk.note(what, case, finding=key, **facts)
    desk.wake("draft-response", case)


def _findings(desk: Desk, case: Case) -> list[Finding]:
    wanted = select(Finding).where(Finding.case_id == case.id)
    return list(desk.session.exec(wanted.order_by(col(Finding.position))))


def _finding(desk: Desk, case: Case, key: str) -> Finding:
    for finding in _findings(desk, case):
        if finding.key == key.lower():
            return finding
    message = (
        f"{case.reference} has no finding {key}: `section55 show {case.reference}` lists them."
    )
    raise NotFoundError(message)


def _agreed(desk: Desk, case: Case, way: Stage) -> bool:
    """Return whether another person has proposed this, and this one may agree."""
    if not any(role in SECOND_PERSON for role in desk.roles()):
        return False
    rows = desk.session.exec(
        select(HistoryEntry.body).where(HistoryEntry.chain == f"case:{case.id}")
    )
    proposals = [body for body in rows if f'"way":"{way.value}"' in body]
    return any(f'"person":{desk.person_id},' not in body for body in proposals)


def _reason(words: str) -> str:
    if len(words.strip()) < LEAST_REASON:
        message = "Give a reason in a few words: it stands on the record beside your name."
        raise RefusedInputError(message)
    return words.strip()
