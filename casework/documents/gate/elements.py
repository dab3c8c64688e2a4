"""Elements of a document that act by themselves, or bring something in from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from casework.documents.gate.refusal import shown
from casework.documents.gate.relations import bad_link, is_safe_link
from casework.documents.wordml import W_NAMESPACE
from models.shapes.word import Blocked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SAVE: Final = "save the file and hand it in again"
INSIDE: Final = (
    "embedded document",
    f"another document or object inside it: paste it as text or as a picture instead, {SAVE}",
)
MERGE: Final = (
    "mail merge",
    (
        "a mail merge with its source of data: in Word choose Mailings > Start Mail Merge > "
        f"Normal Word Document, {SAVE}"
    ),
)
FORM_MACRO: Final = (
    "macro", f"a form field that starts a macro: replace the field by plain text, {SAVE}",
)  # fmt: skip
ELEMENTS: Final = {
    "altChunk": INSIDE,
    "subDoc": INSIDE,
    "object": INSIDE,
    "control": INSIDE,
    "OLEObject": INSIDE,
    "mailMerge": MERGE,
    "entryMacro": FORM_MACRO,
    "exitMacro": FORM_MACRO,
    "saveThroughXslt": (
        "style sheet",
        (
            "a style sheet it is saved through: save it as a plain Word document (.docx), and hand "
            "that in"
        ),
    ),
    "frameset": (
        "frames page",
        "frames that show other files: copy the text into a new document, and hand that in",
    ),
    "webVideoPr": ("online video", f"an online video: delete it, {SAVE}"),
}
"""By local name, since an older or stricter namespace acts just the same."""
TAGS: Final = tuple(f"{{*}}{name}" for name in ELEMENTS)
VML: Final = "urn:schemas-microsoft-com:vml"
OFFICE: Final = "urn:schemas-microsoft-com:office:office"
DRAWN: Final = (f"{{{VML}}}*", f"{{{OFFICE}}}*")
SCHEMA: Final = "{http://schemas.openxmlformats.org/schemaLibrary/2006/main}schema"
SVG: Final = "http://www.w3.org/2000/svg"
SVG_ACTS: Final = ("script", "foreignObject", "handler", "iframe", "embed", "object", "set")
BASES: Final = {"HyperlinkBase", "_PID_HLINKBASE"}


def active_elements(name: str, root: etree._Element) -> Iterator[Blocked]:
    """Yield the elements of a part that act, embed or fetch; each kind once."""
    seen: dict[tuple[str, str], None] = {}
    for element in root.iter(*TAGS):
        kind = etree.QName(element)
        if kind.localname != "object" or kind.namespace != SVG:
            seen[ELEMENTS[kind.localname]] = None
    for what, told in seen:
        yield Blocked(what, name, f"The document holds {told}.")
    yield from _drawn_links(name, root)


def _drawn_links(name: str, root: etree._Element) -> Iterator[Blocked]:
    """Yield the old drawings that show a picture from elsewhere or lead to a bad place."""
    for shape in root.iter(*DRAWN):
        source = shape.get("src", "").strip()
        if source:
            message = (
                f"The file fetches something from elsewhere (remote picture, “{shown(source, 60)}”)"
                ": use Insert > Pictures, so that the picture itself is in it."
            )
            yield Blocked("remote picture", name, message)
        for link in (shape.get("href", ""), shape.get(f"{{{OFFICE}}}href", "")):
            if link and not is_safe_link(link):
                yield bad_link(name, link)


def outside_references(name: str, root: etree._Element) -> Iterator[Blocked]:
    """Yield schemas and addresses of a part by which other links are completed from elsewhere."""
    for schema in root.iter(SCHEMA):
        if any(value.strip() for key, value in schema.attrib.items() if "ocation" in str(key)):
            message = f"The file asks for a schema from elsewhere: take it out, {SAVE}."
            yield Blocked("remote schema", name, message)
    for entry in root.iterchildren("{*}HyperlinkBase", "{*}property"):
        is_base = etree.QName(entry).localname in BASES or entry.get("name") in BASES
        address = "".join(map(str, entry.itertext())).strip() if is_base else ""
        if address and not is_safe_link(address):
            message = (
                f"All links of the file are completed by “{shown(address, 60)}”: in Word empty "
                "File > Info > Properties > Hyperlink Base."
            )
            yield Blocked("unsafe link", name, message)


def pictures_that_act(roots: Mapping[str, etree._Element]) -> Iterator[Blocked]:
    """Yield the drawings (SVG) that hold a script or fetch something."""
    for name, root in roots.items():
        if etree.QName(root).namespace == SVG and any(map(_acts, root.iter(etree.Element))):
            message = (
                "A drawing in the file (SVG) holds a script or fetches something from elsewhere: "
                f"replace it by a picture (PNG), {SAVE}."
            )
            yield Blocked("active drawing", name, message)


def _acts(element: etree._Element) -> bool:
    if etree.QName(element).localname in SVG_ACTS:
        return True
    style = (element.text or "") if etree.QName(element).localname == "style" else ""
    return _fetches(style) or any(
        _is_active(etree.QName(str(key)).localname, str(value))
        for key, value in element.attrib.items()
    )


def _is_active(name: str, value: str) -> bool:
    words = value.strip().casefold()
    if name == "href":
        return not words.startswith(("#", "data:image/png", "data:image/jpeg", "data:image/gif"))
    return name.startswith("on") or _fetches(words)


def _fetches(style: str) -> bool:
    plain = style.casefold().replace(" ", "").replace('"', "").replace("'", "")
    return "@import" in plain or plain.count("url(") > plain.count("url(#")


def is_shown_by_word(root: etree._Element) -> bool:
    """Return whether Word reads a part as text or drawing; not so the data other systems keep."""
    return str(root.tag).startswith((f"{{{W_NAMESPACE}}}", f"{{{VML}}}")) or root.tag == "xml"
