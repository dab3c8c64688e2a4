# WordprocessingML broken over lines is harder to read than a long line.
# ruff: noqa: E501
"""No trace of people or drafts in a published Word file, wherever Word keeps them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from casework.documents.packing import pack_parts, unpack
from casework.documents.publishable import clean_docx, publishable_forms, words_of_docx
from models.shapes.word import PublishedDetails
from tests.casework.documents.raw_word import SPACES, STYLES, W, edged, item, para, run, word_file
from tests.open_xml import faults_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DETAILS = PublishedDetails("Response", "en-GB", "An office", date(2022, 12, 5))
NAME = "Beth Hale"
TITLE = para("T", "Title")
FONTS = f'<w:fonts {W}><w:font w:name="Arial"/></w:fonts>'


def everything(body: str, **more: str) -> str:
    data = clean_docx(word_file(TITLE + body, None, **more), DETAILS)
    return b"\n".join(unpack(data).values()).decode("utf-8", "replace")


def field(instruction: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    told = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return mark("begin") + told + mark("separate") + run(result) + mark("end")


@pytest.mark.parametrize(
    "body",
    [
        para(f'<w:permStart w:id="1" w:ed="OFFICE\\{NAME}"/>' + run("x") + '<w:permEnd w:id="1"/>'),
        para(f'<w:bookmarkStart w:id="1" w:name="{NAME}"/>' + run("x") + '<w:bookmarkEnd w:id="1"/>'),
        para(f'<w:hyperlink w:anchor="top" w:tooltip="{NAME}" w:docLocation="{NAME}">{run("x")}</w:hyperlink>'),
        para(f'<w:smartTag w:uri="u" w:element="PersonName"><w:smartTagPr><w:attr w:name="{NAME}" w:val="y"/></w:smartTagPr>{run("x")}</w:smartTag>'),
        para(f'<w:customXml w:element="a"><w:customXmlPr><w:attr w:name="by" w:val="{NAME}"/></w:customXmlPr>{run("x")}</w:customXml>'),
        para(f'<w:sdt><w:sdtPr><w:alias w:val="{NAME}"/><w:dropDownList><w:listItem w:value="{NAME}"/></w:dropDownList></w:sdtPr><w:sdtContent>{run("x")}</w:sdtContent></w:sdt>'),
        para(field(f' DOCPROPERTY "{NAME}" ', "x")),
        para(field(f" FILENAME \\p {NAME} ", "x")),
        para(f'<w:fldSimple w:instr=" AUTHOR {NAME} ">{run("x")}</w:fldSimple>'),
        para(field(f' HYPERLINK "https://a.example" \\o "{NAME}" ', "x")),
        para(f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{NAME}"/></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("x")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        para(f'<w:moveFromRangeStart w:id="1" w:author="{NAME}" w:name="m"/>{run("x")}<w:moveFromRangeEnd w:id="1"/>'),
    ],
)  # fmt: skip
def test_nothing_around_the_words_names_a_person_and_the_words_stay(body: str) -> None:
    assert NAME not in everything(body)
    assert words_of_docx(clean_docx(word_file(TITLE + body), DETAILS)) == "T x"


@pytest.mark.parametrize(
    ("part", "xml"),
    [
        ("people", f'<w:people {W} w:author="{NAME}"/>'),
        ("commentsExtensible", f'<x xmlns="urn:x" by="{NAME}"/>'),
        ("commentsIds", f'<x xmlns="urn:x" by="{NAME}"/>'),
        ("documenttasks1", f'<x xmlns="urn:x" assigned="{NAME}"/>'),
        ("webSettings", f'<w:webSettings {W}><w:divs><w:div w:id="1"/></w:divs><!--{NAME}--></w:webSettings>'),
        ("glossary", f"<w:glossaryDocument {W}><!--{NAME}--></w:glossaryDocument>"),
        ("stylesWithEffects", f"<w:styles {W}><!--{NAME}--></w:styles>"),
        ("settings", f'<w:settings {W}><w:docVars><w:docVar w:name="by" w:val="{NAME}"/></w:docVars></w:settings>'),
        ("settings", f'<w:settings {W}><w:mailMerge><w:query w:val="{NAME}"/></w:mailMerge></w:settings>'),
        ("settings", f'<w:settings {W}><w:newSetting w:val="{NAME}"/></w:settings>'),
        ("fontTable", f'<w:fonts {W}><w:font w:name="Arial"><w:embedRegular w:fontKey="{NAME}"/></w:font></w:fonts>'),
    ],
)  # fmt: skip
def test_no_part_beside_the_words_names_a_person(part: str, xml: str) -> None:
    assert NAME not in everything(para("x"), **{part: xml})


def test_parts_that_nothing_leads_to_or_that_word_may_add_one_day_are_not_published() -> None:
    parts = unpack(word_file(TITLE))
    parts |= {
        "word/embeddings/draft.xlsx": b"x",
        "customXml/item1.xml": b"<a/>",
        "docMetadata/LabelInfo.xml": b"<a/>",
        "word/media/old.png": b"x",
        "word/printerSettings1.bin": b"x",
    }
    assert sorted(unpack(clean_docx(pack_parts(parts), DETAILS))) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/numbering.xml",
        "word/styles.xml",
    ]


def test_an_address_that_no_link_uses_any_more_is_not_published() -> None:
    links = {"rUsed": "https://kept.example", "rOld": "https://secret.example/draft"}
    body = TITLE + para(f'<w:hyperlink r:id="rUsed">{run("x")}</w:hyperlink>')
    relations = unpack(clean_docx(word_file(body, links), DETAILS))["word/_rels/document.xml.rels"]
    assert b"kept.example" in relations
    assert b"secret" not in relations


def test_settings_that_shape_a_page_stay() -> None:
    settings = f'<w:settings {W}><w:evenAndOddHeaders/><w:defaultTabStop w:val="720"/><w:rsids/><w:updateFields/></w:settings>'
    kept = everything(para("x"), settings=settings)
    assert "evenAndOddHeaders" in kept
    assert "defaultTabStop" in kept
    assert "updateFields" not in kept


def test_what_a_field_showed_on_the_day_is_what_it_will_always_say() -> None:
    body = para(run("Dated ") + field(' DATE \\@ "d MMMM yyyy" ', "5 December 2022"))
    forms = publishable_forms(word_file(TITLE + body), DETAILS)
    assert forms.words == "T Dated 5 December 2022"
    assert b"fldChar" not in unpack(forms.docx)["word/document.xml"]


HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
HIDING = STYLES.replace(
    "</w:styles>",
    f'<w:style w:type="character" w:styleId="Aside"><w:name w:val="Aside"/>{HIDDEN}</w:style></w:styles>',
)


@pytest.mark.parametrize(
    ("look", "shown"),
    [
        (HIDDEN, 0),
        ('<w:rPr><w:rStyle w:val="Aside"/></w:rPr>', 0),
        ('<w:rPr><w:rStyle w:val="Aside"/><w:vanish w:val="0"/></w:rPr>', 1),
        ("", 1),
    ],
)
def test_what_word_hides_is_not_published_and_all_else_is(look: str, shown: int) -> None:
    body = para(run("before ") + f"<w:r>{look}<w:t>ourselves</w:t></w:r>" + run(" after"))
    forms = publishable_forms(word_file(TITLE + body, None, styles=HIDING), DETAILS)
    said = forms.words.split()
    assert (said.count("before"), said.count("ourselves"), said.count("after")) == (1, shown, 1)
    assert unpack(forms.docx)["word/document.xml"].count(b"ourselves") == shown


def test_page_numbers_in_a_footer_still_count() -> None:
    footer = f"<w:ftr {SPACES}>{para(field(' PAGE ', '1'))}</w:ftr>"
    data = word_file(TITLE + edged("footer"), footer1=footer)
    assert b"> PAGE <" in unpack(clean_docx(data, DETAILS))["word/footer1.xml"]


def test_links_inside_the_document_still_lead_there_under_plain_names() -> None:
    target = (
        f'<w:bookmarkStart w:id="1" w:name="{NAME}_notes"/>{run("Here")}<w:bookmarkEnd w:id="1"/>'
    )
    toc = '<w:bookmarkStart w:id="2" w:name="_Toc123"/><w:bookmarkEnd w:id="2"/>'
    body = (
        para(f'<w:hyperlink w:anchor="{NAME}_notes">{run("See")}</w:hyperlink>')
        + para(field(" PAGEREF _Toc123 \\h ", "1"))
        + para(target + toc)
    )
    found = everything(body)
    assert NAME not in found
    assert 'w:anchor="place_1"' in found
    assert 'w:name="place_1"' in found
    assert 'w:name="_Toc123"' in found
    assert " PAGEREF _Toc123 \\h " in found


def test_a_control_bound_to_the_properties_cannot_put_other_words_in_place() -> None:
    bound = f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/coreProperties/creator"/></w:sdtPr><w:sdtContent>{para("Ada Marsh")}</w:sdtContent></w:sdt>'
    found = everything(bound)
    assert "dataBinding" not in found
    assert "Ada Marsh" in found


def test_signs_of_symbol_fonts_become_signs_that_every_form_shows() -> None:
    body = (
        para(run("Agreed ") + '<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>')
        + para(run("\uf0fb", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'))
    )  # fmt: skip
    forms = publishable_forms(word_file(TITLE + body), DETAILS)
    assert forms.words == "T Agreed ✓ ✗"
    assert b"Wingdings" not in unpack(forms.docx)["word/document.xml"]


def test_page_and_word_file_and_pdf_say_which_words_only_the_word_file_shows() -> None:
    header = f"<w:hdr {W}>{para('3 Northgate Street')}</w:hdr>"
    forms = publishable_forms(word_file(TITLE + edged(), header1=header), DETAILS)
    assert forms.left_out == (
        "The header of the pages is only in the Word file: “3 Northgate Street”",
    )


def test_a_file_whose_text_lies_in_a_part_of_another_name_is_published() -> None:
    parts = unpack(word_file(TITLE + item("one", 1)))
    moved = {name.replace("document.xml", "document2.xml"): part for name, part in parts.items()}
    for name in ("_rels/.rels", "[Content_Types].xml"):
        moved[name] = moved[name].replace(b"document.xml", b"document2.xml")
    forms = publishable_forms(pack_parts(moved), DETAILS)
    assert forms.words == "T 1. one"
    assert words_of_docx(forms.docx) == forms.words


def test_remarks_in_the_markup_are_in_nobodys_way_and_not_published() -> None:
    remark = f"<!--{NAME}-->"
    parts = unpack(word_file(TITLE + para(remark + run("x")), fontTable=FONTS))
    for name, part in parts.items():
        head, _, rest = part.decode().rpartition("</")
        parts[name] = f"{head}{remark}</{rest}".encode()
    forms = publishable_forms(pack_parts(parts), DETAILS)
    assert forms.words == "T x"
    published = b"".join(unpack(forms.docx).values())
    assert NAME.encode() not in published


def test_cleaning_what_is_clean_changes_nothing() -> None:
    once = clean_docx(word_file(TITLE + para("x") + item("y", 1)), DETAILS)
    assert clean_docx(once, DETAILS) == once


@pytest.mark.node
def test_the_published_word_file_is_sound(tmp_path: Path, needs: Callable[[str], str]) -> None:
    del needs
    path = tmp_path / "published.docx"
    path.write_bytes(clean_docx(word_file(TITLE + para(field(" DATE ", "x"))), DETAILS))
    assert faults_of(path) == []
