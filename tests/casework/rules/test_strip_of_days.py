"""Where the days, today and the milestones stand on the strip of fifty-six days."""

from datetime import date, timedelta

import pytest

from casework.rules.plan import LAST, TARGET, Milestone
from casework.rules.strip import CELL, EDGE, WIDTH, Cell, Mark, Strip, middle_of, strip

PUBLISHED = date(2022, 10, 14)  # a Friday: day 56 is Thursday 8 December
HOLIDAY = frozenset({date(2022, 12, 8)})


def planned(key: str, day: int) -> Milestone:
    return Milestone(key, key, day, PUBLISHED + timedelta(days=day - 1))


PLAN = [planned("steer", 10), planned("web", 53), planned(TARGET, 55), planned(LAST, 56)]


def drawn(day: int) -> Strip:
    return strip(PUBLISHED, PUBLISHED + timedelta(days=day - 1), PLAN, HOLIDAY)


@pytest.mark.parametrize(
    ("day", "x"),
    [
        (-3, EDGE // 2),
        (0, EDGE // 2),
        (1, EDGE + 8),
        (2, EDGE + 24),
        (56, EDGE + 55 * 16 + 8),
        (57, WIDTH - EDGE // 2),
        (90, WIDTH - EDGE // 2),
    ],
)
def test_a_day_stands_in_the_middle_of_its_cell_and_others_at_the_edge(day: int, x: int) -> None:
    assert middle_of(day) == x


def test_the_cells_stand_side_by_side_and_say_which_are_past_and_which_are_rest() -> None:
    cells = drawn(3).cells
    assert cells[:4] == (
        Cell(EDGE, 1, is_past=True, is_rest=False),
        Cell(EDGE + CELL, 2, is_past=True, is_rest=True),
        Cell(EDGE + 2 * CELL, 3, is_past=False, is_rest=True),
        Cell(EDGE + 3 * CELL, 4, is_past=False, is_rest=False),
    )
    assert (len(cells), cells[-1].number) == (56, 56)
    assert cells[-1].is_rest, "day 56 is a holiday here"


def test_a_milestone_is_past_from_the_day_after_it() -> None:
    assert [mark.is_past for mark in drawn(10).marks] == [False, False]
    assert [mark.is_past for mark in drawn(11).marks] == [True, False]


def test_the_last_days_are_no_marks_like_the_others() -> None:
    assert drawn(1).marks == (
        Mark(middle_of(10), PLAN[0], is_past=False),
        Mark(middle_of(53), PLAN[1], is_past=False),
    )


def test_the_strip_tells_the_days_it_is_drawn_from() -> None:
    strip_of_ten = drawn(10)
    assert (strip_of_ten.first, strip_of_ten.last) == (PUBLISHED, date(2022, 12, 8))
    assert (strip_of_ten.last_working, strip_of_ten.today) == (
        date(2022, 12, 7),
        date(2022, 10, 23),
    )
    assert (strip_of_ten.day, strip_of_ten.days_left) == (10, 46)
    assert (strip_of_ten.today_x, strip_of_ten.last_working_x) == (middle_of(10), middle_of(55))
    assert drawn(58).days_left == -2
