"""The register as tables: the same rows in each, read back by other programs, nothing reckoned."""

import csv
import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odfdo import Document

from casework.publishers.exports import COLUMNS, rows_of
from casework.publishers.open_document import ODS, ods_file
from casework.publishers.register_files import RegisterFiles
from casework.publishers.tables import FORMULA, Value, cleaned, csv_file, said
from tests.casework.publishers.responses import AWAITED, LATE, RESPONSE, SITE, a_register

REGISTER = [RESPONSE.as_entry(), LATE, AWAITED]
HEADS = ("a", "b")
TITLES = st.text(max_size=60) | st.sampled_from(
    [
        "=1+1",
        "'=1",
        "''=",
        "\uff1dcmd",
        "-",
        "@x",
        '"',
        "a,b",
        "a;b",
        "Ŵ ŷ ô",
        "\t=1",
        "\x00",
        "ﬀ\u2028x",
    ]
)


def file(name: str) -> bytes:
    data = RegisterFiles(SITE, REGISTER).file(name)
    assert data is not None
    return data


def cells_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def unmarked(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def sheet_of(data: bytes) -> list[list[object]]:
    return list(Document(BytesIO(data)).body.tables[0].get_values())


def test_the_tables_hold_the_same_rows() -> None:
    rows = rows_of(SITE, RegisterFiles(SITE, REGISTER).rows)
    heads, *written = cells_of(file("responses.csv"))
    assert heads == list(COLUMNS)
    assert [[unmarked(cell) for cell in row] for row in written] == [
        [said(value) for value in row] for row in rows
    ]
    heads_there, *there = sheet_of(file("responses.ods"))
    assert heads_there == heads
    for cells, row in zip(there, rows, strict=True):
        full = [*cells, *[None] * (len(row) - len(cells))]
        assert [said_again(cell) for cell in full] == [said(value) for value in row]
    keys = json.loads(file("responses.json"))["reports"]
    assert [one["reference"] for one in keys] == [row[0] for row in rows]


def said_again(cell: object) -> str:
    return "" if cell is None else str(cell)


def test_spreadsheets_see_that_the_table_is_utf_8() -> None:
    assert file("responses.csv").startswith(b"\xef\xbb\xbf")


def test_the_json_has_the_keys_that_are_promised() -> None:
    told = json.loads(file("responses.json"))
    assert (told["format"], told["edition"]) == ("section55-responses", 1)
    by_reference = {one["reference"]: one for one in told["reports"]}
    late = by_reference["S55-2021-007"]
    assert (late["on_time"], late["days_late"], late["days_taken"]) == (False, 8, 64)
    assert late["page"] == f"{SITE.address}ymateb-dalfa/"
    assert late["pdf"] == f"{SITE.address}ymateb-dalfa/response.pdf"
    assert {key for one in told["reports"] for key in one} == {*COLUMNS.values(), "response_title"}
    documented = (Path(__file__).parents[3] / "docs" / "formats.md").read_text()
    assert [key for key in late if f"`{key}`" not in documented] == []


@pytest.mark.parametrize("name", ["responses.csv", "responses.ods", "responses.json"])
def test_the_same_register_gives_the_same_bytes(name: str) -> None:
    assert file(name) == file(name)
    assert RegisterFiles(SITE, REGISTER[::-1]).file(name) == file(name)


def test_a_spreadsheet_program_knows_the_file_by_its_first_bytes() -> None:
    with ZipFile(BytesIO(file("responses.ods"))) as package:
        first = package.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert package.read("mimetype") == ODS.encode()


def test_days_and_numbers_are_days_and_numbers_and_nothing_is_a_formula() -> None:
    rows: list[tuple[Value, ...]] = [("=1+1", date(2022, 10, 14)), (54, True)]
    data = ods_file("x", HEADS, rows)
    _, *there = sheet_of(data)
    assert there == [["=1+1", date(2022, 10, 14)], [54, "yes"]]
    with ZipFile(BytesIO(data)) as package:
        assert b"table:formula" not in package.read("content.xml")


@given(TITLES, TITLES)
def test_odd_titles_come_back_from_the_csv_and_none_begins_as_a_formula(a: str, b: str) -> None:
    _, row = cells_of(csv_file(HEADS, [(a, b)]))
    assert [unmarked(cell) for cell in row] == [cleaned(a), cleaned(b)]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\uff1d")) for cell in row)


@given(TITLES, TITLES)
def test_odd_titles_come_back_from_the_spreadsheet(a: str, b: str) -> None:
    _, *rows = sheet_of(ods_file(a, HEADS, [("kept", a, b, "end")]))
    assert [said_again(cell) for cell in rows[0]] == ["kept", cleaned(a), cleaned(b), "end"]


@given(TITLES)
def test_odd_titles_come_back_from_the_json_and_the_feed(title: str) -> None:
    files = RegisterFiles(SITE, [replace(LATE, title=title, report_title=title)])
    said_there = json.loads(files.file("responses.json") or b"")["reports"][0]
    assert said_there["report_title"] == files.rows[0].report_title
    assert cleaned(said_there["report_title"]) == cleaned(title)


@pytest.mark.libreoffice
@pytest.mark.slow
def test_libreoffice_shows_the_same_rows(tmp_path: Path, needs: Callable[[str], str]) -> None:
    files = RegisterFiles(SITE, [*REGISTER, *a_register(5)])
    (tmp_path / "responses.ods").write_bytes(files.file("responses.ods") or b"")
    utf_8 = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
    words = [needs("libreoffice-calc"), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    words += ["--headless", "--convert-to", utf_8, "--outdir", str(tmp_path)]
    subprocess.run(
        [*words, str(tmp_path / "responses.ods")], check=True, capture_output=True, timeout=120
    )
    shown = cells_of((tmp_path / "responses.csv").read_bytes())
    rows = rows_of(SITE, files.rows)
    assert shown == [list(COLUMNS), *([said(value) for value in row] for row in rows)]
