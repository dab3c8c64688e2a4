"""A merge that would not keep the reviewers' words: written down once, kept, and told to people."""

import json

from sqlmodel import col, select

from casework.record.desk import Desk
from casework.record.warnings import Remedy, warn
from models import Case, HistoryEntry, Version

REFUSED = "merge_refused"


def note_refused(desk: Desk, case: Case, current: Version, content: str, refused: bytes) -> None:
    """Note that what the record says anew could not be put into a version.

    Once for each content and version, however often the flow runs. The bytes
    that were refused stay in the record, for whoever mends the service.
    """
    if _is_noted(desk, case, current.number, content):
        return
    key = desk.keep(refused)
    desk.note(REFUSED, case, number=current.number, content=content, refused=key)
    warn(
        desk,
        case,
        f"{case.reference}:unmerged:{current.number}:{content[:12]}",
        f"{case.reference}: the record has changed, and the Word file has not",
        f"What the record of {case.reference} says anew could not be put into version "
        f"{current.number} so that rejecting it would give that version back, and nothing was "
        "written: carry it over by hand, and hand the file in.",
        Remedy(f"/cases/{case.reference}/versions", f"section55 show {case.reference}"),
    )


def _is_noted(desk: Desk, case: Case, number: int, content: str) -> bool:
    said = desk.session.exec(
        select(HistoryEntry.body).where(
            HistoryEntry.chain == f"case:{case.id}",
            col(HistoryEntry.body).contains(f'"what":"{REFUSED}"'),
        )
    )
    facts = [json.loads(body)["facts"] for body in said]
    return any((one["number"], one["content"]) == (number, content) for one in facts)
