# WordprocessingML broken over lines is harder to read than a long line.
# ruff: noqa: E501
"""How blocks stand on paper: what stays with the next, what stands close, what is a heading."""

from __future__ import annotations

from datetime import date
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from lxml import etree, html

from casework.documents import wordml as word
from casework.documents.packing import unpack
from casework.documents.publishable import publishable_forms
from casework.documents.read_back import read_back
from casework.documents.read_back.styles import Styles
from casework.documents.regions import fill_regions, read_regions
from casework.documents.render import compile_template
from models.shapes.word import PublishedDetails, TextBlock, TextKind
from tests.casework.documents.fields import (
    STAMP,
    a_finding,
    a_finished_response,
    a_response,
    only,
    value,
)
from tests.casework.documents.raw_word import STYLES, para, run, table, word_file

if TYPE_CHECKING:
    from collections.abc import Sequence

TEMPLATE = Path(__file__).parents[3] / "templates/documents/response-by-area/template.docx"
DETAILS = PublishedDetails("Response", "en-GB", "An office", date(2022, 12, 5))
MORE_STYLES = """
<w:style w:type="paragraph" w:styleId="Lead"><w:name w:val="Lead"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Lead2"><w:name w:val="Lead 2"/><w:basedOn w:val="Lead"/></w:style>
<w:style w:type="paragraph" w:styleId="Apart"><w:name w:val="Apart"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="60" w:after="140"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Address"><w:name w:val="Address"/><w:basedOn w:val="Apart"/><w:pPr><w:contextualSpacing/></w:pPr></w:style>
</w:styles>"""
KEEP, FREE = "<w:keepNext/>", '<w:keepNext w:val="0"/>'


def a_file(body: str) -> bytes:
    return word_file(body, styles=STYLES.replace("</w:styles>", MORE_STYLES))


def blocks(body: str) -> tuple[TextBlock, ...]:
    return read_back(a_file(body)).blocks


def page(body: str) -> html.HtmlElement:
    return html.document_fromstring(publishable_forms(a_file(body), DETAILS).html.decode())


def pages_of(pdf: bytes) -> list[str]:
    return [sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(pdf)]


def spacing(**sides: int | str) -> str:
    told = " ".join(f'w:{side}="{size}"' for side, size in sides.items())
    return f"<w:spacing {told}/>"


def test_what_stays_with_the_next_is_known_by_its_style_or_its_own_properties() -> None:
    found = blocks(
        para("a", "Lead")
        + para("b", "Lead2")
        + para("c", "Lead2", FREE)
        + para("d", "", KEEP)
        + para("e")
    )
    assert [block.keep_next for block in found] == [True, True, False, True, False]


def test_a_default_of_the_whole_file_holds_where_no_style_says_otherwise() -> None:
    default = (
        f"<w:pPrDefault><w:pPr>{KEEP}{spacing(after=140)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    body = para("a") + para("b", "", FREE + spacing(after=0)) + para("c")
    found = read_back(word_file(body, styles=STYLES.replace("</w:docDefaults>", default))).blocks
    assert [(b.keep_next, b.close_to_next) for b in found] == [
        (True, False),
        (False, True),
        (True, False),
    ]


@pytest.mark.parametrize(
    ("body", "close"),
    [
        (para("a") + para("b"), True),
        (para("a", "Apart") + para("b"), False),
        (para("a") + para("b", "Apart"), True),
        (para("a", "", spacing(after=40)) + para("b", "Apart"), False),
        (para("a", "Address") + para("b", "Address"), True),
        (para("a", "Address") + para("b", "Apart"), False),
        (para("a", "", spacing(after=0, afterAutospacing=1)) + para("b"), False),
        (para("a", "", spacing(after=0, afterLines=50)) + para("b"), False),
        (para("a", "Apart", spacing(after=0)) + para("b"), True),
        (para("a") + para("") + para("b"), False),
        (para("a") + para("b", "Heading1"), False),
        (para("a") + table(("b", "c"), ("d", "e")), False),
    ],
)
def test_lines_are_close_where_word_leaves_no_space_between_them(body: str, close: bool) -> None:  # noqa: FBT001
    assert blocks(body)[0].close_to_next is close


def test_how_a_block_is_set_is_no_part_of_what_it_says() -> None:
    assert blocks(para("a", "Lead")) == blocks(para("a"))


def test_an_address_stands_together_on_the_page_and_prose_does_not() -> None:
    found = page(para("T", "Title") + para("To: A") + para("London") + para("word " * 80) * 2)
    assert [p.get("class") for p in found.iter("p") if p.getparent().tag == "article"] == [
        "close",
        "close",
        None,
        None,
    ]


def test_what_stays_with_the_next_says_so_to_the_printer() -> None:
    found = page(para("T", "Title") + para("L", "Lead") + para("Q", "Quote", KEEP) + para("x"))
    kept = [e.tag for e in found.iter() if "with-next" in (e.get("class") or "")]
    assert kept == ["p", "blockquote", "p"], "the lead, the quotation, and its own paragraph"
    assert ".with-next { break-after: avoid; }" in str(found.findtext(".//style"))


def test_no_label_is_the_last_on_its_page_of_the_pdf() -> None:
    body = para("T", "Title") + "".join(
        para(f"lead{n}.", "Lead") + para(f"quote{n}.", "Quote", KEEP) + para(f"label{n}.", "Lead")
        + para(f"answer{n}. " + "word " * (n % 7 * 12))
        for n in range(120)
    )  # fmt: skip
    sheets = pages_of(publishable_forms(a_file(body), DETAILS).pdf)
    assert len(sheets) > 4
    for number in range(120):
        names = ("lead", "quote", "label", "answer")
        at = {next(i for i, s in enumerate(sheets) if f"{w}{number}." in s) for w in names}
        assert len(at) == 1, number


def test_a_document_in_which_all_stays_together_is_published_whole() -> None:
    body = para("T", "Title") + para(run("word " * 30), "Lead") * 150
    forms = publishable_forms(a_file(body), DETAILS)
    assert forms.words.count("word") == 4500
    assert len(pages_of(forms.pdf)) > 5


def rendered() -> bytes:
    return compile_template(TEMPLATE).render(a_finished_response(), STAMP)


def test_the_outline_of_a_response_names_each_answer_and_never_jumps() -> None:
    forms = publishable_forms(rendered(), DETAILS)
    found = html.document_fromstring(forms.html.decode())
    heads = [(int(e.tag[1]), str(e.text)) for e in found.iter("h1", "h2", "h3", "h4", "h5")]
    assert all(after - before <= 1 for (before, _), (after, _) in pairwise(heads))
    labels = [words for level, words in heads if level == 5]
    assert labels[0] == "Response to AFI 1"
    assert len(set(labels)) == len(labels) == 20
    assert heads[[words for _, words in heads].index(labels[0]) - 1] == (4, "AFI 1")


def test_the_position_of_the_force_is_a_heading_too() -> None:
    draft = a_response()
    finding = a_finding(1, "The force should act.", force_position=("We agree.",))
    group = draft.groups[0]
    changed = a_response(groups=(type(group)(group.heading, group.grade, (finding,)),))
    read = read_back(compile_template(TEMPLATE).render(changed, STAMP))
    assert [b.text for b in read.blocks if b.kind is TextKind.HEADING and b.level == 4] == [
        f"The force’s position on {finding.reference}",
        f"Response to {finding.reference}",
    ]


def kept(data: bytes) -> list[tuple[bool, str]]:
    """Return of each paragraph of the body whether it stays with the next, and its words."""
    parts = unpack(data)
    styles = Styles(word.parse(parts["word/styles.xml"]))
    found = []
    for paragraph in word.parse(parts[word.DOCUMENT_PART]).iter(word.P):
        look = paragraph.find(word.P_PR)
        setting = styles.setting(look, styles.paragraph(look))
        found.append((setting.keep_next, word.text_of(paragraph)))
    return found


def longest(found: Sequence[tuple[bool, str]]) -> int:
    return max(len(list(group)) for stays, group in groupby(found, key=lambda p: p[0]) if stays)


def test_what_stays_together_in_word_is_never_longer_than_a_table_or_one_finding() -> None:
    found = kept(rendered())
    grades = 9 * 2
    in_table = [words for _, words in found].index("Area")
    assert longest(found[: in_table + grades]) <= 2 + grades
    assert longest(found[in_table + grades :]) <= 6, "area, number, lead, quotation, label, owner"


def test_the_last_row_of_the_grades_lets_the_page_end() -> None:
    root = etree.fromstring(unpack(rendered())[word.DOCUMENT_PART])
    rows = only(root, f".//{word.TBL}").findall(word.w("tr"))
    styles = [{value(s) for s in row.iter(word.P_STYLE)} for row in rows]
    assert styles == [{"TableHead"}, *[{"TableText"}] * 7, {"TableLast"}]


def test_a_signature_put_in_later_looks_as_one_rendered_at_once() -> None:
    def looks(data: bytes) -> list[tuple[str, str]]:
        root = etree.fromstring(unpack(data)[word.DOCUMENT_PART])
        return [
            (value(only(p, f".//{word.P_STYLE}")), word.text_of(p))
            for p in root.iter(word.P)
            if value(only(p, f".//{word.P_STYLE}")).startswith("Signature")
        ]

    draft = compile_template(TEMPLATE).render(a_response(), STAMP)
    assert [style for style, _ in looks(draft)] == ["SignatureName", "SignatureLine", "SignatureDate"]  # fmt: skip
    signed = rendered()
    filled = fill_regions(draft, {"signature": read_regions(signed)["signature"]})
    assert looks(filled) == looks(signed)


def test_the_paragraphs_of_a_quotation_stand_equally_far_apart_in_the_pdf() -> None:
    quoted = "".join(para(f"quoted{n}", "Quote", KEEP if n == 2 else "") for n in range(3))
    pdf = publishable_forms(a_file(para("T", "Title") + quoted + para("End.")), DETAILS).pdf
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        whole = text.get_text_range()
        heights = [text.get_charbox(whole.index(f"quoted{n}"))[1] for n in range(3)]
    assert heights[0] - heights[1] == pytest.approx(heights[1] - heights[2], abs=0.5)
