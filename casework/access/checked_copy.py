"""The copy of a draft that a force checks for facts: its PDF, fixed when the link is made.

The PDF holds the words and nothing else. The Word file stays here: it knows who
wrote what, and when.
"""

from casework.documents.gate import admit
from casework.documents.publishable import publishable_forms
from casework.errors import NotAllowedError
from casework.record.desk import Desk, spoken
from casework.record.dossier import Dossier
from casework.record.papers import document_of, version
from casework.record.tracks import force_name
from models import CaseForce
from models.shapes.word import LeftOver, LeftOverKind, PublishedDetails
from models.words import Stage

MAY_STAND = frozenset({LeftOverKind.METADATA, LeftOverKind.PLACEHOLDER})
"""What a draft may still hold: a gap that says so, and properties, which the PDF leaves behind."""


def keep_copy_for_check(desk: Desk, file: Dossier, force: CaseForce, number: int) -> str:
    """Keep the PDF of a version for one force. Returns its SHA-256."""
    if file.case.stage is Stage.PUBLISHED:
        message = f"{file.case.reference} is published: there is nothing left to check before."
        raise NotAllowedError(message)
    row = version(desk.session, document_of(desk, file.case), number)
    data = desk.bytes_of(row.sha256)
    unsettled = [one for one in admit(data).left_overs if one.kind not in MAY_STAND]
    if unsettled:
        raise NotAllowedError(_said(number, unsettled))
    forms = publishable_forms(data, _details(desk, file, force, number))
    return desk.keep(forms.pdf)


def _said(number: int, unsettled: list[LeftOver]) -> str:
    first = unsettled[0]
    more = f" and {len(unsettled) - 1} more like it" if len(unsettled) > 1 else ""
    return (
        f"Version {number} still holds a {spoken(first.kind.value)} (“{first.where}”){more}: "
        "settle them in Word and hand the file in, or name another version."
    )


def _details(desk: Desk, file: Dossier, force: CaseForce, number: int) -> PublishedDetails:
    who = force_name(desk, force)
    return PublishedDetails(
        title=f"Draft, version {number}, to be checked for facts: {file.report.title}",
        language="en-GB",
        # Stands at the foot of each page: the marking at the head is gone if somebody deleted it.
        author=f"Draft, version {number}, for {who} to check. Not for publication",
        dated=desk.hand.today,
    )
