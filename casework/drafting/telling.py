"""What a run of the draft has left behind, in a sentence."""

from casework.record.desk import find_case, found
from casework.record.proposals import waiting_updates
from casework.record.record import Record


def said_of_draft(record: Record, reference: str, number: int) -> str:
    """Return what became of a draft: `3 updates waiting, 1 conflicts with an edit (version 5)`.

    `number` is what `write_draft` gave back.
    """
    with record.reading() as session:
        case = find_case(session, found(record.office(session).id), reference)
        updates = waiting_updates(session, case)
    if updates is not None:
        return f"{updates.words} (version {updates.number})"
    return f"version {number} is written" if number else "nothing has changed"
