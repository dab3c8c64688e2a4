"""What acts by itself: macros, embedded files, controls, add-ins, pictures with a script."""

from __future__ import annotations

from tests.hostile.plain import (
    PNG,
    TYPES,
    W_TYPE,
    W,
    belonging,
    body,
    changed,
    packed,
    related,
    settings,
    story,
    typed,
    with_parts,
)
from tests.hostile.verdicts import let_in, refused

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
CHART = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    "<c:chart/></c:chartSpace>"
)


def drawing(inner: str) -> bytes:
    """Return a plain file with an SVG drawing."""
    return belonging("word/media/image1.svg", "image/svg+xml", "image", SVG.format(inner))


@refused("macro", "without macros")
def a_macro_by_its_name() -> bytes:
    return with_parts({"word/vbaProject.bin": b"VBA"})


@refused("macro")
def a_macro_by_its_type() -> bytes:
    return typed("word/theme.bin", "application/vnd.ms-office.vbaProject", b"VBA")


@refused("macro")
def a_macro_by_its_relation() -> bytes:
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    return related(kind, "harmless.bin", "Internal")


@refused("macro")
def a_macro_in_capitals() -> bytes:
    return with_parts({"word/VBAPROJECT.BIN": b"VBA"})


@refused("macro", "form field")
def a_form_field_that_starts_a_macro() -> bytes:
    return body(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:entryMacro w:val="AutoOpen"/>'
        "</w:ffData></w:fldChar></w:r></w:p>"
    )


@refused("embedded file", "as text or as a picture")
def an_embedded_object() -> bytes:
    return with_parts({"word/embeddings/oleObject1.bin": OLE})


@refused("embedded workbook", "paste it as a picture")
def a_chart_with_its_workbook() -> bytes:
    chart = belonging("word/charts/chart1.xml", CHART_TYPE, "chart", CHART)
    return with_parts({"word/embeddings/Microsoft_Excel_Sheet1.xlsx": packed({"a": b""})}, chart)


@refused("embedded file")
def an_object_by_its_type() -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.oleObject"
    return typed("word/media/thing.bin", kind, b"\1\2\3")


@refused("embedded file")
def an_object_by_its_relation() -> bytes:
    return related("oleObject", "media/thing.bin", "Internal")


@refused("embedded document")
def an_object_in_the_text() -> bytes:
    return body("<w:p><w:r><w:object/></w:r></w:p>")


@refused("embedded document")
def an_object_in_an_old_drawing() -> bytes:
    ole = '<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Link"/>'
    return body(f"<w:p><w:r><w:pict>{ole}</w:pict></w:r></w:p>")


@refused("ActiveX control", "Design Mode")
def a_control_of_activex() -> bytes:
    return with_parts({"word/activeX/activeX1.xml": b"<a/>"})


@refused("embedded document")
def a_control_in_the_text() -> bytes:
    return body("<w:p><w:r><w:control/></w:r></w:p>")


@refused("another document inside it", "paste its text")
def a_web_page_by_its_relation() -> bytes:
    return related("aFChunk", "chunk.html", "Internal")


@refused("embedded file", "a web page")
def a_web_page_for_a_part() -> bytes:
    page = b"<!DOCTYPE html><html><body>words</body></html>"
    return belonging("word/chunk.htm", "text/html", "aFChunk", page)


@refused("embedded document")
def another_document_in_the_text() -> bytes:
    return body("<w:altChunk/>")


@refused("embedded document")
def another_document_in_a_footnote() -> bytes:
    return story("footnotes", '<w:footnote w:id="2"><w:altChunk/></w:footnote>')


@refused("embedded document")
def a_document_that_belongs_to_a_master() -> bytes:
    return body("<w:subDoc/>")


@refused("Office add-in", "My Add-ins")
def an_add_in_that_opens_with_the_file() -> bytes:
    return with_parts({"word/webextensions/taskpanes.xml": b"<a/>"})


@refused("custom ribbon")
def buttons_for_word() -> bytes:
    return with_parts({"customUI/customUI14.xml": b"<customUI/>"})


@refused("online video", "delete it")
def an_online_video() -> bytes:
    space = "http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing"
    video = f'<x:webVideoPr xmlns:x="{space}" embeddedHtml="&lt;iframe&gt;"/>'
    return body(f"<w:p><w:r>{video}</w:r></w:p>")


@refused("mail merge", "Normal Word Document")
def a_mail_merge() -> bytes:
    return settings(
        '<w:mailMerge><w:connectString w:val="DSN=cases;UID=sa"/><w:query w:val="SELECT"/>'
        "</w:mailMerge>"
    )


@refused("style sheet")
def a_style_sheet_it_is_saved_through() -> bytes:
    return settings('<w:saveThroughXslt w:solutionID="x"/>')


@refused("remote schema")
def a_schema_from_elsewhere() -> bytes:
    space = "http://schemas.openxmlformats.org/schemaLibrary/2006/main"
    schema = (
        f'<s:schema s:uri="u" s:manifestLocation="https://evil.example/m.xml" xmlns:s="{space}"/>'
    )
    return settings(schema)


@refused("frames page")
def frames_that_show_other_files() -> bytes:
    return belonging(
        "word/webSettings.xml", f"{W_TYPE}.webSettings+xml", "webSettings",
        f"<w:webSettings {W}><w:frameset/></w:webSettings>",
    )  # fmt: skip


@refused("active drawing", "PNG")
def a_drawing_with_a_script() -> bytes:
    return drawing("<script>alert(1)</script>")


@refused("active drawing")
def a_drawing_that_waits_for_a_click() -> bytes:
    return drawing('<rect onclick="alert(1)"/>')


@refused("active drawing")
def a_drawing_with_a_picture_from_elsewhere() -> bytes:
    return drawing('<image xlink:href="https://evil.example/p.png"/>')


@refused("active drawing")
def a_drawing_with_a_style_from_elsewhere() -> bytes:
    return drawing("<style>@import 'https://evil.example/x.css'; a{fill:url(#b)}</style>")


@refused("active drawing")
def a_drawing_that_is_not_called_one() -> bytes:
    page = SVG.format("<foreignObject/>").encode()
    return with_parts({"word/media/image1.png": page})


@let_in()
def an_honest_drawing() -> bytes:
    return drawing('<style>a{fill:url(#b)}</style><use xlink:href="#c"/><path d="M0 0"/>')


@let_in()
def a_metafile() -> bytes:
    # Office logos are often of this kind. Nothing here draws them, and Word draws them in a cage.
    return belonging("word/media/image1.emf", "image/x-emf", "image", b"\1\0\0\0" + b"\0" * 90)


@let_in()
def a_packed_metafile() -> bytes:
    return belonging("word/media/image1.wmz", "image/x-wmz", "image", b"\x1f\x8b\x08\0abc")


@let_in()
def a_drawing_as_word_for_the_mac_keeps_it() -> bytes:
    return belonging("word/media/image1.pdf", "application/pdf", "image", b"%PDF-1.3 ")


@let_in()
def a_photograph() -> bytes:
    return belonging("word/media/image1.png", "image/png", "image", PNG)


@let_in()
def a_chart_without_its_workbook() -> bytes:
    return belonging("word/charts/chart1.xml", CHART_TYPE, "chart", CHART)


@let_in()
def endings_declared_that_no_part_has() -> bytes:
    kinds = {
        "bin": "application/vnd.openxmlformats-officedocument.oleObject",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
    rows = "".join(f'<Default Extension="{e}" ContentType="{t}"/>' for e, t in kinds.items())
    return changed(TYPES, "</Types>", f"{rows}</Types>")
