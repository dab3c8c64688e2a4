"""What colleagues were asked, said and agreed, as plain values for a program, and as lines."""

from collections.abc import Iterator, Sequence
from typing import Any

from cli.what_next import the_record

Values = dict[str, list[dict[str, Any]]]
NOTHING = "Nobody was asked anything, and no meeting is noted."


def colleague_values(reference: str) -> Values:
    """Return the steers, questions, meetings and actions of a case."""
    from sqlmodel import select

    from casework.record.colleagues import consulted
    from casework.record.desk import find_case, found
    from models import Person

    record = the_record()
    with record.reading() as session:
        case = find_case(session, found(record.office(session).id), reference)
        people = {row.id: row.name for row in session.exec(select(Person))}
        said = consulted(session, case)
    meetings = {row.id: row.number for row in said.meetings}
    return {
        "steers": [
            _of(row, "number", "finding", "words", "given_on", "source") for row in said.steers
        ],
        "questions": [
            {
                **_of(row, "number", "finding", "words", "due", "reply", "withdrawn_because"),
                "asked_of": people[row.asked_id],
                "asked_by": people[row.asked_by_id],
                "replied_at": row.replied_at.isoformat() if row.replied_at else None,
            }
            for row in said.questions
        ],
        "meetings": [_of(row, "number", "board", "held_on", "minute") for row in said.meetings],
        "actions": [
            {
                **_of(row, "number", "finding", "words", "owner", "due"),
                "meeting": meetings[row.meeting_id],
            }
            for row in said.actions
        ],
    }


def _of(row: object, *names: str) -> dict[str, Any]:
    from datetime import date

    values = {name: getattr(row, name) for name in names}
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in values.items()}


def lines_of(values: Values) -> Iterator[str]:
    """Yield one line for each thing, for a person at a terminal."""
    if not any(values.values()):
        yield NOTHING
    yield from _steers(values["steers"])
    for one in values["questions"]:
        became = one["reply"] or one["withdrawn_because"] or f"waits until {one['due']}"
        yield f"Question {one['number']} to {one['asked_of']}{_about(one)}: {one['words']}"
        yield f"  {became}"
    for one in values["meetings"]:
        minute = f", minute {one['minute']}" if one["minute"] else ""
        yield f"Meeting {one['number']}: {one['board']}, {one['held_on']}{minute}"
        for agreed in (a for a in values["actions"] if a["meeting"] == one["number"]):
            yield f"  Action {agreed['number']}{_about(agreed)}: {agreed['words']}"


def _steers(steers: Sequence[dict[str, Any]]) -> Iterator[str]:
    for one in steers:
        yield f"Steer {one['number']}{_about(one)}, {one['given_on']}: {one['words']}"


def _about(one: dict[str, Any]) -> str:
    return f" about {one['finding']}" if one["finding"] else ""
