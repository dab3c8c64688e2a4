"""What a command should say in each cell: one sentence, and nothing is done."""

from typing import Any, Final

from casework.rules.authority import AUTHORITY
from models.words import Role
from tests.authority.asked import Asked
from tests.authority.command_door import CommandDoor, Line
from tests.authority.door import AnsweringDoor, Cell
from tests.authority.learning import Acts

REFUSED: Final = 2
NO_ACT: Final = {
    "finding import": "needs a tracker of this very list: tests/cli/test_findings",
    "pages": "writes again what is published, and finds nothing in the folder of the scenes",
    "bounced": "takes both the letter's key and a reason: tests/cli/test_refusals",
    "remark": "takes the words or a marked file: tests/cli/test_main_path",
    "publish": "the service publishes what is due, whoever asks: publication is no person's act",
}
"""Commands without a cell, each with the reason."""
NOT_UNDERSTOOD: Final = ("No such command", "No such option", "Missing ", "Usage:")


class CommandCells(CommandDoor, AnsweringDoor):
    """The commands, and what they should say."""

    def of_a_stranger(self, cell: Cell, heard: Asked, answer: Any) -> str:
        """Return what is wrong with what came to whoever has left, and to nobody."""
        if not heard.acts:
            return self.of_the_unasked(cell, answer)
        if cell.caller.person:
            return "" if heard.refused else f"came in: {heard.acts}"
        # Where nobody is named, the service itself acts: as far as the table lets it.
        may = all(Role.SERVICE in AUTHORITY[one].by for one in heard.acts)
        return "" if may is heard.admitted else f"acts for nobody: {heard.acts}"

    def of_the_unasked(self, cell: Cell, answer: Any) -> str:
        """Return what is wrong with what was said before the table was asked."""
        del cell
        ended = f"{answer.exit_code}: {' '.join(answer.output.split())[-300:]}"
        is_sentence = ended.startswith("2: ") and not any(one in ended for one in NOT_UNDERSTOOD)
        return "" if is_sentence else ended

    def of_a_refusal(self, cell: Cell, heard: Asked, answer: Any) -> str:
        """Return what is wrong with what is said to somebody whom the table does not allow it."""
        del cell
        told = answer.stderr.strip()
        if answer.exit_code != REFUSED or not told or heard.ready:
            return f"{answer.exit_code} {told} {answer.output[-300:]}"
        return f"says “{told}”" if heard.said and heard.said not in told else ""

    def of_a_deed(self, cell: Cell, heard: Asked, answer: Any) -> str:
        """Refuse to say: what commands do is tried command by command, in tests/cli."""
        raise NotImplementedError


def first_of_each(lines: list[Line], found: Acts) -> Acts:
    """Return the acts behind the commands: of several ways to ask for one, the first."""
    first: dict[tuple[str, str], Line] = {}
    for line in lines:
        if line in found and line.name not in NO_ACT:
            first.setdefault((line.name, found[line][0]), line)
    return {line: found[line] for line in first.values()}
