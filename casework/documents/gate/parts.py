"""Judging the parts of a package: whether they are Word, honest XML, and stay inside."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from lxml import etree

from casework.documents.gate.archive import RESAVE, RefusedError
from casework.documents.wordml import CONTENT_TYPES, parse, w
from models.shapes.word import Blocked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_XML: Final = 30 * (1 << 20)
MAX_TAGS: Final = 1_500_000
"""In one part; a response of a hundred findings has some thirty thousand."""
MAX_PARAGRAPHS: Final = 20_000
PARAGRAPH: Final = re.compile(rb"<(?:\w+:)?p[\s/>]")
ENCODING: Final = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)""")
KNOWN_ENCODINGS: Final = {b"utf-8", b"utf8", b"us-ascii", b"ascii"}
BYTE_ORDER_MARKS: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00\x3c", b"\x3c\x00", b"\x00\x00")
MAIN_TYPE: Final = "wordprocessingml.document.main+xml"
STRICT: Final = b"http://purl.oclc.org/ooxml/"
RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

ACTIVE: Final = {
    "vbaproject": "a macro",
    "macroenabled": "a macro",
    "embeddings/": "an embedded file",
    "oleobject": "an embedded file",
    "activex": "an ActiveX control",
    "afchunk": "another document inside it",
    "attachedtemplate": "a template from elsewhere",
    "subdocument": "another document inside it",
}
"""Words in part names, content types and relations that give active parts away."""
REMOTE: Final = {
    "attachedtemplate": "remote template",
    "image": "remote picture",
    "oleobject": "remote object",
    "frame": "remote frame",
    "subdocument": "remote document",
}
SAFE_SCHEMES: Final = {"http", "https", "mailto"}


def parse_parts(parts: Mapping[str, bytes]) -> dict[str, etree._Element]:
    """Return the roots of all XML parts, or refuse the first that is no honest XML."""
    if CONTENT_TYPES not in parts:
        raise RefusedError("not a Word file", "", f"This is not a Word file: {RESAVE}.")
    types = _parse(CONTENT_TYPES, parts[CONTENT_TYPES])
    endings = (".xml", ".rels", ".vml", *_declared_as_xml(types))
    xml_names = [name for name in parts if f"/{name}".casefold().endswith(endings)]
    return {
        CONTENT_TYPES: types,
        **{name: _parse(name, parts[name]) for name in xml_names if name != CONTENT_TYPES},
    }


def _declared_as_xml(types: etree._Element) -> Iterator[str]:
    """Yield the endings and part names that are XML by declaration, whatever they are called."""
    for entry in types:
        if entry.get("ContentType", "").endswith("xml"):
            name, extension = entry.get("PartName"), entry.get("Extension")
            if name or extension:
                yield (name or f".{extension}").casefold()


def _parse(name: str, part: bytes) -> etree._Element:
    encoding = ENCODING.match(part[:400].removeprefix(b"\xef\xbb\xbf"))
    if part.startswith(BYTE_ORDER_MARKS) or (
        encoding and encoding[1].lower() not in KNOWN_ENCODINGS
    ):
        message = f"A part of the file is not written in UTF-8, as Word writes it: {RESAVE}."
        raise RefusedError("unusual encoding", name, message)
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        message = f"A part of the file declares a document type, which Word never does: {RESAVE}."
        raise RefusedError("document type declaration", name, message)
    if len(part) > MAX_XML or part.count(b"<") > MAX_TAGS or _paragraphs(part) > MAX_PARAGRAPHS:
        message = "The document is far longer than any response: hand in the response alone."
        raise RefusedError("too many paragraphs", name, message)
    try:
        return parse(part)
    except etree.XMLSyntaxError as error:
        message = f"A part of the file is damaged, or nested too deeply to be read: {RESAVE}."
        raise RefusedError("damaged part", name, message) from error


def _paragraphs(part: bytes) -> int:
    return sum(1 for _ in PARAGRAPH.finditer(part))


def main_part(roots: Mapping[str, etree._Element], parts: Mapping[str, bytes]) -> str:
    """Return the name of the document part, or refuse what is not a Word document."""
    types = {
        entry.get("PartName", "").lstrip("/"): entry.get("ContentType", "")
        for entry in roots[CONTENT_TYPES]
    }
    name = _first_target(roots.get("_rels/.rels"))
    if name not in roots or not types.get(name, "").endswith(MAIN_TYPE):
        raise RefusedError("not a Word file", name, f"This is not a Word document: {RESAVE}.")
    if STRICT in parts[name][:4000]:
        message = 'The file is saved as "Strict Open XML": save it as a Word document (.docx).'
        raise RefusedError("strict Open XML", name, message)
    if roots[name].tag != w("document"):
        raise RefusedError("not a Word file", name, f"This is not a Word document: {RESAVE}.")
    return name


def _first_target(relations: etree._Element | None) -> str:
    """Return the part a reader opens first."""
    for relation in relations.iter(RELATION) if relations is not None else ():
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    return ""


def active_parts(roots: Mapping[str, etree._Element], names: Iterator[str]) -> Iterator[Blocked]:
    """Yield what can act by itself: macros, embedded files, controls."""
    candidates = [(name, name) for name in names]
    candidates += [(CONTENT_TYPES, entry.get("ContentType", "")) for entry in roots[CONTENT_TYPES]]
    for where, words in candidates:
        thing = next((thing for mark, thing in ACTIVE.items() if mark in words.casefold()), None)
        if thing:
            message = f"The file holds {thing}: take it out, save the file and hand it in again."
            yield Blocked(thing.partition(" ")[2], where, message)


def reaching_outside(roots: Mapping[str, etree._Element]) -> Iterator[Blocked]:
    """Yield relations that fetch something from elsewhere or point out of the package."""
    for name, root in roots.items():
        if name.endswith(".rels"):
            for relation in root.iter(RELATION):
                blocked = _judge_relation(name, relation)
                if blocked:
                    yield blocked


def _judge_relation(where: str, relation: etree._Element) -> Blocked | None:
    kind = relation.get("Type", "").rpartition("/")[2].casefold()
    target = relation.get("Target", "")
    if relation.get("TargetMode") == "External":
        if kind == "hyperlink":
            return None if is_safe_link(target) else _bad_link(where, target)
        what = REMOTE.get(kind, "remote part")
        message = f"The file fetches something from elsewhere ({what}): take it out and save again."
        return Blocked(what, where, message)
    if urlsplit(target).scheme or posixpath.normpath(_path(where, target)).startswith(".."):
        message = f"The file points outside of itself: {RESAVE}."
        return Blocked("path outside the file", where, message)
    thing = next((thing for mark, thing in ACTIVE.items() if mark in kind), None)
    if thing:
        message = f"The file holds {thing}: take it out, save the file and hand it in again."
        return Blocked(thing.partition(" ")[2], where, message)
    return None


def _path(where: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.join(posixpath.dirname(posixpath.dirname(where)), target)


def is_safe_link(target: str) -> bool:
    """Return whether a link leads to a web page, to a mailbox, or to a place in the document."""
    try:
        return target.startswith("#") or urlsplit(target.strip()).scheme.lower() in SAFE_SCHEMES
    except ValueError:
        return False


def _bad_link(where: str, target: str) -> Blocked:
    message = (
        f"The link to {target[:60]!r} is neither a web page nor an e-mail address: "
        "take it out or correct it."
    )
    return Blocked("unsafe link", where, message)
