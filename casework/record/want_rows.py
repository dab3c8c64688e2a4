"""The rows that say what is wanted of colleagues; each kind is read only for whom it concerns."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import takewhile
from typing import Any

from sqlmodel import Session, col, select

from casework.record.answers_read import reads_of
from casework.record.finding_fields import references
from casework.record.people import names
from casework.rules.money import speaks_of_money
from casework.rules.powers import BEFORE_SIGNING
from models import (
    Act,
    Answer,
    Case,
    Document,
    Finding,
    HistoryEntry,
    Publication,
    RoundState,
    Signature,
    SigningRound,
    Steer,
    Version,
)
from models.shapes.office import OfficeSettings
from models.words import DocumentType, Language, Role, VersionKind

ANSWER_TO_A_FINDING = "_answer"


@dataclass(frozen=True, slots=True)
class WantRows:
    """What hangs on the open cases, by the case's id."""

    signing: dict[int, list[Any]]
    steered: Collection[int | None]
    publications: dict[int, list[Any]]
    ways_out: dict[int, tuple[str, str, str]]
    money: dict[int, list[tuple[str, str]]]
    translated: dict[int, datetime] | None
    """When a Welsh file last came back; None in an office that writes in English alone."""


def want_rows(
    session: Session, cases: Sequence[Case], settings: OfficeSettings, roles: Collection[Role]
) -> WantRows:
    """Return what hangs on these cases, as far as these roles may be wanted for it."""
    ids = [case.id or 0 for case in cases]
    writing = [case.id or 0 for case in cases if case.stage in BEFORE_SIGNING]
    welsh = settings.welsh is not None and Role.TRANSLATOR in roles
    return WantRows(
        signing=_signing(session, ids),
        steered=_steered(session, writing) if Role.PRIVATE_OFFICE in roles else (),
        publications=_publications(session, ids) if Role.COMMUNICATIONS in roles else {},
        ways_out=ways_out(session, ids) if Role.MONITORING_OFFICER in roles else {},
        money=_money(session, writing) if Role.FINANCE_OFFICER in roles else {},
        translated=_translated(session, ids) if welsh else None,
    )


def _by_case(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.case_id].append(row)
    return found


def _signing(session: Session, ids: Sequence[int]) -> dict[int, list[Any]]:
    wanted: Any = select(  # type: ignore[call-overload]  # it knows at most four columns
        SigningRound.case_id,
        col(SigningRound.id).label("round_id"),
        SigningRound.number,
        SigningRound.opened_at,
        Signature.step,
        Signature.role,
    ).join(Signature, col(Signature.round_id) == col(SigningRound.id), isouter=True)
    ours = col(SigningRound.case_id).in_(ids)
    return _by_case(session.exec(wanted.where(ours, SigningRound.state != RoundState.VOID)))


def _steered(session: Session, ids: Sequence[int]) -> set[int]:
    return set(session.exec(select(Steer.case_id).where(col(Steer.case_id).in_(ids))))


def _publications(session: Session, ids: Sequence[int]) -> dict[int, list[Any]]:
    rows = session.exec(select(Publication).where(col(Publication.case_id).in_(ids)))
    return _by_case(rows)


def ways_out(session: Session, ids: Sequence[int]) -> dict[int, tuple[str, str, str]]:
    """Return the way out that was proposed last, where the case has not moved since."""
    ending = select(Act.case_id).where(col(Act.case_id).in_(ids), Act.what == "end_case")
    chains = [f"case:{number}" for number in set(session.exec(ending))]
    if not chains:
        return {}
    wanted = select(HistoryEntry.chain, HistoryEntry.seq, HistoryEntry.body)
    rows = session.exec(
        wanted.where(col(HistoryEntry.chain).in_(chains)).order_by(col(HistoryEntry.seq).desc())
    )
    told: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    for chain, seq, body in rows:
        told[chain].append((seq, json.loads(body)))
    people = names(session)
    found = {}
    for chain, entries in told.items():
        since = takewhile(lambda entry: entry[1]["what"] != "moved", entries)
        asked = next((one for one in since if one[1]["what"] == "way_out_proposed"), None)
        if asked:
            seq, entry = asked
            facts, who = entry["facts"], people.get(entry["person"], "")
            way = facts["way"].replace("_", " ")
            words = f"{who} proposes that the case ends, “{way}”: {facts['reason']}"
            found[int(chain.removeprefix("case:"))] = (facts["way"], words, str(seq))
    return found


def _money(session: Session, ids: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    answers = session.exec(
        select(Answer.case_id, Answer.place, Answer.text).where(
            col(Answer.case_id).in_(ids),
            col(Answer.place).endswith(ANSWER_TO_A_FINDING, autoescape=True),
            Answer.text != "",
        )
    )
    of_money = [one for one in answers if speaks_of_money(one[2])]
    read = reads_of(session, [case for case, _, _ in of_money]) if of_money else {}
    costly = {
        (case, key)
        for case, place, text in of_money
        for key in [place.removesuffix(ANSWER_TO_A_FINDING)]
        if (key, sha256(text.encode()).hexdigest()) not in read.get(case, ())
    }
    concerned = {case for case, _ in costly}
    if not concerned:
        return {}
    standing = col(Finding.dropped_because) == ""
    listed = select(Finding).where(col(Finding.case_id).in_(concerned), standing)
    every = _by_case(session.exec(listed.order_by(col(Finding.position))))
    return {
        case: [(k, ref) for k, ref in references(findings).items() if (case, k) in costly]
        for case, findings in every.items()
    }


def _translated(session: Session, ids: Sequence[int]) -> dict[int, datetime]:
    rows = session.exec(
        select(Document.case_id, Version.made_at)
        .join(Version, col(Version.document_id) == col(Document.id))
        .where(
            col(Document.case_id).in_(ids),
            Document.type == DocumentType.RESPONSE,
            Document.language == Language.WELSH,
            Version.kind == VersionKind.CHECK_IN,
        )
        .order_by(col(Version.made_at))
    )
    return dict(rows.all())
