"""A case ends without a response, by one of the ways out, or is reopened."""

import json
from itertools import takewhile

from sqlmodel import col, select

from casework.errors import NotAllowedError, RefusedInputError
from casework.record.acts import act
from casework.record.desk import Desk, found, spoken
from casework.record.dossier import dossier
from casework.record.post import take_back_letters
from casework.record.reason import given_reason
from casework.record.rounds import void_round
from models import Case, HistoryEntry
from models.words import WAYS_OUT, Regime, Role, Stage

SECOND_PERSON = frozenset({Role.MONITORING_OFFICER})
"""Who agrees that a report is not ours, or is answered by another case."""

NEEDS_SECOND_PERSON = frozenset({Stage.NOT_OUR_SUBJECT, Stage.ANSWERED_ELSEWHERE})


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
    if way is Stage.NOT_ANSWERED and case.regime is Regime.SECTION_55:
        message = "Section 55 asks for a response: only a discretionary case may go unanswered."
        raise NotAllowedError(message)
    if way is Stage.ANSWERED_ELSEWHERE:
        case.answered_by_id = found(desk.case(other).id) if other else case.answered_by_id
        if case.answered_by_id in {None, case.id}:
            raise RefusedInputError("Say which other case answers the report: --by REFERENCE.")
    if way in NEEDS_SECOND_PERSON and not _agreed(desk, case, way):
        asked = {"way": way.value, "by": case.answered_by_id}
        desk.note("way_out_proposed", case, reason=given_reason(reason), **asked)
        return "proposed"
    case.ended_because = given_reason(reason)
    take_back_letters(desk, case)
    latest = dossier(desk.session, case).round
    if latest:
        void_round(desk, case, latest, case.ended_because)
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
    desk.move(case, Stage.CONFIRMED if settled else Stage.OPENED, reason=given_reason(reason))
    case.ended_because = ""
    desk.wake("draft-response", case)
    desk.wake("invite-comments", case)
    return case.stage.value


def _agreed(desk: Desk, case: Case, way: Stage) -> bool:
    """Return whether another person has proposed this, and this one may agree."""
    if not any(role in SECOND_PERSON for role in desk.roles()):
        return False
    wanted = select(HistoryEntry.body).where(HistoryEntry.chain == f"case:{case.id}")
    rows = desk.session.exec(wanted.order_by(col(HistoryEntry.seq).desc()))
    # What was proposed before the case moved is spent.
    since = takewhile(lambda entry: entry["what"] != "moved", map(json.loads, rows))
    asked = {"way": way.value, "by": case.answered_by_id}
    return any(
        entry["what"] == "way_out_proposed"
        and entry["person"] != desk.person_id
        and asked.items() <= entry["facts"].items()
        for entry in since
    )
