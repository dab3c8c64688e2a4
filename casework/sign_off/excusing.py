"""Letting pass what stands in the way: by name, with a reason, on the record.

An officer waives an error of a check and explains a limb of section 55 that
is not kept. The monitoring officer overrides what nobody waives; until a
second person has looked at it, it stays flagged.
"""

from dataclasses import dataclass

from casework.errors import NotAllowedError, NotFoundError, RefusedInputError, WrongHandError
from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.dossier import Dossier, dossier
from casework.record.excuses import every_excuse_of, excuse_of, is_unseen, next_number
from casework.record.lawfulness import every_limb_in_the_way
from casework.record.letters import Library
from casework.record.papers import current_version, find_document
from casework.record.reason import given_reason
from casework.rules.blocks import Block, block_with
from casework.rules.powers import BEFORE_SIGNING
from casework.sign_off.readiness import every_obstacle
from casework.sign_off.signing_copy import signing_copy
from models import Case, Excuse, ExcuseKind

IN_A_SENTENCE = "Give the reason in a sentence: it stands on the record beside your name."
"""A reason is read years later by somebody who was not there."""
WRONG_WAY = {
    ExcuseKind.WAIVER: "it can be waived, with a reason",
    ExcuseKind.REASON: "it is explained, with a reason",
    ExcuseKind.OVERRIDE: "nobody waives it: put it right, or ask the monitoring officer",
    None: "nothing lets it pass: put it right",
}


@dataclass(frozen=True, slots=True)
class InTheWay:
    """One block of a case, and what lets it pass if anything does."""

    block: Block
    excuse: Excuse | None


@act("waive_check")
def waive_check(desk: Desk, reference: str, library: Library, key: str, reason: str) -> int:
    """Waive an error of a check, by name. Returns the number of the waiver.

    It holds for the words it was given for: once they are others, it lapses.
    """
    case = desk.open_case(reference)
    return _let_pass(desk, case, find_block(desk, case, library, key), ExcuseKind.WAIVER, reason)


@act("explain_limb")
def explain_limb(desk: Desk, reference: str, key: str, reason: str) -> int:
    """Put on the record why a limb of section 55 is not kept. Returns the number of the reason."""
    case = desk.open_case(reference)
    return _let_pass(desk, case, find_block(desk, case, None, key), ExcuseKind.REASON, reason)


@act("override_block")
def override_block(desk: Desk, reference: str, library: Library, key: str, reason: str) -> int:
    """Override a block, as the monitoring officer. Returns the number of the override.

    Neither a signature nor an embargo is a block that this lets pass.
    """
    case = desk.open_case(reference)
    return _let_pass(desk, case, find_block(desk, case, library, key), ExcuseKind.OVERRIDE, reason)


@act("look_at_override")
def look_at_override(desk: Desk, reference: str, number: int) -> str:
    """Say, as a second person, that one has looked at an override. Returns its reason."""
    case = desk.case(reference)
    row = _row(desk, case, number)
    if row.kind is not ExcuseKind.OVERRIDE:
        message = f"Number {number} of {reference} is no override: nobody need look at it."
        raise RefusedInputError(message)
    if row.made_by_id == desk.person_id:
        message = "An override is looked at by a second person: not by whoever made it."
        raise WrongHandError(message)
    if is_unseen(row):
        row.looked_by_id, row.looked_at = desk.person_id, desk.hand.at
        desk.note("override_looked_at", case, excuse=number)
    return row.reason


@act("end_excuse")
def end_excuse(desk: Desk, reference: str, number: int) -> bool:
    """Take a waiver, a reason or an override back: the block stands again."""
    case = desk.open_case(reference)
    row = _row(desk, case, number)
    if row.kind is ExcuseKind.WAIVER and case.stage not in BEFORE_SIGNING:
        message = "The text is with its signatories as it stands: send it back into review first."
        raise NotAllowedError(message)
    if row.ended_at is None:
        row.ended_by_id, row.ended_at = desk.person_id, desk.hand.at
        desk.note("excuse_ended", case, excuse=number, kind=row.kind.value)
    return True


def every_block(desk: Desk, case: Case, library: Library | None) -> list[InTheWay]:
    """Return every block of a case, those that were let pass too.

    Before signing that is what keeps the text from its signatories, and at
    any time the limbs of section 55 that publication would not keep. Without
    a library, those limbs alone.
    """
    file = dossier(desk.session, case)
    blocks = every_limb_in_the_way(desk.settings, file, desk.hand.today)
    if library and case.stage in BEFORE_SIGNING:
        blocks = [*_before_signing(desk, file, library), *blocks]
    return [InTheWay(block, excuse_of(file.excuses, block)) for block in blocks]


def _before_signing(desk: Desk, file: Dossier, library: Library) -> list[Block]:
    document = find_document(desk.session, file.case)
    current = current_version(desk.session, document) if document else None
    if current is None:
        return []
    copy = signing_copy(desk, file, library, current, desk.hand.today)
    return every_obstacle(desk, file, library, copy.data, copy.signing)


def find_block(desk: Desk, case: Case, library: Library | None, key: str) -> Block:
    """Return the block of this key; refuse if nothing of the kind stands in the way now."""
    blocks = [one.block for one in every_block(desk, case, library)]
    block = block_with(blocks, key)
    if block is None:
        message = (
            f"Nothing that stands in the way of {case.reference} has the key {key}: it may have "
            "been put right meanwhile. Look again at what still stands."
        )
        raise NotFoundError(message)
    return block


def _let_pass(desk: Desk, case: Case, block: Block, kind: ExcuseKind, reason: str) -> int:
    words = given_reason(" ".join(reason.split()), IN_A_SENTENCE)
    if not block.passes_by(kind):
        raise NotAllowedError(f"This is not the way: {WRONG_WAY[block.let_pass]}. ({block.words})")
    standing = excuse_of(dossier(desk.session, case).excuses, block)
    if standing:
        return standing.number
    row = Excuse(
        office_id=desk.office_id,
        case_id=found(case.id),
        number=next_number(desk.session, case),
        kind=kind,
        block=block.key,
        told=block.words,
        reason=words,
        made_by_id=found(desk.person().id),
        made_at=desk.hand.at,
    )
    desk.session.add(row)
    desk.note("block_let_pass", case, excuse=row.number, kind=kind.value)
    return row.number


def _row(desk: Desk, case: Case, number: int) -> Excuse:
    rows = {row.number: row for row in every_excuse_of(desk.session, case)}
    if number not in rows:
        message = f"{case.reference} has no waiver, reason or override number {number}."
        raise NotFoundError(message)
    return rows[number]
