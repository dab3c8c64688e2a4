"""What is next in a case is always said, and with whom it lies."""

import pytest

from casework.rules.next_act import next_act, waited_for
from models.shapes.route import Route, step_of
from models.words import FINISHED, CommentsState, Role, SignatureStep, Stage


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("comments", list(CommentsState))
def test_every_stage_has_words_and_a_role_until_it_ends(
    stage: Stage, comments: CommentsState
) -> None:
    words, role = next_act(stage, dated=False, listed=False, comments=[comments])
    assert words
    assert (role is None) == (stage in FINISHED)


@pytest.mark.parametrize(
    ("dated", "listed", "words"),
    [
        (False, False, "confirm the publication date and the findings"),
        (True, False, "confirm the findings"),
        (False, True, "confirm the publication date"),
    ],
)
def test_it_says_what_is_still_to_be_confirmed(dated: bool, listed: bool, words: str) -> None:  # noqa: FBT001
    said, role = next_act(Stage.OPENED, dated=dated, listed=listed, comments=[])
    assert (said, role) == (words, Role.POLICY_OFFICER)


def test_while_it_is_signed_it_names_the_step_and_whose_it_is() -> None:
    step = step_of(SignatureStep.APPROVED, Role.CHIEF_EXECUTIVE, 45)
    said = next_act(Stage.SIGNING, dated=True, listed=True, comments=[], signature=step)
    assert said == ("approve the response", Role.CHIEF_EXECUTIVE)


def test_a_response_handed_over_and_seen_by_nobody_waits_for_its_address() -> None:
    said, role = next_act(Stage.SCHEDULED, dated=True, listed=True, comments=[], unseen=True)
    assert (said.startswith("say at which address"), role) == (True, Role.COMMUNICATIONS)


def test_comments_that_came_are_classed_before_anything_else_is_written() -> None:
    said, role = next_act(
        Stage.CONFIRMED, dated=True, listed=True, comments=[CommentsState.SENT], arrived=True
    )
    assert said == "say whether the comments that came are final"
    assert role is Role.POLICY_OFFICER


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("unseen", [True, False])
@pytest.mark.parametrize("stage", [stage for stage in Stage if stage not in FINISHED])
def test_whoever_a_case_waits_for_can_be_chosen_in_the_register(
    stage: Stage,
    unseen: bool,  # noqa: FBT001
    dated: bool,  # noqa: FBT001
) -> None:
    step = step_of(SignatureStep.APPROVED, Role.CHIEF_EXECUTIVE, 45)
    the_route = Route(
        steps=(
            step_of(SignatureStep.SUBMITTED, Role.POLICY_OFFICER, 40),
            step,
            step_of(SignatureStep.SIGNED, Role.SIGNATORY, 50),
        )
    )
    _, role = next_act(stage, dated=dated, listed=dated, comments=[], signature=step, unseen=unseen)
    assert role in waited_for([the_route])


def test_a_step_of_no_route_is_waited_for_by_nobody() -> None:
    assert Role.CHIEF_EXECUTIVE not in waited_for([])


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (CommentsState.TO_INVITE, "invite the chief officer to comment"),
        (CommentsState.WITHDRAWN, "invite the chief officer to comment"),
        (
            CommentsState.PREPARED,
            "send the invitation to the chief officer, and say that it went",
        ),
        (
            CommentsState.BOUNCED,
            "the invitation came back: correct the address and invite again",
        ),
        (
            CommentsState.SENT,
            "answer the findings while the chief officer's comments are awaited",
        ),
    ],
)
@pytest.mark.parametrize("stage", [Stage.CONFIRMED, Stage.IN_REVIEW])
def test_comments_that_are_open_come_first(stage: Stage, state: CommentsState, words: str) -> None:
    comments = [CommentsState.FINAL, state]
    assert next_act(stage, dated=True, listed=True, comments=comments) == (
        words,
        Role.POLICY_OFFICER,
    )


@pytest.mark.parametrize(
    ("stage", "words", "role"),
    [
        (
            Stage.CONFIRMED,
            "answer the findings and hand back the edited draft",
            Role.POLICY_OFFICER,
        ),
        (Stage.IN_REVIEW, "submit the response for signature", Role.POLICY_OFFICER),
        (Stage.SIGNING, "approve or sign, whoever is next on the route", Role.SIGNATORY),
        (Stage.SIGNED, "set the moment of publication", Role.POLICY_OFFICER),
        (
            Stage.SCHEDULED,
            "nothing: it will be published at the moment set",
            Role.SERVICE,
        ),
        (Stage.PUBLISHED, "send both copies", Role.POLICY_OFFICER),
        (Stage.CLOSED, "nothing: the case has ended", None),
    ],
)
def test_without_open_comments_the_stage_says_what_is_next(
    stage: Stage, words: str, role: Role | None
) -> None:
    comments = [CommentsState.FINAL, CommentsState.NIL]
    assert next_act(stage, dated=True, listed=True, comments=comments) == (words, role)


def test_a_case_past_its_schedule_waits_for_no_address() -> None:
    said = next_act(Stage.PUBLISHED, dated=True, listed=True, comments=[], unseen=True)
    assert said == ("send both copies", Role.POLICY_OFFICER)


def test_every_step_of_a_route_has_its_words() -> None:
    steps = {
        SignatureStep.SUBMITTED: "submit the response for signature",
        SignatureStep.APPROVED: "approve the response",
        SignatureStep.SIGNED: "sign the response",
    }
    for kind, words in steps.items():
        step = step_of(kind, Role.MONITORING_OFFICER, 45)
        said = next_act(Stage.SIGNING, dated=True, listed=True, comments=[], signature=step)
        assert said == (words, Role.MONITORING_OFFICER)
