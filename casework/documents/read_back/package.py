"""A Word file as its parts and what they refer to, found as Word finds them: by relation."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml import etree

from casework.documents.packing import unpack
from casework.documents.stamp import PACKAGE_RELATIONS
from casework.documents.wordml import DOCUMENT_PART, parse
from casework.errors import RefusedInputError

if TYPE_CHECKING:
    from collections.abc import Mapping

MAIN: Final = "officeDocument"
RELATION: Final = "{*}Relationship"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to under an identifier."""

    kind: str
    """The last word of the relation's type: `header`, `image`, `hyperlink`."""
    target: str
    """The name of a part, or an address outside the file."""
    outside: bool = False


@dataclass(slots=True)
class Package:
    """The parts of a Word file; each is parsed once."""

    parts: Mapping[str, bytes]
    _roots: dict[str, etree._Element | None] = field(default_factory=dict)
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict)

    @classmethod
    def of(cls, data: bytes) -> Package:
        """Return the package a file holds."""
        return cls(unpack(data))

    @property
    def main(self) -> str:
        """Return the name of the part that holds the text."""
        return next(
            (r.target for r in self.relations("").values() if r.kind == MAIN), DOCUMENT_PART
        )

    def root(self, name: str) -> etree._Element | None:
        """Return the root of a part, or None if the file has no such part."""
        if name not in self._roots:
            self._roots[name] = part(self.parts, name)
        return self._roots[name]

    def relations(self, name: str) -> dict[str, Relation]:
        """Return what a part refers to, by identifier; the empty name is the package itself."""
        if name not in self._relations:
            root = self.root(relations_part(name))
            folder = posixpath.dirname(name)
            self._relations[name] = {
                each.get("Id", ""): _relation(each, folder)
                for each in (() if root is None else root.iterchildren(RELATION))
            }
        return self._relations[name]

    def related(self, kind: str) -> str:
        """Return the name of the text's one part of a kind: its styles, its footnotes."""
        usual = posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")
        found = (r.target for r in self.relations(self.main).values() if r.kind == kind)
        return next(found, usual)

    def related_root(self, kind: str) -> etree._Element | None:
        """Return the root of the text's one part of a kind, or None if there is none."""
        return self.root(self.related(kind))


def relations_part(name: str) -> str:
    """Return the name of the part that holds another part's relations."""
    if not name:
        return PACKAGE_RELATIONS
    folder, file = posixpath.split(name)
    return f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"


def _relation(element: etree._Element, folder: str) -> Relation:
    kind = element.get("Type", "").rpartition("/")[2]
    target = element.get("Target", "")
    if element.get("TargetMode") == "External":
        return Relation(kind, target, outside=True)
    return Relation(kind, named_part(target, folder))


def named_part(target: str, folder: str) -> str:
    """Return the name of the part that a relation of a part in this folder leads to."""
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))


def part(parts: Mapping[str, bytes], name: str) -> etree._Element | None:
    """Return the root of a part, or None if the file has no such part."""
    if name not in parts:
        return None
    try:
        return parse(parts[name])
    except etree.XMLSyntaxError as error:
        message = "The Word file is damaged: open it in Word, let Word repair it, and save it."
        raise RefusedInputError(message) from error
