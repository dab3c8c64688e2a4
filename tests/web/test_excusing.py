"""What stands in the way is let pass on a page of its own: by name, by right, with a reason."""

import re

import pytest

from tests.builders import CHIEF_EXECUTIVE, FINANCE, HEAD, OFFICER, SIGNATORY, Service
from tests.casework.conftest import Take
from tests.web.desk import Desk
from tests.web.test_versions import desk_of

WHY = "The minute of that meeting bears this very date."


@pytest.fixture
def wrong(on_one: Take) -> tuple[Service, str]:
    """Give a case whose response says a day that no calendar has, and leaves a gap."""
    service, reference = on_one("commented")
    words = "I met the Chief Constable on 31 November 2022."
    service.check_in(reference, service.edited(reference, words))
    return service, reference


def officer(service: Service, person: str = OFFICER) -> Desk:
    return desk_of(service, person, day=21)


def way_of(desk: Desk, reference: str) -> str:
    """Return the address at which the impossible day is let pass."""
    shown = desk.get(f"/cases/{reference}/signing")
    found = re.search(r'31 November 2022.*?href="(/cases/[^"]+/in-the-way/\w{8})"', shown)
    assert found, shown
    return found[1]


def test_an_error_is_waived_from_the_signing_page_and_the_signatories_see_who_and_why(
    wrong: tuple[Service, str],
) -> None:
    service, reference = wrong
    desk = officer(service)
    way = way_of(desk, reference)
    shown = desk.get(way)
    assert "Waive an error" in shown
    assert "31 November 2022" in shown
    told = desk.send(way, f"{way}/waive", reason=WHY)
    assert "let pass" in told
    assert "Nothing: the response can go to signature." in told
    seen = officer(service, SIGNATORY).get(f"/cases/{reference}/signing")
    assert WHY in seen
    assert "Waived" in seen


def test_without_a_reason_it_is_asked_again_and_nothing_is_waived(
    wrong: tuple[Service, str],
) -> None:
    service, reference = wrong
    desk = officer(service)
    way = way_of(desk, reference)
    told = desk.send(way, f"{way}/waive", 422, reason="ok")
    assert "Give the reason in a sentence" in told
    assert 'href="#reason"' in told
    assert ">ok</textarea>" in told
    assert service.file(reference).excuses == []


def test_who_has_no_right_to_it_is_told_whom_to_ask(wrong: tuple[Service, str]) -> None:
    service, reference = wrong
    way = way_of(officer(service), reference)
    shown = officer(service, FINANCE).get(way)
    assert "ask whoever leads the case" in shown
    assert '<form method="post" action="/cases' not in shown


def test_an_override_stays_flagged_until_a_second_person_says_that_they_looked(
    wrong: tuple[Service, str],
) -> None:
    service, reference = wrong
    monitoring = officer(service, CHIEF_EXECUTIVE)
    way = way_of(monitoring, reference)
    page = f"/cases/{reference}/signing"
    monitoring.send(way, f"{way}/override", reason=WHY)
    assert "Nobody else has looked at it yet" in monitoring.get(page)
    assert "I have looked at it" not in monitoring.get(page)
    register = officer(service).get("/cases")
    assert "1 override by the monitoring officer, and no second person has looked" in register
    second = officer(service, HEAD)
    told = second.send(page, f"/cases/{reference}/let-pass/1/look")
    assert "flagged no more" in told
    assert "looked at it" in second.get(page)
    assert "no second person" not in officer(service).get("/cases")


def test_taken_back_it_stands_in_the_way_again(wrong: tuple[Service, str]) -> None:
    service, reference = wrong
    desk = officer(service)
    way = way_of(desk, reference)
    desk.send(way, f"{way}/waive", reason=WHY)
    told = desk.send(f"/cases/{reference}/signing", f"/cases/{reference}/let-pass/1/end")
    assert "31 November 2022" in told
    assert way_of(desk, reference) == way


def test_what_was_put_right_meanwhile_is_told(wrong: tuple[Service, str]) -> None:
    service, reference = wrong
    desk = officer(service)
    told = desk.get(f"/cases/{reference}/in-the-way/00000000", 404)
    assert "put right meanwhile" in told


def test_a_duty_that_is_not_kept_is_explained_from_the_publishing_page(on_one: Take) -> None:
    service, reference = on_one("signed")
    with service.record.writing() as session:
        session.merge(service.file(reference).forces[0]).invited_on = None
        session.commit()
    desk = desk_of(service, OFFICER, day=30)
    page = f"/cases/{reference}/publishing"
    shown = desk.get(page)
    assert "Duties that are not kept" in shown
    found = re.search(r'href="(/cases/[^"]+/in-the-way/\w{8})"', shown)
    assert found
    desk.send(found[1], f"{found[1]}/explain", reason="They were asked in person on 3 November.")
    again = desk.get(page)
    assert "Duties that are not kept" not in again
    assert "They were asked in person on 3 November." in again
