# WordprocessingML broken over lines is harder to read than a long line.
# ruff: noqa: E501
"""Pictures made by hand, and Word files that show them."""

from __future__ import annotations

import struct
import zlib
from base64 import b64decode

from casework.documents.packing import pack_parts, unpack
from tests.casework.documents.raw_word import OFFICE, SPACES
from tests.casework.documents.raw_word import relations as relations_to

PICTURE_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:ext></a:extLst>'
)
POINT = 12_700
"""English metric units, in which Word measures drawings."""
ENDINGS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif"}


def chunk(name: bytes, data: bytes) -> bytes:
    """Return one chunk of a PNG."""
    return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))


def png(wide: int = 4, high: int = 2, *more: bytes, after: bytes = b"") -> bytes:
    """Return a PNG of one colour, with more chunks inside and bytes after its end."""
    rows = (b"\0" + b"\x1f\x4e\x5f" * wide) * high
    head = chunk(b"IHDR", struct.pack(">2L5B", wide, high, 8, 2, 0, 0, 0))
    body = b"".join([head, *more, chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")])
    return b"\x89PNG\r\n\x1a\n" + body + after


JPEG = b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQ"
    "c1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/wAALCAAEAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABP/EABQQAQAA"
    "AAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AI//Z"
)
"""Eight dots by four, grey."""


def edge_of(kind: str, inner: str) -> str:
    """Return a header or footer part that may hold drawings."""
    name = {"header": "hdr", "footer": "ftr"}[kind]
    return f"<w:{name} {SPACES}>{inner}</w:{name}>"


def segment(marker: int, data: bytes) -> bytes:
    """Return one segment of a JPEG."""
    return struct.pack(">2BH", 0xFF, marker, len(data) + 2) + data


def jpeg(*more: bytes, after: bytes = b"") -> bytes:
    """Return a JPEG with more segments before the picture and bytes after its end."""
    return JPEG[:2] + b"".join(more) + JPEG[2:] + after


def camera(orientation: int, artist: bytes) -> bytes:
    """Return a camera's segment: how it was held, and whose it is."""
    name = artist + b"\0"
    entries = struct.pack(">HHLHH", 0x0112, 3, 1, orientation, 0) + struct.pack(
        ">HHLL", 0x013B, 2, len(name), 38
    )
    return segment(0xE1, b"Exif\0\0MM\0*" + struct.pack(">LH", 8, 2) + entries + bytes(4) + name)


def drawing(  # noqa: PLR0913 - each is one thing a picture may be
    identifier: str,
    words: str = "",
    size: tuple[float, float] = (120, 60),
    *,
    kind: str = "inline",
    mark: str = "",
    crop: str = "",
    turn: str = "",
    file: str = "Picture 1",
) -> str:
    """Return a run that shows a picture of the file."""
    wide, high = (round(side * POINT) for side in size)
    described = f' descr="{words}"' if words else ""
    return (
        f'<w:r><w:drawing><wp:{kind}><wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="1" name="{file}"{described}>{mark}</wp:docPr>'
        f'<a:graphic><a:graphicData uri="{PICTURE_SPACE}"><pic:pic xmlns:pic="{PICTURE_SPACE}"><pic:nvPicPr><pic:cNvPr id="0" name="{file}" descr="{file}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{identifier}"/>{crop}<a:stretch/></pic:blipFill>'
        f'<pic:spPr><a:xfrm{turn}><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic>'
        f"</a:graphicData></a:graphic></wp:{kind}></w:drawing></w:r>"
    )


def with_pictures(data: bytes, part: str = "document", /, **pictures: bytes) -> bytes:
    """Return a Word file in which a part keeps these pictures, by their relations' identifiers."""
    parts = unpack(data)
    name = f"word/_rels/{part}.xml.rels"
    relations = parts.get(name, relations_to()).decode().removesuffix("</Relationships>")
    for identifier, picture in pictures.items():
        ending = next((e for start, e in ENDINGS.items() if picture.startswith(start)), "bin")
        parts[f"word/media/{identifier}.{ending}"] = picture
        relations += f'<Relationship Id="{identifier}" Type="{OFFICE}/image" Target="media/{identifier}.{ending}"/>'
    types = "".join(f'<Default Extension="{e}" ContentType="image/{e}"/>' for e in ENDINGS.values())
    parts[name] = f"{relations}</Relationships>".encode()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"<Default", f"{types}<Default".encode(), 1
    )
    return pack_parts(parts)
