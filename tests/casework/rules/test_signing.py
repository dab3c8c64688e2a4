"""Who may give which signature: never the drafter, never one pair of hands alone."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given as given_by
from hypothesis import strategies as st

from casework.errors import NotAllowedError, RefusedInputError
from casework.registers.office import read_office
from casework.rules.signing import (
    Amendment,
    Conditional,
    Given,
    answers,
    authority,
    check_certifier,
    check_hands,
    listed,
    next_step,
    still_holds,
)
from models.shapes.route import FULL_ROUTE, step_of
from models.words import ReportKind, Role, SignatureStep
from tests.builders import CHIEF_EXECUTIVE, DAY_ONE, DEPUTY, OFFICE, OFFICER, SIGNATORY

SETTINGS = read_office(OFFICE, "office.toml")
PEOPLE = {person.key: person for person in SETTINGS.people}
APPROVE = step_of(SignatureStep.APPROVED, Role.CHIEF_EXECUTIVE, 45)
SIGN = step_of(SignatureStep.SIGNED, Role.SIGNATORY, 49)
SUBMITTED = Given(SignatureStep.SUBMITTED, Role.POLICY_OFFICER, OFFICER)


def test_a_route_is_walked_in_order() -> None:
    given: list[Given] = []
    walked = []
    while step := next_step(FULL_ROUTE, given):
        walked.append(step.step)
        given.append(Given(step.step, step.role, "somebody"))
    assert walked == [SignatureStep.SUBMITTED, SignatureStep.APPROVED, SignatureStep.SIGNED]


@given_by(drafter=st.sampled_from(sorted(PEOPLE)))
def test_the_drafter_never_approves(drafter: str) -> None:
    with pytest.raises(NotAllowedError, match="handed in the last version"):
        check_hands(APPROVE, PEOPLE[drafter], [SUBMITTED], drafter)


@given_by(submitter=st.sampled_from(sorted(PEOPLE)))
def test_the_submitter_never_approves(submitter: str) -> None:
    before = [Given(SignatureStep.SUBMITTED, Role.POLICY_OFFICER, submitter)]
    with pytest.raises(NotAllowedError, match="submitted it"):
        check_hands(APPROVE, PEOPLE[submitter], before, None)


@given_by(drafter=st.sampled_from([None, *sorted(PEOPLE)]))
def test_the_signatory_always_may_where_somebody_else_has_had_it_in_hand(
    drafter: str | None,
) -> None:
    check_hands(SIGN, PEOPLE[SIGNATORY], [SUBMITTED], drafter)


def test_one_pair_of_hands_is_not_enough() -> None:
    alone = [Given(SignatureStep.SUBMITTED, Role.POLICY_OFFICER, SIGNATORY)]
    with pytest.raises(NotAllowedError, match="a second person"):
        check_hands(SIGN, PEOPLE[SIGNATORY], alone, SIGNATORY)


def test_a_deputy_acts_by_an_instrument_cited_with_its_day_and_scope() -> None:
    right = authority(SETTINGS, PEOPLE[DEPUTY], SIGN, DAY_ONE, ReportKind.PEEL)
    assert right.role is Role.SIGNATORY
    assert right.cited == (
        "Scheme of Consent and Delegation, paragraph 4.3, 1 July 2021, in force since 1 July 2021 "
        "(responses to national thematic reports, and any response while the Commissioner is "
        "absent)"
    )


@pytest.mark.parametrize("person", [OFFICER, CHIEF_EXECUTIVE])
def test_nobody_signs_without_the_role_or_a_live_delegation(person: str) -> None:
    with pytest.raises(NotAllowedError, match="takes the signatory"):
        authority(SETTINGS, PEOPLE[person], SIGN, DAY_ONE, ReportKind.PEEL)


def test_who_signed_holds_the_office_only_from_its_first_day() -> None:
    signatory = PEOPLE[SIGNATORY]
    before = DAY_ONE.replace(year=2020)
    assert still_holds(SETTINGS, signatory, Role.SIGNATORY, DAY_ONE, ReportKind.PEEL)
    assert not still_holds(SETTINGS, signatory, Role.SIGNATORY, before, ReportKind.PEEL)


def deputy_on(day: date, kind: ReportKind) -> bool:
    return still_holds(SETTINGS, PEOPLE[DEPUTY], Role.SIGNATORY, day, kind)


def test_a_deputy_holds_only_what_the_instrument_gives_and_from_its_day() -> None:
    assert deputy_on(DAY_ONE, ReportKind.THEMATIC)
    assert not deputy_on(date(2021, 6, 30), ReportKind.THEMATIC)
    assert not still_holds(
        SETTINGS, PEOPLE[DEPUTY], Role.CHIEF_EXECUTIVE, DAY_ONE, ReportKind.THEMATIC
    )


def test_whoever_holds_the_role_needs_no_instrument() -> None:
    right = authority(SETTINGS, PEOPLE[SIGNATORY], SIGN, DAY_ONE, ReportKind.PEEL)
    assert (right.role, right.delegation, right.cited) == (Role.SIGNATORY, None, "")


def test_a_role_of_two_words_is_told_as_people_say_it() -> None:
    with pytest.raises(NotAllowedError, match="it takes the chief executive, or somebody"):
        authority(SETTINGS, PEOPLE[OFFICER], APPROVE, DAY_ONE, ReportKind.PEEL)


def test_a_submission_by_somebody_else_keeps_nobody_from_approving() -> None:
    earlier = Given(SignatureStep.APPROVED, Role.MONITORING_OFFICER, CHIEF_EXECUTIVE)
    check_hands(APPROVE, PEOPLE[CHIEF_EXECUTIVE], [SUBMITTED, earlier], None)


def test_a_drafter_is_a_second_pair_of_hands_and_nobody_is_none() -> None:
    alone = [Given(SignatureStep.SUBMITTED, Role.POLICY_OFFICER, SIGNATORY)]
    check_hands(SIGN, PEOPLE[SIGNATORY], alone, OFFICER)
    with pytest.raises(NotAllowedError, match="a second person"):
        check_hands(SIGN, PEOPLE[SIGNATORY], alone, None)


def test_amendments_are_listed_bare_and_each_once() -> None:
    said = [
        Amendment("  Say  “will”,\nnot “may”. ", " r1_answer "),
        Amendment("Say “will”, not “may”.", "r1_answer"),
        Amendment("   "),
        Amendment("Say “will”, not “may”."),
    ]
    assert listed(said) == (
        Amendment("Say “will”, not “may”.", "r1_answer"),
        Amendment("Say “will”, not “may”."),
    )


def test_an_empty_list_is_no_list() -> None:
    with pytest.raises(RefusedInputError, match=r"^List the amendments, one on each line\.$"):
        listed([Amendment(" "), Amendment("")])


def test_twenty_amendments_are_a_list_and_twenty_one_another_text() -> None:
    many = [Amendment(f"Change {n}.") for n in range(21)]
    assert len(listed(many[:20])) == 20
    with pytest.raises(RefusedInputError, match=r"These are 21 amendments.* at most 20: send it"):
        listed(many)


def test_an_amendment_may_have_five_hundred_characters_and_no_more() -> None:
    assert listed([Amendment("x" * 500)])
    with pytest.raises(RefusedInputError, match=r"“x{40}…” is longer than 500 characters"):
        listed([Amendment("Short."), Amendment("x" * 501)])


TAKEN = Conditional(SignatureStep.APPROVED, Role.CHIEF_EXECUTIVE, CHIEF_EXECUTIVE, is_taken=True)


def test_an_approval_stands_only_at_its_own_step_and_once_all_was_taken() -> None:
    assert answers(TAKEN, APPROVE)
    assert not answers(replace(TAKEN, is_taken=False), APPROVE)
    assert not answers(TAKEN, SIGN)
    assert not answers(TAKEN, step_of(SignatureStep.APPROVED, Role.MONITORING_OFFICER, 45))
    assert not answers(TAKEN, None)


def test_only_somebody_with_no_hand_in_it_certifies() -> None:
    check_certifier(OFFICER, TAKEN, {DEPUTY})
    with pytest.raises(NotAllowedError, match="Nobody certifies their own amendments"):
        check_certifier(CHIEF_EXECUTIVE, TAKEN, set())
    with pytest.raises(NotAllowedError, match="a second officer must"):
        check_certifier(OFFICER, TAKEN, {DEPUTY, OFFICER})


def test_a_delegation_for_some_kinds_of_report_covers_no_other() -> None:
    thematic_only = OFFICE.replace('scope = "resp', 'kinds = ["thematic"]\nscope = "resp')
    limited = read_office(thematic_only, "office.toml")
    deputy = next(person for person in limited.people if person.key == DEPUTY)
    assert authority(limited, deputy, SIGN, DAY_ONE, ReportKind.THEMATIC).role is Role.SIGNATORY
    assert still_holds(limited, deputy, Role.SIGNATORY, DAY_ONE, ReportKind.THEMATIC)
    assert not still_holds(limited, deputy, Role.SIGNATORY, DAY_ONE, ReportKind.PEEL)
    with pytest.raises(NotAllowedError, match="takes the signatory"):
        authority(limited, deputy, SIGN, DAY_ONE, ReportKind.PEEL)
