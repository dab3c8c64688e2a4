"""What tells of a Word file's making, and how it is taken off a part."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from casework.documents.region_places import BOOKMARK_PREFIX, key_of_control
from casework.documents.wordml import (
    BOOKMARK_END,
    BOOKMARK_START,
    ID,
    NAME,
    R_PR,
    SDT,
    SDT_CONTENT,
    VAL,
    R,
    w,
)
from casework.errors import RefusedInputError

CHANGES: Final = (
    *map(w, ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge")),
    *map(w, ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange")),
    *map(w, ("trPrChange", "tcPrChange", "tblGridChange", "numberingChange")),
)
TRACES: Final = (
    *map(w, ("commentRangeStart", "commentRangeEnd", "proofErr", "lastRenderedPageBreak")),
)
SETTINGS_GONE: Final = frozenset(
    (
        *map(w, ("rsids", "trackRevisions", "docVars", "attachedTemplate", "documentProtection")),
        *map(w, ("writeProtection", "mailMerge", "revisionView", "saveThroughXslt", "proofState")),
    )
)
DOCUMENT_IDS: Final = frozenset({"docId", "chartTrackingRefBased", "persistentDocumentId"})
RSID: Final = re.compile(r"\}(rsid\w*|paraId|textId)$")
OWN_BOOKMARKS: Final = (BOOKMARK_PREFIX, "_GoBack")


def refuse_changes(root: etree._Element) -> None:
    """Refuse a part that still holds tracked changes: a person must decide them."""
    if next(root.iter(*CHANGES), None) is not None:
        message = (
            "The Word file still holds tracked changes: accept or reject each of them in Word, "
            "then hand the file in again."
        )
        raise RefusedInputError(message)


def strip_traces(root: etree._Element) -> None:
    """Take away what Word and its reviewers leave around the words."""
    for element in list(root.iter(*TRACES)):
        _remove(element)
    for reference in list(root.iter(w("commentReference"))):
        run = reference.getparent()
        _remove(reference)
        if run is not None and run.tag == R and all(child.tag == R_PR for child in run):
            _remove(run)
    for element in root.iter(etree.Element):
        for name in [n for n in element.attrib if RSID.search(str(n))]:
            del element.attrib[name]


def unwrap_regions(root: etree._Element) -> None:
    """Take our content controls off and leave in place what they hold."""
    for control in [c for c in root.iter(SDT) if key_of_control(c)]:
        content, parent = control.find(SDT_CONTENT), control.getparent()
        if parent is not None:
            at = parent.index(control)
            parent[at : at + 1] = [] if content is None else list(content)


def take_bookmarks_away(root: etree._Element) -> None:
    """Take away our bookmarks, and the one Word keeps of the last place."""
    starts = [s for s in root.iter(BOOKMARK_START) if s.get(NAME, "").startswith(OWN_BOOKMARKS)]
    ids = {start.get(ID) for start in starts}
    for mark in [*starts, *(e for e in root.iter(BOOKMARK_END) if e.get(ID) in ids)]:
        _remove(mark)


def strip_settings(root: etree._Element) -> None:
    """Take away the settings that tell of sessions, templates and protection."""
    for child in list(root):
        if child.tag in SETTINGS_GONE or etree.QName(child).localname in DOCUMENT_IDS:
            _remove(child)


def set_language(root: etree._Element, language: str) -> None:
    """Make the published language the one that words are in unless they say otherwise."""
    for defaults in root.findall(w("docDefaults")):
        properties = _child(_child(defaults, "rPrDefault"), "rPr")
        _child(properties, "lang").set(VAL, language)


def _child(parent: etree._Element, name: str) -> etree._Element:
    found = parent.find(w(name))
    return etree.SubElement(parent, w(name)) if found is None else found


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
