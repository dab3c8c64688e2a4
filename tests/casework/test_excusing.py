"""What stands in the way is let pass by name and with a reason, and by nobody else's right."""

from datetime import date

import pytest

from casework import publication, sign_off
from casework.documents.packing import unpack
from casework.errors import CaseworkError, NotAllowedError, NotFoundError, WrongHandError
from casework.record.bytes import fetch
from casework.record.excuses import is_unseen
from casework.record.lawfulness import lawfulness
from models import ExcuseKind
from models.words import Light, Stage
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
from tests.casework.conftest import Take
from tests.casework.test_sign_off import marked

DATED = date(2022, 11, 30)
WRONG_DATE = "I met the Chief Constable on 31 November 2022."
WHY = "The minute of that meeting bears this very date."


def with_words(service: Service, reference: str, words: str) -> None:
    service.check_in(reference, service.edited(reference, words))


def submit(service: Service, reference: str) -> int:
    return sign_off.submit(service.record, by(OFFICER, at(11, 21)), reference, TEMPLATES, DATED)


def blocks(service: Service, reference: str) -> list[sign_off.InTheWay]:
    hand = by(OFFICER, at(11, 21))
    return sign_off.everything_in_the_way(service.record, hand, reference, TEMPLATES)


def key_of(service: Service, reference: str, part: str) -> str:
    return next(one.block.key for one in blocks(service, reference) if part in one.block.words)


def waive(service: Service, reference: str, key: str, why: str = WHY, person: str = OFFICER) -> int:
    hand = by(person, at(11, 21))
    return sign_off.waive_check(service.record, hand, reference, TEMPLATES, key, why)


def override(service: Service, reference: str, key: str, person: str = CHIEF_EXECUTIVE) -> int:
    hand = by(person, at(11, 21))
    return sign_off.override_block(service.record, hand, reference, TEMPLATES, key, WHY)


@pytest.fixture
def wrong(on_one: Take) -> tuple[Service, str]:
    """Give a case whose response says a day that no calendar has."""
    service, reference = on_one("commented")
    with_words(service, reference, WRONG_DATE)
    return service, reference


def test_an_error_of_a_check_keeps_a_response_from_its_signatories(
    wrong: tuple[Service, str],
) -> None:
    service, reference = wrong
    with pytest.raises(NotAllowedError, match="31 November 2022"):
        submit(service, reference)
    assert service.file(reference).case.stage is Stage.IN_REVIEW


def test_waived_by_name_with_a_reason_it_goes_to_them(wrong: tuple[Service, str]) -> None:
    service, reference = wrong
    number = waive(service, reference, key_of(service, reference, "31 November"))
    (row,) = service.file(reference).excuses
    assert (row.number, row.kind, row.reason) == (number, ExcuseKind.WAIVER, WHY)
    assert "31 November 2022" in row.told
    submit(service, reference)
    assert service.file(reference).case.stage is Stage.SIGNING


def test_a_waiver_given_twice_is_one(wrong: tuple[Service, str]) -> None:
    service, reference = wrong
    key = key_of(service, reference, "31 November")
    assert waive(service, reference, key) == waive(service, reference, key, "For another reason.")
    assert len(service.file(reference).excuses) == 1


def test_a_waiver_lapses_with_the_words_it_was_given_for(wrong: tuple[Service, str]) -> None:
    service, reference = wrong
    waive(service, reference, key_of(service, reference, "31 November"))
    with_words(service, reference, "I met the Chief Constable on 31 September 2022.")
    with pytest.raises(NotAllowedError, match="31 September 2022"):
        submit(service, reference)


def test_taken_back_it_stands_in_the_way_again(wrong: tuple[Service, str]) -> None:
    service, reference = wrong
    number = waive(service, reference, key_of(service, reference, "31 November"))
    sign_off.end_excuse(service.record, by(HEAD, at(11, 21)), reference, number)
    assert service.file(reference).excuses == []
    with pytest.raises(NotAllowedError, match="31 November 2022"):
        submit(service, reference)


@pytest.mark.parametrize("why", ["", "   ", "ok", "fine."])
def test_a_waiver_wants_a_reason(wrong: tuple[Service, str], why: str) -> None:
    service, reference = wrong
    key = key_of(service, reference, "31 November")
    with pytest.raises(CaseworkError, match="reason in a sentence"):
        waive(service, reference, key, why)


def test_who_carries_no_case_forward_waives_nothing(wrong: tuple[Service, str]) -> None:
    service, reference = wrong
    key = key_of(service, reference, "31 November")
    with pytest.raises(WrongHandError, match="may not waive"):
        waive(service, reference, key, person=FINANCE)


def test_a_key_of_nothing_is_told(wrong: tuple[Service, str]) -> None:
    service, reference = wrong
    with pytest.raises(NotFoundError, match="put right meanwhile"):
        waive(service, reference, "00000000")


def test_a_placeholder_is_waived_by_nobody_and_overridden_by_the_monitoring_officer(
    on_one: Take,
) -> None:
    service, reference = on_one("commented")
    with_words(service, reference, "We welcome this report. [TBC]")
    key = key_of(service, reference, "[TBC]")
    with pytest.raises(NotAllowedError, match="nobody waives it"):
        waive(service, reference, key)
    with pytest.raises(WrongHandError, match="may not override"):
        override(service, reference, key, HEAD)
    number = override(service, reference, key)
    (row,) = service.file(reference).excuses
    assert (row.number, is_unseen(row)) == (number, True)
    submit(service, reference)


@pytest.mark.parametrize("kind", ["an open comment", "hidden text"])
def test_overridden_a_left_over_is_signed_over_and_stands_in_nothing_that_is_published(
    on_one: Take, kind: str
) -> None:
    service, reference = on_one("reviewed")
    data = marked(service.word_file(reference), kind)
    service.check_in(reference, data, moment=at(11, 15))
    override(service, reference, key_of(service, reference, kind))
    submit(service, reference)
    round_ = service.file(reference).round
    assert round_ is not None
    with service.record.reading() as session:
        forms = [fetch(session, key) for key in (round_.html_sha256, round_.words_sha256)]
        word = unpack(fetch(session, round_.docx_sha256))
    everything = b"".join([*forms, *word.values()])
    assert b"between ourselves" not in everything
    assert b"Is this right?" not in everything


def test_an_override_is_flagged_until_somebody_else_has_looked(wrong: tuple[Service, str]) -> None:
    service, reference = wrong
    number = override(service, reference, key_of(service, reference, "31 November"))
    with pytest.raises(WrongHandError, match="second person"):
        sign_off.look_at_override(
            service.record, by(CHIEF_EXECUTIVE, at(11, 21)), reference, number
        )
    look = by(SIGNATORY, at(11, 22))
    assert sign_off.look_at_override(service.record, look, reference, number) == WHY
    (row,) = service.file(reference).excuses
    assert not is_unseen(row)


def test_a_waiver_is_not_looked_at(wrong: tuple[Service, str]) -> None:
    service, reference = wrong
    number = waive(service, reference, key_of(service, reference, "31 November"))
    with pytest.raises(CaseworkError, match="no override"):
        sign_off.look_at_override(service.record, by(HEAD, at(11, 21)), reference, number)


# What publication demands


def unsent(service: Service, reference: str) -> None:
    """Take the invitation off the record: they answered, and nobody shows that they were asked."""
    with service.record.writing() as session:
        force = session.merge(service.file(reference).forces[0])
        force.invited_on = None
        session.commit()


def schedule(service: Service, reference: str, day: int = 1) -> list[str]:
    hand = by(OFFICER, at(12, day))
    return publication.schedule(service.record, hand, reference, at(12, 5, 10))


def test_a_duty_not_kept_keeps_a_signed_response_from_publication(on_one: Take) -> None:
    service, reference = on_one("signed")
    unsent(service, reference)
    with pytest.raises(NotAllowedError, match=r"Section 55\(4\)"):
        schedule(service, reference)


def test_with_the_reason_on_the_record_it_is_scheduled_and_the_sheet_says_why(
    on_one: Take,
) -> None:
    service, reference = on_one("signed")
    unsent(service, reference)
    key = key_of(service, reference, "55(4)")
    why = "The Chief Constable’s staff officer took it in person on 3 November."
    sign_off.explain_limb(service.record, by(OFFICER, at(12, 1)), reference, key, why)
    schedule(service, reference)
    with service.record.reading() as session:
        office = service.record.office(session)
        settings = service.record.settings_of(session, office)
        sheet = lawfulness(settings, service.file(reference), date(2022, 12, 1))
    (limb,) = [one for one in sheet if one.subsection == "55(4)"]
    assert (limb.light, limb.excuse) == (Light.AMBER, why)


def test_an_error_is_not_explained_and_a_limb_not_waived(on_one: Take) -> None:
    service, reference = on_one("commented")
    with_words(service, reference, WRONG_DATE)
    hand = by(OFFICER, at(11, 21))
    key = key_of(service, reference, "31 November")
    with pytest.raises(NotFoundError):
        sign_off.explain_limb(service.record, hand, reference, key, WHY)
    unsent(service, reference)
    with pytest.raises(NotAllowedError, match="it is explained"):
        waive(service, reference, key_of(service, reference, "Section 55(4)"))


def test_what_came_to_light_after_scheduling_holds_the_publication_and_warns(on_one: Take) -> None:
    service, reference = on_one("scheduled")
    unsent(service, reference)
    asked = by(OFFICER, at(12, 5, 10, 1))
    (said,) = publication.publish_now(service.record, asked, reference, service.doors.publication)
    assert "Section 55(4)" in said
    assert service.file(reference).case.stage is Stage.SCHEDULED


def test_from_day_54_on_nothing_missing_on_paper_stops_it(on_one: Take) -> None:
    service, reference = on_one("signed")
    unsent(service, reference)
    last = service.file(reference).last_day
    hand = by(OFFICER, at(last.month, last.day - 2))
    said = publication.schedule(service.record, hand, reference, at(last.month, last.day, 10))
    assert said
