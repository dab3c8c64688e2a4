"""Files that are no Word document, whatever their name says."""

from __future__ import annotations

import io
import zipfile

from tests.hostile.plain import MAIN_TYPE, PLAIN, TYPES, changed, packed, typed
from tests.hostile.verdicts import refused

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
NOT_WORD = "not a Word file"


def compound(*streams: str) -> bytes:
    """Return the shell of an old Office file with streams of these names."""
    names = (stream.encode("utf-16-le").ljust(128, b"\0") for stream in streams)
    return OLE + b"".join(names) + b"\0" * 4096


@refused(NOT_WORD, "empty")
def an_empty_file() -> bytes:
    return b""


@refused(NOT_WORD, "PDF")
def a_pdf() -> bytes:
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <<>> endobj"


@refused(NOT_WORD, "Rich Text")
def a_rich_text_file() -> bytes:
    return rb"{\rtf1\ansi Our response\par}"


@refused(NOT_WORD, "web page")
def a_web_page() -> bytes:
    return b"\xef\xbb\xbf <!DOCTYPE html><html><title>403 Forbidden</title></html>"


@refused(NOT_WORD, "XML")
def a_word_document_saved_as_flat_xml() -> bytes:
    return b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package/>'


@refused(NOT_WORD, "plain text")
def plain_text() -> bytes:
    return "Ein Brief, a letter, llythyr: dŵr.\r\n".encode()


@refused(NOT_WORD, "picture")
def a_photograph() -> bytes:
    return b"\xff\xd8\xff\xe0\0\x10JFIF\0" + b"\0" * 90


@refused(NOT_WORD, "program")
def a_program() -> bytes:
    return b"MZ\x90\0\3\0\0\0" + b"\0" * 500


@refused(NOT_WORD, "e-mail")
def an_email() -> bytes:
    return b"Received: from mail.example\r\nSubject: response\r\n\r\nSee attached.\r\n"


@refused(NOT_WORD, "Outlook")
def an_outlook_message() -> bytes:
    return compound("Root Entry", "__nameid_version1.0", "__substg1.0_0037001F")


@refused("old or encrypted file", ".doc")
def an_old_word_document() -> bytes:
    return compound("Root Entry", "1Table", "WordDocument", "\5SummaryInformation")


@refused(NOT_WORD, "Excel")
def an_old_workbook() -> bytes:
    return compound("Root Entry", "Workbook")


@refused("password", "password")
def a_document_with_a_password() -> bytes:
    return compound(
        "Root Entry", "\6DataSpaces", "StrongEncryptionDataSpace", "EncryptionInfo",
        "EncryptedPackage",
    )  # fmt: skip


@refused("sensitivity label", "Home > Sensitivity")
def a_document_encrypted_by_its_label() -> bytes:
    return compound(
        "Root Entry", "\6DataSpaces", "DRMEncryptedDataSpace", "DRMEncryptedTransform",
        "EncryptedPackage", "LabelInfo",
    )  # fmt: skip


@refused("sensitivity label", "Sensitivity")
def an_old_document_under_rights_management() -> bytes:
    return compound("Root Entry", "\tDRMContent", "\6DataSpaces")


@refused(NOT_WORD, "OpenDocument")
def an_open_document_text() -> bytes:
    kind = b"application/vnd.oasis.opendocument.text"
    return packed({"mimetype": kind, "content.xml": b"<a/>"})


@refused(NOT_WORD, "Export To > Word")
def a_pages_document() -> bytes:
    return packed({"Index/Document.iwa": b"\0\1\2", "preview.jpg": b"\xff\xd8\xff"})


@refused(NOT_WORD, "zip of files")
def a_zip_of_other_files() -> bytes:
    return packed({"notes.txt": b"hello", "report.pdf": b"%PDF"})


@refused(NOT_WORD, "Excel")
def a_workbook() -> bytes:
    return changed(TYPES, "wordprocessingml.document.main", "spreadsheetml.sheet.main")


@refused(NOT_WORD, "PowerPoint")
def a_presentation() -> bytes:
    return changed(TYPES, "wordprocessingml.document.main", "presentationml.presentation.main")


@refused(NOT_WORD, "template")
def a_template() -> bytes:
    return changed(TYPES, "document.main+xml", "template.main+xml")


@refused("macro", "without macros")
def a_document_with_macros_renamed() -> bytes:
    macro_type = "application/vnd.ms-word.document.macroEnabled.main+xml"
    return changed(TYPES, MAIN_TYPE, macro_type)


@refused("macro")
def a_template_with_macros_renamed() -> bytes:
    macro_type = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
    return changed(TYPES, MAIN_TYPE, macro_type)


@refused("strict Open XML", "save it as")
def a_strict_document() -> bytes:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    name = "word/document.xml"
    text = PLAIN[name].decode()
    return packed(
        {**PLAIN, name: text.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main", strict
        ).encode()}
    )  # fmt: skip


@refused("strict Open XML")
def a_strict_header_in_a_usual_document() -> bytes:
    header = b'<w:hdr xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
    return typed("word/header7.xml", "application/xml", header)


@refused("cut off", "download it again")
def half_a_download() -> bytes:
    whole = packed(PLAIN)
    return whole[: len(whole) // 2]


@refused(NOT_WORD)
def a_zip_of_nothing() -> bytes:
    out = io.BytesIO()
    zipfile.ZipFile(out, "w").close()
    return out.getvalue()


@refused(NOT_WORD)
def a_document_without_content_types() -> bytes:
    return packed({name: part for name, part in PLAIN.items() if name != TYPES})


@refused(NOT_WORD, "main part")
def a_document_without_a_type_of_its_own() -> bytes:
    return changed(TYPES, MAIN_TYPE, "application/octet-stream")


@refused("ambiguous part")
def a_document_of_two_types() -> bytes:
    end = '<Override PartName="/word/Document.xml" ContentType="application/xml"/></Types>'
    return changed(TYPES, "</Types>", end)


@refused(NOT_WORD, "main part")
def a_document_without_relations() -> bytes:
    return packed({name: part for name, part in PLAIN.items() if name != "_rels/.rels"})


@refused(NOT_WORD, "main part")
def a_document_whose_text_is_missing() -> bytes:
    return packed({name: part for name, part in PLAIN.items() if name != "word/document.xml"})


@refused(NOT_WORD, "no text")
def a_document_without_a_body() -> bytes:
    empty = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    return packed({**PLAIN, "word/document.xml": empty})
