"""Acts by other systems: done once, on the state that was seen, and refused in the same words."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from casework.drafting import write_answer
from casework.record.desk import find_case
from casework.record.verify import faults
from tests.builders import CHIEF_EXECUTIVE, FINANCE, HEAD, OFFICER, SIGNATORY, Service, at, by
from tests.casework.conftest import Take
from tests.web.api_client import Other, check_answer
from tests.web.desk import Desk

WORDS = {"text": "I accept this and will act by 1 March 2023.", "owner": "R. Lockhart"}


def acts(service: Service, reference: str) -> list[str]:
    from sqlmodel import col, select

    from models import Act

    with service.record.reading() as session:
        case = find_case(session, service.record.office(session).id or 0, reference)
        wanted = select(Act).where(Act.case_id == case.id).order_by(col(Act.recorded_at))
        return [row.what for row in session.exec(wanted)]


def test_the_same_number_and_body_are_one_act_with_one_answer(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    other = Other(service, now=at(10, 20))
    path = f"/cases/{reference}/answers/overview"
    headers = other.carried(path)
    first = other.ask("PUT", path, headers=headers, json=WORDS)
    write_answer(service.record, by(OFFICER, at(10, 21)), reference, "overview", "Something newer.")
    again = other.ask("PUT", path, headers=headers, json=WORDS)
    assert first.status_code == 200, first.text
    assert (again.status_code, again.content) == (200, first.content)
    assert again.headers["etag"] == first.headers["etag"]
    assert acts(service, reference).count("write_answer") == 2
    assert service.file(reference).answers["overview"].text == "Something newer."


def test_the_same_number_with_another_body_is_refused(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    other = Other(service, now=at(10, 20))
    path = f"/cases/{reference}/answers/overview"
    headers = other.carried(path)
    assert other.ask("PUT", path, headers=headers, json=WORDS).status_code == 200
    changed = other.ask("PUT", path, headers=headers, json={**WORDS, "text": "Another text."})
    assert changed.status_code == 422
    assert "was used for another request" in changed.json()["detail"]
    elsewhere = other.ask(
        "PUT", f"/cases/{reference}/answers/monitoring", headers=headers, json=WORDS
    )
    assert elsewhere.status_code == 422
    assert service.file(reference).answers["overview"].text == WORDS["text"]


def test_two_tokens_may_use_the_same_number_for_two_acts(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    path = f"/cases/{reference}/answers/overview"
    for text in ("One.", "Two."):
        other = Other(service, now=at(10, 20))
        headers = {"idempotency-key": "the-same-number", "if-match": other.etag(reference)}
        assert other.ask("PUT", path, headers=headers, json={"text": text}).status_code == 200
    assert service.file(reference).answers["overview"].text == "Two."


def test_the_same_request_sent_at_once_is_one_act(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    other = Other(service, now=at(10, 20))
    path = f"/cases/{reference}/answers/overview"
    headers = other.carried(path)

    def send(_: int) -> Any:
        return other.ask("PUT", path, headers=headers, json=WORDS)

    with ThreadPoolExecutor(6) as several:
        answers = list(several.map(send, range(6)))
    assert {answer.status_code for answer in answers} == {200}, [a.text for a in answers]
    assert len({answer.content for answer in answers}) == 1
    assert acts(service, reference).count("write_answer") == 1


def test_of_several_changes_of_one_state_only_one_is_done(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    other = Other(service, now=at(10, 20))
    seen = other.etag(reference)

    def send(number: int) -> Any:
        headers = {"idempotency-key": f"one-of-several-{number}", "if-match": seen}
        path = f"/cases/{reference}/answers/overview"
        return other.ask("PUT", path, headers=headers, json={"text": f"Text {number}."})

    with ThreadPoolExecutor(5) as several:
        statuses = sorted(answer.status_code for answer in several.map(send, range(5)))
    assert statuses == [200, 412, 412, 412, 412]
    assert acts(service, reference).count("write_answer") == 1


def test_an_answer_lost_on_the_way_is_given_again_though_others_went_on(on_one: Take) -> None:
    """The act was committed and the service killed before its answer was kept."""
    service, reference = on_one("confirmed")
    other = Other(service, now=at(10, 20))
    path = f"/cases/{reference}/findings/confirmation"
    headers = other.carried(path)
    first = other.ask("POST", path, headers=headers)
    from sqlmodel import select

    from models import ApiRequest

    with service.record.writing() as session:
        row = session.exec(select(ApiRequest)).one()
        row.answer = ""
        session.add(row)
        session.commit()
    write_answer(service.record, by(OFFICER, at(10, 21)), reference, "overview", "Newer.")
    again = other.ask("POST", path, headers=headers)
    assert (again.status_code, again.content) == (200, first.content)


def test_a_stale_state_is_told_who_changed_what_since(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    other = Other(service, now=at(10, 20))
    seen = other.etag(reference)
    write_answer(service.record, by(CHIEF_EXECUTIVE, at(10, 21)), reference, "overview", "Mine.")
    path = f"/cases/{reference}/answers/overview"
    said = other.act("PUT", path, 412, headers={"if-match": seen}, json=WORDS)
    now = other.ask("GET", f"/cases/{reference}").headers["etag"]
    assert said["etag"] == now != seen
    who = service.settings.person(CHIEF_EXECUTIVE)
    assert who
    told = said["changes"][-1]
    assert (told["who"], told["what"]) == (who.name, "answer_written")
    assert told["facts"] == {"place": "overview"}
    assert who.name in said["detail"]
    assert service.file(reference).answers["overview"].text == "Mine."
    again = other.act("PUT", path, headers={"if-match": said["etag"]}, json=WORDS)
    assert again["etag"] == other.etag(reference)


def test_a_change_between_the_look_and_the_act_is_not_overlooked(
    on_one: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    service, reference = on_one("confirmed")
    other = Other(service, now=at(10, 20))
    from web.api.rooms import answers

    def somebody_first(*given: Any) -> str:
        write_answer(service.record, by(HEAD, at(10, 20)), reference, "overview", "Faster.")
        return write_answer(*given)

    monkeypatch.setattr(answers, "write_answer", somebody_first)
    path = f"/cases/{reference}/answers/overview"
    said = other.act("PUT", path, 412, json=WORDS)
    assert [one["what"] for one in said["changes"]] == ["answer_written"]
    assert service.file(reference).answers["overview"].text == "Faster."


@pytest.mark.parametrize(
    ("missing", "status", "said"),
    [
        ("if-match", 428, "send the ETag you were given as If-Match"),
        ("idempotency-key", 400, "as Idempotency-Key"),
    ],
)
def test_what_a_change_must_carry_is_asked_for(
    on_one: Take, missing: str, status: int, said: str
) -> None:
    service, reference = on_one("confirmed")
    other = Other(service, now=at(10, 20))
    path = f"/cases/{reference}/answers/overview"
    headers = {k: v for k, v in other.carried(path).items() if k != missing}
    answer = other.ask("PUT", path, headers=headers, json=WORDS)
    assert answer.status_code == status
    check_answer(answer)
    assert said in answer.json()["detail"]
    assert "overview" not in service.file(reference).answers


def test_a_refused_move_is_409_in_the_words_of_the_page(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    other = Other(service, now=at(10, 20))
    moment = {"moment": "2022-12-05T10:00:00+00:00"}
    said = other.act("PUT", f"/cases/{reference}/schedule", 409, json=moment)
    assert said["detail"] == f"{reference} is confirmed: only a signed response is published."


def test_whoever_may_not_is_told_so_with_403(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    other = Other(service, FINANCE, now=at(10, 20))
    said = other.act("PUT", f"/cases/{reference}/answers/overview", 403, json=WORDS)
    assert "may not write an answer" in said["detail"]


def test_what_is_done_by_token_stands_under_the_persons_name(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    other = Other(service, now=at(10, 20))
    other.act("PUT", f"/cases/{reference}/answers/overview", json=WORDS)
    last = other.get(f"/cases/{reference}/history")[0]
    person = service.settings.person(OFFICER)
    assert person
    assert (last["who"], last["what"]) == (person.name, "answer_written")
    from sqlmodel import col, select

    from models import Act

    with service.record.reading() as session:
        act = session.exec(select(Act).where(Act.what == "write_answer")).one()
        assert act.login.startswith("api token ")
        assert session.exec(select(Act.id).where(col(Act.id).startswith("api:"))).all()


def test_the_findings_are_put_right_and_confirmed(on_one: Take) -> None:
    service, reference = on_one("open")
    other = Other(service, now=at(10, 14, 10))
    start = f"/cases/{reference}"
    other.act("PUT", f"{start}/date", json={"published": "2022-10-14"})
    text = "The force should keep better records."
    other.act("PATCH", f"{start}/findings/f001", json={"text": text, "area": "Records"})
    added = other.act("POST", f"{start}/findings", json={"text": "New.", "class": "recommendation"})
    other.act("DELETE", f"{start}/findings/{added['key']}?reason=read+twice")
    other.act("POST", f"{start}/findings/acceptance", json={"keys": ["f002"]})
    who = {"whom": "us", "why": "It names the commissioner."}
    other.act("PUT", f"{start}/findings/f003/concerned", json=who)
    other.act("POST", f"{start}/findings/confirmation")
    told = other.get(start)
    found = {one["key"]: one for one in told["findings"]}
    assert told["stage"] == "confirmed"
    assert (found["f001"]["text"], found["f001"]["area"]) == (text, "Records")
    assert found["f002"]["accepted"] is True
    assert found["f003"]["concerns"] == "us"
    assert found[added["key"]]["dropped_because"] == "read twice"


def test_comments_are_kept_classed_and_told_without_bytes(on_one: Take) -> None:
    service, reference = on_one("invited")
    other = Other(service, now=at(11, 2))
    start = f"/cases/{reference}/submissions"
    octets = {"content-type": "application/octet-stream"}
    kept = other.act("POST", f"{start}?name=comments.txt", content=b"We agree.", headers=octets)
    sent = {"class": "final", "cleared_by": "Supt R. Talbot"}
    other.act("PUT", f"{start}/{kept['number']}/class", json=sent)
    told = other.get(f"/cases/{reference}")
    assert told["submissions"][0]["paragraphs"] == ["We agree."]
    assert told["submissions"][0]["class"] == "final"
    assert told["tracks"][0]["state"] == "final"


def test_a_version_is_taken_out_and_handed_in(on_one: Take) -> None:
    service, reference = on_one("commented")
    other = Other(service, HEAD, now=at(11, 14))
    start = f"/cases/{reference}"
    out = other.act("POST", f"{start}/check-outs")
    assert other.get(start)["out"][0]["version"] == out["number"]
    word = other.get(start)["current_version"]
    file = other.ask("GET", f"{start}/versions/{word}/file")
    assert file.headers["content-disposition"].startswith("attachment")
    assert file.headers["etag"] == other.etag(reference)
    assert file.content == service.word_file(reference)
    kind = {"content-type": file.headers["content-type"]}
    edited = service.edited(reference)
    done = other.act("POST", f"{start}/versions?name=edited.docx", content=edited, headers=kind)
    told = other.get(start)
    assert told["current_version"] == done["number"]
    assert told["out"] == []
    assert "is now version" in done["said"]


def test_signing_goes_its_way_where_the_office_allows_it(on_one: Take) -> None:
    service, reference = on_one("submitted")
    chief = Other(service, CHIEF_EXECUTIVE, now=at(11, 25))
    start = f"/cases/{reference}"
    manifest = {"manifest": chief.get(start)["rounds"][-1]["manifest_sha256"]}
    refused = chief.act("POST", f"{start}/signatures", 403, json=manifest)
    assert "takes no signatures by other systems" in refused["detail"]
    allow_signatures(service)
    unsure = chief.act("POST", f"{start}/signatures", 403, json=manifest)
    assert "was not made to sign" in unsure["detail"]
    chief = Other(service, CHIEF_EXECUTIVE, now=at(11, 25), signs=True)
    wrong = chief.act("POST", f"{start}/signatures", 409, json={"manifest": "0" * 64})
    assert "frozen anew" in wrong["detail"]
    chief.act("POST", f"{start}/signatures", json=manifest)
    early = Other(service, OFFICER, now=at(11, 26), signs=True)
    assert (
        "may not give the step"
        in early.act("POST", f"{start}/signatures", 403, json=manifest)["detail"]
    )
    last = Other(service, SIGNATORY, now=at(11, 30), signs=True)
    assert last.act("POST", f"{start}/signatures", json=manifest)["said"] == "Signed."
    told = last.get(start)
    assert told["stage"] == "signed"
    assert [one["step"] for one in told["rounds"][-1]["signatures"]] == [
        "submitted",
        "approved",
        "signed",
    ]
    assert [row.confirmed_by for row in service.file(reference).signatures] == [
        None,
        "token",
        "token",
    ]
    manifest_file = last.ask("GET", f"{start}/rounds/1/manifest")
    assert manifest_file.json()
    for form in ("html", "pdf", "docx", "words"):
        assert last.ask("GET", f"{start}/rounds/1/{form}").status_code == 200
    assert "a token made to sign" in evidence(service, reference)
    assert not faults(service.record)


def evidence(service: Service, reference: str) -> str:
    desk = Desk(service, at(11, 30))
    desk.sign_in(OFFICER)
    return desk.get(f"/cases/{reference}/evidence")


def allow_signatures(service: Service) -> None:
    from casework.record.offices import load_office

    rule = "terminal_signatures_allowed = true"
    allowed = service.office.replace(rule, f"{rule}\napi_signatures_allowed = true")
    load_office(service.record, allowed, "office.toml", at(11, 25))


def test_it_is_sent_back_with_a_reason(on_one: Take) -> None:
    service, reference = on_one("submitted")
    other = Other(service, SIGNATORY, now=at(11, 25))
    reason = {"reason": "The second answer promises too much."}
    other.act("POST", f"/cases/{reference}/send-back", json=reason)
    told = other.get(f"/cases/{reference}")
    assert (told["stage"], told["rounds"][0]["state"]) == ("in_review", "void")


def test_publication_is_scheduled_taken_back_and_proved(on_one: Take) -> None:
    service, reference = on_one("signed")
    other = Other(service, now=at(12, 1))
    start = f"/cases/{reference}"
    moment = {"moment": "2022-12-05T10:00:00+00:00"}
    other.act("PUT", f"{start}/schedule", json=moment)
    other.act("DELETE", f"{start}/schedule?reason=the+website+is+moved")
    assert other.get(start)["stage"] == "signed"
    other.act("PUT", f"{start}/schedule", json=moment)
    from casework import publication
    from casework.record.hand import the_service

    publication.publish(
        service.record, the_service(at(12, 5, 10)), reference, service.doors.publication
    )
    other.now = at(12, 5, 11)
    row = next(one for one in other.get(start)["publications"] if one["address"])
    sent = {"publisher": row["publisher"], "address": row["address"]}
    other.act("POST", f"{start}/proofs", json=sent)
    told = other.get(start)
    assert told["clock"]["responded_on"] == "2022-12-05"


def test_a_remark_is_logged_and_decided(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    other = Other(service, HEAD, now=at(11, 15))
    start = f"/cases/{reference}/remarks"
    said = {"who": "The private office", "how": "telephone", "words": "Say “we”, not “I”."}
    number = other.act("POST", start, json=said)["number"]
    decision = {"decision": "not_taken", "reason": "The response speaks for one person."}
    other.act("PUT", f"{start}/{number}/decision", json=decision)
    assert other.get(f"/cases/{reference}")["remarks"][0]["decision"] == "not_taken"


def test_the_lead_is_named(on_one: Take) -> None:
    service, reference = on_one("open")
    other = Other(service)
    other.act("PUT", f"/cases/{reference}/lead", json={"person": HEAD})
    person = service.settings.person(HEAD)
    assert person
    assert other.get(f"/cases/{reference}")["lead"] == person.name
