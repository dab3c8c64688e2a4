"""The service's comments in the reviewers' file, and the parts they stand in."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from lxml import etree

from casework.documents import wordml as word
from casework.documents.merge.pen import AUTHOR, DATE, SERVICE, run_of
from casework.documents.wordml import CONTENT_TYPES, W_NAMESPACE, parse, serialise, w

if TYPE_CHECKING:
    from collections.abc import Sequence

RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
INITIALS: Final = "S55"
COMMENT, REFERENCE = w("comment"), w("commentReference")
RANGE_START, RANGE_END = w("commentRangeStart"), w("commentRangeEnd")
EMPTY: Final = f'<w:comments xmlns:w="{W_NAMESPACE}"/>'.encode()


class CommentBook:
    """The comments of one file: reads those there are, adds the service's."""

    def __init__(self, parts: dict[str, bytes], main: str, root: etree._Element, date: str) -> None:
        """Open the comments part, if the file has one. `root`: of the main part."""
        self._parts, self._main, self._date = parts, main, date
        self._relations = _relations_name(main)
        self.name = self._target()
        self._root = parse(parts.get(self.name or "", EMPTY))
        used = [c.get(word.ID, "") for c in (*self._root, *root.iter(RANGE_START, REFERENCE))]
        self._last = max((int(number) for number in used if number.isdigit()), default=-1)
        self.added: set[str] = set()

    def add(self, paragraph: etree._Element, lines: Sequence[str]) -> None:
        """Put a comment of the service's on a paragraph, one paragraph a line."""
        self._last += 1
        number = str(self._last)
        self.added.add(number)
        names = {word.ID: number, AUTHOR: SERVICE, DATE: self._date, w("initials"): INITIALS}
        comment = etree.SubElement(self._root, COMMENT, names)
        for line in lines:
            etree.SubElement(comment, word.P).append(run_of(line, None))
        _put_range(paragraph, number)

    def changed_parts(self) -> dict[str, bytes]:
        """Return the parts to write anew; none if no comment was added."""
        if not self.added:
            return {}
        if self.name is not None:
            return {self.name: serialise(self._root)}
        name = _free_name(self._parts, posixpath.dirname(self._main))
        types = parse(self._parts[CONTENT_TYPES])
        etree.SubElement(
            types, f"{{{TYPES}}}Override", PartName=f"/{name}", ContentType=CONTENT_TYPE
        )
        relations = self._relations_root()
        target = posixpath.relpath(name, posixpath.dirname(self._main))
        number = _free_id(relations)
        etree.SubElement(
            relations, f"{{{RELATIONS}}}Relationship", Id=number, Type=KIND, Target=target
        )
        return {
            name: serialise(self._root),
            CONTENT_TYPES: serialise(types),
            self._relations: serialise(relations),
        }

    def _relations_root(self) -> etree._Element:
        empty = f'<Relationships xmlns="{RELATIONS}"/>'.encode()
        return parse(self._parts.get(self._relations, empty))

    def _target(self) -> str | None:
        for relation in self._relations_root():
            if relation.get("Type", "").endswith("/comments"):
                target = relation.get("Target", "")
                folder = posixpath.dirname(self._main)
                name = posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")
                return name if name in self._parts else None
        return None


def _put_range(paragraph: etree._Element, number: str) -> None:
    start = etree.Element(RANGE_START, {word.ID: number})
    paragraph.insert(1 if paragraph.find(word.P_PR) is not None else 0, start)
    etree.SubElement(paragraph, RANGE_END, {word.ID: number})
    run = etree.SubElement(paragraph, word.R)
    etree.SubElement(run, REFERENCE, {word.ID: number})


def _relations_name(part: str) -> str:
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _free_name(parts: dict[str, bytes], folder: str) -> str:
    names = {name.casefold() for name in parts}
    wanted = (posixpath.join(folder, f"comments{n or ''}.xml") for n in range(len(parts) + 1))
    return next(name for name in wanted if name.casefold() not in names)


def _free_id(relations: etree._Element) -> str:
    used = {relation.get("Id") for relation in relations}
    wanted = (f"rIdComments{n or ''}" for n in range(len(used) + 1))
    return next(name for name in wanted if name not in used)
