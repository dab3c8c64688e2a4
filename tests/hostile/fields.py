"""Fields that fetch, run or insert, in every guise; and fields that do no harm."""

from __future__ import annotations

from tests.hostile.plain import (
    STYLES,
    W_TYPE,
    W,
    begin,
    belonging,
    body,
    changed,
    end,
    instruction,
    paragraph,
    pieces,
    simple_field,
    story,
)
from tests.hostile.verdicts import let_in, refused

FIELD = "active field"
QUOTE = paragraph(begin(), begin(), instruction("QUOTE 68 68 69"), end(), end())
PLACE = "&quot;C:/x&quot;"


@refused(FIELD, "Ctrl+Shift+F9")
def dde() -> bytes:
    return body(pieces('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"'))


@refused(FIELD)
def dde_in_one_element() -> bytes:
    return body(simple_field("DDE excel a b"))


@refused(FIELD)
def dde_in_small_letters() -> bytes:
    return body(pieces(" \t ddeauto cmd"))


@refused(FIELD)
def dde_over_several_runs() -> bytes:
    return body(pieces("D", "DE", "AUTO cmd"))


@refused(FIELD)
def dde_over_two_paragraphs() -> bytes:
    first = paragraph(begin(), instruction("DD"))
    return body(first + paragraph(instruction("E x y"), end()))


@refused(FIELD)
def dde_without_a_space() -> bytes:
    return body(pieces('DDE"c:\\x" "y"'))


@refused(FIELD)
def dde_in_quotation_marks() -> bytes:
    return body(pieces('"DDEAUTO" c:\\x y'))


@refused(FIELD)
def dde_in_words_that_are_shown() -> bytes:
    return body(paragraph(begin(), instruction("DD"), instruction("E x y", "t"), end()))


@refused(FIELD)
def dde_in_deleted_words() -> bytes:
    run = instruction("DDE x y", "delInstrText")
    return body(paragraph(begin(), f'<w:del w:id="1">{run}</w:del>', end()))


@refused(FIELD)
def dde_that_is_never_ended() -> bytes:
    return body(paragraph(begin(), instruction("DDE x y")))


@refused(FIELD)
def dde_outside_of_any_field() -> bytes:
    return body(paragraph(instruction("DDE x y")))


@refused(FIELD)
def a_field_made_of_fields() -> bytes:
    return body(QUOTE)


@refused(FIELD)
def a_field_half_made_of_fields() -> bytes:
    inner = (begin(), instruction("QUOTE 69"), end())
    return body(paragraph(begin(), instruction("DD"), *inner, instruction(" x"), end()))


@refused(FIELD)
def an_address_made_of_fields() -> bytes:
    inner = (begin(), instruction("DOCVARIABLE x"), end())
    return body(paragraph(begin(), instruction('HYPERLINK "'), *inner, instruction('"'), end()))


@refused(FIELD)
def dde_inside_a_harmless_field() -> bytes:
    inner = (begin(), instruction("DDE x y"), end())
    return body(paragraph(begin(), instruction("IF "), *inner, instruction(" = 1"), end()))


@refused(FIELD)
def dde_in_a_header() -> bytes:
    return story("header", simple_field("DDE x y"))


@refused(FIELD)
def dde_in_a_footnote() -> bytes:
    return story("footnotes", f'<w:footnote w:id="2">{pieces("DDE x y")}</w:footnote>')


@refused(FIELD)
def dde_in_a_comment() -> bytes:
    return story("comments", f'<w:comment w:id="0">{pieces("DDE x y")}</w:comment>')


@refused(FIELD)
def dde_in_a_text_box() -> bytes:
    box = f"<w:txbxContent>{pieces('DDE x y')}</w:txbxContent>"
    return body(f'<w:p><w:r><w:pict><v:textbox xmlns:v="v">{box}</v:textbox></w:pict></w:r></w:p>')


@refused(FIELD)
def dde_in_a_style() -> bytes:
    return changed(STYLES, "</w:styles>", f"{simple_field('DDE x y')}</w:styles>")


@refused(FIELD)
def dde_in_a_building_block() -> bytes:
    inner = f"<w:docParts><w:docPart>{simple_field('DDE x y')}</w:docPart></w:docParts>"
    glossary = f"<w:glossaryDocument {W}>{inner}</w:glossaryDocument>"
    kind = f"{W_TYPE}.document.glossary+xml"
    return belonging("word/glossary/document.xml", kind, "glossaryDocument", glossary)


@refused(FIELD)
def dde_in_an_old_drawing_of_its_own() -> bytes:
    box = f"<xml><w:txbxContent {W}>{simple_field('DDE x y')}</w:txbxContent></xml>"
    kind = "application/vnd.openxmlformats-officedocument.vmlDrawing"
    return belonging("word/drawings/vmlDrawing1.vml", kind, "vmlDrawing", box)


@refused(FIELD)
def a_text_from_a_file() -> bytes:
    return body(simple_field(f" INCLUDETEXT {PLACE} "))


@refused(FIELD)
def a_picture_from_a_file() -> bytes:
    return body(simple_field(f"INCLUDEPICTURE {PLACE}"))


@refused(FIELD)
def a_link_to_a_workbook() -> bytes:
    return body(simple_field(f"LINK Excel.Sheet.12 {PLACE}"))


@refused(FIELD)
def an_import() -> bytes:
    return body(simple_field(f"IMPORT {PLACE}"))


@refused(FIELD)
def a_button_for_a_macro() -> bytes:
    return body(pieces("MACROBUTTON Evil click here"))


@refused(FIELD)
def a_database() -> bytes:
    return body(simple_field(f"DATABASE \\d {PLACE}"))


@refused(FIELD)
def text_from_a_template() -> bytes:
    return body(simple_field("AUTOTEXT Greeting"))


@refused(FIELD)
def another_document_for_the_contents() -> bytes:
    return body(simple_field(f"RD {PLACE}"))


@refused("unsafe link", "correct it")
def a_script_in_a_field() -> bytes:
    return body(pieces('HYPERLINK "javascript:alert(1)"'))


@refused("unsafe link")
def a_file_in_a_field_without_quotation_marks() -> bytes:
    return body(pieces(r"HYPERLINK \\server\share\x.exe"))


@let_in()
def fields_that_do_no_harm() -> bytes:
    every = (
        ' TOC \\o "1-3" \\h ', "PAGE", "NUMPAGES", "REF _Ref1 \\h", "PAGEREF _Toc1 \\h",
        "SEQ Table \\* ARABIC", 'DATE \\@ "d MMMM yyyy"', "= SUM(ABOVE)", 'HYPERLINK \\l "here"',
        'HYPERLINK "https://www.example.org/a"', "STYLEREF 1", "CITATION Ann22",
    )  # fmt: skip
    return body("".join(pieces(each) for each in every))


@let_in()
def a_reckoning_of_fields() -> bytes:
    page = (begin(), instruction("PAGE"), end())
    return body(
        paragraph(begin(), instruction("IF "), *page, instruction(' = 1 "" "next"'), end())
        + paragraph(begin(), instruction("="), *page, instruction("+1"), end())
    )


@let_in("placeholder")
def a_field_of_a_mail_merge() -> bytes:
    return body(
        paragraph(begin(), instruction("MERGEFIELD Name"), end(), instruction("«Name»", "t"))
    )
