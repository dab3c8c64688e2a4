"""How a case stands by law and what it promises, as other systems are told."""

from tests.builders import FINANCE, OFFICER, Service, at
from tests.casework.conftest import Take
from tests.web.api_client import Other
from tests.web.test_api_reading import embargoed


def test_each_limb_is_told_with_light_proof_and_receipts(on_one: Take) -> None:
    service, reference = on_one("published")
    told = Other(service, FINANCE, at(12, 6)).get(f"/cases/{reference}/lawfulness")
    by_section = {one["section"]: one for one in told["limbs"]}
    assert by_section["55(5A)"]["light"] == "green"
    assert by_section["55(5B)"]["proof"].startswith("Not engaged, because ")
    receipts = [one["address"] for one in by_section["55(6)"]["receipts"]]
    assert receipts[0].startswith(f"https://desk.example/cases/{reference}/letters/")
    public = [one["address"] for one in by_section["55(5A)"]["receipts"]]
    assert public[0].startswith("https://www.arden-commissioner.example/")


def test_the_sheet_is_given_as_a_pdf(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    answer = Other(service, OFFICER, at(11, 15)).ask("GET", f"/cases/{reference}/lawfulness/file")
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF-")


def test_promises_of_a_case_and_of_all_that_is_public(on_one: Take) -> None:
    service, reference = on_one("published")
    other = Other(service, FINANCE, at(12, 6))
    own = other.get(f"/cases/{reference}/promises")["promises"]
    assert {one["day"] for one in own if one["findings"]} == {"2023-03-01"}
    public = other.get("/promises")
    assert public["unread"] == 0
    assert public["promises"] == own


def test_nothing_is_told_of_a_case_out_of_reach(service: Service) -> None:
    reference = embargoed(service)
    outside = Other(service, FINANCE)
    for path in ("lawfulness", "lawfulness/file", "promises"):
        assert outside.ask("GET", f"/cases/{reference}/{path}").status_code == 404, path
    assert outside.get("/promises")["promises"] == []
