"""Which paragraph of one version is which paragraph of another.

Keys decide before words: two findings may read the same, and each keeps its
own place. Where marks were lost, the words decide; where both were, nothing
is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from casework.documents.pieces.word_changes import in_order, likeness, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

SAME_REGION: Final = 0.35
"""Likeness from which two paragraphs of one region are the same one, rewritten."""
ANYWHERE: Final = 0.6
"""Likeness from which two paragraphs without a common mark are the same one."""
NOWHERE: Final = -1
MOST_COMPARISONS: Final = 20_000
"""Pairs that are weighed word by word: beyond it only equal words and marks count."""


class Piece(NamedTuple):
    """What is known of a paragraph or table: its region's key, its words, whether it is a table."""

    key: str | None
    text: str
    is_table: bool = False


def align(old: Sequence[Piece], new: Sequence[Piece]) -> dict[int, int]:
    """Return the place in `new` of each piece of `old` that is still there."""
    alignment = _Alignment(old, new)
    alignment.take(in_order(old, new))
    alignment.within_regions()
    alignment.by_equal_words()
    alignment.between_neighbours()
    alignment.by_likeness(ANYWHERE, _may_be_same)
    return dict(sorted(alignment.found.items()))


class _Alignment:
    def __init__(self, old: Sequence[Piece], new: Sequence[Piece]) -> None:
        self.old, self.new = old, new
        self.found: dict[int, int] = {}
        self._taken: set[int] = set()
        self._tokens: dict[str, list[str]] = {}

    def take(self, pairs: Iterable[tuple[int, int]]) -> None:
        for i, j in pairs:
            if i not in self.found and j not in self._taken:
                self.found[i] = j
                self._taken.add(j)

    def left(self) -> tuple[list[int], list[int]]:
        """Return the places of both sides that have no counterpart yet."""
        return (
            [i for i in range(len(self.old)) if i not in self.found],
            [j for j in range(len(self.new)) if j not in self._taken],
        )

    def within_regions(self) -> None:
        """Pair what one region holds on both sides: equal words, like words, the last one left."""
        olds, news = self.left()
        by_key = _by_key(self.new, news)
        for key, mine in _by_key(self.old, olds).items():
            others = by_key.get(key, [])
            if others:
                self._pair_equal(mine, others)
                self._pair_like(mine, others, SAME_REGION, _alike)
                self._pair_last(key, mine, others)

    def by_equal_words(self) -> None:
        """Pair equal words whose mark was lost, or that moved: first those in order."""
        olds, news = self.left()
        olds = [i for i in olds if self.old[i].text.strip()]
        news = [j for j in news if self.new[j].text.strip()]
        self._pair_equal(olds, news)
        places = defaultdict(list)
        for j in news:
            places[self.new[j].text].append(j)
        for i in olds:
            self.take((i, j) for j in places[self.old[i].text] if self._is_equal(i, j))

    def between_neighbours(self) -> None:
        """Pair like paragraphs that stand between the same neighbours."""
        olds, news = self.left()
        before_old = _paired_before(range(len(self.old)), self.found)
        before_new = _paired_before(range(len(self.new)), {j: j for j in self._taken})
        gaps: dict[int, list[int]] = defaultdict(list)
        for j in news:
            gaps[before_new[j]].append(j)
        after: dict[int, list[int]] = defaultdict(list)
        for i in olds:
            after[self.found.get(before_old[i], NOWHERE)].append(i)
        for place, others in gaps.items():
            self._pair_like(after[place], others, SAME_REGION, _may_be_same)

    def by_likeness(self, least: float, may: Callable[[Piece, Piece], bool]) -> None:
        olds, news = self.left()
        if len(olds) * len(news) <= MOST_COMPARISONS:
            self._pair_like(olds, news, least, may)

    def _is_equal(self, i: int, j: int) -> bool:
        old, new = self.old[i], self.new[j]
        return old.text == new.text and _may_be_same(old, new)

    def _pair_equal(self, olds: list[int], news: list[int]) -> None:
        texts = [self.old[i].text for i in olds], [self.new[j].text for j in news]
        pairs = ((olds[a], news[b]) for a, b in in_order(*texts))
        self.take((i, j) for i, j in pairs if self._is_equal(i, j))

    def _pair_like(
        self,
        olds: list[int],
        news: list[int],
        least: float,
        may: Callable[[Piece, Piece], bool],
    ) -> None:
        free = [i for i in olds if i not in self.found], [j for j in news if j not in self._taken]
        if len(free[0]) * len(free[1]) > MOST_COMPARISONS:
            return
        weighed = [
            (weight, -abs(i - j), i, j)
            for i in free[0]
            for j in free[1]
            if may(self.old[i], self.new[j]) and (weight := self._likeness(i, j)) >= least
        ]
        self.take((i, j) for _, _, i, j in sorted(weighed, key=lambda w: (-w[0], -w[1], w[2:])))

    def _pair_last(self, key: str, olds: list[int], news: list[int]) -> None:
        """Pair the only paragraph a region has left on both sides, whatever became of it."""
        free = [i for i in olds if i not in self.found], [j for j in news if j not in self._taken]
        if len(free[0]) == len(free[1]) == 1:
            old, new = self.old[free[0][0]], self.new[free[1][0]]
            if old.is_table == new.is_table and key:
                self.take([(free[0][0], free[1][0])])

    def _likeness(self, i: int, j: int) -> float:
        first, second = self._words(self.old[i].text), self._words(self.new[j].text)
        shorter, longer = sorted((len(first), len(second)))
        if 2 * shorter < SAME_REGION * (shorter + longer):
            return 0.0
        return likeness(first, second)

    def _words(self, text: str) -> list[str]:
        if text not in self._tokens:
            self._tokens[text] = [token for token in tokens(text) if not token.isspace()]
        return self._tokens[text]


def _by_key(pieces: Sequence[Piece], places: Iterable[int]) -> dict[str, list[int]]:
    found = defaultdict(list)
    for place in places:
        key = pieces[place].key
        if key is not None:
            found[key].append(place)
    return found


def _alike(old: Piece, new: Piece) -> bool:
    return old.is_table == new.is_table


def _may_be_same(old: Piece, new: Piece) -> bool:
    """Return whether two pieces contradict each other in no mark."""
    return old.is_table == new.is_table and (old.key == new.key or None in {old.key, new.key})


def _paired_before(places: range, paired: Mapping[int, int]) -> list[int]:
    """Return for each place the nearest paired place before it, or NOWHERE."""
    before, last = [], NOWHERE
    for place in places:
        before.append(last)
        last = place if place in paired else last
    return before
