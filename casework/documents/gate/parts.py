"""Which part is the document, and which parts act by themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from casework.documents.gate.disguises import ASK, NOT_WORD, RESAVE, stowaway
from casework.documents.gate.refusal import RefusedError, shown
from casework.documents.gate.relations import PACKAGE, RELATION, kind_of, relations_of, target_of
from casework.documents.wordml import CONTENT_TYPES, w
from models.shapes.word import Blocked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

MAIN_TYPE: Final = "wordprocessingml.document.main+xml"
STRICT: Final = "http://purl.oclc.org/ooxml/"
HAND_IN: Final = "save the file and hand it in again"
OTHER_PROGRAMS: Final = {
    "spreadsheetml": f"This is an Excel workbook, not a Word document: {RESAVE}.",
    "presentationml": f"This is a PowerPoint presentation, not a Word document: {RESAVE}.",
    "wordprocessingml.template": f"This is a Word template (.dotx), not a document: {RESAVE}.",
    "visio": f"This is a Visio drawing, not a Word document: {RESAVE}.",
}
"""By the type of the part that opens first."""

CHART: Final = (
    "embedded workbook",
    (
        "a whole workbook behind a chart or table, with figures no reader is shown: copy the "
        f"chart, paste it as a picture, delete the chart itself, {HAND_IN}"
    ),
)
MACRO: Final = (
    "macro", "a macro: save it as a Word document without macros (.docx), and hand that in",
)  # fmt: skip
EMBEDDED: Final = (
    "embedded file", f"an embedded file: paste it as text or as a picture instead, {HAND_IN}",
)  # fmt: skip
ANOTHER: Final = (
    "another document inside it", f"another document inside it: paste its text instead, {HAND_IN}",
)  # fmt: skip
ADD_IN: Final = (
    "Office add-in", f"an Office add-in: remove it in Insert > My Add-ins, {HAND_IN}",
)  # fmt: skip
RIBBON: Final = (
    "custom ribbon", ("buttons of its own for Word: copy the text into a new document, and hand "
    "that in"),
)  # fmt: skip
ACTIVE: Final = (
    (re.compile(r"embeddings/[^/]*\.xls[xmb]?$|spreadsheetml\.sheet$"), CHART),
    (re.compile(r"vbaproject|vbadata|macroenabled"), MACRO),
    (re.compile(r"embeddings/|oleobject|embeddedpackage"), EMBEDDED),
    (re.compile(r"activex|ctrlprop"), ("ActiveX control",
     f"an ActiveX control: delete it in Developer > Design Mode, {HAND_IN}")),
    (re.compile(r"afchunk|subdocument"), ANOTHER),
    (re.compile(r"webextension"), ADD_IN),
    (re.compile(r"customui/|usercustomization|attachedtoolbars|ui/extensibility"), RIBBON),
)  # fmt: skip
"""Words in part names, content types and relations that give active parts away."""


def main_part(roots: Mapping[str, etree._Element]) -> str:
    """Return the name of the document part, or refuse what is not a Word document."""
    name = _opened_first(roots)
    types = _types(roots)
    kind = types.get(name.casefold()) or types.get(name.rpartition(".")[2].casefold(), "")
    if not name or name not in roots or not kind.endswith(MAIN_TYPE):
        message = next((told for mark, told in OTHER_PROGRAMS.items() if mark in kind), None)
        message = message or f"This is not a Word document, or its main part is missing: {RESAVE}."
        raise RefusedError(NOT_WORD, name, message)
    for part, root in roots.items():
        if str(root.tag).startswith(f"{{{STRICT}"):
            message = 'The file is saved as "Strict Open XML": save it as a Word document (.docx).'
            raise RefusedError("strict Open XML", part, message)
    if roots[name].tag != w("document") or roots[name].find(w("body")) is None:
        raise RefusedError(NOT_WORD, name, f"This Word document holds no text at all: {RESAVE}.")
    return name


def _opened_first(roots: Mapping[str, etree._Element]) -> str:
    """Return the part a reader opens first, spelt as the package spells it."""
    for relation in relations_of(roots, ""):
        if kind_of(relation) == "officedocument":
            wanted = target_of(PACKAGE, relation).casefold()
            return next((name for name in roots if name.casefold() == wanted), wanted)
    return ""


def _types(roots: Mapping[str, etree._Element]) -> dict[str, str]:
    """Return the declared type of each part and ending, or refuse two for one."""
    types: dict[str, str] = {}
    for entry in roots[CONTENT_TYPES].iterchildren("{*}Override", "{*}Default"):
        name = (entry.get("PartName") or entry.get("Extension") or "").lstrip("/").casefold()
        kind = entry.get("ContentType", "").partition(";")[0].strip().casefold()
        if types.setdefault(name, kind) != kind:
            message = f"The file says of one part that it is two things: {ASK}."
            raise RefusedError("ambiguous part", name, message)
    return types


def active_parts(
    roots: Mapping[str, etree._Element], parts: Mapping[str, bytes]
) -> Iterator[Blocked]:
    """Yield what can act by itself: macros, embedded files, controls, and what is disguised."""
    told: set[str] = set()
    for where, words in _candidates(roots, parts):
        found = next((found for signs, found in ACTIVE if signs.search(words.casefold())), None)
        if found:
            told.add(where)
            yield Blocked(found[0], where, f"The file holds {found[1]}.")
    for name, part in parts.items():
        thing = None if name in roots or name in told else stowaway(name, part)
        if thing:
            message = f"The part {shown(name)} is {thing} in disguise: {ASK}."
            yield Blocked("embedded file", name, message)


def _candidates(
    roots: Mapping[str, etree._Element], parts: Mapping[str, bytes]
) -> Iterator[tuple[str, str]]:
    yield from ((name, name) for name in parts)
    endings = {name.rpartition(".")[2].casefold() for name in parts}
    for entry in roots[CONTENT_TYPES].iterchildren("{*}Default", "{*}Override"):
        # Some programs declare every ending they know; only those in the file matter.
        if entry.get("Extension", "").casefold() in endings or entry.get("PartName"):
            yield CONTENT_TYPES, entry.get("ContentType", "")
    for name, root in roots.items():
        if name.casefold().endswith(".rels"):
            yield from ((name, relation.get("Type", "")) for relation in root.iter(RELATION))
