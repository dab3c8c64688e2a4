"""Starting the service: what its programs are told, and sentences for what cannot start."""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from cli.children import Child, end
from cli.coming_up import FrontDesk, answers, open_desk
from cli.deploying import ask, refuse_failed, refuse_skipped
from cli.place import Place
from cli.start_errors import (
    AlreadyUpError,
    ChildLostError,
    DeploymentSkippedError,
    PortTakenError,
    SlowStartError,
    StepFailedError,
)
from cli.up import alone_on, refuse_taken_port


def a_place(folder: Path, port: int = 4200) -> Place:
    return Place(folder, folder / "outputs" / "record", "127.0.0.1", port)


def test_nothing_outside_is_told_that_the_service_runs(tmp_path: Path) -> None:
    told = a_place(tmp_path).environment()
    assert told["DO_NOT_TRACK"] == "1"
    assert told["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"


def test_the_engine_keeps_its_files_with_the_record(tmp_path: Path) -> None:
    told = a_place(tmp_path).environment()
    assert told["PREFECT_HOME"] == str(tmp_path / "outputs" / "record" / "prefect")


def test_the_engines_pages_and_its_callers_agree_on_the_port(tmp_path: Path) -> None:
    told = a_place(tmp_path, 4999).environment()
    assert told["PREFECT_SERVER_API_PORT"] == "4999"
    assert told["PREFECT_API_URL"] == "http://127.0.0.1:4999/api"


def test_a_key_for_somebody_elses_engine_is_not_handed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFECT_API_KEY", "another-engine")
    assert "PREFECT_API_KEY" not in a_place(tmp_path).environment()


def test_a_taken_port_is_refused_and_a_free_one_is_not() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortTakenError, match=f"Port {port} .* --port"):
            refuse_taken_port("127.0.0.1", port)
    refuse_taken_port("127.0.0.1", port)


def test_an_engine_that_is_not_there_answers_nothing(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = a_place(tmp_path, free.getsockname()[1])
    assert ask(place, "/api/health") is None


def test_a_skipped_flow_is_named() -> None:
    said = "Invalid fields in deployments:\n\n  • catch-up: schedules\n\nSkipping deployment …"
    with pytest.raises(DeploymentSkippedError, match=r"accept \(catch-up: schedules\); put"):
        refuse_skipped(said)
    refuse_skipped("Deployment 'catch-up/catch-up' successfully created")


def test_a_failed_step_says_its_last_words_and_where_to_read_on(tmp_path: Path) -> None:
    command = a_place(tmp_path).command("work pool", sys.executable, "--version")
    command.log.parent.mkdir(parents=True)
    command.log.write_text("first\nThe disk is full.\n\n")
    with pytest.raises(StepFailedError, match=r"'work pool' \(it said: .The disk is full\."):
        refuse_failed(command, 1)
    refuse_failed(command, 0)


def test_one_record_has_one_service_even_on_two_ports(tmp_path: Path) -> None:
    with alone_on(tmp_path), pytest.raises(AlreadyUpError, match="stop that one first"):  # noqa: SIM117
        with alone_on(tmp_path):
            pass
    with alone_on(tmp_path):
        pass


SLOW_DESK = """
import sys, time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
class Answer(BaseHTTPRequestHandler):
    def do_GET(self):
        Path("answered").touch()
        self.send_response(200)
        self.end_headers()
time.sleep(1)
HTTPServer(("127.0.0.1", int(sys.argv[1])), Answer).serve_forever()
"""


@contextmanager
def started(place: Place, desk: FrontDesk) -> Iterator[bool]:
    """Start a front desk as `up` does; give whether it opened, and end it."""
    kept: list[Child] = []
    try:
        yield open_desk(place, kept, desk, Event())
    finally:
        end(kept)


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_nobody_is_shown_in_before_the_front_desk_has_answered(tmp_path: Path) -> None:
    port, welcomed = a_free_port(), []

    def welcome() -> None:
        welcomed.append((tmp_path / "answered").exists())

    words = (sys.executable, "-c", SLOW_DESK, str(port))
    with started(a_place(tmp_path), FrontDesk(words, "127.0.0.1", port, welcome)) as opened:
        assert opened
    assert welcomed == [True]


def test_a_front_desk_that_falls_over_says_why_and_where_to_read_on(tmp_path: Path) -> None:
    words = (sys.executable, "-c", "raise SystemExit('The record is locked.')")
    desk = FrontDesk(words, "127.0.0.1", a_free_port(), lambda: None)
    said = r"front desk .*The record is locked.*logs/front-desk\.log"
    with pytest.raises(ChildLostError, match=said), started(a_place(tmp_path), desk):
        pass


def test_what_never_answers_is_told_in_a_sentence_with_its_log(tmp_path: Path) -> None:
    silent = Child(a_place(tmp_path).command("front desk", "sleep", "60"))
    silent.start()
    try:
        with pytest.raises(SlowStartError, match=r"front desk was not ready .*front-desk\.log"):
            answers(silent, Event(), lambda: False, patience=0)
    finally:
        end([silent])
