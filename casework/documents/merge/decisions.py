"""What people made of a proposal: read from the file they hand back."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from casework.documents import wordml as word
from casework.documents.merge.merging import has_changes, main_part
from casework.documents.packing import unpack
from casework.documents.pieces.blocks import keys_of, rows_of
from casework.documents.pieces.letters import words_of
from casework.documents.wordml import parse
from models.review_words import Decision, MergeOutcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from models.shapes.merging import MergeItem

EVERYWHERE = ""


def is_undecided(data: bytes) -> bool:
    """Return whether tracked changes of the service's still wait in a Word file."""
    return has_changes(_root(data))


def decisions(data: bytes, items: Iterable[MergeItem]) -> list[Decision]:
    """Return what was made of each update, by the words that stand in the file now."""
    texts = _texts(_root(data))
    return [_decision(item, texts) for item in items]


def _root(data: bytes) -> etree._Element:
    parts = unpack(data)
    return parse(parts[main_part(parts)])


def _texts(root: etree._Element) -> dict[str, set[str]]:
    """Return the texts of each region's paragraphs and rows; all of them under no key."""
    found: dict[str, set[str]] = defaultdict(set)
    for element, key in keys_of(root).items():
        found[key] |= _lines(element)
    found[EVERYWHERE] |= _lines(root)
    return found


def _lines(element: etree._Element) -> set[str]:
    rows = {row.text for table in element.iter(word.TBL) for row in rows_of(table, {})}
    return rows | {words_of(paragraph) for paragraph in element.iter(word.P)}


def _decision(item: MergeItem, texts: dict[str, set[str]]) -> Decision:
    own = texts.get(item.region, set())
    standing = own or texts[EVERYWHERE]  # a region that came in as a tracked change has no mark
    before = bool(item.theirs) and _stands(item.theirs, standing)
    after = bool(item.new) and _stands(item.new, standing)
    if item.outcome is MergeOutcome.ADDED:
        return Decision.TAKEN if after else Decision.NOT_TAKEN
    if not item.new:
        return Decision.NOT_TAKEN if before else Decision.TAKEN
    if after:
        return Decision.TAKEN
    if before or (not item.theirs and not any(own)):
        return Decision.NOT_TAKEN
    woven = item.outcome is MergeOutcome.UPDATED and item.theirs != item.old
    return Decision.TAKEN if woven else Decision.PARTLY


def _stands(words: str, texts: set[str]) -> bool:
    return all(line in texts for line in words.split("\n"))
