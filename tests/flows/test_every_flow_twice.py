"""Every flow may be run twice, by anybody, at any time: the second run changes nothing."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlmodel import SQLModel

from casework import findings
from casework.record import page_work
from models import PageWork, WorkKind
from tests.builders import DAY_ONE, HEAD, Service, at, by

LOGS = frozenset({"look"})
"""Tables that say "we looked": a look that saw nothing new is still written down."""


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """Give a whole service on SQLite, and let the flows find its doors."""
    made = Service(tmp_path, f"sqlite:///{tmp_path / 'record.sqlite'}")
    for name in FLOW_MODULES:
        monkeypatch.setattr(f"flows.{name}.doors", lambda: made.doors)
    yield made
    made.record.engine.dispose()


FLOW_MODULES = (
    "watch_for_reports",
    "open_case",
    "invite_comments",
    "draft_response",
    "route_for_sign_off",
    "publish_response",
    "watch_deadlines",
    "catch_up",
    "reconcile_reports",
)


def counts(service: Service) -> dict[str, int]:
    """Return how many rows each table holds."""
    with service.record.engine.connect() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in SQLModel.metadata.sorted_tables
            if table.name not in LOGS
        }


def run(name: str) -> Callable[..., object]:
    """Return a flow by its name."""
    import importlib

    flow: Callable[..., object] = getattr(importlib.import_module(f"flows.{name}"), name)
    return flow


def everything(reference: str, now: datetime) -> None:
    """Run every flow that a case, or the office, has."""
    for name in FLOW_MODULES[2:6]:
        run(name)(reference, now=now)
    for name in ("watch_for_reports", "reconcile_reports", "watch_deadlines", "catch_up"):
        run(name)(now=now)


STAGES = (
    (Service.open, at(10, 14, 18)),
    (Service.commented, at(11, 3)),
    (Service.reviewed, at(11, 15)),
    (Service.submitted, at(11, 22)),
    (Service.scheduled, at(12, 5, 10)),
    (Service.published, at(12, 6)),
)


@pytest.mark.parametrize(("bring", "now"), STAGES, ids=[f"{b.__name__}" for b, _ in STAGES])
def test_a_second_run_of_every_flow_changes_nothing(
    service: Service, bring: Callable[[Service], str], now: datetime
) -> None:
    reference = bring(service)
    everything(reference, now)
    before = counts(service)
    everything(reference, now)
    assert counts(service) == before


def test_the_daily_run_forgets_long_work_that_was_over_a_month_ago(service: Service) -> None:
    record, wanted = service.record, page_work.Wanted(WorkKind.OPEN_CASE, "/open")
    for act in ("act-of-work-over", "act-of-work-begun"):
        page_work.ask(record, HEAD, act, wanted, at(10, 14))
    page_work.finish(record, 1, at(10, 14), page_work.Ended("It is open.", "/cases"))
    for now, known in ((at(11, 13), 2), (at(11, 14), 1)):
        run("watch_deadlines")(now=now)
        assert counts(service)[str(PageWork.__tablename__)] == known
    assert page_work.unfinished(record) == [2]


def test_the_flow_of_a_new_report_opens_one_case_however_often_it_runs(service: Service) -> None:
    import os

    from tests.builders import REPORT

    folder = service.folder / "dropped"
    folder.mkdir()
    page = folder / "peel.html"
    page.write_bytes(REPORT)
    saved = at(10, 14, 8).timestamp()
    os.utime(page, (saved, saved))
    keys = run("watch_for_reports")(now=at(10, 14, 9))
    assert isinstance(keys, list)
    references = {run("open_case")(key, now=at(10, 14, 9)) for key in keys * 3}
    assert references == {"S55-2022-001"}
    assert service.file("S55-2022-001").published == DAY_ONE


def test_the_flow_of_a_scheduled_response_publishes_and_proves_it(service: Service) -> None:
    reference = service.scheduled()
    run("publish_response")(reference, now=at(12, 5, 10))
    file = service.file(reference)
    assert file.case.responded_on == at(12, 5).date()
    assert any(row.seen_sha256 for row in file.publications)


def test_catching_up_publishes_what_a_dead_engine_did_not(service: Service) -> None:
    reference = service.scheduled()
    run("catch_up")(now=at(12, 5, 10, 20))
    assert service.file(reference).case.responded_on == at(12, 5).date()


def test_a_change_of_an_edited_response_is_one_proposal_however_often_its_flow_runs(
    service: Service,
) -> None:
    reference = service.reviewed()
    hand = by(HEAD, at(11, 15))
    findings.correct_finding(service.record, hand, reference, "f001", "The force should hurry.")
    numbers = [run("draft_response")(reference, now=at(11, day)) for day in (15, 15, 16)]
    assert numbers[1:] == [0, 0]
    updates = service.file(reference).updates
    assert updates is not None
    assert updates.number == numbers[0]
    assert counts(service)["proposal"] == 1
