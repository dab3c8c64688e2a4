"""Colleagues, words, signatures and publication, by other systems: each as on its page."""

import pytest

from casework.documents.regions import fill_regions
from models.words import Stage
from tests.builders import CHIEF_EXECUTIVE, FINANCE, at
from tests.casework.conftest import Take
from tests.colleagues import TRANSLATOR, with_everybody
from tests.web.api_client import Other
from tests.web.test_amendments import amended
from tests.web.test_api_acts import WHY, letter
from tests.web.test_api_changes import allow_signatures
from tests.web.test_versions import with_updates
from web.files import WORD


def test_colleagues_are_asked_answer_and_agree(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    other, path = Other(service, now=at(10, 20)), f"/cases/{reference}"
    other.act("POST", f"{path}/steers", json={"words": "Say it plainly.", "finding": "f001"})
    asked = {"whom": FINANCE, "words": "What would it cost?", "due": "2022-10-28"}
    number = other.act("POST", f"{path}/questions", json=asked)["number"]
    finance = Other(service, FINANCE, now=at(10, 21))
    reply = {"words": "Nothing at all."}
    finance.act("PUT", f"{path}/questions/{number}/reply", json=reply)
    second = other.act("POST", f"{path}/questions", json=asked)["number"]
    taken_back = {"reason": "asked twice"}
    other.act("POST", f"{path}/questions/{second}/withdrawal", json=taken_back)
    meeting = other.act("POST", f"{path}/meetings", json={"board": "Board", "on": "2022-10-19"})
    action = {"meeting": meeting["number"], "words": "Follow it monthly.", "finding": "f001"}
    other.act("POST", f"{path}/actions", json=action)
    told = other.get(f"{path}/colleagues")
    assert [one["reply"] for one in told["questions"]] == ["Nothing at all.", ""]
    assert told["questions"][1]["withdrawn_because"] == "asked twice"
    assert told["steers"][0]["words"] == "Say it plainly."
    assert told["actions"][0]["meeting"] == told["meetings"][0]["number"]


def test_the_wording_is_told_and_switched(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    other, path = Other(service, now=at(10, 20)), f"/cases/{reference}/wording"
    told = other.get(path)
    assert told["blocks"]["monitoring"] is True
    other.act("PUT", f"{path}/blocks/monitoring", json={"on": False})
    assert other.get(path)["blocks"]["monitoring"] is False
    name = next(one for one in told["documents"] if one != told["document"])
    other.act("PUT", f"{path}/document", json={"name": name})
    assert other.get(path)["document"] == name


def test_comments_that_came_late_are_left_out_with_a_reason(on_one: Take) -> None:
    service, reference = on_one("submitted")
    other, path = Other(service, now=at(11, 25)), f"/cases/{reference}/submissions"
    octets = {"content-type": "application/octet-stream"}
    came = f"{path}?name=late.txt&on=2022-11-24"
    number = other.act("POST", came, headers=octets, content=b"One more word.")["number"]
    kept = next(s for s in other.get(f"/cases/{reference}")["submissions"] if s["number"] == number)
    assert kept["received_on"] == "2022-11-24"
    other.act("POST", f"{path}/{number}/leaving-out", json={"reason": WHY})


def test_a_signature_in_ink_is_recorded_with_its_evidence(on_one: Take) -> None:
    service, reference = on_one("submitted")
    other = Other(service, now=at(11, 25))
    said = f"person={CHIEF_EXECUTIVE}&how=in+ink&at=2022-11-24T10:00:00Z"
    path = f"/cases/{reference}/signatures/elsewhere?{said}"
    pdf = {"content-type": "application/pdf"}
    other.act("POST", path, headers=pdf, content=b"%PDF-1.4 a scan")
    last = other.get(f"/cases/{reference}")["rounds"][-1]["signatures"][-1]
    assert (last["step"], last["given_how"]) == ("approved", "in ink")


def test_an_approval_subject_to_amendments_takes_a_token_that_signs(on_one: Take) -> None:
    service, reference = on_one("submitted")
    allow_signatures(service)
    path = f"/cases/{reference}"
    asked = {"amendments": [{"words": "Say “shall”.", "place": "overview"}]}
    chief = Other(service, CHIEF_EXECUTIVE, now=at(11, 25))
    asked["manifest"] = chief.get(path)["rounds"][-1]["manifest_sha256"]
    assert (
        "was not made to sign" in chief.act("POST", f"{path}/conditions", 403, json=asked)["detail"]
    )
    chief = Other(service, CHIEF_EXECUTIVE, now=at(11, 25), signs=True)
    chief.act("POST", f"{path}/conditions", json=asked)
    told = chief.get(path)
    assert told["stage"] == Stage.IN_REVIEW
    assert told["remarks"][-1]["words"] == "Say “shall”."
    assert chief.ask("GET", f"{path}/certificate").status_code == 404


@pytest.mark.parametrize("certified", [True, False])
def test_amendments_are_certified_by_a_second_officer_or_refused(
    on_one: Take, *, certified: bool
) -> None:
    service, reference = on_one("submitted")
    allow_signatures(service)
    path = f"/cases/{reference}"
    chief = Other(service, CHIEF_EXECUTIVE, now=at(11, 22), signs=True)
    manifest = chief.get(path)["rounds"][-1]["manifest_sha256"]
    asked = {"manifest": manifest, "amendments": [{"words": "Say “shall”."}]}
    chief.act("POST", f"{path}/conditions", json=asked)
    amended(service, reference)
    other = Other(service, now=at(11, 26), signs=True)
    waits = other.get(f"{path}/certificate")
    assert (waits["before"], waits["amendments"][0]["words"]) == (manifest, "Say “shall”.")
    texts = {"before": waits["before"], "manifest": waits["manifest"]}
    wrong = {**texts, "manifest": "0" * 64}
    assert (
        "not those you compared"
        in other.act("POST", f"{path}/certificate", 409, json=wrong)["detail"]
    )
    unsure = Other(service, now=at(11, 26))
    unsure.act("POST", f"{path}/certificate", 403, json=texts)
    if certified:
        other.act("POST", f"{path}/certificate", json=texts)
        last = other.get(path)["rounds"][-1]["signatures"][-1]
        assert last["step"] == "approved"
    else:
        unsure.act("POST", f"{path}/certificate/refusal", json={"reason": WHY})
    assert other.ask("GET", f"{path}/certificate").status_code == 404


def test_what_is_due_is_published_explained_and_corrected(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    path = f"/cases/{reference}"
    other = Other(service, now=at(12, 4))
    assert "Nothing is due" in other.act("POST", f"{path}/publication", 409)["detail"]
    other = Other(service, now=at(12, 5, 12))
    other.act("POST", f"{path}/publication")
    assert other.get(path)["stage"] == "published"
    other.act("PUT", f"{path}/lateness", json={"reason": "The comments came late."})
    other.act("POST", f"{path}/copies")
    kinds = ("copy_to_inspectors", "copy_to_secretary_of_state")
    copies = [letter(other, reference, kind)["number"] for kind in kinds]
    told = [other.act("POST", f"{path}/letters/{one}/sent")["said"] for one in copies]
    assert ["the case is closed" in one for one in told] == [False, True]
    assert other.get(path)["stage"] == "closed"
    other.act("POST", f"{path}/correction", json={"note": "A figure was wrong."})
    assert other.get(path)["stage"] == "in_review"


def test_updates_that_wait_are_told_and_taken_or_set_aside(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    other, path = Other(service, now=at(11, 16)), f"/cases/{reference}"
    assert other.get(f"{path}/waiting") == {"version": 0, "updates": [], "beside": []}
    assert "No updates wait" in other.act("POST", f"{path}/updates/taking", 404, json={})["detail"]
    with_updates(service, reference)
    waits = other.get(f"{path}/waiting")
    assert "We accept each of them, with thanks." in str(waits["updates"])
    said = other.act("POST", f"{path}/updates/taking", json={})
    assert said["number"] == other.get(path)["current_version"]
    assert other.get(f"{path}/waiting")["updates"] == []


def test_updates_are_set_aside_with_a_reason(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    other, path = Other(service, now=at(11, 16)), f"/cases/{reference}"
    with_updates(service, reference)
    said = other.act("POST", f"{path}/updates/setting-aside", json={"reason": WHY})
    assert said["said"].startswith("Set aside:")
    assert other.get(f"{path}/waiting")["version"] == 0


@pytest.mark.parametrize("taken", [True, False])
def test_an_edit_beside_is_told_and_taken_over_or_settled(on_one: Take, *, taken: bool) -> None:
    service, reference = on_one("reviewed")
    stale = service.word_file(reference)
    service.check_in(reference, service.edited(reference, "I welcome it warmly."))
    service.check_in(reference, fill_regions(stale, {"overview": ["Another thought."]}))
    other, path = Other(service, now=at(11, 16)), f"/cases/{reference}"
    (beside,) = other.get(f"{path}/waiting")["beside"]
    assert beside["became"] == "waiting"
    at_edit = f"{path}/versions/{beside['number']}"
    if taken:
        assert other.act("POST", f"{at_edit}/taking", json={})["number"] > beside["number"]
    else:
        other.act("POST", f"{at_edit}/settling", json={"reason": WHY})
    assert other.get(f"{path}/waiting")["beside"][0]["became"] != "waiting"


def test_the_welsh_file_is_given_out_and_handed_in(on_one: Take) -> None:
    service, reference = on_one("submitted")
    path = f"/cases/{reference}/welsh"
    english = Other(service, now=at(11, 23)).ask("GET", f"{path}/file")
    assert english.status_code == 404
    with_everybody(service)
    other = Other(service, TRANSLATOR, at(11, 23))
    fresh = other.ask("GET", f"{path}/file")
    headers = {"content-type": WORD}
    kept = other.act("POST", f"{path}?name=cy.docx", headers=headers, content=fresh.content)
    assert kept["number"] == 1
    again = other.act("POST", f"{path}?name=cy.docx", headers=headers, content=fresh.content)
    assert "nothing has changed" in again["said"]
    assert other.ask("GET", f"{path}/file").content == fresh.content
