"""Drawings of a published Word file: pictures under plain names, with their alternative text."""

from __future__ import annotations

from typing import Any, Final, cast

from lxml import etree

from casework.documents.read_back.drawings import (
    OLD_PICTURE,
    PICTURE,
    PROPERTIES,
    alternative,
    is_decorative,
)
from casework.documents.read_back.names import A, V
from casework.documents.wordml import w

DRAWINGS: Final = (w("drawing"), w("pict"))
NAMED: Final = etree.XPath(".//*[local-name() = 'cNvPr']")
OLD_SHAPES: Final = (f"{V}shape", f"{V}shapetype", f"{V}rect", f"{V}group")
FILE_NAMES: Final = frozenset({"title", "href", "src", "althref", "oleid"})


def name_plainly(root: etree._Element) -> None:
    """Give each drawing a name that tells nothing, and its alternative text in one place."""
    for count, drawn in enumerate(root.iter(*DRAWINGS), start=1):
        words = "" if is_decorative(drawn) else alternative(drawn)
        for each in drawn.iter(PROPERTIES):
            each.set("id", str(count))
            _rename(each, f"Picture {count}", words)
        for each in cast("list[Any]", NAMED(drawn)):
            _rename(each, f"Picture {count}", "")
        for each in [e for p in drawn.iter(PICTURE) for e in p.iterfind(f".//{A}blip/{A}extLst")]:
            parent = each.getparent()
            if parent is not None:  # other forms of the picture, its state before an effect
                parent.remove(each)
        for shape in drawn.iter(*OLD_SHAPES):
            _rename_old(shape, words)
        for image in drawn.iter(OLD_PICTURE):
            for name in [n for n in image.attrib if etree.QName(str(n)).localname in FILE_NAMES]:
                del image.attrib[name]


def _rename(properties: etree._Element, name: str, words: str) -> None:
    properties.set("name", name)
    properties.attrib.pop("title", "")
    if words:
        properties.set("descr", words)
    else:
        properties.attrib.pop("descr", "")


def _rename_old(shape: etree._Element, words: str) -> None:
    shape.attrib.pop("title", "")
    if shape.get("alt") is not None:
        shape.set("alt", words)
