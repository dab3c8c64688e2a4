"""The names of WordprocessingML that this room speaks, and a parser that trusts nothing."""

from __future__ import annotations

import re
from typing import Final, cast

from lxml import etree

W_NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML_NAMESPACE: Final = "http://www.w3.org/XML/1998/namespace"
CONTENT_TYPES: Final = "[Content_Types].xml"
DOCUMENT_PART: Final = "word/document.xml"


def w(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return f"{{{W_NAMESPACE}}}{name}"


P: Final = w("p")
P_PR: Final = w("pPr")
P_STYLE: Final = w("pStyle")
R: Final = w("r")
R_PR: Final = w("rPr")
T: Final = w("t")
TAB: Final = w("tab")
BR: Final = w("br")
TBL: Final = w("tbl")
SDT: Final = w("sdt")
SDT_PR: Final = w("sdtPr")
SDT_CONTENT: Final = w("sdtContent")
PROMPT: Final = w("showingPlcHdr")
TAG: Final = w("tag")
ALIAS: Final = w("alias")
BOOKMARK_START: Final = w("bookmarkStart")
BOOKMARK_END: Final = w("bookmarkEnd")
VAL: Final = w("val")
ID: Final = w("id")
NAME: Final = w("name")


def parse(data: bytes) -> etree._Element:
    """Return the root of an XML part; the parser refuses entities, networks and huge trees."""
    return etree.fromstring(data, _parser())


class _NoTree:
    """What a parser builds that only has to say whether it can read."""

    def close(self) -> None:
        """Return nothing: no element was kept."""


def check(data: bytes) -> None:
    """Raise an error where `parse` would, in a third of its time: no tree is built."""
    parser = _parser(cast("etree.ParserTarget", _NoTree()))
    etree.fromstring(data, parser)
    if parser.error_log:  # without a tree, an unknown prefix is only noted
        raise ValueError(parser.error_log[0].message)


def _parser(target: etree.ParserTarget | None = None) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, target=target
    )


def serialise(root: etree._Element) -> bytes:
    """Return a part as bytes, with the declaration Word writes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def parent_of(element: etree._Element) -> etree._Element:
    """Return the element around this one, which is known to have one."""
    parent = element.getparent()
    if parent is None:
        message = f"{element.tag} stands alone"
        raise ValueError(message)
    return parent


def text_of(element: etree._Element) -> str:
    """Return the words a reader sees in an element, deletions left out."""
    words = []
    for node in element.iter(T, TAB, BR):
        if node.tag == T:
            words.append(node.text or "")
        elif parent_of(node).tag == R:  # a tab stop in paragraph properties is no text
            words.append("\t" if node.tag == TAB else "\n")
    return "".join(words)


NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters no XML document may hold: control characters, lone surrogates."""


def cleaned(words: str) -> str:
    """Return words that can stand in a Word file; control characters are left out."""
    return NOT_XML.sub("", words).replace("\r\n", "\n").replace("\r", "\n")
