"""How fast a report is read: the sample, a long page, a hundred pages of PDF."""

import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pdfplumber
from lxml import html

from casework.reading.document import read_document
from casework.registers.addressees import load_addressees
from casework.registers.forces import load_forces
from casework.rules.findings.report import read_report
from models.shapes.reading import ReadDocument, ReadReport
from tests.bench.reports import RUNNING_HEAD, MadeReport, pdf_report, web_report
from tests.bench.timing import Figure, Peer, check, measure
from tests.builders import REPORT

ROOM = "Reading a report"
MEGABYTE = 1_000_000
LENGTHS = 3
"""About one, two and four times the length."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The most memory a process of its own held, in bytes."""

    what: str
    before: int
    """With every library and register loaded, before the file is opened."""
    peak: int
    target: int


def read(data: bytes, name: str) -> ReadReport:
    """Return the report in a file: what `section55 read` does."""
    return read_report(read_document(data, name), load_forces(), load_addressees())


@dataclass(frozen=True, slots=True)
class Growth:
    """Times of one kind of report at about one, two and four times the length."""

    what: str
    lengths: tuple[int, ...]
    seconds: tuple[float, ...]

    @property
    def longer(self) -> float:
        """Return how many times as long the longest is as the shortest."""
        return self.lengths[-1] / self.lengths[0]

    @property
    def factor(self) -> float:
        """Return how many times the time the longest takes; linear if as many as `longer`."""
        return self.seconds[-1] / self.seconds[0]


def figures() -> Iterator[Figure]:
    """Yield the figures of reading, those of 1x, 2x and 4x the length among them."""
    yield _figure("sample report, 18 kB HTML, 20 findings", MadeReport(REPORT, 20), "r.html")
    for size in (50, 100, 200):
        made = web_report(size * 1000)
        figure = _figure(
            f"web page, {size} kB, {made.findings} findings",
            made,
            "r.html",
            _bare_text(made.data),
            0.150 if size == 200 else None,
        )
        yield replace(figure, series="web page (bytes)", length=len(made.data))
    for pages in (25, 50, 100):
        made = pdf_report(pages)
        figure = _figure(
            f"PDF, {pages} pages, {made.findings} findings",
            made,
            "r.pdf",
            _pdfplumber(made.data) if pages == 25 else None,
            3.0 if pages == 100 else None,
        )
        yield replace(figure, series="PDF (pages)", length=pages)


def growths(taken: Iterable[Figure]) -> list[Growth]:
    """Return how time grows with length in each row of lengths."""
    rows: dict[str, list[Figure]] = {}
    for figure in taken:
        if figure.series:
            rows.setdefault(figure.series, []).append(figure)
    return [
        Growth(name, tuple(f.length for f in row), tuple(f.median for f in row))
        for name, row in rows.items()
        if len(row) == LENGTHS
    ]


def _figure(
    what: str, made: MadeReport, name: str, peer: Peer | None = None, target: float | None = None
) -> Figure:
    found = len(read(made.data, name).findings)
    words = f"{made.findings} findings went in and {found} came out"
    checked = check(words, holds=found == made.findings)
    return measure(ROOM, what, lambda: read(made.data, name), checked, peer=peer, target=target)


def _bare_text(data: bytes) -> Peer:
    def run() -> str:
        return " ".join(str(words) for words in html.fromstring(data).itertext())

    ours = _words(read_document(data, "r.html"))
    _check_all_there(ours, run().split())
    return Peer("floor: lxml, bare text", run)


def _pdfplumber(data: bytes) -> Peer:
    def run() -> list[list[str]]:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            return [page.extract_text().splitlines() for page in pdf.pages]

    # The running head opens each page and the page's number ends it.
    pages = run()
    kept = [line for page in pages for line in page[1:-1]]
    check("pdfplumber sees the running heads", holds={page[0] for page in pages} == {RUNNING_HEAD})
    ours = _words(read_document(data, "r.pdf"))
    check("both find the same words", holds=ours == " ".join(kept).split())
    return Peer("pdfplumber, bare text", run)


def _words(document: ReadDocument) -> list[str]:
    return " ".join(block.text for block in document.blocks).split()


def _check_all_there(ours: list[str], theirs: list[str]) -> None:
    rest = iter(theirs)
    check("each word read is on the page, in order", holds=all(word in rest for word in ours))


def memory() -> Memory:
    """Return what reading a PDF of 100 pages takes, in a process of its own."""
    made = pdf_report(100)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.pdf"
        path.write_bytes(made.data)
        words = [sys.executable, "-m", "tests.bench.memory", str(path)]
        told = json.loads(subprocess.run(words, capture_output=True, check=True).stdout)
    check("the other process finds the same", holds=told["findings"] == made.findings)
    return Memory("a PDF of 100 pages", told["before"], told["after"], 300 * MEGABYTE)
