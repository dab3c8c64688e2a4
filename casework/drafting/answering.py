"""The body's own words, while the record still owns them."""

from datetime import date

from sqlmodel import select

from casework.errors import NotAllowedError, RefusedInputError
from casework.reading.clean_text import composed
from casework.record.acts import act
from casework.record.bytes import digest
from casework.record.desk import Desk, found, spoken
from casework.record.dossier import Dossier, dossier
from casework.record.hand import Minding
from casework.record.meanwhile import last_hand
from models import Answer, Case
from models.words import Stage, VersionKind

OPEN_FOR_ANSWERS = frozenset({Stage.OPENED, Stage.CONFIRMED, Stage.IN_REVIEW})


@act("write_answer")
def write_answer(
    desk: Desk,
    reference: str,
    place: str,
    text: str,
    owner: str = "",
    due: date | None = None,
    instead_of: str | None = None,
) -> str:
    """Write the body's words at a place: `overview`, `f001_answer`, `c1_reply`, `monitoring`.

    Police Act 1996 s.55(5)(a) and (c), (5B). From the first check-in on the
    Word file owns these words: what is written here is proposed there.
    `instead_of` is the mark (`mark_of`) of the words that the writer saw there:
    if others stand there by now they are not written over.
    """
    case = desk.open_case(reference)
    _check_stage(case)
    file = dossier(desk.session, case)
    _check_place(file, place)
    row = desk.session.exec(
        select(Answer).where(Answer.case_id == case.id, Answer.place == place)
    ).first() or Answer(office_id=desk.office_id, case_id=found(case.id), place=place)
    if instead_of is not None and instead_of != mark_of(row.text):
        raise NotAllowedError(_changed(desk, case, place))
    known = row.id is not None
    row.text, row.owner, row.due = composed(text).strip(), owner, due
    if known and not desk.is_changed(row):
        return place
    desk.session.add(row)
    desk.note("answer_written", case, place=place)
    desk.wake("draft-response", case)
    return place


def _changed(desk: Desk, case: Case, place: str) -> str:
    """Return a sentence that says who changed the words of a place, and when."""
    changes = (
        Minding(frozenset({"answer_written"}), (("place", place),)),
        Minding(frozenset({"version_kept"}), (("kind", VersionKind.CHECK_IN.value),)),
        Minding(frozenset({"findings_merged"}), (("finding", place.partition("_")[0]),)),
    )
    who, moment = last_hand(desk.session, case, changes)
    when = f" ({moment})" if moment else ""
    return (
        f"{who or 'Somebody'} changed these words since you opened the page{when}: what they "
        "wrote is kept. Look at it, put the two together, and save again."
    )


def mark_of(words: str) -> str:
    """Return by what words are told from others, without carrying them about."""
    return digest(words.encode())[:16]


def places(file: Dossier) -> tuple[str, ...]:
    """Return the places of a case that wait for the body's own words."""
    return (
        "overview",
        *(f"{finding.key}_answer" for finding in file.findings),
        *(f"{finding.key}_force" for finding in file.findings),
        *(f"c{n}_reply" for n, _ in enumerate(file.forces, start=1)),
        "monitoring",
    )


def _check_stage(case: Case) -> None:
    if case.stage not in OPEN_FOR_ANSWERS:
        message = (
            f"{case.reference} is {spoken(case.stage)}: send it back before its words change, "
            "because signatures bind them."
        )
        raise NotAllowedError(message)


def _check_place(file: Dossier, place: str) -> None:
    if place not in places(file):
        message = (
            f"There is no place “{place}” in this response: there are overview, monitoring, "
            "f001_answer and so on for each finding, and c1_reply for the chief officer's comments."
        )
        raise RefusedInputError(message)
