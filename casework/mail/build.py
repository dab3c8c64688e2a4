"""A letter as the bytes that travel: always the same bytes for the same letter."""

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

from casework.errors import RefusedInputError
from models.shapes.mail import Addressee, Attachment, Letter

_MESSAGE_ID = re.compile(r"<[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+>")
_MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_CONTROL_IN_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
_POLICY = SMTP.clone(cte_type="7bit")


def as_eml(letter: Letter, *, for_a_person_to_send: bool = False) -> bytes:
    """Return the letter as an internet message.

    With `for_a_person_to_send` the usual mail programs open it as a draft that
    is ready to send, not as a letter that has arrived.
    """
    refuse_unsendable(letter)
    message = EmailMessage(policy=_POLICY)
    _write_headers(message, letter)
    if for_a_person_to_send:
        message["X-Unsent"] = "1"
    message.set_content(letter.text, cte="quoted-printable")
    if letter.html:
        message.add_alternative(letter.html, subtype="html", cte="quoted-printable")
        message.set_boundary(_boundary(letter, "text-and-page"))
    for attachment in letter.attachments:
        _attach(message, attachment)
    if letter.attachments:
        message.set_boundary(_boundary(letter))
    return message.as_bytes()


def refuse_unsendable(letter: Letter) -> None:
    """Refuse a letter whose headers could carry more than they say."""
    if not letter.to:
        raise RefusedInputError("The letter has no recipient: name at least one.")
    if not _MESSAGE_ID.fullmatch(letter.message_id):
        raise RefusedInputError(
            f"“{letter.message_id!r}” is not a message identity of the form <name@office.example>."
        )
    if letter.dated.tzinfo is None:
        raise RefusedInputError("The letter's date has no time zone: give the instant in full.")
    for person in (*letter.to, *letter.cc, letter.sender, *_replying_to(letter)):
        _refuse_unsafe_person(person)
    _refuse_control("The subject of the letter", letter.subject)
    if _CONTROL_IN_TEXT.search(letter.text + letter.html):
        raise RefusedInputError(
            "The text of the letter holds an invisible control character: remove it and try again."
        )
    for attachment in letter.attachments:
        _refuse_unsafe_attachment(attachment)


def _refuse_unsafe_person(person: Addressee) -> None:
    _refuse_control("A name in the letter's heading", person.name)
    if not _MAILBOX.fullmatch(person.email):
        raise RefusedInputError(
            f"{person.email!r} is not an e-mail address: correct it in the office's settings."
        )


def _refuse_unsafe_attachment(attachment: Attachment) -> None:
    _refuse_control("The file name of an attachment", attachment.name)
    if not _MEDIA_TYPE.fullmatch(attachment.media_type):
        raise RefusedInputError(
            f"The attachment {attachment.name!r} does not say what kind of file it is."
        )


def _refuse_control(what: str, words: str) -> None:
    if _CONTROL.search(words):
        raise RefusedInputError(
            f"{what} holds a line break or a control character: write it on one line."
        )


def _write_headers(message: EmailMessage, letter: Letter) -> None:
    message["From"] = _address(letter.sender)
    message["To"] = [_address(person) for person in letter.to]
    if letter.cc:
        message["Cc"] = [_address(person) for person in letter.cc]
    if letter.reply_to is not None:
        message["Reply-To"] = _address(letter.reply_to)
    message["Subject"] = letter.subject
    message["Date"] = letter.dated
    message["Message-ID"] = letter.message_id


def _address(person: Addressee) -> Address:
    return Address(display_name=person.name, addr_spec=person.email)


def _replying_to(letter: Letter) -> tuple[Addressee, ...]:
    return () if letter.reply_to is None else (letter.reply_to,)


def _attach(message: EmailMessage, attachment: Attachment) -> None:
    family, _, kind = attachment.media_type.partition("/")
    message.add_attachment(attachment.data, family, kind, filename=attachment.name)


def _boundary(letter: Letter, around: str = "") -> str:
    # Chance would make the same letter two different files; base64 and
    # quoted-printable can hold no line that begins with "--=_".
    return "=_" + sha256(f"{letter.message_id}{around}".encode()).hexdigest()[:32]
