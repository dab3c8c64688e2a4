"""The lines of a template as a person sees them in Word, each with its place in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from casework.documents import wordml as word
from casework.documents.read_back.styles import PLAIN, Role, Styles
from models.shapes.word import TextKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LANGUAGE: Final = re.compile(r"\{[{%#]|[}%#]\}")
SHOWN: Final = 60
LOOKED_AT: Final = 400
"""Characters from which the shown ones are taken: a line may be as long as a stranger likes."""
MARKS: Final = (word.TAG, word.ALIAS)
PARTS: Final = (
    ("word/header", "in the header of the pages"),
    ("word/footer", "in the footer of the pages"),
    ("word/footnotes", "in a footnote"),
    ("word/endnotes", "in an endnote"),
    ("word/document", ""),
    ("docProps/", "in the properties of the file"),
)
"""Beginnings of part names, and how a person would say where that is."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or another piece of a part that may hold tags."""

    part: str
    text: str
    element: etree._Element
    role: Role = PLAIN
    heading: str = ""
    """The heading it stands under."""

    @property
    def where(self) -> str:
        """Return the place in words: what the line says and what it stands under."""
        if self.element.tag == word.SDT:
            told = f"the content control “{shortened(_title(self.element) or self.text)}”"
        else:
            told = f"the line “{shortened(self.text)}”"
        part = next((said for name, said in PARTS if self.part.startswith(name)), self.part)
        under = f"under the heading “{shortened(self.heading)}”" if self.heading else ""
        return ", ".join(filter(None, (told, part, under)))

    @property
    def is_paragraph(self) -> bool:
        """Return whether this is a paragraph of a Word part."""
        return bool(self.element.tag == word.P)


def shortened(words: str) -> str:
    """Return the first words of a line, on one line."""
    words = " ".join(words[:LOOKED_AT].split())
    return words if len(words) <= SHOWN else words[: SHOWN - 1].rstrip() + "…"


def _title(control: etree._Element) -> str:
    mark = control.find(f"{word.SDT_PR}/{word.ALIAS}")
    return "" if mark is None else mark.get(word.VAL, "")


def lines_of(roots: Mapping[str, etree._Element]) -> list[Line]:
    """Return every line of every part: those of Word in reading order, then what holds tags."""
    styles = Styles(roots.get("word/styles.xml"))
    found: list[Line] = []
    for part, root in roots.items():
        if root.tag.startswith(f"{{{word.W_NAMESPACE}}}"):
            found += _word_lines(part, root, styles)
        else:
            found += [Line(part, *piece) for element in root.iter() for piece in _asides(element)]
    return found


def _word_lines(part: str, root: etree._Element, styles: Styles) -> Iterator[Line]:
    words = _words_by_paragraph(root)
    heading = ""
    for element in root.iter(etree.Element):
        if element.tag == word.SDT:
            yield Line(part, _key_text(element), element, heading=heading)
        elif element.tag == word.P:
            style = styles.paragraph(element.find(word.P_PR))
            role = style.role if style else PLAIN
            if role.kind in (TextKind.HEADING, TextKind.TITLE):
                heading = ""
            text = "".join(words.get(element, ()))
            yield Line(part, text, element, role, heading)
            if role.kind is TextKind.HEADING:
                heading = text
        elif element.tag != word.T:
            for text, holder in _asides(element):
                if element.tag not in MARKS:
                    yield Line(part, text, holder, heading=heading)


def _words_by_paragraph(root: etree._Element) -> dict[etree._Element, list[str]]:
    """Return the words of each paragraph, without those of a text box that stands in it."""
    found: dict[etree._Element, list[str]] = {}
    for node in root.iter(word.T, word.TAB, word.BR):
        around = next(node.iterancestors(word.P), None)
        if around is not None and word.parent_of(node).tag == word.R:
            words = (node.text or "") if node.tag == word.T else " "
            found.setdefault(around, []).append(words)
    return found


def _key_text(control: etree._Element) -> str:
    """Return what a control's tag says, or its title where it has no tag."""
    properties = control.find(word.SDT_PR)
    for name in MARKS:
        mark = None if properties is None else properties.find(name)
        if mark is not None and mark.get(word.VAL):
            return str(mark.get(word.VAL))
    return ""


def _asides(element: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield what holds tags outside the running text: attributes, fields, properties."""
    if isinstance(element.tag, str):
        for words in (element.text, *element.attrib.values(), element.tail):
            if words and LANGUAGE.search(words):
                yield str(words), element
