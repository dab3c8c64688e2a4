"""Which list a paragraph is in, by its own properties or its style's, and the mark before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casework.documents.read_back.names import number, value
from casework.documents.wordml import w

if TYPE_CHECKING:
    from lxml import etree

    from casework.documents.read_back.numbering import Label, Numbering
    from casework.documents.read_back.styles import Style

NO_LIST = "0"


def label_of(
    properties: etree._Element | None, style: Style | None, numbering: Numbering
) -> Label | None:
    """Count a paragraph in its list and return its mark, or None if it is in no list."""
    own = None if properties is None else properties.find(w("numPr"))
    list_id, depth = value(own, "numId"), value(own, "ilvl")
    if style is not None and style.numbering is not None and (list_id is None or depth is None):
        origin, inherited = style.numbering
        list_id = list_id or value(inherited, "numId") or NO_LIST
        depth = depth or value(inherited, "ilvl")
        depth = depth or str(numbering.level_for_style(list_id, origin.id))
    if not list_id or list_id == NO_LIST:
        return None
    return numbering.next_label(list_id, number(depth))
