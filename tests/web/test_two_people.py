"""Two people on one case: the second sees what the first changed, and loses nothing."""

import re
from typing import Any

import pytest

from casework.publication import give_lateness_reason
from tests.builders import HEAD, OFFICER, at, by
from tests.casework.conftest import Take
from tests.reports import a_page
from tests.web.desk import FORM_FIELD, Desk

SEEN = re.compile(r'name="seen" value="([^"]*)"')
NEW_DAY: dict[str, Any] = {
    "published-day": "13",
    "published-month": "10",
    "published-year": "2022",
    "sure": "2022-10-13",
}


@pytest.fixture
def other(desk: Desk) -> Desk:
    """Return another browser at the same desk, with the head of policy before it."""
    made = Desk(desk.service, at(10, 14, 10, 32))
    made.sign_in(HEAD)
    return made


@pytest.fixture
def case(desk: Desk) -> str:
    """Return the address of an open case, with the officer at the desk."""
    reference = desk.service.open(data=a_page())
    desk.sign_in(OFFICER)
    desk.now = at(10, 14, 10, 40)
    return f"/cases/{reference}"


def test_a_date_that_another_corrected_is_not_gone_over_unseen(
    desk: Desk, other: Desk, case: str
) -> None:
    opened = desk.carried(f"{case}/date")
    other.send(f"{case}/date", f"{case}/date", **NEW_DAY, source="The list")
    mine = {"published-day": "12", "published-month": "10", "published-year": "2022"}
    answer = desk.browser.post(f"{case}/date", data={**opened, **mine, "source": "My own note"})
    assert answer.status_code == 422
    assert "confirmed the publication date on 14 October 2022 at 10:32" in answer.text
    assert desk.service.settings.person(HEAD).name in answer.text  # type: ignore[union-attr]
    assert 'value="My own note"' in answer.text
    assert 'value="12"' in answer.text
    told = desk.browser.post(
        f"{case}/date",
        data={
            **desk.carried(f"{case}/date"),
            **mine,
            "source": "My own note",
            "sure": "2022-10-12",
        },
    )
    assert "The date is confirmed." in told.text


def test_the_page_shown_again_is_one_that_can_be_sent(desk: Desk, other: Desk, case: str) -> None:
    opened = desk.carried(f"{case}/lead")
    other.send(f"{case}/lead", f"{case}/lead", person=HEAD)
    refused = desk.browser.post(f"{case}/lead", data={**opened, "person": OFFICER})
    assert "said who leads the case" in refused.text
    again = dict(FORM_FIELD.findall(refused.text))
    assert again["as_of"] != opened["as_of"]
    assert "leads" in desk.browser.post(f"{case}/lead", data={**again, "person": OFFICER}).text


def test_a_change_of_something_else_is_in_nobody_s_way(desk: Desk, other: Desk, case: str) -> None:
    opened = desk.carried(f"{case}/lead")
    other.send(f"{case}/date", f"{case}/date", **NEW_DAY)
    answer = desk.browser.post(f"{case}/lead", data={**opened, "person": OFFICER})
    assert answer.status_code == 200


def test_what_one_changed_oneself_is_in_nobody_s_way(desk: Desk, case: str) -> None:
    opened = desk.carried(f"{case}/lead")
    desk.send(f"{case}/lead", f"{case}/lead", person=HEAD)
    answer = desk.browser.post(f"{case}/lead", data={**opened, "person": OFFICER})
    assert answer.status_code == 200


def test_one_finding_s_correction_is_not_gone_over_and_another_s_is_free(
    desk: Desk, other: Desk, case: str
) -> None:
    keys = [one.key for one in desk.service.file(case.split("/")[2]).findings]
    page = f"{case}/findings/{keys[0]}"
    opened = desk.carried(page)
    typed: dict[str, Any] = {"text": "The words of the head.", "klass": "area_for_improvement"}
    other.send(page, f"{page}/correct", **typed)
    mine: dict[str, Any] = {**typed, "text": "The words of the officer."}
    refused = desk.browser.post(f"{page}/correct", data={**opened, **mine})
    assert refused.status_code == 422
    assert "corrected this finding" in refused.text
    assert "The words of the head." in refused.text
    assert "The words of the officer." in refused.text
    assert desk.service.file(case.split("/")[2]).findings[0].text == "The words of the head."


def test_the_reason_for_lateness_of_another_is_seen_first(on_one: Take) -> None:
    service, reference = on_one("signed")
    desk = Desk(service, at(12, 9, 12))
    desk.sign_in(OFFICER)
    path = f"/cases/{reference}/publishing"
    opened = desk.carried(path)
    give_lateness_reason(service.record, by(HEAD, at(12, 9, 11)), reference, "Illness.")
    refused = desk.browser.post(f"{path}/late", data={**opened, "why_late": "The flood."})
    assert "gave the reason why it is late" in refused.text
    assert "The flood.</textarea>" in refused.text
    assert service.file(reference).case.lateness_reason == "Illness."


def test_the_same_form_sent_twice_is_not_in_its_own_way(desk: Desk, case: str) -> None:
    form = {**desk.carried(f"{case}/lead"), "person": OFFICER}
    for _ in range(2):
        assert desk.browser.post(f"{case}/lead", data=form).status_code == 200


def test_whoever_wrote_other_words_meanwhile_is_named_with_the_moment(
    desk: Desk, other: Desk, case: str
) -> None:
    place = f"{case}/answers/overview"
    seen = SEEN.search(desk.get(place))
    assert seen
    other.send(place, place, text="I welcome this report.")
    mine = {**desk.carried(place), "seen": seen[1], "text": "I note this report."}
    answer = desk.browser.post(place, data=mine)
    assert answer.status_code == 422
    name = desk.service.settings.person(HEAD).name  # type: ignore[union-attr]
    said = f"{name} changed these words since you opened the page (on 14 October 2022 at 10:32)"
    assert said in answer.text
    assert "I note this report." in answer.text
    assert "I welcome this report." in answer.text
