"""What document systems, labels and programs write is no edit, and is let in."""

from collections.abc import Callable

import pytest

from casework import review
from casework.errors import RefusedInputError
from tests.builders import HEAD, TEMPLATES, Service, at, by
from tests.databases import EVERYWHERE
from tests.document_systems import from_a_library, labelled, saved_again
from tests.reports import a_page, rows

pytestmark = pytest.mark.parametrize("service", EVERYWHERE, indirect=True)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WROTE = {"a label": labelled, "a library": from_a_library, "being saved again": saved_again}


@pytest.fixture(autouse=True)
def _a_small_report(service: Service) -> None:
    service.report = a_page()


@pytest.mark.parametrize("wrote", WROTE.values(), ids=WROTE.keys())
def test_a_file_nobody_edited_is_unchanged(
    service: Service, wrote: Callable[[bytes], bytes]
) -> None:
    reference = service.reviewed()
    current = service.word_file(reference)
    versions = rows(service.record)["version"]
    number = str(versions_in(service, reference))
    assert service.check_in(reference, wrote(current)) == ["unchanged", number]
    assert service.word_file(reference) == current
    assert rows(service.record)["version"] == versions


@pytest.mark.parametrize("wrote", WROTE.values(), ids=WROTE.keys())
def test_an_edit_under_them_is_taken_once(
    service: Service, wrote: Callable[[bytes], bytes]
) -> None:
    reference = service.confirmed()
    edit = service.edited(reference, "I welcome it.")
    outcome, number, *_ = service.check_in(reference, wrote(edit))
    assert outcome == "version"
    assert service.check_in(reference, edit) == ["unchanged", number]
    assert service.file(reference).words_at("overview") == ("I welcome it.",)


def test_a_branch_with_another_label_is_still_the_same_branch(service: Service) -> None:
    reference = service.confirmed()
    stale = service.edited(reference, "From before.")
    service.check_in(reference, service.edited(reference))
    outcome, number, *_ = service.check_in(reference, stale)
    assert outcome == "branch"
    assert service.check_in(reference, labelled(stale)) == ["unchanged", number]


def versions_in(service: Service, reference: str) -> int:
    """Return the number of the newest version."""
    return len(list((service.folder / "cases" / reference).glob("[0-9][0-9]-response-*.docx")))


@pytest.mark.parametrize(
    ("streams", "way_out"),
    [
        (("EncryptionInfo", "EncryptedPackage"), "Encrypt with Password"),
        (("EncryptedPackage", "DRMEncryptedDataSpace"), "label without encryption"),
    ],
    ids=["a password", "an encrypted label"],
)
def test_an_encrypted_file_is_named_with_the_way_out(
    service: Service, streams: tuple[str, ...], way_out: str
) -> None:
    reference = service.confirmed()
    names = b"".join(name.encode("utf-16-le") + bytes(80) for name in streams)
    edited = review.Edited(OLE + bytes(504) + names + bytes(1500), "locked.docx")
    before = rows(service.record)
    with pytest.raises(RefusedInputError, match=way_out):
        review.check_in(service.record, by(HEAD, at(11, 14)), reference, edited, TEMPLATES)
    assert rows(service.record) == before
