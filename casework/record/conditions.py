"""Approvals subject to amendments: what waits to be certified, and whether it may be."""

import json
from collections.abc import Sequence

from sqlmodel import Session, col, select

from casework.record.bytes import digest
from casework.record.desk import Desk, found
from casework.record.history import canonical
from casework.record.remarks import remarks_of
from casework.rules.signing import Amendment, Conditional, answers
from models import Case, Condition, ConditionState, Document, Person, SigningRound, Version
from models.review_words import Decision
from models.shapes.route import RouteStep
from models.words import DocumentType, Language, VersionKind


def as_json(amendments: Sequence[Amendment]) -> str:
    """Return amendments as they are kept: the same list is the same text."""
    return canonical({"amendments": [[one.place, one.words] for one in amendments]})


def amendments_of(row: Condition) -> list[Amendment]:
    """Return the amendments an approval was subject to."""
    return [Amendment(words, place) for place, words in json.loads(row.amendments)["amendments"]]


def hash_of_amendments(row: Condition) -> str:
    """Return the hash by which the history knows a list of amendments."""
    return digest(row.amendments.encode())


def conditions_of(session: Session, case: Case) -> list[Condition]:
    """Return every approval of a case that was given subject to amendments, oldest first."""
    wanted = select(Condition).where(Condition.case_id == case.id)
    return list(session.exec(wanted.order_by(col(Condition.id))))


def as_met(session: Session, case: Case, row: Condition) -> Conditional:
    """Return an approval subject to amendments, as the rules see it now."""
    decided = {one.number: one.decision for one in remarks_of(session, case)}
    taken = all(decided.get(number) is Decision.TAKEN for number in json.loads(row.remarks))
    person = found(session.get(Person, row.person_id))
    return Conditional(row.step, row.role, person.key, taken)


def waiting_condition(session: Session, case: Case, step: RouteStep | None) -> Condition | None:
    """Return the approval that may stand at this step, if a second officer certifies it."""
    rows = [
        row
        for row in conditions_of(session, case)
        if row.state is ConditionState.WAITING and answers(as_met(session, case, row), step)
    ]
    return rows[-1] if rows else None


def let_lapse(desk: Desk, case: Case, step: RouteStep, reason: str) -> None:
    """Let whatever waits at a step count no more: its giver was asked, and has answered anew."""
    for row in conditions_of(desk.session, case):
        same = (row.step, row.role) == (step.step, step.role)
        if same and row.state is ConditionState.WAITING:
            row.state, row.reason, row.settled_at = ConditionState.LAPSED, reason, desk.hand.at
            desk.session.add(row)
            desk.note("condition_lapsed", case, condition=row.id)


def editors_between(desk: Desk, case: Case, old: SigningRound, new: SigningRound) -> set[str]:
    """Return the key of everybody who made a version between the texts of two rounds.

    An edit dropped into the folder has no name: then the lead of the case is
    taken, so that the rule cannot be walked around by using the folder.
    """
    rows = desk.session.exec(
        select(Version)
        .join(Document)
        .where(
            Document.case_id == case.id,
            Document.type == DocumentType.RESPONSE,
            Document.language == Language.ENGLISH,
            Version.number > old.copy_version,
            Version.number < new.copy_version,
            Version.kind != VersionKind.SIGNING_COPY,
        )
    )
    made = {
        row.made_by_id or (case.lead_id if row.kind is VersionKind.CHECK_IN else None)
        for row in rows
    }
    ids = (made | {new.drafter_id}) - {None}
    return {found(desk.session.get(Person, one)).key for one in ids}
