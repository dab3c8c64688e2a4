"""The Word file as it is published: letterhead and words, and nothing about its making."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from casework.documents.packing import pack_parts, unpack
from casework.documents.publishable.plumbing import plumbed
from casework.documents.publishable.properties import CORE, own_properties
from casework.documents.publishable.signs import spelt_out
from casework.documents.publishable.traces import (
    refuse_changes,
    set_language,
    strip_settings,
    strip_traces,
    take_bookmarks_away,
    unwrap_regions,
)
from casework.documents.read_back.names import M
from casework.documents.read_back.read import part
from casework.documents.wordml import CONTENT_TYPES, T, serialise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

    from models.shapes.word import PublishedDetails

FORMULA_TEXT: Final = f"{M}t"
GONE: Final = re.compile(
    r"word/(comments|people|glossary/|threadedComments)"
    r"|customXml/|docProps/(?!core\.xml|app\.xml)|docMetadata/|_xmlsignatures/"
)
"""Parts about the making: comments, people, building blocks, custom data, thumbnails, labels."""
STORY: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
WITH_TRACES: Final = re.compile(r"word/[^/]+\.xml")


def clean_docx(data: bytes, details: PublishedDetails) -> bytes:
    """Return the Word file without comments, people, marks of ours or of Word, and others' names.

    Refuses a file that still holds tracked changes: what they say is for a
    person to decide.
    """
    parts = {name: part for name, part in unpack(data).items() if not GONE.match(name)}
    for name in [n for n in parts if WITH_TRACES.fullmatch(n)]:
        parts[name] = serialise(_cleaned(name, _root(parts, name), details))
    parts |= own_properties(details)
    return pack_parts(_in_order(plumbed(parts)))


def _root(parts: Mapping[str, bytes], name: str) -> etree._Element:
    root = part(parts, name)
    if root is None:  # pragma: no cover - the name was read from these parts
        raise KeyError(name)
    return root


def _cleaned(name: str, root: etree._Element, details: PublishedDetails) -> etree._Element:
    strip_traces(root)
    if STORY.fullmatch(name):
        refuse_changes(root)
        unwrap_regions(root)
        take_bookmarks_away(root)
        for text in root.iter(T, FORMULA_TEXT):
            text.text = spelt_out(text.text or "")
    elif name == "word/settings.xml":
        strip_settings(root)
    elif name == "word/styles.xml":
        set_language(root, details.language)
    return root


def _in_order(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts in the order readers expect: types, relations, then by name."""
    first: Iterable[str] = (CONTENT_TYPES, "_rels/.rels", "word/document.xml", CORE)
    names = [*(n for n in first if n in parts), *sorted(parts)]
    return {name: parts[name] for name in dict.fromkeys(names)}
