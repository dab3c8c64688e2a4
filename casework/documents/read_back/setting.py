"""How a paragraph is set on paper: how far from its neighbours, and if it stays with the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casework.documents.read_back.names import number, switch
from casework.documents.wordml import w

if TYPE_CHECKING:
    from lxml import etree

SPACING, CONTEXTUAL, KEEP_NEXT = w("spacing"), w("contextualSpacing"), w("keepNext")
OWN: Final = frozenset({SPACING, CONTEXTUAL, KEEP_NEXT})
CLOSE: Final = 60
"""Twentieths of a point: lines no further apart than 3 points read as one group."""
AUTOMATIC: Final = 280
"""Twentieths of a point: the space Word leaves where it is told to choose."""
LINE: Final = 240
"""Twentieths of a point: one line, of which `w:afterLines` counts hundredths."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Spaces in twentieths of a point, and what is kept together."""

    style: str = ""
    before: int = 0
    after: int = 0
    contextual: bool = False
    """Whether its spaces fall away beside a paragraph of the same style."""
    keep_next: bool = False

    def changed_by(self, properties: etree._Element | None) -> Setting:
        """Return the setting with what these properties say on top."""
        if properties is None or not any(child.tag in OWN for child in properties):
            return self
        contextual, keep = switch(properties, "contextualSpacing"), switch(properties, "keepNext")
        spacing = properties.find(SPACING)
        return Setting(
            self.style,
            _space(spacing, "before", self.before),
            _space(spacing, "after", self.after),
            self.contextual if contextual is None else contextual,
            self.keep_next if keep is None else keep,
        )

    def is_close_to(self, following: Setting) -> bool:
        """Return whether the next paragraph begins right below this one."""
        same = self.style == following.style
        after = 0 if same and self.contextual else self.after
        before = 0 if same and following.contextual else following.before
        return after + before <= CLOSE


def _space(spacing: etree._Element | None, side: str, inherited: int) -> int:
    if spacing is None:
        return inherited
    if spacing.get(w(f"{side}Autospacing"), "0") not in {"0", "false", "off"}:
        return AUTOMATIC
    lines = number(spacing.get(w(f"{side}Lines")))
    own = spacing.get(w(side))
    if lines:
        return lines * LINE // 100
    return inherited if own is None else number(own)
