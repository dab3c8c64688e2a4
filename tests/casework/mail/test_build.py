from datetime import datetime
from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.errors import RefusedInputError
from casework.mail.build import as_eml
from models.shapes.mail import Addressee, Attachment
from tests.casework.mail.letters import CHIEF, INVITATION, a_letter


def test_the_same_letter_is_always_the_same_bytes() -> None:
    assert as_eml(a_letter()) == as_eml(a_letter())


def test_a_mail_program_reads_back_what_was_written() -> None:
    message = message_from_bytes(as_eml(INVITATION), policy=default)
    body = message.get_body()
    assert body is not None
    attachment = next(message.iter_attachments())
    assert message["Subject"] == INVITATION.subject
    assert message["Message-ID"] == INVITATION.message_id
    assert message["Date"].datetime == INVITATION.dated
    assert [a.addr_spec for a in message["To"].addresses] == [CHIEF.email]
    assert message["Cc"].addresses[0].display_name == "Tom Ŵyn"
    assert body.get_content().replace("\r\n", "\n") == INVITATION.text
    assert attachment.get_filename() == "Invitation – final.docx"
    assert attachment.get_content() == INVITATION.attachments[0].data


def test_the_letter_travels_over_a_seven_bit_line_in_short_lines() -> None:
    data = as_eml(INVITATION)
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_a_long_identity_survives() -> None:
    identity = f"<{'reminder-' * 12}S55-2022-001@barsetshire.example>"
    message = message_from_bytes(as_eml(a_letter(message_id=identity)), policy=default)
    assert message["Message-ID"] == identity


def test_only_the_out_tray_copy_opens_as_a_draft() -> None:
    assert b"X-Unsent: 1" in as_eml(INVITATION, for_a_person_to_send=True)
    assert b"X-Unsent" not in as_eml(INVITATION)


@pytest.mark.parametrize(
    "changes",
    [
        {"subject": "Hello\r\nBcc: everybody@example.com"},
        {"subject": "Hello\x00"},
        {"to": (Addressee("Ada\nBcc: x@example.com", CHIEF.email),)},
        {"cc": (Addressee("Ada", "a@b.example\r\nBcc: x@example.com"),)},
        {"sender": Addressee("Office", "not an address")},
        {"reply_to": Addressee("Office\u2028", "a@b.example")},
        {"attachments": (Attachment("a\r\nX: y", "text/plain", b""),)},
        {"attachments": (Attachment("a.txt", "text/plain\r\nX: y", b""),)},
        {"message_id": "<a@b>\r\nBcc: <c@d>"},
        {"to": ()},
        {"text": "NUL \x00"},
        {"text": "half an emoji \ud83d"},
        {"dated": datetime(2022, 10, 14, 9, 30)},  # noqa: DTZ001 - the fault under test
    ],
)
def test_a_letter_that_says_more_than_it_shows_is_refused_in_one_sentence(
    changes: dict[str, object],
) -> None:
    with pytest.raises(RefusedInputError) as refusal:
        as_eml(a_letter(**changes))
    assert str(refusal.value).count("\n") == 0


@given(subject=st.text(max_size=200), name=st.text(max_size=80), text=st.text(max_size=300))
def test_no_text_whatever_adds_a_header_or_a_recipient(subject: str, name: str, text: str) -> None:
    letter = a_letter(subject=subject, text=text, to=(Addressee(name, CHIEF.email),), cc=())
    try:
        message = message_from_bytes(as_eml(letter), policy=default)
    except RefusedInputError:
        return
    expected = {"From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"}
    assert set(message.keys()) == expected
    assert [a.addr_spec for a in message["To"].addresses] == [CHIEF.email]
