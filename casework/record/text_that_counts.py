"""Which text of a response counts now: the frozen one, or the version that may still change."""

from dataclasses import dataclass

from sqlmodel import Session

from casework.record.bytes import fetch
from casework.record.dossier import Dossier
from casework.record.papers import find_document, version
from casework.rules.powers import FROZEN
from models import Document, SigningRound


@dataclass(frozen=True, slots=True)
class TextThatCounts:
    """A version of the response, and the round it was frozen in, if it was."""

    document: Document
    version: int
    round: SigningRound | None

    def data(self, session: Session) -> bytes:
        """Return its Word file."""
        return fetch(session, version(session, self.document, self.version).sha256)


def text_that_counts(session: Session, file: Dossier) -> TextThatCounts | None:
    """Return the text of a response as at its stage; None before anything is drafted."""
    document = find_document(session, file.case)
    if document is None or not document.current:
        return None
    if file.round and file.case.stage in FROZEN:
        return TextThatCounts(document, file.round.copy_version, file.round)
    return TextThatCounts(document, document.current, None)
