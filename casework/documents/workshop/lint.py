"""Everything that can be said of a template without making a document of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casework.documents.gate import inspect
from casework.documents.packing import pack_parts, unpack
from casework.documents.template_lint import EXPRESSION
from casework.documents.wordml import parse
from casework.documents.workshop.faults import MOST_TOLD, Advice, Fault
from casework.documents.workshop.lines import lines_of
from casework.documents.workshop.look_faults import left_behind, look_faults
from casework.documents.workshop.region_faults import region_faults
from casework.documents.workshop.tag_faults import tag_faults
from casework.documents.workshop.unused import unused_fields
from casework.errors import RefusedInputError

if TYPE_CHECKING:
    from lxml import etree

    from casework.documents.descriptions import DocumentDescription
    from models.shapes.word import GateReport

ANY_LINK: Final = "https://link.example/"


def lint_template(
    data: bytes, description: DocumentDescription
) -> tuple[tuple[Fault, ...], tuple[Advice, ...]]:
    """Return every fault of a template and the advice for it; refuse a file no one should open."""
    report = admitted(data)
    roots = _roots(data)
    read = tag_faults(lines_of(roots), description.fields)
    faults = [
        *read.faults,
        *region_faults(read.placed, description),
        *look_faults(roots, read.placed, description),
        *left_behind(report.left_overs),
    ]
    advice = unused_fields(description.fields, read.used)
    return tuple(dict.fromkeys(faults))[:MOST_TOLD], tuple(advice)


def admitted(data: bytes) -> GateReport:
    """Return the gate's report on a template; a link may still be a field to be filled in."""
    report = inspect(data)
    if not report.accepted and all(
        one.what == "unsafe link" and "{{" in one.message for one in report.blocked
    ):
        report = inspect(_with_links_filled(data))
    if not report.accepted:
        raise RefusedInputError(report.blocked[0].message)
    return report


def _with_links_filled(data: bytes) -> bytes:
    """Return a template whose links lead somewhere: the gate has read all else by now."""
    parts = unpack(data)
    for name in parts:
        if name.endswith(".rels"):
            words = parts[name].decode("utf-8", "replace")
            parts[name] = EXPRESSION.sub(ANY_LINK, words).encode()
    return pack_parts(parts)


def _roots(data: bytes) -> dict[str, etree._Element]:
    parts = unpack(data)
    return {name: parse(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
