"""How a cell of the table is tried: written once, whatever the door.

A cell is a way into the service, somebody who tries it, and how far it goes. A
door knows how to try a cell and what its answers should be; nothing is ever kept.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from enum import StrEnum
from typing import Any, ClassVar, NamedTuple

from models.words import Stage
from tests.authority.asked import Asked, DecidedError, deciding, whole
from tests.authority.callers import COLLEAGUES, Caller, in_turn
from tests.authority.decisions import of_the_decision
from tests.authority.digest import changed, digest
from tests.authority.learning import Acts
from tests.authority.scenes import Scene


class How(StrEnum):
    """How far a cell goes, and what should come of it."""

    DECIDED = "as far as the table's word"
    REFUSED = "refused in words"
    DONE = "done, if the stage is right"


class Cell(NamedTuple):
    """Somebody who tries a way into the service."""

    way: Any
    caller: Caller
    how: How
    acts: tuple[str, ...] = ()
    """The acts behind the way, in turn."""

    def __str__(self) -> str:
        """Return it in words."""
        return f"{self.way}, {self.caller.name}, {self.how}"


class Door(ABC):
    """A way to try cells before one scene after another."""

    own_rows: ClassVar[AbstractSet[str]] = frozenset()
    """Tables in which it may write whatever the table of authority says."""
    scene: Scene

    @abstractmethod
    def enter(self, scene: Scene) -> None:
        """Stand before another scene."""

    @abstractmethod
    def fault(self, cell: Cell) -> str:
        """Try a cell. Returns what is wrong with it; nothing if it is right."""


class AnsweringDoor(Door):
    """A door that is asked, and answers: pages, the API, commands."""

    @abstractmethod
    def send(self, caller: Caller, way: Any, /) -> Any:
        """Ask as somebody. Returns the answer."""

    @abstractmethod
    def of_a_stranger(self, cell: Cell, heard: Asked, answer: Any) -> str:
        """Return what is wrong with what came to somebody without a role."""

    @abstractmethod
    def of_the_unasked(self, cell: Cell, answer: Any) -> str:
        """Return what is wrong with an answer given before the table was asked."""

    @abstractmethod
    def of_a_refusal(self, cell: Cell, heard: Asked, answer: Any) -> str:
        """Return what is wrong with the answer to somebody whom the table does not allow it."""

    @abstractmethod
    def of_a_deed(self, cell: Cell, heard: Asked, answer: Any) -> str:
        """Return what is wrong with the answer to somebody whom the table allows it."""

    def fault(self, cell: Cell) -> str:
        """Try a cell. Returns what is wrong with it; nothing if it is right."""
        if cell.how is How.DECIDED:
            return self._of_the_word(cell)
        with whole() as heard:
            answer = self.send(cell.caller, cell.way)
        check = self.of_a_refusal if cell.how is How.REFUSED else self.of_a_deed
        return check(cell, heard, answer)

    def _of_the_word(self, cell: Cell) -> str:
        answer = None
        with deciding() as heard, suppress(DecidedError):
            answer = self.send(cell.caller, cell.way)
        if cell.caller.role is None:
            return self.of_a_stranger(cell, heard, answer)
        if heard.acts:
            return of_the_decision(cell.caller, cell.acts, heard)
        assert answer is not None
        return self.of_the_unasked(cell, answer)


def faults(door: Door, scene: Scene, cells: Iterable[Cell]) -> list[str]:
    """Try cells before a scene. Returns what was wrong, and what was written that should not be."""
    door.enter(scene)
    before = digest(scene.service.record, door.own_rows)
    scene.written.taken()
    wrong = []
    for cell in cells:
        fault = door.fault(cell)
        kept = scene.written.taken() - door.own_rows
        if fault or kept:
            wrong.append(f"{cell}: {fault or f'wrote {sorted(kept)}'}")
    different = changed(before, digest(scene.service.record, door.own_rows))
    return [*wrong, *(f"{name} is not as it was" for name in different)]


def to_decide(ways: Iterable[Any], acts: Acts, stage: Stage) -> Iterator[Cell]:
    """Give the cells of a stage that go as far as the table's word."""
    for turn, way in enumerate(ways, place_of(stage)):
        behind = acts.get(way, ())
        for caller in in_turn(turn, behind):
            yield Cell(way, caller, How.DECIDED, behind)


def to_answer(acts: Acts, first: int = 0) -> Iterator[Cell]:
    """Give the cells that are gone through whole: of each way, one refused and one done.

    From stage to stage `first` goes up, so that everybody has their turn at each way.
    """
    for turn, (way, behind) in enumerate(acts.items(), first):
        refused = [one for one in COLLEAGUES if not one.may(behind[0])]
        let_in = [one for one in COLLEAGUES if all(map(one.may, behind))]
        for callers, how in ((refused, How.REFUSED), (let_in, How.DONE)):
            if callers:
                yield Cell(way, whose_turn(callers, turn), how, behind)


def whose_turn(callers: Sequence[Caller], turn: int) -> Caller:
    """Return who of several has their turn."""
    return callers[turn % len(callers)]


def place_of(stage: Stage) -> int:
    """Return the number of a stage, from nought."""
    return list(Stage).index(stage)
