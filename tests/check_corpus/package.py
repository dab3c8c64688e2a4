"""The parts of a Word file around its body, packed so that the same words give the same bytes."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from struct import pack
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tests.check_corpus.blocks import Parts, paragraph

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats"
_TYPE = f"{_KIND}-officedocument.wordprocessingml"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_OUTSIDE = ' TargetMode="External"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PROPERTY_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


@dataclass
class Package:
    """One Word file in the making."""

    body: str
    parts: Parts
    manner: dict[str, str]
    core: dict[str, str] = field(default_factory=dict)
    app: dict[str, str] = field(default_factory=dict)
    custom: dict[str, str] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    outside: list[tuple[str, str]] = field(default_factory=list)
    """Pictures that lie elsewhere: relationship and address."""
    template: str = ""

    def packed(self) -> bytes:
        """Return the file."""
        made = BytesIO()
        with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=1) as archive:
            for name, data in self._files().items():
                told = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                told.compress_type = ZIP_DEFLATED
                archive.writestr(told, data)
        return made.getvalue()

    def _files(self) -> dict[str, str | bytes]:
        # The body first: it is what makes lists, links and footnotes known.
        files: dict[str, str | bytes] = {
            "word/document.xml": _document(self.body),
            "word/styles.xml": _styles(self.manner),
            "word/numbering.xml": _numbering(self.parts.lists),
            "word/settings.xml": self._settings(),
            "docProps/core.xml": self._core(),
            "docProps/app.xml": self._app(),
        }
        for part, mark in (("header", "hdr"), ("footer", "ftr")):
            if self.manner.get(part):
                inside = paragraph(self.manner[part], Parts())
                files[f"word/{part}1.xml"] = f"{_HEAD}<w:{mark} {_SPACES}>{inside}</w:{mark}>"
        if self.parts.footnotes:
            files["word/footnotes.xml"] = _footnotes(self.parts.footnotes)
        if self.comments:
            inside = "".join(self.comments)
            files["word/comments.xml"] = f"{_HEAD}<w:comments {_SPACES}>{inside}</w:comments>"
        if self.parts.pictures:
            files["word/media/picture.png"] = PICTURE
        if self.custom:
            files["docProps/custom.xml"] = self._custom()
        if self.template:
            files["word/_rels/settings.xml.rels"] = _related(
                [("rTemplate", "attachedTemplate", self.template, True)]
            )
        files["word/_rels/document.xml.rels"] = self._document_relations(files)
        files["_rels/.rels"] = self._package_relations()
        return {"[Content_Types].xml": _content_types(files), **files}

    def _settings(self) -> str:
        attached = '<w:attachedTemplate r:id="rTemplate"/>' if self.template else ""
        return f"{_HEAD}<w:settings {_SPACES}>{attached}</w:settings>"

    def _core(self) -> str:
        spaces = (
            f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            ' xmlns:dcterms="http://purl.org/dc/terms/"'
            ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        )
        told = {
            "dc:title": self.manner.get("title", ""),
            "dc:creator": self.manner.get("author", ""),
            **self.core,
        }
        inside = "".join(f"<{key}>{escape(value)}</{key}>" for key, value in told.items() if value)
        return f"{_HEAD}<cp:coreProperties {spaces}>{inside}</cp:coreProperties>"

    def _app(self) -> str:
        told = {"Application": "Microsoft Office Word", **self.app}
        inside = "".join(f"<{key}>{escape(value)}</{key}>" for key, value in told.items())
        return f'{_HEAD}<Properties xmlns="{_OFFICE}/extended-properties">{inside}</Properties>'

    def _custom(self) -> str:
        inside = "".join(
            f'<property fmtid="{_PROPERTY_SET}" pid="{number}" name="{escape(name)}">'
            f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
            for number, (name, value) in enumerate(self.custom.items(), 2)
        )
        spaces = f'xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"'
        return f"{_HEAD}<Properties {spaces}>{inside}</Properties>"

    def _document_relations(self, files: dict[str, str | bytes]) -> str:
        told = [
            ("rStyles", "styles", "styles.xml", False),
            ("rNumbering", "numbering", "numbering.xml", False),
            ("rSettings", "settings", "settings.xml", False),
        ]
        for part, number in (("header", 1), ("footer", 1), ("footnotes", ""), ("comments", "")):
            if f"word/{part}{number}.xml" in files:
                told += [(f"r{part.capitalize()}", part, f"{part}{number}.xml", False)]
        if self.parts.pictures:
            told.append(("rPicture", "image", "media/picture.png", False))
        told += [(name, "image", address, True) for name, address in self.outside]
        told += [
            (f"rLink{number}", "hyperlink", address, True)
            for number, address in enumerate(self.parts.links, 1)
        ]
        return _related(told)

    def _package_relations(self) -> str:
        told = [
            ("rDocument", "officeDocument", "word/document.xml", False),
            ("rApp", "extended-properties", "docProps/app.xml", False),
        ]
        if self.custom:
            told.append(("rCustom", "custom-properties", "docProps/custom.xml", False))
        core = (
            f'<Relationship Id="rCore" Type="{_PACKAGE}/relationships/metadata/core-properties"'
            ' Target="docProps/core.xml"/>'
        )
        return _related(told).replace("</Relationships>", core + "</Relationships>")


def _document(body: str) -> str:
    return f"{_HEAD}<w:document {_SPACES}><w:body>{body}</w:body></w:document>"


def _related(told: list[tuple[str, str, str, bool]]) -> str:
    inside = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/relationships/{kind}" Target="{escape(target)}"'
        f"{_OUTSIDE if outside else ''}/>"
        for name, kind, target, outside in told
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _content_types(files: dict[str, str | bytes]) -> str:
    kinds = {
        "word/document.xml": f"{_TYPE}.document.main+xml",
        "docProps/core.xml": f"{_KIND}-package.core-properties+xml",
        "docProps/app.xml": f"{_KIND}-officedocument.extended-properties+xml",
        "docProps/custom.xml": f"{_KIND}-officedocument.custom-properties+xml",
    }
    inside = ""
    for name in files:
        if not name.endswith((".rels", ".png")):
            part = name.rpartition("/")[2].removesuffix(".xml").rstrip("1")
            kind = kinds.get(name, f"{_TYPE}.{part}+xml")
            inside += f'<Override PartName="/{name}" ContentType="{kind}"/>'
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{inside}</Types>'
    )


def _styles(manner: dict[str, str]) -> str:
    language, font = manner.get("language", "en-GB"), manner.get("font", "Arial")

    def style(key: str, name: str, inside: str, kind: str = "paragraph") -> str:
        root = '<w:basedOn w:val="Normal"/>' if kind == "paragraph" and key != "Normal" else ""
        default = ' w:default="1"' if key in ("Normal", "TableNormal") else ""
        return (
            f'<w:style w:type="{kind}"{default} w:styleId="{key}"><w:name w:val="{name}"/>'
            f"{root}{inside}</w:style>"
        )

    sizes = {1: 32, 2: 28, 3: 24, 4: 22, 5: 22, 6: 22}
    headings = "".join(
        style(
            f"Heading{level}",
            f"heading {level}",
            f'<w:pPr><w:keepNext/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
            f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr>',
        )
        for level, size in sizes.items()
    )
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides
    )
    return (
        f'{_HEAD}<w:styles {_SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{font}"'
        f' w:hAnsi="{font}"/><w:sz w:val="22"/><w:lang w:val="{language}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults>'
        + style("Normal", "Normal", "")
        + style("Title", "Title", '<w:rPr><w:b/><w:sz w:val="40"/></w:rPr>')
        + headings
        + style("Quote", "Quote", '<w:pPr><w:ind w:left="567"/></w:pPr><w:rPr><w:i/></w:rPr>')
        + style("ListParagraph", "List Paragraph", '<w:pPr><w:ind w:left="720"/></w:pPr>')
        + (_list_styles(style) if manner.get("lists") == "styles" else "")
        + style("Hyperlink", "Hyperlink", '<w:rPr><w:u w:val="single"/></w:rPr>', "character")
        + style(
            "TableGrid",
            "Table Grid",
            f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr>",
            "table",
        )
        + "</w:styles>"
    )


def _list_styles(style: Callable[[str, str, str], str]) -> str:
    """Return the styles of lists as a plain library writes them, the numbering in the style."""
    made = ""
    for number, name in enumerate(("Bullet", "Number"), 1):
        for level, mark in enumerate(("", "2")):
            listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            told = f"List {name} {mark}".strip()
            made += style(f"List{name}{mark}", told, f"<w:pPr>{listed}</w:pPr>")
    return made


def _numbering(lists: list[int]) -> str:
    shapes = {
        1: [("bullet", "•"), ("bullet", "o"), ("bullet", "•")],
        2: [("decimal", "%1."), ("lowerLetter", "%2."), ("lowerRoman", "%3.")],
        3: [("lowerLetter", "%1."), ("lowerRoman", "%2."), ("decimal", "%3.")],
    }
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{kind}">'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
            f'<w:ind w:left="{720 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
            for level, (shape, text) in enumerate(levels)
        )
        + "</w:abstractNum>"
        for kind, levels in shapes.items()
    )
    # A list that begins at another number than 1 is written as -number (see planting.py).
    used = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind if kind > 0 else 2}"/>'
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{1 if kind > 0 else -kind}"/>'
        "</w:lvlOverride></w:num>"
        for number, kind in enumerate(lists, 1)
    )
    return f"{_HEAD}<w:numbering {_SPACES}>{kinds}{used}</w:numbering>"


def _footnotes(notes: list[str]) -> str:
    parting = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}">'
        f"<w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    inside = "".join(
        f'<w:footnote w:id="{number}">{paragraph(note, Parts())}</w:footnote>'
        for number, note in enumerate(notes, 1)
    )
    return f"{_HEAD}<w:footnotes {_SPACES}>{parting}{inside}</w:footnotes>"


def _png() -> bytes:
    """Return a grey picture of one dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")
    )


PICTURE = _png()
