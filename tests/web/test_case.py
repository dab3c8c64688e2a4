"""The page of a case: everything of it, with a way to each thing, and what may be started."""

import re
from datetime import date

import pytest
from sqlmodel import select

from casework.dispatch import carry_out
from models import Errand, OutboxRow
from models.words import CommentsState, Stage
from tests.builders import FINANCE, HEAD, OFFICER, SIGNATORY, Service, at
from tests.casework.conftest import Take
from tests.reports import a_page
from tests.web.desk import Desk
from web.ways import way

SMALL = a_page()
NOT_PAGES = ("/static/", "https://", "#")


def links_of(text: str) -> set[str]:
    return {
        one.partition("#")[0]
        for one in re.findall(r'<a [^>]*href="([^"]+)"', text)
        if not one.startswith(NOT_PAGES)
    }


@pytest.mark.parametrize("stage", ["open", "reviewed", "submitted", "scheduled", "published"])
@pytest.mark.parametrize("person", [OFFICER, SIGNATORY])
def test_every_link_of_a_case_leads_to_a_page(on_one: Take, stage: str, person: str) -> None:
    service, reference = on_one(stage)
    desk = Desk(service, at(12, 6))
    desk.sign_in(person)
    pages = ["/", f"/cases/{reference}"]
    for path in sorted({link for page in pages for link in links_of(desk.get(page))}):
        answer = desk.browser.get(path)
        assert answer.status_code == 200, path


def test_the_next_act_has_a_page_whatever_the_stage(desk: Desk) -> None:
    desk.sign_in(OFFICER)
    ways = {
        way("S55-2022-001", stage, dated=dated, listed=False, comments=[comments])
        for stage in Stage
        for comments in CommentsState
        for dated in (True, False)
    }
    for to in ways:
        assert "There is no case" in desk.get(to, status=404), to


def test_the_page_says_how_each_limb_stands_and_leads_to_the_proof(desk: Desk) -> None:
    reference = desk.service.open(data=SMALL)
    desk.sign_in(OFFICER)
    text = desk.get(f"/cases/{reference}")
    assert "Invite the chief officer of Warwickshire Police to comment" in text
    assert "Red: not kept</strong>" in text
    assert "Amber: to do</strong>" in text
    assert f'href="/cases/{reference}/lawfulness"' in text


def test_the_strip_says_in_words_what_it_shows(desk: Desk) -> None:
    reference = desk.service.open(data=SMALL)
    desk.sign_in(OFFICER)
    text = desk.get(f"/cases/{reference}")
    assert "Today, Friday 14 October 2022, is day 1 of 56, 55 days left." in text
    assert "day 56 Thursday 8 December 2022" in text
    assert "opened (the case is here)" in text


def test_a_response_that_is_public_has_no_clock_any_more(on_one: Take) -> None:
    service, reference = on_one("published")
    desk = Desk(service, at(12, 6))
    desk.sign_in(OFFICER)
    text = desk.get(f"/cases/{reference}")
    assert "desk-strip__today" not in text
    assert "Monday 5 December 2022" in text


def woken(service: Service) -> list[str]:
    with service.record.reading() as session:
        rows = session.exec(select(OutboxRow).where(OutboxRow.errand == Errand.RUN_FLOW))
        return [row.flow for row in rows]


def test_a_flow_is_started_by_hand_once_however_often_the_button_is_pressed(desk: Desk) -> None:
    reference = desk.service.open(data=SMALL)
    carry_out(desk.service.doors, desk.now, {Errand.RUN_FLOW})
    desk.sign_in(OFFICER)
    page, before = f"/cases/{reference}", woken(desk.service)
    form = {**desk.carried(page), "flow": "draft-response"}
    for _ in range(2):
        answer = desk.browser.post(f"{page}/start", data=form)
        assert "It was asked for" in answer.text
    assert woken(desk.service) == [*before, "draft-response"]
    assert "flow started" in desk.get(page)


@pytest.mark.parametrize("person", [SIGNATORY, FINANCE])
def test_whoever_is_no_officer_sees_the_case_and_starts_nothing(desk: Desk, person: str) -> None:
    reference = desk.service.open(data=SMALL)
    desk.sign_in(person)
    page, before = f"/cases/{reference}", woken(desk.service)
    text = desk.get(page)
    assert "Start something now" not in text
    assert "Confirm<" not in text
    answer = desk.browser.post(
        f"{page}/start", data={**desk.carried("/me"), "flow": "draft-response"}
    )
    assert answer.status_code == 422
    assert "may not start a flow by hand" in answer.text
    assert woken(desk.service) == before


def test_a_flow_nobody_knows_is_refused(desk: Desk) -> None:
    reference = desk.service.open(data=SMALL)
    desk.sign_in(OFFICER)
    page = f"/cases/{reference}"
    text = desk.send(page, f"{page}/start", status=422, flow="delete-everything")
    assert "There is no flow" in text


def test_a_lead_is_named_by_an_officer_alone(desk: Desk) -> None:
    reference = desk.service.open(data=SMALL)
    page = f"/cases/{reference}/lead"
    desk.sign_in(SIGNATORY)
    refused = desk.browser.post(page, data={**desk.carried("/me"), "person": HEAD})
    assert "may not say who leads" in refused.text
    desk.sign_in(OFFICER)
    text = desk.send(page, page, person=HEAD)
    name = desk.service.settings.person(HEAD)
    assert name
    assert f"{name.name} leads {reference}." in text
    assert "There is a problem" in desk.send(page, page, status=422, person="nobody")


def test_words_of_a_report_stay_words(desk: Desk) -> None:
    title = "Warwickshire Police &lt;script&gt;alert(1)&lt;/script&gt;"
    reference = desk.service.open(data=a_page(title=title))
    desk.sign_in(OFFICER)
    for path in ("/", "/cases", "/monday", f"/cases/{reference}", f"/cases/{reference}/report"):
        text = desk.get(path)
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert(1)" in text
    assert date(2022, 10, 14) == desk.service.file(reference).published
