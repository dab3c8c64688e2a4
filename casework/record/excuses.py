"""The blocks of a case that somebody let pass: by whom, why, and who has looked at it since."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from casework.record.desk import found
from casework.rules.blocks import Block, still_standing
from models import Case, Excuse, ExcuseKind


def excuses_of(session: Session, case: Case) -> list[Excuse]:
    """Return every excuse of a case that was not taken back, the oldest first."""
    wanted = select(Excuse).where(Excuse.case_id == case.id, col(Excuse.ended_at).is_(None))
    return list(session.exec(wanted.order_by(col(Excuse.number))))


def every_excuse_of(session: Session, case: Case) -> list[Excuse]:
    """Return every excuse of a case, those taken back too."""
    wanted = select(Excuse).where(Excuse.case_id == case.id).order_by(col(Excuse.number))
    return list(session.exec(wanted))


def not_excused(excuses: Iterable[Excuse], blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks of a case that nobody let pass."""
    return still_standing(blocks, {(row.block, row.kind) for row in excuses})


def excuse_of(excuses: Iterable[Excuse], block: Block) -> Excuse | None:
    """Return what lets a block pass, if anything does."""
    standing = (row for row in excuses if row.block == block.key and block.passes_by(row.kind))
    return next(standing, None)


def is_unseen(row: Excuse) -> bool:
    """Return whether an override still waits for a second person to look at it."""
    return row.kind is ExcuseKind.OVERRIDE and row.ended_at is None and row.looked_at is None


def next_number(session: Session, case: Case) -> int:
    """Return the number of the case's next excuse."""
    numbers = session.exec(select(Excuse.number).where(Excuse.case_id == found(case.id)))
    return max(numbers, default=0) + 1
