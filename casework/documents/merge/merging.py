"""A three-way merge of Word files: base, the reviewers' edit of it, and the service's new text."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from lxml import etree

from casework.documents import wordml as word
from casework.documents.merge.comments import CommentBook
from casework.documents.merge.copies import Copyist
from casework.documents.merge.edges import changed_edges, not_copied
from casework.documents.merge.endings import part_insertions
from casework.documents.merge.law import is_kept
from casework.documents.merge.pen import AUTHOR, P_PR_CHANGE, SERVICE, Pen
from casework.documents.merge.strand import Desk
from casework.documents.merge.strands import Story
from casework.documents.packing import pack_parts, unpack
from casework.documents.pieces.blocks import keys_of
from casework.documents.pieces.letters import DEL, INS
from casework.documents.wordml import parse, serialise, w
from casework.errors import CaseworkError, RefusedInputError
from models.shapes.merging import Merged

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

PACKAGE_RELATIONS: Final = "_rels/.rels"
UNDECIDED: Final = (INS, DEL, P_PR_CHANGE)


class UnsafeMergeError(CaseworkError):
    """A merge that would not give the reviewers' file back: nothing is handed out."""

    def __init__(self, refused: bytes) -> None:
        """Say that nothing was written; what was refused is kept for whoever mends the service."""
        self.refused = refused
        super().__init__(
            "The updates could not be put into this file so that rejecting them gives it back "
            "as it was: nothing was written. Carry them over by hand, with a comparison beside you."
        )


def merge(base: bytes, theirs: bytes, mine: bytes, at: datetime) -> Merged:
    """Return the reviewers' file with the service's changes as tracked changes.

    `base` is the service's text their file was made from, `mine` its text now.
    Raises UnsafeMergeError if rejecting all changes would not give back `theirs`.
    """
    parts = unpack(theirs)
    others = unpack(base), unpack(mine)
    main = main_part(parts)
    roots = [_parsed(p[main_part(p)]) for p in (others[0], parts, others[1])]
    _check_decided(roots[1])
    desk = _desk(roots, parts, others[1], main, at)
    base_body, their_body, my_body = map(_body, roots)
    Story(desk, (base_body, their_body, my_body)).merge()
    part_insertions(desk.pen, their_body)
    unmerged = (*changed_edges(*others), *not_copied(desk.copyist.left_out))
    changed = desk.book.changed_parts()
    if not changed and not has_changes(roots[1]):
        return Merged(theirs, tuple(desk.items), unmerged)
    merged = {**parts, **changed, main: serialise(roots[1])}
    if not is_kept(merged, parts, main, desk.book.added, changed):
        raise UnsafeMergeError(pack_parts(merged))
    return Merged(pack_parts(merged), tuple(desk.items), unmerged)


def main_part(parts: Mapping[str, bytes]) -> str:
    """Return the name of the document part."""
    if PACKAGE_RELATIONS in parts:
        for relation in _parsed(parts[PACKAGE_RELATIONS]):
            if relation.get("Type", "").endswith("/officeDocument"):
                name = posixpath.normpath(relation.get("Target", "").lstrip("/"))
                if name in parts:
                    return name
    if word.DOCUMENT_PART not in parts:
        message = "This is not a Word document (.docx): save it as a Word document."
        raise RefusedInputError(message)
    return word.DOCUMENT_PART


def _desk(
    roots: list[etree._Element],
    parts: dict[str, bytes],
    mine: dict[str, bytes],
    main: str,
    at: datetime,
) -> Desk:
    pen = Pen(roots[1], at)
    links = _links(parts, main), _links(mine, main_part(mine))
    return Desk(
        pen=pen,
        book=CommentBook(parts, main, roots[1], pen.date),
        copyist=Copyist(parts, mine, *links),
        base_keys=keys_of(roots[0]),
        their_keys=keys_of(roots[1]),
        my_keys=keys_of(roots[2]),
    )


def _links(parts: dict[str, bytes], main: str) -> dict[str, str]:
    """Return the outside targets of the document part by their id."""
    folder, file = posixpath.split(main)
    relations = parts.get(posixpath.join(folder, "_rels", f"{file}.rels"))
    found = () if relations is None else _parsed(relations)
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in found
        if relation.get("TargetMode") == "External"
    }


def _body(root: etree._Element) -> etree._Element:
    body = root.find(w("body"))
    if body is None:
        message = "This is not a Word document (.docx): save it as a Word document."
        raise RefusedInputError(message)
    return body


def _parsed(part: bytes) -> etree._Element:
    try:
        return parse(part)
    except etree.XMLSyntaxError as error:
        message = "The Word file is damaged: open it in Word, let Word repair it, and save it."
        raise RefusedInputError(message) from error


def has_changes(root: etree._Element) -> bool:
    """Return whether the service's tracked changes stand in a document."""
    return any(mark.get(AUTHOR) == SERVICE for mark in root.iter(*UNDECIDED))


def _check_decided(root: etree._Element) -> None:
    if has_changes(root):
        message = (
            f"The file still holds tracked changes by the {SERVICE} that nobody has decided: "
            "accept or reject each of them in Word, save the file, then bring in the next updates."
        )
        raise RefusedInputError(message)
