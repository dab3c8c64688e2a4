"""What a chief officer sends: the words of any usual file, kept as they stand."""

from dataclasses import dataclass

from casework.errors import CaseworkError, RefusedInputError
from casework.reading.clean_text import decoded
from casework.reading.sniff import LARGEST_FILE, is_binary
from casework.reading.submission_mail import Attachment, eml_letter, html_paragraphs, msg_letter
from casework.reading.submission_word import ODT_TEXT, WORD_TEXT, odt_paragraphs, word_paragraphs
from casework.reading.text_paragraphs import text_paragraphs
from casework.reading.zip_guard import GuardedZip

_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK"
_MAIL_HEADERS = (
    b"from:",
    b"to:",
    b"subject:",
    b"date:",
    b"mime-version:",
    b"received:",
    b"return-path:",
)
_LETTERS_WITH_FILES = (".docx", ".odt", ".pdf", ".doc", ".rtf")


@dataclass(frozen=True, slots=True)
class Submission:
    """The paragraphs of a submission, what kind of file it was, and what came with it."""

    paragraphs: tuple[str, ...]
    kind: str
    """`docx`, `odt`, `eml`, `msg`, `pdf`, `html` or `text`."""
    attachments: tuple[Attachment, ...] = ()
    warnings: tuple[str, ...] = ()
    """What a person should know before confirming the text."""


def read_submission(data: bytes, name: str) -> Submission:
    """Return what a chief officer submitted, or refuse it in one sentence.

    Raises nothing but `RefusedInputError`.
    """
    try:
        submission = _read(data, name)
    except CaseworkError:
        raise
    except (
        ArithmeticError,
        LookupError,
        OSError,
        RecursionError,
        RuntimeError,
        TypeError,
        ValueError,
        AttributeError,
    ) as fault:
        raise RefusedInputError(
            f"“{name}” is damaged and cannot be read: ask for it again."
        ) from fault
    if not submission.paragraphs and not submission.attachments:
        raise RefusedInputError(
            f"“{name}” holds no text: ask for the comments as text, or as a Word file or PDF whose "
            "text can be selected."
        )
    return submission


def _read(data: bytes, name: str) -> Submission:
    if not data.strip(b"\x00 \t\r\n"):
        raise RefusedInputError(f"“{name}” is empty: ask for it again.")
    if len(data) > LARGEST_FILE:
        raise RefusedInputError(
            f"“{name}” is larger than {LARGEST_FILE // 1024 // 1024} MB: ask for the comments "
            "alone."
        )
    if data.startswith(_OLE):
        return _from_ole(data, name)
    if data.startswith(_ZIP):
        return _from_zip(data, name)
    if b"%PDF-" in data[:1024]:
        from casework.reading.pdf import read_pdf  # noqa: PLC0415  0.1 s: only for a PDF

        blocks = read_pdf(data, name).blocks
        return Submission(tuple(block.text for block in blocks), "pdf")
    return _from_text(data, name)


def _from_ole(data: bytes, name: str) -> Submission:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise RefusedInputError(f"“{name}” is encrypted: ask for a copy without a password.")
    if "__properties_version1.0".encode("utf-16-le") in data:
        letter = msg_letter(data, name)
        return Submission(letter.paragraphs, "msg", letter.attachments, _notes(letter.attachments))
    raise RefusedInputError(
        f"“{name}” is in an old Word format: open it in Word, save it as .docx, and hand in that."
    )


def _from_zip(data: bytes, name: str) -> Submission:
    package = GuardedZip(data, name)
    if WORD_TEXT in package:
        return Submission(word_paragraphs(package), "docx")
    if ODT_TEXT in package:
        return Submission(odt_paragraphs(package), "odt")
    raise RefusedInputError(
        f"“{name}” is not a Word or OpenDocument text: ask for a .docx, an .odt or a PDF."
    )


def _from_text(data: bytes, name: str) -> Submission:
    if data.startswith(b"{\\rtf"):
        raise RefusedInputError(f"“{name}” is a rich-text file: save it as .docx and hand in that.")
    if is_binary(data):
        raise RefusedInputError(
            f"“{name}” is not a letter: comments can be .docx, .odt, .eml, .msg, .pdf or text."
        )
    if _is_mail(data):
        letter = eml_letter(data)
        return Submission(letter.paragraphs, "eml", letter.attachments, _notes(letter.attachments))
    text = decoded(data)
    if "<html" in text[:2000].lower() or "<!doctype html" in text[:200].lower():
        return Submission(html_paragraphs(text), "html")
    return Submission(text_paragraphs(text), "text")


def _is_mail(data: bytes) -> bool:
    head = data[:20000].replace(b"\r\n", b"\n").split(b"\n\n", maxsplit=1)[0].lower().lstrip()
    present = sum(head.startswith(header) or b"\n" + header in head for header in _MAIL_HEADERS)
    return present >= 2 and b":" in head.split(b"\n", maxsplit=1)[0]  # noqa: PLR2004 - two headers


def _notes(attachments: tuple[Attachment, ...]) -> tuple[str, ...]:
    documents = [one.name for one in attachments if one.name.lower().endswith(_LETTERS_WITH_FILES)]
    if not documents:
        return ()
    return (
        f"The message brings {', '.join(documents)}: hand in that file if the comments are there.",
    )
