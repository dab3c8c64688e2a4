import io
import zipfile
from email.message import EmailMessage

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.errors import RefusedInputError
from casework.reading.submission import read_submission
from tests.casework.reading.typeset import typeset

ODF = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
    "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
    '<text:h>Comments</text:h><text:p>We <text:span>wel<text:s text:c="2"/>come</text:span> it'
    "<text:note><text:p>a note</text:p></text:note>.<text:tab/>End</text:p><text:p/>"
    "</office:text></office:body></office:document-content>"
)
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def zipped(parts: dict[str, bytes | str]) -> bytes:
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return room.getvalue()


def odt(extra: dict[str, bytes | str] | None = None) -> bytes:
    sound: dict[str, bytes | str] = {"mimetype": ODT_TYPE, "content.xml": ODF}
    return zipped(sound | (extra or {}))


def word(*paragraphs: str, xml: str = "") -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if xml:
        document.element.body.insert(0, parse_xml(xml))
    room = io.BytesIO()
    document.save(room)
    return room.getvalue()


def letter(body: str, *, html: bool = False, attached: dict[str, bytes] | None = None) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = (
        "a@loam.example",
        "b@opcc.example",
        "Comments",
    )
    message.set_content(body, subtype="html" if html else "plain")
    for name, content in (attached or {}).items():
        message.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=name
        )
    return message.as_bytes()


def test_a_word_file_gives_its_paragraphs_verbatim() -> None:
    found = read_submission(word("First & <second>.", "", "{{third}} 🚓"), "comments.docx")
    assert (found.kind, found.paragraphs) == ("docx", ("First & <second>.", "{{third}} 🚓"))


def test_content_controls_and_tracked_insertions_are_read_and_deletions_are_not() -> None:
    xml = (
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Kept </w:t></w:r>"
        '<w:ins w:id="1" w:author="A"><w:r><w:t>and added</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="A"><w:r><w:delText> and gone</w:delText></w:r></w:del>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert read_submission(word("After.", xml=xml), "c.docx").paragraphs == (
        "Kept and added",
        "After.",
    )


def test_a_paragraph_whose_mark_was_deleted_runs_on_into_the_next() -> None:
    xml = (
        f"<w:p {nsdecls('w')}><w:pPr><w:rPr><w:del w:id='1' w:author='A'/></w:rPr></w:pPr>"
        "<w:r><w:t>One, </w:t></w:r></w:p>"
    )
    assert read_submission(word("two.", xml=xml), "c.docx").paragraphs == ("One, two.",)


def test_an_opendocument_file_gives_its_paragraphs() -> None:
    found = read_submission(odt(), "comments.odt")
    assert (found.kind, found.paragraphs) == ("odt", ("Comments", "We wel  come it.\tEnd"))


def test_an_email_gives_its_words_and_names_its_attachments() -> None:
    attached = {"comments.docx": b"x", "logo.png": b"y"}
    found = read_submission(letter("Dear all,\n\nWe agree.\n", attached=attached), "m.eml")
    assert (found.kind, found.paragraphs) == ("eml", ("Dear all,", "We agree."))
    assert [one.name for one in found.attachments] == ["comments.docx", "logo.png"]
    assert found.warnings == (
        "The message brings comments.docx: hand in that file if the comments are there.",
    )


def test_an_email_in_html_gives_its_paragraphs() -> None:
    found = read_submission(letter("<p>We &amp; you.</p><p>Agreed.</p>", html=True), "m.eml")
    assert found.paragraphs == ("We & you.", "Agreed.")


def test_a_pdf_gives_its_paragraphs() -> None:
    found = read_submission(typeset("We welcome the report.\n\nWe will act on it."), "c.pdf")
    assert (found.kind, found.paragraphs) == (
        "pdf",
        ("We welcome the report.", "We will act on it."),
    )


def test_plain_text_keeps_its_paragraphs() -> None:
    found = read_submission(b"We agree.\r\n\r\nNUL\x00 goes.\n", "c.txt")
    assert (found.kind, found.paragraphs) == ("text", ("We agree.", "NUL goes."))


MACROS = "macros"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
            "old Word format",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (
            b"\xd0\xcf\x11\xe0" + "__properties_version1.0".encode("utf-16-le"),
            "damaged Outlook message",
        ),
        (b"PK\x03\x04broken", "damaged"),
        (b"{\\rtf1 x}", "rich-text"),
        (bytes(range(1, 32)) * 9, "not a letter"),
        (zipped({"a.txt": b"x"}), "not a Word or OpenDocument text"),
        (zipped({"word/document.xml": b"x", "word/vbaProject.bin": b"x"}), MACROS),
        (odt({"Basic/script-lc.xml": b"x"}), MACROS),
        (odt({"META-INF/manifest.xml": b"<manifest:encryption-data/>"}), "encrypted"),
        (zipped({"word/document.xml": b"0" * 30_000_000}), "unpacks to far more"),
        (zipped({f"p{n}": b"" for n in range(2001)}), "more than 2000 parts"),
        (
            zipped(
                {
                    "[Content_Types].xml": b"<a/>",
                    "word/document.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
                }
            ),
            "document type declaration",
        ),
        (zipped({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a><b></a>"}), "damaged"),
    ],
)
def test_what_cannot_be_comments_is_refused_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(RefusedInputError, match=words) as refusal:
        read_submission(data, "comments")
    assert str(refusal.value).count(". ") == 0
    assert str(refusal.value).endswith(".")


SEEDS = (word("We agree."), odt(), letter("We agree."), typeset("We agree."), b"We agree.")


@given(st.sampled_from(SEEDS), st.integers(0, 40_000), st.binary(min_size=1, max_size=20))
@settings(max_examples=150, deadline=None)
def test_damaged_submissions_are_read_or_refused(seed: bytes, at: int, noise: bytes) -> None:
    where = at % len(seed)
    try:
        found = read_submission(seed[:where] + noise + seed[where + len(noise) :], "c")
    except RefusedInputError:
        return
    assert found.paragraphs or found.attachments


def test_the_words_of_a_paragraph_inside_another_are_read_once() -> None:
    inner = "<w:p><w:r><w:t>inner</w:t></w:r></w:p>"
    xml = f"<w:p {nsdecls('w')}><w:r><w:t>outer</w:t></w:r>{inner}</w:p>"
    assert read_submission(word(xml=xml), "comments.docx").paragraphs == ("outer", "inner")
