# WordprocessingML broken over lines is harder to read than a long line.
# ruff: noqa: E501
from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import etree, html
from playwright.sync_api import sync_playwright

from casework.documents.packing import pack_parts, unpack
from casework.documents.publishable import (
    clean_docx,
    publishable_forms,
    words_of_docx,
    words_of_html,
    words_of_pdf,
)
from casework.documents.publishable.words import prove_equal
from casework.documents.read_back import read_back
from casework.documents.stamp import stamped
from casework.errors import RefusedInputError
from models.shapes.word import PublishableForms, PublishedDetails, Stamp, TextKind
from tests.casework.documents.raw_word import (
    W,
    control,
    edged,
    item,
    para,
    relations,
    run,
    table,
    word_file,
)
from tests.conftest import find_or_leave_out

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DETAILS = PublishedDetails(
    title="Response to the inspection of Barsetshire Police",
    language="en-GB",
    author="Office of the Commissioner for Barsetshire",
    dated=date(2022, 12, 5),
    footer=("1 High Street, Barchester", "Quoted under the Open Government Licence v3.0."),
)
BODY = (
    para("To the Home Secretary")
    + para("Response to the inspection of Barsetshire Police", "Title")
    + para("Overview", "Heading1")
    + control(
        "overview",
        para("R&amp;D in Llanrŵst &amp; Tŷ Newydd: 5 &lt; 6, “quoted”, anti\u2011social."),
    )
    + para("Deep at once", "Heading4")
    + para(
        run("I ")
        + run("will", "<w:b/>")
        + run(" act, un")
        + run("conditional", "<w:i/>")
        + run("ly.")
    )
    + para('<w:hyperlink r:id="rL">' + run("The report") + "</w:hyperlink>" + run(" says\u00a0so."))
    + para("Table 1: Grades", "Caption")
    + table(("Area", "Grade", "Since"), ("Crime", "Good", "2019"), ("Victims", "Adequate", "2021"))
    + para("Answers", "Heading1")
    + para("The force should make sure:", "Finding")
    + para("It records crime.", "Finding")
    + para("all of it", "Finding", '<w:numPr><w:numId w:val="2"/></w:numPr>')
    + item("96.7% of crime is recorded", 96)
    + item("deeper", 96, 1)
    + item("next", 96)
    + item("dot", 2)
    + item("inner dot", 2, 1)
    + para(run("Bydd y fersiwn Gymraeg yn dilyn.", '<w:lang w:val="cy-GB"/>'))
    + table(("Signed", "Ada Marsh"), ("Dated", "5 December 2022"), header=0)
)
LINKS = {"rL": "https://report.example/peel?a=1&amp;b=2"}


@pytest.fixture(scope="module")
def forms() -> PublishableForms:
    return publishable_forms(word_file(BODY, LINKS), DETAILS)


def page(forms: PublishableForms) -> html.HtmlElement:
    return html.document_fromstring(forms.html.decode())


def bulleted(words: str) -> str:
    """Return the words without spaces, with the bullets that only a PDF draws as signs."""
    out = words.replace(" ", "")
    for item_words, bullet in (("allofit", "•"), ("dotinner", "•"), ("innerdot", "◦")):
        out = out.replace(item_words, bullet + item_words)
    return out


def tags(pdf: pikepdf.Pdf) -> list[tuple[str, str]]:
    """Return the structure of a PDF in reading order: each tag and its parent."""

    def walk(node: object, parent: str) -> Iterator[tuple[str, str]]:
        if isinstance(node, pikepdf.Array):
            for child in node:
                yield from walk(child, parent)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield str(node.S), parent
            yield from walk(node.get("/K"), str(node.S))

    return list(walk(pdf.Root.StructTreeRoot.K, ""))


def test_the_three_forms_say_the_same_words(forms: PublishableForms) -> None:
    assert words_of_docx(forms.docx) == words_of_html(forms.html) == forms.words
    assert words_of_pdf(forms.pdf).replace(" ", "") == bulleted(forms.words)
    for words in (
        "R&D in Llanrŵst & Tŷ Newydd: 5 < 6",
        "96. 96.7% of crime",
        "a) deeper 97. next",
        "unconditionally.",
    ):
        assert words in forms.words


def test_the_same_file_gives_the_same_bytes(forms: PublishableForms) -> None:
    assert publishable_forms(word_file(BODY, LINKS), DETAILS) == forms


def test_the_fragment_is_the_main_content_of_the_page(forms: PublishableForms) -> None:
    assert forms.fragment in forms.html
    assert words_of_html(forms.fragment, "article") == forms.words


def test_the_page_has_language_title_one_first_heading_and_no_jump(forms: PublishableForms) -> None:
    found = page(forms)
    assert found.get("lang") == "en-GB"
    assert found.findtext(".//title") == f"{DETAILS.title} – {DETAILS.author}"
    levels = [int(e.tag[1]) for e in found.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels == [1, 2, 3, 2]
    assert not list(found.iter("script"))
    assert found.xpath("//a[@class='skip']/@href") == ["#main"]


def test_the_page_has_real_tables_quotations_and_lists(forms: PublishableForms) -> None:
    found = page(forms)
    data, layout = found.iter("table")
    assert data.findtext("caption") == "Table 1: Grades"
    assert [(th.text, th.get("scope")) for th in data.iter("th")] == [
        (t, "col") for t in ("Area", "Grade", "Since")
    ]
    assert layout.get("role") == "presentation"
    (quote,) = found.iter("blockquote")
    assert [p.text for p in quote.iter("p")] == ["The force should make sure:", "It records crime."]
    assert [li.text_content() for li in quote.iter("li")] == ["all of it"]
    (numbered,) = found.xpath("//article/ol")
    assert [" ".join(li.text_content().split()) for li in numbered] == [
        "96. 96.7% of crime is recorded a) deeper",
        "97. next",
    ]
    assert found.xpath("//article/ul/li/ul/li/span/text()") == ["inner dot"]
    assert found.xpath("//p[@lang='cy-GB']/text()") == ["Bydd y fersiwn Gymraeg yn dilyn."]


def test_words_cannot_act_as_markup_in_any_form() -> None:
    evil = "&lt;script&gt;alert(1)&lt;/script&gt; #panic() $x$ *b* _i_ `c` \\ // {{ 7*7 }} @ref [x] = -- ~"
    forms = publishable_forms(word_file(para(evil, "Title") + para(evil) + item(evil, 2)), DETAILS)
    assert b"<script" not in forms.html
    assert forms.words.count("#panic() $x$ *b* _i_ `c` \\ // {{ 7*7 }} @ref [x] = -- ~") == 3


def test_signs_no_font_draws_are_spelt_out_alike_in_all_forms_and_the_rest_stays() -> None:
    body = para("Title", "Title") + para("Go 🚀, 👩🏽‍⚕️ and \ue123; → ≤ ✓ ☺ ŵ w\u0302 stay")
    forms = publishable_forms(word_file(body), DETAILS)
    assert forms.words == (
        "Title Go [rocket], [woman][emoji modifier fitzpatrick type-4]⚕ and [sign U+E123]; → ≤ ✓ ☺ ŵ ŵ stay"
    )


def test_footnotes_and_text_boxes_are_in_all_forms() -> None:
    notes = f'<w:footnotes {W}><w:footnote w:id="7">{para("A note.")}</w:footnote></w:footnotes>'
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{para('Boxed')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    body = (
        para("T", "Title")
        + para(run("x") + '<w:r><w:footnoteReference w:id="7"/></w:r>' + box)
        + para("y")
    )
    assert (
        publishable_forms(word_file(body, footnotes=notes), DETAILS).words
        == "T x[1] Boxed y [1] A note."
    )


def test_a_caption_below_its_table_is_read_before_it_in_all_forms() -> None:
    body = para("T", "Title") + table(("A",), ("b",)) + para("Below", "Caption") + para("end")
    assert publishable_forms(word_file(body), DETAILS).words == "T Below A b end"


def test_merged_cells_are_merged_on_the_page() -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + para("wide") + "</w:tc>"
    head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{wide}</w:tr>"
    rest = f"<w:tr><w:tc>{para('a')}</w:tc><w:tc>{para('b')}</w:tc></w:tr>"
    data = word_file(para("T", "Title") + f"<w:tbl><w:tblPr/><w:tblGrid/>{head}{rest}</w:tbl>")
    (cell,) = page(publishable_forms(data, DETAILS)).iter("th")
    assert (cell.get("colspan"), cell.get("scope")) == ("2", "colgroup")


def test_a_document_without_a_title_takes_its_first_heading_and_without_any_is_refused() -> None:
    found = page(publishable_forms(word_file(para("Our answer", "Heading1") + para("x")), DETAILS))
    assert [h.text for h in found.iter("h1")] == ["Our answer"]
    with pytest.raises(RefusedInputError, match="no title"):
        publishable_forms(word_file(para("x")), DETAILS)


def test_tracked_changes_are_never_published() -> None:
    body = para("T", "Title") + para('<w:ins w:id="1" w:author="A">' + run("x") + "</w:ins>")
    with pytest.raises(RefusedInputError, match="tracked changes"):
        publishable_forms(word_file(body), DETAILS)


@pytest.mark.parametrize(
    ("docx", "page_words", "pdf", "named"),
    [
        ("a b c", "a x c", "a b c", "“b c”, it would say “x c”"),
        ("a b c", "a b c", "a b d", "“c”, it would say “d”"),
        ("a b c", "a b", "a b c", "“c”, it would say “nothing”"),
    ],
)
def test_forms_that_differ_are_refused_with_the_first_words(
    docx: str, page_words: str, pdf: str, named: str
) -> None:
    with pytest.raises(RefusedInputError, match=named):
        prove_equal(docx, page_words, pdf)


def test_the_pdf_is_tagged_titled_and_in_its_language(forms: PublishableForms) -> None:
    with pikepdf.open(io.BytesIO(forms.pdf)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.Lang == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as meta:
            assert meta["dc:title"] == DETAILS.title
            assert meta["pdfuaid:part"] == "1"
            assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")


def test_the_pdf_has_headings_tables_captions_lists_and_quotations(forms: PublishableForms) -> None:
    with pikepdf.open(io.BytesIO(forms.pdf)) as pdf:
        found = tags(pdf)
    names = [tag for tag, _ in found]
    assert [t for t in names if t in {"/Title", "/H1", "/H2", "/H3"}] == [
        "/Title",
        "/H1",
        "/H2",
        "/H1",
    ]
    assert ("/Caption", "/Table") in found
    assert names.count("/TH") == 3
    assert names.count("/LI") == 6
    assert names.count("/Lbl") == 6
    assert "/BlockQuote" in names
    assert names.count("/Link") == 1


def test_only_the_shipped_fonts_are_in_the_pdf(forms: PublishableForms) -> None:
    with pikepdf.open(io.BytesIO(forms.pdf)) as pdf:
        fonts = {
            str(f.BaseFont).split("+")[-1] for p in pdf.pages for f in p.Resources.Font.values()
        }
    assert fonts <= {
        "NotoSans-Regular",
        "NotoSans-Bold",
        "NotoSans-Italic",
        "NotoSans-BoldItalic",
        "DejaVuSans",
    }


def test_page_numbers_speak_the_language_of_the_document_and_are_no_words_of_it() -> None:
    welsh = PublishedDetails("Ymateb", "cy-GB", "Swyddfa", date(2022, 12, 5))
    forms = publishable_forms(word_file(para("Ymateb", "Title") + para("Tŷ")), welsh)
    assert forms.words == "Ymateb Tŷ"
    assert "Neidio i’r prif gynnwys" in forms.html.decode()
    assert page(forms).get("lang") == "cy-GB"


def test_a_long_table_goes_on_over_pages_with_its_words_read_once() -> None:
    rows = [(f"Row {n}", "words " * 40) for n in range(60)]
    data = word_file(para("T", "Title") + table(("A", "B"), *rows))
    assert publishable_forms(data, DETAILS).words.count("Row") == 60


def test_a_row_longer_than_a_page_is_published_whole() -> None:
    rows = [("short", "left words here " * 400, "right words there " * 400)]
    data = word_file(para("T", "Title") + table(("A", "B", "C"), *rows))
    assert publishable_forms(data, DETAILS).words.count("right") == 400


def test_a_word_longer_than_its_line_is_published_whole() -> None:
    address = "https://office.example/" + "a" * 150
    body = para("T", "Title") + para(address) + table(*[(address, "b" * 70, "c")] * 2)
    assert publishable_forms(word_file(body), DETAILS).words.count(address) == 3


def dirty() -> bytes:
    """Return a file with everything in it that must not be published."""
    body = (
        para("T", "Title")
        + control("f1", para('<w:commentRangeStart w:id="0"/>' + run("Kept") + '<w:commentRangeEnd w:id="0"/>'
          '<w:r><w:commentReference w:id="0"/></w:r><w:bookmarkStart w:id="9" w:name="_s55_f1"/><w:bookmarkEnd w:id="9"/>'))
        + '<w:p w:rsidR="00AB12CD"><w:r w:rsidRPr="00AB12CD"><w:t>More</w:t></w:r></w:p>'
    )  # fmt: skip
    parts = unpack(word_file(body, comments=f'<w:comments {W}><w:comment w:id="0" w:author="Secret Person"/></w:comments>',
        people=f"<w:people {W}/>", settings=f'<w:settings {W}><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids><w:attachedTemplate r:id="x" xmlns:r="urn:r"/></w:settings>'))  # fmt: skip
    parts |= {
        "docProps/core.xml": b"<x>Secret Person</x>",
        "docProps/thumbnail.jpeg": b"jpeg",
        "customXml/item1.xml": b"<secret/>",
        "_rels/.rels": relations(
            ("rId1", "officeDocument", "word/document.xml"),
            ("rId2", "thumbnail", "docProps/thumbnail.jpeg"),
        ),
    }
    return pack_parts(
        stamped(parts, Stamp("S55-2022-001", "barset", "response", "en-GB", 3, "", "ab"))
    )


def test_the_published_word_file_holds_nothing_about_its_making() -> None:
    parts = unpack(clean_docx(dirty(), DETAILS))
    assert sorted(parts) == [
        "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "word/_rels/document.xml.rels",
        "word/document.xml", "word/numbering.xml", "word/settings.xml", "word/styles.xml",
    ]  # fmt: skip
    everything = b"".join(parts.values())
    for trace in (
        b"Secret Person",
        b"<secret",
        b"s55",
        b"S55",
        b"rsid",
        b"omment",
        b"00AB12CD",
        b"attachedTemplate",
        b"thumbnail",
    ):
        assert trace not in everything
    assert words_of_docx(clean_docx(dirty(), DETAILS)) == "T Kept More"


def test_the_published_word_file_names_title_office_language_and_one_date() -> None:
    data = clean_docx(dirty(), DETAILS)
    core = unpack(data)["docProps/core.xml"].decode()
    for words in (DETAILS.title, DETAILS.author, "en-GB", "2022-12-05T00:00:00Z"):
        assert words in core
    assert b'<w:lang w:val="en-GB"/>' in unpack(data)["word/styles.xml"]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {i.date_time for i in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_relation_and_content_type_leads_to_a_part_that_is_there() -> None:
    parts = unpack(clean_docx(dirty(), DETAILS))
    types = etree.fromstring(parts["[Content_Types].xml"])
    named = [o.get("PartName", "").lstrip("/") for o in types if o.tag.endswith("Override")]
    assert len(named) == len(set(named))
    assert set(named) <= set(parts)
    targets = [r.get("Target") for r in etree.fromstring(parts["_rels/.rels"])]
    assert set(targets) == {"word/document.xml", "docProps/core.xml", "docProps/app.xml"}


def test_the_letterhead_stays_in_the_word_file() -> None:
    header = f"<w:hdr {W}>{para('Office of the Commissioner')}</w:hdr>"
    data = word_file(para("T", "Title") + edged(), header1=header)
    parts = unpack(clean_docx(data, DETAILS))
    assert b"Office of the Commissioner" in parts["word/header1.xml"]


@pytest.mark.libreoffice
def test_libreoffice_opens_the_published_word_file_and_its_saved_copy_reads_the_same(
    forms: PublishableForms, tmp_path: Path
) -> None:
    from tests.casework.documents.test_read_back import converted

    saved = read_back(converted(forms.docx, "docx", tmp_path))
    ours = read_back(forms.docx)
    assert [(b.kind, b.number, b.text) for b in saved.blocks] == [
        (b.kind, b.number, b.text) for b in ours.blocks
    ]
    assert saved.blocks[1].kind is TextKind.TITLE


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1100])
def test_the_page_passes_the_accessibility_rules_and_needs_no_sideways_scrolling(
    forms: PublishableForms, tmp_path: Path, width: int
) -> None:
    violations, overflow = looked_at(forms.html, tmp_path, width)
    assert violations == ""
    assert overflow == 0


def looked_at(page: bytes, folder: Path, width: int) -> tuple[str, int]:
    """Return what breaks the accessibility rules on a page, and how far it reaches sideways."""
    (folder / "page.html").write_bytes(page)
    flags = [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ]
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=find_or_leave_out("chromium"), args=flags)
        tab = browser.new_page(viewport={"width": width, "height": 900})
        tab.goto((folder / "page.html").as_uri())
        result = Axe().run(
            tab, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
        )
        overflow = tab.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        browser.close()
    return result.generate_report() if result.violations_count else "", overflow
