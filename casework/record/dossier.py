"""Everything the record holds of one case, read at once."""

import json
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, TypeVar, cast

from sqlmodel import Session, SQLModel, col, select

from casework.record.branches import waiting_branches
from casework.record.desk import found
from casework.record.excuses import excuses_of
from casework.record.hand import LONDON
from casework.record.proposals import Updates, waiting_updates
from casework.record.remarks import remarks_of, still_open
from casework.rules.deadlines import response_due
from models import (
    Answer,
    Case,
    CaseForce,
    Excuse,
    Finding,
    GradedArea,
    Mail,
    Publication,
    Remark,
    Report,
    RoundState,
    Signature,
    SigningRound,
    Submission,
    Version,
)
from models.words import CommentsClass

Row = TypeVar("Row", bound=SQLModel)

RELEASE = time(0, 1)
"""Embargoed reports are released at 00:01, Europe/London, on the day."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """One case and all that hangs on it."""

    case: Case
    report: Report
    forces: list[CaseForce]
    areas: list[GradedArea]
    findings: list[Finding]
    """Those that stand, in the report's order."""
    answers: dict[str, Answer]
    """By place."""
    submissions: list[Submission]
    mails: list[Mail]
    round: SigningRound | None
    """The latest round of signing that is not void."""
    signatures: list[Signature]
    publications: list[Publication]
    open_remarks: list[Remark]
    """What was said elsewhere and nobody has decided."""
    branches: list[Version]
    """Edits kept beside the current version, of which nobody has said what becomes of them."""
    updates: Updates | None
    """What the record says anew and waits in the Word file to be decided."""
    excuses: list[Excuse]
    """What stood in the way and somebody let pass, unless it was taken back."""

    @property
    def published(self) -> date:
        """Return day 1: the confirmed publication date, else the earliest candidate."""
        return self.case.published_on or self.case.candidate_on

    @property
    def last_day(self) -> date:
        """Return the last day of the 56. Police Act 1996 s.55(5A)."""
        return response_due(self.published)

    @property
    def provisional(self) -> bool:
        """Return whether the clock runs on a date no person has confirmed."""
        return self.case.published_on is None

    @property
    def release(self) -> datetime:
        """Return the moment before which nothing about the report may leave."""
        return release_moment(self.published)

    def final_comments(self, force_key: str) -> Submission | None:
        """Return the confirmed, final comments of a force, the latest that stands."""
        standing = [
            s
            for s in self.submissions
            if s.force_key == force_key
            and s.klass is CommentsClass.FINAL
            and s.confirmed_at
            and not s.superseded
        ]
        return standing[-1] if standing else None

    def words_at(self, place: str) -> tuple[str, ...]:
        """Return the body's words at a place, as paragraphs."""
        answer = self.answers.get(place)
        return tuple(filter(None, answer.text.split("\n"))) if answer else ()


def release_moment(published: date) -> datetime:
    """Return 00:01 in London on the day of publication."""
    return datetime.combine(published, RELEASE, tzinfo=LONDON)


def paragraphs_of(submission: Submission) -> tuple[str, ...]:
    """Return the paragraphs taken from what a force sent."""
    return tuple(json.loads(submission.paragraphs))


def dossier(session: Session, case: Case) -> Dossier:
    """Return everything the record holds of a case."""
    standing = col(Finding.dropped_because) == ""
    latest = _latest_round(session, case)
    return Dossier(
        case=case,
        report=found(session.get(Report, case.report_id)),
        forces=_all(session, CaseForce, case, CaseForce.force_key),
        areas=_all(session, GradedArea, case, GradedArea.position),
        findings=list(
            session.exec(
                select(Finding)
                .where(Finding.case_id == case.id, standing)
                .order_by(col(Finding.position))
            )
        ),
        answers={a.place: a for a in _all(session, Answer, case, Answer.place)},
        submissions=_all(session, Submission, case, Submission.id),
        mails=_all(session, Mail, case, Mail.id),
        round=latest,
        signatures=_signatures(session, latest),
        publications=_all(session, Publication, case, Publication.id),
        open_remarks=still_open(remarks_of(session, case)),
        branches=waiting_branches(session, case),
        updates=waiting_updates(session, case),
        excuses=excuses_of(session, case),
    )


def _all(session: Session, table: type[Row], case: Case, order: Any) -> list[Row]:
    # Every table that hangs on a case names it `case_id`; their common type does not say so.
    of_case = cast("Any", table).case_id == case.id
    return list(session.exec(select(table).where(of_case).order_by(order)))


def _latest_round(session: Session, case: Case) -> SigningRound | None:
    return session.exec(
        select(SigningRound)
        .where(SigningRound.case_id == case.id, SigningRound.state != RoundState.VOID)
        .order_by(col(SigningRound.number).desc())
    ).first()


def _signatures(session: Session, of: SigningRound | None) -> list[Signature]:
    if of is None:
        return []
    wanted = select(Signature).where(Signature.round_id == of.id).order_by(col(Signature.id))
    return list(session.exec(wanted))
