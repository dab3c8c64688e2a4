"""What pages and the API should both answer in each cell: written once, whatever they answer in."""

import re
from abc import abstractmethod
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any, ClassVar, Final

from casework.rules.authority import AUTHORITY
from tests.authority.asked import Asked
from tests.authority.door import AnsweringDoor, Cell
from tests.authority.refused_besides import BESIDES

REFUSED: Final = frozenset({403, 404, 409, 422})


class HttpCells(AnsweringDoor):
    """A door that answers over HTTP."""

    shut: ClassVar[AbstractSet[int]]
    """What somebody hears who is not let in at all."""
    done: ClassVar[AbstractSet[int]]
    """What somebody hears whose act was done."""
    before: ClassVar[Mapping[str, str]]
    """What the door itself asks before it asks the table, by its way."""
    nothing: ClassVar[AbstractSet[str]]
    """Ways that say nothing is to do at a stage they do not fit, which the history may keep."""
    shows: ClassVar[AbstractSet[str]] = frozenset()
    """Ways that may answer without having asked the table."""

    @abstractmethod
    def said(self, answer: Any) -> str:
        """Return the sentence of an answer."""

    def of_a_stranger(self, cell: Cell, heard: Asked, answer: Any) -> str:
        """Return what is wrong with what came to somebody who is not let in."""
        del cell
        is_shut = answer is not None and answer.status_code in self.shut and not heard.acts
        return "" if is_shut else f"came in: {heard.acts}"

    def of_the_unasked(self, cell: Cell, answer: Any) -> str:
        """Return what is wrong with an answer given before the table was asked."""
        said = self.said(answer)
        if answer.status_code not in REFUSED:
            return "" if str(cell.way) in self.shows else f"{answer.status_code}: {said}"
        fits = bool(cell.acts) and self.scene.stage in AUTHORITY[cell.acts[0]].stages
        if fits and all(map(cell.caller.may, cell.acts)) and not self.told_before(cell, said):
            return f"was stopped before the table was asked: {said}"
        return ""

    def of_a_deed(self, cell: Cell, heard: Asked, answer: Any) -> str:
        """Return what is wrong with the answer to somebody whom the table allows it."""
        said = self.said(answer)
        if answer.status_code not in REFUSED | self.done:
            return f"{answer.status_code}: {said}"
        if not all(self.scene.stage in AUTHORITY[one].stages for one in cell.acts):
            done = heard.ready and str(cell.way) not in self.nothing
            return f"was done at this stage: {said}" if done else ""
        reasons = "|".join(BESIDES.get(one, "^$") for one in cell.acts)
        done = heard.ready or answer.status_code in self.done
        known = done or re.search(reasons, said) or self.told_before(cell, said)
        return "" if known else f"is refused: {said}"

    def told_before(self, cell: Cell, said: str) -> bool:
        """Return whether a sentence is one that the door itself says before the table is asked."""
        return re.search(self.before.get(str(cell.way), "^$"), said) is not None
