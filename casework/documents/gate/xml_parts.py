"""Judging and reading the XML of a package: UTF-8, no document types, no boundless trees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from casework.documents.gate.archive import TOO_LONG, XML_ENDINGS, XML_LOOK
from casework.documents.gate.disguises import ASK, NOT_WORD, RESAVE, WEB_PAGE
from casework.documents.gate.refusal import RefusedError
from casework.documents.wordml import CONTENT_TYPES, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_MARKS: Final = 500_000
"""Tags and attributes in all parts together: they, not the bytes, fill the memory. A response of
a thousand findings has 140,000."""
MAX_PARAGRAPHS: Final = 20_000
PARAGRAPH: Final = re.compile(rb"<(?:\w+:)?p[\s/>]")
BOM: Final = b"\xef\xbb\xbf"
DECLARATION: Final = re.compile(rb"\s*<\?xml\s([^>]*)>")
ENCODING: Final = re.compile(rb"""encoding\s*=\s*["']([^"']+)""")
KNOWN_ENCODINGS: Final = {b"utf-8", b"utf8", b"us-ascii", b"ascii"}
OTHER_ENCODINGS: Final = (
    b"\xff\xfe", b"\xfe\xff", b"\x00\x3c", b"\x3c\x00", b"\x00\x00", b"\x4c\x6f\xa7\x94", b"+/v",
)  # fmt: skip
"""How UTF-16, UTF-32, EBCDIC and UTF-7 begin."""
UNKNOWN_TO_WORD: Final = (
    (b"<!DOCTYPE", "document type declaration", "declares a document type"),
    (b"<!ENTITY", "document type declaration", "declares a document type"),
    (b"<?xml-stylesheet", "style sheet instruction", "asks for a style sheet"),
    (b"http://www.w3.org/2001/XInclude", "inclusion", "asks for another file"),
)
"""What no part of an honest Word file holds, and what it does."""
APPLE_DOUBLE: Final = b"\0\5\x16\7"
"""What a Mac leaves beside each file it zips, under the same name."""
OPTIONAL: Final = ("customXml/", "docProps/", "docMetadata/")
"""Folders in which other systems leave empty parts behind; nobody reads them."""


def parse_parts(parts: Mapping[str, bytes]) -> dict[str, etree._Element]:
    """Return the roots of all XML parts, or refuse the first that is no honest XML."""
    if CONTENT_TYPES not in parts:
        raise RefusedError(NOT_WORD, "", _what_else(parts))
    _judge_length(CONTENT_TYPES, parts[CONTENT_TYPES], MAX_MARKS)
    types = _parse(CONTENT_TYPES, parts[CONTENT_TYPES])
    endings = (*XML_ENDINGS, *_declared_as_xml(types))
    marks, roots = 0, {CONTENT_TYPES: types}
    for name, part in parts.items():
        if name != CONTENT_TYPES and _is_xml(name, part, endings):
            marks += _judge_length(name, part, MAX_MARKS - marks)
            roots[name] = _parse(name, part)
    return roots


def _what_else(parts: Mapping[str, bytes]) -> str:
    if b"opendocument" in parts.get("mimetype", b""):
        return f"This is an OpenDocument file (LibreOffice), not a Word document: {RESAVE}."
    if "Index/Document.iwa" in parts:
        return "This is a Pages document: in Pages choose File > Export To > Word, hand that in."
    return f"This is a zip of files, not a Word document: {RESAVE}."


def _is_xml(name: str, part: bytes, endings: tuple[str, ...]) -> bool:
    if part.startswith(APPLE_DOUBLE) or (not part.strip() and name.startswith(OPTIONAL)):
        return name.endswith(".rels")
    looks_so = XML_LOOK.match(part) is not None and not WEB_PAGE.match(part)
    return looks_so or f"/{name}".casefold().endswith(endings)


def _declared_as_xml(types: etree._Element) -> Iterator[str]:
    """Yield the endings and part names that are XML by declaration, whatever they are called."""
    for entry in types.iterchildren("{*}Default", "{*}Override"):
        kind = entry.get("ContentType", "").partition(";")[0].strip().casefold()
        name, extension = entry.get("PartName"), entry.get("Extension")
        if kind.endswith("xml") and (name or extension):
            yield (name or f".{extension}").casefold()


def _judge_length(name: str, part: bytes, room: int) -> int:
    """Return how many tags and attributes a part has, or refuse more than there is room for."""
    marks = part.count(b"<") + part.count(b"=")
    if marks > room or _has_too_many_paragraphs(part):
        raise RefusedError("too many paragraphs", name, TOO_LONG)
    return marks


def _has_too_many_paragraphs(part: bytes) -> bool:
    return sum(1 for _ in PARAGRAPH.finditer(part)) > MAX_PARAGRAPHS


def _parse(name: str, part: bytes) -> etree._Element:
    _judge_encoding(name, part)
    for signs, what, does in UNKNOWN_TO_WORD:
        if signs in part:
            message = f"A part of the file {does}, which Word never does: {ASK}."
            raise RefusedError(what, name, message)
    try:
        return parse(part)
    except etree.XMLSyntaxError as error:
        what, message = _damage(str(error))
        raise RefusedError(what, name, message) from error


def _judge_encoding(name: str, part: bytes) -> None:
    declared = DECLARATION.match(part.removeprefix(BOM))
    encoding = ENCODING.search(declared[1]) if declared else None
    if part.startswith(OTHER_ENCODINGS) or (
        encoding and encoding[1].lower() not in KNOWN_ENCODINGS
    ):
        message = f"A part of the file is not written in UTF-8, as Word writes it: {RESAVE}."
        raise RefusedError("unusual encoding", name, message)


def _damage(told: str) -> tuple[str, str]:
    """Return what the reader of XML stumbled over, and what can be done about it."""
    if "Resource limit" in told or "Text node too long" in told:
        return "too long", TOO_LONG
    if "mismatch" in told and "sdtContent" in told:
        return "damaged part", (
            "LibreOffice damaged the file when it saved a tracked change inside a content "
            "control, and no program can open it: take the last copy that opens, and edit it in "
            "Word."
        )
    return "damaged part", (
        "A part of the file is damaged, or nested too deeply to be read: open it in Word, let Word "
        "repair it, and save it as a Word document (.docx)."
    )
