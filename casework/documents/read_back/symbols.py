"""Signs that stand in a run without being letters: breaks, hyphens, the signs of symbol fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casework.documents.wordml import TAB, w

if TYPE_CHECKING:
    from lxml import etree

SYMBOLS: Final = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0A8: "☐", 0xF0FC: "✓", 0xF0FE: "☑", 0xF0FB: "✗", 0xF0D8: "➢",
    0xF0E0: "→", 0xF0DF: "←", 0xF0E8: "➔", 0xF04A: "☺", 0xF0B0: "°", 0xF0A3: "≤", 0xF0B3: "≥",
}  # fmt: skip
"""The signs of the Symbol and Wingdings fonts that letters commonly hold."""
UNKNOWN_SIGN: Final = "\N{REPLACEMENT CHARACTER}"
FIXED_SIGNS: Final = {
    TAB: "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "\N{NON-BREAKING HYPHEN}",
    w("softHyphen"): "\N{SOFT HYPHEN}",
}
SYMBOL: Final = w("sym")


def sign_of(symbol: etree._Element) -> str:
    """Return the sign that `w:sym` draws from a symbol font."""
    try:
        return SYMBOLS.get(int(symbol.get(w("char"), ""), 16), UNKNOWN_SIGN)
    except ValueError:
        return UNKNOWN_SIGN
