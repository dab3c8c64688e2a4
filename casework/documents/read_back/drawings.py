"""Drawings: the text boxes in them, the picture they are, or what else no web page can show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casework.documents.read_back.names import MC, PIC, TEXT_BOX, WP, A, V
from casework.documents.wordml import w

if TYPE_CHECKING:
    from lxml import etree

FALLBACK: Final = f"{MC}Fallback"
ALTERNATIVES: Final = f"{MC}AlternateContent"
DRAWN: Final = frozenset({w("drawing"), w("pict"), w("object"), ALTERNATIVES})
DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
PICTURE, OLD_PICTURE, LETTERS = f"{PIC}pic", f"{V}imagedata", f"{V}textpath"
PROPERTIES: Final = f"{WP}docPr"
OLD_SHAPES: Final = (f"{V}shape", f"{V}rect", f"{V}group")
THINGS: Final = {
    "/chart": "chart",
    "/chartex": "chart",
    "/diagram": "diagram",
    "/wordprocessingGroup": "drawing made of several pieces",
    "/wordprocessingCanvas": "drawing made of several pieces",
    "/wordprocessingInk": "drawing by hand",
}
"""What a drawing is by the last word of its kind, where no page can show it."""


def shown_form(element: etree._Element) -> etree._Element:
    """Return the form of a drawing that Word shows; the other says the same for older programs."""
    choice = element.find(f"{MC}Choice") if element.tag == ALTERNATIVES else None
    return element if choice is None else choice


def text_boxes(drawn: etree._Element) -> list[etree._Element]:
    """Return the text boxes of a drawing, not those inside them."""
    return [box for box in drawn.iter(TEXT_BOX) if not _inside_a_box(box, drawn)]


def _inside_a_box(element: etree._Element, root: etree._Element) -> bool:
    for parent in element.iterancestors():
        if parent is root:
            return False
        if parent.tag in (TEXT_BOX, FALLBACK):
            return True
    return False


def pictures_in(drawn: etree._Element) -> list[etree._Element]:
    """Return the pictures of a drawing, not those in its text boxes."""
    return [each for each in drawn.iter(PICTURE, OLD_PICTURE) if not _inside_a_box(each, drawn)]


def thing(drawn: etree._Element) -> str | None:
    """Return what a drawing is that no page can show, or None for a picture or a plain shape."""
    if any(not _inside_a_box(each, drawn) for each in drawn.iter(LETTERS)):
        return "word drawn as a picture"
    for data in drawn.iter(f"{A}graphicData"):
        kind = "/" + data.get("uri", "").rpartition("/")[2]
        if kind in THINGS and (kind in {"/chart", "/chartex", "/diagram"} or pictures_in(drawn)):
            return THINGS[kind]
    return THINGS["/wordprocessingGroup"] if len(pictures_in(drawn)) > 1 else None


def says_nothing_else(drawn: etree._Element) -> bool:
    """Return whether a drawing shows nothing beside the words of its text boxes."""
    return not pictures_in(drawn) and thing(drawn) is None


def drawn_letters(drawn: etree._Element) -> str:
    """Return the words that are drawn as a picture: a watermark, WordArt of old."""
    return " ".join(each.get("string", "") for each in drawn.iter(LETTERS))


def is_floating(drawn: etree._Element) -> bool:
    """Return whether words flow around a drawing, or under it."""
    if drawn.find(f".//{WP}anchor") is not None:
        return True
    return any("position:absolute" in shape.get("style", "") for shape in drawn.iter(*OLD_SHAPES))


def is_hidden(drawn: etree._Element) -> bool:
    """Return whether Word does not show a drawing."""
    return any(each.get("hidden") in {"1", "true"} for each in drawn.iter(PROPERTIES))


def is_decorative(drawn: etree._Element) -> bool:
    """Return whether the author marked a drawing as one that says nothing."""
    return any(each.get("val") not in {"0", "false"} for each in drawn.iter(DECORATIVE))


def alternative(drawn: etree._Element) -> str:
    """Return the alternative text of a drawing; empty where there is none."""
    for element in drawn.iter(PROPERTIES, *OLD_SHAPES):
        words = element.get("descr") or element.get("alt") or element.get("title")
        if words and words.strip():
            return " ".join(words.split())
    own = (each.get("descr", "") for each in drawn.iter(f"{PIC}cNvPr"))
    return next((" ".join(words.split()) for words in own if words.strip()), "")
