"""Signs the shipped fonts cannot draw, spelt out in the same words in all three forms.

A PDF of the archiving standard must be able to draw every sign it holds, and
no font draws them all. A pictograph that would become an empty box is read
out by its Unicode name instead, as a screen reader would do: `[rocket]`.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

FONTS: Final = Path(__file__).parents[3] / "templates" / "pdf" / "fonts"
UNSEEN: Final = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0001-\U000e01ef]"
)
"""Signs without ink that guide line breakers, joins and directions: no words, and never printed."""
WITHOUT_INK: Final = "\t\n\r"
TEXT_FAMILY: Final = "NotoSans"
ATTACHED_OR_PRIVATE: Final = frozenset({"Mn", "Mc", "Me", "Co", "Cs", "Cn", "Cc"})
RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "AN"})
SEGMENTS, GROUPS = 4, 12
LAST_IN_PLANE: Final = 0xFFFF


@cache
def drawable() -> frozenset[str]:
    """Return every sign that can be drawn, and read again from a PDF, in each style of the fonts.

    Letters must be in the text family itself (Latin, Greek, Cyrillic): scripts
    that join or run to the left cannot be proved by reading a PDF back, nor
    can all pictographs beyond the first plane.
    """
    families: dict[str, set[str]] = {}
    for file in sorted(FONTS.glob("*.ttf")):
        found = set(map(chr, characters(file.read_bytes())))
        family = file.stem.partition("-")[0]
        families[family] = families.get(family, found) & found
    text = families.pop(TEXT_FAMILY)
    others = set[str]().union(*families.values())
    others = {s for s in others if ord(s) <= LAST_IN_PLANE and not s.isalpha()}
    return frozenset(filter(_stands_alone, text | others)) | frozenset(WITHOUT_INK)


def _stands_alone(sign: str) -> bool:
    """Return whether a sign is drawn by itself, and from left to right."""
    kind, direction = unicodedata.category(sign), unicodedata.bidirectional(sign)
    return kind not in ATTACHED_OR_PRIVATE and direction not in RIGHT_TO_LEFT


def characters(font: bytes) -> Iterator[int]:
    """Yield the code points that a TrueType font has a glyph for."""
    tables = struct.unpack_from(">H", font, 4)[0]
    for number in range(tables):
        tag, _, start, _ = struct.unpack_from(">4s3L", font, 12 + 16 * number)
        if tag == b"cmap":
            yield from _mapped(font, start)


def _mapped(font: bytes, start: int) -> Iterator[int]:
    for number in range(struct.unpack_from(">H", font, start + 2)[0]):
        offset = start + struct.unpack_from(">4xL", font, start + 4 + 8 * number)[0]
        kind = struct.unpack_from(">H", font, offset)[0]
        if kind == SEGMENTS:
            yield from _in_segments(font, offset)
        elif kind == GROUPS:
            count = struct.unpack_from(">L", font, offset + 12)[0]
            for first, last, _ in struct.iter_unpack(
                ">3L", font[offset + 16 : offset + 16 + 12 * count]
            ):
                yield from range(first, last + 1)


def _in_segments(font: bytes, offset: int) -> Iterator[int]:
    doubled = struct.unpack_from(">H", font, offset + 6)[0]
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", font, offset + 14)
    starts = struct.unpack_from(f">{count}H", font, offset + 16 + doubled)
    steps = struct.unpack_from(f">{count}H", font, offset + 16 + 2 * doubled)
    places = offset + 16 + 3 * doubled
    for number, (first, last, step) in enumerate(zip(starts, ends, steps, strict=True)):
        place = places + 2 * number
        jump = struct.unpack_from(">H", font, place)[0]
        for code in range(first, min(last, LAST_IN_PLANE - 1) + 1):
            if _has_glyph(font, code, step, place + jump + 2 * (code - first) if jump else None):
                yield code


def _has_glyph(font: bytes, code: int, step: int, place: int | None) -> bool:
    """Return whether a code of a segment leads to a glyph; a font may leave holes in a segment."""
    if place is None:
        return (code + step) & LAST_IN_PLANE != 0
    return bool(struct.unpack_from(">H", font, place)[0])


def spelt_out(text: str) -> str:
    """Return the text with each sign that cannot be drawn read out in brackets."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    unknown = set(UNSEEN.sub("", composed)) - drawable()
    return (
        composed.translate({ord(sign): f"[{name_of(sign)}]" for sign in unknown})
        if unknown
        else text
    )


def name_of(sign: str) -> str:
    """Return what a sign is called, or its number where Unicode has no name for it."""
    return unicodedata.name(sign, "").lower() or f"sign U+{ord(sign):04X}"
