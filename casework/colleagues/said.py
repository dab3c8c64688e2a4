"""What every act about colleagues asks of its words: that they say something, and of what."""

from sqlmodel import select

from casework.errors import RefusedInputError
from casework.reading.clean_text import composed
from casework.record.desk import Desk
from models import Case, Finding

LONGEST_LINE = 200
"""Characters of a name, a source, a minute."""


def said(words: str, what: str) -> str:
    """Return words as they are kept; refuse none."""
    kept = composed(words.replace("\r\n", "\n")).strip()
    if not kept:
        raise RefusedInputError(f"Write {what} down: nothing was said.")
    return kept


def one_line(words: str, what: str = "") -> str:
    """Return words on one line; refuse none where `what` says that they are needed."""
    kept = " ".join(composed(words).split())
    if what and not kept:
        raise RefusedInputError(f"Say {what}.")
    if len(kept) > LONGEST_LINE:
        message = f"This is longer than {LONGEST_LINE} characters: shorten it."
        raise RefusedInputError(message)
    return kept


def the_finding(desk: Desk, case: Case, key: str) -> str:
    """Return the key of a finding of a case; refuse one that is not on its list."""
    if not key:
        return ""
    known = desk.session.exec(
        select(Finding.key).where(Finding.case_id == case.id, Finding.dropped_because == "")
    )
    wanted = key.strip().lower()
    if wanted not in set(known):
        message = (
            f"{case.reference} has no finding {key}: its findings are f001, f002 and so on. "
            "Leave it out for the case as a whole."
        )
        raise RefusedInputError(message)
    return wanted
