"""Flows started now: one run however often the button is pressed, and what became of it."""

import pytest
from sqlmodel import select

from casework.dispatch import carry_out
from casework.record.starting import OF_THE_OFFICE, STARTED_BY_HAND
from models import Errand, OutboxRow
from models.words import Stage
from tests.builders import OFFICER, SIGNATORY, at
from tests.casework.conftest import Take
from tests.reports import a_page
from tests.web.desk import Desk
from web.ways import flows_now

RUNS = frozenset({Errand.RUN_FLOW})


@pytest.fixture
def officer(desk: Desk) -> Desk:
    """Return a desk with the officer at it."""
    desk.sign_in(OFFICER)
    return desk


def rows(desk: Desk) -> list[OutboxRow]:
    with desk.service.record.reading() as session:
        return list(session.exec(select(OutboxRow).where(OutboxRow.errand == Errand.RUN_FLOW)))


@pytest.mark.parametrize("flow", OF_THE_OFFICE)
def test_a_flow_of_the_office_runs_once_however_often_it_is_asked_for(
    officer: Desk, flow: str
) -> None:
    carried = officer.carried("/start")
    for _ in range(2):
        assert (
            "It was asked for"
            in officer.browser.post("/start", data={**carried, "flow": flow}).text
        )
    # A page loaded anew is another act, but while the first waits no second run is asked for.
    assert "It was asked for" in officer.send("/start", "/start", flow=flow)
    assert [(row.flow, row.subject) for row in rows(officer)] == [(flow, "")]
    carry_out(officer.service.doors, officer.now, RUNS)
    assert [(run[0], dict(run[1])) for run in officer.service.bell.runs] == [(flow, {})]


def test_it_says_whether_the_engine_took_it(officer: Desk) -> None:
    officer.send("/start", "/start", flow="catch-up")
    assert "asked for 14 October 2022, 09:00, it waits for the engine" in officer.get("/start")
    officer.service.bell.broken = True
    carry_out(officer.service.doors, officer.now, RUNS)
    assert "not taken yet, it will be asked again" in officer.get("/start")
    officer.service.bell.broken = False
    carry_out(officer.service.doors, at(10, 14, 9, 5), RUNS)
    assert "the engine took it 14 October 2022, 09:05" in officer.get("/start")


def test_a_case_s_page_shows_what_was_asked_for(officer: Desk) -> None:
    page = f"/cases/{officer.service.open(data=a_page())}"
    carry_out(officer.service.doors, officer.now, RUNS)
    before = len(rows(officer))
    for _ in range(2):
        officer.send(page, f"{page}/start", flow="draft-response")
    assert len(rows(officer)) == before + 1
    assert "Write the next draft: asked for 14 October 2022, 09:00, it waits" in officer.get(page)
    carry_out(officer.service.doors, at(10, 14, 9, 1), RUNS)
    assert "the engine took it 14 October 2022, 09:01" in officer.get(page)


def test_only_flows_that_make_sense_now_are_offered(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    desk = Desk(service, at(12, 2))
    desk.sign_in(OFFICER)
    text = desk.get(f"/cases/{reference}")
    assert "Publish, if its moment has come</button>" in " ".join(text.split()).replace(" </", "</")
    assert 'value="draft-response"' not in text


def test_every_flow_of_a_case_is_offered_at_some_stage() -> None:
    assert {flow for stage in Stage for flow in flows_now(stage)} == set(STARTED_BY_HAND)


def test_the_signatory_starts_nothing(desk: Desk) -> None:
    desk.sign_in(SIGNATORY)
    assert "An officer of the office starts these" in desk.get("/start")
    answer = desk.browser.post("/start", data={**desk.carried("/me"), "flow": "catch-up"})
    assert "may not start a flow by hand" in answer.text
    assert rows(desk) == []


def test_a_flow_nobody_knows_is_refused(officer: Desk) -> None:
    assert "There is no flow" in officer.send("/start", "/start", status=422, flow="draft-response")
