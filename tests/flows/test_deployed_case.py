"""The whole service with its own flows: a report laid into a folder becomes a case with a draft."""

import shutil
import signal
import sys
import time
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import select

from casework.record.offices import load_office
from casework.settings import Settings
from casework.wake import EngineBell
from casework.wiring import open_record
from models import Case, Document, OutboxRow, Version
from models.words import DocumentType
from tests.flows.service import Service, eventually

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="counts processes by Linux's /proc"),
]

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "flows" / "sample_journey" / "data"
OFFICE = (SAMPLE / "office.toml").read_text()
SWEEPS = ("watch-for-reports", "catch-up", "watch-deadlines")


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the settings of a service with one office, which watches one folder."""
    settings = Settings(outputs=tmp_path_factory.mktemp("office"))
    load_office(open_record(settings), OFFICE, "office.toml", datetime.now(UTC))
    return settings


@pytest.fixture(scope="module")
def service(settings: Settings) -> Iterator[Service]:
    told = {"SECTION55_OUTPUTS": str(settings.outputs), "SECTION55_DATABASE_URL": ""}
    running = Service(ROOT, settings.outputs, [sys.executable, "-m", "cli.dispatching"], **told)
    running.start()
    try:
        running.wait_until_ready()
        yield running
    finally:
        assert running.stop(signal.SIGTERM) == 0


def cases(settings: Settings) -> list[str]:
    with open_record(settings).reading() as session:
        return list(session.exec(select(Case.reference)))


def drafts(settings: Settings) -> int:
    """Return how many versions the response has; letters may follow by the calendar."""
    wanted = select(Version.id).join(Document).where(Document.type == DocumentType.RESPONSE)
    with open_record(settings).reading() as session:
        return len(session.exec(wanted).all())


def errands_left(settings: Settings) -> list[str]:
    with open_record(settings).reading() as session:
        return [row.key for row in session.exec(select(OutboxRow)) if not row.done_at]


def drop_report(settings: Settings) -> None:
    inbox = settings.outputs / tomllib.loads(OFFICE)["sources"]["folder"]
    inbox.mkdir(exist_ok=True)
    shutil.copy(SAMPLE / "report.html", inbox / "peel-report.html")
    time.sleep(3)  # a file that is still being written is left alone


def test_a_report_in_the_folder_becomes_one_case_with_a_draft(
    service: Service, settings: Settings
) -> None:
    drop_report(settings)
    bell = EngineBell(service.api_url)
    bell.ring_run("watch_for_reports", {}, "watch:1")
    # From here nobody rings but the service itself: watcher, outbox, dispatcher, event, trigger.
    eventually(lambda: cases(settings), "the case to be opened by the event")
    for leg in ("open-case", "invite-comments", "draft-response"):
        wait_for_run(service, leg)
    eventually(lambda: not errands_left(settings), "every errand to be carried out")
    assert len(cases(settings)) == 1
    assert drafts(settings) == 1


def sweep(service: Service, turn: int) -> None:
    """Ring every sweep once, and wait until all have ended well."""
    bell = EngineBell(service.api_url)
    before = {name: len(service.runs(name, "COMPLETED")) for name in SWEEPS}
    for name in SWEEPS:
        bell.ring_run(name, {}, f"{name}:{turn}")
    for name, count in before.items():
        wait_for_run(service, name, count + 1)


def wait_for_run(service: Service, name: str, count: int = 1) -> None:
    eventually(lambda: len(service.runs(name, "COMPLETED")) >= count, f"{name} to end well")
    assert not service.runs(name, "FAILED")


def test_sweeping_twice_changes_nothing_the_second_time(
    service: Service, settings: Settings
) -> None:
    sweep(service, 1)  # the invitation came after the first draft: this may write a second
    eventually(lambda: not errands_left(settings), "every errand to be carried out")
    before = cases(settings), drafts(settings)
    sweep(service, 2)
    assert len(before[0]) == 1
    assert (cases(settings), drafts(settings)) == before
