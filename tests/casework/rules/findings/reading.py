"""A report read in one step, for the tests of this folder."""

from casework.reading.document import read_document
from casework.registers.addressees import load_addressees
from casework.registers.forces import load_forces
from casework.rules.findings.report import read_report
from models.shapes.reading import ReadReport


def read(text: str | bytes) -> ReadReport:
    """Return the report read from a page or from pasted text."""
    data = text.encode() if isinstance(text, str) else text
    return read_report(read_document(data, "report"), load_forces(), load_addressees())
