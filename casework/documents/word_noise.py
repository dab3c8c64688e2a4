"""What programs that save a Word file write into its text without being asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from casework.documents import wordml as word

if TYPE_CHECKING:
    from collections.abc import Iterator

NOISE: Final = frozenset(
    map(word.w, ("proofErr", "lastRenderedPageBreak", "rsid", "rsids", "latentStyles", "nsid"))
)
"""Marks of the spelling check, of the last page breaks shown, of each save."""
RENUMBERED: Final = frozenset(
    map(
        word.w,
        (
            "bookmarkStart", "bookmarkEnd", "ins", "del", "moveFrom", "moveTo", "rPrChange",
            "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
            "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        ),
    )
)  # fmt: skip
"""Marks whose numbers only keep them apart, and are given anew at each save."""
LAST_PLACE: Final = "_GoBack"
"""The bookmark at which Word last stopped."""
TEXTS: Final = frozenset(map(word.w, ("t", "delText", "instrText", "delInstrText")))
WORDS_2010: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
EMPTY_IS_NOTHING: Final = frozenset({word.R, word.R_PR, word.P_PR})

Shape = tuple[str, tuple[tuple[str, str], ...], str, tuple[Any, ...]]
"""An element without noise: name, attributes, words, and the shapes inside it."""


def without_noise(root: etree._Element) -> None:
    """Take out of a part what nobody wrote."""
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    for element in [e for e in root.iter("*") if _is_noise(e)]:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _is_noise(element: etree._Element) -> bool:
    if element.tag in NOISE:
        return True
    if element.tag == word.ID and word.parent_of(element).tag == word.SDT_PR:
        return True  # the number of a content control
    return element.tag == word.BOOKMARK_START and element.get(word.NAME) == LAST_PLACE


def shape_of(element: etree._Element) -> Shape:
    """Return an element as plain values; equal neighbouring runs are joined."""
    inside = tuple(_joined([shape_of(child) for child in element if _says_something(child)]))
    text = element.text or ""
    attributes = tuple(sorted(_attributes(element)))
    return str(element.tag), attributes, text if element.tag in TEXTS else text.strip(), inside


def _says_something(element: etree._Element) -> bool:
    if element.tag == word.BOOKMARK_END:
        return False  # its start stands for it; without the start's name it is only a number
    return element.tag not in EMPTY_IS_NOTHING or len(element) > 0


def _attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        key = str(name)
        saved = key.startswith((word.w("rsid"), WORDS_2010)) or key == COMPATIBILITY
        numbered = key == word.ID and element.tag in RENUMBERED
        if not saved and not numbered and not key.startswith(f"{{{word.XML_NAMESPACE}}}"):
            yield key, str(value)


def _joined(shapes: list[Shape]) -> Iterator[Shape]:
    """Yield the shapes; runs of one look, and the words in them, run together."""
    last: Shape | None = None
    for shape in shapes:
        joined = last and _together(last, shape)
        if last and not joined:
            yield last
        last = joined or shape
    if last:
        yield last


def _together(first: Shape, second: Shape) -> Shape | None:
    tag, attributes, text, inside = first
    if (tag, attributes) != second[:2]:
        return None
    if tag in TEXTS:
        return tag, attributes, text + second[2], ()
    look, other = _look(first), _look(second)
    if tag != word.R or look != other:
        return None
    words = [*inside[len(look) :], *second[3][len(other) :]]
    return tag, attributes, "", (*look, *_joined(words))


def _look(run: Shape) -> tuple[Shape, ...]:
    return run[3][:1] if run[3] and run[3][0][0] == word.R_PR else ()
