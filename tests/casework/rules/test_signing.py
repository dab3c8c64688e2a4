"""Who may give which signature: never the drafter, never one pair of hands alone."""

import pytest
from hypothesis import given as given_by
from hypothesis import strategies as st

from casework.errors import NotAllowedError
from casework.registers.office import read_office
from casework.rules.signing import Given, authority, check_hands, next_step, still_holds
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
