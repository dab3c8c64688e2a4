"""The words of a built file, as one text, to see whether a label's words stand in it."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from tests.check_corpus.labels import plain
from tests.check_corpus.package import W

_TEXTS = (f"{{{W}}}t", f"{{{W}}}delText")


def words_of(data: bytes) -> str:
    """Return every word of a file, headers, footnotes and hidden words included, as compared."""
    with ZipFile(BytesIO(data)) as archive:
        names = sorted(
            name
            for name in archive.namelist()
            if name.startswith("word/") and name.endswith(".xml") and "comments" not in name
        )
        return plain(" ".join(_paragraphs(archive.read(name)) for name in names))


def _paragraphs(part: bytes) -> str:
    root = etree.fromstring(part)
    return " ".join(_joined(one) for one in root.iter(f"{{{W}}}p"))


def _joined(paragraph: etree._Element) -> str:
    pieces = []
    for one in paragraph.iter():
        if one.tag in _TEXTS:
            pieces.append(one.text or "")
        elif one.tag in (f"{{{W}}}br", f"{{{W}}}tab"):
            pieces.append(" ")
    return "".join(pieces)
