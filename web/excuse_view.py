"""What the pages show of what stands in the way, and of what was let pass."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlmodel import Session, select

from casework.record.dossier import Dossier
from casework.record.excuses import is_unseen
from casework.rules.authority import who_may
from casework.rules.blocks import Block
from casework.rules.powers import BEFORE_SIGNING, NOT_PUBLISHED
from casework.rules.terminal_words import in_page_words
from models import Excuse, ExcuseKind, Person
from web.place_words import place_words, with_places
from web.visits import Visit

WAYS: Final = {
    ExcuseKind.WAIVER: "Waive it, with a reason",
    ExcuseKind.REASON: "Say why, for the record",
    ExcuseKind.OVERRIDE: "For the monitoring officer",
}
RIGHTS: Final = {
    ExcuseKind.WAIVER: "waived",
    ExcuseKind.REASON: "explained",
    ExcuseKind.OVERRIDE: "overridden",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One thing in the way, as a page tells it."""

    said: str
    way: str
    """What the link to letting it pass says; empty where nothing lets it pass."""
    key: str


@dataclass(frozen=True, slots=True)
class LetPass:
    """One thing that was let pass, as a page tells it."""

    row: Excuse
    said: str
    how: str
    flagged: bool
    """Whether an override waits for a second person."""
    may_look: bool
    may_end: bool
    """Whether the visitor may take it back."""


def say_of(file: Dossier, block: Block) -> str:
    """Return a block in the words of a page."""
    return with_places(in_page_words(block.words), place_words(file))


def standing(file: Dossier, blocks: Iterable[Block]) -> list[Standing]:
    """Return what stands in the way."""
    return [
        Standing(say_of(file, one), WAYS[one.let_pass] if one.let_pass else "", one.key)
        for one in blocks
    ]


def let_pass(here: Visit, session: Session, file: Dossier) -> list[LetPass]:
    """Return what was let pass on a case."""
    own = session.exec(select(Person.id).where(Person.key == here.visitor.person.key)).first()
    may = bool(who_may("look_at_override") & here.visitor.roles)
    named = place_words(file)
    before = file.case.stage in BEFORE_SIGNING
    open_ = file.case.stage in NOT_PUBLISHED
    may_end = open_ and bool(who_may("end_excuse") & here.visitor.roles)
    return [
        LetPass(
            row=row,
            said=with_places(in_page_words(row.told), named),
            how=RIGHTS[row.kind],
            flagged=is_unseen(row),
            may_end=may_end and (row.kind is not ExcuseKind.WAIVER or before),
            may_look=may and is_unseen(row) and row.made_by_id != own,
        )
        for row in file.excuses
    ]
