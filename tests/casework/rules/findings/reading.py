"""A report read in one step, for the tests of this folder."""

from casework.reading.document import read_document
from casework.registers.addressees import load_addressees
from casework.registers.forces import load_forces
from casework.rules.findings.report import read_report
from models.shapes.reading import Block, ReadDocument, ReadReport
from tests.casework.rules.findings.pages import blocks


def read(text: str | bytes) -> ReadReport:
    """Return the report read from a page or from pasted text."""
    data = text.encode() if isinstance(text, str) else text
    return read_report(read_document(data, "report"), load_forces(), load_addressees())


def read_blocks(
    *page: Block, title: str = "PEEL 2023–25: An inspection of Loamshire Police"
) -> ReadReport:
    """Return the report whose title, date and first words stand before these blocks."""
    front = blocks(f"# {title}", "Published on: 12 March 2024", "HMICFRS inspected the police.")
    return read_report(ReadDocument((*front, *page)), load_forces(), load_addressees())


def read_lines(*lines: str) -> ReadReport:
    """Return the report of a force that these lines print."""
    return read_blocks(*blocks(*lines))
