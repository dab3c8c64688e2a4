"""The bell: the same report is the same event, and a silent engine is a sentence."""

import re
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.wake import EngineBell, EngineSilentError, deployment_of, event_id, report_slug

KEY = "https://reports.example.org/publications/peel-2021-22-warwickshire/"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_the_same_report_is_always_the_same_event() -> None:
    assert event_id(KEY) == event_id(KEY)
    assert event_id(KEY) != event_id(KEY + "2")


@given(st.text())
def test_any_key_makes_a_name_that_the_engine_takes(key: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]{1,100}", report_slug(key))


def test_a_slug_can_be_read_by_a_person() -> None:
    assert report_slug(KEY).startswith(
        "reports-example-org-publications-peel-2021-22-warwickshire-"
    )


def test_keys_that_look_alike_keep_apart() -> None:
    assert report_slug("a/b") != report_slug("a-b")


def test_a_flow_is_rung_by_the_name_under_which_it_is_deployed() -> None:
    assert deployment_of("route_for_sign_off") == "route-for-sign-off/route-for-sign-off"


@pytest.mark.slow
def test_a_silent_engine_is_one_clear_sentence() -> None:
    bell = EngineBell(f"http://127.0.0.1:{free_port()}/api")
    with pytest.raises(EngineSilentError, match=r"did not do what was asked.*Nothing is lost"):
        bell.ring_event(KEY)
    with pytest.raises(EngineSilentError, match=r"did not do what was asked.*Nothing is lost"):
        bell.ring_run("draft_response", {"case_reference": "S55-2022-001"}, "draft:1")
