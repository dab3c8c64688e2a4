"""Looks that hide words: hidden outright, in white, in the colour of their ground, too small."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

VANISH: Final = (word.w("vanish"), word.w("specVanish"))
"""Not `webHidden`: Word sets it on the page numbers of every table of contents."""
COLOUR: Final = word.w("color")
SIZE: Final = word.w("sz")
WIDTH: Final = word.w("w")
"""How wide letters are drawn, in hundredths."""
FILLED: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}textFill"
NO_FILL: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}noFill"
SHADE: Final = word.w("shd")
FILL: Final = word.w("fill")
MARKER: Final = word.w("highlight")
LOOKS: Final = (*VANISH, COLOUR, SIZE, WIDTH, FILLED)
SMALLEST: Final = 4
"""Half-points: words of two points or less are not meant to be read."""
NARROWEST: Final = 5
PALEST: Final = 0xF0
NEAR: Final = 0x10
"""Two colours that differ by less cannot be told apart."""
OFF: Final = {"0", "false", "off"}
HEX: Final = len("FFFFFF")
AROUND: Final = (word.P, word.w("tc"), word.TBL)
PART: Final = word.w("tblStylePr")
"""Of the style of a table: how its first row, or every second one, looks."""
FIRST_ROW: Final = "firstRow"
ANY: Final = ""
NOWHERE: Final[frozenset[str]] = frozenset()
HOLDING_LOOKS: Final = (word.R_PR, word.P_PR, word.w("tcPr"), word.w("tblPr"))


def hides(mark: etree._Element) -> bool:
    """Return whether a mark of a look hides words, whatever ground they stand on."""
    value = mark.get(word.VAL, "")
    if mark.tag in VANISH:
        return value not in OFF
    if mark.tag == SIZE:
        return value.isdecimal() and int(value[:HEX]) <= SMALLEST
    if mark.tag == WIDTH:
        digits = value.removesuffix("%")
        return digits.isdecimal() and int(digits[:HEX]) <= NARROWEST
    return mark.tag == FILLED and mark.find(NO_FILL) is not None


def is_pale(mark: etree._Element) -> bool:
    """Return whether a colour is that of paper."""
    theme = mark.get(word.w("themeColor"), "")
    return theme in {"background1", "light1"} or is_white(mark.get(word.VAL, ""))


def is_white(value: str) -> bool:
    """Return whether a colour (`FEFEFE`) can be told from paper by nobody."""
    shades = _shades(value)
    return bool(shades) and min(shades) >= PALEST


def _shades(value: str) -> bytes:
    try:
        return bytes.fromhex(value) if len(value) == HEX else b""
    except ValueError:
        return b""


def is_lost_on_its_ground(
    mark: etree._Element, run: etree._Element, shading: Mapping[str, frozenset[str]]
) -> bool:
    """Return whether the colour of a run is that of the ground it stands on.

    `shading` holds the styles of tables that shade cells, and which.
    """
    for look in _looks_around(run):
        shade = look.find(SHADE)
        fill = "" if shade is None else shade.get(FILL, "auto")
        if fill not in {"", "auto"}:
            return is_pale(mark) if is_white(fill) else _alike(mark.get(word.VAL, ""), fill)
        style = look.find(word.w("tblStyle"))
        if style is not None and may_shade(run, shading.get(style.get(word.VAL, ""), NOWHERE)):
            return False  # a reader will see
        marker = look.find(MARKER)
        if marker is not None and marker.get(word.VAL) not in {"none", "white"}:
            return False
    return is_pale(mark)


def shaded_cells(style: etree._Element) -> frozenset[str]:
    """Return which cells the style of a table shades: `FIRST_ROW`, or `ANY` for others."""
    told = set()
    for shade in style.iter(SHADE):
        fill = shade.get(FILL, "auto")
        if fill not in {"", "auto"} and not is_white(fill):
            part = next(shade.iterancestors(PART), None)
            is_first = part is not None and part.get(word.w("type")) == FIRST_ROW
            told.add(FIRST_ROW if is_first else ANY)
    return frozenset(told)


def may_shade(run: etree._Element, cells: frozenset[str]) -> bool:
    """Return whether a style that shades such cells may shade the one that a run stands in."""
    if ANY in cells:
        return True
    row = next(run.iterancestors(word.w("tr")), None)
    if not cells or row is None:
        return False
    return next(row.itersiblings(row.tag, preceding=True), None) is None


def _looks_around(run: etree._Element) -> Iterator[etree._Element]:
    for holder in (run, *run.iterancestors(*AROUND)):
        yield from holder.iterchildren(*HOLDING_LOOKS)


def _alike(one: str, other: str) -> bool:
    shades = list(zip(_shades(one), _shades(other), strict=False))
    return bool(shades) and all(abs(a - b) < NEAR for a, b in shades)
