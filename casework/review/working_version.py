"""A file becomes the working version: when it may, what it then carries, whose words it owns."""

from collections.abc import Iterable
from functools import cache

from sqlmodel import select

from casework.documents.merge.marks_again import with_marks_again
from casework.documents.regions import read_regions
from casework.documents.stamp import restamp
from casework.errors import NotAllowedError
from casework.record.desk import Desk, found, spoken
from casework.record.dossier import dossier
from casework.record.drafts import FreshDraft, fresh_draft, is_body_place, next_stamp, refilled
from casework.record.letters import Library
from casework.record.papers import versions_of
from casework.record.proposals import base_of, settle
from casework.record.rounds import void_round
from casework.review.edited import Edited
from models import Answer, Case, Document, Version
from models.shapes.response import TO_BE_WRITTEN
from models.shapes.word import Stamp
from models.words import FINISHED, Stage, VersionKind

OPEN_FOR_EDITS = frozenset({Stage.OPENED, Stage.CONFIRMED, Stage.IN_REVIEW})


def check_stage(desk: Desk, case: Case, edited: Edited, *, is_branch: bool) -> None:
    """Refuse an edit at a stage that takes none; void the signatures if that is meant."""
    if case.stage in OPEN_FOR_EDITS:
        return
    if case.stage in FINISHED or case.stage is Stage.PUBLISHED:
        message = (
            f"{case.reference} is {spoken(case.stage)}: an edit is taken only "
            f"after `section55 correct {case.reference}` or `reopen`."
        )
        raise NotAllowedError(message)
    if is_branch:
        return  # kept beside the current version: it changes nothing, so it voids nothing
    if not edited.voids:
        message = (
            f"{case.reference} is {spoken(case.stage)}: an edit voids the signatures given. "
            "Hand it in again with --voids-signatures if that is meant."
        )
        raise NotAllowedError(message)
    desk.need("void_signatures")  # more than to hand in an edit
    latest = dossier(desk.session, case).round
    if latest:
        void_round(desk, case, latest, "an edited version was handed in")


def numbered(desk: Desk, document: Document, number: int) -> Version | None:
    """Return a version by its number, if there is one."""
    every = versions_of(desk.session, document)
    return next((row for row in every if row.number == number), None)


def working_copy(
    desk: Desk, case: Case, document: Document, data: bytes, made_from: Stamp, library: Library
) -> bytes:
    """Return an edited file as it is kept and handed out next.

    The copy handed out next must say which version it is, or a stale one could
    not be told; and an edited signing copy is a draft again. The file as it
    came is kept beside it, untouched.
    """
    file = dossier(desk.session, case)
    data = restamp(data, next_stamp(desk, file, document, made_from.template))
    parent = numbered(desk, document, made_from.version)
    base = base_of(desk.session, document, parent) if parent else None
    if base is not None:
        data = with_marks_again(data, desk.bytes_of(base.sha256))
    if parent and parent.kind is VersionKind.SIGNING_COPY:
        data = refilled(data, fresh_draft(desk, file, library))
    return data


def take_over(
    desk: Desk, case: Case, document: Document, data: bytes, made_from: int, library: Library
) -> tuple[FreshDraft, list[str]]:
    """Let the working version own its words.

    Returns what the record would write beside it, and remarks on the updates
    it decided.
    """
    fresh = fresh_draft(desk, dossier(desk.session, case), library)
    document.template = fresh.template  # what people have edited keeps its type
    take_over_words(desk, case, document, data, made_from)
    decided = settle(desk, case, document, data, made_from)
    if case.stage is Stage.CONFIRMED:
        desk.move(case, Stage.IN_REVIEW)
    desk.wake("draft-response", case)
    return fresh, decided


def take_over_words(
    desk: Desk, case: Case, document: Document, data: bytes, made_from: int
) -> None:
    """Copy the body's own words from the file to the record: the file owns them now.

    Where the record says something newer that the file's author cannot have
    seen, the record keeps it, and proposes it.
    """
    rows = desk.session.exec(select(Answer).where(Answer.case_id == case.id))
    known = {row.place: row for row in rows}
    words_in = cache(lambda number: _body_words(desk, document, number))
    for key, words in read_regions(data).items():
        if not is_body_place(key):
            continue
        row = known.get(key) or Answer(office_id=desk.office_id, case_id=found(case.id), place=key)
        versions_seen = {made_from, row.read_from or made_from}
        if _said(row.text) not in {words_in(number).get(key, "") for number in versions_seen}:
            continue
        row.text, row.read_from = _answer(words), document.current
        desk.session.add(row)


def _body_words(desk: Desk, document: Document, number: int) -> dict[str, str]:
    """Return the body's own words in a version, by place."""
    version = numbered(desk, document, number)
    found_there = read_regions(desk.bytes_of(version.sha256)) if version else {}
    return {k: _said(_answer(words)) for k, words in found_there.items() if is_body_place(k)}


def _answer(words: Iterable[str]) -> str:
    return "\n".join(line for line in words if line.strip() and line != TO_BE_WRITTEN)


def _said(text: str) -> str:
    return " ".join(text.split())
