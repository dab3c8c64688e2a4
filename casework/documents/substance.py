"""What people can change in a Word file: words, marks, looks and comments, and nothing else.

Document systems and sensitivity labels write properties of their own, and
every program that saves a file numbers and packs it anew. None of that is an
edit. Whatever is not known to be such noise counts: an edit taken for noise
would be lost, noise taken for an edit is only one version more.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from casework.documents import wordml as word
from casework.documents.packing import unpack
from casework.documents.word_noise import shape_of, without_noise

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
STORIES: Final = ("comments", "endnotes", "footnotes", "numbering", "styles", "theme")
"""Parts that belong to the text though no mark in it names them, by the end of their relation."""
COMMENTS_EXTENDED: Final = "commentsExtended"
COMMENT: Final = word.w("comment")
COMMENT_MARKS: Final = tuple(map(word.w, ("commentRangeStart", "commentRangeEnd")))
COMMENT_REFERENCE: Final = word.w("commentReference")
W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
PARAGRAPH_ID: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"


class Relation(NamedTuple):
    """What one part of a package says of another."""

    kind: str
    target: str
    external: bool


@dataclass
class _Package:
    """One Word file, while it is read."""

    parts: Mapping[str, bytes]
    comments: dict[str, str] = field(default_factory=dict)
    """By number in the file: place among the comments of the text."""
    settled: frozenset[str] = frozenset()
    """Marks of the paragraphs whose comments are resolved."""


def substance(data: bytes) -> str:
    """Return the SHA-256 of what people can change in a Word file.

    Two files with the same one differ at most in properties, labels, settings,
    save marks and packing.
    """
    file = _Package(unpack(data))
    relations = _relations(file, word.DOCUMENT_PART)
    root = word.parse(file.parts[word.DOCUMENT_PART])
    file.comments = _numbered(root)
    file.settled = _settled(file, relations)
    told: list[object] = [shape_of(_named(file, root, relations, {word.DOCUMENT_PART}))]
    beside = {one.kind: one.target for one in relations.values() if one.kind in STORIES}
    told += [(kind, _print(file, beside[kind], set())) for kind in sorted(beside)]
    return sha256(repr(told).encode()).hexdigest()


def _print(file: _Package, part: str, seen: set[str]) -> str:
    """Return the SHA-256 of what people can change in one part."""
    data = file.parts.get(part, b"")
    if part in seen or not part.endswith(".xml") or not data:
        return sha256(data).hexdigest()
    root = _named(file, word.parse(data), _relations(file, part), {*seen, part})
    return sha256(repr(shape_of(root)).encode()).hexdigest()


def _named(
    file: _Package, root: etree._Element, relations: Mapping[str, Relation], seen: set[str]
) -> etree._Element:
    """Return a part in which every reference says what it leads to, not by which number."""
    known: dict[str, str] = {}
    for element in root.iter("*"):
        for name, given in element.attrib.items():
            value = str(given)
            if value in relations and "/relationships}" in str(name):
                known[value] = known.get(value) or _leads_to(file, relations[value], seen)
                element.set(name, known[value])
        if element.tag in {COMMENT, COMMENT_REFERENCE, *COMMENT_MARKS}:
            element.set(word.ID, file.comments.get(element.get(word.ID, ""), ""))
        if element.get(PARAGRAPH_ID) in file.settled:
            element.set("settled", "1")
    if root.tag == word.w("comments"):
        root[:] = sorted(root, key=lambda comment: comment.get(word.ID, "").rjust(8))
    without_noise(root)
    return root


def _leads_to(file: _Package, relation: Relation, seen: set[str]) -> str:
    if relation.external:
        return relation.target
    return _print(file, relation.target, seen)


def _relations(file: _Package, part: str) -> dict[str, Relation]:
    folder, name = posixpath.split(part)
    data = file.parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    if data is None:
        return {}
    return {one.get("Id", ""): _relation(folder, one) for one in word.parse(data).iter(RELATION)}


def _relation(folder: str, one: etree._Element) -> Relation:
    kind, target = one.get("Type", "").rpartition("/")[2], one.get("Target", "")
    if one.get("TargetMode") == "External":
        return Relation(kind, target, external=True)
    return Relation(
        kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"), external=False
    )


def _numbered(root: etree._Element) -> dict[str, str]:
    """Return the comments of a text in its order: programs that save give them new numbers."""
    found = [mark.get(word.ID, "") for mark in root.iter(COMMENT_REFERENCE)]
    return {number: str(place) for place, number in enumerate(dict.fromkeys(found), start=1)}


def _settled(file: _Package, relations: Mapping[str, Relation]) -> frozenset[str]:
    part = next((r.target for r in relations.values() if r.kind == COMMENTS_EXTENDED), "")
    if part not in file.parts:
        return frozenset()
    marks = word.parse(file.parts[part]).iter(f"{W15}commentEx")
    return frozenset(
        mark.get(f"{W15}paraId", "") for mark in marks if mark.get(f"{W15}done") in {"1", "true"}
    )
