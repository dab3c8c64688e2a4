"""Changes of the source woven into a paragraph a person may have edited, word by word."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word
from casework.documents.merge.pen import Pen, run_of, split_run
from casework.documents.pieces.letters import Field, Stretch, runs_of, stretches
from casework.documents.pieces.word_changes import (
    Change,
    changes,
    likeness,
    phrases,
    tokens,
    words_between,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

REWRITTEN: Final = 0.6
"""Likeness of old and new source below which a change is a rewrite, not a correction."""
ROOM: Final = 1
"""Untouched words that must stand between a person's change and the service's."""

Edit = tuple[int, int, str]
"""Characters `start:end` of the reviewers' paragraph become these words."""


def weave(pen: Pen, paragraph: etree._Element, old: str, new: str) -> int | None:
    """Bring a paragraph from the old source to the new one by tracked changes.

    Returns how many were made; None, with nothing done, if a person touched the
    same words or words beside them, or if what must change is no plain text.
    """
    found = stretches(paragraph)
    edits = _edits(tokens(old), tokens(new), tokens("".join(s.text for s in found)))
    if edits is None:
        return None
    edits = _with_whole_fields(found, edits)
    if not all(_is_plain(found, start, end) for start, end, _ in edits):
        return None
    for start, end, words in reversed(edits):
        _write(pen, paragraph, start, end, words)
    return len(edits)


def _edits(old: list[str], new: list[str], theirs: list[str]) -> list[Edit] | None:
    """Return what the source changed, as places in the reviewers' words; None if they clash."""
    human = changes(old, theirs)
    ours = _phrases(old, new)
    if human and likeness(old, new) < REWRITTEN:
        return None
    done = {(h.start, h.end, tuple(theirs[h.new_start : h.new_end])) for h in human}
    starts = [0, *accumulate(map(len, theirs))]
    edits = []
    for change in ours:
        words = new[change.new_start : change.new_end]
        if (change.start, change.end, tuple(words)) in done:
            continue  # the person made the very same change
        if any(_too_near(old, change, other) for other in human):
            return None
        shift = sum(
            (h.new_end - h.new_start) - (h.end - h.start) for h in human if h.end <= change.start
        )
        edits.append((starts[change.start + shift], starts[change.end + shift], "".join(words)))
    return edits


def _phrases(old: list[str], new: list[str]) -> list[Change]:
    """Return the changes of the source; another text altogether is one change."""
    if old and new and likeness(old, new) < REWRITTEN / 2:
        return [Change(0, len(old), 0, len(new))]
    return phrases(old, new)


def _with_whole_fields(found: Sequence[Stretch], edits: list[Edit]) -> list[Edit]:
    """Return the edits, each that touches a field a person typed into grown to all of it."""
    text = "".join(stretch.text for stretch in found)
    for start, end in _fields(found):
        met = [edit for edit in edits if edit[0] <= end and edit[1] >= start]
        if met:
            first, last = min(start, met[0][0]), max(end, met[-1][1])
            words, at = "", first
            for begin, stop, new in met:
                words += text[at:begin] + new
                at = stop
            grown = (first, last, words + text[at:last])
            edits = sorted([edit for edit in edits if edit not in met] + [grown])
    return edits


def _fields(found: Sequence[Stretch]) -> list[tuple[int, int]]:
    """Return from where to where the words of each field reach."""
    reach: dict[Field, tuple[int, int]] = {}
    for stretch, start, end in _placed(found):
        if stretch.field is not None:
            reach[stretch.field] = (reach.get(stretch.field, (start, end))[0], end)
    return list(reach.values())


def _too_near(old: Sequence[str], ours: Change, human: Change) -> bool:
    if human.end <= ours.start:
        return words_between(old, human.end, ours.start) < ROOM
    if ours.end <= human.start:
        return words_between(old, ours.end, human.start) < ROOM
    return True


def _is_plain(found: Sequence[Stretch], start: int, end: int) -> bool:
    """Return whether all words of a place can be altered, or words put in there."""
    placed = _placed(found)
    if start < end:
        return not any(s.fixed for s, a, b in placed if a < end and b > start)
    inside = [s for s, a, b in placed if a < start < b]
    if inside:
        return not inside[0].fixed
    return not found or _beside(found, start) is not None


def _placed(found: Sequence[Stretch]) -> list[tuple[Stretch, int, int]]:
    ends = [0, *accumulate(len(stretch.text) for stretch in found)]
    return [(s, a, b) for s, (a, b) in zip(found, pairwise(ends), strict=True)]


def _beside(found: Sequence[Stretch], place: int) -> tuple[Stretch, bool] | None:
    """Return the plain stretch that ends at a place (True), or begins there (False)."""
    placed = _placed(found)
    for stretch, _, end in placed:
        if end == place and not stretch.fixed:
            return stretch, True
    for stretch, start, _ in placed:
        if start == place and not stretch.fixed:
            return stretch, False
    return None


def _write(pen: Pen, paragraph: etree._Element, start: int, end: int, words: str) -> None:
    for place in (end, start):
        _cut(paragraph, place)
    found = stretches(paragraph)
    struck = [s for s, a, b in _placed(found) if a >= start and b <= end and a < b]
    marks = pen.strike(runs_of(struck)) if end > start else []
    if not words:
        return
    if marks:
        insertion = pen.insertion([run_of(words, marks[0][0].find(word.R_PR))])
        if end == sum(len(stretch.text) for stretch in found):
            marks[0].addprevious(insertion)  # see `endings`: the paragraph must not end with it
        else:
            marks[-1].addnext(insertion)
        return
    beside = _beside(found, start)
    if beside is None:
        paragraph.append(pen.insertion([run_of(words, None)]))
        return
    stretch, after = beside
    insertion = pen.insertion([run_of(words, stretch.run.find(word.R_PR))])
    if after:
        stretch.run.addnext(insertion)
    else:
        stretch.run.addprevious(insertion)


def _cut(paragraph: etree._Element, place: int) -> None:
    """Make sure that a run ends at this place."""
    for stretch, start, end in _placed(stretches(paragraph)):
        if start < place < end:
            split_run(stretch.run, place - start)
            return
