"""A force's tracker is read as it comes: any order of columns, notes above them, CSV or Excel."""

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.errors import RefusedInputError
from casework.reading.tracker import read_tracker
from casework.reading.tracker_columns import meaning_of
from tests.casework.reading.spreadsheets import MAIN, STRICT, Cell, spreadsheet, zipped

if TYPE_CHECKING:
    from collections.abc import Sequence

CALLS = "The force should answer emergency calls in good time."
CRIME = "The force should record crime; all of it, at once."
TABLE: list[list[Cell]] = [
    ["Tracker of inspections, as at 1 May"],
    [],
    ["Owner", "Due date", "Recommendation / AFI text", "HMICFRS reference", "Status", "Notes"],
    ["Supt R. Talbot", 44940, CALLS, "WAR-21-001", "Open", "x"],
    [None, "Spring 2023", CRIME, "WAR-21-002", "Closed"],
]


def test_columns_are_known_by_their_headings_in_any_order_below_any_preamble() -> None:
    tracker = read_tracker(spreadsheet([["Cover sheet"]], TABLE), "tracker.xlsx")
    assert tracker.sheet == "Sheet 2"
    first, second = tracker.rows
    assert (first.number, first.text, first.status) == ("WAR-21-001", CALLS, "Open")
    assert (first.owner, first.due, first.line) == ("Supt R. Talbot", "2023-01-14", 4)
    assert (second.owner, second.due, second.status) == ("", "Spring 2023", "Closed")
    assert dict(tracker.headings)["number"] == "HMICFRS reference"


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("code", ["utf-8-sig", "utf-16", "windows-1252"])
def test_a_csv_file_is_read_whatever_its_separator_and_its_code(sign: str, code: str) -> None:
    lines = [
        sign.join(["Ref No", "Recommendation", "By when"]),
        sign.join(["7", f'"{CRIME}\nIt’s “late” – now."', "14/01/2023"]),
    ]
    tracker = read_tracker("\r\n".join(lines).encode(code), "tracker.csv")
    row = tracker.rows[0]
    assert (row.number, row.due) == ("7", "2023-01-14")
    assert row.text == f"{CRIME}\nIt’s “late” – now."


@pytest.mark.parametrize(
    ("head", "meaning"),
    [
        ("Recommendation number", "number"),
        ("Rec No.", "number"),
        ("#", "number"),
        ("Recommendation", "text"),
        ("Areas for Improvement", "text"),
        ("Recommendation status", "status"),
        ("AFI Owner", "owner"),
        ("Responsible officer", "owner"),
        ("Target date for recommendation", "due"),
        ("Status last updated", ""),
        ("Recommendation type", ""),
        ("Force comments", ""),
        ("", ""),
        ("We received this recommendation with thanks. " * 3, ""),
    ],
)
def test_a_heading_means_what_a_person_means_by_it(head: str, meaning: str) -> None:
    assert meaning_of(head) == meaning


def test_of_two_columns_the_longer_text_and_the_inspectors_number_are_taken() -> None:
    rows: list[list[Cell]] = [
        ["Force ref", "Unique reference", "Finding", "AFI text", "Status", "HMICFRS status"],
        ["F1", "WAR-1", "Calls", CALLS, "Green", "Open"],
    ]
    row = read_tracker(spreadsheet(rows), "t.xlsx").rows[0]
    assert (row.number, row.text, row.status) == ("WAR-1", CALLS, "Open")


def test_a_formula_is_never_evaluated_its_last_saved_value_is_read() -> None:
    rows: list[list[Cell]] = [["Ref", "Text"], ['=HYPERLINK("http://x.example")', CALLS]]
    assert read_tracker(spreadsheet(rows), "t.xlsx").rows[0].number == "last saved"
    as_csv = b"Ref,Text\n=1+1,The force should act.\n"
    assert read_tracker(as_csv, "t.csv").rows[0].number == "=1+1"


def test_both_dialects_and_both_epochs_are_read() -> None:
    assert read_tracker(spreadsheet(TABLE, space=STRICT), "t.xlsx").rows[0].text == CALLS
    old = read_tracker(spreadsheet(TABLE, from_1904=True), "t.xlsx")
    assert old.rows[0].due == "2027-01-15"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "row of headings"),
        (b"Name,Telephone\nA,1\n", "row of headings"),
        (b"Ref,Text\n", "no rows"),
        (b"\xd0\xcf\x11\xe0old", "password-protected"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04 broken", "damaged"),
        (zipped({"word/document.xml": "<w/>"}), "no Excel file"),
        (zipped({"xl/workbook.xml": "<w/>", "xl/vbaProject.bin": "x"}), "macros"),
        (b"Ref,Text\n" + b"1,x\n" * 20_001, "20000 rows"),
        (b'Ref,Text\n1,"' + b"x" * 140_000 + b'"\n', "cannot be read as a table"),
        (b"x" * (20 * 1024 * 1024 + 1), "20 MB"),
    ],
)
def test_what_is_no_tracker_is_refused_in_one_sentence(data: bytes, why: str) -> None:
    with pytest.raises(RefusedInputError, match=why):
        read_tracker(data, "tracker.xlsx")


def test_bombs_entities_and_endless_sheets_are_refused() -> None:
    head = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    with pytest.raises(RefusedInputError, match="document type"):
        read_tracker(spreadsheet(TABLE, head=head), "t.xlsx")
    bomb = {"xl/workbook.xml": f'<workbook xmlns="{MAIN}">{" " * 30_000_000}</workbook>'}
    with pytest.raises(RefusedInputError, match="far more"):
        read_tracker(zipped(bomb), "t.xlsx")
    far: list[Sequence[Cell]] = [["Ref", "Text"], *([["1", CALLS]] * 20_000)]
    with pytest.raises(RefusedInputError, match="20000 rows"):
        read_tracker(spreadsheet(far), "t.xlsx")


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"Ref,Text\n"]))
def test_reading_raises_nothing_but_a_refusal(data: bytes, start: bytes) -> None:
    with suppress(RefusedInputError):
        assert read_tracker(start + data, "t").rows


@given(st.lists(st.lists(st.text(max_size=6), max_size=5), max_size=6))
def test_any_cells_below_the_headings_are_read_or_refused(cells: list[list[str]]) -> None:
    allowed = [[c for c in row if c.isprintable()] for row in cells]
    rows: list[Sequence[Cell]] = [["Ref", "Text", "Due"], *allowed, ["1", CALLS, None]]
    assert read_tracker(spreadsheet(rows), "t.xlsx").rows[-1].text == CALLS
