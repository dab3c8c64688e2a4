"""Traces of people, programs and drafts in a file: told to the office, and cleaned on publishing.

None of them blocks anything; a sensitivity label is one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from casework.documents import wordml as word
from casework.documents.gate.refusal import shown
from casework.documents.stamp import PREFIX
from models.shapes.word import LeftOver, LeftOverKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
CORE: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
EXTENDED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
CUSTOM: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
LABELS: Final = "{http://schemas.microsoft.com/office/2020/mipLabelMetadata}"
PROPERTIES: Final = frozenset(
    {
        "lastModifiedBy", "Company", "Manager", "creator", "Template", "HyperlinkBase",
        "description", "keywords", "category", "contentStatus",
    }
)  # fmt: skip
PLAIN_TEMPLATES: Final = frozenset({"Normal", "Normal.dotm", "Normal.dotx"})
SETTINGS: Final = {
    "rsids": "revision identifiers",
    "removePersonalInformation": "names removed on saving",
    "attachedTemplate": "a template of its own",
    "docVars": "document variables",
    "attachedSchema": "a schema of its own",
    "documentProtection": "protected against editing",
    "writeProtection": "protected against editing",
}
"""Settings that tell of editing, or stand in its way."""
PARTS: Final = (
    ("customxml/item", "data of another system"),
    ("printersettings", "settings of a printer"),
    ("docprops/thumbnail", "a picture of the first page"),
    ("_xmlsignatures/", "a digital signature"),
)
"""Parts that tell of people and systems, by the beginning or middle of their names."""


def traces(roots: Mapping[str, etree._Element], parts: Mapping[str, bytes]) -> Iterator[LeftOver]:
    """Yield what a package tells about those who wrote it, beside its words."""
    for name, root in roots.items():
        if root.tag in {f"{CORE}coreProperties", f"{EXTENDED}Properties"}:
            yield from _properties(name, root)
        elif root.tag == f"{CUSTOM}Properties":
            others = (entry.get("name", "") for entry in root.iterchildren("{*}property"))
            yield from (_trace(name, other) for other in others if not other.startswith(PREFIX))
        elif root.tag == f"{W15}people":
            people = root.iterchildren(f"{W15}person")
            yield from (_trace(name, "", person.get(f"{W15}author", "")) for person in people)
        elif root.tag == word.w("settings"):
            yield from (
                _trace(name, told)
                for tag, told in SETTINGS.items()
                if root.find(word.w(tag)) is not None
            )
        elif root.tag == f"{LABELS}labelList":
            yield _trace(name, "sensitivity label")
    for name in parts:
        yield from (_trace(name, told) for sign, told in PARTS if _is_of(name, sign))


def _is_of(name: str, sign: str) -> bool:
    plain = name.casefold()
    return sign in plain and not plain.endswith(".rels") and "props" not in plain.partition("/")[2]


def _properties(name: str, root: etree._Element) -> Iterator[LeftOver]:
    for entry in root.iterchildren("{*}*"):
        words = " ".join((entry.text or "").split())
        kind = etree.QName(entry).localname
        if kind in PROPERTIES and words and words not in PLAIN_TEMPLATES:
            yield _trace(name, kind, shown(words))


def _trace(part: str, what: str, author: str = "") -> LeftOver:
    return LeftOver(LeftOverKind.METADATA, author, f"{part}: {shown(what)}" if what else part)
