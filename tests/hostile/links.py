"""Relations and links that lead out of the file, and those that rightly do."""

from __future__ import annotations

from tests.hostile.plain import (
    DOCUMENT_RELATIONS,
    PACKAGE_RELATIONS,
    RELATIONS,
    body,
    changed,
    related,
    relation,
    relations_of,
    typed,
    with_parts,
)
from tests.hostile.verdicts import let_in, refused

LINK = "unsafe link"
OUTSIDE = "path outside the file"
PICTURE = "remote picture"
FRAMED = 'xmlns:v="urn:schemas-microsoft-com:vml"'
APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


@refused("remote template", "Document Template")
def a_template_from_the_web() -> bytes:
    return relations_of("word/settings.xml", "attachedTemplate", "https://evil.example/t.dotm")


@refused("remote template", "C:/Templates")
def a_template_on_the_disk() -> bytes:
    return relations_of("word/settings.xml", "attachedTemplate", "file:///C:/Templates/o.dotx")


@refused("remote template")
def a_template_on_a_server() -> bytes:
    return relations_of("word/settings.xml", "attachedTemplate", r"\\host\share\t.dotm")


@refused("remote template")
def the_usual_template_on_a_server() -> bytes:
    return relations_of("word/settings.xml", "attachedTemplate", r"\\host\share\Normal.dotm")


@let_in()
def the_usual_template() -> bytes:
    return relations_of("word/settings.xml", "attachedTemplate", "Normal.dotm")


@let_in()
def the_usual_template_on_the_disk() -> bytes:
    place = r"file:///C:\Users\Ann\AppData\Roaming\Microsoft\Templates\Normal.dotm"
    return relations_of("word/settings.xml", "attachedTemplate", place)


@refused(PICTURE, "Insert > Pictures")
def a_picture_from_the_web() -> bytes:
    return related("image", "https://evil.example/p.png")


@refused(PICTURE)
def a_picture_from_a_server() -> bytes:
    return related("image", r"\\host\share\p.png")


@refused(PICTURE)
def a_picture_from_the_disk() -> bytes:
    return related("image", "file:///C:/p.png")


@refused(PICTURE)
def a_picture_from_the_web_in_a_header() -> bytes:
    return relations_of("word/header1.xml", "image", "https://evil.example/p.png")


@refused(PICTURE)
def a_picture_from_the_web_in_the_theme() -> bytes:
    return relations_of("word/theme/theme1.xml", "image", "https://evil.example/p.png")


@refused(PICTURE)
def a_picture_from_the_web_in_capital_relations() -> bytes:
    rels = f'<Relationships xmlns="{RELATIONS}">{relation("image", "https://e.example/p")}</Relationships>'
    return with_parts({"word/_rels/header1.XML.RELS": rels.encode()})


@refused(PICTURE)
def a_picture_in_small_letters_external() -> bytes:
    return related("image", "https://evil.example/p.png", "external")


@refused(PICTURE)
def an_old_drawing_of_a_picture_from_the_web() -> bytes:
    shape = f'<v:imagedata {FRAMED} src="https://evil.example/p.png"/>'
    return body(f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>")


@refused(LINK)
def an_old_drawing_with_a_script() -> bytes:
    shape = f'<v:shape {FRAMED} href="javascript:alert(1)"/>'
    return body(f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>")


@refused("remote object")
def an_object_from_elsewhere() -> bytes:
    return related("oleObject", "file:///C:/x.xlsx")


@refused("remote frame")
def a_frame_from_elsewhere() -> bytes:
    return relations_of("word/webSettings.xml", "frame", "https://evil.example/f.html")


@refused("another document inside it")
def a_subdocument_from_elsewhere() -> bytes:
    return related("subDocument", "file:///C:/chapter.docx")


@refused("remote font")
def a_font_from_elsewhere() -> bytes:
    return relations_of("word/fontTable.xml", "font", "https://evil.example/f.odttf")


@refused("mail merge")
def a_source_of_data_from_elsewhere() -> bytes:
    return relations_of("word/settings.xml", "mailMergeSource", "file:///C:/cases.mdb")


@refused("style sheet")
def a_style_sheet_from_elsewhere() -> bytes:
    return relations_of("word/settings.xml", "transform", "https://evil.example/x.xsl")


@refused("remote part")
def a_film_from_elsewhere() -> bytes:
    return related("video", "https://evil.example/v.mp4")


@refused(PICTURE)
def a_picture_from_elsewhere_in_a_footnote() -> bytes:
    return relations_of("word/footnotes.xml", "image", "//host/share/p.png")


@refused(PICTURE)
def a_picture_from_elsewhere_in_a_building_block() -> bytes:
    return relations_of("word/glossary/document.xml", "image", "https://evil.example/p.png")


@refused("remote part")
def a_part_of_the_package_from_elsewhere() -> bytes:
    more = relation("customXml", "https://evil.example/x.xml") + "</Relationships>"
    return changed(PACKAGE_RELATIONS, "</Relationships>", more)


@refused(OUTSIDE)
def an_inner_relation_to_the_web() -> bytes:
    return related("image", "https://evil.example/p.png", "Internal")


@refused(OUTSIDE)
def an_inner_relation_to_a_server() -> bytes:
    return related("image", "//host/share/p.png", "Internal")


@refused(OUTSIDE)
def an_inner_relation_with_backslashes() -> bytes:
    return related("image", r"\\host\share\p.png", "Internal")


@refused(OUTSIDE)
def an_inner_relation_that_climbs_out() -> bytes:
    return related("image", "../../../etc/passwd", "Internal")


@refused(OUTSIDE)
def an_inner_relation_that_climbs_out_in_percent() -> bytes:
    return related("image", "%2e%2e/%2e%2e/etc/passwd", "Internal")


@refused("ambiguous part")
def two_relations_of_one_name() -> bytes:
    twice = relation("image", "media/a.png", "Internal") + relation(
        "image", "media/b.png", "Internal"
    )
    return changed(DOCUMENT_RELATIONS, "</Relationships>", f"{twice}</Relationships>")


@refused("ambiguous part")
def two_main_documents() -> bytes:
    more = relation("officeDocument", "word/other.xml", "Internal") + "</Relationships>"
    return changed(PACKAGE_RELATIONS, "</Relationships>", more)


def link(target: str) -> bytes:
    """Return a plain file with a link to this place."""
    return related("hyperlink", target)


@refused(LINK, "correct it")
def a_link_to_a_script() -> bytes:
    return link("javascript:alert(1)")


@refused(LINK)
def a_link_to_a_script_in_mixed_case() -> bytes:
    return link(" JaVaScRiPt:alert(1)")


@refused(LINK)
def a_link_to_a_script_with_a_line_end_in_it() -> bytes:
    return link("java&#10;script:alert(1)")


@refused(LINK)
def a_link_to_a_script_in_percent() -> bytes:
    return link("javascript%3Aalert(1)")


@refused(LINK)
def a_link_with_a_control_character() -> bytes:
    return link("https://www.example.org/&#9;x")


@refused(LINK)
def a_link_to_a_file() -> bytes:
    return link("file://server/share/x.exe")


@refused(LINK)
def a_link_to_a_server() -> bytes:
    return link(r"\\server\share\x.exe")


@refused(LINK)
def a_link_that_opens_another_program() -> bytes:
    return link("ms-word:ofe|u|https://evil.example/x.docm")


@refused(LINK)
def a_link_that_is_a_page_itself() -> bytes:
    return link("data:text/html,&lt;script&gt;")


@refused(LINK)
def a_link_to_a_file_beside_it() -> bytes:
    return link("annex.docx")


@refused(LINK)
def a_link_to_nowhere_in_the_web() -> bytes:
    return link("https:///x")


@refused(LINK, "Hyperlink Base")
def all_links_completed_from_a_server() -> bytes:
    app = f'<Properties xmlns="{APP}"><HyperlinkBase>file://host/x</HyperlinkBase></Properties>'
    return typed("docProps/app.xml", f"{APP}+xml", app.encode())


@let_in()
def links_to_pages_and_mailboxes() -> bytes:
    more = "".join(
        relation("hyperlink", to).replace("rIdMore", f"rIdLink{n}")
        for n, to in enumerate(
            ("https://www.example.org/?a=1&amp;b=%20c#d", "HTTP://example.org",
             "mailto:office@example.org?subject=A%20report", "#here",
             "https://cy.example.org/adroddiad-dŵr")
        )
    )  # fmt: skip
    return changed(DOCUMENT_RELATIONS, "</Relationships>", f"{more}</Relationships>")
