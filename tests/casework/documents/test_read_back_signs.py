# WordprocessingML broken over lines is harder to read than a long line.
# ruff: noqa: E501, RUF001
"""What stands in a run besides letters: fields, symbols, raised signs, formulas, ticked boxes."""

from __future__ import annotations

import pytest

from casework.documents.read_back import read_back
from models.shapes.word import ReadBack, Script, Span
from tests.casework.documents.raw_word import control, para, run, word_file

M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def mark(kind: str, inner: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


def field(instruction: str, result: str) -> str:
    told = (
        instruction
        if instruction.startswith("<")
        else f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    )
    return mark("begin") + told + mark("separate") + result + mark("end")


def read(inner: str) -> ReadBack:
    return read_back(word_file(para(inner)))


def text(inner: str) -> str:
    return read(inner).blocks[0].text


def test_a_field_says_its_result() -> None:
    assert (
        text(run("Dated ") + field(' DATE \\@ "d MMMM" ', run("5 December"))) == "Dated 5 December"
    )
    assert text('<w:fldSimple w:instr=" PAGE ">' + run("3") + "</w:fldSimple>") == "3"


def test_what_an_instruction_holds_is_not_read_as_words() -> None:
    inner = field("MERGEFIELD x", run("1"))
    choice = mark("begin") + "<w:r><w:instrText> IF </w:instrText></w:r>" + inner
    found = read(choice + mark("separate") + run("one") + mark("end"))
    assert found.blocks[0].text == "one"
    assert found.unmapped == ("Words in the instruction of a field were left out: “1”",)


def test_a_field_without_an_end_does_not_swallow_the_rest() -> None:
    data = word_file(para(mark("begin") + run("Kept")) + para("This too"))
    assert [block.text for block in read_back(data).blocks] == ["Kept", "This too"]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "☒"),
        ('<w:checkBox><w:default w:val="0"/></w:checkBox>', "☐"),
        (
            '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Yes"/><w:listEntry w:val="No"/></w:ddList>',
            "No",
        ),
        ('<w:ddList><w:result w:val="9"/></w:ddList>', ""),
    ],
)
def test_an_old_form_field_says_its_answer(form: str, shown: str) -> None:
    begin = mark("begin", f"<w:ffData>{form}</w:ffData>")
    assert text(run("Agreed: ") + begin + mark("end") + run(".")) == f"Agreed: {shown}."


def test_content_controls_of_any_kind_say_what_they_show() -> None:
    def box(properties: str, shown: str) -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run(shown)}</w:sdtContent></w:sdt>"

    tick = box('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', "☒")
    choice = box(
        '<w:dropDownList><w:listItem w:value="Good"/><w:listItem w:value="Poor"/></w:dropDownList>',
        "Good",
    )
    day = box('<w:date w:fullDate="2022-12-05T00:00:00Z"/>', "5 December")
    assert text(tick + choice + day) == "☒Good5 December"


def test_a_table_of_contents_is_read_without_its_page_numbers() -> None:
    entry = run("Overview") + "<w:r><w:tab/></w:r>" + field(" PAGEREF _Toc1 ", run("3"))
    found = read_back(
        word_file(
            para(field(" TOC \\o ", entry)) + para(run("Plain") + "<w:r><w:tab/></w:r>" + run("3"))
        )
    )
    assert [block.text for block in found.blocks] == ["Overview", "Plain\t3"]
    assert found.unmapped == ("The page numbers of the table of contents were left out",)


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Wingdings", "F0FC", "✓"), ("Wingdings", "00FC", "✓"), ("Symbol", "F0B7", "•"), ("Symbol", "F061", "α"),
        ("Symbol", "F0A3", "≤"), ("Wingdings 2", "F052", "☑"), ("Segoe UI Symbol", "2612", "☒"), ("Webdings", "F0FF", "�"),
        ("Wingdings", "zz", "�"), ("Arial", "F0FC", "�"), ("Arial", "D800", "�"),
    ],
)  # fmt: skip
def test_a_sign_is_the_one_its_font_draws(font: str, code: str, sign: str) -> None:
    found = read(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>')
    assert found.blocks[0].text == sign
    assert bool(found.obstacles) is (sign == "�")


def test_letters_of_a_symbol_font_are_read_as_signs() -> None:
    assert text(run("\uf0fc", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')) == "✓"


def test_raised_lowered_and_underlined_words_are_kept_as_such() -> None:
    found = read(
        run("km") + run("2", '<w:vertAlign w:val="superscript"/>')
        + run("CO") + run("2", '<w:vertAlign w:val="subscript"/>') + run("so", '<w:u w:val="single"/>')
        + run("not", '<w:u w:val="none"/>') + run("CAPS", "<w:caps/><w:smallCaps/>")
    )  # fmt: skip
    assert found.blocks[0].spans == (
        Span("km"),
        Span("2", script=Script.ABOVE),
        Span("CO"),
        Span("2", script=Script.BELOW),
        Span("so", underline=True),
        Span("notCAPS"),
    )


def test_words_struck_through_are_kept_and_hold_publication_back() -> None:
    found = read(run("We will ") + run("not", "<w:strike/>"))
    assert found.blocks[0].spans[1] == Span("not", struck=True)
    assert found.obstacles == (
        "The words “not” are struck through: take them out, or take off the line.",
    )


def test_a_note_is_led_to_once() -> None:
    reference = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    found = read(run("a") + reference + run("b") + reference)
    assert found.blocks[0].spans == (Span("a"), Span("[1]", note=1), Span("b[1]"))
    assert found.unmapped == ("The footnote with the number 1 is missing from the file",)


def test_the_language_of_each_span_is_told_where_a_paragraph_holds_two() -> None:
    found = read(run("They say ") + run("croeso", '<w:lang w:val="cy-GB"/>'))
    assert [(span.text, span.language) for span in found.blocks[0].spans] == [
        ("They say ", None),
        ("croeso", "cy-GB"),
    ]


def test_a_formula_of_plain_signs_is_read_and_a_fraction_is_held_back() -> None:
    power = f"<m:oMath {M}><m:sSup><m:e><m:r><m:t>r</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
    fraction = f"<m:oMath {M}><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    found = read(power)
    assert found.blocks[0].spans == (Span("r"), Span("2", script=Script.ABOVE))
    assert found.obstacles == ()
    assert "The formula “12” cannot be set" in read(fraction).obstacles[0]


def test_what_word_may_add_one_day_is_told_of_and_not_dropped_in_silence() -> None:
    assert read(run("x") + "<w:r><w:newThing/></w:r>").unmapped == (
        "Something that Word put into the text was left out: “newThing”",
    )


def test_a_deleted_instruction_is_no_word_in_either_view() -> None:
    gone = (
        '<w:del w:id="1" w:author="A"><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText> DATE </w:delInstrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:delText>May</w:delText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>'
    )
    data = word_file(para(run("In ") + gone + run(".")))
    assert read_back(data).blocks[0].text == "In ."
    assert read_back(data, "rejected").blocks[0].text == "In May."


def test_a_list_in_numerals_nobody_knows_is_told_of() -> None:
    from tests.casework.documents.raw_word import W, item, level

    numbering = f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{level(0, "cardinalText", "%1.")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    found = read_back(word_file(item("x", 1), numbering=numbering))
    assert found.blocks[0].number == "1."
    assert found.unmapped == ("A list counts in numerals that were turned into figures",)


def test_the_text_may_lie_in_a_part_of_another_name() -> None:
    from casework.documents.packing import pack_parts, unpack

    parts = unpack(word_file(control("f1", para("Words"))))
    moved = {name.replace("document.xml", "document2.xml"): part for name, part in parts.items()}
    for name in ("_rels/.rels", "[Content_Types].xml"):
        moved[name] = moved[name].replace(b"document.xml", b"document2.xml")
    assert read_back(pack_parts(moved)).region_text("f1") == "Words"


def both(newer: str, older: str) -> str:
    return (
        f"<mc:AlternateContent><mc:Choice Requires='w14'>{newer}</mc:Choice>"
        f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent>"
    )


def test_what_is_kept_in_two_forms_is_read_in_the_one_that_word_shows() -> None:
    row = "<w:tr><w:tc>{}</w:tc></w:tr>".format
    body = (
        para(both(run("new"), run("old")))
        + both(para("newer"), para("older"))
        + f"<w:tbl>{both(row(para('newest')), row(para('oldest')))}</w:tbl>"
    )
    assert [block.text for block in read_back(word_file(body)).blocks] == ["new", "newer", "newest"]


def test_a_line_in_the_style_of_a_table_of_contents_loses_its_page_number() -> None:
    from tests.casework.documents.raw_word import STYLES

    toc = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    line = para(run("Overview") + "<w:r><w:tab/></w:r>" + run("iv"), "TOC1")
    data = word_file(line, styles=STYLES.replace("</w:styles>", f"{toc}</w:styles>"))
    assert read_back(data).blocks[0].text == "Overview"
