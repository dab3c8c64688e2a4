"""What tells of a Word file's making, and how it is taken off a part."""

from __future__ import annotations

from typing import Any, Final, cast

from lxml import etree

from casework.documents.wordml import (
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
MOVES: Final = ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom")
TRACES: Final = (
    *map(w, ("commentRangeStart", "commentRangeEnd", "proofErr", "lastRenderedPageBreak")),
    *map(w, ("permStart", "permEnd", "printerSettings", "customXmlMoveToRangeStart")),
    *(w(f"{move}Range{edge}") for move in MOVES for edge in ("Start", "End")),
    w("customXmlMoveToRangeEnd"),
)
TELLING: Final = etree.XPath(
    "//@*[starts-with(local-name(), 'rsid') or contains("
    "' paraId textId anchorId editId author initials tooltip docLocation tgtFrame gfxdata spid ',"
    " concat(' ', local-name(), ' '))]"
)
"""Attributes that number sessions, name people or hold words nobody sees."""
WRAPPERS: Final = (SDT, w("smartTag"), w("customXml"))
WRAPPED_PROPERTIES: Final = frozenset(map(w, ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr")))
SETTINGS_KEPT: Final = frozenset(
    (
        *map(w, ("zoom", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader")),
        *map(w, ("bordersDoNotSurroundFooter", "gutterAtTop", "defaultTabStop", "autoHyphenation")),
        *map(w, ("consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "compat")),
        *map(w, ("evenAndOddHeaders", "bookFoldPrinting", "characterSpacingControl", "footnotePr")),
        *map(w, ("endnotePr", "displayBackgroundShape", "themeFontLang", "clrSchemeMapping")),
        *map(w, ("decimalSymbol", "listSeparator", "noLineBreaksAfter", "noLineBreaksBefore")),
        "{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr",
    )
)
"""Settings that shape a page. All others tell of sessions, templates, people or protection."""


EMBEDDED: Final = tuple(map(w, ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")))


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
    strip_remarks(root)
    for element in list(root.iter(*TRACES)):
        _remove(element)
    for reference in list(root.iter(w("commentReference"))):
        run = reference.getparent()
        _remove(reference)
        if run is not None and run.tag == R and all(child.tag == R_PR for child in run):
            _remove(run)
    for found in cast("list[Any]", TELLING(root)):
        del found.getparent().attrib[found.attrname]


def strip_remarks(root: etree._Element) -> None:
    """Take away what programs and people write into the markup for themselves."""
    etree.strip_elements(root, etree.Comment, etree.ProcessingInstruction, with_tail=False)


def unwrap_controls(root: etree._Element) -> None:
    """Take content controls and smart tags off, and leave in place what they hold.

    Ours carry keys; those of others list choices, and some are bound to data
    that Word would put in place of the words when the file is opened.
    """
    for control in list(root.iter(*WRAPPERS)):
        content = control.find(SDT_CONTENT) if control.tag == SDT else control
        parent = control.getparent()
        if parent is not None:
            held = [] if content is None else list(content)
            at = parent.index(control)
            parent[at : at + 1] = [each for each in held if each.tag not in WRAPPED_PROPERTIES]


def strip_settings(root: etree._Element) -> None:
    """Leave only the settings that shape a page."""
    for child in list(root):
        if child.tag not in SETTINGS_KEPT:
            _remove(child)


def strip_fonts(root: etree._Element) -> None:
    """Take embedded fonts off: they may be licensed to one person, and their keys tell which."""
    for font in list(root.iter(*EMBEDDED)):
        _remove(font)


def set_language(root: etree._Element, language: str) -> None:
    """Make the published language the one that words are in unless they say otherwise."""
    for style_mark in list(root.iter(w("rsid"))):
        _remove(style_mark)
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
