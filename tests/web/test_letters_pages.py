"""Letters and papers of a case: what became of each, and papers made to be downloaded."""

from typing import Any

import pytest

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
