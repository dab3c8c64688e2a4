"""Comments received elsewhere: each is logged as it was said, and open until decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import select

from casework.documents.regions import read_regions
from casework.errors import NotFoundError, RefusedInputError
from casework.record.acts import act
from casework.record.desk import Desk, found
from casework.record.papers import current_version, document_of, version
from casework.record.reason import A_WORD, given_reason
from casework.record.remarks import DECISION_WORDS, keep_remark, remarks_of
from casework.rules.authority import who_may
from casework.rules.wording import british_date
from models import Case, Document, Remark
from models.review_words import Decision, Heard

DECIDERS = who_may("decide_remark")
SHOWN_PLACES = 6


@dataclass(frozen=True, slots=True)
class HeardElsewhere:
    """What somebody said of the response, and not in the Word file."""

    who: str
    heard: Heard
    words: str
    received_on: date | None = None
    """None: on the day of the act."""
    place: str = ""
    """Key of the region it is about; empty for the whole document."""
    version: int = 0
    """Number of the version it is about; 0 if nobody said."""
    quoted: str = ""
    """Words of the document it was said at: they tell the place, where no key was given."""


@act("log_remarks")
def log_remarks(
    desk: Desk, reference: str, said: Sequence[HeardElsewhere], source: tuple[str, bytes] | None
) -> list[str]:
    """Log what was said elsewhere. Returns the number of each, in the same order.

    The same words of the same person, said in the same way on the same day at
    the same place, are one remark, however often they are logged. `source` is
    the name and the bytes of the file they were read from, kept with them.
    """
    case = desk.open_case(reference)
    desk.person()  # refuses nobody: a remark is logged by somebody
    if source:
        _keep_source(desk, case, source)
    document = document_of(desk, case)
    return [str(log_one(desk, case, document, one)) for one in said]


def _keep_source(desk: Desk, case: Case, source: tuple[str, bytes]) -> None:
    name, data = source
    key = desk.keep(data)
    safe = "".join(sign if sign.isalnum() or sign in "._- " else "_" for sign in name).strip(". ")
    desk.copy_out(f"cases/{case.reference}/received/remarks-{key[:8]}-{safe[-80:]}", key)
    desk.note("remarks_received", case, sha256=key)


def log_one(desk: Desk, case: Case, document: Document, said: HeardElsewhere) -> int:
    """Log one remark, unless it is there already. Returns its number."""
    row = _remark(desk, case, document, said)
    for known in remarks_of(desk.session, case):
        if _said(known) == _said(row):
            return known.number
    return keep_remark(desk, case, row)


def _remark(desk: Desk, case: Case, document: Document, said: HeardElsewhere) -> Remark:
    who, words = " ".join(said.who.split()), said.words.strip()
    if not who or not words:
        raise RefusedInputError("A remark needs who said it, and the words.")
    if said.heard is Heard.CONDITION:
        raise RefusedInputError("Only whoever approves makes an amendment a condition of it.")
    day = said.received_on or desk.hand.today
    if day > desk.hand.today:
        message = f"{british_date(day)} has not come yet: give the day on which it was said."
        raise RefusedInputError(message)
    return Remark(
        office_id=desk.office_id,
        case_id=found(case.id),
        number=0,
        who=who,
        heard=said.heard,
        received_on=day,
        version=said.version,
        place=_place(desk, document, said),
        words=words,
        logged_by_id=desk.person_id,
        logged_at=desk.hand.at,
    )


def _said(row: Remark) -> tuple[object, ...]:
    return row.who, row.heard, row.received_on, row.version, row.place, row.words


def _place(desk: Desk, document: Document, said: HeardElsewhere) -> str:
    """Return the key of the place it is about; refuse one the document has not."""
    if said.version:
        row = version(desk.session, document, said.version)
    elif (current := current_version(desk.session, document)) is not None:
        row = current
    else:
        return said.place
    regions = read_regions(desk.bytes_of(row.sha256))
    if not said.place:
        return _place_of(said.quoted, {k: " ".join(lines) for k, lines in regions.items()})
    if said.place not in regions:
        some = ", ".join(sorted(regions)[:SHOWN_PLACES])
        message = (
            f"Version {row.number} has no place called {said.place}: there are {some} and others. "
            "Leave --place away for a remark about the whole."
        )
        raise RefusedInputError(message)
    return said.place


def _place_of(quoted: str, regions: dict[str, str]) -> str:
    """Return the only place in which some words stand; none if they stand in several."""
    wanted = _bare(quoted)
    places = [key for key, words in regions.items() if wanted and wanted in _bare(words)]
    return places[0] if len(places) == 1 else ""


def _bare(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())


@act("decide_remark")
def decide_remark(desk: Desk, reference: str, number: int, decision: Decision, reason: str) -> str:
    """Say what became of a remark, and why. Returns the decision.

    It may be decided anew, with another reason; the history keeps both.
    """
    case = desk.open_case(reference)
    if decision is Decision.WAITING:
        raise RefusedInputError("A remark is taken, taken in part (partly), or not taken.")
    why = given_reason(reason, least=A_WORD)
    row = desk.session.exec(
        select(Remark).where(Remark.case_id == case.id, Remark.number == number)
    ).first()
    if row is None:
        message = f"{case.reference} has no remark {number}: `section55 remarks {case.reference}`."
        raise NotFoundError(message)
    if (row.decision, row.reason) == (decision, why):
        return DECISION_WORDS[decision]
    row.decision, row.reason = decision, why
    row.decided_by_id, row.decided_at = desk.person_id, desk.hand.at
    desk.session.add(row)
    desk.note("remark_decided", case, remark=number, decision=decision.value, reason=why)
    return DECISION_WORDS[decision]
