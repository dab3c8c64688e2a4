"""What the record says that the reviewers' file does not say yet."""

from sqlmodel import select

from casework.documents.merge import merge
from casework.documents.merge.decisions import is_undecided
from casework.documents.merge.last_read import with_regions_of
from casework.record.desk import Desk
from casework.record.drafts import FreshDraft
from casework.record.papers import version
from casework.record.proposals import Base, base_of
from models import Answer, Case, Document, Version
from models.shapes.merging import Merged


def outstanding(
    desk: Desk, case: Case, document: Document, current: Version, fresh: FreshDraft
) -> Merged | None:
    """Return the file with what the record says anew in it; None if there is nothing to bring in.

    None, too, while the file still holds undecided changes of the service's:
    one proposal at a time. Raises UnsafeMergeError as a merge does.
    """
    base = base_of(desk.session, document, current)
    theirs = desk.bytes_of(current.sha256)
    if base is None or is_undecided(theirs):
        return None
    return merge(_as_last_read(desk, case, document, base), theirs, fresh.data, desk.hand.at)


def _as_last_read(desk: Desk, case: Case, document: Document, base: Base) -> bytes:
    """Return the base, the body's own words in it as the record last read them from a file."""
    data = desk.bytes_of(base.sha256)
    places: dict[int, set[str]] = {}
    for row in desk.session.exec(select(Answer).where(Answer.case_id == case.id)):
        places.setdefault(row.read_from, set()).add(row.place)
    for number, keys in sorted(places.items()):
        if number:
            read = version(desk.session, document, number)
            data = with_regions_of(data, desk.bytes_of(read.sha256), keys)
    return data
