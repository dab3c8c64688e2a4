"""How far a label reaches: the blocks in which its findings stand."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from casework.rules.findings.labels import Label, label_of
from casework.rules.findings.places import AreaHeading
from casework.rules.findings.wording import is_directive, is_sentence
from models.shapes.reading import Block, BlockKind
from models.words import FindingClass

_MOST_INTRODUCTION = 3
"""Paragraphs that may stand between a chapter's heading and its first section."""


class Region(NamedTuple):
    """A label and the blocks it governs, by their positions."""

    label: Label
    start: int
    """The label's own position."""
    end: int
    in_box: bool
    """Whether the label opens a box that ends with the region."""
    ambient: bool
    """Whether the label is a chapter's heading, with sections of its own below it."""


def regions_of(
    blocks: Sequence[Block], headings: dict[int, AreaHeading], aside: AbstractSet[int]
) -> Iterator[Region]:
    """Yield every labelled region in order; regions do not overlap.

    `aside` holds the positions whose labels open no finding: in a glossary,
    or where an earlier report is quoted.
    """
    labels = [
        None if at in headings or at in aside else _label(blocks[at]) for at in range(len(blocks))
    ]
    at = 0
    while at < len(blocks):
        label = labels[at]
        if label is None:
            at += 1
            continue
        region = _Reach(blocks, labels, headings, at).region()
        yield region
        at = region.end


def _label(block: Block) -> Label | None:
    label = label_of(block)
    if label is None:
        return None
    bare = not label.text and not label.number and block.kind is BlockKind.ITEM
    return None if bare else label


class _Reach:
    """Finds the end of one region."""

    def __init__(
        self,
        blocks: Sequence[Block],
        labels: Sequence[Label | None],
        headings: dict[int, AreaHeading],
        at: int,
    ) -> None:
        self._blocks, self._labels, self._headings, self._at = blocks, labels, headings, at
        label = labels[at]
        if label is None:
            raise ValueError(at)
        self._label = label
        box = blocks[at].box
        self._in_box = box is not None and (at == 0 or blocks[at - 1].box != box)
        self._ambient = self._is_ambient()

    def region(self) -> Region:
        end = self._at + 1
        while end < len(self._blocks) and not self._ends_before(end):
            end += 1
        return Region(self._label, self._at, end, self._in_box, self._ambient)

    def _is_ambient(self) -> bool:
        """Return whether a chapter's heading with sections follows, not a finding."""
        after = self._past_introduction()
        if not self._label.plural or self._label.text or after >= len(self._blocks):
            return False
        block = self._blocks[after]
        if block.kind is not BlockKind.HEADING or self._labels[after]:
            return False
        if is_sentence(block.text) and after not in self._headings:
            return False
        own = self._blocks[self._at]
        deeper = own.kind is BlockKind.HEADING and block.level > own.level
        return deeper or after in self._headings

    def _past_introduction(self) -> int:
        """Return where the first block stands that does more than lead to what follows."""
        after = self._at + 1
        for at in range(after, min(after + _MOST_INTRODUCTION, len(self._blocks))):
            block = self._blocks[at]
            if block.kind is not BlockKind.PARAGRAPH or is_directive(block.text):
                return at
        return after

    def _ends_before(self, at: int) -> bool:
        block = self._blocks[at]
        if self._labels[at] is not None:
            return True
        if block.box != self._blocks[self._at].box and not self._ambient:
            return True
        if block.kind is not BlockKind.HEADING:
            return False
        return self._heading_ends(at, block)

    def _heading_ends(self, at: int, block: Block) -> bool:
        own = self._blocks[self._at]
        deeper = own.kind is not BlockKind.HEADING or block.level > own.level
        if at in self._headings:
            return not self._ambient
        if is_sentence(block.text) and self._label.klass is not None:
            return not (deeper or at == self._at + 1)
        if self._ambient:
            return own.kind is BlockKind.HEADING and block.level <= own.level
        return not (self._in_box and deeper and own.kind is BlockKind.HEADING)


def links_to_cause(region: Region, cause: Region | None, blocks: Sequence[Block]) -> bool:
    """Return whether recommendations in this region belong to the cause of concern before it."""
    if cause is None or region.label.klass is not FindingClass.RECOMMENDATION:
        return False
    if region.start != cause.end:
        return False
    own, before = blocks[region.start], blocks[cause.start]
    if own.kind is BlockKind.HEADING and before.kind is BlockKind.HEADING:
        return own.level >= before.level
    return True
