"""Points of fact that a force makes on a version it was given to check: remarks, and no veto."""

from dataclasses import dataclass

from casework.errors import NotAllowedError, RefusedInputError
from casework.record.acts import act
from casework.record.desk import Desk
from casework.record.guests import Statement, guest_at, state
from casework.record.papers import document_of
from casework.record.tracks import force_name
from casework.review.remarks import HeardElsewhere, log_one
from casework.rules.tellers import LONGEST_WORDS, Teller, one_line, some_lines
from models.review_words import Heard
from models.words import GuestPurpose, SaidByLink, Stage


@dataclass(frozen=True, slots=True)
class Point:
    """What is wrong, and the words of the draft it is about."""

    words: str
    quoted: str = ""


@act("point_by_link")
def make_point(desk: Desk, secret_sha256: str, teller: Teller, point: Point) -> int:
    """Log a point of fact as a remark, open until somebody decides it. Returns the receipt."""
    guest = guest_at(desk, secret_sha256, GuestPurpose.FACT_CHECK)
    if guest.case.stage is Stage.PUBLISHED:
        raise NotAllowedError("The response has been published: points of fact come too late.")
    quoted, said = one_line(point.quoted), some_lines(point.words)
    if not said:
        raise RefusedInputError("Say what is wrong, and what would be right.")
    words = f"On “{quoted}”: {said}" if quoted else said
    if len(words) > LONGEST_WORDS:
        message = f"This is longer than {LONGEST_WORDS:,} characters: send it in parts."
        raise RefusedInputError(message)
    who = f"{teller.named}, {force_name(desk, guest.force)}"
    heard = HeardElsewhere(who, Heard.OTHER, words, version=guest.link.version, quoted=quoted)
    number = log_one(desk, guest.case, document_of(desk, guest.case), heard)
    statement = Statement(SaidByLink.POINT, teller, words, remark=number)
    text = f"Remark {number}, on version {guest.link.version}: {words}\n\nIt is open until decided."
    return state(desk, guest, statement, "makes a point of fact", text)
