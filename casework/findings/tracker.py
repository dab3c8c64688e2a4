"""A force's tracker is read beside the findings: looked at first, then taken over.

Taken over are the inspectors' number and status, and who in the force answers
by when; only from rows that are sure enough. The rest is a person's to decide.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from casework.errors import RefusedInputError
from casework.findings.the_list import standing_findings
from casework.reading.tracker import read_tracker
from casework.record.acts import act
from casework.record.desk import Desk, find_case, found
from casework.record.dossier import dossier
from casework.record.hand import Hand
from casework.record.record import Record
from casework.rules.matching import Match, matched
from models import Case, Finding
from models.shapes.tracker import KnownFinding, ReadTracker


@dataclass(frozen=True, slots=True)
class TrackerPreview:
    """What a tracker would change, and what it leaves to a person."""

    read: ReadTracker
    matches: list[Match]
    without_row: list[str]
    """Keys of the findings of which no row speaks."""


def preview_tracker(record: Record, reference: str, data: bytes, name: str) -> TrackerPreview:
    """Return what a tracker says of the findings of a case. Changes nothing."""
    read = read_tracker(data, name)
    with record.reading() as session:
        case = find_case(session, found(record.office(session).id), reference)
        findings = _known(_of(session, case))
    matches = matched(read.rows, findings)
    spoken_of = {match.key for match in matches if match.applies}
    without = [one.key for one in findings if one.key not in spoken_of]
    return TrackerPreview(read, matches, without)


def apply_tracker(record: Record, hand: Hand, reference: str, data: bytes, name: str) -> list[str]:
    """Take over what a tracker surely says. Returns the keys of the findings it changed.

    The file itself is kept on the record.
    """
    # Read before the transaction begins: a large table must not hold up the office.
    return _apply(record, hand, reference, data, read_tracker(data, name))


@act("apply_tracker")
def _apply(desk: Desk, reference: str, data: bytes, read: ReadTracker) -> list[str]:
    case = desk.case(reference)
    rows = {one.key: one for one in standing_findings(desk, case)}
    sure = [m for m in matched(read.rows, _known(list(rows.values()))) if m.applies]
    if not sure:
        message = "No row of the tracker matches a finding of this case: is it the right file?"
        raise RefusedInputError(message)
    touched = [match.key for match in sure if _take_over(rows[match.key], match)]
    if not touched:
        return []
    desk.note(
        "tracker_imported", case, sha256=desk.keep(data), rows=len(read.rows), matched=len(sure)
    )
    for key in touched:
        row = rows[key]
        said = {"number": row.inspectors_number, "status": row.inspectors_status}
        desk.note("finding_numbered", case, finding=key, **said)
    return touched


def _take_over(finding: Finding, match: Match) -> bool:
    row = match.row
    said = {
        "inspectors_number": row.number,
        "inspectors_status": row.status,
        "force_owner": row.owner,
        "force_due": row.due,
    }
    fresh = {name: words for name, words in said.items() if words != getattr(finding, name)}
    # A cell left empty says nothing: what is known stays.
    told = {name: words for name, words in fresh.items() if words}
    for name, words in told.items():
        setattr(finding, name, words)
    return bool(told)


def _of(session: Session, case: Case) -> list[Finding]:
    return dossier(session, case).findings


def _known(findings: Sequence[Finding]) -> list[KnownFinding]:
    return [KnownFinding(f.key, f.text, f.number, f.inspectors_number) for f in findings]
