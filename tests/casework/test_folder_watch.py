"""The folder of a case: copies edited in place, files dropped in, files that cannot be taken."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from casework.documents.regions import fill_regions, read_regions
from casework.folder_watch import look_into_folders
from models.words import VersionKind
from tests.builders import TEMPLATES, Service, at, word_file_of
from tests.databases import EVERYWHERE
from tests.reports import a_page, rows

NOW = at(11, 14)

# Word files and folders, which no database touches: one of the two is enough.
pytestmark = pytest.mark.parametrize("service", EVERYWHERE, indirect=True)


@pytest.fixture(autouse=True)
def _a_small_report(service: Service) -> None:
    service.report = a_page()


def laid(path: Path, data: bytes, seconds_ago: float = 60) -> Path:
    """Lay a file out as if it had been saved a while before the service looks."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    moment = (NOW - timedelta(seconds=seconds_ago)).timestamp()
    os.utime(path, (moment, moment))
    return path


def look(service: Service) -> list[str]:
    return look_into_folders(service.record, TEMPLATES, NOW)


def folder_of(service: Service, reference: str) -> Path:
    return service.folder / "cases" / reference


def test_our_own_copies_are_left_alone(service: Service) -> None:
    reference = service.reviewed()
    before = sorted(folder_of(service, reference).rglob("*"))
    assert look(service) == []
    assert sorted(folder_of(service, reference).rglob("*")) == before


def test_a_copy_edited_in_place_is_a_check_in_and_the_original_is_laid_again(
    service: Service,
) -> None:
    reference = service.confirmed()
    (path, *_) = sorted(folder_of(service, reference).glob("*-response-draft.docx"), reverse=True)
    original = path.read_bytes()
    laid(path, fill_regions(original, {"overview": ["Edited in place."]}))
    (said,) = look(service)
    assert "version" in said
    assert path.read_bytes() == original
    assert read_regions(service.word_file(reference))["overview"] == ("Edited in place.",)
    assert look(service) == []


def test_a_file_dropped_in_is_taken_once_and_cleared_away(service: Service) -> None:
    reference = service.confirmed()
    path = laid(folder_of(service, reference) / "Tomasz v2 FINAL.DOCX", service.edited(reference))
    (said,) = look(service)
    assert "version" in said
    assert not path.exists()
    assert look(service) == []


def test_what_cannot_be_taken_is_set_aside_with_a_note_and_tried_once(service: Service) -> None:
    reference = service.confirmed()
    folder = folder_of(service, reference)
    dropped = {
        "letter.docx": word_file_of("Dear Sir"),
        "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 900,
        "macro.docm": b"PK\x03\x04 no package",
        "scan.pdf": b"%PDF-1.7",
    }
    for name, data in dropped.items():
        laid(folder / name, data)
    before, current = rows(service.record), service.word_file(reference)
    assert len(look(service)) == len(dropped)
    for name, data in dropped.items():
        assert (folder / "refused" / name).read_bytes() == data
        note = (folder / "refused" / f"{name}.txt").read_text(encoding="utf-8")
        assert note.strip().count("\n") == 0
        assert not (folder / name).exists()
    assert look(service) == []
    assert rows(service.record) == before
    assert service.word_file(reference) == current


def test_two_refused_files_of_one_name_are_both_kept(service: Service) -> None:
    reference = service.confirmed()
    folder = folder_of(service, reference)
    for words in ("Dear Sir", "Dear Madam"):
        laid(folder / "letter.docx", word_file_of(words))
        look(service)
    kept = list((folder / "refused").glob("*.docx"))
    assert len(kept) == 2


def test_a_copy_spoilt_in_place_is_set_aside_and_the_original_is_laid_again(
    service: Service,
) -> None:
    reference = service.confirmed()
    (path, *_) = sorted(folder_of(service, reference).glob("*-invitation-*.docx"))
    original = path.read_bytes()
    laid(path, fill_regions(original, {}) + b"spoilt")
    assert len(look(service)) == 1
    assert path.read_bytes() == original
    assert look(service) == []


def test_a_file_still_being_written_or_held_open_waits(service: Service) -> None:
    reference = service.confirmed()
    folder, edit = folder_of(service, reference), service.edited(reference)
    laid(folder / "young.docx", edit, seconds_ago=0.5)
    laid(folder / "~$young.docx", b"lock")
    laid(folder / "empty.docx", b"")
    (folder / "a folder.docx").mkdir()
    assert look(service) == []
    laid(folder / "young.docx", edit)
    assert len(look(service)) == 1


def test_a_stale_copy_edited_in_place_becomes_a_branch(service: Service) -> None:
    reference = service.reviewed()
    (path, *_) = sorted(folder_of(service, reference).glob("*-response-draft.docx"))
    original, current = path.read_bytes(), service.word_file(reference)
    laid(path, fill_regions(original, {"overview": ["From the first draft."]}))
    (said,) = look(service)
    assert VersionKind.BRANCH.value in said
    assert path.read_bytes() == original
    assert service.word_file(reference) == current
