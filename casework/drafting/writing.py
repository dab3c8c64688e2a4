"""Writing the next draft, or leaving well alone."""

from casework.documents.regions import fill_regions, read_regions
from casework.record.acts import act
from casework.record.desk import Desk
from casework.record.dossier import dossier
from casework.record.drafts import FreshDraft, fresh_draft, last_draft, was_handed_in
from casework.record.letters import Library
from casework.record.papers import NewVersion, add_version, current_version, document_of
from models import Document, Version
from models.words import Stage, VersionKind

DRAFTING_STAGES = frozenset({Stage.OPENED, Stage.CONFIRMED, Stage.IN_REVIEW})

FOLLOWS = frozenset({"opening"})
"""The file's own, but it cites dates and counts: while nobody has edited it, it follows them."""


@act("write_draft")
def write_draft(desk: Desk, reference: str, library: Library) -> int:
    """Write the next draft and return its number; 0 if nothing has changed.

    Until the first check-in the whole draft is rendered anew. From then on the
    Word file owns its words: only what the record owns (verbatim findings, the
    chief officer's words) is put in its place, and only where nobody touched it.
    """
    case = desk.case(reference)
    if case.stage not in DRAFTING_STAGES:
        return 0
    fresh = fresh_draft(desk, dossier(desk.session, case), library)
    document = document_of(desk, case)
    latest = last_draft(desk, document)
    if latest and latest.content_sha256 == fresh.content_sha256:
        return 0
    current = current_version(desk.session, document)
    data = _next_file(desk, document, current, fresh)
    if data is None:
        return 0
    new = NewVersion(
        VersionKind.DRAFT,
        data,
        fresh.content_sha256,
        parent=current.number if current else 0,
        note="what the record says has changed" if current else "first draft",
    )
    return add_version(desk, case, document, new).number


def _next_file(
    desk: Desk, document: Document, current: Version | None, fresh: FreshDraft
) -> bytes | None:
    if current is None or not was_handed_in(desk, document):
        return fresh.data
    fills = _untouched_changes(desk, document, current, fresh)
    if not fills:
        return None
    return fill_regions(desk.bytes_of(current.sha256), fills, fresh.stamp)


def _untouched_changes(
    desk: Desk, document: Document, current: Version, fresh: FreshDraft
) -> dict[str, tuple[str, ...]]:
    """Return what the record would say anew in regions of its own that nobody has edited."""
    base = last_draft(desk, document)
    before = read_regions(desk.bytes_of(base.sha256)) if base else {}
    theirs = read_regions(desk.bytes_of(current.sha256))
    wanted = read_regions(fresh.data)
    return {
        key: wanted[key]
        for key in sorted((fresh.record_owns | FOLLOWS) & wanted.keys() & theirs.keys())
        if theirs[key] != wanted[key] and theirs[key] == before.get(key)
    }
