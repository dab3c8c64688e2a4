"""Every act done by its function: refused by the table's word, or done as far as it may be."""

import re
from collections.abc import Iterator
from itertools import count
from typing import Final

from casework.rules.authority import AUTHORITY
from models.words import Role, Stage
from tests.authority.callers import Caller
from tests.authority.doing import EVERY_WAY, NOTHING, let_in, tried
from tests.authority.door import Cell, Door, How, place_of
from tests.authority.refused_besides import BESIDES
from tests.authority.scenes import Scene
from tests.authority.stages import WHO

MOVES_A_CASE: Final = frozenset(
    {
        "end_case",
        "reopen_case",
        "hold_report",
        "check_in",
        "take_updates",
        "send_back",
        "void_signatures",
        "schedule",
        "unschedule",
        "correct",
        "sign",
        "submit",
    }
)
"""Acts in which a role is asked for once more, by the table of moves: every role does them."""


class FunctionDoor(Door):
    """The functions themselves, called by whoever has a role."""

    own_rows = frozenset({"guestdraft"})
    """What a guest typed and has not sent: the way to send it puts it there."""

    def enter(self, scene: Scene) -> None:
        """Stand before another scene."""
        self.scene = scene
        # What a way looks up before its act is read once: nothing of a cell is ever kept.
        vars(scene.service)["file"] = lambda _: scene.file

    def fault(self, cell: Cell) -> str:
        """Try a cell. Returns what is wrong with it; nothing if it is right."""
        act, role, scene = cell.way, cell.caller.role, self.scene
        assert role is not None
        if cell.how is How.DECIDED:
            return "" if let_in(act, scene.service, role, scene.stage) else "is not let in"
        said = tried(act, scene.service, role, scene.stage)
        return "" if is_right(act, role, scene.stage, said) else said or "would be done"


def is_right(act: str, role: Role, stage: Stage, said: str) -> bool:
    """Return whether an act was refused, or would have been done, as the table says."""
    power = AUTHORITY[act]
    if role not in power.by:
        return said.startswith("WrongHandError: ")
    if stage not in power.stages:
        return bool(said)
    return said in {"", NOTHING} or bool(re.search(BESIDES.get(act, "^$"), said))


def not_allowed(stage: Stage) -> Iterator[Cell]:
    """Give what the table does not allow: for the role, or for the stage."""
    for act in EVERY_WAY:
        power = AUTHORITY[act]
        for role in sorted(set(Role) - power.by):
            yield cell_of(act, role, How.REFUSED)
        if stage not in power.stages:
            for role in sorted(power.by)[:2]:
                yield cell_of(act, role, How.REFUSED)


def allowed(stage: Stage) -> Iterator[Cell]:
    """Give what the table allows: done by a role in turn, and begun by every role."""
    turn = count(place_of(stage))
    for act in EVERY_WAY:
        power = AUTHORITY[act]
        if stage not in power.stages:
            continue
        roles = sorted(power.by)
        # Each role has its turn at some act and stage; where it matters twice, all have.
        fully = roles if act in MOVES_A_CASE else [roles[next(turn) % len(roles)]]
        for role in fully:
            yield cell_of(act, role, How.DONE)
        for role in roles:
            yield cell_of(act, role, How.DECIDED)


def in_part(stage: Stage, one_in: int) -> Iterator[Cell]:
    """Give a part of the cells of a stage: over the stages each is tried two or three times."""
    done: set[str] = set()
    every = [(act, role) for act in EVERY_WAY for role in Role]
    for act, role in every[-place_of(stage) % one_in :: one_in]:
        may = role in AUTHORITY[act].by
        yield cell_of(act, role, How.DECIDED if may and act in done else How.DONE)
        done |= {act} if may else set()


def cell_of(act: str, role: Role, how: How) -> Cell:
    """Return a cell of an act."""
    return Cell(act, Caller(role.value, WHO.get(role, ""), role), how, (act,))
