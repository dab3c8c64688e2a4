"""Starting the service: what its programs are told, and sentences for what cannot start."""

import socket
import sys
from pathlib import Path

import pytest

from cli.deploying import ask, refuse_failed, refuse_skipped
from cli.place import Place
from cli.start_errors import (
    AlreadyUpError,
    DeploymentSkippedError,
    PortTakenError,
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
