"""Looks that hide words: hidden outright, in white, in the colour of their ground, too small."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def is_lost_on_its_ground(mark: etree._Element, run: etree._Element) -> bool:
    """Return whether the colour of a run is that of the ground it stands on."""
    for look in _looks_around(run):
        shade = look.find(SHADE)
        fill = "" if shade is None else shade.get(FILL, "auto")
        if fill not in {"", "auto"}:
            return is_pale(mark) if is_white(fill) else _alike(mark.get(word.VAL, ""), fill)
        if look.find(word.w("tblStyle")) is not None:
            return False  # the style of a table may shade its head; a reader will see
        marker = look.find(MARKER)
        if marker is not None and marker.get(word.VAL) not in {"none", "white"}:
            return False
    return is_pale(mark)


def _looks_around(run: etree._Element) -> Iterator[etree._Element]:
    for holder in (run, *run.iterancestors(*AROUND)):
        yield from holder.iterchildren(*HOLDING_LOOKS)


def _alike(one: str, other: str) -> bool:
    shades = list(zip(_shades(one), _shades(other), strict=False))
    return bool(shades) and all(abs(a - b) < NEAR for a, b in shades)
