"""Words that a Word file holds and does not show: none of them is published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casework.documents.read_back.looks import look_of
from casework.documents.read_back.styles import Styles
from casework.documents.wordml import P_PR, R_PR, P, R, parent_of, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from casework.documents.read_back.package import Package

HIDING: Final = b"vanish"
KEPT: Final = frozenset({R_PR, *map(w, ("fldChar", "instrText", "footnoteRef", "endnoteRef"))})
"""What holds the fields and notes around hidden words together."""


def hidden_runs(package: Package, root: etree._Element) -> Iterator[etree._Element]:
    """Yield the runs of a part that Word does not show, by their own look or their style's."""
    if not any(HIDING in part for part in package.parts.values()):
        return
    styles = Styles(package.related_root("styles"))
    for run in root.iter(R):
        paragraph = next(run.iterancestors(P), None)
        style = None if paragraph is None else styles.paragraph(paragraph.find(P_PR))
        if look_of(run.find(R_PR), style, styles).hidden:
            yield run


def take_out_hidden(package: Package, root: etree._Element) -> None:
    """Take away what no reader of the Word file sees."""
    for run in list(hidden_runs(package, root)):
        for child in list(run):
            if child.tag not in KEPT:
                run.remove(child)
        if all(child.tag == R_PR for child in run):
            parent_of(run).remove(run)
