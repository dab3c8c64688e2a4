"""Drawings: the text boxes in them, and what is said about the pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casework.documents.read_back.names import MC, TEXT_BOX, WP, V
from casework.documents.wordml import w

if TYPE_CHECKING:
    from lxml import etree

FALLBACK: Final = f"{MC}Fallback"
ALTERNATIVES: Final = f"{MC}AlternateContent"
DRAWN: Final = frozenset({w("drawing"), w("pict"), w("object"), ALTERNATIVES})


def shown_form(element: etree._Element) -> etree._Element:
    """Return the form of a drawing that Word shows; the other says the same for older programs."""
    choice = element.find(f"{MC}Choice") if element.tag == ALTERNATIVES else None
    return element if choice is None else choice


def text_boxes(drawn: etree._Element) -> list[etree._Element]:
    """Return the text boxes of a drawing, not those inside them."""
    return [box for box in drawn.iter(TEXT_BOX) if not _inside_another(box, drawn)]


def _inside_another(box: etree._Element, root: etree._Element) -> bool:
    for parent in box.iterancestors():
        if parent is root:
            return False
        if parent.tag in (TEXT_BOX, FALLBACK):
            return True
    return False


def description(drawn: etree._Element) -> str:
    """Return the alternative text of a picture."""
    for element in drawn.iter(f"{WP}docPr", f"{V}shape"):
        words = element.get("descr") or element.get("alt") or element.get("title")
        if words:
            return words
    return "no description"
