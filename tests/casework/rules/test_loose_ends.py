"""What else waits is said with the next act, and before a response is submitted."""

from casework.rules.loose_ends import loose_ends, with_loose_ends
from casework.rules.next_act import NEXT
from models.words import Role, Stage

SUBMIT = NEXT[Stage.IN_REVIEW]


def test_nothing_open_leaves_the_next_act_as_it_is() -> None:
    assert with_loose_ends(*SUBMIT, remarks=0, beside=[]) == SUBMIT
    assert loose_ends(0, []) == ""


def test_remarks_and_edits_kept_beside_come_before_submission() -> None:
    words, role = with_loose_ends(*SUBMIT, remarks=2, beside=[5])
    assert role is Role.POLICY_OFFICER
    assert words == (
        "decide 2 open remarks and take over or settle version 5, kept beside, "
        "then submit the response for signature"
    )


def test_at_other_times_they_are_said_besides() -> None:
    words, role = with_loose_ends(
        "approve the response", Role.CHIEF_EXECUTIVE, remarks=1, beside=[]
    )
    assert (words, role) == (
        "approve the response; also decide 1 open remark",
        Role.CHIEF_EXECUTIVE,
    )
    both = with_loose_ends("sign", Role.SIGNATORY, remarks=0, beside=[5, 7])[0]
    assert both == "sign; also take over or settle versions 5 and 7, kept beside"


def test_a_case_that_has_ended_wants_nothing_more() -> None:
    ended = ("nothing: the case has ended", None)
    assert with_loose_ends(*ended, remarks=3, beside=[5]) == ended
