"""How fast a response is gated, read back and published."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from docx import Document
from lxml import etree

from casework.documents import wordml as word
from casework.documents.gate import inspect
from casework.documents.publishable import publishable_forms, words_of_html, words_of_pdf
from casework.documents.read_back import read_back
from casework.documents.render import compile_template
from models.shapes.response import FindingGroup, ResponseFields
from models.shapes.word import PublishedDetails, TextBlock
from tests.bench.timing import Figure, Peer, check, measure
from tests.casework.documents.fields import STAMP, a_finished_response

TEMPLATE = Path(__file__).parents[2] / "templates/documents/response-by-area/template.docx"
DETAILS = PublishedDetails("Response", "en-GB", "An office", date(2022, 12, 5))
USUAL = 30
"""Findings in a long report."""


def a_response_of(number: int) -> ResponseFields:
    """Return a finished response to so many findings, in eight areas as the sample's."""
    response = a_finished_response()
    texts = cycle(f for group in response.groups for f in group.findings)
    findings = tuple(
        replace(finding, key=f"f{n:03}", reference=f"AFI {n}")
        for n, finding in enumerate(islice(texts, number), start=1)
    )
    groups = len(response.groups)
    return replace(
        response,
        groups=tuple(
            FindingGroup(group.heading, group.grade, findings[n::groups])
            for n, group in enumerate(response.groups)
        ),
    )


def edited_files() -> Iterator[Figure]:
    """Yield the figures of a Word file that comes in and goes out, at a long report's length."""
    room = f"A Word file of {USUAL} findings"
    data = compile_template(TEMPLATE).render(a_response_of(USUAL), STAMP)
    report = inspect(data)
    clean = report.accepted and not report.left_overs
    yield measure(
        room,
        "gate",
        lambda: inspect(data),
        check("the file is let in and nothing is left over", holds=clean),
        peer=Peer("floor: unzip, parse each part", lambda: _parse_all(data)),
        target=0.015,
    )
    words = " ".join(_flat(read_back(data).blocks)).split()
    yield measure(
        room,
        "read-back",
        lambda: read_back(data),
        check("both read the same words", holds=words == _python_docx(data).split()),
        peer=Peer("floor: python-docx, bare text", lambda: _python_docx(data)),
        target=0.030,
    )
    forms = publishable_forms(data, DETAILS)
    page, pdf = words_of_html(forms.html), words_of_pdf(forms.pdf)
    alike = forms.words == page and _signs(forms.words) == _signs(pdf)
    yield measure(
        room,
        "three published forms",
        lambda: publishable_forms(data, DETAILS),
        check("page, PDF and Word file say the same words", holds=alike),
        target=0.150,
    )


def _signs(words: str) -> str:
    # A PDF draws its bullets, and breaks a long address over two lines.
    return re.sub(r"[\s•◦]", "", words)


def _parse_all(data: bytes) -> list[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = [name for name in file.namelist() if name.endswith((".xml", ".rels"))]
        return [etree.fromstring(file.read(name)) for name in parts]


def _flat(blocks: tuple[TextBlock, ...]) -> Iterator[str]:
    for block in blocks:
        yield block.caption or ""
        yield "".join(span.text for span in block.spans)
        for row in block.rows:
            for cell in row:
                yield from _flat(cell)


def _python_docx(data: bytes) -> str:
    body = Document(io.BytesIO(data)).element.body
    return "\n".join(
        "".join(text.text or "" for text in paragraph.iter(word.T))
        for paragraph in body.iter(word.P)
    )
