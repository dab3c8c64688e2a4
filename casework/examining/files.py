"""A response in Word examined against the facts of its case, whoever made it."""

from collections.abc import Iterable
from datetime import date, datetime

from casework.documents.gate import inspect, only_reaches_out
from casework.documents.noting import Noted, with_notes
from casework.documents.read_back import read_back
from casework.errors import RefusedInputError
from casework.registers.dictionary import load_acronyms, load_dictionary
from casework.registers.forces import load_forces
from casework.rules.checks.every_check import examined
from casework.rules.manuscript.response import Library, Response
from models.shapes.checking import Facts, Observation


def examine(
    data: bytes, facts: Facts, today: date, *, areas_need_answer: bool = True
) -> tuple[Observation, ...]:
    """Return all that the checks notice in a Word file.

    Raises RefusedInputError for a file the gate does not let in, unless it only
    fetches things from elsewhere: nothing is fetched here, and each is told.
    """
    response = response_in(data, facts, today, areas_need_answer=areas_need_answer)
    return examined(response)


def response_in(
    data: bytes, facts: Facts, today: date, *, areas_need_answer: bool = True
) -> Response:
    """Return a Word file as the checks look at it."""
    report = inspect(data, read_on=True)
    if not report.accepted and not only_reaches_out(report):
        raise RefusedInputError(report.blocked[0].message)
    read = read_back(data, "accepted", report)
    shelf = Library(
        load_dictionary(), load_forces(), load_acronyms(), areas_need_answer=areas_need_answer
    )
    return Response(read, facts, today, shelf, report.blocked)


def noted(data: bytes, response: Response, found: Iterable[Observation], at: datetime) -> bytes:
    """Return the Word file with each observation as a comment at its place."""
    notes = [Noted(one.where, _place(response, one), _lines(one)) for one in found]
    return with_notes(data, notes, at)


def _place(response: Response, one: Observation) -> int:
    """Return how many passages before its own hold the same words."""
    if one.passage is None:
        return 0
    before = response.passages[: one.passage]
    return sum(one.where in passage.words for passage in before)


def _lines(one: Observation) -> tuple[str, ...]:
    told = f"{one.severity.value.capitalize()}: {one.message}"
    if not one.suggestion:
        return (told,)
    return (told, f"Write: {one.suggestion}" if one.replaces else one.suggestion)
