"""Pictures of the text: their bytes, their size, their alternative text, and what is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from casework.documents.read_back.drawings import (
    alternative,
    drawn_letters,
    is_decorative,
    is_hidden,
    pictures_in,
    thing,
)
from casework.documents.read_back.names import PIC, REL, WP, A, number
from casework.documents.read_back.picture_files import (
    JPEG,
    is_for_print,
    kind_of,
    media_type_of,
    pixels_of,
)
from models.shapes.word import Picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from casework.documents.read_back.story import Story

EMU_A_POINT: Final = 12_700
POINTS_AN_INCH: Final = 72
INCHES: Final = re.compile(r"(width|height)\s*:\s*(\d+(?:\.\d+)?)\s*(pt|in|cm|mm|px)?")
UNITS: Final = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, None: 0.75, "": 0.75}
MOST_PIXELS: Final = 40_000_000
"""More than any camera's picture on a page needs; beyond it a small file can fill the memory."""
MOST_BYTES: Final = 5_000_000
"""A page that holds its pictures itself must still open on a telephone."""
NO_WORDS: Final = re.compile(
    r"[A-Za-z]:\\|^/|^file:|\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf)$"
    r"|description automatically generated|ai-generated content",
    re.IGNORECASE,
)
"""Alternative text that nobody wrote: a file's name, or what Word guessed."""
HOW_TO_DESCRIBE: Final = (
    "in Word, right-click it, choose Edit Alt Text, and write what it shows, "
    "or mark it as decorative."
)

AS_A_PICTURE: Final = (
    "cannot be shown on a web page: in Word, cut it, paste it back as a picture, "
    "and give it alternative text."
)


def picture_in(drawn: etree._Element, story: Story) -> Picture | None:
    """Return the picture a drawing shows; tell of any other drawing, and of what is wrong."""
    words = alternative(drawn)
    if is_hidden(drawn):
        story.leave_out("A hidden picture was left out", words or "no description")
        return None
    other, parts = thing(drawn), pictures_in(drawn)
    if other is not None:
        _tell_of(other, drawn_letters(drawn) or words, story)
        return None
    part = _part_of(parts[0], story) if parts else ""
    data = story.package.parts.get(part)
    if data is None:
        what = "picture" if parts else "drawn shape"
        story.leave_out(f"A {what} was left out", words or "no description")
        if parts or (words and not is_decorative(drawn)):
            named = f"The {what} “{words}”" if words else f"A {what} of the text"
            story.hold_back(f"{named} {AS_A_PICTURE}", on_edge=False)
        return None
    story.pictures += 1
    width, height = _size_of(drawn, data)
    picture = Picture(data, media_type_of(data), words, width, height, is_decorative(drawn))
    name = f"The picture “{words}”" if words else f"Picture {story.pictures} of the text"
    for fault in _faults(picture, parts[0], name):
        story.hold_back(fault, on_edge=False)
    if _is_cropped(parts[0]):
        story.hold_back(
            f"{name} is cropped, and what was cut off is still in the file: in Word, "
            "use Compress Pictures with “Delete cropped areas of pictures”."
        )
    return picture


def _tell_of(what: str, words: str, story: Story) -> None:
    story.leave_out(f"A {what} was left out", words or "no description")
    if what.startswith("word "):
        story.hold_back(f"The words “{words}” are drawn as a picture: take them out, or type them.")
    else:
        named = f" “{words}”" if words else ""
        story.hold_back(f"The {what}{named} {AS_A_PICTURE}", on_edge=False)


def _part_of(picture: etree._Element, story: Story) -> str:
    blip = next(picture.iter(f"{A}blip"), None)
    identifier = picture.get(f"{REL}id") if blip is None else blip.get(f"{REL}embed")
    found = story.relation(identifier)
    return "" if found is None or found.outside else found.target


def _size_of(drawn: etree._Element, data: bytes) -> tuple[float, float]:
    """Return how large a picture is shown, in points."""
    extent = next(drawn.iter(f"{WP}extent"), None)
    if extent is not None:
        sides = [number(extent.get(side)) / EMU_A_POINT for side in ("cx", "cy")]
    else:
        told = {
            side: float(length) * UNITS[unit]
            for shape in drawn.iter()
            for side, length, unit in INCHES.findall(str(shape.get("style") or ""))
        }
        sides = [told.get("width", 0), told.get("height", 0)]
    if min(sides) > 0:
        return round(sides[0], 2), round(sides[1], 2)
    wide, high = pixels_of(data)
    return wide * UNITS["px"], high * UNITS["px"]


def _faults(picture: Picture, shown: etree._Element, name: str) -> Iterator[str]:
    """Yield why a web page and a PDF cannot show a picture as it stands."""
    if not picture.decorative and not picture.alternative:
        yield f"{name} has no alternative text: {HOW_TO_DESCRIBE}"
    elif not picture.decorative and NO_WORDS.search(picture.alternative):
        yield (
            f"The alternative text “{picture.alternative}” is none that a person wrote: "
            f"{HOW_TO_DESCRIBE}"
        )
    wide, high = pixels_of(picture.data)
    for_print = picture.media_type == JPEG and is_for_print(picture.data)
    if not picture.media_type or for_print:
        kind = "CMYK" if for_print else kind_of(picture.data)
        yield (
            f"{name} is of a kind that not every web page can show ({kind}): "
            "in Word, save it as a PNG picture, and put that in its place."
        )
    elif not 0 < wide * high <= MOST_PIXELS or len(picture.data) > MOST_BYTES:
        yield (
            f"{name} is damaged or has far more dots than a page can show: "
            "in Word, use Compress Pictures, or put in a smaller one."
        )
    if _is_turned(shown):
        yield (
            f"{name} is turned in Word, which a web page does not show: "
            "save the turned picture, and put that in its place."
        )


def _is_cropped(shown: etree._Element) -> bool:
    crop = next(shown.iter(f"{A}srcRect"), None)
    cut = [] if crop is None else [crop.get(side, "0") for side in "ltrb"]
    cut += [shown.get(f"crop{side}", "0") for side in ("left", "top", "right", "bottom")]
    return any(number(share.rstrip("%f"), 1) > 0 for share in cut)


def _is_turned(shown: etree._Element) -> bool:
    form = shown.find(f"{PIC}spPr/{A}xfrm")
    if form is None:
        return False
    flips = {form.get("flipH"), form.get("flipV")} & {"1", "true"}
    return bool(number(form.get("rot")) or flips)
