# ruff: noqa: RUF001 - the signs of Greek and of mathematics are meant as they stand
"""Signs that stand in a run without being letters: breaks, hyphens, the signs of symbol fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casework.documents.wordml import TAB, w

if TYPE_CHECKING:
    from lxml import etree

UNKNOWN_SIGN: Final = "\N{REPLACEMENT CHARACTER}"
FIXED_SIGNS: Final = {
    TAB: "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "\N{NON-BREAKING HYPHEN}",
    w("softHyphen"): "\N{SOFT HYPHEN}",
}
SYMBOL: Final = w("sym")
PRIVATE: Final = range(0xF000, 0xF100)
"""Where a file keeps the signs of fonts that have letters of their own."""
GREEK: Final = (
    (0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?"),
    (0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    (0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
    (0xC4, "⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊"),
    (0xE5, "∑"),
)
DINGBATS: Final = (
    (0x22, "✂"), (0x28, "☎"), (0x2A, "✉"), (0x46, "☞"), (0x4A, "☺"), (0x6C, "●"), (0x6E, "■□"),
    (0x71, "❑❒"), (0x74, "◆◆❖"), (0x9F, "•"), (0xA1, "○"), (0xA7, "▪☐"), (0xD8, "➢"),
    (0xDF, "←→↑↓"), (0xE8, "➔"), (0xEF, "←→"), (0xFB, "✗✓☒☑"),
)  # fmt: skip
MORE_DINGBATS: Final = ((0x4F, "✗✓☒☑☒☒"), (0x97, "●"), (0xA3, "☐"))
WEB_SIGNS: Final = ((0x61, "✓"), (0x63, "□"), (0x67, "■"), (0x72, "✗"))


def _signs(tables: tuple[tuple[int, str], ...]) -> dict[int, str]:
    return {start + at: sign for start, row in tables for at, sign in enumerate(row)}


FONTS: Final = {
    "symbol": _signs(GREEK),
    "wingdings": _signs(DINGBATS),
    "wingdings 2": _signs(MORE_DINGBATS),
    "webdings": _signs(WEB_SIGNS),
}
"""The signs of the fonts that every Word has, by the code a file gives them."""
FONT: Final = w("font")
FONT_NAMES: Final = (w("ascii"), w("hAnsi"))


def sign_of(symbol: etree._Element) -> str:
    """Return the sign that `w:sym` draws from a symbol font."""
    try:
        code = int(symbol.get(w("char"), ""), 16)
    except ValueError:
        return UNKNOWN_SIGN
    return sign_in(symbol.get(FONT), code)


def sign_in(font: str | None, code: int) -> str:
    """Return the sign a font draws for a code; a font of letters draws the letter itself."""
    signs = FONTS.get((font or "").strip().lower())
    if signs is not None:
        return signs.get(code & 0xFF, UNKNOWN_SIGN)
    drawn = 0x20 <= code < 0x110000 and code not in PRIVATE  # noqa: PLR2004 - the range of Unicode
    return chr(code) if drawn and not 0xD800 <= code < 0xE000 else UNKNOWN_SIGN  # noqa: PLR2004


def in_letters(text: str, properties: etree._Element | None) -> str:
    """Return words of a run with the private signs of its symbol font as the signs they are."""
    if text.isascii() or not any(ord(sign) in PRIVATE for sign in text):
        return text
    fonts = None if properties is None else properties.find(w("rFonts"))
    font = None if fonts is None else next(filter(None, map(fonts.get, FONT_NAMES)), None)
    return "".join(sign_in(font, ord(s)) if ord(s) in PRIVATE else s for s in text)
