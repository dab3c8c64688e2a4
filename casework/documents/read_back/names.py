"""The further names of WordprocessingML that only reading needs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from casework.documents.wordml import VAL, w

if TYPE_CHECKING:
    from lxml import etree

M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
REL: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
V: Final = "{urn:schemas-microsoft-com:vml}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"

full = cache(w)
"""Return the full name of an element, made once: reading asks thousands of times."""
TEXT_BOX: Final = w("txbxContent")
HYPERLINK: Final = w("hyperlink")
FIELD_CHAR: Final = w("fldChar")
FIELD_CHAR_TYPE: Final = w("fldCharType")
SIMPLE_FIELD: Final = w("fldSimple")
OFF: Final = frozenset({"0", "false", "off"})


def value(parent: etree._Element | None, name: str) -> str | None:
    """Return the `w:val` of a property, or None where the property is not set."""
    found = None if parent is None else parent.find(full(name))
    return None if found is None else found.get(VAL)


def switch(properties: etree._Element | None, name: str) -> bool | None:
    """Return whether a property is on or off, or None where it is not set."""
    found = None if properties is None else properties.find(full(name))
    return None if found is None else found.get(VAL, "1") not in OFF


def number(text: str | None, otherwise: int = 0) -> int:
    """Return a whole number from an attribute a stranger wrote."""
    try:
        return int(text or "")
    except ValueError:
        return otherwise
