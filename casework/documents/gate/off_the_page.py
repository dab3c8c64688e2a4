"""Words set where no page is: beside the sheet, in rows without height, in hidden boxes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
BOX: Final = f"{DRAWING}anchor"
OFFSET: Final = f"{DRAWING}posOffset"
ABOUT_DRAWING: Final = f"{DRAWING}docPr"
SHAPE: Final = "{urn:schemas-microsoft-com:vml}shape"
HIDDEN_SHAPE: Final = re.compile(r"visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
FRAME: Final = word.w("framePr")
INDENT: Final = word.w("ind")
SPACING: Final = word.w("spacing")
HEIGHT: Final = word.w("trHeight")
ROW: Final = word.w("tr")
LONGEST_SIDE: Final = 23_811
"""Twips: the long side of a sheet of A3; what starts beyond it is on no sheet."""
EMU_PER_TWIP: Final = 635
THINNEST: Final = 40
"""Twips: a line or a row of two points shows no letter."""
MARKS: Final = (OFFSET, ABOUT_DRAWING, SHAPE, FRAME, INDENT, SPACING, HEIGHT)


def out_of_sight(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs, rows and boxes of a story whose words stand where nobody sees them."""
    for mark in root.iter(*MARKS):
        if mark.tag in {OFFSET, ABOUT_DRAWING, SHAPE}:
            if _is_hidden_drawing(mark):
                yield mark if mark.tag == SHAPE else next(mark.iterancestors(BOX), mark)
        elif mark.tag == HEIGHT:
            if _is_exact(mark, "hRule") and 0 < _number(mark, "val") <= THINNEST:
                yield next(mark.iterancestors(ROW), mark)
        elif _sets_paragraph_apart(mark):
            yield from _its_paragraph(mark)


def _is_hidden_drawing(mark: etree._Element) -> bool:
    if mark.tag == OFFSET:
        return _is_beyond(_whole(mark.text or "") // EMU_PER_TWIP)
    if mark.tag == ABOUT_DRAWING:
        return mark.get("hidden", "0") in {"1", "true"}
    return HIDDEN_SHAPE.search(mark.get("style", "")) is not None


def _sets_paragraph_apart(mark: etree._Element) -> bool:
    if mark.tag == SPACING:
        return _is_exact(mark, "lineRule") and 0 < _number(mark, "line") <= THINNEST
    places = ("x", "y") if mark.tag == FRAME else ("left", "start", "right", "end", "firstLine")
    return any(_is_beyond(_number(mark, place)) for place in places)


def _its_paragraph(mark: etree._Element) -> Iterator[etree._Element]:
    look = mark.getparent()
    paragraph = look.getparent() if look is not None and look.tag == word.P_PR else None
    if paragraph is not None and paragraph.tag == word.P:
        yield paragraph


def _is_beyond(twips: int) -> bool:
    return abs(twips) >= LONGEST_SIDE


def _is_exact(mark: etree._Element, rule: str) -> bool:
    return mark.get(word.w(rule)) == "exact"


def _number(mark: etree._Element, name: str) -> int:
    return _whole(mark.get(word.w(name), ""))


def _whole(words: str) -> int:
    try:
        return int(words.strip()[:12])
    except ValueError:
        return 0
