"""What a line of the markup becomes in WordprocessingML."""

import re
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

_PIECES = re.compile(
    r"(\*\*.+?\*\*|==.+?==|,,.+?,,|\*[^*]+\*|\[[^\]]+\]\([^)]+\)|\^\[[^\]]+\]"
    r"|\{br\}|\{page\}|\{field [^}]+\})"
)
_PIECE_LENGTH = 37
"""Where Word has been at work, a sentence lies in many runs."""


@dataclass
class Parts:
    """What grows beside the body while it is written."""

    split_runs: bool = False
    links: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)
    """The kind (abstract number) of each list, in order."""
    pictures: int = 0


def runs(text: str, parts: Parts, properties: str = "") -> str:
    """Return a line's words as runs."""
    return "".join(_piece(piece, parts, properties) for piece in _PIECES.split(text) if piece)


def _piece(piece: str, parts: Parts, properties: str) -> str:
    if not _PIECES.fullmatch(piece):
        return _plain(piece, parts, properties)
    for sign, write in _SIGNS.items():
        if piece.startswith(sign):
            return write(piece, parts, properties)
    raise ValueError(piece)


def _bold(piece: str, parts: Parts, properties: str) -> str:
    return runs(piece[2:-2], parts, properties + "<w:b/>")


def _italic(piece: str, parts: Parts, properties: str) -> str:
    return runs(piece[1:-1], parts, properties + "<w:i/>")


def _highlighted(piece: str, parts: Parts, properties: str) -> str:
    return runs(piece[2:-2], parts, properties + '<w:highlight w:val="yellow"/>')


def _small(piece: str, parts: Parts, properties: str) -> str:
    return runs(piece[2:-2], parts, properties + '<w:color w:val="767676"/><w:sz w:val="14"/>')


def _footnote(piece: str, parts: Parts, _: str) -> str:
    parts.footnotes.append(piece[2:-1])
    mark = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    return f'<w:r>{mark}<w:footnoteReference w:id="{len(parts.footnotes)}"/></w:r>'


def _line_break(_: str, __: Parts, ___: str) -> str:
    return "<w:r><w:br/></w:r>"


def _page(_: str, __: Parts, properties: str) -> str:
    return f'<w:fldSimple w:instr=" PAGE ">{_run("1", properties)}</w:fldSimple>'


def _plain(text: str, parts: Parts, properties: str) -> str:
    if not parts.split_runs:
        return _run(text, properties)
    cuts = range(0, len(text), _PIECE_LENGTH)
    return "".join(_run(text[at : at + _PIECE_LENGTH], properties) for at in cuts)


def _run(text: str, properties: str) -> str:
    marked = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{marked}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _link(piece: str, parts: Parts, properties: str) -> str:
    shown, _, address = piece[1:-1].partition("](")
    parts.links.append(address)
    inside = runs(shown, parts, '<w:rStyle w:val="Hyperlink"/>' + properties)
    return f'<w:hyperlink r:id="rLink{len(parts.links)}">{inside}</w:hyperlink>'


def _field(piece: str, _: Parts, properties: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code, _bar, shown = piece.removeprefix("{field ").removesuffix("}").partition("|")
    told = f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
    return mark("begin") + told + mark("separate") + _run(shown, properties) + mark("end")


_SIGNS = {
    "**": _bold,
    "*": _italic,
    "==": _highlighted,
    ",,": _small,
    "[": _link,
    "^[": _footnote,
    "{br}": _line_break,
    "{page}": _page,
    "{field ": _field,
}
"""How each mark within a line begins; the longer before the shorter."""


def paragraph(text: str, parts: Parts, properties: str = "", of_runs: str = "") -> str:
    """Return one paragraph."""
    marked = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{marked}{runs(text, parts, of_runs)}</w:p>"


def picture(alternative: str, parts: Parts) -> str:
    """Return a paragraph that holds a picture, with or without words in its place."""
    parts.pictures += 1
    told = f" descr={quoteattr(alternative)}" if alternative else ""
    number = parts.pictures
    shown = graphic('r:embed="rPicture"')
    return (
        '<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="2400000" cy="1200000"/><wp:docPr id="{number}" name="Picture {number}"'
        f"{told}/>{shown}</wp:inline></w:drawing></w:r></w:p>"
    )


def graphic(source: str) -> str:
    """Return the drawing of a picture that lies in the file, or elsewhere."""
    address = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return (
        f'<a:graphic><a:graphicData uri="{address}"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="0" name="picture.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill><a:blip {source}/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2400000" cy="1200000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic>"
    )
