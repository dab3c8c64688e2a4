"""A request that is refused leaves nothing, and one that was answered is known for a month."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from casework.access import KEPT_DAYS, forget_old_requests
from models import Act, ApiRequest
from tests.authority.digest import changed, digest
from tests.builders import FINANCE, Service, at
from tests.casework.conftest import Take
from tests.web.api_client import Other, check_answer
from tests.web.test_api_changes import WORDS

USED = frozenset({"apitoken"})
"""When a token was last used is told of it, and is nobody's act."""


def requests(service: Service) -> list[ApiRequest]:
    with service.record.reading() as session:
        return list(session.exec(select(ApiRequest)))


@pytest.mark.parametrize(
    ("verb", "path", "said", "status"),
    [
        ("PUT", "schedule", {"json": {"moment": "2022-12-05T10:00:00Z"}}, 409),
        ("PUT", "answers/nowhere", {"json": WORDS}, 422),
        ("PUT", "answers/overview", {"json": {"words": "wrong name"}}, 422),
        ("PUT", "answers/overview", {"content": b"plain"}, 415),
        ("POST", "publication", {}, 409),
        ("POST", "letters/99/sent", {}, 404),
        ("POST", "flows", {"json": {"flow": "no-such-flow"}}, 422),
        ("POST", "welsh?name=cy.docx", {"content": b"no Word file"}, 415),
    ],
)
def test_what_is_refused_leaves_nothing_and_its_number_may_be_used_again(
    on_one: Take, verb: str, path: str, said: dict[str, Any], status: int
) -> None:
    service, reference = on_one("confirmed")
    other = Other(service, now=at(10, 20))
    other.get(f"/cases/{reference}")
    address = f"/cases/{reference}/{path}"
    before, headers = digest(service.record, USED), other.carried(address)
    answer = other.ask(verb, address, headers=headers, **said)
    assert answer.status_code == status, answer.text
    check_answer(answer)
    assert changed(before, digest(service.record, USED)) == []
    right = other.ask("PUT", f"/cases/{reference}/answers/overview", headers=headers, json=WORDS)
    assert right.status_code == 200, right.text


def test_whoever_may_not_and_whoever_comes_late_leave_nothing(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    path = f"/cases/{reference}/answers/overview"
    finance, late = Other(service, FINANCE, at(10, 20)), Other(service, now=at(10, 20))
    before = digest(service.record, USED)
    finance.act("PUT", path, 403, json=WORDS)
    old = {"if-match": '"of another day"'}
    said = late.act("PUT", path, 412, headers=old, json=WORDS)
    assert "was never in the state you name" in said["detail"]
    assert changed(before, digest(service.record, USED)) == []


def test_an_invitation_of_a_case_that_ended_is_refused(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    other, path = Other(service, now=at(10, 20)), f"/cases/{reference}"
    other.act("POST", f"{path}/ending", json={"way": "opened_by_mistake", "why": "It is a copy."})
    before = digest(service.record, USED)
    said = other.act("POST", f"{path}/invitations", 409, json={})
    assert "has ended" in said["detail"]
    assert changed(before, digest(service.record, USED)) == []


def test_the_date_of_a_published_report_is_corrected_only_with_its_response(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    other, path = Other(service, now=at(12, 5, 12)), f"/cases/{reference}"
    other.act("POST", f"{path}/publication")
    day = {"published": "2022-10-13"}
    before = digest(service.record, USED)
    said = other.act("PUT", f"{path}/date", 409, json=day)
    assert "open it for correction first" in said["detail"]
    assert changed(before, digest(service.record, USED)) == []
    other.act("POST", f"{path}/correction", json={"note": "The report came a day earlier."})
    other.act("PUT", f"{path}/date", json=day)
    assert other.get(path)["clock"]["published"] == "2022-10-13"


def test_a_request_is_known_for_a_month_and_its_act_for_ever(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    other, path = Other(service, now=at(10, 20)), f"/cases/{reference}/answers/overview"
    headers = other.carried(path)
    first = other.ask("PUT", path, headers=headers, json=WORDS)
    month = timedelta(days=KEPT_DAYS)
    assert forget_old_requests(service.record, at(10, 20) + month) == 0
    assert forget_old_requests(service.record, at(10, 20, 10) + month) == 1
    assert requests(service) == []
    other.now = at(10, 20, 10) + month
    again = other.ask("PUT", path, headers=headers, json=WORDS)
    assert (again.status_code, again.json()["etag"]) == (200, first.json()["etag"])
    with service.record.reading() as session:
        assert len(session.exec(select(Act).where(Act.what == "write_answer")).all()) == 1
