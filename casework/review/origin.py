"""Which version a file was made from: by what it carries, else by its words and a person's word."""

from dataclasses import replace

from casework.documents.likeness import may_come_from, most_like
from casework.documents.stamp import read_stamp
from casework.errors import NotFoundError, RefusedInputError
from casework.record.desk import Desk, spoken
from casework.record.papers import current_version, version, versions_of
from casework.review.edited import Edited
from models import Case, Document
from models.shapes.word import Stamp


def check_belongs(desk: Desk, case: Case, document: Document, stamp: Stamp, edited: Edited) -> None:
    """Refuse a file that says it belongs elsewhere, or to another version than was said."""
    if stamp.office != desk.office.key:
        message = f"{edited.name} belongs to a case of another office: look for the right file."
        raise RefusedInputError(message)
    if stamp.case != case.reference:
        message = (
            f"{edited.name} belongs to {stamp.case}, not to {case.reference}: "
            "hand it in there, or look for the right file."
        )
        raise RefusedInputError(message)
    if stamp.document != document.type.value:
        message = f"{edited.name} is the {spoken(stamp.document)} of this case, not the response."
        raise RefusedInputError(message)
    if stamp.language != document.language.value:
        message = (
            f"{edited.name} is the response in another language ({stamp.language}): it cannot "
            "take the place of the response itself."
        )
        raise RefusedInputError(message)
    if edited.made_from not in {0, stamp.version}:
        message = (
            f"{edited.name} says itself that it was made from version {stamp.version}, not "
            f"{edited.made_from}: hand it in without --made-from."
        )
        raise RefusedInputError(message)


def named_origin(
    desk: Desk, case: Case, document: Document, edited: Edited
) -> tuple[Stamp, list[str]]:
    """Return the stamp of a file that has lost its own, from a person's word, with remarks.

    Document systems, a way through another format or a copy into a new file
    take the stamp off. The words still tell which version it was made from,
    but never for certain: a person must say so.
    """
    known = {row.number: desk.bytes_of(row.sha256) for row in versions_of(desk.session, document)}
    likely = most_like(edited.data, known)
    if not edited.made_from:
        raise RefusedInputError(_unmarked(case, edited, likely))
    if edited.made_from not in known:
        version(desk.session, document, edited.made_from)  # refuses: there is no such version
    if not may_come_from(edited.data, known[edited.made_from]):
        raise RefusedInputError(_unlike(case, edited, likely))
    desk.note("origin_said", case, version=edited.made_from, likely=likely)
    return working_stamp(desk, document, edited.made_from), _remarks(edited, likely)


def working_stamp(desk: Desk, document: Document, number: int) -> Stamp:
    """Return a stamp that says a file was made from this version, whatever the file carries."""
    # The current version always carries a stamp; one kept beside it may have lost its own.
    current = current_version(desk.session, document)
    stamp = read_stamp(desk.bytes_of(current.sha256)) if current else None
    if stamp is None:
        raise NotFoundError("There is no version of the response yet that an edit could be of.")
    return replace(stamp, version=number)


def _unmarked(case: Case, edited: Edited, likely: int) -> str:
    if not likely:
        return (
            f"{edited.name} was not made by this service: download the current version of "
            f"{case.reference}, edit that, and hand it back."
        )
    return (
        f"{edited.name} has lost the mark that says which version it was made from; its words are "
        f"most like version {likely} of {case.reference}: if it was made from that one, hand it in "
        f"again with --made-from {likely}."
    )


def _unlike(case: Case, edited: Edited, likely: int) -> str:
    other = f"it reads most like version {likely}" if likely else "it reads like none of them"
    return (
        f"{edited.name} has little in common with version {edited.made_from} of "
        f"{case.reference}; {other}: look for the right file."
    )


def _remarks(edited: Edited, likely: int) -> list[str]:
    said = f"It had lost its mark and is taken as made from version {edited.made_from}, as you say."
    if likely == edited.made_from:
        return [said]
    return [said, f"Its words are more like version {likely}: look whether the number is right."]
