"""Faults of the frame: title, header rows, language, and what an editor left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casework.documents import wordml as word
from casework.documents.read_back.names import switch
from casework.documents.workshop.blocks import exclude_each_other
from casework.documents.workshop.faults import Fault
from casework.documents.workshop.lines import shortened
from models.shapes.response import ResponseFields
from models.shapes.word import LeftOver, LeftOverKind, TextKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml import etree

    from casework.documents.descriptions import DocumentDescription
    from casework.documents.workshop.tag_faults import Placed

COMPARED: Final = 50
"""Lines in the style of a title; a template has one, or one in each branch."""
ROW: Final = word.w("tr")
LANGUAGE_PLACES: Final = (
    f"{word.w('docDefaults')}/{word.w('rPrDefault')}/{word.R_PR}/{word.w('lang')}",
    f"{word.w('style')}[@{word.w('default')}='1']/{word.R_PR}/{word.w('lang')}",
)
LEFT: Final = {
    LeftOverKind.TRACKED_CHANGE: "A tracked change{by} would stand in every document: "
    "accept or reject it.",
    LeftOverKind.COMMENT: "A comment{by} would stand in every document: delete it.",
    LeftOverKind.HIDDEN_TEXT: "Hidden words would stand in every document: "
    "delete them, or let them be seen.",
}


def look_faults(
    roots: Mapping[str, etree._Element], placed: Sequence[Placed], description: DocumentDescription
) -> Iterator[Fault]:
    """Yield the faults of the frame of a template."""
    body = [one for one in placed if one.line.part == word.DOCUMENT_PART]
    if description.fields is ResponseFields:
        yield from _titles([one for one in body if one.line.is_paragraph])
    yield from _tables(roots[word.DOCUMENT_PART])
    yield from _language(roots.get("word/styles.xml"), description.language)


def _titles(paragraphs: list[Placed]) -> Iterator[Fault]:
    """Tell of a document without one title: pages and PDFs need exactly one."""
    titles = [one for one in paragraphs if one.line.role.kind is TextKind.TITLE]
    titles = [one for one in titles if one.line.text.strip()]
    for number, one in enumerate(titles):
        if any(
            not exclude_each_other(other.path, one.path)
            for other in titles[: min(number, COMPARED)]
        ):
            message = "This is a second title: a response has one; give this line another style."
            yield Fault("title", one.line.where, message, "Heading 1")
    top = [one for one in paragraphs if one.line.role.kind is TextKind.HEADING]
    if not titles and sum(one.line.role.level == 1 for one in top) != 1:
        message = "No line is the title of the document: give its first line the style “Title”."
        yield Fault("title", "", message, "Title")


def _tables(body: etree._Element) -> Iterator[Fault]:
    for table in body.iter(word.TBL):
        rows = table.findall(f".//{ROW}")
        if len(rows) > 1 and switch(rows[0].find(word.w("trPr")), "tblHeader") is not True:
            first = shortened(" ".join(word.text_of(p) for p in rows[0].iter(word.P)))
            message = (
                "The table has no header row, so nobody who cannot see it knows what its columns "
                "hold: mark the first row with “Repeat Header Rows”."
            )
            yield Fault("table_header", f"the table that begins with “{first}”", message)


def _language(styles: etree._Element | None, wanted: str) -> Iterator[Fault]:
    found = [] if styles is None else [styles.find(place) for place in LANGUAGE_PLACES]
    told = next((mark.get(word.VAL) for mark in found if mark is not None), None)
    if not told:
        message = (
            f"The template does not say in which language it is written: choose {wanted} for all "
            "of it (Review, Language), and as default."
        )
        yield Fault("language", "", message, wanted)
    elif told != wanted:
        message = f"The template says it is written in {told}, its document.toml says {wanted}."
        yield Fault("language", "", message, wanted)


def left_behind(left_overs: Iterable[LeftOver]) -> Iterator[Fault]:
    """Yield what an editor of the template left in it."""
    for left in left_overs:
        if left.kind in LEFT:
            by = f" by {left.author}" if left.author else ""
            where = f"the words “{shortened(left.where)}”" if left.where else ""
            yield Fault(left.kind.value, where, LEFT[left.kind].format(by=by))
