"""Making a letter on the record: a version of its document, a copy in the out-tray."""

from datetime import date

from casework.companion_letters.asking import (
    Wish,
    check_case,
    check_offered,
    check_track,
    due_day,
    kind_of,
)
from casework.companion_letters.kinds import To
from casework.companion_letters.readers import readers
from casework.companion_letters.telling import told
from casework.record.acts import act
from casework.record.desk import Desk
from casework.record.dossier import dossier
from casework.record.letter_files import KeptLetter, LetterName, keep_letter
from casework.record.letters import Library, letter_fields
from casework.record.tracks import the_force
from models import Case


@act("make_letter")
def make_letter(desk: Desk, reference: str, library: Library, wish: Wish) -> list[str]:
    """Make a letter for a person to read. Returns a line for each file: its path and version.

    Nothing is sent, and the same letter asked for twice is one version.
    """
    kind = kind_of(wish)
    case = desk.case(reference)
    desk.need(f"make_letter:{kind.type.value}")
    check_offered(desk, wish)
    check_case(desk, case, kind, wish)
    file = dossier(desk.session, case)
    track = the_force(desk, case, wish.force) if kind.to is To.CHIEF_OFFICER else None
    if track:
        check_track(kind, track)
    due = due_day(desk, file, kind, wish, track)
    lines = []
    for name, reader in readers(desk, file, kind, track, wish.language):
        fields = letter_fields(desk, file, reader, due, wish.language)
        fields = told(desk, file, kind, wish, track, fields)
        kept = keep_letter(desk, file, library, name, fields)
        _note(desk, case, name, kept, wish, due)
        lines.append(_said(kept))
    return lines


def _said(kept: KeptLetter) -> str:
    state = "" if kept.fresh else ", unchanged"
    return f"{kept.path}: version {kept.version.number}{state}"


def _note(
    desk: Desk, case: Case, name: LetterName, kept: KeptLetter, wish: Wish, due: date | None
) -> None:
    if kept.fresh:
        desk.note(
            "letter_made",
            case,
            letter=name.type.value,
            language=name.language.value,
            about=name.about,
            number=kept.version.number,
            of_version=wish.version,
            due=due.isoformat() if due else "",
        )
