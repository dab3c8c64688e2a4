"""Defects that no markup can write: changes on track, hidden words, properties, links out."""

import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from tests.check_corpus.blocks import graphic
from tests.check_corpus.package import Package, W
from tests.check_corpus.source import EditError

Element = Any
WHEN = "2024-02-01T09:00:00Z"
_WORDS, _RUN, _PARAGRAPH = f"{{{W}}}t", f"{{{W}}}r", f"{{{W}}}p"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def plant(package: Package, operations: Sequence[Sequence[Any]]) -> None:
    """Carry out operations upon a file that is not yet packed."""
    if not operations:
        return
    spaces = (
        f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    )
    body = etree.fromstring(f"<w:body {spaces}>{package.body}</w:body>")
    for number, (name, *given) in enumerate(operations, 1):
        OPERATIONS[str(name)](package, body, number, *given)
    package.body = "".join(etree.tostring(child, encoding="unicode") for child in body)


def _runs_of(body: Element, words: str) -> list[Element]:
    """Return the runs that hold these words and nothing else, cut out where needed."""
    for paragraph in body.iter(_PARAGRAPH):
        texts = list(paragraph.iter(_WORDS))
        start = "".join(one.text or "" for one in texts).find(words)
        if start >= 0:
            return _cut(texts, start, start + len(words))
    raise EditError(f"no paragraph holds {words!r}")


def _cut(texts: list[Element], start: int, end: int) -> list[Element]:
    found, passed = [], 0
    for text in texts:
        told = text.text or ""
        first, last = max(start - passed, 0), min(end - passed, len(told))
        passed += len(told)
        if first >= last:
            continue
        run = text.getparent()
        for piece, before in ((told[:first], True), (told[last:], False)):
            if piece:
                beside = deepcopy(run)
                beside.find(_WORDS).text = piece
                (run.addprevious if before else run.addnext)(beside)
        text.text = told[first:last]
        text.set(_SPACE, "preserve")
        found.append(run)
    return found


def _made(body: Element, xml: str) -> Element:
    spaces = " ".join(f'xmlns:{key}="{value}"' for key, value in body.nsmap.items())
    return etree.fromstring(re.sub(r"^<([\w:]+)", rf"<\1 {spaces}", xml))


def _change(kind: str, number: int, author: str) -> str:
    return f'<w:{kind} w:id="{900 + number}" w:author={quoteattr(author)} w:date="{WHEN}"'


def _run(text: str, properties: str = "") -> str:
    marked = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{marked}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def insertion(_: Package, body: Element, number: int, after: str, text: str, author: str) -> None:
    """Put words on track behind others."""
    change = f"{_change('ins', number, author)}>{_run(text)}</w:ins>"
    _runs_of(body, after)[-1].addnext(_made(body, change))


def deletion(_: Package, body: Element, number: int, words: str, author: str) -> None:
    """Strike words on track."""
    for run in _runs_of(body, words):
        change = _made(body, f"{_change('del', number, author)}/>")
        run.addprevious(change)
        change.append(run)
        run.find(_WORDS).tag = f"{{{W}}}delText"


def comment(
    package: Package, body: Element, number: int, words: str, text: str, author: str
) -> None:
    """Leave a comment open at words."""
    runs = _runs_of(body, words)
    runs[0].addprevious(_made(body, f'<w:commentRangeStart w:id="{number}"/>'))
    mark = _made(body, f'<w:r><w:commentReference w:id="{number}"/></w:r>')
    end = _made(body, f'<w:commentRangeEnd w:id="{number}"/>')
    runs[-1].addnext(end)
    end.addnext(mark)
    package.comments.append(
        f'<w:comment w:id="{number}" w:author={quoteattr(author)} w:date="{WHEN}">'
        f"<w:p>{_run(text)}</w:p></w:comment>"
    )


def hidden(_: Package, body: Element, __: int, after: str, text: str) -> None:
    """Put hidden words behind others."""
    _runs_of(body, after)[-1].addnext(_made(body, _run(text, "<w:vanish/>")))


def highlight(_: Package, body: Element, __: int, words: str) -> None:
    """Mark words in yellow."""
    for run in _runs_of(body, words):
        properties = run.find(f"{{{W}}}rPr")
        if properties is None:
            properties = etree.Element(f"{{{W}}}rPr")
            run.insert(0, properties)
        etree.SubElement(properties, f"{{{W}}}highlight").set(f"{{{W}}}val", "yellow")


def core(package: Package, _: Element, __: int, name: str, value: str) -> None:
    """Set a core property."""
    package.core[name] = value


def app(package: Package, _: Element, __: int, name: str, value: str) -> None:
    """Set an extended property, such as the company."""
    package.app[name] = value


def custom(package: Package, _: Element, __: int, name: str, value: str) -> None:
    """Set a property of the office's own."""
    package.custom[name] = value


def remote_picture(package: Package, body: Element, number: int, after: str, address: str) -> None:
    """Show a picture that lies elsewhere."""
    name = f"rOutside{number}"
    package.outside.append((name, address))
    shown = graphic(f'r:link="{name}"')
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="2400000" cy="600000"/>'
        f'<wp:docPr id="{90 + number}" name="Crest" descr="Crest of the office"/>'
        f"{shown}</wp:inline></w:drawing></w:r>"
    )
    _runs_of(body, after)[-1].addnext(_made(body, drawing))


def remote_template(package: Package, _: Element, __: int, address: str) -> None:
    """Hang the file on a template that lies elsewhere."""
    package.template = address


def swallowed(package: Package, body: Element, _: int, words: str) -> None:
    """Let automatic numbering eat the digits with which a paragraph begins: "96." of "96.7%"."""
    runs = _runs_of(body, words)
    text = runs[0].find(_WORDS)
    digits, _point, rest = (text.text or "").partition(".")
    paragraph = next(one for one in runs[0].iterancestors() if one.tag == _PARAGRAPH)
    text.text = rest
    package.parts.lists.append(-int(digits))
    number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{len(package.parts.lists)}"/></w:numPr>'
    properties = paragraph.find(f"{{{W}}}pPr")
    if properties is None:
        properties = etree.Element(f"{{{W}}}pPr")
        paragraph.insert(0, properties)
    properties.insert(0, _made(body, number))


OPERATIONS: dict[str, Callable[..., None]] = {
    "insertion": insertion,
    "deletion": deletion,
    "comment": comment,
    "hidden": hidden,
    "highlight": highlight,
    "core": core,
    "app": app,
    "custom": custom,
    "remote picture": remote_picture,
    "remote template": remote_template,
    "swallowed": swallowed,
}
