"""The Word file as it is published: letterhead and words, and nothing about its making."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casework.documents.packing import pack_parts
from casework.documents.publishable.bookmarks import neutral_names, rename_bookmarks
from casework.documents.publishable.drawn import name_plainly
from casework.documents.publishable.hidden import take_out_hidden
from casework.documents.publishable.plumbing import Plumbing
from casework.documents.publishable.properties import CORE, own_properties
from casework.documents.publishable.signs import spelt_out
from casework.documents.publishable.static_fields import make_static
from casework.documents.publishable.traces import (
    refuse_changes,
    set_language,
    strip_fonts,
    strip_settings,
    strip_traces,
    unwrap_controls,
)
from casework.documents.read_back.names import M
from casework.documents.read_back.package import Package
from casework.documents.read_back.symbols import SYMBOL, UNKNOWN_SIGN, in_letters, sign_of
from casework.documents.wordml import CONTENT_TYPES, R_PR, T, w
from casework.errors import RefusedInputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

    from models.shapes.word import PublishedDetails

FORMULA_TEXT: Final = f"{M}t"
STORIES: Final = frozenset({"header", "footer", "footnotes", "endnotes"})


def clean_docx(data: bytes, details: PublishedDetails) -> bytes:
    """Return the Word file without comments, hidden words, marks of ours or Word's, and names.

    Refuses a file that still holds tracked changes: what they say is for a
    person to decide.
    """
    return pack_parts(cleaned(Package.of(data), details).parts)


def cleaned(package: Package, details: PublishedDetails) -> Package:
    """Return the package as it is published."""
    if package.root(package.main) is None:
        message = (
            "This is not a Word document (.docx): open it in Word and save it as a Word document."
        )
        raise RefusedInputError(message)
    kinds = {
        each.target: each.kind
        for each in package.relations(package.main).values()
        if not each.outside
    }
    kinds[package.main] = "header"
    roots = {
        name: root
        for name in kinds
        if name.endswith(".xml") and (root := package.root(name)) is not None
    }
    stories = [root for name, root in roots.items() if kinds[name] in STORIES]
    for root in stories:
        take_out_hidden(package, root)
    for name, root in roots.items():
        _clean(root, kinds[name], details)
    names = neutral_names(stories)
    for root in stories:
        rename_bookmarks(root, names)
    return Package(_in_order(Plumbing(package, roots).parts(own_properties(details))))


def _clean(root: etree._Element, kind: str, details: PublishedDetails) -> None:
    strip_traces(root)
    if kind in STORIES:
        refuse_changes(root)
        unwrap_controls(root)
        make_static(root)
        name_plainly(root)
        _spell_out(root)
    elif kind == "settings":
        strip_settings(root)
    elif kind == "styles":
        set_language(root, details.language)
    elif kind == "fontTable":
        strip_fonts(root)


def _spell_out(root: etree._Element) -> None:
    """Write signs that not every font has as signs that all forms can show, or as words."""
    for symbol in list(root.iter(SYMBOL)):
        sign = sign_of(symbol)
        if sign != UNKNOWN_SIGN:
            symbol.tag, symbol.text = T, sign
            symbol.attrib.clear()
            _drop_font(symbol)
    for text in root.iter(T, FORMULA_TEXT):
        words = text.text or ""
        if not words.isascii():
            look = None if (run := text.getparent()) is None else run.find(R_PR)
            letters = in_letters(words, look)
            if letters != words:
                _drop_font(text)
            text.text = spelt_out(letters)


def _drop_font(text: etree._Element) -> None:
    """Take the symbol font off a run whose sign is now an ordinary one."""
    run = text.getparent()
    look = None if run is None else run.find(R_PR)
    fonts = None if look is None else look.find(w("rFonts"))
    if look is not None and fonts is not None:
        look.remove(fonts)


def _in_order(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts in the order readers expect: types, relations, then by name."""
    first: Iterable[str] = (CONTENT_TYPES, "_rels/.rels", "word/document.xml", CORE)
    names = [*(n for n in first if n in parts), *sorted(parts)]
    return {name: parts[name] for name in dict.fromkeys(names)}
