"""What the overview reads of all cases at once: a handful of queries, plain rows, no objects."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, String, and_, cast, exists, func
from sqlmodel import Session, col, select

from casework.record.branches import SETTLED
from casework.record.proposals import CLASHES, Updates
from models import (
    Case,
    CaseForce,
    Document,
    Excuse,
    ExcuseKind,
    Finding,
    HistoryEntry,
    Meeting,
    Person,
    Proposal,
    ProposalItem,
    Publication,
    Question,
    Remark,
    Report,
    RoundState,
    Signature,
    SigningRound,
    Steer,
    Submission,
    Version,
)
from models.review_words import Decision, ProposalState
from models.words import FINISHED, DocumentType, Language, VersionKind

Rows = dict[int, list[Any]]
"""Rows of what hangs on a case, by the case's id."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Every case of an office, and what hangs on those that are open."""

    cases: list[Any]
    forces: Rows
    signing: Rows
    publications: Rows
    branches: dict[int, list[int]]
    """Numbers of the edits kept beside, of which nobody has said what becomes of them."""
    updates: dict[int, Updates]


def read_overview(session: Session, office_id: int, *, ended: bool) -> Overview:
    """Return the cases of an office: as many queries for three cases as for three thousand."""
    return Overview(
        cases=list(_cases(session, office_id, ended=ended)),
        forces=_forces(session, office_id),
        signing=_signing(session, office_id),
        publications=_publications(session, office_id),
        branches=_branches(session, office_id),
        updates=_updates(session, office_id),
    )


def _cases(session: Session, office_id: int, *, ended: bool) -> Iterable[Row[Any]]:
    remarks = _count(Remark, Remark.decision == Decision.WAITING, office_id)
    findings = _count(Finding, Finding.dropped_because == "", office_id)
    meetings = _count(Meeting, col(Meeting.id).is_not(None), office_id)
    steers = _count(Steer, col(Steer.id).is_not(None), office_id)
    arrived = _count(Submission, UNCLASSED, office_id)
    overrides = _count(Excuse, UNSEEN, office_id)
    asked = _asked(office_id)
    wanted = (
        select(  # type: ignore[call-overload]  # it knows at most four columns
            *(getattr(Case, name) for name in CASE_COLUMNS),
            Report.title,
            col(Person.name).label("lead"),
            func.coalesce(remarks.c.number, 0).label("remarks"),
            func.coalesce(findings.c.number, 0).label("findings"),
            func.coalesce(meetings.c.number, 0).label("meetings"),
            func.coalesce(steers.c.number, 0).label("steers"),
            func.coalesce(arrived.c.number, 0).label("arrived"),
            func.coalesce(overrides.c.number, 0).label("overrides"),
            func.coalesce(asked.c.questions, "").label("questions"),
        )
        .join(Report, col(Case.report_id) == col(Report.id))
        .join(Person, col(Case.lead_id) == col(Person.id), isouter=True)
        .join(remarks, remarks.c.case_id == Case.id, isouter=True)
        .join(findings, findings.c.case_id == Case.id, isouter=True)
        .join(meetings, meetings.c.case_id == Case.id, isouter=True)
        .join(steers, steers.c.case_id == Case.id, isouter=True)
        .join(arrived, arrived.c.case_id == Case.id, isouter=True)
        .join(overrides, overrides.c.case_id == Case.id, isouter=True)
        .join(asked, asked.c.case_id == Case.id, isouter=True)
        .where(Case.office_id == office_id)
    )
    if not ended:
        wanted = wanted.where(col(Case.stage).not_in(FINISHED))
    return session.exec(wanted)  # type: ignore[no-any-return]


UNCLASSED = col(Submission.confirmed_at).is_(None) & col(Submission.superseded).is_(False)
"""Comments of which nobody has said what they are."""
UNSEEN = and_(
    col(Excuse.kind) == ExcuseKind.OVERRIDE,
    col(Excuse.looked_at).is_(None),
    col(Excuse.ended_at).is_(None),
)
"""Overrides at which no second person has looked."""
SHOWN_OF_A_QUESTION = 160
"""Characters of a question in a list."""
CASE_COLUMNS = (
    "id",
    "reference",
    "stage",
    "regime",
    "route",
    "candidate_on",
    "published_on",
    "findings_confirmed",
    "embargoed_until",
    "released_at",
    "planned_for",
    "responded_on",
)


def _count(table: Any, condition: Any, office_id: int) -> Any:
    counted = func.count().label("number")
    wanted = select(table.case_id, counted).where(table.office_id == office_id, condition)
    return wanted.group_by(table.case_id).subquery()


def _asked(office_id: int) -> Any:
    """Return the open questions of each case as one text, so that they cost no query of their own.

    One line for each: `2022-10-28|pym|1|How it begins`; no key and no date can hold the stroke.
    """
    start = func.replace(func.substr(Question.words, 1, SHOWN_OF_A_QUESTION), "\n", " ")
    number = cast(Question.number, String)
    line = cast(Question.due, String) + "|" + col(Person.key) + "|" + number + "|" + start
    wanted = (
        select(Question.case_id, func.aggregate_strings(line, "\n").label("questions"))
        .join(Person, col(Question.asked_id) == col(Person.id))
        .where(
            Question.office_id == office_id,
            col(Question.replied_at).is_(None),
            col(Question.withdrawn_at).is_(None),
        )
    )
    return wanted.group_by(col(Question.case_id)).subquery()


def _of_open_cases(table: Any, office_id: int, *columns: Any) -> Any:
    open_ = col(Case.stage).not_in(FINISHED)
    chosen = select(table.case_id, *columns).join(Case, table.case_id == Case.id)
    return chosen.where(table.office_id == office_id, open_)


def _by_case(rows: Iterable[Any]) -> Rows:
    found: Rows = defaultdict(list)
    for row in rows:
        found[row.case_id].append(row)
    return found


def _forces(session: Session, office_id: int) -> Rows:
    same_case = col(Submission.case_id) == col(CaseForce.case_id)
    same_force = col(Submission.force_key) == col(CaseForce.force_key)
    arrived = exists().where(same_case, same_force, UNCLASSED).label("arrived")
    columns = (CaseForce.state, CaseForce.comments_due_on, arrived)
    wanted = _of_open_cases(CaseForce, office_id, *columns)
    return _by_case(session.exec(wanted.order_by(CaseForce.case_id, CaseForce.force_key)))


def _signing(session: Session, office_id: int) -> Rows:
    columns: tuple[Any, ...] = (
        col(SigningRound.id).label("round_id"),
        SigningRound.number,
        Signature.step,
        Signature.role,
    )
    wanted = _of_open_cases(SigningRound, office_id, *columns)
    wanted = wanted.join(Signature, Signature.round_id == SigningRound.id, isouter=True)
    return _by_case(session.exec(wanted.where(SigningRound.state != RoundState.VOID)))


def _publications(session: Session, office_id: int) -> Rows:
    columns = (Publication.round_id, Publication.state, Publication.trouble)
    return _by_case(session.exec(_of_open_cases(Publication, office_id, *columns)))


def _branches(session: Session, office_id: int) -> dict[int, list[int]]:
    columns = (Version.document_id, Version.number, Version.kind, Version.parent)
    kinds = [VersionKind.BRANCH, VersionKind.CHECK_IN]
    wanted = _of_open_cases(Document, office_id, *columns)
    wanted = wanted.join(Version, Version.document_id == Document.id).where(
        Document.type == DocumentType.RESPONSE,
        Document.language == Language.ENGLISH,
        col(Version.kind).in_(kinds),
    )
    rows = list(session.exec(wanted.order_by(Version.document_id, Version.number)))
    taken = {(r.document_id, r.parent) for r in rows if r.kind is VersionKind.CHECK_IN}
    beside = [
        r for r in rows if r.kind is VersionKind.BRANCH and (r.document_id, r.number) not in taken
    ]
    settled = _settled(session, {row.case_id for row in beside})
    waiting: dict[int, list[int]] = defaultdict(list)
    for row in beside:
        if (row.document_id, row.number) not in settled:
            waiting[row.case_id].append(row.number)
    return waiting


def _settled(session: Session, cases: set[int]) -> set[tuple[int, int]]:
    """Return (document, number) of every branch that was settled, where any waits at all."""
    if not cases:
        return set()
    said = session.exec(
        select(HistoryEntry.body).where(
            col(HistoryEntry.chain).in_([f"case:{number}" for number in cases]),
            col(HistoryEntry.body).contains(f'"what":"{SETTLED}"'),
        )
    )
    facts = [json.loads(body)["facts"] for body in said]
    return {(one["document"], one["number"]) for one in facts}


def _updates(session: Session, office_id: int) -> dict[int, Updates]:
    wanted = _of_open_cases(Document, office_id, Proposal.number, ProposalItem.outcome)
    wanted = (
        wanted.join(Proposal, Proposal.document_id == Document.id)
        .join(ProposalItem, ProposalItem.proposal_id == Proposal.id)
        .where(
            Proposal.state == ProposalState.WAITING,
            Document.type == DocumentType.RESPONSE,
            Document.language == Language.ENGLISH,
        )
    )
    return {
        case: Updates(rows[0].number, len(rows), sum(row.outcome in CLASHES for row in rows))
        for case, rows in _by_case(session.exec(wanted)).items()
    }
