"""Publication by the web: the moment, the proof, the copies."""

from typing import Any

import pytest

from casework import publication
from casework.record.bytes import fetch
from casework.record.hand import the_service
from casework.record.offices import load_office
from tests.builders import FINANCE, OFFICE, OFFICER, Service, at
from tests.casework.conftest import Take
from tests.web.desk import Desk
from web import limits

LIVE = "https://www.arden-commissioner.example/news/our-response"
FIFTH: dict[str, Any] = {"on-day": "5", "on-month": "12", "on-year": "2022", "at": "10am"}


def desk_in_december(service: Service, day: int, person: str = OFFICER) -> Desk:
    limits.forget()
    made = Desk(service, at(12, day, 12))
    made.sign_in(person)
    return made


def test_a_signed_response_is_scheduled_once_and_again_for_another_moment(on_one: Take) -> None:
    service, reference = on_one("signed")
    desk = desk_in_december(service, 1)
    path = f"/cases/{reference}/publishing"
    carried = desk.carried(path)
    for _ in range(2):
        answer = desk.browser.post(f"{path}/schedule", data={**carried, **FIFTH})
        assert "The moment of publication is set." in answer.text
    assert "5 December 2022, 10:00" in desk.get(path)
    desk.send(path, f"{path}/schedule", **{**FIFTH, "on-day": "6", "at": "14:30"})
    assert service.file(reference).case.planned_for == at(12, 6, 14, 30)


def test_it_is_unscheduled_with_a_reason_and_the_signatures_stand(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    desk = desk_in_december(service, 2)
    path = f"/cases/{reference}/publishing"
    assert "Say in a few words why" in desk.send(path, f"{path}/unschedule", 422, reason=" ")
    told = desk.send(path, f"{path}/unschedule", reason="The website is being moved.")
    assert "The signatures stand." in told
    assert service.file(reference).case.stage == "signed"


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"on-day": "31", "on-month": "11"}, "on-day", "Give a real date"),
        ({"at": "noon"}, "at", "Give a time of day"),
        ({"on-day": "1", "on-month": "11"}, "on-day", "has passed"),
    ],
)
def test_a_moment_that_cannot_be_is_refused_and_stays_typed(
    on_one: Take, given: dict[str, Any], field: str, said: str
) -> None:
    service, reference = on_one("signed")
    path = f"/cases/{reference}/publishing"
    typed: dict[str, Any] = {**FIFTH, **given}
    told = desk_in_december(service, 1).send(path, f"{path}/schedule", 422, **typed)
    assert f'href="#{field}"' in told
    assert said in told
    assert f'value="{typed["at"]}"' in told
    assert service.file(reference).case.planned_for is None


def test_past_day_56_it_asks_for_the_reason_and_does_not_stand_in_the_way(on_one: Take) -> None:
    service, reference = on_one("signed")
    desk = desk_in_december(service, 9)
    path = f"/cases/{reference}/publishing"
    told = desk.send(path, f"{path}/schedule", **{**FIFTH, "on-day": "12"})
    assert "12 December 2022 is after the last day, 8 December 2022. Give the reason" in told
    assert "section55" not in told
    assert "nobody has said why" in told
    assert "Give the reason in a sentence" in desk.send(path, f"{path}/late", 422, why_late="")
    told = desk.send(path, f"{path}/late", why_late="The signatory was ill.")
    assert "The reason is on the record." in told
    assert "nobody has said why" not in told
    assert service.file(reference).case.lateness_reason == "The signatory was ill."


def test_nobody_sets_a_moment_after_day_56_by_a_slip_while_there_is_time(on_one: Take) -> None:
    service, reference = on_one("signed")
    desk = desk_in_december(service, 2)
    path = f"/cases/{reference}/publishing"
    slip = {**FIFTH, "on-year": "2032"}
    told = desk.send(path, f"{path}/schedule", 422, **slip)
    assert "5 December 2032 is after the last day, 8 December 2022: give an earlier day" in told
    assert 'value="2032"' in told
    assert service.file(reference).case.planned_for is None
    late = {**FIFTH, "on-day": "12", "late_because": "The signatory was ill."}
    assert "The moment of publication is set." in desk.send(path, f"{path}/schedule", **late)


def test_an_unsigned_response_is_not_scheduled(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    desk = desk_in_december(service, 1)
    path = f"/cases/{reference}/publishing"
    assert "Only a signed response is published." in desk.get(path)
    carried = desk.carried("/me")
    answer = desk.browser.post(f"{path}/schedule", data={**carried, **FIFTH})
    assert answer.status_code == 422
    assert "only a signed response is published" in answer.text


def handed_to_the_web_team(on_one: Take) -> tuple[Service, str, bytes]:
    service, reference = on_one("signed")
    text = OFFICE.replace('["static_site", "web_package"]', '["web_package"]')
    load_office(service.record, text, "office.toml", at(12, 1))
    desk = desk_in_december(service, 1)
    path = f"/cases/{reference}/publishing"
    desk.send(path, f"{path}/schedule", **FIFTH)
    hand = the_service(at(12, 5, 10))
    publication.publish(service.record, hand, reference, service.doors.publication)
    round_ = service.file(reference).round
    assert round_
    with service.record.reading() as session:
        words = fetch(session, round_.fragment_sha256)
    return service, reference, b"<!doctype html><html><body>" + words + b"</body></html>"


def test_the_web_team_says_where_it_is_and_the_service_looks(on_one: Take) -> None:
    service, reference, page = handed_to_the_web_team(on_one)
    desk = desk_in_december(service, 5, "okafor")
    path = f"/cases/{reference}/publishing"
    fields: dict[str, Any] = {"publisher": "web_package", "address": LIVE}
    refused = desk.send(path, f"{path}/prove", 422, **fields)
    assert 'href="#address"' in refused
    assert f'value="{LIVE}"' in refused
    service.web.pages[LIVE] = page
    told = desk.send(path, f"{path}/prove", **fields)
    assert "The signed response was seen at" in told
    assert "seen to be public" in told
    assert service.file(reference).case.stage == "published"


def test_a_page_saved_by_hand_is_proof_where_it_holds_the_words(on_one: Take) -> None:
    service, reference, page = handed_to_the_web_team(on_one)
    desk = desk_in_december(service, 5)
    path = f"/cases/{reference}/publishing"
    fields: dict[str, Any] = {"publisher": "web_package", "address": LIVE}
    other = {"saved": ("page.html", b"<html><body>Another page</body></html>")}
    assert "lacks the signed words" in desk.send(path, f"{path}/prove", 422, other, **fields)
    saved = {"saved": ("page.html", page)}
    assert "holds the signed words" in desk.send(path, f"{path}/prove", 200, saved, **fields)


@pytest.mark.parametrize("address", ["", "file:///etc/passwd", "www.example.org"])
def test_only_a_public_address_is_looked_at(on_one: Take, address: str) -> None:
    service, reference, _ = handed_to_the_web_team(on_one)
    path = f"/cases/{reference}/publishing"
    fields: dict[str, Any] = {"publisher": "web_package", "address": address}
    told = desk_in_december(service, 5).send(path, f"{path}/prove", 422, **fields)
    assert 'href="#address"' in told


def test_not_everybody_says_where_it_is_public(on_one: Take) -> None:
    service, reference, page = handed_to_the_web_team(on_one)
    service.web.pages[LIVE] = page
    desk = desk_in_december(service, 5, FINANCE)
    path = f"/cases/{reference}/publishing"
    assert "Say at which address" not in desk.get(path)
    carried = desk.carried("/me")
    fields: dict[str, Any] = {"publisher": "web_package", "address": LIVE}
    answer = desk.browser.post(f"{path}/prove", data={**carried, **fields})
    assert "may not say where the response is public" in answer.text
    assert service.file(reference).case.stage == "scheduled"


def test_both_copies_sent_by_name_close_the_case(on_one: Take) -> None:
    service, reference, page = handed_to_the_web_team(on_one)
    service.web.pages[LIVE] = page
    desk = desk_in_december(service, 5)
    path = f"/cases/{reference}/publishing"
    desk.send(path, f"{path}/prove", publisher="web_package", address=LIVE)
    keys = [mail.key for mail in service.file(reference).mails if ":copy:" in mail.key]
    assert len(keys) == 2
    shown = desk.get(path)
    assert "To the inspectors: prepared, not sent" in shown
    assert "Sent, on your word." in desk.send(path, f"{path}/sent", key=keys[0])
    closed = desk.send(path, f"{path}/sent", key=keys[1])
    assert "Both copies have gone: the case is closed." in closed
    assert service.file(reference).case.stage == "closed"


def test_a_letter_of_something_else_is_not_confirmed_here(on_one: Take) -> None:
    service, reference = on_one("published")
    path = f"/cases/{reference}/publishing"
    other = f"{reference}:warwickshire:invitation:1"
    told = desk_in_december(service, 6).send(path, f"{path}/sent", 422, key=other)
    assert "There is no such letter in this case." in told


def test_what_is_published_is_opened_for_correction_with_a_note(on_one: Take) -> None:
    service, reference = on_one("published")
    desk = desk_in_december(service, 12)
    path = f"/cases/{reference}/publishing"
    assert "Say what is to be corrected" in desk.send(path, f"{path}/correct", 422, note="")
    told = desk.send(path, f"{path}/correct", note="One date was wrong.")
    assert "It is in review again." in told
    assert service.file(reference).case.stage == "in_review"


def test_what_is_due_is_published_now_by_whoever_presses_the_button(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    path = f"/cases/{reference}/publishing"
    early = desk_in_december(service, 4)
    assert "Publish now" not in early.get(path)
    refused = early.send(path, f"{path}/now", status=422)
    assert "Nothing is due" in refused
    desk = desk_in_december(service, 5)
    carried = desk.carried(path)
    for _ in range(2):
        assert "Publish" in desk.browser.post(f"{path}/now", data=carried).text
    assert service.file(reference).case.stage == "published"
    assert "flow started" in desk.get(f"/cases/{reference}")


def test_the_signatory_publishes_nothing(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    path = f"/cases/{reference}/publishing"
    desk = desk_in_december(service, 5, "whitcombe")
    assert "Publish now" not in desk.get(path)
    answer = desk.browser.post(f"{path}/now", data=desk.carried("/me"))
    assert answer.status_code == 422
    assert service.file(reference).case.stage == "scheduled"
