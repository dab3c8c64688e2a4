"""Findings printed twice: counted once, the body's words kept, in the first one's place."""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from casework.rules.findings.drafts import Draft
from casework.rules.findings.normal import comparable
from casework.rules.findings.places import Place

_SAME_IN_SUMMARY = 80
"""A summary shortens and rewords; 80 found every repetition of the sample without a false one."""
_CLOSE_LENGTH = 0.6
"""What is shorter than that cannot be so much alike: need not be compared word by word."""


class Unique(NamedTuple):
    """The findings, each once, and the words of those that the body itself prints twice."""

    drafts: tuple[Draft, ...]
    twice_in_body: tuple[str, ...]


class _Kept(NamedTuple):
    draft: Draft
    words: str
    place: Place


def without_repetitions(drafts: Sequence[Draft], places: Sequence[Place]) -> Unique:
    """Return every finding once."""
    kept: list[_Kept] = []
    replaced: dict[int, Draft] = {}
    twice: list[str] = []
    for draft in drafts:
        one = _Kept(draft, comparable(draft.text), places[draft.at])
        index = next((n for n, earlier in enumerate(kept) if _is_same(earlier, one)), None)
        if index is None:
            kept.append(one)
            continue
        earlier = kept[index]
        if not earlier.place.repeats and not one.place.repeats:
            twice.append(draft.head.text.strip())
        kept[index] = _merged(earlier, one)
        gone = one if kept[index].draft is earlier.draft else earlier
        replaced[id(gone.draft)] = kept[index].draft
    for one in kept:
        _redirect(one.draft, replaced)
    return Unique(tuple(one.draft for one in kept), tuple(twice))


def _redirect(draft: Draft, replaced: dict[int, Draft]) -> None:
    while draft.parent is not None and id(draft.parent) in replaced:
        draft.parent = replaced[id(draft.parent)]


def _merged(earlier: _Kept, later: _Kept) -> _Kept:
    """Return the body's edition, with the number and the parent that either one has."""
    keep, other = (
        (later, earlier) if earlier.place.repeats and not later.place.repeats else (earlier, later)
    )
    keep.draft.number = keep.draft.number or other.draft.number
    keep.draft.parent = keep.draft.parent or other.draft.parent
    return keep


def _is_same(one: _Kept, other: _Kept) -> bool:
    if one.draft.klass is not other.draft.klass:
        return False
    numbers = {one.draft.number, other.draft.number} - {None}
    if len(numbers) > 1:
        return False
    if one.words == other.words:
        return True
    shorter, longer = sorted((len(one.words), len(other.words)))
    repeats = one.place.repeats or other.place.repeats
    same_number = one.draft.number is not None and one.draft.number == other.draft.number
    if not (repeats or same_number) or shorter < _CLOSE_LENGTH * longer:
        return False
    return fuzz.token_sort_ratio(one.words, other.words, score_cutoff=_SAME_IN_SUMMARY) > 0
