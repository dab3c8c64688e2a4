"""Writing the next draft, or leaving well alone."""

from casework.drafting.proposing import propose
from casework.record.acts import act
from casework.record.desk import Desk
from casework.record.dossier import dossier
from casework.record.drafts import fresh_draft, last_draft, was_handed_in
from casework.record.letters import Library
from casework.record.papers import NewVersion, add_version, current_version, document_of
from models.words import Stage, VersionKind

DRAFTING_STAGES = frozenset({Stage.OPENED, Stage.CONFIRMED, Stage.IN_REVIEW})


@act("write_draft")
def write_draft(desk: Desk, reference: str, library: Library) -> int:
    """Write the next draft and return its number; 0 if nothing has changed.

    Until the first check-in the whole draft is rendered anew. From then on the
    Word file owns its words, and what the record says anew is only proposed.
    """
    case = desk.case(reference)
    if case.stage not in DRAFTING_STAGES:
        return 0
    fresh = fresh_draft(desk, dossier(desk.session, case), library)
    document = document_of(desk, case)
    current = current_version(desk.session, document)
    if current is not None and was_handed_in(desk, document):
        return propose(desk, case, document, current, fresh)
    latest = last_draft(desk, document)
    if latest and latest.content_sha256 == fresh.content_sha256:
        return 0
    new = NewVersion(
        VersionKind.DRAFT,
        fresh.data,
        fresh.content_sha256,
        parent=current.number if current else 0,
        note="what the record says has changed" if current else "first draft",
    )
    return add_version(desk, case, document, new).number
