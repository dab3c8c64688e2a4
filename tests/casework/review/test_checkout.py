"""Who has the response out is marked and told; nothing is locked, and the marker ends by itself."""

from datetime import date

import pytest

from casework import review
from casework.errors import CaseworkError, NotFoundError
from casework.record.checkouts import since_words, who_has_it
from casework.record.desk import find_case
from casework.record.hand import the_service
from casework.record.papers import find_document
from casework.record.verify import faults
from models.words import Stage
from tests.builders import FINANCE, HEAD, OFFICER, Service, at, by
from tests.databases import EVERYWHERE
from tests.reports import a_page

pytestmark = pytest.mark.parametrize("service", EVERYWHERE, indirect=True)
TUESDAY = at(11, 8, 15, 10)


@pytest.fixture(autouse=True)
def _a_small_report(service: Service) -> None:
    service.report = a_page()


def out_now(service: Service, reference: str) -> list[tuple[str, int]]:
    """Return who has which version out."""
    with service.record.reading() as session:
        case = find_case(session, service.record.office(session).id or 0, reference)
        document = find_document(session, case)
        assert document
        return [(one.person, one.version) for one in who_has_it(session, document)]


def history(service: Service, reference: str, what: str) -> int:
    """Return how many entries of a kind the history of a case holds."""
    from sqlmodel import select

    from models import HistoryEntry

    with service.record.reading() as session:
        case = find_case(session, service.record.office(session).id or 0, reference)
        rows = session.exec(select(HistoryEntry).where(HistoryEntry.chain == f"case:{case.id}"))
        return sum(f'"what":"{what}"' in row.body for row in rows)


def test_the_second_is_told_of_the_first_and_still_gets_it(service: Service) -> None:
    reference = service.confirmed()
    number, *none = review.check_out(service.record, by(HEAD, TUESDAY), reference)
    assert none == []
    again, said = review.check_out(service.record, by(OFFICER, at(11, 9)), reference)
    assert again == number
    assert said == f"Tomasz Birch has had version {number} since Tuesday 8 November, 15:10."
    assert out_now(service, reference) == [
        ("Tomasz Birch", int(number)),
        ("Priya Lockhart", int(number)),
    ]
    assert history(service, reference, "checked_out") == 2


def test_the_same_person_twice_is_one_marker_since_the_first_time(service: Service) -> None:
    reference = service.confirmed()
    first = review.check_out(service.record, by(HEAD, TUESDAY), reference)
    assert review.check_out(service.record, by(HEAD, at(11, 9)), reference) == first
    assert len(out_now(service, reference)) == 1
    said = review.check_out(service.record, by(OFFICER, at(11, 9)), reference)[1]
    assert "Tuesday 8 November" in said
    assert history(service, reference, "checked_out") == 2


def test_the_marker_ends_when_that_persons_edit_comes_back(service: Service) -> None:
    reference = service.confirmed()
    edit = service.edited(reference)
    review.check_out(service.record, by(HEAD, TUESDAY), reference)
    review.check_out(service.record, by(FINANCE, TUESDAY), reference)
    service.check_in(reference, edit, HEAD)
    assert [person for person, _ in out_now(service, reference)] == ["Gareth Pym"]
    assert history(service, reference, "checkout_ended") == 1


def test_it_ends_too_when_the_file_comes_back_unchanged_or_as_a_branch(service: Service) -> None:
    reference = service.confirmed()
    first, stale = service.word_file(reference), service.edited(reference, "Another's words.")
    review.check_out(service.record, by(FINANCE, TUESDAY), reference)
    assert service.check_in(reference, first, FINANCE)[0] == "unchanged"
    assert out_now(service, reference) == []
    review.check_out(service.record, by(OFFICER, TUESDAY), reference)
    service.check_in(reference, service.edited(reference), HEAD)
    assert service.check_in(reference, stale, OFFICER)[0] == "branch"
    assert out_now(service, reference) == []


def test_an_edit_of_another_version_leaves_the_marker(service: Service) -> None:
    reference = service.confirmed()
    stale = service.edited(reference, "From before.")
    service.check_in(reference, service.edited(reference), HEAD)
    review.check_out(service.record, by(OFFICER, TUESDAY), reference)
    service.check_in(reference, stale, OFFICER)
    assert [person for person, _ in out_now(service, reference)] == ["Priya Lockhart"]


def test_a_file_dropped_into_the_folder_ends_nobodys_marker(service: Service) -> None:
    from tests.builders import TEMPLATES

    reference = service.confirmed()
    edit = service.edited(reference)
    review.check_out(service.record, by(HEAD, TUESDAY), reference)
    edited = review.Edited(edit, "edited.docx")
    review.check_in(service.record, the_service(at(11, 14)), reference, edited, TEMPLATES)
    assert len(out_now(service, reference)) == 1


def test_a_marker_can_be_given_back_once_and_again_harmlessly(service: Service) -> None:
    reference = service.confirmed()
    review.check_out(service.record, by(HEAD, TUESDAY), reference)
    assert review.give_back(service.record, by(HEAD, at(11, 9)), reference) == 1
    assert review.give_back(service.record, by(HEAD, at(11, 9)), reference) == 0
    assert out_now(service, reference) == []
    assert history(service, reference, "checkout_ended") == 1
    assert faults(service.record) == []


def test_a_marker_of_an_older_version_says_that_work_has_gone_on(service: Service) -> None:
    reference = service.confirmed()
    number = review.check_out(service.record, by(FINANCE, TUESDAY), reference)[0]
    service.check_in(reference, service.edited(reference), HEAD)
    current, said = review.check_out(service.record, by(OFFICER, at(11, 15)), reference)
    assert int(current) == int(number) + 1
    assert said == (
        f"Gareth Pym has had version {number} since Tuesday 8 November, 15:10; version "
        f"{current} is current now, so that edit will be kept beside it when it comes back."
    )


def test_taking_the_new_version_ends_the_marker_on_the_old_one(service: Service) -> None:
    reference = service.confirmed()
    review.check_out(service.record, by(OFFICER, TUESDAY), reference)
    service.check_in(reference, service.edited(reference), HEAD)
    number = review.check_out(service.record, by(OFFICER, at(11, 15)), reference)[0]
    assert out_now(service, reference) == [("Priya Lockhart", int(number))]


def test_who_takes_it_out_under_signature_is_told_what_an_edit_would_do(service: Service) -> None:
    reference = service.submitted()
    said = review.check_out(service.record, by(HEAD, at(11, 22)), reference)[1]
    assert "voids the signatures" in said
    assert service.file(reference).case.stage is Stage.SIGNING


def test_nobody_and_strangers_mark_nothing(service: Service) -> None:
    reference = service.confirmed()
    for hand in (the_service(TUESDAY), by("nobody", TUESDAY)):
        with pytest.raises(CaseworkError):
            review.check_out(service.record, hand, reference)
    with pytest.raises(NotFoundError):
        review.check_out(service.record, by(HEAD, TUESDAY), "S55-2022-099")
    assert out_now(service, reference) == []


def test_a_moment_is_told_as_londons_clocks_show_it(service: Service) -> None:
    del service
    summer = at(7, 5, 9, 5)
    assert since_words(summer, date(2022, 7, 6)) == "Tuesday 5 July, 09:05"
    assert since_words(summer, date(2023, 1, 6)) == "Tuesday 5 July 2022, 09:05"
