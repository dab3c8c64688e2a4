"""Signs the shipped fonts cannot draw, spelt out in the same words in all three forms.

A PDF of the archiving standard must be able to draw every sign it holds, and
no font draws them all. A pictograph that would become an empty box is read
out by its Unicode name instead, as a screen reader would do: `[rocket]`.
"""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

FONTS: Final = Path(__file__).parents[3] / "templates" / "pdf" / "fonts"
WITHOUT_INK: Final = "\t\n\r\N{SOFT HYPHEN}\N{ZERO WIDTH NO-BREAK SPACE}"
JOINERS: Final = frozenset(
    "\N{ZERO WIDTH JOINER}\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}"
)
"""Signs that only join pictographs or choose their look; they go where their pictograph goes."""
SEGMENTS, GROUPS = 4, 12
LAST_IN_PLANE: Final = 0xFFFF


@cache
def drawable() -> frozenset[str]:
    """Return every sign that the shipped fonts can draw in each of their styles."""
    families: dict[str, list[set[int]]] = {}
    for file in sorted(FONTS.glob("*.ttf")):
        family = file.stem.partition("-")[0]
        families.setdefault(family, []).append(set(characters(file.read_bytes())))
    codes = set[int]().union(*(set.intersection(*styles) for styles in families.values()))
    return frozenset(map(chr, codes)) | frozenset(WITHOUT_INK)


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
    ends = struct.unpack_from(f">{doubled // 2}H", font, offset + 14)
    starts = struct.unpack_from(f">{doubled // 2}H", font, offset + 16 + doubled)
    for first, last in zip(starts, ends, strict=True):
        yield from (code for code in range(first, last + 1) if code != LAST_IN_PLANE)


def spelt_out(text: str) -> str:
    """Return the text with each sign that cannot be drawn read out in brackets."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    if drawable().issuperset(composed):
        return text
    return "".join(_pieces(composed))


def _pieces(text: str) -> Iterator[str]:
    after_words = False
    for sign in text:
        if sign in JOINERS and after_words:
            continue
        after_words = sign not in drawable()
        yield f"[{name_of(sign)}]" if after_words else sign


def name_of(sign: str) -> str:
    """Return what a sign is called, or its number where Unicode has no name for it."""
    return unicodedata.name(sign, "").lower() or f"sign U+{ord(sign):04X}"
