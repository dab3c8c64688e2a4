"""prefect.yaml: what it may hold, so that no flow is silently left out and no sweep is blocked."""

import ast
from pathlib import Path
from typing import Any

import pytest
import yaml

from casework.wake import REPORT_PUBLISHED, deployment_of

ROOT = Path(__file__).parents[1]
DEPLOYMENTS: list[dict[str, Any]] = yaml.safe_load((ROOT / "prefect.yaml").read_text())[
    "deployments"
]
every_deployment = pytest.mark.parametrize(
    "deployment", DEPLOYMENTS, ids=[str(each["name"]) for each in DEPLOYMENTS]
)
SCHEDULE_FIELDS = {"cron", "interval", "rrule", "timezone", "slug", "active", "parameters"}


def parameters_of(entrypoint: str) -> list[str]:
    """Return the names that a flow's function takes, read without importing it."""
    module, _, function = entrypoint.rpartition(".")
    path = ROOT.joinpath(*module.split(".")).with_suffix(".py")
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == function:
            return [each.arg for each in (*node.args.args, *node.args.kwonlyargs)]
    raise AssertionError(entrypoint)


@every_deployment
def test_a_flow_is_a_module_of_that_name_with_a_function_of_that_name(
    deployment: dict[str, Any],
) -> None:
    # File entrypoints would put flows/ on the path and shadow other modules.
    word = deployment["name"].replace("-", "_")
    assert deployment["entrypoint"] == f"flows.{word}.{word}"
    assert isinstance(parameters_of(deployment["entrypoint"]), list)


@every_deployment
def test_a_flow_is_deployed_where_the_bell_rings(deployment: dict[str, Any]) -> None:
    word = deployment["name"].replace("-", "_")
    assert deployment_of(word) == f"{deployment['name']}/{deployment['name']}"


@every_deployment
def test_no_flow_waits_for_a_slot(deployment: dict[str, Any]) -> None:
    # A run that dies between two states keeps its slot, and every later run waits for it.
    assert "concurrency_limit" not in deployment


@every_deployment
def test_schedules_are_in_local_time_with_a_name_and_known_fields(
    deployment: dict[str, Any],
) -> None:
    # An unknown field makes the engine pass over the whole deployment.
    for schedule in deployment.get("schedules", []):
        assert set(schedule) <= SCHEDULE_FIELDS
        assert schedule["timezone"] == "Europe/London"
        assert schedule["slug"]


@every_deployment
def test_a_sweep_needs_no_reference_and_a_leg_takes_only_one(deployment: dict[str, Any]) -> None:
    given = [each for each in parameters_of(deployment["entrypoint"]) if each != "now"]
    if "sweep" in deployment["tags"]:
        assert given == []
        assert deployment["schedules"]
    else:
        assert given in (["case_reference"], ["report_key"])


def test_every_flow_is_deployed() -> None:
    stories = {
        path.stem
        for path in (ROOT / "flows").glob("*.py")
        if "@flow" in path.read_text() and path.stem != "sample_journey"
    }
    assert stories == {each["name"].replace("-", "_") for each in DEPLOYMENTS}


def test_a_published_report_opens_a_case_with_its_key_alone() -> None:
    (trigger,) = [
        trigger for each in DEPLOYMENTS for trigger in each.get("triggers", []) if trigger
    ]
    assert trigger["expect"] == [REPORT_PUBLISHED]
    assert list(trigger["parameters"]) == ["report_key"]
    assert trigger["threshold"] == 1
