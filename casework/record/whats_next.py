"""What happens next in a case, and with whom, from the record."""

from casework.record.dossier import Dossier
from casework.rules.loose_ends import with_loose_ends
from casework.rules.next_act import next_act
from casework.rules.signing import Given, next_step
from models.shapes.office import OfficeSettings
from models.words import PublicationState, Role, Stage

HANDED_OVER = frozenset({PublicationState.WRITTEN})


def whats_next(settings: OfficeSettings, file: Dossier) -> tuple[str, Role | None]:
    """Return the next act of a case and the role it waits for; no role once it has ended."""
    case = file.case
    given = [Given(row.step, row.role, "") for row in file.signatures]
    signing = case.stage is Stage.SIGNING
    words, role = next_act(
        case.stage,
        dated=not file.provisional,
        listed=case.findings_confirmed,
        comments=[force.state for force in file.forces],
        signature=next_step(settings.routes[case.route], given) if signing else None,
        unseen=is_unseen(file),
        arrived=has_arrived(file),
    )
    updates = f"{file.updates.words} in version {file.updates.number}" if file.updates else ""
    beside = [row.number for row in file.branches]
    return with_loose_ends(
        words, role, remarks=len(file.open_remarks), beside=beside, updates=updates
    )


def has_arrived(file: Dossier) -> bool:
    """Return whether something came from a force of which nobody has said what it is."""
    return any(one.confirmed_at is None and not one.superseded for one in file.submissions)


def is_unseen(file: Dossier) -> bool:
    """Return whether the response was handed to every publisher, and seen by nobody."""
    ours = [row for row in file.publications if file.round and row.round_id == file.round.id]
    return bool(ours) and all(row.state in HANDED_OVER for row in ours)
