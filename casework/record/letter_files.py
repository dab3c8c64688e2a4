"""Letters in Word as documents of a case: rendered, kept as versions, made once."""

from dataclasses import dataclass, replace
from hashlib import sha256

from casework.record.desk import Desk
from casework.record.dossier import Dossier
from casework.record.letters import Library
from casework.record.papers import (
    NewVersion,
    add_version,
    copy_path,
    current_version,
    document_of,
    next_number,
)
from models import Version
from models.shapes.response import LetterFields
from models.shapes.word import Stamp
from models.words import DocumentType, Language, VersionKind

WELSH_TWINS = frozenset({DocumentType.INVITATION})
"""Letters that are there in Welsh too."""


@dataclass(frozen=True, slots=True)
class LetterName:
    """Which letter of a case: its type, whom it concerns, its language."""

    type: DocumentType
    about: str = ""
    """Key of the force, or of whom a copy goes to; empty for a page of the whole case."""
    language: Language = Language.ENGLISH

    @property
    def template(self) -> str:
        """Return the name of its template's folder."""
        twin = "-cy" if self.language is Language.WELSH else ""
        return self.type.value.replace("_", "-") + twin


@dataclass(frozen=True, slots=True)
class KeptLetter:
    """A letter as it stands on the record."""

    version: Version
    path: str
    """Of its copy, below outputs/."""
    fresh: bool
    """False where the same letter stood there already."""


def keep_letter(
    desk: Desk, file: Dossier, library: Library, name: LetterName, fields: LetterFields
) -> KeptLetter:
    """Keep a letter as the next version of its document; the same content is kept once."""
    document = document_of(desk, file.case, name.type, name.about, name.language)
    template = library.template(name.template)
    blank = Stamp(
        case=file.case.reference,
        office=desk.office.key,
        document=name.type.value,
        language=name.language.value,
        version=0,
        parent="",
        template=template.sha256,
    )
    # Of the file itself: what its template does not print makes no new letter.
    content = sha256(template.render(fields, blank)).hexdigest()
    current = current_version(desk.session, document)
    if current and current.content_sha256 == content:
        return KeptLetter(current, copy_path(file.case, document, current), fresh=False)
    number, parent = next_number(desk.session, document), current.sha256 if current else ""
    data = template.render(fields, replace(blank, version=number, parent=parent))
    new = NewVersion(VersionKind.DRAFT, data, content, document.current)
    row = add_version(desk, file.case, document, new)
    return KeptLetter(row, copy_path(file.case, document, row), fresh=True)
