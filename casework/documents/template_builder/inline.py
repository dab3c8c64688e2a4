"""One line of wording becomes a paragraph: its runs, links and fields."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape, quoteattr

INLINE: Final = re.compile(r"(\*\*.*?\*\*|\[\[.*?\]\]|!!.*?!!|<page>|<pages>|<tab>)")
FIELDS: Final = {"<page>": "PAGE", "<pages>": "NUMPAGES"}


def paragraph(style: str, words: str, language: str = "") -> str:
    """Return a paragraph of a style; a language is named where it is not the file's."""
    runs = "".join(_run(piece, language) for piece in INLINE.split(words) if piece)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _run(piece: str, language: str) -> str:
    if piece in FIELDS:
        field = f"<w:fldSimple w:instr={quoteattr(f' {FIELDS[piece]} ')}>"
        return f"{field}<w:r><w:t>1</w:t></w:r></w:fldSimple>"
    if piece == "<tab>":
        return "<w:r><w:tab/></w:r>"
    if not INLINE.fullmatch(piece):
        return _words(piece, "", language)
    words = piece[2:-2]
    if piece.startswith("[["):
        link = _words(words, "Hyperlink", language)
        return f'<w:hyperlink r:id="rIdReport" w:history="1">{link}</w:hyperlink>'
    return _words(words, "Strong" if piece.startswith("**") else "Unconfirmed", language)


def _words(words: str, style: str, language: str) -> str:
    marks = f'<w:rStyle w:val="{style}"/>' if style else ""
    marks += f"<w:lang w:val={quoteattr(language)}/>" if language else ""
    look = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
