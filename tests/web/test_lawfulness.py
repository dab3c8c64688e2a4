"""The lawfulness sheet at the desk: the page, the PDF, and what the other pages show of it."""

from io import BytesIO

import pikepdf

from casework.letters_out import confirm_bounced
from tests.builders import FINANCE, HEAD, OFFICER, at, by
from tests.casework.conftest import Take
from tests.web.desk import Desk
from tests.web.test_api_reading import embargoed


def test_the_page_says_how_each_limb_stands_with_proof_and_receipt(on_one: Take) -> None:
    service, reference = on_one("published")
    desk = Desk(service, at(12, 6, 18))
    desk.sign_in(FINANCE)
    text = desk.get(f"/cases/{reference}/lawfulness")
    assert "As at 18:00 on Tuesday 6 December 2022." in text
    assert "frozen in signing round 1" in text
    for subsection in ("55(4)", "55(5)(a)", "55(5)(b)", "55(5)(c)", "55(5A)", "55(5B)", "55(6)"):
        assert f">s.{subsection}</th>" in text, subsection
    assert "before the end of the period of 56 days beginning with" in text
    assert "sent by hand by Priya Lockhart on 17 October 2022" in text
    assert "accepted by the mail server on 5 December 2022" in text
    assert "Not engaged, because the report makes no recommendation." in text
    assert "Green: kept</strong>" in text


def test_every_receipt_leads_somewhere(on_one: Take) -> None:
    service, reference = on_one("published")
    desk = Desk(service, at(12, 6))
    desk.sign_in(OFFICER)
    text = desk.get(f"/cases/{reference}/lawfulness")
    start = f'href="/cases/{reference}/'
    paths = {part.partition('"')[0] for part in text.split(start)[1:]}
    assert any(path.startswith("letters/") for path in paths)
    assert any(path.startswith("evidence/files/") for path in paths)
    for path in paths:
        assert desk.browser.get(f"/cases/{reference}/{path}").status_code == 200, path


def test_an_invitation_only_prepared_is_amber_and_one_that_came_back_red(on_one: Take) -> None:
    service, reference = on_one("invited")
    key = f"{reference}:warwickshire:invitation:1"
    confirm_bounced(service.record, by(OFFICER, at(10, 20)), key, "No such box.")
    desk = Desk(service, at(10, 20))
    desk.sign_in(OFFICER)
    text = desk.get(f"/cases/{reference}/lawfulness")
    assert "Red: not kept</strong>" in text
    assert "which came back: No such box." in text
    prepared, other = on_one("confirmed")
    first = Desk(prepared, at(10, 20))
    first.sign_in(OFFICER)
    assert "The invitation is prepared, not sent." in first.get(f"/cases/{other}/lawfulness")


def test_the_case_and_signing_show_it_and_lead_to_it(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    desk = Desk(service, at(11, 15))
    desk.sign_in(OFFICER)
    for page in (f"/cases/{reference}", f"/cases/{reference}/signing"):
        text = desk.get(page)
        assert f'href="/cases/{reference}/lawfulness"' in text
        assert "Amber: to do</strong>" in text


def test_it_comes_as_one_tagged_page(on_one: Take) -> None:
    service, reference = on_one("reviewed")
    desk = Desk(service, at(11, 15))
    desk.sign_in(OFFICER)
    answer = desk.browser.get(f"/cases/{reference}/lawfulness/file")
    assert answer.headers["content-type"] == "application/pdf"
    assert f"lawfulness-{reference}.pdf" in answer.headers["content-disposition"]
    assert len(pikepdf.open(BytesIO(answer.content)).pages) == 1


def test_whoever_may_not_know_of_a_case_sees_no_sheet_of_it(desk: Desk) -> None:
    reference = embargoed(desk.service)
    desk.sign_in(FINANCE)
    for path in ("lawfulness", "lawfulness/file", "promises", "promises.csv"):
        assert desk.browser.get(f"/cases/{reference}/{path}").status_code == 404, path
    desk.sign_in(HEAD)
    assert "Is it lawful?" in desk.get(f"/cases/{reference}/lawfulness")
