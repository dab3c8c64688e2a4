"""A response in Word examined against the facts of its case, whoever made it."""

from datetime import date

from casework.documents.gate import admit
from casework.documents.read_back import read_back
from casework.registers.forces import load_forces
from casework.rules.checks.every_check import examined
from casework.rules.manuscript.response import Library, Response
from models.shapes.checking import Facts, Observation


def examine(
    data: bytes, facts: Facts, today: date, *, areas_need_answer: bool = True
) -> tuple[Observation, ...]:
    """Return all that the checks notice in a Word file.

    Raises RefusedInputError for a file the gate does not let in.
    """
    read = read_back(data, "accepted", admit(data))
    shelf = Library(_Anything(), load_forces(), areas_need_answer)
    return examined(Response(read, facts, today, shelf))


class _Anything:
    def knows(self, word: str) -> bool:
        return True

    def suggest(self, word: str) -> str | None:
        return None
