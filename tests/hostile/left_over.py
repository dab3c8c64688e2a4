"""Files that may come in, and that nobody may sign yet: each with one thing left in it."""

from __future__ import annotations

from tests.casework.documents.raw_word import para, run
from tests.hostile.plain import (
    STYLES,
    W_TYPE,
    belonging,
    body,
    changed,
    said,
    settings,
    story,
    typed,
    with_parts,
)
from tests.hostile.verdicts import let_in

CHANGE, COMMENT, HIDDEN = "tracked_change", "comment", "hidden_text"
GAP, TRACE = "placeholder", "metadata"
BY = 'w:id="1" w:author="Ann Bright" w:date="2022-11-20T10:00:00Z"'
INSERTED = f"<w:p><w:ins {BY}>{run('new words')}</w:ins></w:p>"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def row(properties: str = "", cell: str = "") -> bytes:
    """Return a plain file with a table of one row."""
    return body(
        f"<w:tbl><w:tblPr/><w:tr><w:trPr>{properties}</w:trPr><w:tc><w:tcPr>{cell}</w:tcPr>"
        f"{para('Theft')}</w:tc></w:tr></w:tbl>"
    )


def commented(*threads: str) -> bytes:
    """Return a plain file with two comments, and what is known of their threads."""
    comments = "".join(
        f'<w:comment w:id="{n}" w:author="Ann"><w:p xmlns:w14="{W14}" w14:paraId="0000000{n}">'
        f"{run('Is this right?')}</w:p></w:comment>"
        for n in (1, 2)
    )
    rows = "".join(f"<w15:commentEx {each}/>" for each in threads)
    extended = f'<w15:commentsEx xmlns:w15="{W15}">{rows}</w15:commentsEx>'
    return with_parts({"word/commentsExtended.xml": extended.encode()}, story("comments", comments))


@let_in(CHANGE)
def an_insertion() -> bytes:
    return body(INSERTED)


@let_in(CHANGE)
def a_deletion() -> bytes:
    return body(f"<w:p><w:del {BY}><w:r><w:delText>old</w:delText></w:r></w:del></w:p>")


@let_in(CHANGE)
def a_move() -> bytes:
    words = run("moved")
    return body(
        f"<w:p><w:moveFrom {BY}>{words}</w:moveFrom><w:moveTo {BY}>{words}</w:moveTo></w:p>"
    )


@let_in(CHANGE)
def a_new_row() -> bytes:
    return row(f"<w:ins {BY}/>")


@let_in(CHANGE)
def a_deleted_cell() -> bytes:
    return row("", f"<w:cellDel {BY}/>")


@let_in(CHANGE)
def a_change_of_layout() -> bytes:
    return changed("word/document.xml", "<w:sectPr>", f"<w:sectPr><w:sectPrChange {BY}/>")


@let_in(CHANGE)
def a_change_of_a_list_number() -> bytes:
    return said("first", "", f"<w:numPr><w:numberingChange {BY}/></w:numPr>")


@let_in(CHANGE)
def a_change_of_a_style() -> bytes:
    style = f"<w:style><w:pPr><w:pPrChange {BY}/></w:pPr></w:style></w:styles>"
    return changed(STYLES, "</w:styles>", style)


@let_in(CHANGE)
def a_change_of_a_list_itself() -> bytes:
    level = f"<w:lvl><w:rPr><w:rPrChange {BY}/></w:rPr></w:lvl>"
    return changed("word/numbering.xml", "</w:numbering>", f"{level}</w:numbering>")


@let_in(CHANGE)
def a_change_in_a_header() -> bytes:
    return story("header", INSERTED)


@let_in(CHANGE)
def a_change_in_a_footnote() -> bytes:
    return story("footnotes", f'<w:footnote w:id="2">{INSERTED}</w:footnote>')


@let_in(CHANGE, COMMENT)
def a_change_in_a_comment() -> bytes:
    return story("comments", f'<w:comment w:id="2" w:author="Ann">{INSERTED}</w:comment>')


@let_in(CHANGE)
def a_change_of_a_content_control() -> bytes:
    return body(f"<w:customXmlInsRangeStart {BY}/>")


@let_in(COMMENT)
def an_open_comment() -> bytes:
    return commented('w15:paraId="00000001" w15:done="0"', 'w15:paraId="00000002" w15:done="1"')


@let_in(COMMENT)
def an_answer_to_a_comment_that_is_gone() -> bytes:
    return commented('w15:paraId="00000001" w15:done="1"',
                     'w15:paraId="00000002" w15:paraIdParent="0000000F" w15:done="0"')  # fmt: skip


@let_in()
def a_resolved_comment_and_its_answer() -> bytes:
    return commented('w15:paraId="00000001" w15:done="1"',
                     'w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"')  # fmt: skip


@let_in(HIDDEN)
def hidden_words() -> bytes:
    return said("secret", "<w:vanish/>")


@let_in(HIDDEN)
def white_words() -> bytes:
    return said("secret", '<w:color w:val="FEFEFE"/>')


@let_in(HIDDEN)
def words_in_the_colour_of_their_ground() -> bytes:
    return said("secret", '<w:color w:val="1B365D"/><w:shd w:val="clear" w:fill="1C355D"/>')


@let_in(HIDDEN)
def tiny_words() -> bytes:
    return said("secret", '<w:sz w:val="2"/>')


@let_in(HIDDEN)
def words_one_hundredth_as_wide() -> bytes:
    return said("secret", '<w:w w:val="1"/>')


@let_in(HIDDEN)
def words_that_are_not_filled() -> bytes:
    return said("secret", f'<w14:textFill xmlns:w14="{W14}"><w14:noFill/></w14:textFill>')


@let_in(HIDDEN)
def words_in_a_line_without_height() -> bytes:
    return said("secret", "", '<w:spacing w:line="1" w:lineRule="exact"/>')


@let_in(HIDDEN)
def words_in_a_row_without_height() -> bytes:
    return row('<w:trHeight w:val="1" w:hRule="exact"/>')


@let_in(HIDDEN)
def words_beside_the_page() -> bytes:
    return said("secret", "", '<w:ind w:left="-31680"/>')


@let_in(HIDDEN)
def words_in_a_frame_beside_the_page() -> bytes:
    return said("secret", "", '<w:framePr w:x="31000" w:y="1"/>')


@let_in(HIDDEN)
def words_in_a_box_beside_the_page() -> bytes:
    box = f"<w:txbxContent>{para('secret')}</w:txbxContent>"
    offset = "<wp:positionH><wp:posOffset>99999999</wp:posOffset></wp:positionH>"
    anchor = f'<wp:anchor xmlns:wp="{DRAWING}">{offset}{box}</wp:anchor>'
    return body(f"<w:p><w:r><w:drawing>{anchor}</w:drawing></w:r></w:p>")


@let_in(HIDDEN)
def words_in_a_hidden_box() -> bytes:
    box = f"<w:txbxContent>{para('secret')}</w:txbxContent>"
    space = "urn:schemas-microsoft-com:vml"
    shape = f'<v:shape xmlns:v="{space}" style="visibility: hidden">{box}</v:shape>'
    return body(f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>")


@let_in(HIDDEN)
def words_hidden_by_the_usual_style() -> bytes:
    hiding = '<w:name w:val="Normal"/><w:rPr><w:vanish/></w:rPr>'
    return changed(STYLES, '<w:name w:val="Normal"/>', hiding)


@let_in(GAP)
def a_gap() -> bytes:
    return said("Published on [date to be confirmed]")


@let_in(GAP)
def words_marked_with_a_pen() -> bytes:
    return said("check this", '<w:highlight w:val="yellow"/>')


@let_in(GAP)
def a_control_nobody_filled() -> bytes:
    return body(
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{para('Choose an item.')}"
        "</w:sdtContent></w:sdt>"
    )


@let_in(TRACE)
def revision_identifiers() -> bytes:
    return settings('<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids>')


@let_in(TRACE)
def document_variables() -> bytes:
    return settings('<w:docVars><w:docVar w:name="a" w:val="b"/></w:docVars>')


@let_in(TRACE)
def a_company_and_its_manager() -> bytes:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    app = (
        f'<Properties xmlns="{space}"><Company>Office</Company><Manager>Ann</Manager></Properties>'
    )
    return typed("docProps/app.xml", "application/xml", app.encode())


@let_in(TRACE)
def people_who_wrote() -> bytes:
    people = f'<p:people xmlns:p="{W15}"><p:person p:author="Ann Bright"/></p:people>'
    return belonging("word/people.xml", f"{W_TYPE}.people+xml", "people", people)
