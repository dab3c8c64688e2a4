"""The invitation by the web: prepared, more time given, reminded, withdrawn, prepared anew."""

from typing import Any

import pytest

from casework.intake import HandedIn, open_report
from models.words import CommentsState, MailKind
from tests.builders import OFFICER, SIGNATORY, Service, at, by
from tests.casework.conftest import Take
from tests.reports import a_page
from tests.web.desk import Desk

Case = tuple[Desk, str]
FORCE: dict[str, Any] = {"force": "warwickshire"}


@pytest.fixture
def invited(on_one: Take) -> Case:
    """Return a desk with the officer at it, and the page of a case whose invitation went."""
    service, reference = on_one("invited")
    desk = Desk(service, at(10, 20))
    desk.sign_in(OFFICER)
    return desk, f"/cases/{reference}/comments"


def track(desk: Desk, page: str) -> Any:
    return desk.service.file(page.split("/")[2]).forces[0]


def letters(desk: Desk, page: str, kind: MailKind) -> int:
    return sum(mail.kind is kind for mail in desk.service.file(page.split("/")[2]).mails)


def test_more_time_is_given_and_the_letter_that_says_so_prepared(invited: Case) -> None:
    desk, page = invited
    day: dict[str, Any] = {"until-day": "21", "until-month": "11", "until-year": "2022"}
    told = desk.send(page, f"{page}/more-time", **FORCE, **day)
    assert "Comments are asked for by 21 November 2022 now." in told
    assert track(desk, page).state is CommentsState.EXTENDED
    assert letters(desk, page, MailKind.EXTENSION) == 1


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (("40", "11", "2022"), "Give a real date"),
        (("1", "10", "2022"), "has passed"),
        (("20", "12", "2022"), "after the last day"),
    ],
)
def test_a_day_that_cannot_be_given_is_refused_and_stays_typed(
    invited: Case, day: tuple[str, str, str], said: str
) -> None:
    desk, page = invited
    typed: dict[str, Any] = dict(zip(("until-day", "until-month", "until-year"), day, strict=True))
    told = desk.send(page, f"{page}/more-time", status=422, **FORCE, **typed)
    assert said in told
    assert 'href="#until-warwickshire-day"' in told
    assert f'value="{day[0]}"' in told


def test_a_reminder_is_prepared_now_and_once(invited: Case) -> None:
    desk, page = invited
    assert "A reminder is prepared" in desk.send(page, f"{page}/remind", **FORCE)
    assert "Today has its reminder" in desk.send(page, f"{page}/remind", **FORCE)
    assert letters(desk, page, MailKind.CHASER) == 1


def test_it_is_withdrawn_with_a_reason_and_prepared_anew(invited: Case) -> None:
    desk, page = invited
    refused = desk.send(page, f"{page}/withdraw", status=422, **FORCE, reason=" ")
    assert 'href="#reason-warwickshire"' in refused
    assert "is withdrawn" in desk.send(page, f"{page}/withdraw", **FORCE, reason="Wrong address.")
    assert track(desk, page).state is CommentsState.WITHDRAWN
    day: dict[str, Any] = {"due-day": "14", "due-month": "11", "due-year": "2022"}
    assert "prepared anew" in desk.send(page, f"{page}/anew", **FORCE, **day)
    assert track(desk, page).state is CommentsState.PREPARED
    assert track(desk, page).comments_due_on.isoformat() == "2022-11-14"


def test_a_case_without_an_invitation_is_offered_one(service: Service) -> None:
    handed = HandedIn(a_page(), "report.html")
    reference = open_report(service.record, by(OFFICER, at(10, 14)), handed)[0]
    desk = Desk(service, at(10, 14, 10))
    desk.sign_in(OFFICER)
    page = f"/cases/{reference}/comments"
    assert "Prepare the invitation</button>" in desk.get(page).replace("\n", "").replace("  ", "")
    assert "is prepared: read it" in desk.send(page, f"{page}/prepare")
    assert letters(desk, page, MailKind.INVITATION) == 1
    assert f'action="{page}/prepare"' not in desk.get(page)


@pytest.mark.parametrize("deed", ["prepare", "more-time", "remind", "withdraw", "anew"])
def test_the_signatory_does_none_of_it(invited: Case, deed: str) -> None:
    desk, page = invited
    desk.sign_in(SIGNATORY)
    assert f'action="{page}/{deed}"' not in desk.get(page)
    day = {"until-day": "21", "until-month": "11", "until-year": "2022", "reason": "Why not."}
    form = {**desk.carried("/me"), **FORCE, **day}
    assert "may not" in desk.browser.post(f"{page}/{deed}", data=form).text
    assert track(desk, page).state is CommentsState.SENT


def test_comments_said_over_the_telephone_are_kept_on_the_day_they_came(invited: Case) -> None:
    desk, page = invited
    desk.now = at(11, 4)
    desk.sign_in(OFFICER)
    typed: dict[str, Any] = {
        "how": "telephone",
        "text": "We accept the findings.",
        "came-day": "2",
        "came-month": "11",
        "came-year": "2022",
    }
    refused = desk.send(page, f"{page}/received", status=422, **typed)
    assert 'href="#who"' in refused
    assert "We accept the findings.</textarea>" in refused
    desk.send(page, f"{page}/received", **typed, who="Supt R. Talbot")
    row = desk.service.file(page.split("/")[2]).submissions[0]
    assert row.file_name == "comments, by telephone, Supt R. Talbot.txt"
    assert row.received_on.isoformat() == "2022-11-02"


def test_comments_cannot_have_come_tomorrow(invited: Case) -> None:
    desk, page = invited
    day: dict[str, Any] = {"came-day": "21", "came-month": "10", "came-year": "2022"}
    told = desk.send(page, f"{page}/received", status=422, text="We agree.", **day)
    assert "This day has not come yet" in told


def test_the_words_of_comments_are_put_right_against_the_file(invited: Case) -> None:
    desk, page = invited
    desk.send(page, f"{page}/received", text="We welcorne the report.")
    number = desk.service.file(page.split("/")[2]).submissions[0].id
    typed: dict[str, Any] = {
        "klass": "final",
        "cleared": "Supt R. Talbot",
        "words": "We welcome the report.",
    }
    assert "is final" in desk.send(page, f"{page}/{number}/class", **typed)
    assert "We welcome the report." in desk.get(page)
    assert "We welcorne" not in desk.get(page)


def test_comments_after_signing_are_included_or_left_out_by_a_person(on_one: Take) -> None:
    service, reference = on_one("submitted")
    desk = Desk(service, at(11, 25))
    desk.sign_in(OFFICER)
    page = f"/cases/{reference}/comments"
    desk.send(page, f"{page}/received", text="One thing more.")
    number = service.file(reference).submissions[-1].id
    typed: dict[str, Any] = {"klass": "final", "cleared": "Supt R. Talbot"}
    assert "voids its signatures" in desk.send(page, f"{page}/{number}/class", 422, **typed)
    assert f'href="#why-{number}"' in desk.send(page, f"{page}/{number}/leave-out", 422, why="")
    told = desk.send(page, f"{page}/{number}/leave-out", why="It came after the text was frozen.")
    assert "is left out. It is kept" in told
    assert service.file(reference).submissions[-1].superseded
    assert service.file(reference).case.stage == "signing"
