"""Page furniture that is told by its words: cookie notices, skip links, print buttons."""

import re
from collections.abc import Iterable

from models.shapes.reading import Block, BlockKind

_WHOLE_LINES = re.compile(
    r"""(?:skip\ (?:to|navigation)\b.* | contents | table\ of\ contents | on\ this\ page
    | in\ this\ (?:report|section) | print(?:\ (?:this\ )?(?:page|document|report))?
    | back\ to\ (?:the\ )?(?:top|contents) | return\ to\ top | top | menu | search | navigation
    | share(?:\ (?:this|on|via)\b.*)? | (?:open|close|toggle)\ (?:the\ )?(?:main\ )?menu
    | breadcrumbs? | text\ size.*
    | related\ (?:links|content|publications|pages|reports|information|documents|news)
    | get\ the\ (?:full\ )?report.* | read\ (?:the\ )?(?:full\ )?report.* | download\b.{0,80}
    | view\ (?:as\ )?pdf.* | tweet | facebook | twitter | linkedin | youtube | e-?mail
    | subscribe.{0,60} | (?:next|previous)(?:\ page|\ section)?\s*[»\u203a→]?
    | is\ this\ page\ useful\??.* | ©.{0,120} | (?:you\ are\ here|home):?.{0,3}
    | opens\ in\ (?:a\ )?new\ (?:window|tab)
    | (?:accept|reject|manage)\ (?:all\ )?(?:additional\ )?cookies.*
    | cookies?(?:\ (?:policy|settings|preferences|notice)|\ on\ .{0,80})?)""",
    re.IGNORECASE | re.VERBOSE,
)
_COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)
_COOKIE_TALK = re.compile(
    r"\b(?:we|site|website|accept|consent|browser|preferences|settings|essential|analytics)\b",
    re.IGNORECASE,
)
_DOT_LEADERS = re.compile(r"(?:\s?[.…·_]){4,}\s*\d{0,4}$")
_LONGEST_FURNITURE = 140


def without_furniture(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks that belong to the report itself."""
    return tuple(block for block in blocks if not _is_furniture(block))


def _is_furniture(block: Block) -> bool:
    if block.kind is BlockKind.TABLE:
        return False
    text = block.text.strip()
    if len(text) <= _LONGEST_FURNITURE and _WHOLE_LINES.fullmatch(text):
        return True
    if _DOT_LEADERS.search(text[-200:]):
        return True
    return bool(_COOKIES.search(text[:400]) and _COOKIE_TALK.search(text[:400]))
