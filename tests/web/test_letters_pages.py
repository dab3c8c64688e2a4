"""Letters and papers of a case: what became of each, and papers made to be downloaded."""

import re
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest

from casework.record.hand import LONDON
from models.words import CommentsState, MailKind, MailState
from tests.builders import FINANCE, OFFICER, SIGNATORY, Service, at
from tests.casework.conftest import Take
from tests.web.desk import Desk

Case = tuple[Desk, str]


@pytest.fixture
def invited(on_one: Take) -> Case:
    """Return a desk with the officer at it, and the address of the letters of an invited case."""
    service, reference = on_one("invited")
    desk = Desk(service, at(10, 20))
    desk.sign_in(OFFICER)
    return desk, f"/cases/{reference}/letters"


def invitation(service: Service, page: str) -> Any:
    mails = service.file(page.split("/")[2]).mails
    return next(mail for mail in mails if mail.kind is MailKind.INVITATION)


def test_every_letter_has_a_page_that_says_what_became_of_it(invited: Case) -> None:
    desk, page = invited
    mail = invitation(desk.service, page)
    assert f'href="{page}/{mail.id}">{mail.subject}</a>' in desk.get(page)
    text = desk.get(f"{page}/{mail.id}")
    assert "sent by hand" in text
    assert mail.text.splitlines()[0] in text


def test_a_bounced_invitation_is_no_invitation(invited: Case) -> None:
    desk, page = invited
    number = invitation(desk.service, page).id
    letter = f"{page}/{number}"
    refused = desk.send(letter, f"{letter}/came-back", status=422, why_back=" ")
    assert 'href="#why_back"' in refused
    assert "counts as not sent" in desk.send(letter, f"{letter}/came-back", why_back="No such box.")
    assert invitation(desk.service, page).state is MailState.BOUNCED
    assert desk.service.file(page.split("/")[2]).forces[0].state is CommentsState.BOUNCED
    assert "It came back</h2>" not in desk.get(letter)


def test_a_file_that_is_no_notice_is_refused_at_its_own_field(invited: Case) -> None:
    desk, page = invited
    letter = f"{page}/{invitation(desk.service, page).id}"
    files = {"notice": ("n.eml", b"Subject: Hello\n\nHello.")}
    assert 'href="#notice"' in desk.send(letter, f"{letter}/came-back", status=422, files=files)


def test_an_acknowledgement_is_filed_in_its_own_words(invited: Case) -> None:
    desk, page = invited
    letter = f"{page}/{invitation(desk.service, page).id}"
    assert 'href="#reply"' in desk.send(letter, f"{letter}/acknowledged", status=422, reply="")
    told = desk.send(letter, f"{letter}/acknowledged", reply="Received with thanks.")
    assert "The acknowledgement is filed." in told
    assert "acknowledged</strong>" in told
    assert "Received with thanks." in told


@pytest.mark.parametrize("person", [SIGNATORY, FINANCE])
@pytest.mark.parametrize("deed", ["sent", "came-back", "acknowledged", "again"])
def test_what_became_of_a_letter_is_said_by_an_officer(
    invited: Case, person: str, deed: str
) -> None:
    desk, page = invited
    desk.sign_in(person)
    letter = f"{page}/{invitation(desk.service, page).id}"
    assert "An officer of the office says" in desk.get(letter)
    form = {**desk.carried("/me"), "why_back": "No.", "reply": "Thanks."}
    answer = desk.browser.post(f"{letter}/{deed}", data=form)
    assert "An officer of the office says what became of a letter." in answer.text
    assert invitation(desk.service, page).state is MailState.CONFIRMED


def test_a_prepared_letter_is_downloaded_as_a_draft_with_what_is_attached(on_one: Take) -> None:
    service, reference = on_one("open")
    desk = Desk(service, at(10, 17))
    desk.sign_in(OFFICER)
    page = f"/cases/{reference}/letters"
    mail = invitation(service, page)
    draft = f"{page}/{mail.id}/draft.eml"
    for shown in (page, f"{page}/{mail.id}", f"/cases/{reference}/comments"):
        assert f'href="{draft}"' in desk.get(shown), shown
    answer = desk.browser.get(draft)
    assert answer.headers["content-type"] == "message/rfc822"
    named = answer.headers["content-disposition"]
    assert re.fullmatch(r'attachment; filename="[a-z0-9-]+\.eml"', named)
    letter = message_from_bytes(answer.content, policy=default)
    assert letter["X-Unsent"] == "1"
    assert (letter["Subject"], letter["Message-ID"]) == (mail.subject, mail.message_id)
    names = [part.get_filename() for part in letter.iter_attachments()]
    assert names == [f"invitation-{reference}.docx"]
    assert invitation(service, page).state is MailState.PREPARED


def test_only_a_prepared_letter_is_a_draft(invited: Case) -> None:
    desk, page = invited
    letter = f"{page}/{invitation(desk.service, page).id}"
    assert "draft.eml" not in desk.get(letter) + desk.get(page)
    assert "only a prepared one is sent" in desk.get(f"{letter}/draft.eml", status=403)


def test_a_draft_obeys_the_embargo_and_is_nobodys_of_another_case(on_one: Take) -> None:
    service, reference = on_one("open")
    desk = Desk(service, at(10, 17))
    desk.sign_in(OFFICER)
    page = f"/cases/{reference}/letters"
    draft = f"{page}/{invitation(service, page).id}/draft.eml"
    assert "no such letter" in desk.get(f"{page}/9999/draft.eml", status=404)
    with service.record.writing() as session:
        mail = session.merge(invitation(service, page))
        mail.not_before = at(10, 18)
        session.add(mail)
        session.commit()
    assert "nobody may send it before" in desk.get(draft, status=403)
    assert "nobody may send it before" in desk.get(draft.removesuffix("/draft.eml"))
    assert draft not in desk.get(page)
    with service.record.writing() as session:
        case = session.merge(service.file(reference).case)
        case.embargoed_until = at(10, 20)
        session.add(case)
        session.commit()
    desk.sign_in(FINANCE)
    desk.get(draft, status=404)


@pytest.mark.parametrize(
    ("day", "said"),
    [(("18", "10", "2022"), "has not come yet"), (("13", "10", "2022"), "cannot have been sent")],
)
def test_a_person_says_on_which_day_a_letter_went(
    on_one: Take, day: tuple[str, str, str], said: str
) -> None:
    service, reference = on_one("open")
    desk = Desk(service, at(10, 17))
    desk.sign_in(OFFICER)
    page = f"/cases/{reference}/letters"
    letter = f"{page}/{invitation(service, page).id}"

    def went(day: tuple[str, str, str], status: int = 200) -> str:
        parts: dict[str, Any] = dict(zip(("went-day", "went-month", "went-year"), day, strict=True))
        return desk.send(letter, f"{letter}/sent", status, **parts)

    refused = went(day, 422)
    assert said in refused
    assert 'href="#went-day"' in refused
    assert f'value="{day[0]}"' in refused
    assert "the letter went on 15 October 2022" in went(("15", "10", "2022"))
    sent = invitation(service, page)
    assert sent.sent_at.astimezone(LONDON).date().isoformat() == "2022-10-15"


def test_a_letter_of_no_such_case_is_not_there(invited: Case) -> None:
    desk, page = invited
    assert "no such letter" in desk.get(f"{page}/9999", status=404)
    assert "no such paper" in desk.get(f"{page}/papers/9999", status=404)


def test_a_copy_that_came_back_opens_the_case_again_and_its_word_closes_it(on_one: Take) -> None:
    service, reference = on_one("published")
    desk = Desk(service, at(12, 7))
    desk.sign_in(OFFICER)
    page = f"/cases/{reference}"
    copies = [mail for mail in service.file(reference).mails if ":copy:" in mail.key]
    assert f'href="{page}/letters/{copies[0].id}"' in desk.get(f"{page}/publishing")
    letter = f"{page}/letters/{copies[0].id}"
    desk.send(letter, f"{letter}/came-back", why_back="The box is full.")
    assert service.file(reference).case.stage == "published"
    told = desk.browser.post(f"{letter}/sent", data=desk.carried("/me"))
    assert "prepare it anew" in told.text


def test_a_paper_is_made_and_downloaded_and_nothing_is_sent(invited: Case) -> None:
    desk, page = invited
    before = len(desk.service.file(page.split("/")[2]).mails)
    due: dict[str, Any] = {"due-day": "1", "due-month": "11", "due-year": "2022"}
    told = desk.send(page, f"{page}/make", kind="fact-check", version=1, **due)
    assert "nothing was sent" in told
    assert "Letter asking for a check of the facts" in told
    paper = told.split(f'href="{page}/papers/')[-1].split('"')[0]
    answer = desk.browser.get(f"{page}/papers/{paper}")
    assert answer.content.startswith(b"PK")
    assert "attachment" in answer.headers["content-disposition"]
    again = desk.send(page, f"{page}/make", kind="fact-check", version=1, **due)
    assert "there already, the same" in again
    assert len(desk.service.file(page.split("/")[2]).mails) == before


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"kind": ""}, "kind", "Say what is to be made."),
        ({"kind": "fact-check", "version": 1}, "kind", "Say by when"),
        ({"kind": "fact-check"}, "kind", "Say which version"),
        ({"kind": "press-line", "due-day": "40"}, "due-day", "Give a real date"),
    ],
)
def test_a_paper_that_cannot_be_made_is_refused_with_what_was_typed(
    invited: Case, fields: dict[str, Any], field: str, said: str
) -> None:
    desk, page = invited
    told = desk.send(page, f"{page}/make", status=422, **fields)
    assert f'href="#{field}"' in told
    assert said in told
    assert "--" not in told.split('class="govuk-error-summary"')[1].split("</ul>")[0]
    if fields["kind"]:
        assert f'<option value="{fields["kind"]}" selected>' in told


def test_a_paper_is_of_a_force_by_its_name_and_what_was_done_is_said_once(invited: Case) -> None:
    desk, page = invited
    listed = desk.get(page)
    assert "Invitation to comment (Warwickshire Police)</a>" in listed
    assert "(warwickshire)" not in listed
    case = page.removesuffix("/letters")
    for shown in (f"{page}/{invitation(desk.service, page).id}", f"{case}/evidence"):
        assert desk.get(shown).count("sent by hand") == 1, shown
    history = desk.get(case).split('id="history"')[1]
    assert "force: Warwickshire Police" in history
    assert "force: warwickshire" not in history
