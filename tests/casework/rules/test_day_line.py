"""Where a case is in its days, in one line."""

from datetime import date

import pytest

from casework.rules.day_line import day_line

PUBLISHED = date(2022, 10, 14)


@pytest.mark.parametrize(
    ("today", "line"),
    [
        (date(2022, 10, 13), "1 day before publication; last day Thursday 8 December"),
        (date(2022, 10, 14), "Day 1 of 56; last day Thursday 8 December"),
        (date(2022, 12, 8), "Day 56 of 56; last day Thursday 8 December"),
        (date(2022, 12, 9), "1 day past day 56; last day was Thursday 8 December"),
        (date(2023, 1, 2), "25 days past day 56; last day was Thursday 8 December 2022"),
    ],
)
def test_the_line_says_the_day_and_the_last_day(today: date, line: str) -> None:
    assert day_line(PUBLISHED, today) == line
    assert day_line(PUBLISHED, today, provisional=True) == f"{line} (provisional)"
