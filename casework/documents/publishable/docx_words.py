"""The words of a Word file, walked plainly, as a second witness beside the read-back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from casework.documents.publishable.words import bare
from casework.documents.read_back.drawings import (
    alternative,
    is_decorative,
    is_hidden,
    pictures_in,
)
from casework.documents.read_back.labels import label_of
from casework.documents.read_back.names import (
    FIELD_CHAR,
    FIELD_CHAR_TYPE,
    MC,
    TEXT_BOX,
    M,
)
from casework.documents.read_back.notes import NOTE_PARTS
from casework.documents.read_back.numbering import Numbering
from casework.documents.read_back.package import Package
from casework.documents.read_back.styles import Styles
from casework.documents.read_back.symbols import FIXED_SIGNS, SYMBOL, sign_of
from casework.documents.wordml import BR, P_PR, R_PR, TBL, P, R, T, w

if TYPE_CHECKING:
    from lxml import etree

NOT_WALKED: Final = frozenset(
    {P_PR, R_PR, f"{MC}Fallback", w("rt"), w("sdtPr"), w("tblPr"), w("tcPr")}
)
NOTE_REFERENCES: Final = {w(f"{kind}Reference"): kind for kind in NOTE_PARTS}
INSTRUCTION: Final = w("instrText")
DRAWING, OLD_DRAWING = w("drawing"), w("pict")
CONTENTS: Final = re.compile(r"^\s*TOC\b", re.IGNORECASE)
PAGE: Final = re.compile(r"\s*\t\s*(?:\d+|[ivxlcdm]+)\s*$", re.IGNORECASE)


@dataclass(slots=True)
class Walk:
    """One walk through a file."""

    package: Package
    styles: Styles
    numbering: Numbering
    notes: list[tuple[str, str | None]] = field(default_factory=list)
    fields: list[list[str]] = field(default_factory=list)
    """The instruction of each open field."""
    in_contents: bool = False
    """Whether the paragraph is a line of a table of contents."""

    def container(self, container: etree._Element) -> str:
        """Return the text of a body, cell, box or note."""
        pieces: list[tuple[str, str]] = []
        self._collect(container, pieces)
        return "\n".join(text for _, text in _captions_first([p for p in pieces if p[1].strip()]))

    def _collect(self, parent: etree._Element, pieces: list[tuple[str, str]]) -> None:
        for child in parent:
            if child.tag == P:
                pieces += self._paragraph(child)
            elif child.tag == TBL:
                pieces.append(("table", "\n".join(map(self.container, _cells(child)))))
            elif child.tag not in NOT_WALKED:
                self._collect(child, pieces)

    def _paragraph(self, paragraph: etree._Element) -> list[tuple[str, str]]:
        properties = paragraph.find(P_PR)
        style = self.styles.paragraph(properties)
        boxes: list[etree._Element] = []
        self.in_contents = False
        text = "".join(self._texts(paragraph, boxes))
        self._look_for_contents()
        if (style and style.role.contents) or self.in_contents:
            text = PAGE.sub("", text)
        label = label_of(properties, style, self.numbering)
        kind = "caption" if style and style.role.caption else "paragraph"
        own = f"{label.text} {text}" if label and label.text else text
        return [(kind, own), *(("box", self.container(box)) for box in boxes)]

    def _texts(self, parent: etree._Element, boxes: list[etree._Element]) -> list[str]:
        texts: list[str] = []
        for child in parent:
            if child.tag in (T, f"{M}t"):
                texts.append(child.text or "")
            elif parent.tag == R and child.tag in FIXED_SIGNS:
                texts.append(FIXED_SIGNS[child.tag])
            elif child.tag == BR:
                texts.append("\n")
            elif child.tag == SYMBOL:
                texts.append(sign_of(child))
            elif child.tag in NOTE_REFERENCES:
                texts.append(f"[{self._note(child)}]")
            elif child.tag == TEXT_BOX:
                boxes.append(child)
            elif child.tag in (FIELD_CHAR, INSTRUCTION):
                self._field(child)
            elif child.tag not in NOT_WALKED:
                texts += self._texts(child, boxes)
        return texts

    def _field(self, mark: etree._Element) -> None:
        kind = mark.get(FIELD_CHAR_TYPE)
        if kind == "begin":
            self.fields.append([])
        elif kind == "end" and self.fields:
            self._look_for_contents()
            self.fields.pop()
        elif mark.tag == INSTRUCTION and self.fields:
            self.fields[-1].append(mark.text or "")

    def _look_for_contents(self) -> None:
        if any(CONTENTS.match("".join(field)) for field in self.fields):
            self.in_contents = True

    def _note(self, reference: etree._Element) -> int:
        note = (NOTE_REFERENCES[reference.tag], reference.get(w("id")))
        if note not in self.notes:
            self.notes.append(note)
        return self.notes.index(note) + 1

    def note_texts(self) -> list[str]:
        """Return the footnotes and endnotes referred to, in order."""
        texts = []
        for count, (kind, number) in enumerate(self.notes, start=1):
            root = self.package.related_root(NOTE_PARTS[kind])
            notes = [] if root is None else root.findall(w(kind))
            texts += [f"[{count}] {self.container(n)}" for n in notes if n.get(w("id")) == number]
        return texts


def _cells(table: etree._Element) -> list[etree._Element]:
    """Return the cells of a table in order, not those of tables inside them."""
    return [c for c in table.iter(w("tc")) if next(c.iterancestors(TBL)) is table]


def _captions_first(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Put a caption that follows its table before it, as it stands on a page."""
    ordered: list[tuple[str, str]] = []
    for place, piece in enumerate(pieces):
        before_table = place + 1 < len(pieces) and pieces[place + 1][0] == "table"
        has_caption = len(ordered) > 1 and ordered[-2][0] == "caption"
        after_table = ordered and ordered[-1][0] == "table" and not has_caption
        if piece[0] == "caption" and after_table and not before_table:
            ordered.insert(-1, piece)
        else:
            ordered.append(piece)
    return ordered


def words_of_docx(data: bytes) -> str:
    """Return the words of a Word file without tracked changes, automatic numbers among them."""
    return words_of_package(Package.of(data))


def words_of_package(package: Package) -> str:
    """Return the words of a Word file whose parts are at hand."""
    walk = Walk(
        package,
        Styles(package.related_root("styles")),
        Numbering(package.related_root("numbering")),
    )
    root = package.root(package.main)
    body = None if root is None else root.find(w("body"))
    text = "" if body is None else walk.container(body)
    return bare("\n".join([text, *walk.note_texts()]))


def alternatives_in_package(package: Package) -> list[str]:
    """Return the alternative text of each picture of the text and its notes."""
    names = [package.main, *(package.related(kind) for kind in NOTE_PARTS.values())]
    roots = (root for name in names if (root := package.root(name)) is not None)
    shown = (each for root in roots for each in root.iter(DRAWING, OLD_DRAWING))
    pictures = (each for each in shown if _is_picture(each))
    return [words for each in pictures if (words := alternative(each))]


def _is_picture(drawn: etree._Element) -> bool:
    older = next(drawn.iterancestors(f"{MC}Fallback"), None) is not None
    return (
        not older and bool(pictures_in(drawn)) and not is_hidden(drawn) and not is_decorative(drawn)
    )
