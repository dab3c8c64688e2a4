"""Odd but good files: as other programs and services write Word documents."""

from __future__ import annotations

from tests.casework.documents.raw_word import para
from tests.hostile.plain import (
    BODY,
    DOCUMENT,
    DOCUMENT_RELATIONS,
    PACKAGE_RELATIONS,
    PLAIN,
    RELATIONS,
    TYPES,
    W_TYPE,
    W,
    belonging,
    body,
    changed,
    packed,
    relation,
    said,
    settings,
    story,
    typed,
    with_parts,
)
from tests.hostile.verdicts import let_in, refused

OPC = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
MICROSOFT = "http://schemas.microsoft.com/office/word"
MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SHAPES = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'


def core(inner: str) -> bytes:
    """Return the properties of a file, as most programs write them."""
    spaces = (
        f'xmlns:cp="{OPC}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return f"<cp:coreProperties {spaces}>{inner}</cp:coreProperties>".encode()


def custom(inner: str) -> bytes:
    """Return a plain file with these custom properties."""
    properties = f'<Properties xmlns="{OFFICE}/custom-properties">{inner}</Properties>'
    return typed("docProps/custom.xml", f"{OFFICE}+xml", properties.encode())


def renamed(names: dict[str, str]) -> bytes:
    """Return a plain file whose parts have other names, in every part that mentions them."""
    parts = {}
    for name, part in PLAIN.items():
        text = part.decode()
        for old, new in names.items():
            folder, _, old_file = old.rpartition("/")
            text = text.replace(f'"{old}"', f'"{new}"').replace(f'"/{old}"', f'"/{new}"')
            if name == DOCUMENT_RELATIONS and folder == "word":
                text = text.replace(f'"{old_file}"', f'"/{new}"')
        parts[names.get(name, name)] = text.encode()
    return packed(parts)


@let_in()
def the_plain_file_itself() -> bytes:
    return packed(PLAIN)


@let_in()
def as_google_writes_it() -> bytes:
    # No properties at all, relations by short names, and fonts from nowhere.
    text = PLAIN[DOCUMENT].decode().replace("<w:p>", '<w:p w:rsidR="00000000">')
    theme = '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
    base = belonging(
        "word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml",
        "theme", theme,
    )  # fmt: skip
    return with_parts({DOCUMENT: text.encode()}, base)


@let_in("metadata")
def as_pages_writes_it() -> bytes:
    base = typed("docProps/core.xml", f"{W_TYPE}+xml", core("<dc:creator>Ann Bright</dc:creator>"))
    return changed(PACKAGE_RELATIONS, 'Target="word/', 'Target="/word/', base)


@let_in("metadata")
def as_libreoffice_writes_it() -> bytes:
    app = (
        f'<Properties xmlns="{OFFICE}/extended-properties"><Template>Office.dotx</Template>'
        "<Application>LibreOffice/7.4.7</Application></Properties>"
    )
    base = typed("docProps/app.xml", f"{OFFICE}+xml", app.encode())
    return changed(DOCUMENT, "<w:body>", '<w:body><w:bookmarkStart w:id="0" w:name="_s55"/>'
                   '<w:bookmarkEnd w:id="0"/>', base)  # fmt: skip


@let_in()
def as_word_for_the_mac_writes_it() -> bytes:
    spaces = (
        f'xmlns:mc="{MARKUP}" xmlns:w14="{MICROSOFT}/2010/wordml" '
        f'xmlns:w16cid="{MICROSOFT}/2016/wordml/cid" mc:Ignorable="w14 w16cid"'
    )
    text = f'<w:document {W} {spaces}><w:body>{BODY}<w:sectPr w14:x="1"/></w:body></w:document>'
    return with_parts({DOCUMENT: text.encode()})


@let_in("metadata")
def as_wps_writes_it() -> bytes:
    name = "KSOProductBuildVer"
    properties = (
        f'<Properties xmlns="{OFFICE}/custom-properties"><property name="{name}"/></Properties>'
    )
    return typed("docProps/custom.xml", f"{OFFICE}+xml", properties.encode())


@let_in()
def as_word_online_names_its_parts() -> bytes:
    names = {DOCUMENT: "word/document2.xml", "word/styles.xml": "word/styles2.xml"}
    return renamed({**names, DOCUMENT_RELATIONS: "word/_rels/document2.xml.rels"})


@let_in()
def with_its_text_in_another_folder() -> bytes:
    names = {DOCUMENT: "text/main.xml", DOCUMENT_RELATIONS: "text/_rels/main.xml.rels"}
    stay = ("word/styles.xml", "word/numbering.xml")
    return renamed({**names, **{name: name for name in stay}})


@let_in()
def with_names_in_mixed_case() -> bytes:
    parts = {name.replace("word/", "Word/"): part for name, part in PLAIN.items()}
    return packed(parts)


@let_in()
def with_its_type_by_the_ending_alone() -> bytes:
    types = PLAIN[TYPES].decode()
    main = f'<Override PartName="/word/document.xml" ContentType="{W_TYPE}.document.main+xml"/>'
    assert main in types
    plain = types.replace(main, "").replace('"application/xml"', f'"{W_TYPE}.document.main+xml"')
    return packed({**PLAIN, TYPES: plain.encode()})


@let_in()
def without_properties_and_styles() -> bytes:
    bare = {TYPES, PACKAGE_RELATIONS, DOCUMENT}
    return packed({name: part for name, part in PLAIN.items() if name in bare})


@let_in()
def with_the_types_at_the_end() -> bytes:
    first = {name: part for name, part in PLAIN.items() if name != TYPES}
    return packed({**first, TYPES: PLAIN[TYPES]})


@let_in("metadata")
def with_a_sensitivity_label() -> bytes:
    space = "http://schemas.microsoft.com/office/2020/mipLabelMetadata"
    label = f'<clbl:labelList xmlns:clbl="{space}"><clbl:label id="{{1}}"/></clbl:labelList>'
    kind = "application/vnd.ms-office.classificationlabels+xml"
    return typed("docMetadata/LabelInfo.xml", kind, label.encode())


@let_in("metadata")
def with_a_label_in_the_properties() -> bytes:
    rows = "".join(
        f'<property name="MSIP_Label_0a1b_{what}"/>' for what in ("Enabled", "SetDate", "Name")
    )
    return custom(rows)


@let_in("metadata")
def with_what_sharepoint_adds() -> bytes:
    types = (
        '<ct:contentTypeSchema xmlns:ct="http://schemas.microsoft.com/office/2006/metadata/'
        'contentType">'
        '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:import namespace="dc" '
        'schemaLocation="http://dublincore.org/schemas/xmls/qdc/dc.xsd"/></xsd:schema>'
        "<object/><control/></ct:contentTypeSchema>"
    )
    base = belonging("customXml/item1.xml", "application/xml", "customXml", types)
    link = relation("customXmlProps", "itemProps1.xml", "Internal")
    rels = f'<Relationships xmlns="{RELATIONS}">{link}</Relationships>'
    props = f'<ds:datastoreItem xmlns:ds="{OFFICE}/customXml"/>'.encode()
    return with_parts(
        {"customXml/_rels/item1.xml.rels": rels.encode(), "customXml/itemProps1.xml": props}, base
    )


@let_in("comment", "metadata")
def with_comments_as_word_writes_them_today() -> bytes:
    comment = f'<w:comment w:id="0" w:author="Ann Bright">{para("Is this right?")}</w:comment>'
    more = {
        "word/people.xml": '<w15:people {}><w15:person w15:author="Ann Bright"/></w15:people>',
        "word/commentsExtended.xml": "<w15:commentsEx {}/>",
        "word/commentsIds.xml": "<w16cid:commentsIds {}/>",
        "word/commentsExtensible.xml": "<w16cex:commentsExtensible {}/>",
    }
    spaces = " ".join(
        f'xmlns:{prefix}="{MICROSOFT}/{rest}"'
        for prefix, rest in (
            ("w15", "2012/wordml"), ("w16cid", "2016/wordml/cid"), ("w16cex", "2018/wordml/cex"),
            ("w16du", "2023/wordml/word16du"),
        )
    )  # fmt: skip
    parts = {name: text.format(spaces).encode() for name, text in more.items()}
    return with_parts(parts, story("comments", comment))


@let_in("placeholder")
def with_a_text_box_told_twice() -> bytes:
    # What old programs are told beside it says the same, and is counted once.
    box = f"<w:txbxContent>{para('[To be written]')}</w:txbxContent>"
    return body(
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{MARKUP}"><mc:Choice Requires="wps">'
        f"<wps:txbx {SHAPES}>{box}</wps:txbx></mc:Choice><mc:Fallback><w:pict>"
        f'<v:textbox xmlns:v="urn:schemas-microsoft-com:vml">{box}</v:textbox></w:pict>'
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


@let_in()
def with_a_diagram() -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml"
    data = '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"/>'
    return belonging("word/diagrams/data1.xml", kind, "diagramData", data)


@let_in()
def with_ink() -> bytes:
    ink = '<inkml:ink xmlns:inkml="http://www.w3.org/2003/InkML"/>'
    return belonging("word/ink/ink1.xml", "application/inkml+xml", "customXml", ink)


@let_in()
def with_an_equation() -> bytes:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    return body(f'<w:p><m:oMath xmlns:m="{space}"><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>')


@let_in()
def with_building_blocks() -> bytes:
    inner = f"<w:docParts><w:docPart>{para('Click to enter text')}</w:docPart></w:docParts>"
    return belonging(
        "word/glossary/document.xml", f"{W_TYPE}.document.glossary+xml", "glossaryDocument",
        f"<w:glossaryDocument {W}>{inner}</w:glossaryDocument>",
    )  # fmt: skip


@let_in("metadata")
def with_a_picture_of_its_first_page() -> bytes:
    return with_parts({"docProps/thumbnail.jpeg": b"\xff\xd8\xff\xe0" + b"\0" * 60})


@let_in("metadata")
def with_the_settings_of_a_printer() -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.printerSettings"
    return belonging("word/printerSettings/printerSettings1.bin", kind, "printerSettings", b"\\\0P")


@let_in()
def with_its_fonts() -> bytes:
    # Scrambled as Word asks for it; a choice of an office, and nothing here loads a font.
    kind = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    return typed("word/fonts/font1.odttf", kind, bytes(range(7, 200)))


@let_in()
def with_a_picture_of_no_bytes() -> bytes:
    return belonging("word/media/image1.png", "image/png", "image", b"")


@let_in()
def with_files_a_mac_left_in_it() -> bytes:
    return with_parts(
        {
            "__MACOSX/word/._document.xml": b"\0\5\x16\7\0\2\0\0Mac OS X",
            ".DS_Store": b"\0\0\0\1Bud1",
        }
    )


@let_in()
def in_welsh() -> bytes:
    return said(
        "Ymateb y Comisiynydd: dylai’r heddlu wella’r ŵyl, tŷ a’r dŵr – yn ôl yr adroddiad."
    )


@let_in()
def from_right_to_left() -> bytes:
    return said("\u05e9\u05dc\u05d5\u05dd \u200f(2)\u200e", "<w:rtl/>", "<w:bidi/>")


@let_in()
def with_signs_of_every_plane() -> bytes:
    return said("R&amp;D &lt;b&gt; “quotes” \U0001f693 \u2028 é̂ \u00ad")


@let_in("metadata")
def protected_against_editing() -> bytes:
    return settings('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>')


@let_in("metadata")
def signed_by_a_certificate() -> bytes:
    return with_parts(
        {"_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": b"<Signature/>"}
    )


@let_in()
def with_a_picture_it_points_to_and_lacks() -> bytes:
    end = relation("image", "media/gone.png", "Internal") + "</Relationships>"
    return changed(DOCUMENT_RELATIONS, "</Relationships>", end)


@let_in()
def with_white_words_on_a_dark_head() -> bytes:
    shade = '<w:shd w:val="clear" w:fill="1B365D"/>'
    return said("Area", f'<w:color w:val="FFFFFF"/>{shade}')


@refused("ambiguous part")
def with_two_sets_of_properties() -> bytes:
    kind = f"{OPC}/relationships/metadata/core-properties"
    twice = "".join(
        relation(kind, f"docProps/{name}.xml", "Internal").replace("rIdMore", name)
        for name in ("core", "core1")
    )
    base = changed(PACKAGE_RELATIONS, "</Relationships>", f"{twice}</Relationships>")
    return with_parts({"docProps/core.xml": core(""), "docProps/core1.xml": core("")}, base)
