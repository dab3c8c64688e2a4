"""Two edits of one version stand side by side until a person says what becomes of the second."""

import pytest
from sqlmodel import select

from casework import findings, review, sign_off
from casework.documents.merge.taking import updates_taken
from casework.documents.regions import read_regions
from casework.documents.stamp import read_stamp
from casework.drafting import write_draft
from casework.errors import CaseworkError, NotAllowedError
from casework.record.branches import Branch, branches_of
from casework.record.desk import find_case
from casework.record.hand import the_service
from casework.record.papers import find_document
from casework.record.verify import faults
from casework.record.whats_next import whats_next
from models import Proposal
from models.review_words import ProposalState
from models.words import Stage, VersionKind
from tests.builders import (
    CHIEF_EXECUTIVE,
    FINANCE,
    HEAD,
    OFFICER,
    SIGNATORY,
    TEMPLATES,
    Service,
    at,
    by,
)
from tests.databases import EVERYWHERE
from tests.reports import a_page

pytestmark = pytest.mark.parametrize("service", EVERYWHERE, indirect=True)
LATER = at(11, 15)


@pytest.fixture(autouse=True)
def _a_small_report(service: Service) -> None:
    service.report = a_page()


def two_edits(service: Service, second_by: str = FINANCE) -> tuple[str, int]:
    """Return a case with two edits of one version, and the number of the one kept beside."""
    reference = service.commented()
    mine = service.edited(reference, "The first to come back.")
    theirs = service.edited(reference, "The second to come back.")
    service.check_in(reference, mine, HEAD)
    return reference, int(service.check_in(reference, theirs, second_by)[1])


def kept_beside(service: Service, reference: str) -> list[Branch]:
    with service.record.reading() as session:
        case = find_case(session, service.record.office(session).id or 0, reference)
        document = find_document(session, case)
        assert document
        return branches_of(session, case, document)


def what_is_next(service: Service, reference: str) -> str:
    return whats_next(service.settings, service.file(reference))[0]


def test_a_second_edit_waits_and_is_said_to_before_submission(service: Service) -> None:
    reference, number = two_edits(service)
    (branch,) = kept_beside(service, reference)
    assert (branch.version.number, branch.waits) == (number, True)
    assert [row.number for row in service.file(reference).branches] == [number]
    said = what_is_next(service, reference)
    assert f"version {number}, kept beside, then submit" in said


def test_taking_over_makes_the_next_version_and_overwrites_nothing(service: Service) -> None:
    reference, number = two_edits(service)
    folder = service.folder / "cases" / reference
    before = {path.name: path.read_bytes() for path in folder.glob("*.docx")}
    outcome, taken, remark, *more = review.take_branch(
        service.record, by(OFFICER, LATER), reference, number, TEMPLATES
    )
    assert (outcome, int(taken), more) == ("version", number + 1, [])
    assert f"version {number - 1} is kept" in remark
    current = service.word_file(reference)
    assert read_regions(current)["overview"] == ("The second to come back.",)
    stamp = read_stamp(current)
    assert stamp
    assert stamp.version == number + 1
    assert service.file(reference).words_at("overview") == ("The second to come back.",)
    after = {path.name: path.read_bytes() for path in folder.glob("*.docx")}
    assert before.items() <= after.items()
    assert len(after) == len(before) + 1
    (branch,) = kept_beside(service, reference)
    assert (branch.taken_as, branch.became) == (number + 1, f"taken over as version {taken}")
    assert "kept beside" not in what_is_next(service, reference)
    assert faults(service.record) == []


def test_work_goes_on_from_what_was_taken_over(service: Service) -> None:
    reference, number = two_edits(service)
    review.take_branch(service.record, by(OFFICER, LATER), reference, number, TEMPLATES)
    edit = service.edited(reference, "And a third time.")
    assert service.check_in(reference, edit, HEAD, at(11, 16))[0] == "version"
    assert service.file(reference).words_at("overview") == ("And a third time.",)


def test_taking_over_twice_is_once(service: Service) -> None:
    reference, number = two_edits(service)
    taken = review.take_branch(service.record, by(OFFICER, LATER), reference, number, TEMPLATES)
    again = review.take_branch(service.record, by(HEAD, LATER), reference, number, TEMPLATES)
    assert again == ["unchanged", taken[1]]


def updates_beside_a_branch(service: Service) -> tuple[str, int, int]:
    """Return a case with an edit kept beside and an update that waits: reference and both."""
    reference, number = two_edits(service)
    hand = by(HEAD, at(11, 14, 12))
    findings.correct_finding(service.record, hand, reference, "f001", "The force should hurry.")
    return reference, number, draft(service, reference, 14)


def draft(service: Service, reference: str, day: int) -> int:
    return write_draft(service.record, the_service(at(11, day, 13)), reference, TEMPLATES)


def test_updates_that_waited_come_again_on_top_of_what_was_taken_over(service: Service) -> None:
    reference, number, proposal = updates_beside_a_branch(service)
    _, taken, *remarks = review.take_branch(
        service.record, by(OFFICER, LATER), reference, number, TEMPLATES
    )
    assert f"they come again, on top of version {taken}." in " ".join(remarks)
    for act in (
        lambda: service.take_updates(reference, at(11, 15, 10)),
        lambda: review.decline_updates(
            service.record, by(OFFICER, at(11, 15, 10)), reference, "Not wanted."
        ),
    ):
        with pytest.raises(NotAllowedError, match=f"`section55 draft {reference}` puts them"):
            act()
    with pytest.raises(NotAllowedError, match="1 update waiting"):
        sign_off.submit(service.record, by(OFFICER, at(11, 15, 11)), reference, TEMPLATES)
    again = draft(service, reference, 15)
    assert _proposals(service) == {
        proposal: ProposalState.SUPERSEDED,
        again: ProposalState.WAITING,
    }
    assert draft(service, reference, 16) == 0
    service.take_updates(reference, at(11, 16))
    words = read_regions(service.word_file(reference))
    assert words["f001_text"] == ("The force should hurry.",)
    assert words["overview"] == ("The second to come back.",)
    assert faults(service.record) == []


def _proposals(service: Service) -> dict[int, ProposalState]:
    with service.record.reading() as session:
        return {row.number: row.state for row in session.exec(select(Proposal))}


def test_updates_handed_in_after_another_edit_was_taken_over_are_kept_beside_it(
    service: Service,
) -> None:
    reference, number, proposal = updates_beside_a_branch(service)
    path = next((service.folder / "cases" / reference).glob(f"*{proposal}-*-with-updates.docx"))
    decided = updates_taken(path.read_bytes())
    taken = review.take_branch(service.record, by(OFFICER, LATER), reference, number, TEMPLATES)[1]
    outcome, beside, said = service.check_in(reference, decided, HEAD, at(11, 15, 10))
    assert outcome == "branch"
    assert f"made from version {proposal}, but version {taken} is current" in said
    assert [row.number for row in service.file(reference).branches] == [int(beside)]
    assert read_regions(service.word_file(reference))["f001_text"] != ("The force should hurry.",)
    draft(service, reference, 16)
    hand = by(OFFICER, at(11, 17))
    *_, decisions = review.take_branch(service.record, hand, reference, int(beside), TEMPLATES)
    assert decisions == f"1 of 1 update of version {proposal} was taken."
    assert ProposalState.WAITING not in _proposals(service).values()
    assert draft(service, reference, 18) == 0


def test_who_wrote_what_was_taken_over_may_not_approve_it(service: Service) -> None:
    reference, number = two_edits(service, CHIEF_EXECUTIVE)
    review.take_branch(service.record, by(OFFICER, LATER), reference, number, TEMPLATES)
    sign_off.submit(service.record, by(OFFICER, at(11, 21)), reference, TEMPLATES)
    with pytest.raises(NotAllowedError):
        sign_off.give_signature(service.record, by(CHIEF_EXECUTIVE, at(11, 22)), reference)


def test_a_settled_branch_waits_no_longer_and_says_why(service: Service) -> None:
    reference, number = two_edits(service)
    for _ in range(2):
        review.settle_branch(
            service.record, by(OFFICER, LATER), reference, number, "Carried over by hand."
        )
    (branch,) = kept_beside(service, reference)
    assert (branch.waits, branch.became) == (False, "settled: Carried over by hand.")
    assert "kept beside" not in what_is_next(service, reference)
    review.settle_branch(service.record, by(OFFICER, LATER), reference, number, "A better reason.")
    assert kept_beside(service, reference)[0].settled_because == "A better reason."
    assert faults(service.record) == []


def test_a_settled_branch_can_still_be_taken_over_but_not_the_other_way(service: Service) -> None:
    reference, number = two_edits(service)
    review.settle_branch(service.record, by(OFFICER, LATER), reference, number, "Not wanted.")
    hand = by(OFFICER, LATER)
    assert review.take_branch(service.record, hand, reference, number, TEMPLATES)[0] == "version"
    with pytest.raises(NotAllowedError, match="taken over"):
        review.settle_branch(service.record, by(OFFICER, LATER), reference, number, "Not wanted.")


def test_only_what_is_kept_beside_is_taken_or_settled_and_only_by_officers(
    service: Service,
) -> None:
    reference, number = two_edits(service)
    refused = (
        lambda: review.take_branch(service.record, by(OFFICER, LATER), reference, 1, TEMPLATES),
        lambda: review.settle_branch(service.record, by(OFFICER, LATER), reference, 99, "Why not."),
        lambda: review.settle_branch(service.record, by(OFFICER, LATER), reference, number, " - "),
        lambda: review.take_branch(
            service.record, by(FINANCE, LATER), reference, number, TEMPLATES
        ),
        lambda: review.settle_branch(
            service.record, by(SIGNATORY, LATER), reference, number, "No."
        ),
    )
    for act in refused:
        with pytest.raises(CaseworkError):
            act()
    assert kept_beside(service, reference)[0].waits


def test_taking_over_under_signature_needs_a_word(service: Service) -> None:
    reference, number = two_edits(service)
    sign_off.submit(service.record, by(OFFICER, at(11, 21)), reference, TEMPLATES)
    hand = by(OFFICER, at(11, 22))
    with pytest.raises(NotAllowedError, match="voids"):
        review.take_branch(service.record, hand, reference, number, TEMPLATES)
    taken = review.take_branch(
        service.record, by(OFFICER, at(11, 22)), reference, number, TEMPLATES, voids=True
    )
    assert taken[0] == "version"
    assert service.file(reference).case.stage is Stage.IN_REVIEW


def test_the_first_edit_taken_over_moves_a_confirmed_case_into_review(service: Service) -> None:
    reference = service.confirmed()
    stale = service.edited(reference, "Made before the list was put right.")
    key = service.file(reference).findings[0].key
    hand = by(OFFICER, at(11, 1))
    findings.correct_finding(service.record, hand, reference, key, text="Put right.")
    write_draft(service.record, the_service(at(11, 2)), reference, TEMPLATES)
    outcome, number, *_ = service.check_in(reference, stale, HEAD)
    assert outcome == "branch"
    assert service.file(reference).case.stage is Stage.CONFIRMED
    outcome, *remarks = review.take_branch(
        service.record, by(OFFICER, LATER), reference, int(number), TEMPLATES
    )
    assert service.file(reference).case.stage is Stage.IN_REVIEW
    assert [said for said in remarks if f"{key}_text" in said]
    assert kept_beside(service, reference)[0].version.kind is VersionKind.BRANCH
