# WordprocessingML broken over lines is harder to read than a long line.
# ruff: noqa: E501
"""Word files written by hand, so that a test shows the very XML it is about."""

from __future__ import annotations

from casework.documents.packing import pack_parts

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SPACES = (
    f'{W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = f"""<w:styles {W}>
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading4"><w:name w:val="heading 4"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="OurSection"><w:name w:val="Our section"/><w:basedOn w:val="Heading2"/></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Finding"><w:name w:val="Finding text"/><w:basedOn w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="ListNumber"><w:name w:val="List Number"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Label"><w:name w:val="Label"/><w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>"""


def level(depth: int, form: str, text: str, more: str = "") -> str:
    """Return one level of a list definition."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.", '<w:pStyle w:val="ListNumber"/>')}{level(1, "lowerLetter", "%2)")}{level(2, "lowerRoman", "(%3)")}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "•")}{level(1, "bullet", "o")}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">{level(0, "upperRoman", "%1")}{level(1, "decimal", "%1.%2", "<w:isLgl/>")}{level(2, "decimal", "%3", '<w:lvlRestart w:val="0"/>')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="96"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="96"/></w:lvlOverride></w:num>
</w:numbering>"""


def run(text: str, properties: str = "") -> str:
    """Return a run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(inner: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph; words without any element become its one run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    content = inner if inner.startswith("<") or not inner else run(inner)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{content}</w:p>"


def item(text: str, list_id: int, depth: int = 0) -> str:
    """Return a paragraph of a list."""
    return para(
        text, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
    )


def control(key: str, inner: str) -> str:
    """Return a region's content control around blocks or runs."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="A place · s55:{key}"/><w:tag w:val="s55:{key}"/></w:sdtPr>'
        f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )


def table(*rows: tuple[str, ...], header: int = 1) -> str:
    """Return a table of plain cells; the first rows are marked as headers."""
    out = ""
    for number, row in enumerate(rows):
        mark = "<w:trPr><w:tblHeader/></w:trPr>" if number < header else ""
        cells = "".join(f"<w:tc><w:tcPr/>{c if c.startswith('<') else para(c)}</w:tc>" for c in row)
        out += f"<w:tr>{mark}{cells}</w:tr>"
    grid = "<w:gridCol/>" * len(rows[0])
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{out}</w:tbl>"


def relations(*targets: tuple[str, str, str], outside: bool = False) -> bytes:
    """Return a relations part of (id, last word of the type, target)."""
    mode = ' TargetMode="External"' if outside else ""
    inner = "".join(
        f'<Relationship Id="{i}" Type="{t if ":" in t else f"{OFFICE}/{t}"}" Target="{to}"{mode}/>'
        for i, t, to in targets
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{inner}</Relationships>'.encode()


def _identifier(name: str, count: int) -> str:
    edges = {"header1": "rIdHeader", "footer1": "rIdFooter"}
    return edges.get(name, f"rIdPart{count}")


def edged(kind: str = "header", pages: str = "default") -> str:
    """Return a section that shows the first header or footer of a file."""
    return (
        f'<w:p><w:pPr><w:sectPr><w:{kind}Reference w:type="{pages}" r:id="rId{kind.capitalize()}"/>'
        "</w:sectPr></w:pPr></w:p>"
    )


def word_file(body: str, links: dict[str, str] | None = None, **more: str) -> bytes:
    """Return a Word file of this body; `more` are parts by name with `__` for `/` (`footnotes`)."""
    extra = {f"word/{name}.xml": xml for name, xml in more.items()}
    known = {"styles": STYLES, "numbering": NUMBERING} | dict(more.items())
    inside = [
        (_identifier(name, i), name.rstrip("0123456789"), f"{name}.xml")
        for i, name in enumerate(known)
    ]
    own = relations(*inside).decode().removesuffix("</Relationships>")
    outer = relations(
        *((i, "hyperlink", to) for i, to in (links or {}).items()), outside=True
    ).decode()
    types = "".join(
        f'<Override PartName="/word/{n}.xml" ContentType="{MAIN}.{n.rstrip("0123456789")}+xml"/>'
        for n in known
    )
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    return pack_parts(
        {
            "[Content_Types].xml": (
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                '<Default Extension="xml" ContentType="application/xml"/>'
                f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>{types}</Types>'
            ).encode(),
            "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
            "word/document.xml": f"<w:document {SPACES}><w:body>{body}{section}</w:body></w:document>".encode(),
            "word/_rels/document.xml.rels": (own + outer.partition(">")[2]).encode(),
            "word/styles.xml": STYLES.encode(),
            "word/numbering.xml": NUMBERING.encode(),
            **{name: xml.encode() for name, xml in extra.items()},
        }
    )
