"""The pins that keep the engine alive: each fault they prevent is silent on screen."""

import re
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.version import Version

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text()


@pytest.mark.slow
def test_the_engines_server_can_be_imported() -> None:
    # Prefect 3.8 with fastapi 0.151 or later: "Body() got an unexpected keyword argument".
    import prefect.server.api.server

    assert callable(prefect.server.api.server.create_app)


def test_the_engines_scheduler_can_write_scheduled_runs() -> None:
    # Prefect before 3.9.1 with sqlalchemy 2.1: every scheduling loop fails, and no one is told.
    assert Version(version("prefect")) >= Version("3.9.1") or Version(
        version("sqlalchemy")
    ) < Version("2.1")


def test_prefect_stays_within_the_versions_that_were_tried() -> None:
    assert Version("3.8.8") <= Version(version("prefect")) < Version("3.10")


def test_fastapi_stays_below_the_version_that_stops_the_server() -> None:
    assert Version("0.139") <= Version(version("fastapi")) < Version("0.151")


@pytest.mark.parametrize("name", ["prefect", "fastapi", "sqlalchemy", "sqlmodel", "docxtpl"])
def test_what_is_installed_is_what_the_lock_says(name: str) -> None:
    assert f"\n{name}=={version(name)}" in f"\n{LOCK}"


def test_every_line_of_the_lock_is_a_pin_a_hash_or_a_note() -> None:
    pin = r"[a-z0-9][a-z0-9._-]*(\[[a-z0-9,-]+\])?==\S+( ; .+)? \\"
    hashed = r"    --hash=sha256:[0-9a-f]{64}( \\)?"
    shapes = re.compile(f"{pin}|{hashed}|    # .+")
    strange = [line for line in LOCK.splitlines() if not shapes.fullmatch(line)]
    assert strange == []


def test_the_lock_names_no_address() -> None:
    assert "://" not in LOCK


def test_the_lock_holds_what_builds_the_editable_install() -> None:
    assert {"hatchling", "editables"} <= set(re.findall(r"^([a-z0-9-]+)==", LOCK, re.MULTILINE))
