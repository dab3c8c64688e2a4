"""What a Word file carries about itself, in its custom properties (docProps/custom.xml)."""

from __future__ import annotations

from dataclasses import fields
from typing import Final

from lxml import etree

from casework.documents.packing import pack_parts, unpack
from casework.documents.wordml import CONTENT_TYPES, parse, serialise
from casework.errors import RefusedInputError
from models.shapes.word import Stamp

STAMP_PART: Final = "docProps/custom.xml"
PACKAGE_RELATIONS: Final = "_rels/.rels"
PREFIX: Final = "S55"
PROPERTIES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VALUE_TYPES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
RELATION: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)
CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
FORMAT_ID: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The identifier Office gives to every custom property a user can see."""
FIRST_PROPERTY_ID: Final = 2
EMPTY: Final = f'<Properties xmlns="{PROPERTIES}" xmlns:vt="{VALUE_TYPES}"/>'.encode()


def property_name(field_name: str) -> str:
    """Return the name of the property that holds a field of the stamp: `S55Case`."""
    return PREFIX + field_name.capitalize()


def read_stamp(data: bytes) -> Stamp | None:
    """Return the stamp of a Word file, or None if it carries none that is whole."""
    try:
        return stamp_in(unpack(data).get(STAMP_PART, EMPTY))
    except RefusedInputError:
        return None


def stamp_in(properties: bytes) -> Stamp | None:
    """Return the stamp held in a custom properties part."""
    try:
        found = {p.get("name", ""): "".join(map(str, p.itertext())) for p in parse(properties)}
        words = {f.name: found[property_name(f.name)].strip() for f in fields(Stamp)}
        return Stamp(**{**words, "version": int(words["version"])})  # type: ignore[arg-type]
    except (etree.XMLSyntaxError, KeyError, ValueError):
        return None


def with_stamp(properties: bytes, stamp: Stamp) -> bytes:
    """Return a custom properties part that carries this stamp beside what others put there."""
    root = parse(properties)
    ours = {property_name(f.name) for f in fields(Stamp)}
    for child in list(root):
        if child.get("name") in ours:
            root.remove(child)
    for field in fields(Stamp):
        entry = etree.SubElement(root, f"{{{PROPERTIES}}}property", fmtid=FORMAT_ID)
        entry.set("name", property_name(field.name))
        value = etree.SubElement(entry, f"{{{VALUE_TYPES}}}lpwstr")
        value.text = str(getattr(stamp, field.name))
    for number, child in enumerate(root, start=FIRST_PROPERTY_ID):
        child.set("pid", str(number))
    return serialise(root)


def with_place_for_stamp(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a package, with a custom properties part for certain."""
    if STAMP_PART in parts:
        return parts
    types, relations = parse(parts[CONTENT_TYPES]), parse(parts[PACKAGE_RELATIONS])
    override = etree.SubElement(types, types.tag.replace("Types", "Override"))
    override.set("PartName", f"/{STAMP_PART}")
    override.set("ContentType", CONTENT_TYPE)
    relation = etree.SubElement(relations, relations.tag.replace("Relationships", "Relationship"))
    relation.attrib.update({"Id": "rIdStamp", "Type": RELATION, "Target": STAMP_PART})
    plumbing = {CONTENT_TYPES: serialise(types), PACKAGE_RELATIONS: serialise(relations)}
    return {**parts, **plumbing, STAMP_PART: EMPTY}


def stamped(parts: dict[str, bytes], stamp: Stamp) -> dict[str, bytes]:
    """Return the parts of a package, carrying this stamp."""
    ready = with_place_for_stamp(parts)
    return {**ready, STAMP_PART: with_stamp(ready[STAMP_PART], stamp)}


def restamp(data: bytes, stamp: Stamp) -> bytes:
    """Return the Word file with this stamp; every other part is equal to the byte."""
    return pack_parts(stamped(unpack(data), stamp))
