"""What the record would write as the response now, and how a file differs from it."""

import json
from dataclasses import asdict, dataclass
from hashlib import sha256

from casework.documents.descriptions import Owner
from casework.documents.regions import fill_regions, read_regions
from casework.record.desk import Desk
from casework.record.document_types import manner_of, type_of
from casework.record.dossier import Dossier
from casework.record.letters import Library
from casework.record.papers import current_version, document_of, versions_of
from casework.record.response_fields import UNSIGNED, response_fields
from models import Document, Version
from models.shapes.response import SignatureFields
from models.shapes.word import Stamp
from models.words import DocumentType, Language, VersionKind

COMPLETED = ("dated", "marking", "publication_note", "signature")
"""Regions completed at signing; the manifest names them, and every signatory sees them."""

BODY_PLACES = ("overview", "monitoring")
BODY_ENDINGS = ("_answer", "_reply")
"""Regions of the body's own words: each check-in copies them to the record."""

SEALED = ("_text", "_comments", "_lead")
"""Regions of somebody else's words: the inspectors' findings, the chief officer's comments."""


@dataclass(frozen=True, slots=True)
class FreshDraft:
    """The response as the record alone would write it."""

    data: bytes
    content_sha256: str
    """Of everything it is made from: the same content needs no new version."""
    stamp: Stamp
    template: str
    """Folder of its document type."""
    record_owns: frozenset[str]
    """Keys of the regions whose words belong to the record, whoever edits the file."""


def fresh_draft(
    desk: Desk, file: Dossier, library: Library, signature: SignatureFields = UNSIGNED
) -> FreshDraft:
    """Return the response as the record alone would write it now, signed if a block is given."""
    document = document_of(desk, file.case)
    name = type_of(desk.settings, file, document)
    template = library.template(name)
    manner = manner_of(desk.settings, document, template.description)
    fields = response_fields(desk.settings, file, signature, manner)
    stamp = next_stamp(desk, file, document, template.sha256)
    data = template.render(fields, stamp)
    owner = template.description.owner_of
    text = json.dumps([asdict(fields), template.sha256], sort_keys=True, ensure_ascii=False)
    return FreshDraft(
        data=data,
        content_sha256=sha256(text.encode()).hexdigest(),
        stamp=stamp,
        template=name,
        record_owns=frozenset(key for key in read_regions(data) if owner(key) is Owner.RECORD),
    )


def is_body_place(key: str) -> bool:
    """Return whether a region holds the body's own words, which the record takes over."""
    return key in BODY_PLACES or key.endswith(BODY_ENDINGS)


def next_stamp(desk: Desk, file: Dossier, document: Document, template: str) -> Stamp:
    """Return the stamp of the version that will come next."""
    every = versions_of(desk.session, document)
    current = current_version(desk.session, document)
    return Stamp(
        case=file.case.reference,
        office=desk.office.key,
        document=DocumentType.RESPONSE.value,
        language=Language.ENGLISH.value,
        version=every[-1].number + 1 if every else 1,
        parent=current.sha256 if current else "",
        template=template,
    )


def last_draft(desk: Desk, document: Document) -> Version | None:
    """Return the newest version the service itself wrote."""
    drafts = [v for v in versions_of(desk.session, document) if v.kind is VersionKind.DRAFT]
    return drafts[-1] if drafts else None


def was_handed_in(desk: Desk, document: Document) -> bool:
    """Return whether the Word file owns the body's words: somebody has handed an edit in."""
    return any(v.kind is VersionKind.CHECK_IN for v in versions_of(desk.session, document))


def altered_words(theirs: bytes, fresh: FreshDraft) -> dict[str, str]:
    """Return the sealed regions of a file that differ from the record, each in words."""
    found, wanted = read_regions(theirs), read_regions(fresh.data)
    faults = {}
    for key, words in wanted.items():
        if not key.endswith(SEALED):
            continue
        if key not in found:
            faults[key] = "is missing"
        elif _bare(found[key]) != _bare(words):
            faults[key] = "was altered"
    return faults


def missing_regions(theirs: bytes, fresh: FreshDraft, library: Library) -> list[str]:
    """Return the keys of regions a response must have and this file has not."""
    description = library.template(fresh.template).description
    found = read_regions(theirs)
    return [
        key
        for key in read_regions(fresh.data)
        if key not in found and (rule := description.rule_for(key)) and rule.required
    ]


def refilled(data: bytes, fresh: FreshDraft) -> bytes:
    """Return a file with the regions completed at signing filled as in a fresh draft."""
    wanted, theirs = read_regions(fresh.data), read_regions(data)
    fills = {key: wanted[key] for key in COMPLETED if key in wanted and key in theirs}
    return fill_regions(data, fills, fresh.stamp)


def _bare(paragraphs: tuple[str, ...]) -> str:
    # Word rewrites spaces and hyphens at will; a word or a figure it does not.
    marks = str.maketrans({"\u00a0": " ", "\u2011": "-", "\u00ad": ""})
    return " ".join(" ".join(paragraphs).translate(marks).split())
