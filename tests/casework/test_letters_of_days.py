"""Letters to the office's own people: the days in words and in a picture, and who receives them."""

import json
import re
from email import message_from_bytes
from email.policy import default

import pytest

from casework import sign_off
from casework.mail.build import as_eml
from casework.mail.pages import LAST, PAST, TODAY, stretches
from casework.record.hand import the_service
from casework.record.offices import load_office
from casework.reminders import ask_for_signature, tell_day_one
from casework.rules.strip import strip
from models import Mail
from tests.builders import (
    CHIEF_EXECUTIVE,
    DAY_ONE,
    LAST_DAY,
    OFFICE,
    Service,
    at,
    by,
)
from tests.casework.conftest import Take
from tests.casework.mail.letters import a_letter

DESK = "https://desk.example"
PRIVATE_OFFICE = """
[[people]]
key = "hale"
name = "Imogen Hale"
email = "imogen.hale@arden-commissioner.example"
roles = [{ role = "private_office", since = 2021-05-13 }]
"""


def asked(service: Service, reference: str) -> Mail:
    """Return the letter that asks the signatory, who is next."""
    service.record.front_desk = DESK
    sign_off.give_signature(service.record, by(CHIEF_EXECUTIVE, at(11, 25)), reference)
    ask_for_signature(service.record, the_service(at(11, 25, 10)), reference)
    return service.file(reference).mails[-1]


def with_private_office(service: Service, people: str = PRIVATE_OFFICE) -> None:
    changed = OFFICE.replace(
        "send_to_signatory = false", 'send_to_signatory = false\nsignatory_to = "private_office"'
    )
    load_office(service.record, changed + people, "office.toml", at(11, 22))


def test_the_signatory_is_told_what_is_wanted_by_when_with_one_link(on_one: Take) -> None:
    service, reference = on_one("submitted")
    mail = asked(service, reference)
    assert "Eleanor Whitcombe" in mail.recipients
    assert mail.by_hand
    links = re.findall(r"https?://\S+", mail.text)
    assert links == [f"{DESK}/cases/{reference}/signing"]
    assert "Please do so by" in mail.text
    assert "Day 43 of 56; last day Thursday 8 December." in mail.text
    assert "section55 " not in mail.text


def test_where_no_front_desk_is_known_the_commands_are_told(on_one: Take) -> None:
    service, reference = on_one("submitted")
    ask_for_signature(service.record, the_service(at(11, 22)), reference)
    text = service.file(reference).mails[-1].text
    assert f"section55 sign {reference} --as {CHIEF_EXECUTIVE}" in text
    assert f"section55 approve {reference} --subject-to" in text


def test_the_page_says_what_the_text_says_and_draws_the_days(on_one: Take) -> None:
    service, reference = on_one("submitted")
    mail = asked(service, reference)
    assert f'href="{DESK}/cases/{reference}/signing"' in mail.html
    assert 'role="img" aria-label="The 56 days. Day 43 of 56' in mail.html
    spans = [int(one) for one in re.findall(r'<td colspan="(\d+)"', mail.html)]
    assert sum(spans) == 56
    plain = " ".join(re.sub(r"<[^>]+>", " ", mail.html).split())
    for paragraph in mail.text.split("\n\n"):
        for line in paragraph.splitlines():
            words = " ".join(line.split())
            assert words.replace("&", "&amp;").replace("'", "&#39;").replace('"', "&#34;") in plain


def test_words_of_a_report_cannot_become_markup_in_a_letter(on_one: Take) -> None:
    service, reference = on_one("submitted")
    with service.record.writing() as session:
        report = session.merge(service.file(reference).report)
        report.title = "<img src=x onerror=alert(1)> & sons"
        session.add(report)
        session.commit()
    html = asked(service, reference).html
    assert "<img" not in html
    assert "&lt;img src=x" in html


@pytest.mark.parametrize("day", [DAY_ONE, LAST_DAY])
def test_today_and_the_last_day_stand_out(day: object) -> None:
    drawn = strip(DAY_ONE, day, (), frozenset())  # type: ignore[arg-type]
    colours = [one.colour for one in stretches(drawn)]
    assert TODAY in colours
    assert (LAST in colours) == (day == DAY_ONE)
    assert (PAST in colours) == (day == LAST_DAY)


def test_letters_that_leave_the_office_tell_nobody_its_days(on_one: Take) -> None:
    service, reference = on_one("published")
    kinds = {mail.kind.value: mail.html for mail in service.file(reference).mails}
    assert kinds["invitation"] == ""
    assert kinds["copy_to_inspectors"] == ""


def test_the_letter_of_day_one_has_the_picture_too(on_one: Take) -> None:
    service, reference = on_one("open")
    tell_day_one(service.record, the_service(at(10, 14)), reference)
    (mail,) = [one for one in service.file(reference).mails if one.kind == "day_one"][-1:]
    assert "The 56 days. Day 1 of 56" in mail.html


def test_what_is_written_to_the_signatory_goes_to_the_private_office_that_is_named(
    on_one: Take,
) -> None:
    service, reference = on_one("submitted")
    with_private_office(service)
    mail = asked(service, reference)
    assert json.loads(mail.recipients) == [
        ["Imogen Hale", "imogen.hale@arden-commissioner.example"]
    ]
    assert not mail.by_hand, "colleagues are sent their letters"
    assert mail.text.startswith("Eleanor Whitcombe\n"), "whom it is for stands at its head"


def test_without_anybody_in_the_private_office_it_goes_to_the_signatory(on_one: Take) -> None:
    service, reference = on_one("submitted")
    with_private_office(service, "")
    mail = asked(service, reference)
    assert "Eleanor Whitcombe" in mail.recipients
    assert mail.by_hand


def test_an_approver_s_letters_are_their_own(on_one: Take) -> None:
    service, reference = on_one("submitted")
    with_private_office(service)
    ask_for_signature(service.record, the_service(at(11, 22)), reference)
    assert "Rupert Adeyemi" in service.file(reference).mails[-1].recipients


def test_a_letter_with_a_page_reads_as_text_first_and_is_always_the_same_bytes() -> None:
    letter = a_letter(html="<p>Guten Tag</p>")
    data = as_eml(letter)
    assert data == as_eml(letter)
    message = message_from_bytes(data, policy=default)
    body, page = message.get_body(("plain",)), message.get_body(("html",))
    assert body is not None
    assert page is not None
    assert body.get_content().replace("\r\n", "\n") == letter.text
    assert "Guten Tag" in page.get_content()
    assert len(list(message.iter_attachments())) == len(letter.attachments)
