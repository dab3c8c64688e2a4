"""Default templates with one thing spoilt, as a slip of the hand in Word would spoil it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from casework.documents.descriptions import read_description
from casework.documents.packing import pack_parts, unpack
from casework.documents.wordml import DOCUMENT_PART
from casework.documents.workshop.lint import lint_template

if TYPE_CHECKING:
    from casework.documents.workshop.faults import Fault

TEMPLATES = Path(__file__).parents[3] / "templates" / "documents"
RESPONSE = "response-by-area"


def template_of(name: str = RESPONSE) -> bytes:
    return (TEMPLATES / name / "template.docx").read_bytes()


def spoilt(old: str, new: str, part: str = DOCUMENT_PART, template: bytes = b"") -> bytes:
    """Return the default response template with the first of these words changed."""
    parts = unpack(template or template_of())
    text = parts[part].decode()
    assert old in text, old
    parts[part] = text.replace(old, new, 1).encode()
    return pack_parts(parts)


def line(words: str, style: str = "BodyText") -> str:
    """Return a paragraph of these words."""
    words = words.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'


def with_xml(xml: str) -> bytes:
    """Return the default response template with something more at the end of its body."""
    parts = unpack(template_of())
    text = parts[DOCUMENT_PART].decode()
    at = text.rindex("<w:sectPr")
    parts[DOCUMENT_PART] = (text[:at] + xml + text[at:]).encode()
    return pack_parts(parts)


def with_lines(*words: str) -> bytes:
    """Return the default response template with lines more at its end."""
    return with_xml("".join(map(line, words)))


def region(key: str, inner: str = "", more: str = "") -> str:
    """Return a content control with a key of ours."""
    marks = f'<w:alias w:val="A place · s55:{key}"/><w:tag w:val="s55:{key}"/>{more}'
    return (
        f"<w:sdt><w:sdtPr>{marks}</w:sdtPr>"
        f"<w:sdtContent>{inner or line('Words')}</w:sdtContent></w:sdt>"
    )


def without_region(key: str) -> bytes:
    """Return the default response template with the marks of one region taken off."""
    parts = unpack(template_of())
    text = parts[DOCUMENT_PART].decode()
    marks = rf'<w:alias w:val="[^"]*s55:{re.escape(key)}"/><w:tag w:val="s55:{re.escape(key)}"/>'
    assert re.search(marks, text)
    parts[DOCUMENT_PART] = re.sub(marks, "", text).encode()
    return pack_parts(parts)


def faults_of(template: bytes, name: str = RESPONSE) -> tuple[Fault, ...]:
    """Return what the workshop says of a template."""
    return lint_template(template, read_description(TEMPLATES / name))[0]
