"""Plain text as paragraphs: parted by blank lines, or by lines where there are none."""

import re

from casework.reading.clean_text import composed

_BLANK = re.compile(r"\n[ \t\xa0]*\n+")
_BROKEN_AT_MARGIN = 55
"""Characters. A line of this length or longer, followed by another, was broken at a margin."""


def text_paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs, their words as they stand."""
    unified = re.sub(r"\r\n|\r|\f", "\n", composed(text)).strip()
    parts = _BLANK.split(unified) if _BLANK.search(unified) else unified.split("\n")
    return tuple(joined for part in parts if (joined := _joined(part)))


def _joined(part: str) -> str:
    joined = ""
    last = ""
    for line in part.split("\n"):
        words = line.strip()
        if joined:
            joined += " " if len(last) >= _BROKEN_AT_MARGIN else "\n"
        joined += words
        last = words
    return joined.strip()
