"""Relations and content types of a package, made to fit the parts it has."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from lxml import etree

from casework.documents.publishable.properties import PROPERTIES, RELATION_TYPES
from casework.documents.stamp import PACKAGE_RELATIONS
from casework.documents.wordml import CONTENT_TYPES, parse, serialise

if TYPE_CHECKING:
    from collections.abc import Mapping

TEMPLATE_ON_A_DISK: Final = "/attachedTemplate"


def plumbed(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts; nothing leads to a part that is gone, and the properties are found."""
    relations = {
        name: serialise(_relations(name, parts)) for name in parts if name.endswith(".rels")
    }
    return {**parts, **relations, CONTENT_TYPES: serialise(_types(parts))}


def _relations(name: str, parts: Mapping[str, bytes]) -> etree._Element:
    root = parse(parts[name])
    folder = posixpath.dirname(posixpath.dirname(name))
    whole_package = name == PACKAGE_RELATIONS
    for relation in list(root):
        ours = whole_package and _target(relation, folder) in PROPERTIES
        if ours or _leads_nowhere(relation, folder, parts):
            root.remove(relation)
    if whole_package:
        for part, relation_type in RELATION_TYPES.items():
            fresh = etree.SubElement(root, f"{{{etree.QName(root).namespace}}}Relationship")
            fresh.set("Id", f"rIdOf{posixpath.basename(part).removesuffix('.xml').capitalize()}")
            fresh.set("Type", relation_type)
            fresh.set("Target", part)
    return root


def _target(relation: etree._Element, folder: str) -> str:
    target = relation.get("Target", "")
    return (
        target.lstrip("/")
        if target.startswith("/")
        else posixpath.normpath(posixpath.join(folder, target))
    )


def _leads_nowhere(relation: etree._Element, folder: str, parts: Mapping[str, bytes]) -> bool:
    if relation.get("TargetMode") == "External":
        return relation.get("Type", "").endswith(TEMPLATE_ON_A_DISK)
    return _target(relation, folder) not in parts


def _types(parts: Mapping[str, bytes]) -> etree._Element:
    root = parse(parts[CONTENT_TYPES])
    for entry in list(root):
        part = entry.get("PartName", "").lstrip("/")
        if part and (part not in parts or part in PROPERTIES):
            root.remove(entry)
    for part, content_type in PROPERTIES.items():
        fresh = etree.SubElement(root, f"{{{etree.QName(root).namespace}}}Override")
        fresh.set("PartName", f"/{part}")
        fresh.set("ContentType", content_type)
    return root
