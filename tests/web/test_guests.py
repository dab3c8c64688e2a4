"""A link for a force opens one case, shows what is asked, takes what is sent, and nothing else."""

import logging
import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from casework import comments, review
from casework.access import NewGuestLink, hash_of, make_guest_link, revoke_guest_link
from casework.record.desk import find_case
from casework.record.guests import statements_of
from models.review_words import Decision
from models.words import CommentsClass
from tests.builders import HEAD, OFFICER, SIGNATORY, at, by, word_file_of
from tests.casework.conftest import Take
from tests.web.desk import FORM_FIELD, Desk
from tests.whole_record import every_row
from web import limits

SECRET = "the-secret-of-a-guest"  # noqa: S105
ROOT = f"/g/{SECRET}"
WHO: dict[str, Any] = {
    "name": "Alex Marsh",
    "rank": "Staff officer",
    "email": "a.marsh@force.example",
}
SOMEBODY_ELSE: dict[str, Any] = {
    "name": "Sam Ito",
    "rank": "Chief of staff",
    "email": "s.ito@force.example",
}
SAID: dict[str, Any] = {**WHO, "klass": "final", "cleared_by": "ACC J. Okafor"}
WORDS = "We welcome the report.\n\nWe accept it."
SCRIPT = "<script>alert(1)</script>"
PAGES = ("", "/comments", "/none", "/more-time")


@pytest.fixture
def desk(on_one: Take) -> Desk:
    limits.forget()
    service, _ = on_one("invited")
    desk = Desk(service, at(10, 20, 10))
    link(desk)
    return desk


def link(desk: Desk, secret: str = SECRET, **given: object) -> None:
    new = replace(NewGuestLink(hash_of(secret)), **given)  # type: ignore[arg-type]
    make_guest_link(desk.service.record, by(OFFICER, desk.now), reference(desk), new)


def reference(desk: Desk) -> str:
    del desk
    return "S55-2022-001"


def said(desk: Desk) -> int:
    """Return how many things were said by links."""
    with desk.service.record.reading() as session:
        office = desk.service.record.office(session).id or 0
        return len(statements_of(session, find_case(session, office, reference(desk)).id or 0))


def sent(desk: Desk, text: str = WORDS, root: str = ROOT, **fields: Any) -> str:
    """Give comments in, look at them, and send them; return the receipt."""
    shown = desk.send(f"{root}/comments", f"{root}/comments", text=text, **{**SAID, **fields})
    action = re.search(r'action="(/g/[^"]+/send)"', shown)
    assert action, shown
    return desk.send(action[1].removesuffix("/send"), action[1])


def carried(page: str) -> dict[str, str]:
    """Return what the forms of a page carry."""
    return dict(FORM_FIELD.findall(page))


def upload(desk: Desk, data: bytes, name: str, status: int = 200) -> str:
    """Give a file in; return the page that shows it back, or what was wrong with it."""
    form = desk.get(f"{ROOT}/comments")
    fields = carried(form)
    answer = desk.browser.post(
        f"{ROOT}/comments", data={**fields, **SAID}, files={"upload": (name, data)}
    )
    assert answer.status_code == status, answer.text
    return answer.text


def test_the_first_page_says_what_is_asked_and_by_when_without_an_account(desk: Desk) -> None:
    page = desk.get(ROOT)
    force = desk.service.file(reference(desk)).forces[0]
    assert force.comments_due_on
    for words in (
        "PEEL 2021/22",
        "Police Act 1996, section 55",
        f"{force.comments_due_on.day} November 2022",
        "Thursday 8 December 2022",
        "Nothing has arrived",
        desk.service.settings.office.email,
        desk.service.settings.office.telephone,
    ):
        assert words in page
    assert "Send me a link" not in page


def test_comments_are_shown_back_and_kept_only_when_they_are_sent(desk: Desk) -> None:
    shown = desk.send(f"{ROOT}/comments", f"{ROOT}/comments", text=WORDS, **SAID)
    assert "We welcome the report.</p>" in shown
    assert "We accept it.</p>" in shown
    assert said(desk) == 0
    assert not desk.service.file(reference(desk)).submissions
    receipt = sent(desk)
    (row,) = desk.service.file(reference(desk)).submissions
    assert "It has arrived" in receipt
    assert "20 October 2022, 10:00" in receipt
    assert row.sha256[:16] in receipt
    assert "Alex Marsh (Staff officer)" in desk.get(ROOT)


def test_the_officer_sees_who_sent_them_and_what_the_sender_calls_them(desk: Desk) -> None:
    sent(desk, cleared_by="ACC J. Okafor & team")
    desk.sign_in(OFFICER)
    page = desk.get(f"/cases/{reference(desk)}/comments")
    assert "Sent by Alex Marsh (Staff officer), who calls them final" in page
    assert 'value="ACC J. Okafor &amp; team"' in page
    assert "not yet classed" in page


def test_a_form_sent_twice_is_one_submission(desk: Desk) -> None:
    shown = desk.send(f"{ROOT}/comments", f"{ROOT}/comments", text=WORDS, **SAID)
    action = re.search(r'action="(/g/[^"]+/send)"', shown)
    assert action
    fields = carried(shown)
    answers = [desk.browser.post(action[1], data=fields) for _ in range(2)]
    assert {answer.status_code for answer in answers} == {200}
    assert answers[0].text == answers[1].text
    assert said(desk) == 1


def test_two_people_use_one_forwarded_link_and_each_says_who_they_are(desk: Desk) -> None:
    other = Desk(desk.service, desk.now)
    sent(desk, "First words.")
    sent(other, "Second words.", **SOMEBODY_ELSE)
    for one in (desk, other):
        page = one.get(ROOT)
        assert "Alex Marsh" in page
        assert "Sam Ito" in page
    assert SOMEBODY_ELSE["name"] not in desk.get(f"{ROOT}/comments"), "nobody is filled in"


def test_a_later_text_takes_the_place_of_the_earlier_once_it_is_final(desk: Desk) -> None:
    sent(desk, "First words.")
    sent(desk, "Better words.")
    rows = desk.service.file(reference(desk)).submissions
    for row in rows:
        comments.class_submission(
            desk.service.record,
            by(OFFICER, at(10, 20, 11)),
            reference(desk),
            row.id or 0,
            CommentsClass.FINAL,
            "ACC",
        )
    page = desk.get(ROOT)
    assert page.count("Taken as the final comments") == 1
    assert page.count("later comments took their place") == 1


def test_no_comments_and_more_time_arrive_and_move_nothing(desk: Desk) -> None:
    before = desk.service.file(reference(desk)).forces[0]
    assert "It has arrived" in desk.send(f"{ROOT}/none", f"{ROOT}/none", **WHO)
    day: dict[str, Any] = {"until-day": "30", "until-month": "November", "until-year": "2022"}
    receipt = desk.send(f"{ROOT}/more-time", f"{ROOT}/more-time", words="Leave", **day, **WHO)
    assert "A request for more time" in receipt
    after = desk.service.file(reference(desk)).forces[0]
    assert (after.state, after.comments_due_on) == (before.state, before.comments_due_on)


@pytest.mark.parametrize(
    ("page", "fields", "words"),
    [
        ("none", {**WHO, "name": " "}, "Enter your name."),
        ("none", {**WHO, "email": "nowhere"}, "Enter your e-mail address"),
        ("none", {**WHO, "rank": "x" * 201}, "shorten it"),
        ("none", {**WHO, "words": "x" * 20_001}, "send it in parts"),
        ("more-time", {**WHO, "words": "Leave"}, "Give a real date"),
        ("comments", {**SAID, "text": ""}, "Type or paste the comments"),
        ("comments", {**SAID, "text": "\x00\x00"}, "is empty: choose it again"),
        ("comments", {**SAID, "text": "Words", "klass": "secret"}, "final, a draft, or background"),
        ("comments", {**SAID, "text": "Words", "cleared_by": ""}, "who cleared the comments"),
    ],
)
def test_what_is_missing_is_said_beside_its_field_and_nothing_is_kept(
    desk: Desk, page: str, fields: dict[str, Any], words: str
) -> None:
    answer = desk.send(f"{ROOT}/{page}", f"{ROOT}/{page}", status=422, **fields)
    assert words in answer
    assert "There is a problem" in answer
    assert said(desk) == 0


def test_hostile_words_are_shown_as_words(desk: Desk) -> None:
    named = {"name": f"{SCRIPT}\x00Alex", "rank": SCRIPT, "cleared_by": SCRIPT}
    receipt = sent(desk, f"{SCRIPT} {{{{ 7 * 7 }}}} \x07bell", **named)
    desk.sign_in(OFFICER)
    officers = desk.get(f"/cases/{reference(desk)}/comments/links")
    for page in (receipt, desk.get(ROOT), officers):
        assert SCRIPT not in page
        assert "&lt;script&gt;" in page


def test_text_beyond_all_measure_is_refused_in_words(desk: Desk) -> None:
    answer = desk.send(f"{ROOT}/comments", f"{ROOT}/comments", status=200, text=WORDS, **SAID)
    form = carried(desk.get(f"{ROOT}/comments"))
    long = {**form, **SAID, "text": "x" * 1_100_000}
    refused = desk.browser.post(f"{ROOT}/comments", data=long, files={"upload": ("", b"")})
    assert refused.status_code == 400
    assert "up to 1 MB" in refused.text
    assert "Send these comments" in answer


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "empty.docx", "is empty"),
        (b"PK\x03\x04 broken", "broken.docx", "“broken.docx”"),
        (b"\xd0\xcf\x11\xe0 old", "old.doc", "old Word format"),
        (b"{\\rtf1 x}", "letter.rtf", "rich-text"),
        (b"MZ\x90\x00\x03\x00\x00\x00\xff\xff\x00\x00" * 9, "run.exe", "is not a letter"),
        (b"%PDF-1.7 nothing", "none.pdf", "“none.pdf”"),
        (b"<html><body><p>&nbsp;</p>", "page.html", "No words of comments"),
    ],
)
def test_a_file_that_cannot_be_read_is_answered_in_words(
    desk: Desk, data: bytes, name: str, words: str
) -> None:
    answer = upload(desk, data, name, status=422)
    assert words in answer
    assert "ask for" not in answer
    assert said(desk) == 0


def test_a_word_file_is_shown_back_as_it_was_read(desk: Desk) -> None:
    shown = upload(desk, word_file_of("We welcome it.", f"We accept {SCRIPT}."), "ours.docx")
    assert "We welcome it.</p>" in shown
    assert SCRIPT not in shown
    assert "ours.docx" in shown


def test_a_mail_scanner_that_looks_at_every_address_does_nothing(desk: Desk) -> None:
    desk.send(f"{ROOT}/comments", f"{ROOT}/comments", text=WORDS, **SAID)
    addresses = [
        *(f"{ROOT}{page}" for page in PAGES),
        *(f"{ROOT}{page}" for page in ("/comments/1", "/comments/1/send", "/draft.pdf")),
    ]
    for address in addresses:
        for ask in (desk.browser.get, desk.browser.head, desk.browser.options):
            assert ask(address).status_code < 500
    assert said(desk) == 0
    assert not desk.service.file(reference(desk)).submissions


@pytest.mark.parametrize("page", [*PAGES, "/receipt/1", "/comments/1", "/point", "/draft.pdf"])
def test_a_link_that_is_old_taken_back_or_unknown_opens_no_page(desk: Desk, page: str) -> None:
    assert "is not known here" in desk.get(f"/g/guessed{page}", status=404)
    desk.now += timedelta(days=28)
    assert "worked until 17 November 2022" in desk.get(f"{ROOT}{page}", status=403)
    desk.now -= timedelta(days=28)
    revoke_guest_link(desk.service.record, by(HEAD, desk.now), reference(desk), 1)
    refused = desk.get(f"{ROOT}{page}", status=403)
    assert "taken this link back" in refused
    assert "PEEL" not in refused


def test_a_form_that_was_open_when_the_link_was_taken_back_does_nothing(desk: Desk) -> None:
    form = carried(desk.get(f"{ROOT}/none"))
    revoke_guest_link(desk.service.record, by(HEAD, desk.now), reference(desk), 1)
    answer = desk.browser.post(f"{ROOT}/none", data={**form, **WHO})
    assert answer.status_code == 403
    assert said(desk) == 0


def test_the_form_of_one_link_does_nothing_at_another(desk: Desk) -> None:
    link(desk, "another")
    form = carried(desk.get("/g/another/none"))
    answer = desk.browser.post(f"{ROOT}/none", data={**form, **WHO})
    assert answer.status_code == 409
    assert "not of this link" in answer.text
    assert said(desk) == 0


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_from_another_website_does_nothing(desk: Desk, site: str) -> None:
    form = carried(desk.get(f"{ROOT}/none"))
    answer = desk.browser.post(
        f"{ROOT}/none", data={**form, **WHO}, headers={"sec-fetch-site": site}
    )
    assert answer.status_code == 403
    assert said(desk) == 0


def test_a_link_reaches_no_page_of_the_office(desk: Desk) -> None:
    desk.get(ROOT)
    for path in ("/", "/cases", f"/cases/{reference(desk)}", "/me"):
        assert "Send me a link" in desk.get(path)
    answer = desk.browser.post(f"/cases/{reference(desk)}/comments/links", data={"days": "9"})
    assert "Send me a link" in answer.text


def test_a_link_shows_nothing_said_by_a_link_of_another_purpose(desk: Desk) -> None:
    link(desk, "check", version=1)
    sent(desk, "Secret words")
    desk.get(f"{ROOT}/receipt/1")
    assert "check the facts" in desk.get("/g/check")
    assert "Alex Marsh" not in desk.get("/g/check")
    desk.get("/g/check/receipt/1", status=404)
    for page in ("/comments", "/none", "/more-time"):
        assert "no such page for this link" in desk.get(f"/g/check{page}", status=404)
    for page in ("/point", "/draft.pdf"):
        assert "no such page for this link" in desk.get(f"{ROOT}{page}", status=404)


def test_the_secret_is_told_to_no_other_site_no_title_and_no_log(
    desk: Desk, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for page in (*PAGES, "/nowhere", "/receipt/99"):
        answer = desk.browser.get(f"{ROOT}{page}")
        assert answer.headers["referrer-policy"] == "no-referrer"
        title = re.search("<title>(.*)</title>", answer.text)
        assert title
        assert SECRET not in title[1]
    sent(desk)
    assert not [row for row in every_row(desk.service) if SECRET in repr(row)]
    letters = desk.service.file(reference(desk)).mails
    assert not [row for row in letters if SECRET in row.text + row.subject]
    monkeypatch.setattr("web.pages.guests.guest_page", None)
    with caplog.at_level(logging.INFO), pytest.raises(TypeError):
        desk.browser.get(ROOT)
    assert "a page failed: /g/{secret}" in caplog.text
    ours = [line for line in caplog.records if line.name.startswith("web")]
    assert ours
    assert not [line for line in ours if SECRET in line.getMessage()]


def test_secrets_cannot_be_guessed_nor_forms_be_sent_without_end(desk: Desk) -> None:
    codes = [desk.browser.get(f"/g/guess-{number}").status_code for number in range(12)]
    assert codes == [404] * 10 + [429] * 2
    assert desk.get(ROOT), "a link that is known still opens"
    form = carried(desk.get(f"{ROOT}/none"))
    tries = [desk.browser.post(f"{ROOT}/none", data={**form, **WHO}) for _ in range(31)]
    assert [answer.status_code for answer in tries] == [200] * 30 + [429]
    assert said(desk) == 1


@pytest.mark.parametrize("number", ["0", "-1", "9" * 30, "x", "%00", "1%20OR%201"])
def test_a_number_that_is_none_is_answered_without_a_fault(desk: Desk, number: str) -> None:
    for page in ("receipt", "comments"):
        assert desk.browser.get(f"{ROOT}/{page}/{number}").status_code in {404, 422}
    form = carried(desk.get(f"{ROOT}/none"))
    answer = desk.browser.post(f"{ROOT}/comments/{number}/send", data=form)
    assert answer.status_code in {404, 422}


def test_a_point_of_fact_is_answered_and_the_answer_is_seen_on_coming_back(desk: Desk) -> None:
    link(desk, "check", version=1)
    pdf = desk.browser.get("/g/check/draft.pdf")
    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.headers["content-disposition"].startswith("attachment")
    assert pdf.content.startswith(b"%PDF-")
    point = {"words": f"It is 47 {SCRIPT}", **WHO}
    receipt = desk.send("/g/check/point", "/g/check/point", **point)
    assert SCRIPT not in receipt
    review.decide_remark(
        desk.service.record, by(HEAD, desk.now), reference(desk), 1, Decision.NOT_TAKEN, "It is 41"
    )
    assert "Not taken: It is 41" in desk.get("/g/check")


def test_an_officer_makes_a_link_sees_it_once_and_takes_it_back(desk: Desk) -> None:
    desk.sign_in(OFFICER)
    page = f"/cases/{reference(desk)}/comments/links"
    made = desk.send(page, page, force="warwickshire", version="0", days="7")
    address = re.search(r'value="https://desk\.example(/g/[^"]+)"', made)
    assert address
    guests = Desk(desk.service, desk.now)
    assert "asks for comments" in guests.get(address[1])
    assert address[1] not in desk.get(page)
    assert "opens nothing any more" in desk.send(page, f"{page}/2/revoke")
    guests.get(address[1], status=403)


def test_the_button_pressed_twice_makes_one_link(desk: Desk) -> None:
    desk.sign_in(OFFICER)
    page = f"/cases/{reference(desk)}/comments/links"
    form = carried(desk.get(page))
    given = {**form, "force": "warwickshire", "days": "7"}
    assert "/g/" in desk.browser.post(page, data=given).text
    again = desk.browser.post(page, data=given).text
    assert "was made already" in again
    assert "Link 3" not in again


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"days": "0"}, "1 to 90 days"),
        ({"days": "many"}, "Give the days as a number"),
        ({"version": "9" * 40}, "Give the version as a number"),
        ({"version": "77"}, "no version 77"),
        ({"force": "nowhere"}, "this case concerns"),
    ],
)
def test_a_link_that_cannot_be_made_is_refused_in_words(
    desk: Desk, fields: dict[str, Any], words: str
) -> None:
    desk.sign_in(OFFICER)
    page = f"/cases/{reference(desk)}/comments/links"
    assert words in desk.send(page, page, status=422, **fields)


def test_who_is_no_officer_sees_the_links_and_can_make_none(desk: Desk) -> None:
    desk.sign_in(SIGNATORY)
    page = f"/cases/{reference(desk)}/comments/links"
    assert "Make a link" not in desk.get(page)
    sent(desk)
    assert "ACC J. Okafor cleared them" in desk.get(page)
