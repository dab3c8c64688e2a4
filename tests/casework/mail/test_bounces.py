from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.mail.bounces import read_bounce, read_bounces
from casework.mail.build import as_eml
from models.shapes.mail import Bounce
from tests.casework.mail.letters import CHIEF, INVITATION

OURS = INVITATION.message_id


def _eml(text: str) -> bytes:
    return dedent(text).lstrip("\n").replace("{ours}", OURS).replace("\n", "\r\n").encode()


STANDARD = """
    From: Mail Delivery System <MAILER-DAEMON@mx.example>
    To: office@barsetshire.example
    Subject: Undelivered Mail Returned to Sender
    Auto-Submitted: auto-replied
    MIME-Version: 1.0
    Message-ID: <daemon.1@mx.example>
    Content-Type: multipart/report; report-type=delivery-status; boundary="b"

    --b
    Content-Type: text/plain

    I'm sorry to have to inform you that your message could not be delivered.

    --b
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example

    Final-Recipient: rfc822; ada.marsh@police.example
    Original-Recipient: rfc822;ada.marsh@police.example
    Action: {action}
    Status: 5.1.1
    Diagnostic-Code: smtp; 550 5.1.1 <ada.marsh@police.example>:
        Recipient address rejected

    Final-Recipient: rfc822; tom.wyn@police.example
    Action: failed
    Status: 5.2.2

    --b
    Content-Type: {copy}

    From: office@barsetshire.example
    Message-ID: {ours}
    Subject: Your comments

    {body}
    --b--
    """


@pytest.mark.parametrize("copy", ["message/rfc822", "text/rfc822-headers"])
def test_a_standard_notice_names_letter_recipient_and_reason(copy: str) -> None:
    notice = STANDARD.replace("{copy}", copy).replace("{action}", "failed").replace("{body}", "")
    assert read_bounces(_eml(notice)) == (
        Bounce(
            OURS,
            CHIEF.email,
            "550 5.1.1 <ada.marsh@police.example>: Recipient address rejected",
        ),
        Bounce(OURS, "tom.wyn@police.example", "5.2.2"),
    )


def test_a_delay_is_not_a_bounce() -> None:
    notice = STANDARD.replace("{copy}", "message/rfc822").replace("{body}", "")
    bounce = read_bounce(_eml(notice.replace("{action}", "delayed")))
    assert bounce is not None
    assert bounce.recipient == "tom.wyn@police.example"


PLAIN = {
    "exim": """
        From: Mail Delivery System <Mailer-Daemon@mx.example>
        X-Failed-Recipients: ada.marsh@police.example
        Auto-Submitted: auto-replied
        Subject: Mail delivery failed: returning message to sender

        A message that you sent could not be delivered to one or more of its recipients.

          ada.marsh@police.example
            host mx.police.example: 550 No such user here

        ------ This is a copy of the message, including all the headers. ------

        Message-ID: {ours}
        To: ada.marsh@police.example
        """,
    "qmail": """
        From: MAILER-DAEMON@mx.example
        Subject: failure notice

        Hi. This is the qmail-send program at mx.example.

        <ada.marsh@police.example>:
        550 No such user here

        --- Below this line is a copy of the message.

        Message-ID: {ours}
        From: office@barsetshire.example
        """,
    "by reference": """
        From: postmaster@police.example
        Subject: Undeliverable: Your comments
        In-Reply-To: {ours}

        Delivery has failed to these recipients:

        ada.marsh@police.example
        The mailbox is full: 550 No such user here
        """,
}


@pytest.mark.parametrize("name", PLAIN)
def test_the_common_plain_notices_are_read(name: str) -> None:
    bounce = read_bounce(_eml(PLAIN[name]))
    assert bounce is not None
    assert (bounce.message_id, bounce.recipient) == (OURS, CHIEF.email)
    assert "550 No such user here" in bounce.reason


NOT_A_BOUNCE = {
    "out of office": """
        From: Ada Marsh <ada.marsh@police.example>
        Subject: Automatic reply: Your comments
        Auto-Submitted: auto-replied
        In-Reply-To: {ours}

        I am away. Mail could not be delivered to me in person.
        """,
    "a reply": """
        From: Ada Marsh <ada.marsh@police.example>
        Subject: Re: Your comments on undeliverable mail
        In-Reply-To: {ours}

        Thank you. My comments are attached.
        """,
    "a delay in words": """
        From: MAILER-DAEMON@mx.example
        Subject: Warning: could not send message for past 4 hours

        <ada.marsh@police.example>:
        Delivery failed so far; we keep trying.
        """,
}


@pytest.mark.parametrize("name", NOT_A_BOUNCE)
def test_other_letters_are_not_bounces(name: str) -> None:
    assert read_bounce(_eml(NOT_A_BOUNCE[name])) is None


def test_our_own_letter_is_not_a_bounce() -> None:
    assert read_bounce(as_eml(INVITATION)) is None


@given(st.binary(max_size=2000))
def test_reading_never_fails_whatever_comes(junk: bytes) -> None:
    assert read_bounce(b"From: MAILER-DAEMON@x\r\nContent-Type: multipart/report\r\n" + junk) in (
        None,
        *read_bounces(b"From: MAILER-DAEMON@x\r\nContent-Type: multipart/report\r\n" + junk),
    )


@given(cut=st.integers(0, 900), junk=st.binary(max_size=30))
def test_a_damaged_notice_never_fails(cut: int, junk: bytes) -> None:
    whole = _eml(STANDARD.replace("{copy}", "message/rfc822").replace("{action}", "failed"))
    for bounce in read_bounces(whole[:cut] + junk + whole[cut:]):
        assert isinstance(bounce.recipient, str)
