"""Formulas, as far as plain words can say them: numbers and letters, raised and lowered signs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casework.documents.read_back.names import M
from casework.documents.read_back.view import GONE
from models.shapes.word import Script

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from casework.documents.read_back.story import Story

FORMULA, FORMULA_TEXT = f"{M}oMath", f"{M}t"
SCRIPTS: Final = {f"{M}sup": Script.ABOVE, f"{M}sub": Script.BELOW}
PLAIN: Final = frozenset(
    (
        *SCRIPTS,
        *(f"{M}{name}" for name in ("oMath", "oMathPara", "r", "e", "sSup", "sSub", "sSubSup")),
    )
)
"""What a line of words can hold; a fraction or a root is more than that."""


def pieces_of(formula: etree._Element, story: Story) -> Iterator[tuple[str, Script]]:
    """Yield the words of a formula; say so where words cannot say what it shows."""
    for text in formula.iter(FORMULA_TEXT):
        holders = list(text.iterancestors())
        inside = holders[: holders.index(formula) + 1]
        if any(each.tag in GONE[story.view] for each in inside):
            continue
        if any(each.tag.startswith(M) and each.tag not in PLAIN for each in inside):
            words = "".join(each.text or "" for each in formula.iter(FORMULA_TEXT))
            story.hold_back(
                f"The formula “{words}” cannot be set on a web page: write it in plain words."
            )
        yield (
            text.text or "",
            next((SCRIPTS[e.tag] for e in inside if e.tag in SCRIPTS), Script.NONE),
        )
