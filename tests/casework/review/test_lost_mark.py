"""A file that lost its mark on the way is known by its words, once a person says so."""

import re

import pytest

from casework import review
from casework.documents.packing import unpack
from casework.documents.regions import read_regions
from casework.documents.stamp import read_stamp
from casework.errors import CaseworkError, NotFoundError, RefusedInputError
from tests.builders import HEAD, TEMPLATES, Service, at, by, word_file_of
from tests.databases import EVERYWHERE
from tests.document_systems import DOCUMENT, unmarked, with_parts
from tests.reports import a_page, rows

pytestmark = pytest.mark.parametrize("service", EVERYWHERE, indirect=True)


@pytest.fixture(autouse=True)
def _a_small_report(service: Service) -> None:
    service.report = a_page()


def hand_in(service: Service, reference: str, data: bytes, made_from: int = 0) -> list[str]:
    edited = review.Edited(data, "edited.docx", made_from=made_from)
    return review.check_in(service.record, by(HEAD, at(11, 15)), reference, edited, TEMPLATES)


def version_of(data: bytes) -> int:
    stamp = read_stamp(data)
    assert stamp
    return stamp.version


def test_it_is_refused_and_the_likely_version_is_named(service: Service) -> None:
    reference = service.reviewed()
    first = version_of(service.word_file(reference))
    service.check_in(reference, service.edited(reference, "A later word."))
    lost = unmarked(service.edited(reference, "Written elsewhere."))
    before = rows(service.record)
    with pytest.raises(RefusedInputError, match=f"--made-from {first + 1}"):
        hand_in(service, reference, lost)
    assert rows(service.record) == before


def test_with_the_persons_word_it_is_taken_and_carries_its_mark_again(service: Service) -> None:
    reference = service.reviewed()
    current = version_of(service.word_file(reference))
    lost = unmarked(service.edited(reference, "Written elsewhere."))
    outcome, number, *remarks = hand_in(service, reference, lost, current)
    assert (outcome, int(number)) == ("version", current + 1)
    assert "as you say" in remarks[0]
    assert len(remarks) == 1
    assert version_of(service.word_file(reference)) == current + 1
    assert service.file(reference).words_at("overview") == ("Written elsewhere.",)
    assert hand_in(service, reference, lost) == ["unchanged", number]


def test_an_older_version_named_makes_a_branch_and_a_doubtful_number_a_remark(
    service: Service,
) -> None:
    reference = service.commented()
    draft = version_of(service.word_file(reference))
    service.check_in(reference, service.edited(reference))
    lost = unmarked(service.edited(reference, "Plainly from the edited one."))
    outcome, _, *remarks = hand_in(service, reference, lost, draft)
    assert outcome == "branch"
    assert [said for said in remarks if f"more like version {draft + 1}" in said]


def test_words_copied_into_a_new_file_are_known_and_their_lost_places_named(
    service: Service,
) -> None:
    reference = service.reviewed()
    current = version_of(service.word_file(reference))
    body = unpack(service.word_file(reference))[DOCUMENT].decode()
    lines = re.findall(r"<w:p[ >].*?</w:p>", body, re.DOTALL)
    words = ["".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", line)) for line in lines]
    pasted = word_file_of(*filter(None, words), "And one more thing.")
    with pytest.raises(RefusedInputError, match=f"--made-from {current}"):
        hand_in(service, reference, pasted)
    outcome, _, *remarks = hand_in(service, reference, pasted, current)
    assert outcome == "version"
    assert [said for said in remarks if "lost the marked place" in said and "overview" in said]


def test_properties_taken_off_alone_are_no_edit(service: Service) -> None:
    reference = service.reviewed()
    current = service.word_file(reference)
    outcome, number, *_ = hand_in(service, reference, unmarked(current), version_of(current))
    assert (outcome, int(number)) == ("unchanged", version_of(current))


def test_a_number_is_no_way_in_for_another_file(service: Service) -> None:
    reference = service.reviewed()
    current = service.word_file(reference)
    before = rows(service.record)
    with pytest.raises(RefusedInputError, match="little in common"):
        hand_in(service, reference, word_file_of("Dear Sir", "We write to you."), 1)
    with pytest.raises(NotFoundError, match="no version 99"):
        hand_in(service, reference, unmarked(current), 99)
    with pytest.raises(RefusedInputError, match="without --made-from"):
        hand_in(service, reference, service.edited(reference, "New."), version_of(current) - 1)
    with pytest.raises(CaseworkError, match="not made by this service"):
        hand_in(service, reference, word_file_of("Dear Sir"))
    assert rows(service.record) == before


def test_the_marked_places_of_such_a_file_are_still_read(service: Service) -> None:
    reference = service.reviewed()
    edited = service.edited(reference, "Read from its place.")
    lost = with_parts(unmarked(edited), {})
    assert read_regions(lost)["overview"] == ("Read from its place.",)
    hand_in(service, reference, lost, version_of(service.word_file(reference)))
    assert service.file(reference).words_at("overview") == ("Read from its place.",)
