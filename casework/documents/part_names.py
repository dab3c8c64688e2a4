"""The parts of a Word file under the names Word on the desk gives them.

Which part is the text, and which are its styles, a file says by relations.
Word online and other programs name them `word/document2.xml` or the like; the
rooms of this service know `word/document.xml`. Here the one becomes the other.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from lxml import etree

from casework.documents.wordml import CONTENT_TYPES, DOCUMENT_PART, parse, serialise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

RELATION: Final = "{*}Relationship"
PACKAGE_RELATIONS: Final = "_rels/.rels"
PACKAGE_KINDS: Final = {
    "officedocument": DOCUMENT_PART,
    "core-properties": "docProps/core.xml",
    "extended-properties": "docProps/app.xml",
    "custom-properties": "docProps/custom.xml",
}
DOCUMENT_KINDS: Final = {
    kind: f"word/{kind}.xml"
    for kind in ("styles", "numbering", "settings", "footnotes", "endnotes", "comments")
} | {"commentsextended": "word/commentsExtended.xml", "fonttable": "word/fontTable.xml"}
"""The last word of a relation's type, in small letters, and the usual name of its part."""


def under_usual_names(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a package under their usual names; the very same where they have them."""
    try:
        names = _unusual(parts)
        return _renamed(parts, names) if names else parts
    except etree.XMLSyntaxError:
        return parts  # whoever opens the damaged part will say so


def _unusual(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the new name of each part that has not its usual one."""
    known = {name.casefold(): name for name in parts}
    found = dict(_named(parts, known, PACKAGE_RELATIONS, PACKAGE_KINDS))
    main = next((old for old, new in found.items() if new == DOCUMENT_PART), "")
    found |= dict(_named(parts, known, _relations_of(main), DOCUMENT_KINDS))
    moved = {old: new for old, new in found.items() if old != new}
    # A part that holds the name but not the place takes the name that is given up.
    return {new: old for old, new in moved.items() if new in parts} | moved


def _named(
    parts: Mapping[str, bytes], known: Mapping[str, str], where: str, kinds: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    relations = parts.get(known.get(where.casefold(), ""))
    for relation in parse(relations).iterchildren(RELATION) if relations else ():
        usual = kinds.get(relation.get("Type", "").rpartition("/")[2].casefold())
        target = known.get(_target(where, relation).casefold())
        if usual and target:
            yield target, usual


def _relations_of(name: str) -> str:
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _target(where: str, relation: etree._Element) -> str:
    target = unquote(relation.get("Target", "").partition("#")[0])
    if target.startswith("/"):
        return posixpath.normpath(target.lstrip("/"))
    return posixpath.normpath(posixpath.join(_home(where), target))


def _home(relations: str) -> str:
    """Return the folder from which the targets of a relations part are reckoned."""
    return posixpath.dirname(posixpath.dirname(relations))


def _renamed(parts: Mapping[str, bytes], names: Mapping[str, str]) -> dict[str, bytes]:
    known = {name.casefold(): name for name in parts}
    every = dict(names)
    for old, new in names.items():
        relations = known.get(_relations_of(old).casefold())
        if relations:
            every[relations] = _relations_of(new)
    told: dict[str, bytes] = {}
    for name, part in parts.items():
        new = every.get(name, name)
        if name.casefold().endswith(".rels"):
            told[new] = _pointing_anew(part, name, new, known, every)
        else:
            told[new] = _typed_anew(part, every) if name == CONTENT_TYPES else part
    return told


def _pointing_anew(
    part: bytes, old: str, new: str, known: Mapping[str, str], names: Mapping[str, str]
) -> bytes:
    root = parse(part)
    for relation in root.iterchildren(RELATION):
        if relation.get("TargetMode", "Internal") == "Internal":
            target = _target(old, relation)
            target = known.get(target.casefold(), target)
            place = posixpath.relpath(names.get(target, target), _home(new) or ".")
            _, mark, inner = relation.get("Target", "").partition("#")
            relation.set("Target", f"{place if target != '.' else ''}{mark}{inner}")
    return serialise(root)


def _typed_anew(part: bytes, names: Mapping[str, str]) -> bytes:
    """Return the content types with the parts' new names."""
    root = parse(part)
    anew = {old.casefold(): new for old, new in names.items()}
    for entry in root.iterchildren("{*}Override"):
        name = (entry.get("PartName") or "").lstrip("/")
        entry.set("PartName", "/" + anew.get(name.casefold(), name))
    return serialise(root)
