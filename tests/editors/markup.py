"""WordprocessingML as the editors and judges here spell it; nothing of the product's own."""

from __future__ import annotations

import io
import zipfile
from random import Random
from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

W_SPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_SPACE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES_SPACE: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS_SPACE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
W14_SPACE: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

DOCUMENT: Final = "word/document.xml"
TYPES: Final = "[Content_Types].xml"
RELATIONS: Final = "word/_rels/document.xml.rels"


def w(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return f"{{{W_SPACE}}}{name}"


BODY, P, P_PR, R, R_PR, T = (w(n) for n in ("body", "p", "pPr", "r", "rPr", "t"))
TBL, TR, TR_PR, TC, TC_PR = (w(n) for n in ("tbl", "tr", "trPr", "tc", "tcPr"))
SDT, SDT_PR, SDT_CONTENT = (w(n) for n in ("sdt", "sdtPr", "sdtContent"))
INS, DEL, MOVE_FROM, MOVE_TO = (w(n) for n in ("ins", "del", "moveFrom", "moveTo"))
DEL_TEXT, TAB, BR, NO_BREAK = (w(n) for n in ("delText", "tab", "br", "noBreakHyphen"))
BOOKMARK_START, BOOKMARK_END = w("bookmarkStart"), w("bookmarkEnd")
RANGE_START, RANGE_END = w("commentRangeStart"), w("commentRangeEnd")
REFERENCE: Final = w("commentReference")
HYPERLINK, SECTION, TAG, ALIAS = (w(n) for n in ("hyperlink", "sectPr", "tag", "alias"))
ID, NAME, VAL, AUTHOR, DATE = (w(n) for n in ("id", "name", "val", "author", "date"))
LABEL: Final = w("rsidR")
"""Word numbers the sessions in which a paragraph was written; the judges know a piece by it."""

BLOCKS: Final = (P, TBL)
TRACKED: Final = (INS, DEL, MOVE_FROM, MOVE_TO)


def chance(seed: int | str) -> Random:
    """Return the chance of one seed: the same every time."""
    return Random(seed)  # noqa: S311 - the same every time is what it is for


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name, in its order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return the Word file of these parts; equal parts give equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def parse(data: bytes) -> etree._Element:
    """Return the root of a part."""
    return etree.fromstring(data)


def serialise(root: etree._Element) -> bytes:
    """Return a part as bytes, as Word begins it."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def element(tag: str, *children: etree._Element, text: str = "", **values: str) -> etree._Element:
    """Return an element of WordprocessingML; words keep their spaces."""
    made = etree.Element(w(tag), {w(name): value for name, value in values.items()})
    made.extend(children)
    if text:
        made.text = text
        made.set(SPACE, "preserve")
    return made


def parent(node: etree._Element) -> etree._Element:
    """Return what an element stands in."""
    around = node.getparent()
    assert around is not None
    return around


def inside(node: etree._Element, *tags: str) -> bool:
    """Return whether an element stands in one of these, however deep."""
    return next(node.iterancestors(*tags), None) is not None


def blocks(container: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs and tables of a body or cell, through its content controls."""
    for child in container:
        if child.tag in BLOCKS:
            yield child
        elif child.tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                yield from blocks(content)


def words_of(paragraph: etree._Element) -> str:
    """Return what a reader sees in a paragraph, with pending changes taken as accepted."""
    said = []
    for node in paragraph.iter(T, TAB, BR, NO_BREAK):
        if parent(node).tag != R or inside(node, DEL, MOVE_FROM):
            continue
        said.append({TAB: "\t", BR: "\n", NO_BREAK: "-"}.get(node.tag, node.text or ""))
    return "".join(said)


def runs_of(paragraph: etree._Element) -> list[etree._Element]:
    """Return the runs that hold nothing but visible words."""
    return [
        run
        for run in paragraph.iter(R)
        if [child.tag for child in run if child.tag != R_PR] == [T]
        and not inside(run, DEL, MOVE_FROM)
        and not inside(run, w("txbxContent"))
        and run.findtext(T)
    ]
