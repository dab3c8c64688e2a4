"""After each act, one line: what happens next in the case, and with whom."""

from typing import TYPE_CHECKING

from cli.telling import show, spoken

if TYPE_CHECKING:
    from casework.record.dossier import Dossier
    from casework.record.record import Record


def the_record() -> "Record":
    """Return the record; refuse where no office has been loaded."""
    from casework.wiring import open_record

    record = open_record()
    with record.reading() as session:
        record.office(session)
    return record


def file_of(record: "Record", reference: str) -> "Dossier":
    """Return everything the record holds of a case."""
    from casework.record.desk import find_case, found
    from casework.record.dossier import dossier

    with record.reading() as session:
        case = find_case(session, found(record.office(session).id), reference)
        return dossier(session, case)


def next_words(file: "Dossier") -> tuple[str, str]:
    """Return the next act of a case, and who usually does it (empty once it has ended)."""
    from casework.record.whats_next import whats_next

    record = the_record()
    with record.reading() as session:
        settings = record.settings_of(session, record.office(session))
    words, role = whats_next(settings, file)
    return words, spoken(role.value) if role else ""


def show_next(reference: str) -> None:
    """Show what happens next in a case."""
    words, who = next_words(file_of(the_record(), reference))
    show(f"What happens next: {words}{f' ({who})' if who else ''}.")
