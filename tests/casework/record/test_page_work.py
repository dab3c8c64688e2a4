"""Long work that is over is kept for a month, and what nobody finished for as long as it takes."""

from datetime import timedelta

import pytest

from casework.errors import NotFoundError
from casework.record.page_work import (
    KEPT,
    Ended,
    Wanted,
    ask,
    finish,
    forget_old_work,
    unfinished,
    work_of,
)
from models import WorkKind
from tests.builders import OFFICER, Service, at

NOW = at(10, 14)
WANTED = Wanted(WorkKind.OPEN_CASE, "/open", data=b"a report", name="report.html")


def test_work_that_is_over_is_forgotten_after_a_month(service: Service) -> None:
    record = service.record
    ended = Ended("S55-2022-001 is open.", "/cases/S55-2022-001")
    for act, over in (("act-long-ago", NOW), ("act-of-the-day-after", NOW + timedelta(days=1))):
        finish(record, ask(record, OFFICER, act, WANTED, NOW), over, ended)
    assert forget_old_work(record, NOW + KEPT) == 0
    assert forget_old_work(record, NOW + KEPT + timedelta(hours=1)) == 1
    assert forget_old_work(record, NOW + KEPT + timedelta(hours=1)) == 0
    assert work_of(record, 2, OFFICER).outcome == "S55-2022-001 is open."
    with pytest.raises(NotFoundError):
        work_of(record, 1, OFFICER)


def test_work_that_nobody_finished_is_never_forgotten(service: Service) -> None:
    number = ask(service.record, OFFICER, "act-unfinished", WANTED, NOW)
    assert forget_old_work(service.record, NOW + timedelta(days=4000)) == 0
    assert unfinished(service.record) == [number]
