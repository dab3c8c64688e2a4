"""What the record says anew waits in the Word file: proposed, decided, never pushed through."""

import json
from dataclasses import dataclass

import pytest
from sqlmodel import Session, col, select

from casework import findings, review, sign_off
from casework.documents.merge.taking import updates_taken
from casework.documents.regions import fill_regions, read_regions
from casework.drafting import write_answer, write_draft
from casework.errors import CaseworkError, NotFoundError, RefusedInputError
from casework.record.bytes import fetch
from casework.record.desk import find_case
from casework.record.hand import the_service
from casework.record.papers import find_document, version, versions_of
from casework.record.proposals import items_of, waiting_proposal
from casework.record.whats_next import whats_next
from models import Case as CaseRow
from models import HistoryEntry, Mail, Proposal, ProposalItem
from models.review_words import Decision, MergeOutcome, ProposalState
from models.words import FindingClass, MailKind, VersionKind
from tests.builders import HEAD, OFFICER, TEMPLATES, Service, at, by
from tests.databases import EVERYWHERE
from tests.reports import a_page, rows

pytestmark = pytest.mark.parametrize("service", EVERYWHERE, indirect=True)


@dataclass
class Case:
    """A case whose response was handed in once; the record then changes."""

    service: Service
    reference: str

    def draft(self, day: int) -> int:
        return write_draft(
            self.service.record, the_service(at(10, day, 12)), self.reference, TEMPLATES
        )

    def correct(self, key: str, text: str, day: int = 21) -> None:
        hand = by(HEAD, at(10, day))
        findings.correct_finding(self.service.record, hand, self.reference, key, text)

    def words(self) -> dict[str, tuple[str, ...]]:
        return read_regions(self.service.word_file(self.reference))

    def file_of(self, number: int) -> bytes:
        with self.service.record.reading() as session:
            document = find_document(session, self._case(session))
            assert document
            return fetch(session, version(session, document, number).sha256)

    def kinds(self) -> list[VersionKind]:
        with self.service.record.reading() as session:
            document = find_document(session, self._case(session))
            assert document
            return [row.kind for row in versions_of(session, document)]

    def waiting(self) -> tuple[Proposal | None, list[ProposalItem]]:
        with self.service.record.reading() as session:
            document = find_document(session, self._case(session))
            assert document
            proposal = waiting_proposal(session, document)
            return proposal, items_of(session, proposal) if proposal else []

    def hand_in(self, data: bytes, day: int) -> list[str]:
        return self.service.check_in(self.reference, data, moment=at(10, day))

    def entries(self, what: str = "") -> list[str]:
        """Return the bodies of the history's entries that say this."""
        said = f'"what":"{what}' if what else ""
        with self.service.record.reading() as session:
            wanted = select(HistoryEntry.body).where(col(HistoryEntry.body).contains(said))
            return list(session.exec(wanted))

    def history(self) -> list[str]:
        return [json.loads(body)["what"] for body in self.entries()]

    def _case(self, session: Session) -> CaseRow:
        return find_case(session, self.service.record.office(session).id or 0, self.reference)


@pytest.fixture
def case(service: Service) -> Case:
    service.report = a_page()
    reference = service.confirmed()
    service.check_in(reference, service.edited(reference), moment=at(10, 20))
    return Case(service, reference)


def test_a_change_of_the_record_waits_beside_the_version_people_work_on(case: Case) -> None:
    before = case.words()
    case.correct("f001", "The force should write things down at once.")
    number = case.draft(21)
    assert case.kinds()[-1] is VersionKind.PROPOSAL
    assert case.words() == before
    proposal, items = case.waiting()
    assert proposal is not None
    assert proposal.number == number
    assert [(item.region, item.outcome) for item in items] == [("f001_text", MergeOutcome.UPDATED)]
    assert b"at once" not in case.service.word_file(case.reference)


def test_the_same_change_is_proposed_once_however_often_the_flow_runs(case: Case) -> None:
    case.correct("f001", "The force should write things down at once.")
    assert case.draft(21) > 0
    before = rows(case.service.record)
    assert [case.draft(day) for day in (21, 22, 23)] == [0, 0, 0]
    assert rows(case.service.record) == before


def test_what_next_says_how_many_updates_wait_and_how_many_clash_with_an_edit(case: Case) -> None:
    write_answer(
        case.service.record, by(OFFICER, at(10, 21)), case.reference, "f001_answer", "Quite other."
    )
    case.correct("f001", "The force should write things down at once.")
    edit = fill_regions(
        case.service.word_file(case.reference), {"f001_text": ["The force must write it all."]}
    )
    case.hand_in(edit, 22)
    case.draft(22)
    with case.service.record.reading() as session:
        settings = case.service.record.settings_of(session, case.service.record.office(session))
    said, _ = whats_next(settings, case.service.file(case.reference))
    assert "2 updates waiting, 1 conflicts with an edit" in said


def test_an_update_accepted_in_word_is_the_text_and_counts_as_taken(case: Case) -> None:
    case.correct("f001", "The force should write things down at once.")
    number = case.draft(21)
    outcome, _, *remarks = case.hand_in(updates_taken(case.file_of(number)), 22)
    assert outcome == "version"
    assert "1 of 1 update" in " ".join(remarks)
    assert case.words()["f001_text"] == ("The force should write things down at once.",)
    assert case.waiting() == (None, [])
    assert case.draft(23) == 0


def test_an_update_rejected_in_word_is_declined_and_not_offered_again(case: Case) -> None:
    case.correct("f001", "The force should write things down at once.")
    before = case.service.word_file(case.reference)
    number = case.draft(21)
    rejected = _stamped_like(before, case.file_of(number))
    case.hand_in(rejected, 22)
    assert case.waiting() == (None, [])
    assert _decisions(case, number) == [Decision.NOT_TAKEN]
    assert case.words()["f001_text"] == ("The force should write things down.",)
    assert [case.draft(day) for day in (23, 24)] == [0, 0]
    case.correct("f001", "The force should write all things down.", 25)
    assert case.draft(25) > 0


def _stamped_like(data: bytes, other: bytes) -> bytes:
    from casework.documents.stamp import read_stamp, restamp

    stamp = read_stamp(other)
    assert stamp
    return restamp(data, stamp)


def _decisions(case: Case, number: int) -> list[Decision]:
    with case.service.record.reading() as session:
        proposal = session.exec(select(Proposal).where(Proposal.number == number)).one()
        assert proposal.state is not ProposalState.WAITING
        return [item.decision for item in items_of(session, proposal)]


def test_an_edit_of_the_version_without_the_updates_keeps_its_place_and_the_updates_come_again(
    case: Case,
) -> None:
    case.correct("f001", "The force should write things down at once.")
    first = case.draft(21)
    edit = fill_regions(case.service.word_file(case.reference), {"overview": ["I welcome it."]})
    outcome, number, *_ = case.hand_in(edit, 22)
    assert outcome == "version"
    again = case.draft(22)
    assert again > int(number) > first
    assert case.words()["overview"] == ("I welcome it.",)
    proposal, items = case.waiting()
    assert proposal is not None
    assert proposal.made_from == int(number)
    assert [item.region for item in items] == ["f001_text"]


def test_an_answer_written_on_the_record_survives_an_edit_that_does_not_know_of_it(
    case: Case,
) -> None:
    hand = by(OFFICER, at(10, 21))
    write_answer(case.service.record, hand, case.reference, "f001_answer", "I will act by June.")
    case.draft(21)
    edit = fill_regions(case.service.word_file(case.reference), {"overview": ["I welcome it."]})
    case.hand_in(edit, 22)
    assert case.service.file(case.reference).words_at("f001_answer") == ("I will act by June.",)
    case.draft(22)
    case.service.take_updates(case.reference, at(10, 23))
    assert case.words()["f001_answer"] == ("I will act by June.",)


def test_updates_left_undecided_wait_in_the_file_and_nothing_new_is_put_on_top(case: Case) -> None:
    case.correct("f001", "The force should write things down at once.")
    number = case.draft(21)
    half = fill_regions(case.file_of(number), {"overview": ["I welcome it."]})
    _, _, *remarks = case.hand_in(half, 22)
    assert any("still wait" in remark for remark in remarks)
    case.correct("f001", "The force should write all things down.", 23)
    assert case.draft(23) == 0
    case.service.take_updates(case.reference, at(10, 24))
    assert case.words()["f001_text"] == ("The force should write things down at once.",)
    assert case.draft(25) > 0
    case.service.take_updates(case.reference, at(10, 26))
    assert case.words()["f001_text"] == ("The force should write all things down.",)
    assert case.words()["overview"] == ("I welcome it.",)


def test_updates_set_aside_need_a_reason_and_do_not_come_again(case: Case) -> None:
    case.correct("f001", "The force should write things down at once.")
    case.draft(21)
    record, hand = case.service.record, by(OFFICER, at(10, 22))
    before = rows(record)
    with pytest.raises(RefusedInputError, match="reason"):
        review.decline_updates(record, hand, case.reference, "  ")
    assert rows(record) == before
    hand = by(OFFICER, at(10, 22))
    assert review.decline_updates(record, hand, case.reference, "Agreed with the force.") == 1
    assert case.waiting() == (None, [])
    assert [case.draft(day) for day in (23, 24)] == [0, 0]
    with pytest.raises(NotFoundError, match="No updates"):
        review.take_updates(record, by(HEAD, at(10, 25)), case.reference, TEMPLATES)


def test_nothing_goes_to_signature_while_updates_wait(service: Service) -> None:
    reference = service.reviewed()
    hand = by(HEAD, at(11, 15))
    findings.correct_finding(service.record, hand, reference, "f001", "The force should hurry.")
    write_draft(service.record, the_service(at(11, 15, 12)), reference, TEMPLATES)
    with pytest.raises(CaseworkError, match="1 update waiting"):
        sign_off.submit(service.record, by(OFFICER, at(11, 16)), reference, TEMPLATES)
    service.take_updates(reference, at(11, 17))
    sign_off.submit(service.record, by(OFFICER, at(11, 18)), reference, TEMPLATES)


def test_nothing_goes_to_signature_before_a_change_of_the_record_was_even_proposed(
    service: Service,
) -> None:
    reference = service.reviewed()
    hand = by(HEAD, at(11, 15))
    write_answer(service.record, hand, reference, "f001_answer", "I will act by June.")
    with pytest.raises(CaseworkError, match="The record has changed"):
        sign_off.submit(service.record, by(OFFICER, at(11, 16)), reference, TEMPLATES)
    write_draft(service.record, the_service(at(11, 16, 12)), reference, TEMPLATES)
    service.take_updates(reference, at(11, 17))
    sign_off.submit(service.record, by(OFFICER, at(11, 18)), reference, TEMPLATES)


def test_a_finding_added_after_the_file_came_back_has_its_places_once_accepted(case: Case) -> None:
    hand = by(HEAD, at(10, 21))
    klass = FindingClass.AREA_FOR_IMPROVEMENT
    key = findings.add_finding(
        case.service.record, hand, case.reference, klass, "The force should count.", "Counting"
    )
    case.draft(21)
    assert f"{key}_text" not in case.words()
    case.service.take_updates(case.reference, at(10, 22))
    assert case.words()[f"{key}_text"] == ("The force should count.",)
    assert f"{key}_answer" in case.words()
    assert case.words()["overview"] == ("I welcome this report.",)


def test_updates_the_file_says_already_wait_no_longer(case: Case) -> None:
    case.correct("f001", "The force should write things down at once.")
    case.draft(21)
    retyped = fill_regions(
        case.service.word_file(case.reference),
        {"f001_text": ["The force should write things down at once."]},
    )
    case.hand_in(retyped, 22)
    assert case.draft(22) == 0
    assert case.waiting() == (None, [])
    assert case.history().count("updates_withdrawn") == 1
    before = rows(case.service.record)
    assert case.draft(23) == 0
    assert rows(case.service.record) == before


def test_updates_the_record_takes_back_wait_no_longer(case: Case) -> None:
    case.correct("f001", "The force should write things down at once.")
    number = case.draft(21)
    case.correct("f001", "The force should write things down.", 22)
    assert case.draft(22) == 0
    assert case.waiting() == (None, [])
    assert case.file_of(number)
    case.correct("f001", "The force should write things down at once.", 23)
    assert case.draft(23) > number


def test_a_merge_that_is_refused_is_noted_once_kept_and_told_to_people(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.correct("f001", "The force should write things down at once.")
    with monkeypatch.context() as broken:
        broken.setattr("casework.documents.merge.merging.is_kept", lambda *_: False)
        assert case.draft(21) == 0
        before = rows(case.service.record)
        assert [case.draft(day) for day in (21, 22)] == [0, 0]
        assert rows(case.service.record) == before
        edit = fill_regions(case.service.word_file(case.reference), {"overview": ["I welcome it."]})
        case.hand_in(edit, 22)
        assert case.draft(23) == 0
    facts = [json.loads(body)["facts"] for body in case.entries("merge_refused")]
    assert [one["number"] for one in facts] == [3, 4]
    with case.service.record.reading() as session:
        assert b"word/document.xml" in fetch(session, facts[0]["refused"])
        wanted = select(Mail).where(Mail.kind == MailKind.WARNING)
        letters = session.exec(wanted.order_by(col(Mail.id))).all()
    assert len(letters) == 2
    assert "could not be put into version 3" in " ".join(letters[0].text.split())
    told, way, day = letters[0].text.strip().split("\n\n")
    assert "carry it over by hand" in " ".join(told.split())
    assert way == f"section55 show {case.reference}"  # no front desk is known here
    assert day == "Day 8 of 56; last day Thursday 8 December."
    assert case.draft(24) > 0
