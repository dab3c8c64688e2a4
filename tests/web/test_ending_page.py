"""Ways out, reopening and embargo by the web: with a reason, by the right people."""

from typing import Any

import pytest

from models.words import Regime, Stage
from tests.builders import HEAD, OFFICER, SIGNATORY, at
from tests.casework.conftest import Take
from tests.reports import a_page
from tests.web.desk import Desk

MONITORING = "adeyemi"


@pytest.fixture
def case(desk: Desk) -> str:
    """Return the address of an open case, with the officer at the desk."""
    reference = desk.service.open(data=a_page())
    desk.sign_in(OFFICER)
    return f"/cases/{reference}"


def stage(desk: Desk, case: str) -> Stage:
    return desk.service.file(case.split("/")[2]).case.stage


def test_a_case_opened_by_mistake_ends_and_is_reopened_with_reasons(desk: Desk, case: str) -> None:
    assert f'href="{case}/ending"' in desk.get(case)
    why: dict[str, Any] = {"way": "opened_by_mistake", "why": "It is last year’s report."}
    assert "The case has ended." in desk.send(f"{case}/ending", f"{case}/end", **why)
    assert stage(desk, case) is Stage.OPENED_BY_MISTAKE
    page = desk.get(f"{case}/ending")
    assert "It is last year’s report." in page
    refused = desk.send(f"{case}/ending", f"{case}/reopen", status=422, why="")
    assert 'href="#why"' in refused
    told = desk.send(f"{case}/ending", f"{case}/reopen", why="It is this year’s after all.")
    assert "The case is open again." in told
    assert stage(desk, case) is Stage.OPENED


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"way": "", "why": "Because."}, "way"),
        ({"way": "published", "why": "Because."}, "way"),
        ({"way": "answered_elsewhere", "why": "Because it is."}, "other"),
        ({"way": "opened_by_mistake", "why": " "}, "why"),
    ],
)
def test_what_is_missing_is_told_at_its_field_and_the_rest_stays(
    desk: Desk, case: str, typed: dict[str, Any], field: str
) -> None:
    told = desk.send(f"{case}/ending", f"{case}/end", status=422, **typed)
    assert f'href="#{field}"' in told
    assert typed["why"] in told
    assert stage(desk, case) is Stage.OPENED


def test_two_of_the_ways_take_two_people(desk: Desk, case: str) -> None:
    way: dict[str, Any] = {"way": "not_our_subject", "why": "It names another area."}
    assert "It is proposed" in desk.send(f"{case}/ending", f"{case}/end", **way)
    assert stage(desk, case) is Stage.OPENED
    assert "It waits for the monitoring officer" in desk.get(f"{case}/ending")
    desk.sign_in(MONITORING)
    page = desk.get(f"{case}/ending")
    assert "It names another area." in page
    assert "If you agree, say the same below." in page
    agreed = {**way, "why": "I agree: it is about another area."}
    assert "The case has ended." in desk.send(f"{case}/ending", f"{case}/end", **agreed)
    assert stage(desk, case) is Stage.NOT_OUR_SUBJECT


def test_what_section_55_asks_for_is_not_left_unanswered(desk: Desk, case: str) -> None:
    assert desk.service.file(case.split("/")[2]).case.regime is Regime.SECTION_55
    assert "We choose not to answer it" not in desk.get(f"{case}/ending")
    told = desk.send(
        f"{case}/ending", f"{case}/end", status=422, way="not_answered", why="No time."
    )
    assert "Section 55 asks for a response" in told


@pytest.mark.parametrize("deed", ["end", "reopen", "hold", "release"])
def test_the_signatory_ends_and_holds_nothing(desk: Desk, case: str, deed: str) -> None:
    desk.sign_in(SIGNATORY)
    form = {
        **desk.carried("/me"),
        "way": "opened_by_mistake",
        "why": "Because of it.",
        "how": "Seen.",
        "until-day": "20",
        "until-month": "10",
        "until-year": "2022",
    }
    assert desk.browser.post(f"{case}/{deed}", data=form).status_code == 422
    assert stage(desk, case) is Stage.OPENED
    assert desk.service.file(case.split("/")[2]).case.embargoed_until is None
    for page in ("ending", "embargo"):
        assert "<form" not in desk.get(f"{case}/{page}")


def test_a_report_that_is_not_out_is_held_and_released_once_it_is(desk: Desk, case: str) -> None:
    day: dict[str, Any] = {"until-day": "20", "until-month": "10", "until-year": "2022"}
    assert f'href="{case}/embargo"' in desk.get(case)
    refused = desk.send(f"{case}/embargo", f"{case}/hold", status=422, **{**day, "until-day": "1"})
    assert "There is a problem" in refused
    told = desk.send(f"{case}/embargo", f"{case}/hold", **day, why="We had it early.")
    assert "The report is held until 20 October 2022." in told
    assert "It can be released once its moment has come." in desk.get(f"{case}/embargo")
    desk.now = at(10, 20, 9)
    desk.sign_in(OFFICER)
    assert 'href="#how"' in desk.send(f"{case}/embargo", f"{case}/release", status=422, how="")
    told = desk.send(f"{case}/embargo", f"{case}/release", how="I have seen the live page.")
    assert "The embargo is lifted" in told
    assert "and released 20 October 2022" in desk.get(f"{case}/embargo")


def test_a_slipped_release_is_one_act(desk: Desk, case: str) -> None:
    for day in ("20", "27"):
        until: dict[str, Any] = {"until-day": day, "until-month": "10", "until-year": "2022"}
        desk.send(f"{case}/embargo", f"{case}/hold", **until, why="The inspectors said so.")
    assert desk.service.file(case.split("/")[2]).published.isoformat() == "2022-10-27"


def test_a_published_case_is_corrected_not_ended(on_one: Take) -> None:
    service, reference = on_one("published")
    desk = Desk(service, at(12, 6))
    desk.sign_in(HEAD)
    assert "it ended with a response" in desk.get(f"/cases/{reference}/ending")
