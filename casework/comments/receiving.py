"""What a force sends back: kept as it came, classed by a person, stored verbatim."""

import json
from collections.abc import Sequence

from sqlmodel import select

from casework.errors import NotAllowedError, NotFoundError, RefusedInputError
from casework.reading.clean_text import composed
from casework.reading.submission import read_submission
from casework.record.acts import act
from casework.record.desk import Desk, spoken
from casework.record.dossier import dossier, paragraphs_of
from casework.record.hand import Hand
from casework.record.record import Record
from casework.record.rounds import void_round
from casework.record.tracks import force_name, go, the_force
from casework.rules.wording import british_date
from models import Case, CaseForce, Submission
from models.words import CommentsClass, CommentsState, Stage

BEFORE_SIGNING = frozenset({Stage.OPENED, Stage.CONFIRMED, Stage.IN_REVIEW})
INVITED = frozenset({CommentsState.SENT, CommentsState.EXTENDED})
SILENT = frozenset({CommentsState.NONE_BY_DATE, CommentsState.LATE})


def store_submission(
    record: Record, hand: Hand, reference: str, data: bytes, name: str, named: str = ""
) -> int:
    """Keep what a force sent and the words taken from it. Returns its number.

    Nothing of it can be published before a person says what it is.
    """
    return _store(
        record, hand, reference, (data, name), read_submission(data, name).paragraphs, named
    )


@act("store_comments")
def _store(
    desk: Desk,
    reference: str,
    original: tuple[bytes, str],
    paragraphs: Sequence[str],
    named: str,
) -> int:
    case = desk.open_case(reference)
    return keep_submission(desk, case, the_force(desk, case, named), original, paragraphs)


def keep_submission(
    desk: Desk,
    case: Case,
    force: CaseForce,
    original: tuple[bytes, str],
    paragraphs: Sequence[str],
) -> int:
    """Keep bytes and words that a force sent; the same bytes again are the same submission."""
    _check_day(desk, case)
    data, name = original
    key = desk.keep(data)
    known = desk.session.exec(
        select(Submission).where(
            Submission.case_id == case.id,
            Submission.sha256 == key,
            Submission.force_key == force.force_key,
        )
    ).first()
    if known:
        return known.id or 0
    row = Submission(
        office_id=desk.office_id,
        case_id=case.id or 0,
        force_key=force.force_key,
        file_name=name,
        sha256=key,
        paragraphs=json.dumps(list(paragraphs), ensure_ascii=False),
        received_on=desk.hand.today,
        received_at=desk.hand.at,
    )
    desk.session.add(row)
    desk.session.flush()
    desk.copy_out(f"cases/{case.reference}/received/{row.id:02d}-{_safe(name)}", key)
    desk.note("comments_stored", case, submission=row.id, force=force.force_key, sha256=key)
    return row.id or 0


@act("class_comments")
def class_submission(
    desk: Desk,
    reference: str,
    number: int,
    klass: CommentsClass,
    cleared_by: str = "",
    paragraphs: Sequence[str] | None = None,
    *,
    include: bool = False,
) -> str:
    """Say what a submission is, and that its words were taken from it rightly.

    Only *final* comments, cleared by somebody named, can enter a response. The
    extracted words may be put right against the original (`paragraphs`).
    """
    case = desk.open_case(reference)
    row = _submission(desk, case, number)
    force = the_force(desk, case, row.force_key)
    if paragraphs is not None:
        words = [line for line in map(composed, paragraphs) if line.strip()]
        row.paragraphs = json.dumps(words, ensure_ascii=False)
    row.klass, was, row.cleared_by = klass, row.klass, cleared_by.strip()
    stands = row.confirmed_at and not (row.superseded and klass is CommentsClass.FINAL)
    if stands and not desk.is_changed(row):
        return force.state.value
    if klass is CommentsClass.FINAL:
        _check_final(desk, case, row, cleared_by, include=include)
        _make_final(desk, case, force, row)
    elif was is CommentsClass.FINAL and row.confirmed_at:
        message = "These comments were confirmed as final: hand in the force's new text instead."
        raise NotAllowedError(message)
    row.confirmed_at, row.confirmed_by_id = desk.hand.at, desk.person_id
    desk.note("comments_classed", case, submission=row.id, klass=klass.value)
    desk.wake("draft-response", case)
    return force.state.value


@act("record_nil_return")
def record_nil_return(
    desk: Desk, reference: str, how: str, named: str = "", *, declined: bool = False
) -> str:
    """Record that the chief officer has no comments, or will make none, and how that was said."""
    case = desk.open_case(reference)
    force = the_force(desk, case, named)
    _check_day(desk, case)
    if not how.strip():
        raise RefusedInputError("Say how the force told you: e-mail of …, telephone, letter.")
    force.received_on = desk.hand.today
    go(desk, case, force, CommentsState.DECLINED if declined else CommentsState.NIL)
    desk.note("nil_return", case, force=force.force_key, how=how.strip())
    desk.wake("draft-response", case)
    return force.state.value


@act("decline_comments")
def decline_late_comments(desk: Desk, reference: str, number: int, reason: str) -> int:
    """Leave comments out that came after signing began, by name and with a reason."""
    case = desk.case(reference)
    row = _submission(desk, case, number)
    if not reason.strip():
        raise RefusedInputError("Say why the comments are left out.")
    if row.klass is CommentsClass.FINAL and row.confirmed_at and not row.superseded:
        message = "These comments stand in the response: they cannot be left out of it again."
        raise NotAllowedError(message)
    row.superseded = True
    if desk.is_changed(row):
        desk.note("comments_declined", case, submission=row.id, reason=reason.strip())
    return number


def _check_day(desk: Desk, case: Case) -> None:
    day = case.published_on or case.candidate_on
    if desk.hand.today < day:
        message = (
            f"Comments are on the *published* report, and it is published on {british_date(day)}: "
            f"they cannot have come on {british_date(desk.hand.today)}."
        )
        raise RefusedInputError(message)


def _check_final(
    desk: Desk, case: Case, row: Submission, cleared_by: str, *, include: bool
) -> None:
    if not cleared_by.strip():
        raise RefusedInputError("Say who in the force cleared the comments for publication.")
    if not paragraphs_of(row):
        raise RefusedInputError("No words could be taken from the file: hand in the text itself.")
    if case.stage in BEFORE_SIGNING:
        return
    if case.stage is Stage.PUBLISHED:
        message = (
            f"{case.reference} is published: correct the response to include these comments, or "
            "leave them out with --decline and a reason."
        )
        raise NotAllowedError(message)
    if not include:
        message = (
            f"{case.reference} is {spoken(case.stage)}: including these comments voids its "
            "signatures. Say so with --include, or leave them out with --decline and a reason."
        )
        raise NotAllowedError(message)
    latest = dossier(desk.session, case).round
    if latest:
        void_round(desk, case, latest, "the chief officer's comments were included")


def _make_final(desk: Desk, case: Case, force: CaseForce, row: Submission) -> None:
    for other in dossier(desk.session, case).submissions:
        if other.force_key == force.force_key and other.klass is CommentsClass.FINAL:
            other.superseded = other.id != row.id
    row.superseded = False
    late = force.state in SILENT or _is_after_date(force, row)
    force.received_on = row.received_on
    go(desk, case, force, CommentsState.LATE if late else CommentsState.FINAL)
    desk.note("comments_final", case, submission=row.id, force=force_name(desk, force))


def _is_after_date(force: CaseForce, row: Submission) -> bool:
    # The date has passed whether or not the nightly sweep has said so.
    due = force.comments_due_on
    return force.state in INVITED and due is not None and row.received_on > due


def _submission(desk: Desk, case: Case, number: int) -> Submission:
    row = desk.session.get(Submission, number)
    if row is None or row.case_id != case.id:
        message = f"{case.reference} has no comments numbered {number}."
        raise NotFoundError(message)
    return row


def _safe(name: str) -> str:
    kept = "".join(c if c.isalnum() or c in "._- " else "_" for c in name)
    return kept.strip(". ")[-80:] or "comments"
