"""Inviting the chief officer to comment on the published report: s.55(4)."""

from datetime import date

from casework.comments.letters import letter_key, prepare_letter
from casework.errors import NotAllowedError, RefusedInputError
from casework.record.acts import act
from casework.record.desk import Desk, spoken
from casework.record.dossier import Dossier, dossier
from casework.record.letters import Library
from casework.record.post import find_mail, withdraw_mail
from casework.record.tracks import force_name, go, the_force
from casework.registers.bank_holidays import bank_holidays_around
from casework.rules.plan import chasers_due, comments_due_day
from casework.rules.wording import british_date
from models import Case, CaseForce
from models.words import FINISHED, CommentsState, MailKind, MailState

INVITED = frozenset({CommentsState.SENT, CommentsState.EXTENDED})


@act("prepare_invitations")
def invite(desk: Desk, reference: str, library: Library, due: date | None = None) -> int:
    """Prepare the invitation of every force that has none yet. Returns how many.

    Prepared at once; it may leave only after the report is out, because the
    invitation is about the *published* report.
    """
    case = desk.open_case(reference) if desk.hand.person else desk.case(reference)
    if case.stage in FINISHED:
        return 0  # the service looks, and finds nothing to do
    file = dossier(desk.session, case)
    waiting = [force for force in file.forces if _lacks_letter(desk, case, force)]
    for force in waiting:
        if force.state is CommentsState.TO_INVITE:
            go(desk, case, force, CommentsState.PREPARED)
        else:
            force.round += 1
        force.comments_due_on = _due(desk, file, due)
        _prepare(desk, file, force, library)
    return len(waiting)


@act("extend_comments")
def extend_date(desk: Desk, reference: str, library: Library, until: date, named: str = "") -> str:
    """Give a chief officer more time, and prepare the letter that says so."""
    case = desk.open_case(reference)
    force = the_force(desk, case, named)
    file = dossier(desk.session, case)
    _check_extension(desk, file, force, until)
    force.comments_due_on = until
    go(desk, case, force, CommentsState.EXTENDED)
    prepare_letter(desk, file, force, library, MailKind.EXTENSION, f"extension:{until}")
    return until.isoformat()


@act("reissue_invitation")
def reissue_invitation(
    desk: Desk, reference: str, library: Library, due: date | None = None, named: str = ""
) -> int:
    """Prepare the invitation anew: after a bounce, a withdrawal, or a change of holder."""
    case = desk.open_case(reference)
    force = the_force(desk, case, named)
    file = dossier(desk.session, case)
    _withdraw_letter(desk, case, force)
    force.round += 1
    force.invited_on = None
    force.comments_due_on = _due(desk, file, due)
    if force.state is not CommentsState.PREPARED:
        go(desk, case, force, CommentsState.PREPARED)
    _prepare(desk, file, force, library)
    return force.round


@act("withdraw_invitation")
def withdraw_invitation(desk: Desk, reference: str, reason: str, named: str = "") -> str:
    """Take an invitation back, with the reason."""
    case = desk.open_case(reference)
    force = the_force(desk, case, named)
    if not reason.strip():
        raise RefusedInputError("Say why the invitation is withdrawn.")
    go(desk, case, force, CommentsState.WITHDRAWN)
    _withdraw_letter(desk, case, force)
    force.invited_on = None
    desk.note("invitation_withdrawn", case, force=force.force_key, reason=reason.strip())
    return force.force_key


@act("record_silence")
def close_silent(desk: Desk, reference: str) -> int:
    """Record the silence of each invited chief officer whose date has passed.

    Only an invitation that was sent, and did not bounce, can be met with silence.
    """
    case = desk.case(reference)
    silent = [
        force
        for force in desk.forces(case)
        if force.state in INVITED
        and force.comments_due_on
        and force.comments_due_on < desk.hand.today
    ]
    for force in silent:
        go(desk, case, force, CommentsState.NONE_BY_DATE)
    if silent:
        desk.wake("draft-response", case)
    return len(silent)


@act("prepare_chasers")
def prepare_chasers(desk: Desk, reference: str, library: Library) -> int:
    """Prepare the chasers that are due today. Returns how many are new."""
    case = desk.case(reference)
    file = dossier(desk.session, case)
    fresh = 0
    for force in file.forces:
        if force.state not in INVITED or force.comments_due_on is None:
            continue
        lead = desk.settings.lead_times
        invited = force.invited_on or desk.hand.today
        due = chasers_due(invited, force.comments_due_on, lead, desk.hand.today)
        for days in due[-1:]:
            key = f"chaser:{force.comments_due_on}:{days}"
            fresh += prepare_letter(desk, file, force, library, MailKind.CHASER, key)
    return fresh


@act("chase_comments")
def chase(desk: Desk, reference: str, library: Library, named: str = "") -> bool:
    """Prepare a reminder to a chief officer now, whether one is due or not.

    One a day at most. Returns whether it is new.
    """
    case = desk.open_case(reference)
    force = the_force(desk, case, named)
    if force.state not in INVITED:
        message = (
            f"The comments of {force_name(desk, force)} are “{spoken(force.state)}”: a reminder "
            "is for a force that was invited and has not answered."
        )
        raise NotAllowedError(message)
    file = dossier(desk.session, case)
    key = f"chaser:{force.comments_due_on}:on:{desk.hand.today}"
    return prepare_letter(desk, file, force, library, MailKind.CHASER, key)


def _lacks_letter(desk: Desk, case: Case, force: CaseForce) -> bool:
    """Return whether a force has no letter yet, or only one that was taken back."""
    if force.state is not CommentsState.PREPARED:
        return force.state is CommentsState.TO_INVITE
    # A corrected date takes an unsent letter back: what it says is wrong.
    letter = find_mail(desk, letter_key(case, force, f"invitation:{force.round}"))
    return letter is not None and letter.state is MailState.WITHDRAWN


def _due(desk: Desk, file: Dossier, asked: date | None) -> date:
    holidays = bank_holidays_around(file.published)
    due = asked or comments_due_day(
        file.published, desk.settings.lead_times, holidays, desk.hand.today
    )
    if due < max(file.published, desk.hand.today):
        message = f"{british_date(due)} has passed: give a date for comments that is to come."
        raise RefusedInputError(message)
    return due


def _check_extension(desk: Desk, file: Dossier, force: CaseForce, until: date) -> None:
    if until < desk.hand.today:
        raise RefusedInputError(f"{british_date(until)} has passed: give a date that is to come.")
    if force.comments_due_on and until <= force.comments_due_on:
        message = f"The date is already {british_date(force.comments_due_on)}: give a later one."
        raise RefusedInputError(message)
    if until > file.last_day:
        message = (
            f"{british_date(until)} is after the last day, {british_date(file.last_day)}: "
            "waiting for comments does not stop the clock."
        )
        raise RefusedInputError(message)


def _prepare(desk: Desk, file: Dossier, force: CaseForce, library: Library) -> None:
    prepare_letter(desk, file, force, library, MailKind.INVITATION, f"invitation:{force.round}")


def _withdraw_letter(desk: Desk, case: Case, force: CaseForce) -> None:
    letter = find_mail(desk, letter_key(case, force, f"invitation:{force.round}"))
    if letter:
        withdraw_mail(desk, letter, case)
