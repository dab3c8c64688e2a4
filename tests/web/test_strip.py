"""The strip of fifty-six days and the column of stages: where everything stands."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.registers.bank_holidays import bank_holidays_around
from casework.rules.plan import milestones
from casework.rules.strip import EDGE, WIDTH, Strip, middle_of, strip
from models.shapes.route import FULL_ROUTE, LeadTimes
from models.words import WAYS_OUT, Stage
from tests.builders import DAY_ONE, LAST_DAY
from web.pictures.stages import stages


def strip_on(today: date, published: date = DAY_ONE) -> Strip:
    holidays = bank_holidays_around(published)
    plan = milestones(published, FULL_ROUTE, LeadTimes(), holidays)
    return strip(published, today, plan, holidays)


def test_the_strip_has_a_cell_for_each_of_the_56_days() -> None:
    drawn = strip_on(DAY_ONE)
    assert [cell.number for cell in drawn.cells] == list(range(1, 57))
    assert (drawn.first, drawn.last) == (DAY_ONE, LAST_DAY)
    assert drawn.cells[1].is_rest, "15 October 2022 was a Saturday"
    assert not drawn.cells[0].is_rest


def test_today_stands_over_its_own_cell_and_what_is_before_it_is_past() -> None:
    drawn = strip_on(DAY_ONE + timedelta(days=9))
    assert drawn.day == 10
    assert drawn.today_x == drawn.cells[9].x + drawn.cell // 2
    assert [cell.number for cell in drawn.cells if cell.is_past] == list(range(1, 10))


def test_the_last_working_day_stands_before_a_last_day_at_a_weekend() -> None:
    published = date(2022, 10, 15)
    drawn = strip_on(published, published)
    assert drawn.last == date(2022, 12, 9)
    assert drawn.last_working == date(2022, 12, 9)
    sunday = strip_on(date(2022, 10, 17), date(2022, 10, 17))
    assert (sunday.last, sunday.last_working) == (date(2022, 12, 11), date(2022, 12, 9))
    assert sunday.last_working_x == middle_of(54)


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(-400, 400))
def test_nothing_of_the_strip_ever_stands_outside_of_the_picture(published: date, n: int) -> None:
    drawn = strip_on(published + timedelta(days=n), published)
    places = [drawn.today_x, drawn.last_working_x, *(mark.x for mark in drawn.marks)]
    assert all(0 < x < WIDTH for x in places)
    assert drawn.cells[-1].x + drawn.cell == WIDTH - EDGE
    assert drawn.days_left == (drawn.last - drawn.today).days


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_has_its_place_in_the_column(stage: Stage) -> None:
    column = stages(stage)
    here = [step for step in column.steps if step.is_here]
    assert [step.stage for step in here] == [stage]
    assert all(step.is_past for step in column.steps[: column.steps.index(here[0])])
    assert column.steps[-1].y < column.height


@pytest.mark.parametrize("stage", sorted(WAYS_OUT))
def test_a_case_that_ended_early_shows_no_stage_it_never_reached(stage: Stage) -> None:
    assert [step.stage for step in stages(stage).steps] == [Stage.OPENED, stage]
