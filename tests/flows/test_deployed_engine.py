"""The deployed engine, for real: `up`, its schedules, its trigger, its faults and its end."""

import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
import yaml

from casework.errors import DoorError
from casework.wake import EngineBell, NotDeployedError
from cli.deploying import deploy
from cli.place import Place
from cli.start_errors import DeploymentSkippedError, PortTakenError
from cli.up import up
from tests.flows.service import Service, eventually, sessions_alive

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="counts processes by Linux's /proc"),
]

ROOT = Path(__file__).parents[2]
SCHEDULED = ("watch-for-reports", "watch-deadlines", "catch-up")
REPORT = "https://reports.example.org/publications/peel-2021-22-warwickshire/"
IDLE = [sys.executable, "-c", "import time; time.sleep(3600)"]


def small_home(folder: Path) -> Path:
    """Return a home with our prefect.yaml and flows that only note that they ran."""
    home = folder / "home"
    (home / "flows").mkdir(parents=True)
    (home / "flows" / "__init__.py").touch()
    for name in ("prefect.yaml", "pyproject.toml"):
        shutil.copy(ROOT / name, home)
    for deployment in yaml.safe_load((ROOT / "prefect.yaml").read_text())["deployments"]:
        word = deployment["name"].replace("-", "_")
        takes = "report_key" if word == "open_case" else "case_reference"
        takes = "" if "sweep" in deployment["tags"] else takes
        (home / "flows" / f"{word}.py").write_text(SMALL_FLOW.format(word=word, takes=takes))
    return home


SMALL_FLOW = """
import os, pathlib
from prefect import flow

@flow(name="{word}".replace("_", "-"))
def {word}({takes}) -> None:
    with pathlib.Path(os.environ["SECTION55_HOME"], "ran.txt").open("a") as note:
        print(*["{word}", {takes}], file=note)
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("service")
    running = Service(small_home(folder), folder, IDLE)
    running.start()
    try:
        running.wait_until_ready()
        yield running
    finally:
        running.stop(signal.SIGTERM)


def ran(service: Service) -> list[str]:
    note = service.home / "ran.txt"
    return note.read_text().splitlines() if note.exists() else []


@pytest.mark.parametrize("deployment", SCHEDULED)
def test_every_scheduled_flow_has_a_next_run(service: Service, deployment: str) -> None:
    eventually(lambda: service.runs(deployment, "SCHEDULED"), f"a scheduled run of {deployment}")


def test_a_report_announced_twice_is_opened_once(service: Service) -> None:
    bell = EngineBell(service.api_url)
    bell.ring_event(REPORT)
    bell.ring_event(REPORT)
    eventually(lambda: service.runs("open-case", "COMPLETED"), "the case to be opened")
    bell.ring_event(REPORT)
    time.sleep(5)
    assert ran(service).count(f"open_case {REPORT}") == 1


def test_a_run_rung_twice_under_one_key_runs_once(service: Service) -> None:
    bell = EngineBell(service.api_url)
    for key in ("draft:1", "draft:1", "draft:2"):
        bell.ring_run("draft_response", {"case_reference": "S55-2022-001"}, key)
    eventually(lambda: len(service.runs("draft-response", "COMPLETED")) == 2, "two drafts")
    assert ran(service).count("draft_response S55-2022-001") == 2


def test_an_unknown_flow_is_one_clear_sentence(service: Service) -> None:
    with pytest.raises(NotDeployedError, match="does not know this flow"):
        EngineBell(service.api_url).ring_run("burn_everything", {}, "burn:1")


def test_a_field_the_engine_does_not_know_is_not_passed_over(
    service: Service, tmp_path: Path
) -> None:
    home = small_home(tmp_path)
    written = (home / "prefect.yaml").read_text()
    (home / "prefect.yaml").write_text(written.replace("slug: daily-0630", "slugs: daily-0630"))
    place = Place(home, tmp_path / "record", "127.0.0.1", service.port)
    with pytest.raises(
        DeploymentSkippedError, match=r"does not accept \(watch-deadlines: schedules\)"
    ):
        deploy(place, Event())


def test_a_second_up_on_the_same_port_says_so_at_once(service: Service, tmp_path: Path) -> None:
    with pytest.raises(PortTakenError, match=f"Port {service.port} on .* is in use"):
        up(tmp_path, port=service.port)
    assert list(tmp_path.iterdir()) == []


def test_a_killed_worker_is_replaced_and_works_on(service: Service) -> None:
    worker = service.children()[1]
    os.kill(worker, signal.SIGKILL)
    eventually(lambda: "The worker stopped by itself" in service.said.read_text(), "the news")
    eventually(lambda: len(service.children()) == 3, "a new worker")
    bell = EngineBell(service.api_url)
    bell.ring_run("publish_response", {"case_reference": "S55-2022-009"}, "publish:9")
    eventually(lambda: "publish_response S55-2022-009" in ran(service), "the new worker to work")


def test_a_killed_server_comes_back_with_its_schedules(service: Service) -> None:
    os.kill(service.children()[0], signal.SIGKILL)
    eventually(lambda: "The server stopped by itself" in service.said.read_text(), "the news")
    bell = EngineBell(service.api_url)

    def is_heard() -> bool:
        try:
            bell.ring_run("publish_response", {"case_reference": "S55-2022-010"}, "publish:10")
        except DoorError:  # not back yet
            return False
        return True

    eventually(is_heard, "the engine to answer again")
    eventually(lambda: "publish_response S55-2022-010" in ran(service), "a run after the fault")
    assert service.runs("watch-deadlines", "SCHEDULED")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a place for services that are only started and stopped: one database for all."""
    folder = tmp_path_factory.mktemp("stopped")
    small_home(folder)
    return folder


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly_and_leaves_no_process_behind(folder: Path, how: signal.Signals) -> None:
    service = Service(folder / "home", folder, IDLE)
    # As a shell's `&` starts it: SIGINT is ignored until we say otherwise.
    service.start(with_interrupts_ignored=True)
    service.wait_until_ready()
    leaders = service.children()
    assert len(sessions_alive(leaders)) >= 3
    assert service.stop(how) == 0
    assert sessions_alive(leaders) == []
    assert service.said.read_text().endswith("Stopping …\nStopped.\n")


def test_it_stops_while_it_is_still_starting(folder: Path) -> None:
    service = Service(folder / "home", folder, IDLE)
    service.start()
    eventually(lambda: "Starting the engine" in service.said.read_text(), "the start")
    eventually(service.children, "the first child")
    leaders = service.children()
    assert service.stop(signal.SIGINT) == 0
    assert sessions_alive(leaders) == []
    assert "Ready." not in service.said.read_text()


def test_a_killed_up_leaves_no_process_behind(folder: Path) -> None:
    service = Service(folder / "home", folder, IDLE)
    service.start()
    service.wait_until_ready()
    leaders = service.children()
    service.stop(signal.SIGKILL)
    eventually(lambda: sessions_alive(leaders) == [], "the children of a killed up to end")
