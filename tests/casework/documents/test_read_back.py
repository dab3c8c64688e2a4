# WordprocessingML broken over lines is harder to read than a long line.
# ruff: noqa: E501
from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from casework.documents.packing import pack_parts, unpack
from casework.documents.read_back import read_back
from casework.documents.stamp import stamped
from casework.errors import RefusedInputError
from models.shapes.word import Span, Stamp, TextBlock, TextKind
from tests.casework.documents.raw_word import (
    W,
    control,
    edged,
    item,
    para,
    run,
    table,
    word_file,
)

if TYPE_CHECKING:
    from pathlib import Path

INSERTED = '<w:ins w:id="1" w:author="A. Reader">{}</w:ins>'
DELETED = '<w:del w:id="2" w:author="A. Reader"><w:r><w:delText xml:space="preserve">{}</w:delText></w:r></w:del>'
MARK = '<w:rPr><w:{} w:id="3" w:author="A. Reader"/></w:rPr>'


def blocks(body: str, view: str = "accepted", **more: str) -> tuple[TextBlock, ...]:
    return read_back(word_file(body, **more), view).blocks  # type: ignore[arg-type]


def texts(body: str, view: str = "accepted") -> list[str]:
    return [block.text for block in blocks(body, view)]


def test_title_headings_and_quotations_are_known_by_style_through_what_the_style_is_based_on() -> (
    None
):
    found = blocks(
        para("Response", "Title")
        + para("Overview", "Heading1")
        + para("Crime", "OurSection")
        + para("The force should.", "Finding")
        + para("Made a heading by hand", properties='<w:outlineLvl w:val="2"/>')
        + para("Plain")
    )
    assert [(b.kind, b.level) for b in found] == [
        (TextKind.TITLE, 0),
        (TextKind.HEADING, 1),
        (TextKind.HEADING, 2),
        (TextKind.QUOTE, 0),
        (TextKind.HEADING, 3),
        (TextKind.PARAGRAPH, 0),
    ]


def test_the_words_arrive_as_they_are_written() -> None:
    assert texts(para("R&amp;D &lt;b&gt; ŵ Ŷ “so” 👍 \N{NO-BREAK SPACE}x")) == [
        "R&D <b> ŵ Ŷ “so” 👍 \N{NO-BREAK SPACE}x"
    ]


def test_emphasis_and_links_are_kept_and_nothing_else_of_the_look() -> None:
    body = para(
        run("I ")
        + run("will", "<w:b/>")
        + run(" and ", '<w:rStyle w:val="Strong"/>')
        + run("may", '<w:i/><w:b w:val="0"/><w:color w:val="FF0000"/>')
        + f'<w:hyperlink r:id="rL">{run("the report")}</w:hyperlink>'
    )
    read = read_back(word_file(body, {"rL": "https://report.example/a"}))
    assert read.blocks[0].spans == (
        Span("I "),
        Span("will and ", bold=True),
        Span("may", italic=True),
        Span("the report", link="https://report.example/a"),
    )


def test_a_style_in_bold_is_emphasis_in_plain_paragraphs_alone() -> None:
    body = para("Answer", "Label") + para("Overview", "Heading1") + para("x", "Quote")
    assert [b.spans[0].bold for b in blocks(body)] == [True, False, False]


def test_a_quoted_list_stays_quoted_and_keeps_its_depth_and_number() -> None:
    listed = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="{}"/></w:numPr>'
    found = blocks("".join(para("x", "Finding", listed.format(n)) for n in (2, 1)))
    assert [(b.kind, b.level, b.number) for b in found] == [
        (TextKind.QUOTE, 2, None),
        (TextKind.QUOTE, 2, "a)"),
    ]


def test_a_link_of_another_kind_loses_its_target_but_not_its_words_and_is_told_of() -> None:
    body = para(f'<w:hyperlink r:id="rL">{run("here")}</w:hyperlink>')
    read = read_back(word_file(body, {"rL": "file:///c:/secret.docx"}))
    assert read.blocks[0].spans == (Span("here"),)
    assert "file:///c:/secret.docx" in read.unmapped[0]


def test_a_link_made_by_a_field_is_a_link() -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    field = char("begin") + '<w:r><w:instrText> HYPERLINK "https://a.example" </w:instrText></w:r>'
    body = para(run("See ") + field + char("separate") + run("this") + char("end") + run("."))
    assert blocks(body)[0].spans == (
        Span("See "),
        Span("this", link="https://a.example"),
        Span("."),
    )


def test_breaks_tabs_and_fixed_hyphens_are_text() -> None:
    body = para(
        "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
        '<w:br w:type="page"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    )
    assert texts(body) == ["a\nb\tc\N{NON-BREAKING HYPHEN}d\n✓"]


@pytest.mark.parametrize(
    ("list_id", "depths", "numbers"),
    [
        (1, [0, 0, 1, 1, 0, 1], ["1.", "2.", "a)", "b)", "3.", "a)"]),
        (1, [0, 1, 2, 2, 1, 2], ["1.", "a)", "(i)", "(ii)", "b)", "(i)"]),
        (96, [0, 0], ["96.", "97."]),
        (4, [0, 1, 1, 0, 1], ["I", "1.1", "1.2", "II", "2.1"]),
        (4, [0, 2, 0, 2], ["I", "1", "II", "2"]),
        (2, [0, 1], [None, None]),
    ],
)
def test_list_items_carry_the_number_a_reader_sees(
    list_id: int, depths: list[int], numbers: list[str | None]
) -> None:
    found = blocks("".join(item("x", list_id, depth) for depth in depths))
    assert [(b.kind, b.level, b.number) for b in found] == [
        (TextKind.ITEM, depth + 1, number) for depth, number in zip(depths, numbers, strict=True)
    ]


def test_a_list_goes_on_after_other_text_and_starts_anew_where_the_file_says_so() -> None:
    body = item("a", 1) + para("between") + item("b", 1) + item("c", 3) + item("d", 1)
    assert [b.number for b in blocks(body)] == ["1.", None, "2.", "1.", "2."]


def test_a_style_can_put_a_paragraph_into_a_list_and_zero_takes_it_out() -> None:
    out = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = para("in", "ListNumber") + para("out", "ListNumber", out) + para("in", "ListNumber")
    assert [(b.kind, b.number) for b in blocks(body)] == [
        (TextKind.ITEM, "1."),
        (TextKind.PARAGRAPH, None),
        (TextKind.ITEM, "2."),
    ]


def test_a_deleted_item_is_not_counted() -> None:
    gone = '<w:numPr><w:numId w:val="1"/></w:numPr>' + MARK.format("del")
    body = item("a", 1) + para(DELETED.format("b"), properties=gone) + item("c", 1)
    assert [(b.number, b.text) for b in blocks(body)] == [("1.", "a"), ("2.", "c")]
    assert [b.number for b in blocks(body, "rejected")] == ["1.", "2.", "3."]


def test_tracked_changes_can_be_read_as_accepted_or_as_rejected() -> None:
    body = para(run("I ") + DELETED.format("may ") + INSERTED.format(run("will ")) + run("act."))
    assert texts(body) == ["I will act."]
    assert texts(body, "rejected") == ["I may act."]


def test_moved_words_are_read_once_at_either_place() -> None:
    moved_away = f'<w:moveFrom w:id="5" w:author="A">{run("M")}</w:moveFrom>'
    moved_here = f'<w:moveTo w:id="6" w:author="A">{run("M")}</w:moveTo>'
    body = para(moved_away + run("x")) + para(moved_here + run("y"))
    assert texts(body) == ["x", "My"]
    assert texts(body, "rejected") == ["Mx", "y"]


def test_paragraphs_joined_or_split_by_tracked_changes_read_as_such() -> None:
    joined = para("One ", properties=MARK.format("del")) + para("two")
    split = para("One ", properties=MARK.format("ins")) + para("two")
    assert texts(joined) == texts(split, "rejected") == ["One two"]
    assert texts(split) == texts(joined, "rejected") == ["One ", "two"]


def test_a_tracked_row_is_in_or_out() -> None:
    row = '<w:tr><w:trPr><w:ins w:id="1" w:author="A"/></w:trPr><w:tc><w:p><w:r><w:t>new</w:t></w:r></w:p></w:tc></w:tr>'
    body = table(("Area",), ("Crime",)).replace("</w:tbl>", row + "</w:tbl>")
    assert texts(body) == ["Area\nCrime\nnew"]
    assert texts(body, "rejected") == ["Area\nCrime"]


def test_a_table_keeps_its_header_rows_its_caption_and_the_looks_in_its_cells() -> None:
    body = para("Table 1: Grades", "Caption") + table(
        ("Area", "Grade"), ("Crime", para(run("Good", "<w:b/>")))
    )
    (found,) = blocks(body)
    assert (found.kind, found.header_rows, found.caption) == (TextKind.TABLE, 1, "Table 1: Grades")
    assert found.rows[1][1][0].spans == (Span("Good", bold=True),)


def test_a_caption_after_its_table_is_its_caption_and_one_beside_no_table_stays() -> None:
    body = table(("A",), ("b",)) + para("After", "Caption") + para("x") + para("Alone", "Caption")
    found = blocks(body)
    assert [b.caption for b in found] == ["After", None, None]
    assert [b.text for b in found[1:]] == ["x", "Alone"]


def test_a_first_row_in_bold_is_a_header_row_even_if_word_was_not_told() -> None:
    bold = para(run("Area", "<w:b/>"))
    assert blocks(table((bold,), ("Crime",), header=0))[0].header_rows == 1
    assert blocks(table((bold,), (bold,), header=0))[0].header_rows == 0
    assert blocks(table(("Area",), ("Crime",), header=0))[0].header_rows == 0


def test_merged_cells_are_told_and_the_grid_stays_whole() -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + para("wide") + "</w:tc>"
    top = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + para("tall") + "</w:tc>"
    more = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    cell = "<w:tc>" + para("c") + "</w:tc>"
    rows = f"<w:tr>{wide}</w:tr><w:tr>{top}{cell}</w:tr><w:tr>{more}{cell}</w:tr>"
    (found,) = blocks(f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>")
    assert found.cell_spans == (((2, 1), (0, 0)), ((1, 2), (1, 1)), ((0, 0), (1, 1)))
    assert [len(row) for row in found.rows] == [2, 2, 2]


def test_region_keys_reach_every_block_also_in_tables_and_free_paragraphs_have_none() -> None:
    body = (
        control("overview", para("One") + para("Two") + table(("a",), ("b",)))
        + para("Free")
        + control("outer", para("Out") + control("inner", para("In")))
    )
    found = blocks(body)
    assert [b.region for b in found] == ["overview"] * 3 + [None, "outer", "inner"]
    assert {b.region for row in found[2].rows for cell in row for b in cell} == {"overview"}


def test_a_region_is_known_by_title_alone_inside_a_paragraph_and_by_its_bookmark_alone() -> None:
    in_paragraph = para(control("f1", run("By title"))).replace('<w:tag w:val="s55:f1"/>', "")
    start = '<w:bookmarkStart w:id="{0}" w:name="_s55_f{0}"/>'
    end = '<w:bookmarkEnd w:id="{0}"/>'
    bookmarked = para(start.format(2) + run("By")) + para(run("mark") + end.format(2))
    word_way = start.format(3) + para("Whole") + para(end.format(3) + run("Free"))
    point = para(start.format(4) + end.format(4) + run("Point"))
    found = blocks(in_paragraph + bookmarked + word_way + point + para("Last"))
    assert [(b.text, b.region) for b in found] == [
        ("By title", "f1"),
        ("By", "f2"),
        ("mark", "f2"),
        ("Whole", "f3"),
        ("Free", None),
        ("Point", "f4"),
        ("Last", None),
    ]


def test_a_region_without_words_is_there_and_a_removed_one_is_not() -> None:
    read = read_back(word_file(control("empty", para("")) + para("")))
    assert [b.text for b in read.region("empty")] == [""]
    assert read.region("removed") == ()
    assert len(read.blocks) == 1


def test_footnotes_follow_the_text_under_the_number_of_their_reference() -> None:
    notes = (
        f'<w:footnotes {W}><w:footnote w:id="7">{para(run(" A note."))}</w:footnote></w:footnotes>'
    )
    body = para(run("Words") + '<w:r><w:footnoteReference w:id="7"/></w:r>') + para("More")
    found = blocks(body, footnotes=notes)
    assert [(b.number, b.text) for b in found] == [
        (None, "Words[1]"),
        (None, "More"),
        ("[1]", "A note."),
    ]


def test_text_boxes_are_read_once_and_pictures_are_told_of_with_their_description() -> None:
    box = f"<w:txbxContent>{para('In a box')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    picture = '<w:drawing><wp:inline><wp:docPr id="1" name="p" descr="The office’s crest"/></wp:inline></w:drawing>'
    read = read_back(word_file(para(run("Before") + f"<w:r>{both}{picture}</w:r>") + para("After")))
    assert [b.text for b in read.blocks] == ["Before", "In a box", "After"]
    assert read.unmapped == ("A drawn shape was left out: “The office’s crest”",)
    assert "The drawn shape “The office’s crest” cannot be shown" in read.obstacles[0]


def test_hidden_words_are_left_out_and_told_of() -> None:
    body = para(
        run("Seen") + run("direct", "<w:vanish/>") + run("by style", '<w:rStyle w:val="Secret"/>')
    )
    read = read_back(word_file(body))
    assert read.blocks[0].text == "Seen"
    assert read.unmapped == (
        "Hidden text was left out: “direct”",
        "Hidden text was left out: “by style”",
    )


def test_headers_and_footers_are_read_as_the_edges_of_the_pages() -> None:
    header = f"<w:hdr {W}>{para('Office of the Commissioner')}</w:hdr>"
    footer = f"<w:ftr {W}>{para('Page one')}</w:ftr>"
    body = para("x") + edged("header") + edged("footer", "first")
    read = read_back(word_file(body, header1=header, footer1=footer))
    assert [(edge.kind, edge.pages, edge.text) for edge in read.edges] == [
        ("header", "default", "Office of the Commissioner"),
        ("footer", "first", "Page one"),
    ]
    assert read.unmapped == ()


def test_a_header_that_no_page_shows_is_told_of() -> None:
    header = f"<w:hdr {W}>{para('Old office')}</w:hdr>"
    read = read_back(word_file(para("x"), header1=header))
    assert read.edges == ()
    assert read.unmapped == ("A header that no page shows was left out: “Old office”",)


def test_the_language_of_a_block_is_told_where_all_its_words_share_it() -> None:
    welsh = '<w:lang w:val="cy-GB"/>'
    body = para(run("Ymateb", welsh)) + para(run("Both") + run("iaith", welsh)) + para("None")
    assert [b.language for b in blocks(body)] == ["cy-GB", None, None]


def test_stamp_and_left_overs_come_with_the_words() -> None:
    stamp = Stamp("S55-2022-001", "barset", "response", "en-GB", 3, "", "ab")
    data = word_file(para(INSERTED.format(run("new"))))
    read = read_back(pack_parts(stamped(unpack(data), stamp)))
    assert read.stamp == stamp
    assert [left.author for left in read.left_overs] == ["A. Reader"]


@pytest.mark.parametrize("data", [b"", b"not a zip", pack_parts({"a.txt": b"x"})])
def test_a_file_that_is_no_word_file_is_refused_in_plain_words(data: bytes) -> None:
    with pytest.raises(RefusedInputError, match="Word"):
        read_back(data)


def test_a_circle_of_styles_does_not_hang_the_reader() -> None:
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    assert blocks(para("x", "A"), styles=styles)[0].kind is TextKind.PARAGRAPH


def converted(data: bytes, to: str, folder: Path) -> bytes:
    source = folder / "in.docx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        str(folder / "out"),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return next((folder / "out").glob("in.*")).read_bytes()


@pytest.mark.libreoffice
def test_a_file_saved_by_libreoffice_reads_the_same_with_the_same_regions(tmp_path: Path) -> None:
    body = (
        para("Ymateb ŵ &amp; ŷ", "Title")
        + control("overview", para("Overview", "Heading1") + para("First.") + para("Second."))
        + control("f1_text", para("The force should act.", "Quote"))
        + control("f1_resp", para("I will."))
        + para("Grades", "Caption")
        + table(("Area", "Grade"), ("Crime", "Good"))
        + item("One", 96)
        + item("Two", 96)
        + item("dot", 2)
        + para("The end.")
    )
    before = read_back(word_file(body))
    after = read_back(converted(word_file(body), "docx", tmp_path))

    def told(b: TextBlock) -> tuple[object, ...]:
        return (b.kind, b.level, b.number, b.text, b.caption, b.header_rows)

    assert [told(b) for b in after.blocks] == [told(b) for b in before.blocks]
    assert after.region_text("f1_resp") == "I will."
    assert after.region_text("f1_text") == "The force should act."
    assert after.region("overview")[0].text == "Overview"


@pytest.mark.libreoffice
def test_numbers_are_those_that_libreoffice_prints(tmp_path: Path) -> None:
    plan = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (96, 0), (1, 0), (3, 0), (1, 0), (4, 0), (4, 0)]
    # Level 1 of list 4 is "legal" (1.1 below I), which LibreOffice does not know.
    body = "".join(item("x", *place) for place in plan)
    printed = converted(word_file(body), "txt:Text (encoded):UTF8", tmp_path).decode("utf-8-sig")
    ours = [f"{b.number} {b.text}" for b in read_back(word_file(body)).blocks]
    assert [" ".join(line.split()) for line in printed.splitlines() if line.strip()] == ours
