"""Relations and content types of a package, made to fit the parts it has."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from casework.documents.publishable.picture_bytes import without_traces
from casework.documents.publishable.properties import PROPERTIES, RELATION_TYPES
from casework.documents.publishable.traces import strip_remarks
from casework.documents.read_back.names import REL
from casework.documents.read_back.package import MAIN, RELATION, Relation, relations_part
from casework.documents.stamp import PACKAGE_RELATIONS
from casework.documents.wordml import CONTENT_TYPES, parse, serialise

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casework.documents.read_back.package import Package

FIRM: Final = frozenset(
    {"styles", "numbering", "settings", "fontTable", "theme", "footnotes", "endnotes"}
)
"""Relations that hold by themselves."""
REFERRED: Final = frozenset({"header", "footer", "image", "hyperlink"})
"""Relations that hold where the part says so. Nothing else is published."""
USED: Final = etree.XPath(f"//@*[namespace-uri() = '{REL[1:-1]}']")
USUAL_NAME: Final = re.compile(r"image\d*")
NAMESPACE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"


class Plumbing:
    """Follows the relations of a package from its text, and keeps what it reaches."""

    def __init__(self, package: Package, roots: Mapping[str, etree._Element]) -> None:
        """Begin with the text; `roots` are the parts that were cleaned."""
        self.package, self.roots = package, roots
        self.kept: dict[str, bytes] = {}
        self._new_names: dict[str, str] = {}

    def parts(self, properties: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the parts of the published package, these properties among them."""
        self._keep(self.package.main)
        whole = etree.Element(f"{{{NAMESPACE}}}Relationships", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
        office = posixpath.dirname(RELATION_TYPES["docProps/app.xml"])
        _add(whole, "rId1", f"{office}/{MAIN}", self.package.main)
        for part, relation_type in RELATION_TYPES.items():
            name = posixpath.basename(part).removesuffix(".xml").capitalize()
            _add(whole, f"rIdOf{name}", relation_type, part)
        self.kept |= {PACKAGE_RELATIONS: serialise(whole), **properties}
        return {**self.kept, CONTENT_TYPES: serialise(self._types())}

    def _keep(self, name: str) -> None:
        if name in self.kept or name not in self.package.parts:
            return
        root = self.roots.get(name)
        self.kept[name] = self.package.parts[name] if root is None else serialise(root)
        relations = relations_part(name)
        if relations in self.package.parts:
            left = self._relations(name, relations)
            if len(left):
                self.kept[relations] = serialise(left)

    def _relations(self, name: str, relations: str) -> etree._Element:
        """Return a part's relations without those nothing needs, and keep what they lead to."""
        left = parse(self.package.parts[relations])
        strip_remarks(left)
        known, used = self.package.relations(name), self._used(name)
        for element in list(left.iterchildren(RELATION)):
            identifier = element.get("Id", "")
            relation = known[identifier]
            if not self._holds(relation, identifier in used):
                left.remove(element)
            elif relation.kind == "image":
                element.set("Target", f"/{self._picture(relation.target)}")
            elif not relation.outside:
                self._keep(relation.target)
        return left

    def _used(self, name: str) -> set[str]:
        root = self.roots.get(name)
        root = self.package.root(name) if root is None else root
        return set() if root is None else {str(found) for found in USED(root)}  # type: ignore[union-attr]

    def _holds(self, relation: Relation, used: bool) -> bool:  # noqa: FBT001
        if relation.kind not in FIRM and not (relation.kind in REFERRED and used):
            return False
        return relation.outside == (relation.kind == "hyperlink") and (
            relation.outside or relation.target in self.package.parts
        )

    def _picture(self, name: str) -> str:
        """Keep a picture without its traces, under a name that tells nothing."""
        if name not in self._new_names:
            folder, file = posixpath.split(name)
            stem, dot, ending = file.rpartition(".")
            count = len(self._new_names) + 1
            plain = file if USUAL_NAME.fullmatch(stem) else f"picture{count}{dot}{ending}"
            self._new_names[name] = posixpath.join(folder, plain)
            self.kept[self._new_names[name]] = without_traces(self.package.parts[name])
        return self._new_names[name]

    def _types(self) -> etree._Element:
        root = parse(self.package.parts[CONTENT_TYPES])
        strip_remarks(root)
        told: dict[str, str] = {}
        endings = {name.rpartition(".")[2].lower() for name in self.kept}
        for entry in list(root.iterchildren("{*}Override", "{*}Default")):
            part = entry.get("PartName", "").lstrip("/")
            told[part] = entry.get("ContentType", "")
            ending = entry.get("Extension", "").lower()
            if part in self.kept and part not in PROPERTIES:
                continue
            if part or ending not in endings:
                root.remove(entry)
        renamed = {
            new: told[old] for old, new in self._new_names.items() if new != old and old in told
        }
        for part, content_type in {**PROPERTIES, **renamed}.items():
            fresh = etree.SubElement(root, f"{{{etree.QName(root).namespace}}}Override")
            fresh.set("PartName", f"/{part}")
            fresh.set("ContentType", content_type)
        return root


def _add(root: etree._Element, identifier: str, kind: str, target: str) -> None:
    fresh = etree.SubElement(root, f"{{{NAMESPACE}}}Relationship")
    fresh.set("Id", identifier)
    fresh.set("Type", kind)
    fresh.set("Target", target)
