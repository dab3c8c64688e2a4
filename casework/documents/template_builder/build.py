"""A template.docx from wording and looks."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from casework.documents.packing import pack, stored
from casework.documents.template_builder.page import page_of
from casework.documents.template_builder.story import Story
from casework.documents.template_builder.wording import read_wording
from casework.documents.wordml import CONTENT_TYPES, DOCUMENT_PART, W_NAMESPACE

PARTS: Final = Path(__file__).parent / "parts"
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES: Final = f'xmlns:w="{W_NAMESPACE}" xmlns:r="{RELATIONS}"'
FITTED: Final = ("word/styles.xml", "word/settings.xml")


def build_template(folder: Path) -> bytes:
    """Return the template of a document type.

    Its parts are stored, not deflated: the bytes then do not depend on the
    zlib at hand, and git compresses them anyway.
    """
    wording = read_wording(folder)
    page = page_of(wording.get("page", ()))
    story = Story(page.width)
    parts = _constant_parts()
    parts |= {name: page.fitted(parts[name]) for name in FITTED}
    title = escape(" ".join(wording["title"]))
    core = parts["docProps/core.xml"].decode().replace("@title@", title)
    parts["docProps/core.xml"] = core.encode()
    body = f"<w:body>{story.xml(wording['body'])}{page.section}</w:body>"
    document = f"<w:document {NAMESPACES}>{body}</w:document>"
    parts[DOCUMENT_PART] = (DECLARATION + document).encode()
    for name, kind, section in (
        ("header1", "hdr", "first header"),
        ("header2", "hdr", "header"),
        ("footer1", "ftr", "footer"),
    ):
        words = f"<w:{kind} {NAMESPACES}>{story.xml(wording[section])}</w:{kind}>"
        parts[f"word/{name}.xml"] = (DECLARATION + words).encode()
    first = [CONTENT_TYPES, "_rels/.rels", DOCUMENT_PART]
    order = first + sorted(set(parts) - set(first))
    return pack((name, stored(parts[name])) for name in order)


def _constant_parts() -> dict[str, bytes]:
    files = (path for path in PARTS.rglob("*") if path.is_file())
    return {path.relative_to(PARTS).as_posix(): path.read_bytes() for path in files}
