"""What was said elsewhere is logged as it was said, and stays open until somebody decides."""

from datetime import date

import pytest

from casework import review, sign_off
from casework.errors import CaseworkError, NotAllowedError, NotFoundError, RefusedInputError
from casework.record.desk import find_case
from casework.record.hand import the_service
from casework.record.remarks import remarks_of, still_open
from casework.record.verify import faults
from casework.record.whats_next import whats_next
from casework.review import HeardElsewhere
from models import Remark
from models.review_words import Decision, Heard
from models.words import Stage
from tests.builders import FINANCE, HEAD, OFFICER, SIGNATORY, TEMPLATES, Service, at, by
from tests.databases import EVERYWHERE
from tests.reports import a_page, rows

pytestmark = pytest.mark.parametrize("service", EVERYWHERE, indirect=True)
CALL = HeardElsewhere("Nasreen Holt", Heard.TELEPHONE, "March is too soon.", place="f001_answer")


@pytest.fixture(autouse=True)
def _a_small_report(service: Service) -> None:
    service.report = a_page()


def logged(service: Service, reference: str, *said: HeardElsewhere) -> list[str]:
    return review.log_remarks(service.record, by(OFFICER, at(11, 15)), reference, said, None)


def remarks(service: Service, reference: str) -> list[Remark]:
    with service.record.reading() as session:
        case = find_case(session, service.record.office(session).id or 0, reference)
        return remarks_of(session, case)


def decide(
    service: Service, reference: str, number: int, decision: Decision, why: str = "It is right."
) -> str:
    hand = by(HEAD, at(11, 16))
    return review.decide_remark(service.record, hand, reference, number, decision, why)


def test_a_remark_keeps_who_how_when_where_and_the_words(service: Service) -> None:
    reference = service.reviewed()
    assert logged(service, reference, CALL) == ["1"]
    (row,) = remarks(service, reference)
    assert (row.who, row.heard, row.words) == (
        "Nasreen Holt",
        Heard.TELEPHONE,
        "March is too soon.",
    )
    assert (row.place, row.received_on) == ("f001_answer", date(2022, 11, 15))
    assert row.decision is Decision.WAITING
    assert faults(service.record) == []


def test_the_same_remark_logged_twice_is_one(service: Service) -> None:
    reference = service.reviewed()
    other = HeardElsewhere("Nasreen Holt", Heard.EMAIL, "Thank them.", date(2022, 11, 11))
    assert logged(service, reference, CALL, other) == ["1", "2"]
    assert logged(service, reference, other, CALL) == ["2", "1"]
    assert len(remarks(service, reference)) == 2


def test_an_open_remark_is_next_and_stops_submission_until_decided(service: Service) -> None:
    reference = service.reviewed()
    logged(service, reference, CALL)
    words, _ = whats_next(service.settings, service.file(reference))
    assert words == "decide 1 open remark, then submit the response for signature"
    hand = by(OFFICER, at(11, 21))
    with pytest.raises(NotAllowedError, match="Remark 1 of Nasreen Holt is still open"):
        sign_off.submit(service.record, hand, reference, TEMPLATES)
    assert decide(service, reference, 1, Decision.PARTLY) == "taken in part"
    assert still_open(remarks(service, reference)) == []
    sign_off.submit(service.record, by(OFFICER, at(11, 21)), reference, TEMPLATES)
    assert service.file(reference).case.stage is Stage.SIGNING


def test_a_decision_names_who_and_why_and_may_be_taken_anew(service: Service) -> None:
    reference = service.reviewed()
    logged(service, reference, CALL)
    for _ in range(2):
        decide(service, reference, 1, Decision.TAKEN)
    decide(service, reference, 1, Decision.NOT_TAKEN, "The date is in the plan.")
    (row,) = remarks(service, reference)
    assert (row.decision, row.reason) == (Decision.NOT_TAKEN, "The date is in the plan.")
    assert row.decided_by_id
    assert row.decided_at == at(11, 16)


def test_a_remark_may_come_while_it_is_being_signed_and_voids_nothing(service: Service) -> None:
    reference = service.submitted()
    hand = by(HEAD, at(11, 22))
    review.log_remarks(service.record, hand, reference, [CALL], None)
    file = service.file(reference)
    assert (file.case.stage, file.round is not None) == (Stage.SIGNING, True)
    assert whats_next(service.settings, file)[0].endswith("; also decide 1 open remark")


def test_what_says_nothing_or_is_about_nothing_there_is_refused(service: Service) -> None:
    reference = service.reviewed()
    before = rows(service.record)
    refused = (
        HeardElsewhere(" ", Heard.EMAIL, "Words."),
        HeardElsewhere("Nasreen Holt", Heard.EMAIL, " \n"),
        HeardElsewhere("Nasreen Holt", Heard.EMAIL, "Words.", date(2022, 11, 16)),
        HeardElsewhere("Nasreen Holt", Heard.EMAIL, "Words.", place="f777_answer"),
        HeardElsewhere("Nasreen Holt", Heard.EMAIL, "Words.", version=99),
    )
    for said in refused:
        with pytest.raises(CaseworkError):
            logged(service, reference, CALL, said)
    with pytest.raises(CaseworkError):
        review.log_remarks(service.record, the_service(at(11, 15)), reference, [CALL], None)
    assert rows(service.record) == before


def test_only_officers_and_signatories_decide_and_with_a_reason(service: Service) -> None:
    reference = service.reviewed()
    logged(service, reference, CALL)
    with pytest.raises(NotAllowedError):
        review.decide_remark(
            service.record, by(FINANCE, at(11, 16)), reference, 1, Decision.TAKEN, "Agreed."
        )
    for number, decision, why, error in (
        (7, Decision.TAKEN, "Agreed.", NotFoundError),
        (1, Decision.WAITING, "Agreed.", RefusedInputError),
        (1, Decision.TAKEN, " - ", RefusedInputError),
    ):
        with pytest.raises(error):
            decide(service, reference, number, decision, why)
    assert still_open(remarks(service, reference))
    hand = by(SIGNATORY, at(11, 16))
    review.decide_remark(service.record, hand, reference, 1, Decision.TAKEN, "Agreed.")
    assert not still_open(remarks(service, reference))


def test_words_quoted_tell_the_place_if_they_stand_in_one_only(service: Service) -> None:
    reference = service.commented()
    edit = service.edited(reference, "A sentence of its own.")
    service.check_in(reference, edit)
    known = HeardElsewhere("N", Heard.MARKED_PDF, "One.", quoted="a SENTENCE of\nits own")
    several = HeardElsewhere("N", Heard.MARKED_PDF, "Two.", quoted="I will act by 1 March 2023.")
    logged(service, reference, known, several)
    assert [row.place for row in remarks(service, reference)] == ["overview", ""]


def test_the_file_they_were_read_from_is_kept_with_them(service: Service) -> None:
    reference = service.reviewed()
    source = ("marked/by hand.pdf", b"%PDF-1.7 of a sort")
    review.log_remarks(service.record, by(OFFICER, at(11, 15)), reference, [CALL], source)
    kept = list((service.folder / "cases" / reference / "received").glob("remarks-*.pdf"))
    assert [path.read_bytes() for path in kept] == [source[1]]
