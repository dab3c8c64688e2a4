"""The paragraphs of a Word or OpenDocument file, tracked insertions taken as accepted."""

from collections.abc import Iterator

from lxml import etree

from casework.reading.clean_text import composed
from casework.reading.zip_guard import GuardedZip

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
WORD_TEXT = "word/document.xml"
ODT_TEXT = "content.xml"
_TYPES = "[Content_Types].xml"
_MANIFEST = "META-INF/manifest.xml"
_MOST_SPACES = 100
_WORD_LEFT_OUT = frozenset(
    {"del", "moveFrom", "delText", "instrText", "rPr", "pPr", "txbxContent", "p"}
)
"""What is no word of the paragraph it stands in: a paragraph inside it has its own turn."""
_SPECIAL = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_ODT_LEFT_OUT = frozenset(
    {f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}table-of-content"}
)


def word_paragraphs(package: GuardedZip) -> tuple[str, ...]:
    """Return the paragraphs of a .docx file, those in content controls and tables included."""
    if _TYPES in package and b"macroEnabled" in package.read(_TYPES):
        raise package.refusal("may hold macros: ask for a plain .docx")
    return tuple(_kept(_word_texts(package.xml(WORD_TEXT))))


def odt_paragraphs(package: GuardedZip) -> tuple[str, ...]:
    """Return the paragraphs of an .odt file."""
    if _MANIFEST in package and b"encryption-data" in package.read(_MANIFEST):
        raise package.refusal("is encrypted: ask for a copy without a password")
    root = package.xml(ODT_TEXT)
    wanted = (f"{_TEXT}p", f"{_TEXT}h")
    return tuple(
        _kept(_odt_text(one) for one in root.iter(*wanted) if not _has_above(one, _ODT_LEFT_OUT))
    )


def _kept(texts: Iterator[str]) -> Iterator[str]:
    for text in texts:
        clean = composed(text).strip()
        if clean:
            yield clean


def _local(element: etree._Element) -> str:
    tag = str(element.tag)
    return tag.rpartition("}")[2] if tag.startswith((_W, _STRICT)) else ""


def _has_above(element: etree._Element, names: frozenset[str]) -> bool:
    return any(above.tag in names for above in element.iterancestors())


def _word_texts(root: etree._Element) -> Iterator[str]:
    """Yield each paragraph; one whose mark was deleted runs on into the next."""
    carried = ""
    for paragraph in root.iter(f"{_W}p", f"{_STRICT}p"):
        if _is_left_out(paragraph):
            continue
        carried += _word_text(paragraph)
        if not _mark_deleted(paragraph):
            yield carried
            carried = ""
    yield carried


def _is_left_out(paragraph: etree._Element) -> bool:
    for above in paragraph.iterancestors():
        if above.tag == f"{_MC}Fallback" or _local(above) in {"del", "moveFrom"}:
            return True
    return False


def _mark_deleted(paragraph: etree._Element) -> bool:
    properties = next((c for c in paragraph if _local(c) == "pPr"), None)
    run = (
        next((c for c in properties if _local(c) == "rPr"), None)
        if properties is not None
        else None
    )
    return run is not None and any(_local(child) in {"del", "moveFrom"} for child in run)


def _word_text(paragraph: etree._Element) -> str:
    """Return the paragraph's words; not what was deleted, hidden or is a field code."""
    pieces: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        kind = _local(element)
        if kind in _WORD_LEFT_OUT or element.tag == f"{_MC}Fallback" or _is_hidden(element, kind):
            continue
        if kind == "t":
            pieces.append(element.text or "")
        elif kind in _SPECIAL:
            pieces.append(_SPECIAL[kind])
        else:
            waiting.extend(reversed(element))
    return "".join(pieces)


def _is_hidden(element: etree._Element, kind: str) -> bool:
    if kind != "r":
        return False
    properties = next((child for child in element if _local(child) == "rPr"), None)
    if properties is None:
        return False
    vanish = next((child for child in properties if _local(child) == "vanish"), None)
    if vanish is None:
        return False
    return not any(value in {"0", "false", "off"} for value in vanish.attrib.values())


def _odt_text(paragraph: etree._Element) -> str:
    """Return the words in document order: an element's own, its children's, then its tail."""
    pieces = [paragraph.text or ""]
    waiting = _reversed_with_tails(paragraph)
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            pieces.append(one)
        elif one.tag not in _ODT_LEFT_OUT:
            pieces.append(_odt_special(one) + (one.text or ""))
            waiting += _reversed_with_tails(one)
    return "".join(pieces)


def _reversed_with_tails(element: etree._Element) -> list["str | etree._Element"]:
    found: list[str | etree._Element] = []
    for child in reversed(element):
        if child.tag == f"{_TEXT}p":
            continue
        found += [child.tail or "", child]
    return found


def _odt_special(element: etree._Element) -> str:
    if element.tag == f"{_TEXT}tab":
        return "\t"
    if element.tag == f"{_TEXT}line-break":
        return "\n"
    if element.tag == f"{_TEXT}s":
        count = element.get(f"{_TEXT}c") or "1"
        return " " * min(int(count) if count.isdigit() else 1, _MOST_SPACES)
    return ""
