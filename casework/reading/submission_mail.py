"""The words of an e-mail, .eml or .msg, and the files that came with it."""

import email
import email.policy
import io
from dataclasses import dataclass
from email.message import EmailMessage, MIMEPart

from oxmsg import Message

from casework.errors import RefusedInputError
from casework.reading.clean_text import composed, decoded
from casework.reading.html import read_html
from casework.reading.text_paragraphs import text_paragraphs

MOST_PARTS = 500


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a submission; a person decides whether it is the comments."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail's words, paragraph by paragraph, and its attachments."""

    paragraphs: tuple[str, ...]
    attachments: tuple[Attachment, ...]


def eml_letter(data: bytes) -> Letter:
    """Return the words of an .eml file: the plain part, else the HTML part."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage):
        return Letter((), ())
    body = message.get_body(preferencelist=("plain", "html"))
    paragraphs: tuple[str, ...] = ()
    if body is not None:
        text = _content(body)
        paragraphs = (
            html_paragraphs(text) if body.get_content_subtype() == "html" else text_paragraphs(text)
        )
    return Letter(paragraphs, _attachments(message))


def _content(part: MIMEPart) -> str:
    """Return a part's text, whatever charset it claims."""
    content = part.get_payload(decode=True)
    raw = content if isinstance(content, bytes) else b""
    charset = part.get_content_charset()
    try:
        return raw.decode(charset) if charset else decoded(raw)
    except (LookupError, UnicodeError):
        return decoded(raw)


def _attachments(message: EmailMessage) -> tuple[Attachment, ...]:
    found: list[Attachment] = []
    for number, part in enumerate(message.iter_attachments(), start=1):
        if number > MOST_PARTS:
            break
        content = part.get_payload(decode=True)
        name = composed(part.get_filename() or f"attachment {number}")
        found.append(Attachment(name, content if isinstance(content, bytes) else b""))
    return tuple(found)


def msg_letter(data: bytes, name: str) -> Letter:
    """Return the words of an Outlook .msg file."""
    try:
        message = Message.load(io.BytesIO(data))
        body, html = message.body, message.html_body
        files = tuple(
            Attachment(composed(one.file_name or f"attachment {number}"), one.file_bytes or b"")
            for number, one in enumerate(message.attachments, start=1)
        )
    except Exception as fault:  # the library raises whatever a broken file makes it trip over
        raise RefusedInputError(
            f"“{name}” is a damaged Outlook message: ask for it as .eml, or save it again."
        ) from fault
    paragraphs = (
        text_paragraphs(composed(body)) if body and body.strip() else html_paragraphs(html or "")
    )
    return Letter(paragraphs, files)


def html_paragraphs(markup: str) -> tuple[str, ...]:
    """Return the paragraphs of an HTML text."""
    return tuple(block.text for block in read_html(markup).blocks if block.text)
