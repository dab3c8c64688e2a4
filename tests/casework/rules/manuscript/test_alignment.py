"""How two texts that are nearly the same lie beside one another."""

import pytest
from rapidfuzz.distance import Opcode

from casework.rules.manuscript.alignment import gaps, stretched, without_strays

Stretch = tuple[int, int, int]


def same(*stretches: Stretch) -> list[Opcode]:
    """Return stretches that two texts share: from, up to, and where in the other text."""
    return [Opcode("equal", a, b, at, at + b - a) for a, b, at in stretches]


def shown(steps: list[Opcode]) -> list[Stretch]:
    assert all(one.dest_end - one.dest_start == one.src_end - one.src_start for one in steps)
    return [(one.src_start, one.src_end, one.dest_start) for one in steps]


@pytest.mark.parametrize(
    ("stretches", "kept"),
    [
        ([(0, 10, 0)], [(0, 10, 0)]),
        ([(0, 2, 0), (2, 12, 8)], [(2, 12, 8)]),
        ([(0, 1, 0), (1, 2, 1), (2, 12, 8)], [(2, 12, 8)]),
        ([(0, 4, 0), (4, 14, 9)], [(0, 4, 0), (4, 14, 9)]),
        ([(0, 3, 0), (4, 14, 5)], [(0, 3, 0), (4, 14, 5)]),
        ([(0, 10, 0), (10, 12, 20)], [(0, 10, 0)]),
        ([(0, 10, 0), (10, 11, 20), (11, 12, 21)], [(0, 10, 0)]),
        ([(0, 10, 0), (10, 14, 20)], [(0, 10, 0), (10, 14, 20)]),
        ([(0, 10, 0), (10, 12, 12), (12, 14, 14)], [(0, 10, 0), (10, 12, 12), (12, 14, 14)]),
        ([(0, 10, 0), (14, 16, 10)], [(0, 10, 0)]),
        ([], []),
    ],
)
def test_a_few_words_far_from_the_rest_are_shared_by_chance(
    stretches: list[Stretch], kept: list[Stretch]
) -> None:
    assert shown(without_strays(same(*stretches))) == kept


@pytest.mark.parametrize(
    ("wanted", "there", "stretch", "made"),
    [
        ("a b c d", "a b c d", (1, 3, 1), [(0, 1, 0), (1, 3, 1), (3, 4, 3)]),
        ("a b c d", "x b c y", (1, 3, 1), [(1, 3, 1)]),
        ("a b x c d", "a b y c d", (3, 5, 3), [(0, 2, 0), (3, 5, 3)]),
        ("a b x c d", "a b y c d", (0, 2, 0), [(0, 2, 0), (3, 5, 3)]),
        ("b c d", "a b c d", (1, 3, 2), [(0, 1, 1), (1, 3, 2)]),
        ("a b c", "b c", (1, 3, 0), [(1, 3, 0)]),
    ],
)
def test_equal_words_right_beside_are_shared_as_well(
    wanted: str, there: str, stretch: Stretch, made: list[Stretch]
) -> None:
    assert shown(stretched(same(stretch), wanted.split(), there.split())) == made


def test_what_differs_is_what_lies_between() -> None:
    between = list(gaps(same((1, 3, 4), (5, 6, 6)), 8))
    assert between == [
        (slice(0, 1), slice(4, 4)),
        (slice(3, 5), slice(6, 6)),
        (slice(6, 8), slice(7, 7)),
    ]
