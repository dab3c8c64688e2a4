"""Whom a letter is written to: the chief officer, the two who get copies, or nobody."""

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from casework.companion_letters.kinds import LetterKind, To
from casework.errors import NotAllowedError
from casework.record.desk import Desk, spoken
from casework.record.dossier import Dossier
from casework.record.letter_files import LetterName
from casework.record.letters import Reader, chief_officer
from casework.record.tracks import force_name
from casework.rules.wording import british_date, joined
from models import CaseForce
from models.shapes.office_sections import Copy
from models.words import Language


def readers(
    desk: Desk, file: Dossier, kind: LetterKind, track: CaseForce | None, language: Language
) -> Iterator[tuple[LetterName, Reader]]:
    """Yield each letter to be made with the one who reads it."""
    if track is not None:
        name = LetterName(kind.type, track.force_key, language)
        yield name, chief_officer(desk, track, language)
    elif kind.to is To.RECIPIENTS_OF_COPIES:
        for whom in get_args(Copy):
            yield LetterName(kind.type, whom), _recipient(desk, file, whom)
    else:
        yield LetterName(kind.type), _nobody(desk, file)


def _recipient(desk: Desk, file: Dossier, whom: Copy) -> Reader:
    to = desk.settings.recipient(whom, desk.hand.today)
    if to is None:
        message = (
            f"The settings name no recipient for the {spoken(whom)} on "
            f"{british_date(desk.hand.today)}: add one and load them again."
        )
        raise NotAllowedError(message)
    return replace(_nobody(desk, file), lines=(to.name, *to.address), salutation=to.salutation)


def _nobody(desk: Desk, file: Dossier) -> Reader:
    """Return the reader of a page: it speaks of every force of the case."""
    names = [force_name(desk, track) for track in file.forces]
    titles = {title for track in file.forces if (title := _title(desk, track))}
    # Officers of different rank are named together by what the Act calls them.
    title = titles.pop() if len(titles) == 1 and len(names) == 1 else "chief officers"
    invited = [track.invited_on for track in file.forces if track.invited_on]
    return Reader(
        force=joined(names),
        officer_title=title if names else "",
        invited_on=min(invited, default=None),
    )


def _title(desk: Desk, track: CaseForce) -> str:
    force = desk.settings.force(track.force_key)
    officer = desk.settings.chief_officer(force, desk.hand.today) if force else None
    return officer.title if officer else ""
