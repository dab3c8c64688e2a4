"""What document systems, labels and programs do to a Word file that nobody has edited."""

import re
from collections.abc import Mapping

from casework.documents.packing import pack_parts, unpack

TYPES, RELATIONS = "[Content_Types].xml", "_rels/.rels"
DOCUMENT, DOCUMENT_RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
CUSTOM, SETTINGS = "docProps/custom.xml", "word/settings.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
LABEL = "MSIP_Label_1c5a7d2e-0000-4000-8000-00000000abcd"
LABEL_INFO = (
    b'<?xml version="1.0" encoding="utf-8" standalone="yes"?>'
    b'<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata">'
    b'<clbl:label id="{1c5a7d2e-0000-4000-8000-00000000abcd}" enabled="1" method="Privileged" '
    b'siteId="{00000000-0000-4000-8000-000000000001}" removed="0"/></clbl:labelList>'
)
CONTENT_TYPE_SCHEMA = (
    b'<ct:contentTypeSchema ct:_="" ma:_="" ma:contentTypeName="Document" '
    b'xmlns:ct="http://schemas.microsoft.com/office/2006/metadata/contentType" '
    b'xmlns:ma="http://schemas.microsoft.com/office/2006/metadata/properties/metaAttributes"/>'
)
PROPERTIES = (
    b'<p:properties xmlns:p="http://schemas.microsoft.com/office/2006/metadata/properties">'
    b"<documentManagement/></p:properties>"
)
ITEM = (
    b'<ds:datastoreItem ds:itemID="{00000000-0000-4000-8000-000000000002}" '
    b'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'
)


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a Word file with these parts added or replaced."""
    return pack_parts({**unpack(data), **parts})


def with_words(data: bytes, old: str, new: str, part: str = DOCUMENT) -> bytes:
    """Return a Word file with some text of a part replaced, which must be there."""
    words = unpack(data)[part].decode()
    assert old in words
    return with_parts(data, {part: words.replace(old, new, 1).encode()})


def _with_type(parts: Mapping[str, bytes], name: str, kind: str) -> bytes:
    entry = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
    return parts[TYPES].replace(b"</Types>", entry.encode())


def _with_relation(relations: bytes, key: str, kind: str, target: str) -> bytes:
    entry = f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/></Relationships>'
    return relations.replace(b"</Relationships>", entry.encode())


def _with_property(properties: bytes, name: str, value: str) -> bytes:
    entry = (
        f'<property fmtid="{FORMAT_ID}" pid="900" name="{name}"><vt:lpwstr xmlns:vt="http://schemas.'
        f'openxmlformats.org/officeDocument/2006/docPropsVTypes">{value}</vt:lpwstr></property>'
    )
    return properties.replace(b"</Properties>", f"{entry}</Properties>".encode())


def labelled(data: bytes) -> bytes:
    """Return the file after a sensitivity label without encryption was put on it."""
    parts = unpack(data)
    custom = parts[CUSTOM]
    for name, value in (("Enabled", "true"), ("Name", "OFFICIAL"), ("SetDate", "2022-11-01")):
        custom = _with_property(custom, f"{LABEL}_{name}", value)
    kind = "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels"
    name = "docMetadata/LabelInfo.xml"
    return with_parts(
        data,
        {
            CUSTOM: custom,
            name: LABEL_INFO,
            RELATIONS: _with_relation(parts[RELATIONS], "rIdLabel", kind, name),
            TYPES: _with_type(parts, name, "application/vnd.ms-office.classificationlabels+xml"),
        },
    )


def from_a_library(data: bytes) -> bytes:
    """Return the file as a SharePoint library gives it out: content type, properties, version."""
    parts = dict(unpack(data))
    parts[CUSTOM] = _with_property(parts[CUSTOM], "ContentTypeId", "0x0101008A0000")
    parts[CUSTOM] = _with_property(parts[CUSTOM], "_dlc_DocIdItemGuid", "00000000-0000-4000-8000")
    relations = parts[DOCUMENT_RELATIONS]
    for number, item in enumerate((CONTENT_TYPE_SCHEMA, PROPERTIES), start=1):
        name = f"customXml/item{number}.xml"
        props = f"customXml/itemProps{number}.xml"
        parts |= {name: item, props: ITEM}
        own = (
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
        )
        parts[f"customXml/_rels/item{number}.xml.rels"] = _with_relation(
            own.replace(b"/>", b"></Relationships>"),
            "rId1",
            f"{OFFICE}/customXmlProps",
            f"itemProps{number}.xml",
        )
        kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
        parts[TYPES] = _with_type(parts, props, kind)
        relations = _with_relation(relations, f"rIdX{number}", f"{OFFICE}/customXml", f"../{name}")
    parts[DOCUMENT_RELATIONS] = relations
    core = parts["docProps/core.xml"].replace(
        b"</cp:coreProperties>",
        b"<cp:lastModifiedBy>Ada Marsh</cp:lastModifiedBy><cp:revision>7</cp:revision>"
        b"</cp:coreProperties>",
    )
    return pack_parts({**parts, "docProps/core.xml": core})


def saved_again(data: bytes) -> bytes:
    """Return the file as a program saves it anew: save marks, spelling marks, other packing."""
    parts = dict(unpack(data))
    text = parts[DOCUMENT].decode()
    text = re.sub(r"<w:p>", '<w:p w:rsidR="00A1B2C3" w:rsidRDefault="00D4E5F6">', text)
    text = text.replace("<w:r>", '<w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00112233">')
    text = re.sub(r'(<w:bookmark(?:Start|End) w:id=")(\d+)"', r'\g<1>9\2"', text)
    parts[DOCUMENT] = text.encode()
    parts[SETTINGS] = parts[SETTINGS].replace(
        b"</w:settings>", b'<w:rsids><w:rsidRoot w:val="00A1B2C3"/></w:rsids></w:settings>'
    )
    types = parts.pop(TYPES)
    return pack_parts({TYPES: types, **dict(reversed(parts.items()))})


def unmarked(data: bytes) -> bytes:
    """Return the file after a document system took every property off."""
    parts = dict(unpack(data))
    del parts[CUSTOM]
    parts[TYPES] = re.sub(rb'<Override PartName="/docProps/custom.xml"[^>]*/>', b"", parts[TYPES])
    parts[RELATIONS] = re.sub(
        rb'<Relationship [^>]*docProps/custom.xml"[^>]*/>', b"", parts[RELATIONS]
    )
    return pack_parts(parts)
