"""The two ways to read tracked changes: as if all were accepted, or all rejected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from casework.documents.wordml import R_PR, w

if TYPE_CHECKING:
    from lxml import etree

View = Literal["accepted", "rejected"]

ADDED = (w("ins"), w("moveTo"))
TAKEN_OUT = (w("del"), w("moveFrom"))
GONE = {"accepted": frozenset(TAKEN_OUT), "rejected": frozenset(ADDED)}
CELL_GONE = {"accepted": w("cellDel"), "rejected": w("cellIns")}


def is_gone(marks: etree._Element | None, view: View) -> bool:
    """Return whether these properties carry the mark of something gone in this view."""
    return marks is not None and any(mark.tag in GONE[view] for mark in marks)


def mark_is_gone(properties: etree._Element | None, view: View) -> bool:
    """Return whether a paragraph runs on into the next: its end was taken out, or never was."""
    return properties is not None and is_gone(properties.find(R_PR), view)


def in_view(properties: etree._Element | None, view: View) -> etree._Element | None:
    """Return the properties of a paragraph or run as they stand in this view."""
    if properties is None or view == "accepted":
        return properties
    before = properties.find(f"{properties.tag}Change")
    return properties if before is None else before.find(properties.tag)
