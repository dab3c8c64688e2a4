"""What the source moved: whole groups of pieces, which stay if a person edited one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from casework.documents.pieces.blocks import Block


class Moves:
    """The pieces the source moved, in groups of neighbours."""

    def __init__(self) -> None:
        """Begin with none."""
        self._goes: dict[Block, Block] = {}
        self._comes: dict[Block, Block] = {}
        self._stay: set[Block] = set()
        self._leaders: set[Block] = set()

    @classmethod
    def between(
        cls,
        base: Sequence[Block],
        mine: Sequence[Block],
        pairs: tuple[Mapping[int, int], Mapping[int, int]],
        is_touched: Callable[[Block], bool],
    ) -> Moves:
        """Return the moves among all pairs and those that keep their order."""
        moves, (every, steps) = cls(), pairs
        for group in _groups({i: j for i, j in every.items() if i not in steps}):
            olds = [base[i] for i, _ in group]
            moves._goes.update({base[i]: mine[j] for i, j in group})
            moves._comes.update({mine[j]: base[i] for i, j in group})
            if any(map(is_touched, olds)):
                moves._stay.update(olds)
                moves._leaders.add(olds[0])
        return moves

    def goes(self, old: Block) -> Block | None:
        """Return the piece an old one becomes elsewhere, if the source moved it."""
        return self._goes.get(old)

    def comes(self, new: Block) -> bool:
        """Return whether a new piece is an old one from elsewhere."""
        return new in self._comes

    def arrives(self, new: Block) -> bool:
        """Return whether a moved piece is put in at its new place."""
        return new in self._comes and self._comes[new] not in self._stay

    def stays(self, old: Block) -> bool:
        """Return whether a moved piece is left where it stands."""
        return old in self._stay

    def leads(self, old: Block) -> bool:
        """Return whether a piece is the first of a group that stays."""
        return old in self._leaders


def _groups(pairs: Mapping[int, int]) -> list[list[tuple[int, int]]]:
    """Return the pairs in groups of those that stand side by side in both versions."""
    groups: list[list[tuple[int, int]]] = []
    for i, j in sorted(pairs.items()):
        if groups and groups[-1][-1] == (i - 1, j - 1):
            groups[-1].append((i, j))
        else:
            groups.append([(i, j)])
    return groups
