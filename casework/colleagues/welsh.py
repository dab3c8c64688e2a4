"""The Welsh file comes back from the translator: past the gate, and kept as it is."""

from casework.documents.gate import admit
from casework.documents.stamp import read_stamp
from casework.errors import NotAllowedError, RefusedInputError
from casework.record.acts import act
from casework.record.desk import Desk
from casework.record.hand import Hand
from casework.record.papers import NewVersion, add_version, document_of, versions_of
from casework.record.record import Record
from casework.rules.authority import who_may
from models import Case
from models.words import DocumentType, Language, VersionKind

TRANSLATORS = who_may("hand_back_welsh")
UNCHANGED = "unchanged"


def hand_back_welsh(record: Record, hand: Hand, reference: str, data: bytes, name: str) -> str:
    """Hand the checked Welsh file back. Returns the number of its version, or `unchanged`."""
    admit(data)
    return _hand_back(record, hand, reference, data, name)


@act("hand_back_welsh")
def _hand_back(desk: Desk, reference: str, data: bytes, name: str) -> str:
    case = desk.open_case(reference)
    if desk.settings.welsh is None:
        raise NotAllowedError("This office has no names in Welsh, and writes in English alone.")
    _check_belongs(desk, case, data, name)
    document = document_of(desk, case, language=Language.WELSH)
    key = desk.keep(data)
    every = versions_of(desk.session, document)
    if every and every[-1].sha256 == key:
        return UNCHANGED
    new = NewVersion(VersionKind.CHECK_IN, data, key, document.current)
    return str(add_version(desk, case, document, new).number)


def _check_belongs(desk: Desk, case: Case, data: bytes, name: str) -> None:
    stamp = read_stamp(data)
    ours = (desk.office.key, case.reference, DocumentType.RESPONSE.value, Language.WELSH.value)
    if stamp and (stamp.office, stamp.case, stamp.document, stamp.language) != ours:
        message = (
            f"{name} says itself that it is another file than the Welsh response of "
            f"{case.reference}: look for the right one."
        )
        raise RefusedInputError(message)
