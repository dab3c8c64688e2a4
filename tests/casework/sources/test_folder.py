import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from casework.errors import DoorError
from casework.sources.folder import fetch, read


def _later(seconds: float = 60) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=seconds)


def _names(folder: Path, now: datetime) -> list[str]:
    return [file.path.name for file in fetch(folder, now).files]


def test_a_dropped_report_is_taken_whole(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_bytes(b"<h1>Report</h1>")
    dropped = fetch(tmp_path, _later())
    assert dropped.files[0].data == b"<h1>Report</h1>"
    item = read(dropped).items[0]
    assert (item.title, item.address) == ("report", "")
    assert item.sha256 == dropped.files[0].sha256


def test_a_file_still_being_written_waits_for_next_time(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.7 the first half")
    assert _names(tmp_path, _later(1)) == []
    assert _names(tmp_path, _later(3)) == ["report.pdf"]


def test_a_copy_that_keeps_its_old_time_still_has_to_arrive(tmp_path: Path) -> None:
    file = tmp_path / "old.pdf"
    file.write_bytes(b"%PDF")
    os.utime(file, (1, 1))
    assert _names(tmp_path, _later(1)) == []


def test_an_empty_file_is_left(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").touch()
    assert _names(tmp_path, _later()) == []


@pytest.mark.parametrize(
    "name",
    [".hidden.pdf", "~$lock.pdf", ".~lock.report.pdf#", "x.pdf.part", "x.crdownload", "x.tmp"],
)
def test_what_programs_leave_lying_about_is_not_a_report(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    dropped = fetch(tmp_path, _later())
    assert (dropped.files, dropped.left) == ((), ())


def test_the_same_content_under_two_names_is_one_item(tmp_path: Path) -> None:
    for name in ("a.pdf", "copy of a.pdf"):
        (tmp_path / name).write_bytes(b"%PDF same")
    (tmp_path / "b.pdf").write_bytes(b"%PDF other")
    assert _names(tmp_path, _later()) == ["a.pdf", "b.pdf"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not for everybody")
    drop = tmp_path / "drop"
    drop.mkdir()
    (drop / "report.txt").symlink_to(secret)
    assert _names(drop, _later()) == []


def test_a_file_that_is_no_report_is_named_to_a_person(tmp_path: Path) -> None:
    (tmp_path / "macro.xlsm").write_bytes(b"PK")
    (tmp_path / "report.txt").write_bytes(b"text")
    looked = read(fetch(tmp_path, _later()))
    assert [item.title for item in looked.items] == ["report"]
    assert looked.alarm is not None
    assert "macro.xlsm" in looked.alarm


def test_an_empty_folder_is_no_alarm_but_a_missing_one_is(tmp_path: Path) -> None:
    assert read(fetch(tmp_path, _later())).alarm is None
    with pytest.raises(DoorError, match="drop folder"):
        fetch(tmp_path / "gone", _later())
