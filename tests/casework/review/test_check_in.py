"""A Word file comes back: through the gate, into a version or a branch, never over another."""

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest

from casework import review
from casework.documents.packing import pack_parts, unpack
from casework.documents.regions import fill_regions, read_regions
from casework.documents.stamp import read_stamp, restamp
from casework.drafting import write_draft
from casework.errors import CaseworkError, NotAllowedError
from casework.record.hand import the_service
from casework.record.verify import faults
from models.shapes.word import Stamp
from models.words import Stage, VersionKind
from tests.builders import FINANCE, HEAD, TEMPLATES, Service, at, by, word_file_of
from tests.databases import EVERYWHERE
from tests.reports import a_page, rows

if TYPE_CHECKING:
    from collections.abc import Callable

MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
PLAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# Word files and folders, which no database touches: one of the two is enough.
pytestmark = pytest.mark.parametrize("service", EVERYWHERE, indirect=True)


@pytest.fixture(autouse=True)
def _a_small_report(service: Service) -> None:
    service.report = a_page()


def stamp_of(data: bytes) -> Stamp:
    stamp = read_stamp(data)
    assert stamp
    return stamp


def with_macro(data: bytes) -> bytes:
    parts = unpack(data)
    types = parts["[Content_Types].xml"].replace(PLAIN.encode(), MACRO.encode())
    return pack_parts({**parts, "[Content_Types].xml": types, "word/vbaProject.bin": b"macro"})


def bomb(data: bytes) -> bytes:
    from zipfile import ZIP_DEFLATED, ZipFile

    packed = BytesIO(data)
    with ZipFile(packed, "a", ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", b"\0" * (300 << 20))
    return packed.getvalue()


def refusals(data: bytes) -> dict[str, bytes]:
    """Return files that must not come in, each by what it is."""
    stamp = stamp_of(data)
    theirs = Stamp(**{**_fields(stamp), "office": "barset"})
    other = Stamp(**{**_fields(stamp), "case": "S55-2022-777"})
    letter = Stamp(**{**_fields(stamp), "document": "invitation"})
    return {
        "a macro file": with_macro(data),
        "a .doc": OLD_WORD + b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0" + b"\0" * 2000,
        "an encrypted file": OLD_WORD + "EncryptedPackage".encode("utf-16-le") + b"\0" * 2000,
        "a zip bomb": bomb(data),
        "half a file": data[: len(data) // 2],
        "nothing": b"",
        "a page": b"<!doctype html><title>403</title>",
        "a letter nobody here made": word_file_of("Dear Sir"),
        "another office's file": restamp(data, theirs),
        "another case's file": restamp(data, other),
        "another document of this case": restamp(data, letter),
    }


def _fields(stamp: Stamp) -> dict[str, Any]:
    return {name: getattr(stamp, name) for name in Stamp.__dataclass_fields__}


def test_what_must_not_come_in_gets_one_sentence_and_leaves_the_record_as_it_was(
    service: Service,
) -> None:
    reference = service.confirmed()
    before, current = rows(service.record), service.word_file(reference)
    said = {}
    for what, data in refusals(current).items():
        with pytest.raises(CaseworkError) as refused:
            service.check_in(reference, data)
        said[what] = str(refused.value)
        assert "\n" not in said[what]
        assert rows(service.record) == before
    assert service.word_file(reference) == current
    assert "another office" in said["another office's file"]
    assert "S55-2022-777" in said["another case's file"]
    assert "invitation" in said["another document of this case"]
    assert "not made by this service" in said["a letter nobody here made"]
    assert "macro" in said["a macro file"].lower()


def test_an_edit_becomes_the_next_version_and_the_case_is_in_review(service: Service) -> None:
    reference = service.confirmed()
    edit = service.edited(reference, "I welcome <this> & {{that}}.")
    number = stamp_of(edit).version
    assert service.check_in(reference, edit) == ["version", str(number + 1)]
    file = service.file(reference)
    assert file.case.stage is Stage.IN_REVIEW
    assert file.words_at("overview") == ("I welcome <this> & {{that}}.",)
    assert file.words_at("f002_answer") == ("I will act by 1 March 2023.",)
    assert stamp_of(service.word_file(reference)).version == number + 1


def test_the_same_file_twice_is_one_version(service: Service) -> None:
    reference = service.confirmed()
    edit = service.edited(reference)
    taken = service.check_in(reference, edit)
    before = service.word_file(reference)
    assert service.check_in(reference, edit) == ["unchanged", taken[1]]
    assert service.check_in(reference, before) == ["unchanged", taken[1]]
    assert service.word_file(reference) == before


def test_a_stale_copy_becomes_a_branch_and_the_current_version_stays(service: Service) -> None:
    reference = service.confirmed()
    stale = service.edited(reference, "Made from the old one.")
    service.check_in(reference, service.edited(reference, "I welcome this report."))
    current = service.word_file(reference)
    outcome, number, remark = service.check_in(reference, stale)
    assert outcome == "branch"
    assert f"version {stamp_of(stale).version}" in remark
    assert service.word_file(reference) == current
    assert service.file(reference).words_at("overview") == ("I welcome this report.",)
    kept = service.folder / "cases" / reference / f"{int(number):02d}-response-other-edit.docx"
    assert kept.read_bytes() == stale
    assert faults(service.record) == []


def test_a_stale_copy_voids_no_signature(service: Service) -> None:
    reference = service.commented()
    stale = service.edited(reference, "Made from the old one.")
    service.check_in(reference, service.edited(reference))
    _submit(service, reference)
    assert service.check_in(reference, stale, moment=at(11, 22))[0] == "branch"
    file = service.file(reference)
    assert (file.case.stage, file.round is not None) == (Stage.SIGNING, True)


def _submit(service: Service, reference: str) -> None:
    from casework import sign_off
    from tests.builders import OFFICER

    sign_off.submit(
        service.record, by(OFFICER, at(11, 21)), reference, TEMPLATES, at(11, 30).date()
    )


@pytest.mark.parametrize("place", ["f001_text", "c1_comments"])
def test_somebody_elses_words_altered_are_named_and_stop_the_signing(
    service: Service, place: str
) -> None:
    reference = service.commented()
    altered = fill_regions(service.edited(reference), {place: ["They did very well indeed."]})
    outcome, _, *remarks = service.check_in(reference, altered)
    assert outcome == "version"
    assert [r for r in remarks if place in r]
    with pytest.raises(NotAllowedError, match=place):
        _submit(service, reference)


def test_an_edit_under_signature_needs_a_word_and_then_is_a_draft_again(service: Service) -> None:
    reference = service.submitted()
    with_copy = next((service.folder / "cases" / reference).glob("*signing-copy.docx")).read_bytes()
    assert "OFFICIAL" not in " ".join(read_regions(with_copy).get("marking", ()))
    edit = fill_regions(with_copy, {"overview": ["I welcome it warmly."]})
    before = rows(service.record)
    with pytest.raises(NotAllowedError, match="voids"):
        service.check_in(reference, edit, moment=at(11, 22))
    assert rows(service.record) == before
    hand = by(HEAD, at(11, 22))
    taken = review.Edited(edit, "copy.docx", voids=True)
    assert review.check_in(service.record, hand, reference, taken, TEMPLATES)[0] == "version"
    file = service.file(reference)
    assert (file.case.stage, file.round) == (Stage.IN_REVIEW, None)
    words = read_regions(service.word_file(reference))
    assert "draft" in words["marking"][0]
    assert words["signature"][0] == "[To be signed]"
    assert words["overview"] == ("I welcome it warmly.",)


def test_who_holds_no_part_in_it_may_not_hand_in(service: Service) -> None:
    reference = service.confirmed()
    before = rows(service.record)
    edit = service.edited(reference)
    refused: tuple[Callable[[], object], ...] = (
        lambda: service.check_in(reference, edit, "nobody"),
        lambda: service.check_in("S55-2022-099", edit),
    )
    for act in refused:
        with pytest.raises(CaseworkError):
            act()
    assert rows(service.record) == before
    assert service.check_in(reference, edit, FINANCE)[0] == "version"


def test_every_version_is_numbered_hashed_and_says_who_made_it(service: Service) -> None:
    reference = service.reviewed()
    from casework.record.bytes import digest
    from casework.record.desk import find_case
    from casework.record.papers import find_document, versions_of

    with service.record.reading() as session:
        office = service.record.office(session)
        document = find_document(session, find_case(session, office.id or 0, reference))
        assert document
        every = versions_of(session, document)
    assert [v.number for v in every] == list(range(1, len(every) + 1))
    assert every[-1].kind is VersionKind.CHECK_IN
    assert every[-1].made_by_id is not None
    assert every[-1].sha256 == digest(service.word_file(reference))
    copies = sorted((service.folder / "cases" / reference).glob("*-response-*.docx"))
    assert [digest(p.read_bytes()) for p in copies] == [v.sha256 for v in every]
    assert write_draft(service.record, the_service(at(11, 15)), reference, TEMPLATES) == 0
