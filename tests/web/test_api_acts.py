"""A case opened, ended, its findings and its force, by other systems: each as on its page."""

from typing import Any

from tests.builders import CHIEF_EXECUTIVE, FINANCE, REPORT, Service, at
from tests.casework.conftest import Take
from tests.web.api_client import Other
from tests.whole_record import every_row

HTML = {"content-type": "text/html"}
WHY = "for a reason given in words"


def letter(other: Other, reference: str, kind: str = "invitation") -> dict[str, Any]:
    every: list[dict[str, Any]] = other.get(f"/cases/{reference}/letters")
    return next(one for one in every if one["kind"] == kind)


def test_a_report_handed_in_opens_its_case_once(service: Service) -> None:
    other = Other(service)
    path = "/cases?name=report.html&published=2022-10-14"
    headers = other.carried(path) | HTML
    first = other.ask("POST", path, headers=headers, content=REPORT)
    assert first.status_code == 200, first.text
    reference = first.json()["key"]
    assert first.headers["etag"] == other.etag(reference)
    assert other.ask("POST", path, headers=headers, content=REPORT).content == first.content
    known = other.act("POST", path, headers=HTML, content=REPORT)
    assert known["key"] == reference
    assert "is there already" in known["said"]
    assert [one["reference"] for one in other.get("/cases")["cases"]] == [reference]


def test_pasted_text_opens_a_case_and_what_is_no_report_opens_none(service: Service) -> None:
    other = Other(service)
    text = {"content-type": "text/plain"}
    force = "Warwickshire Police"
    pasted = (
        f"PEEL 2021/22\n\nPublished on 14 October 2022\n\n{force}\n\nRecommendation 1\n\nIt should."
    )
    opened = other.act(
        "POST", f"/cases?name=pasted.txt&force={force}", headers=text, content=pasted.encode()
    )
    assert other.get(f"/cases/{opened['key']}")["stage"] == "opened"
    picture = {"content-type": "image/png"}
    other.act("POST", "/cases?name=a.png", 415, headers=picture, content=b"\x89PNG")
    unnamed = other.act("POST", "/cases?name=a.txt", 422, headers=text, content=b"Hello.")
    assert unnamed["detail"]
    assert other.get("/cases")["found"] == 1
    finance = Other(service, FINANCE)
    said = finance.act("POST", "/cases?name=report.html", 403, headers=HTML, content=REPORT)
    assert "may not open a case" in said["detail"]


def test_flows_are_started_for_a_case_and_for_all(on_one: Take) -> None:
    service, reference = on_one("open")
    other = Other(service)
    other.act("POST", f"/cases/{reference}/flows", json={"flow": "draft-response"})
    assert other.act("POST", "/flows", json={"flow": "catch-up"})["etag"] == ""
    assert "There is no flow" in other.act("POST", "/flows", 422, json={"flow": "no"})["detail"]


def test_a_case_ends_by_two_people_and_is_reopened(on_one: Take) -> None:
    service, reference = on_one("open")
    other, path = Other(service), f"/cases/{reference}"
    way = {"way": "not_our_subject", "why": WHY}
    assert "proposed" in other.act("POST", f"{path}/ending", json=way)["said"]
    assert other.get(path)["stage"] == "opened"
    Other(service, CHIEF_EXECUTIVE).act("POST", f"{path}/ending", json=way)
    assert other.get(path)["stage"] == "not_our_subject"
    other.act("POST", f"{path}/reopening", json={"why": WHY})
    assert other.get(path)["stage"] == "opened"


def test_a_report_is_held_until_a_day_and_released_after_it(on_one: Take) -> None:
    service, reference = on_one("open")
    other, path = Other(service), f"/cases/{reference}/embargo"
    other.act("PUT", path, json={"until": "2022-10-20", "why": WHY})
    assert other.get(f"/cases/{reference}")["embargoed"] is True
    assert "under embargo until" in other.act("DELETE", f"{path}?how=seen", 409)["detail"]
    other.now = at(10, 20, 9)
    other.act("DELETE", f"{path}?how=the+live+page+was+seen")


def test_findings_are_divided_joined_moved_numbered_and_put_back(on_one: Take) -> None:
    service, reference = on_one("open")
    other, path = Other(service, now=at(10, 14, 10)), f"/cases/{reference}/findings"
    two = {"text": "It should do this.\nIt should do that.", "class": "recommendation"}
    key = other.act("POST", path, json=two)["key"]
    parts = other.act("POST", f"{path}/{key}/splitting", json={"lines": [2]})
    assert parts["key"] == key
    other.act("PUT", f"{path}/{key}/place", json={"before": "f001"})
    stand = [one for one in other.get(f"/cases/{reference}")["findings"] if one["cited"]]
    assert stand[0]["key"] == key
    other.act("PUT", f"{path}/{key}/number", json={"number": "R-77", "status": "Open"})
    other.act("DELETE", f"{path}/{key}?reason=read+twice+over")
    other.act("POST", f"{path}/{key}/restoring")
    joined = [one["key"] for one in stand if one["text"].startswith("It should do")]
    kept = other.act("POST", f"{path}/merging", json={"keys": joined})
    assert kept["key"] in joined


def test_the_invitation_is_given_out_sent_by_hand_and_acknowledged(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    other = Other(service, now=at(10, 17))
    path = f"/cases/{reference}"
    assert "there already" in other.act("POST", f"{path}/invitations", json={})["said"]
    row = letter(other, reference)
    at_letter = f"{path}/letters/{row['number']}"
    draft = other.ask("GET", f"{at_letter}/file")
    assert draft.headers["content-type"].startswith("message/rfc822")
    assert b"X-Unsent: 1" in draft.content
    other.act("POST", f"{at_letter}/sent")
    other.act("POST", f"{at_letter}/acknowledgement", json={"words": "Received, with thanks."})
    row = letter(other, reference)
    assert (row["state"], row["reply"]) == ("acknowledged", "Received, with thanks.")
    assert other.get(path)["tracks"][0]["state"] == "sent"
    assert other.act("POST", f"{at_letter}/again", 409)["detail"]
    other.act("POST", f"{path}/more-time", json={"until": "2022-11-24"})
    other.act("POST", f"{path}/reminders", json={})
    other.act("DELETE", f"{path}/invitations?reason=it+names+the+wrong+person")
    other.act("POST", f"{path}/invitations/anew", json={})
    kinds = [one["kind"] for one in other.get(f"{path}/letters")]
    assert kinds.count("invitation") == 2
    assert {"extension", "chaser"} <= set(kinds)


def test_a_letter_that_came_back_counts_as_not_sent(on_one: Take) -> None:
    service, reference = on_one("invited")
    other = Other(service, now=at(10, 18))
    at_letter = f"/cases/{reference}/letters/{letter(other, reference)['number']}"
    other.act("POST", f"{at_letter}/returned", json={"reason": "No such mailbox."})
    assert letter(other, reference)["state"] == "bounced"
    assert other.get(f"/cases/{reference}")["tracks"][0]["state"] == "bounced"
    assert other.ask("GET", f"{at_letter}/file").status_code == 409


def test_a_letter_of_another_case_is_not_there(on_one: Take) -> None:
    service, reference = on_one("invited")
    page = REPORT.replace(b"warwickshire-2021-22", b"another").replace(b"PEEL 2021/22", b"Second")
    second = service.open(at(10, 18), page)
    other = Other(service, now=at(10, 18))
    number = letter(other, reference)["number"]
    assert (
        "no such letter"
        in other.act("POST", f"/cases/{second}/letters/{number}/sent", 404)["detail"]
    )


def test_a_link_for_a_force_is_told_once_and_taken_back(on_one: Take) -> None:
    service, reference = on_one("invited")
    other = Other(service, now=at(10, 18))
    path = f"/cases/{reference}/links"
    headers = other.carried(path)
    first = other.ask("POST", path, headers=headers, json={}).json()
    assert first["shown_once"].startswith("https://")
    again = other.ask("POST", path, headers=headers, json={}).json()
    assert again == first | {"shown_once": ""}
    secret = first["shown_once"].rpartition("/")[2]
    assert not [row for row in every_row(service) if secret in repr(row)]
    opened = other.browser.get(f"/g/{secret}", follow_redirects=False)
    assert opened.status_code == 200
    (row,) = other.get(path)
    other.act("DELETE", f"{path}/{row['number']}")
    assert other.get(path)[0]["revoked_at"]


def test_a_check_of_facts_is_asked_for_by_a_link_and_a_paper(on_one: Take) -> None:
    service, reference = on_one("commented")
    other = Other(service, now=at(11, 14))
    path = f"/cases/{reference}"
    version = other.get(path)["current_version"]
    made = {"kind": "fact-check", "due": "2022-11-24", "version": version}
    assert "It is made" in other.act("POST", f"{path}/papers", json=made)["said"]
    assert "the same" in other.act("POST", f"{path}/papers", json=made)["said"]
    kinds = other.act("POST", f"{path}/papers", 422, json={"kind": "sonnet"})["detail"]
    assert "fact-check" in kinds
    row = next(one for one in other.get(f"{path}/papers") if one["type"] == "fact_check")
    assert other.ask("GET", f"{path}/papers/{row['number']}/file").content.startswith(b"PK")
    other.act("POST", f"{path}/links", json={"version": version})
    assert other.get(f"{path}/links")[0]["version"] == version
