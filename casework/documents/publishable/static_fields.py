"""Fields turned into the words they show: a published file must say the same tomorrow.

A date field would show another day, a file name field the path of a draft,
and every instruction tells how the file was made.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from casework.documents.read_back.fields import form_answer, whole_fields
from casework.documents.read_back.names import FIELD_CHAR, FIELD_CHAR_TYPE, SIMPLE_FIELD
from casework.documents.wordml import BR, R_PR, TAB, R, T, parent_of, w

if TYPE_CHECKING:
    from collections.abc import Iterable

INSTRUCTION: Final = w("instrText")
SHOWN: Final = (T, TAB, BR, w("sym"), w("drawing"), w("pict"))
KEPT: Final = frozenset(
    {"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "TOC", "HYPERLINK", "STYLEREF"}
)
"""Fields that lay out pages or lead somewhere; none of them can change what the text says."""
NOTES: Final = re.compile(r'\\[ot]\s+"[^"]*"')
"""Switches of a link that hold words of their own: a note shown beside it, a window's name."""


@dataclass(slots=True)
class Field:
    """One field of a file while its end is looked for."""

    begin: etree._Element
    marks: list[etree._Element] = field(default_factory=list)
    instructions: list[etree._Element] = field(default_factory=list)
    unseen: list[etree._Element] = field(default_factory=list)
    shown: bool = False

    @property
    def name(self) -> str:
        """Return the first word of the instruction."""
        words = "".join(each.text or "" for each in self.instructions).split()
        return words[0].upper() if words else ""


def make_static(root: etree._Element) -> None:
    """Turn the fields of a part into their results, but those that only lay out or lead."""
    for simple in list(root.iter(SIMPLE_FIELD)):
        if (simple.get(w("instr"), "").split() or [""])[0].upper() not in KEPT:
            _unwrap(simple)
    if next(root.iter(FIELD_CHAR, INSTRUCTION), None) is None:
        return
    marks, held = list(root.iter(FIELD_CHAR, INSTRUCTION)), set[Any]()
    for each in _fields(root):
        held.update(each.marks, each.instructions)
        if each.name in KEPT:
            _join(each.instructions)
        else:
            _put_answer(each.begin)
            _take_away([*each.marks, *each.instructions, *each.unseen])
    _take_away(mark for mark in marks if mark not in held)


def _fields(root: etree._Element) -> list[Field]:
    """Return the whole fields of a part, inner ones before those around them."""
    whole = whole_fields(root)
    opened: list[Field] = []
    found: list[Field] = []
    for node in list(root.iter(FIELD_CHAR, INSTRUCTION, *SHOWN)):
        kind = node.get(FIELD_CHAR_TYPE) if node.tag == FIELD_CHAR else ""
        if kind == "begin" and node in whole:
            opened.append(Field(node, [node]))
        elif not opened:
            continue
        elif kind == "separate":
            opened[-1].marks.append(node)
            opened[-1].shown = True
        elif kind == "end":
            opened[-1].marks.append(node)
            found.append(opened.pop())
        elif node.tag == INSTRUCTION:
            opened[-1].instructions.append(node)
        elif node.tag in SHOWN:
            hiding = next((each for each in opened if not each.shown), None)
            if hiding is not None:
                hiding.unseen.append(node)
    return found


def _put_answer(begin: etree._Element) -> None:
    """Put what an old form field shows in its place as words."""
    answer = form_answer(begin)
    if answer:
        text = etree.Element(T)
        text.text = answer
        begin.addprevious(text)


def _join(instructions: list[etree._Element]) -> None:
    """Write an instruction in one piece, without the words it holds for itself."""
    words = NOTES.sub("", "".join(each.text or "" for each in instructions))
    instructions[0].text = words
    _take_away(instructions[1:])


def _take_away(marks: Iterable[etree._Element]) -> None:
    for mark in marks:
        run = mark.getparent()
        if run is None:
            continue
        run.remove(mark)
        holder = run.getparent()
        if run.tag == R and holder is not None and all(child.tag == R_PR for child in run):
            holder.remove(run)


def _unwrap(element: etree._Element) -> None:
    parent = parent_of(element)
    at = parent.index(element)
    parent[at : at + 1] = list(element)
