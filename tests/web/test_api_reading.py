"""What other systems are told: within reach, whole, and no more than a page would show."""

import json
from datetime import date
from typing import Any

import pytest

from casework import intake
from tests.builders import FINANCE, HEAD, OFFICER, REPORT, SIGNATORY, Service, at, by
from tests.casework.conftest import Take
from tests.web.api_client import API, Other, check_answer
from tests.web.desk import Desk


def embargoed(service: Service) -> str:
    """Open a case under embargo till 20 October; return its reference."""
    page = REPORT.replace(b"14 October 2022", b"20 October 2022")
    handed = intake.HandedIn(page, "copy.html", published=date(2022, 10, 20), embargoed=True)
    return intake.open_report(service.record, by(OFFICER, at(10, 14)), handed)[0]


def test_a_case_is_told_whole(on_one: Take) -> None:
    service, reference = on_one("published")
    other = Other(service, now=at(12, 6))
    told = other.get(f"/cases/{reference}")
    assert told["stage"] == "closed"
    assert told["clock"]["last_day"] == "2022-12-08"
    assert told["clock"]["responded_on"] == "2022-12-05"
    assert told["tracks"][0]["state"] == "final"
    assert told["findings_confirmed"]
    assert {one["place"] for one in told["answers"]} >= {"overview", "monitoring", "f001_answer"}
    assert told["submissions"][0]["class"] == "final"
    assert [one["number"] for one in told["versions"]] == [*range(1, len(told["versions"]) + 1)]
    assert len(told["rounds"][0]["signatures"]) == 3
    assert {one["state"] for one in told["publications"]} <= {"written", "proved"}
    assert told["next"]["role"] is None
    assert told["etag"] == other.etag(reference)


def test_the_register_is_asked_by_stage_role_and_page(on_one: Take) -> None:
    service, reference = on_one("submitted")
    other = Other(service, now=at(11, 22))
    found = {
        "": 1,
        "?stage=signing": 1,
        "?stage=opened": 0,
        "?show=ended": 0,
        "?show=all": 1,
        "?with=chief_executive": 1,
        "?with=communications": 0,
        "?late=true": 0,
    }
    assert {query: other.get(f"/cases{query}")["found"] for query in found} == found
    second = other.get("/cases?page=2&on_a_page=1")
    assert (second["cases"], second["pages"]) == ([], 1)
    assert other.get("/cases")["cases"][0]["reference"] == reference


def test_an_ended_case_is_found_by_its_stage(on_one: Take) -> None:
    service, _ = on_one("published")
    other = Other(service, now=at(12, 6))
    assert other.get("/cases")["found"] == 0
    assert other.get("/cases?stage=closed")["found"] == 1


@pytest.mark.parametrize("query", ["page=0", "page=x", "on_a_page=201", "stage=none", "show=some"])
def test_what_cannot_be_asked_is_refused(service: Service, query: str) -> None:
    answer = Other(service).ask("GET", f"/cases?{query}")
    assert answer.status_code == 422
    check_answer(answer)


def test_a_case_under_embargo_is_not_there_for_those_who_may_not_know_of_it(
    service: Service,
) -> None:
    reference = embargoed(service)
    known, outside = Other(service, HEAD), Other(service, FINANCE)
    seen = known.etag(reference)
    assert known.get("/cases")["found"] == 1
    assert outside.get("/cases?show=all")["found"] == 0
    headers = {"idempotency-key": "a-number-of-mine", "if-match": seen}
    words = {"text": "I know."}
    asked: list[tuple[str, str, dict[str, Any]]] = [
        ("GET", "", {}),
        ("GET", "/history", {}),
        ("GET", "/versions/1/file", {}),
        ("GET", "/rounds/1/manifest", {}),
        ("PUT", "/answers/overview", {"json": words, "headers": headers}),
        ("POST", "/check-outs", {"headers": headers}),
    ]
    for verb, path, given in asked:
        hidden = outside.ask(verb, f"/cases/{reference}{path}", **given)
        absent = outside.ask(verb, f"/cases/S55-2022-999{path}", **given)
        assert hidden.status_code == absent.status_code == 404, path
        assert hidden.text.replace(reference, "X") == absent.text.replace("S55-2022-999", "X")
        check_answer(hidden)


def test_after_its_release_it_is_there_for_everybody(service: Service) -> None:
    reference = embargoed(service)
    other = Other(service, FINANCE)
    other.get(f"/cases/{reference}", 404)
    other.now = at(10, 20, 9)
    assert other.get(f"/cases/{reference}")["embargoed"] is True


def test_the_api_says_what_it_is_and_no_page_is_in_it(desk: Desk) -> None:
    said = desk.browser.get(f"{API}/openapi.json").json()
    assert said["openapi"].startswith("3.1")
    assert said["servers"] == [{"url": "/api/v1"}]
    whole_office = {"/me", "/flows", "/promises"}
    assert all(path in whole_office or path.startswith("/cases") for path in said["paths"])
    assert "HTTPValidationError" not in json.dumps(said)
    for path, ways in said["paths"].items():
        for verb, way in ways.items():
            assert way["summary"], path
            assert way["description"], path
            assert way["security"] == [{"token": []}], path
            refusals = {code for code in way["responses"] if code != "200"}
            assert {"401", "404", "429"} <= refusals, path
            for code in refusals:
                assert list(way["responses"][code]["content"]) == ["application/problem+json"]
            if verb != "get":
                on_a_case = path.startswith("/cases/")  # else there is none whose state was seen
                assert {"400", "403", "409", "415", "422"} <= refusals, path
                assert ({"412", "428"} <= refusals) is on_a_case, path
                needed = {one["name"] for one in way["parameters"] if one.get("required")}
                assert "Idempotency-Key" in needed, path
                assert ({"If-Match", "reference"} <= needed) is on_a_case, path


def test_there_is_no_page_of_the_api_with_scripts(desk: Desk) -> None:
    for path in ("/docs", "/redoc"):
        assert desk.browser.get(f"{API}{path}").status_code == 404


@pytest.mark.parametrize(
    ("verb", "path", "status"),
    [("GET", "/nowhere", 404), ("PATCH", "/cases", 405), ("TRACE", "/me", 405)],
)
def test_what_is_not_there_is_refused_as_a_problem(
    service: Service, verb: str, path: str, status: int
) -> None:
    answer = Other(service).ask(verb, path)
    assert answer.status_code == status
    check_answer(answer)


def test_a_fault_of_ours_is_a_problem_too_and_tells_nothing(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    from starlette.testclient import TestClient

    from web.api.rooms import cases

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the secret inside")

    monkeypatch.setattr(cases, "lines_for", fail)
    other = Other(service)
    other.browser = TestClient(other.app, raise_server_exceptions=False)
    answer = other.ask("GET", "/cases")
    assert answer.status_code == 500
    check_answer(answer)
    assert "secret inside" not in answer.text


def test_every_answer_carries_the_headers_that_protect_people(on_one: Take) -> None:
    service, reference = on_one("submitted")
    other = Other(service, SIGNATORY, now=at(11, 22))
    for path in ("/me", f"/cases/{reference}", f"/cases/{reference}/rounds/1/html"):
        answer = other.ask("GET", path)
        assert answer.status_code == 200
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
    form = other.ask("GET", f"/cases/{reference}/rounds/1/html")
    assert form.headers["content-disposition"].startswith("attachment")
