"""What may still stand in a file that nobody may sign: changes, comments, gaps, traces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from casework.documents import wordml as word
from casework.documents.gate.placeholders import placeholders
from casework.documents.gate.unseen import hidden_words
from casework.documents.stamp import PREFIX
from models.shapes.word import LeftOver, LeftOverKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SHOWN: Final = 80
"""Characters of the document copied into a finding."""
STORIES: Final = ("document", "hdr", "ftr", "footnotes", "endnotes")
CHANGES: Final = tuple(
    word.w(name)
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange",
        "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange", "numberingChange",
        "cellIns", "cellDel", "cellMerge",
    )
)  # fmt: skip
AUTHOR: Final = word.w("author")
DELETED: Final = word.w("delText")
COMMENT: Final = word.w("comment")
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
METADATA: Final = {"lastModifiedBy", "Company", "Manager", "creator", "Template", "HyperlinkBase"}
TRACES: Final = {
    "rsids": "revision identifiers",
    "removePersonalInformation": "names removed on saving",
}
"""Settings that tell of editing."""
PLAIN_TEMPLATES: Final = {"Normal", "Normal.dotm", "Normal.dotx"}


def left_overs_in(roots: Mapping[str, etree._Element], main: str) -> Iterator[LeftOver]:
    """Yield everything in a package that must be gone or settled before signing."""
    styles = roots.get(main.rpartition("/")[0] + "/styles.xml")
    for root in roots.values():
        if root.tag in {word.w(name) for name in STORIES}:
            yield from _changes(root)
            yield from hidden_words(root, styles)
            yield from placeholders(root)
    yield from _open_comments(roots)
    yield from _metadata(roots)


def _changes(root: etree._Element) -> Iterator[LeftOver]:
    for mark in root.iter(*CHANGES):
        around = next(mark.iterancestors(word.P), mark)
        words = words_of(mark) or words_of(next(mark.iterancestors(word.R), around))
        yield LeftOver(LeftOverKind.TRACKED_CHANGE, mark.get(AUTHOR, ""), words)


def words_of(element: etree._Element) -> str:
    """Return the first words of an element, deleted ones among them."""
    words = "".join(node.text or "" for node in element.iter(word.T, DELETED))
    return " ".join(words.split())[:SHOWN]


def _open_comments(roots: Mapping[str, etree._Element]) -> Iterator[LeftOver]:
    settled, replies = _threads(roots)
    for root in roots.values():
        if root.tag == word.w("comments"):
            for comment in root.iter(COMMENT):
                marks = {p.get(f"{W14}paraId", "") for p in comment.iter(word.P)} - {""}
                if not marks & settled and not marks & replies:
                    author = comment.get(AUTHOR, "")
                    yield LeftOver(LeftOverKind.COMMENT, author, words_of(comment))


def _threads(roots: Mapping[str, etree._Element]) -> tuple[set[str], set[str]]:
    """Return the paragraph marks of comments that are resolved, and of replies to others."""
    settled, replies = set(), set()
    for root in roots.values():
        if root.tag == f"{W15}commentsEx":
            for entry in root:
                mark = entry.get(f"{W15}paraId", "")
                if entry.get(f"{W15}done") in {"1", "true"}:
                    settled.add(mark)
                if entry.get(f"{W15}paraIdParent"):
                    replies.add(mark)
    return settled, replies


def _metadata(roots: Mapping[str, etree._Element]) -> Iterator[LeftOver]:
    for name, root in roots.items():
        if name in {"docProps/core.xml", "docProps/app.xml"}:
            yield from _named_people(name, root)
        elif name == "docProps/custom.xml":
            others = (entry.get("name", "") for entry in root)
            yield from (_trace(name, other) for other in others if not other.startswith(PREFIX))
        elif root.tag == f"{W15}people":
            yield from (_trace(name, "", person.get(f"{W15}author", "")) for person in root)
        elif root.tag == word.w("settings"):
            found = (words for tag, words in TRACES.items() if root.find(word.w(tag)) is not None)
            yield from (_trace(name, words) for words in found)


def _named_people(name: str, root: etree._Element) -> Iterator[LeftOver]:
    for entry in root:
        words = (entry.text or "").strip()
        kind = etree.QName(entry).localname
        if kind in METADATA and words and words not in PLAIN_TEMPLATES:
            yield _trace(name, kind, words)


def _trace(part: str, what: str, author: str = "") -> LeftOver:
    return LeftOver(LeftOverKind.METADATA, author, f"{part}: {what}" if what else part)
