"""The publication date and the list of findings are confirmed, a lead is named, an embargo ends."""

from datetime import date

from sqlmodel import select

from casework.errors import NotAllowedError, RefusedInputError
from casework.findings.the_list import check_unsigned, standing_findings
from casework.record.acts import act
from casework.record.date_candidates import dates_told
from casework.record.desk import Desk, found, spoken
from casework.record.dossier import release_moment
from casework.record.post import take_back_letters
from casework.record.reason import given_reason
from casework.rules.dates_told import is_told
from casework.rules.deadlines import response_due
from casework.rules.findings.deadlines import deadline_of
from casework.rules.wording import british_date
from models import Case, Finding, Report
from models.words import DeadlineKind, Stage


class UnlikelyDateError(RefusedInputError):
    """The date is on no copy of the report, though the report gives one."""

    def __init__(self, published: date, last: date, today: date) -> None:
        """Say what the date would mean, so that a slip of the hand is seen."""
        passed = ", which has passed" if last < today else ""
        super().__init__(
            f"Is {british_date(published)} right? Look at the dates told above. Day 56 would be "
            f"{british_date(last)}{passed}. If it is right, say so below and confirm again."
        )


BEFORE_REVIEW = frozenset({Stage.OPENED, Stage.CONFIRMED})
RECKONED = frozenset({DeadlineKind.RELATIVE, DeadlineKind.IMMEDIATE})
"""Deadlines that run from the publication date."""


@act("confirm_date")
def confirm_date(
    desk: Desk, reference: str, published: date, source: str = "", *, sure: bool = True
) -> str:
    """Confirm the publication date: day 1 of the 56. Returns the last day, ISO 8601.

    Called again with another date it is corrected; everybody on the case is
    told by the next sweep, because every reminder is reckoned from it. Who is
    not `sure` is asked before a date is taken that looks like a slip.
    """
    case = desk.open_case(reference)
    last = response_due(published)
    if published > desk.hand.today and case.embargoed_until is None:
        day = british_date(published)
        message = f"{day} has not come yet: only a report under embargo can be dated ahead."
        raise RefusedInputError(message)
    before = case.published_on
    if before == published:
        return last.isoformat()
    told = dates_told(found(desk.session.get(Report, case.report_id)))
    if not sure and not is_told(published, told):
        raise UnlikelyDateError(published, last, desk.hand.today)
    _check_may_change(case)
    if published != (before or case.candidate_on):
        take_back_letters(desk, case)
        where = (one.source for one in told if one.day == published)
        case.date_source = next(where, "said by the person who confirmed it")
    case.published_on = published
    case.date_source = source or case.date_source
    if case.embargoed_until and not case.released_at:
        case.embargoed_until = release_moment(published)
    _deadlines_follow(desk, case, published)
    what = "publication_date_corrected" if before else "publication_date_confirmed"
    was = before.isoformat() if before else None
    desk.note(what, case, published=published.isoformat(), before=was, source=case.date_source)
    _confirmed_as_a_whole(desk, case)
    desk.wake("draft-response", case)
    desk.wake("invite-comments", case)
    return last.isoformat()


def _check_may_change(case: Case) -> None:
    check_unsigned(case, "the publication date changes")
    if case.stage is Stage.PUBLISHED:
        # What is public tells this day, and how many were taken: no signature was given on another.
        message = f"{case.reference} is published with this date: open it for correction first."
        raise NotAllowedError(message)


def _deadlines_follow(desk: Desk, case: Case, published: date) -> None:
    for finding in desk.session.exec(select(Finding).where(Finding.case_id == case.id)):
        if finding.deadline_kind in RECKONED:
            finding.deadline_on = deadline_of(finding.text, published).day


@act("confirm_findings")
def confirm_findings(desk: Desk, reference: str) -> int:
    """Confirm the list of findings as it stands. Returns how many there are."""
    case = desk.open_case(reference)
    standing = standing_findings(desk, case)
    if not case.findings_confirmed:
        case.findings_confirmed = True
        desk.note("findings_confirmed", case, count=len(standing))
        _confirmed_as_a_whole(desk, case)
        desk.wake("draft-response", case)
    return len(standing)


@act("take_case")
def take_case(desk: Desk, reference: str, person: str) -> str:
    """Say who leads a case."""
    case = desk.open_case(reference)
    case.lead_id = desk.person(person).id
    if desk.is_changed(case):
        desk.note("lead_named", case, lead=case.lead_id)
    return person


@act("release_report")
def release_report(desk: Desk, reference: str, how: str) -> str:
    """Lift an embargo: the live page was seen, or a named person says so."""
    case = desk.open_case(reference)
    if case.embargoed_until is None:
        raise NotAllowedError(f"{case.reference} is not under embargo.")
    if desk.now < case.embargoed_until:
        moment = british_date(case.embargoed_until.date())
        raise NotAllowedError(f"The report is under embargo until 00:01 on {moment}.")
    case.released_at = desk.hand.at
    desk.note("embargo_lifted", case, how=given_reason(how))
    return case.reference


@act("hold_report")
def hold_report(desk: Desk, reference: str, until: date, reason: str) -> str:
    """Put a report under embargo, or under it again, until a day that is to come.

    Its date is confirmed anew on that day; letters that wait are taken back,
    and every day of the case is planned from there. Returns that day, ISO 8601.
    """
    case = desk.open_case(reference)
    why = given_reason(reason)
    if until <= desk.hand.today:
        message = f"{british_date(until)} has passed: give the day to come on which it is released."
        raise RefusedInputError(message)
    if case.stage not in BEFORE_REVIEW:
        message = f"{case.reference} is {spoken(case.stage)}: it is too late to hold its report."
        raise NotAllowedError(message)
    if any(force.invited_on for force in desk.forces(case)):
        message = "The invitation to comment has gone: the report cannot be held any more."
        raise NotAllowedError(message)
    moment = release_moment(until)
    if (case.embargoed_until, case.released_at, case.published_on) == (moment, None, None):
        return until.isoformat()  # it is held until that day already
    take_back_letters(desk, case)
    case.published_on, case.candidate_on = None, until
    case.date_source = "the day of release, said when the report was held"
    case.embargoed_until, case.released_at = moment, None
    desk.note("embargo_set", case, until=until.isoformat(), reason=why)
    if case.stage is Stage.CONFIRMED:
        desk.move(case, Stage.OPENED, reason=why)
    desk.wake("draft-response", case)
    desk.wake("invite-comments", case)
    return until.isoformat()


def _confirmed_as_a_whole(desk: Desk, case: Case) -> None:
    settled = case.published_on is not None and case.findings_confirmed
    if settled and case.stage is Stage.OPENED:
        desk.move(case, Stage.CONFIRMED)
