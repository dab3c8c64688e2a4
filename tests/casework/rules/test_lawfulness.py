"""Each limb of section 55 is green only by its proof."""

from dataclasses import replace
from datetime import date

import pytest

from casework.rules.blocks import Block
from casework.rules.lawfulness import CaseFacts, ForceTrack, Limb, limbs, limbs_not_kept
from casework.rules.lawfulness_sheet import SheetLine
from models.excuses import ExcuseKind
from models.words import CommentsState, Light

TRACK = ForceTrack(
    force="Arden Police",
    state=CommentsState.FINAL,
    invited_on=date(2022, 10, 17),
    due_on=date(2022, 11, 4),
    received_on=date(2022, 11, 2),
    replied=True,
)
DONE = CaseFacts(
    published=date(2022, 10, 14),
    provisional=False,
    today=date(2022, 12, 6),
    responded_on=date(2022, 12, 5),
    public_at="https://www.office.example/response/",
    seen="fetched back from its public address.",
    signed=True,
    own_comments=True,
    tracks=(TRACK,),
    recommendations=2,
    unanswered=(),
    copies=(("the inspectors", Light.GREEN, "Sent."), ("the minister", Light.GREEN, "Sent.")),
)
WRITTEN = replace(DONE, responded_on=None, seen="", public_at="")


def lights(facts: CaseFacts) -> dict[str, Light]:
    return {limb.subsection: limb.light for limb in limbs(facts)}


def test_a_finished_case_is_green_in_every_limb() -> None:
    assert set(lights(DONE).values()) == {Light.GREEN}
    assert set(lights(DONE)) == {
        "55(4)", "55(5)(a)", "55(5)(b)", "55(5)(c)", "55(5A)", "55(5B)", "55(6)",
    }  # fmt: skip


def test_what_is_written_and_not_public_proves_nothing_yet() -> None:
    said = lights(WRITTEN)
    for subsection in ("55(5)(a)", "55(5)(b)", "55(5)(c)", "55(5A)", "55(5B)"):
        assert said[subsection] is Light.AMBER, subsection


def test_a_late_response_is_red_and_says_why() -> None:
    late = replace(DONE, responded_on=date(2022, 12, 9), lateness_reason="A vacancy.")
    limb = next(one for one in limbs(late) if one.subsection == "55(5A)")
    assert limb.light is Light.RED
    assert "day 57" in limb.proof
    assert "A vacancy." in limb.proof


def test_day_56_is_in_time() -> None:
    assert lights(replace(DONE, responded_on=date(2022, 12, 8)))["55(5A)"] is Light.GREEN


def test_without_a_recommendation_5b_is_not_engaged_and_says_because() -> None:
    limb = next(o for o in limbs(replace(DONE, recommendations=0)) if o.subsection == "55(5B)")
    assert (limb.light, "because" in limb.proof) == (Light.NOT_ENGAGED, True)


def test_an_unanswered_recommendation_is_red_and_cited() -> None:
    facts = replace(DONE, unanswered=("Recommendation 2",))
    limb = next(one for one in limbs(facts) if one.subsection == "55(5B)")
    assert (limb.light, "Recommendation 2" in limb.proof) == (Light.RED, True)


def test_a_bounced_invitation_is_no_invitation() -> None:
    facts = replace(DONE, tracks=(replace(TRACK, state=CommentsState.BOUNCED),))
    assert lights(facts)["55(4)"] is Light.RED


def test_silence_engages_neither_their_comments_nor_a_reply() -> None:
    silent = replace(TRACK, state=CommentsState.NONE_BY_DATE, received_on=None)
    said = lights(replace(DONE, tracks=(silent,)))
    assert (said["55(5)(b)"], said["55(5)(c)"]) == (Light.NOT_ENGAGED, Light.NOT_ENGAGED)


def test_a_reply_the_law_does_not_ask_for_has_no_limbs() -> None:
    (limb,) = limbs(replace(DONE, statutory=False))
    assert limb.light is Light.NOT_ENGAGED


def proofs(facts: CaseFacts, subsection: str) -> list[tuple[Light, str]]:
    """Return how a limb stands, and its proof, for each force or recipient."""
    return [(limb.light, limb.proof) for limb in limbs(facts) if limb.subsection == subsection]


def in_state(state: CommentsState, **known: object) -> CaseFacts:
    return replace(DONE, tracks=(replace(TRACK, state=state, **known),))  # type: ignore[arg-type]


def test_the_sheet_of_a_finished_case_stands_in_the_order_of_the_act() -> None:
    place = "Published at https://www.office.example/response/."
    assert [(limb.subsection, limb.duty, limb.proof, limb.about) for limb in limbs(DONE)] == [
        (
            "55(4)",
            "invite the chief officer of Arden Police to comment",
            "Invited on 17 October 2022, to comment by 4 November 2022.",
            "Arden Police",
        ),
        ("55(5)(a)", "publish the body's own comments", place, ""),
        (
            "55(5)(b)",
            "publish any comments of the chief officer of Arden Police",
            f"Received on 2 November 2022, verbatim. {place}",
            "Arden Police",
        ),
        (
            "55(5)(c)",
            "publish any response to the comments of Arden Police",
            f"The response answers them. {place}",
            "Arden Police",
        ),
        (
            "55(5A)",
            "publish by Thursday 8 December 2022, day 56",
            "Published on day 53, 5 December 2022; fetched back from its public address.",
            "",
        ),
        (
            "55(5B)",
            "explain the body's action on each recommendation, or why none",
            f"All 2 answered. {place}",
            "",
        ),
        ("55(6)", "copy to the inspectors", "Sent.", "the inspectors"),
        ("55(6)", "copy to the minister", "Sent.", "the minister"),
    ]


@pytest.mark.parametrize(
    ("state", "light", "proof"),
    [
        (CommentsState.TO_INVITE, Light.RED, "Not invited."),
        (CommentsState.WITHDRAWN, Light.RED, "Not invited."),
        (CommentsState.PREPARED, Light.AMBER, "The invitation is prepared, not sent."),
        (CommentsState.BOUNCED, Light.RED, "The invitation came back: nobody was invited."),
        (
            CommentsState.SENT,
            Light.GREEN,
            "Invited on 17 October 2022, to comment by 4 November 2022.",
        ),
    ],
)
def test_only_an_invitation_that_arrived_is_green(
    state: CommentsState, light: Light, proof: str
) -> None:
    assert proofs(in_state(state), "55(4)") == [(light, proof)]


def test_an_invitation_without_a_day_says_so() -> None:
    assert proofs(in_state(CommentsState.FINAL, invited_on=None), "55(4)") == [
        (Light.AMBER, "They answered without an invitation on record.")
    ]
    assert proofs(in_state(CommentsState.FINAL, due_on=None), "55(4)") == [
        (Light.GREEN, "Invited on 17 October 2022, to comment by no date.")
    ]


@pytest.mark.parametrize("state", [CommentsState.NIL, CommentsState.DECLINED])
def test_a_force_that_makes_no_comments_engages_neither_limb(state: CommentsState) -> None:
    facts = in_state(state)
    assert proofs(facts, "55(5)(b)") == [
        (
            Light.NOT_ENGAGED,
            "Not engaged, because they said on 2 November 2022 that they make none.",
        )
    ]
    assert proofs(facts, "55(5)(c)") == [
        (Light.NOT_ENGAGED, "Not engaged, because there are no comments to respond to.")
    ]


def test_silence_is_proved_by_the_date_that_was_set() -> None:
    silent = in_state(CommentsState.NONE_BY_DATE, received_on=None)
    undated = in_state(CommentsState.NONE_BY_DATE, received_on=None, due_on=None)
    assert [proofs(facts, "55(5)(b)")[0] for facts in (silent, undated)] == [
        (
            Light.NOT_ENGAGED,
            "Not engaged, because none came by the date set, 4 November 2022.",
        ),
        (Light.NOT_ENGAGED, "Not engaged, because none came by the date set."),
    ]


def test_comments_that_are_still_awaited_are_amber() -> None:
    assert proofs(in_state(CommentsState.SENT), "55(5)(b)") == [(Light.AMBER, "Still to come.")]
    assert proofs(in_state(CommentsState.SENT), "55(5)(c)") == [
        (Light.NOT_ENGAGED, "Not engaged, because no comments have come yet.")
    ]


def test_late_comments_are_published_and_called_late() -> None:
    facts = in_state(CommentsState.LATE)
    assert proofs(facts, "55(5)(b)") == [
        (
            Light.GREEN,
            f"Received late, on 2 November 2022, verbatim. Published at {DONE.public_at}.",
        )
    ]
    assert lights(facts)["55(5)(c)"] is Light.GREEN


def test_comments_nobody_answered_yet_are_amber() -> None:
    assert proofs(in_state(CommentsState.FINAL, replied=False), "55(5)(c)") == [
        (Light.AMBER, "The body has not answered them yet.")
    ]


def test_two_forces_have_limbs_of_their_own() -> None:
    other = replace(TRACK, force="Mercia Police", state=CommentsState.PREPARED, replied=False)
    said = limbs(replace(DONE, tracks=(TRACK, other)))
    for subsection, last in (
        ("55(4)", Light.AMBER),
        ("55(5)(b)", Light.AMBER),
        ("55(5)(c)", Light.NOT_ENGAGED),
    ):
        assert [(o.about, o.light) for o in said if o.subsection == subsection] == [
            ("Arden Police", Light.GREEN),
            ("Mercia Police", last),
        ]


def test_comments_of_the_body_that_are_not_written_are_red() -> None:
    assert proofs(replace(DONE, own_comments=False), "55(5)(a)") == [
        (Light.RED, "The body's comments are not written yet.")
    ]


@pytest.mark.parametrize(
    ("signed", "frozen", "words"),
    [
        (True, True, "signed, not published yet"),
        (True, False, "signed, not published yet"),
        (False, True, "with the signatories"),
        (False, False, "still in draft"),
    ],
)
def test_what_is_written_says_how_far_it_has_come(
    *, signed: bool, frozen: bool, words: str
) -> None:
    facts = replace(WRITTEN, signed=signed, frozen=frozen)
    assert proofs(facts, "55(5)(a)") == [(Light.AMBER, f"Written, {words}.")]
    assert proofs(facts, "55(5B)") == [(Light.AMBER, f"All 2 answered. Written, {words}.")]


@pytest.mark.parametrize(
    ("today", "light", "day"),
    [(date(2022, 12, 8), Light.AMBER, 56), (date(2022, 12, 9), Light.RED, 57)],
)
def test_a_response_not_published_is_amber_up_to_day_56_and_then_red(
    today: date, light: Light, day: int
) -> None:
    facts = replace(WRITTEN, today=today)
    assert proofs(facts, "55(5A)") == [(light, f"Today is day {day}; not published yet.")]
    assert proofs(replace(facts, provisional=True), "55(5A)") == [
        (light, f"Provisional: today would be day {day}; not published yet.")
    ]


def test_a_publication_that_nobody_saw_is_none() -> None:
    for unseen in (replace(DONE, seen=""), replace(DONE, responded_on=None)):
        assert proofs(unseen, "55(5A)") == [(Light.AMBER, "Today is day 54; not published yet.")]


def test_a_reason_for_lateness_is_told_only_where_it_is_late() -> None:
    late, proof = date(2022, 12, 9), "Published on day 57, 9 December 2022; seen."
    facts = replace(DONE, responded_on=late, seen="seen.", lateness_reason="A vacancy.")
    assert proofs(facts, "55(5A)") == [(Light.RED, f"{proof} Reason for lateness: A vacancy.")]
    assert proofs(replace(facts, lateness_reason=""), "55(5A)") == [(Light.RED, proof)]
    assert "A vacancy." not in proofs(replace(DONE, lateness_reason="A vacancy."), "55(5A)")[0][1]


def test_unanswered_recommendations_are_all_cited() -> None:
    facts = replace(DONE, unanswered=("Recommendation 1", "Recommendation 2"))
    assert proofs(facts, "55(5B)") == [
        (Light.RED, "No answer yet to Recommendation 1 and Recommendation 2.")
    ]
    assert proofs(replace(DONE, recommendations=0), "55(5B)") == [
        (Light.NOT_ENGAGED, "Not engaged, because the report makes no recommendation.")
    ]


def test_the_one_limb_of_a_free_reply_says_why_none_is_engaged() -> None:
    assert limbs(replace(DONE, statutory=False)) == (
        Limb(
            "55",
            "answer a report of the inspectors",
            Light.NOT_ENGAGED,
            "Not engaged, because the office answers this report of its own accord.",
        ),
    )


def test_nothing_would_be_wanting_in_a_written_response_published_today() -> None:
    waiting = replace(WRITTEN, copies=(("the inspectors", Light.AMBER, "To be sent."),))
    assert limbs_not_kept(replace(waiting, signed=False)) == ()


def test_lateness_keeps_no_publication_back() -> None:
    assert limbs_not_kept(replace(WRITTEN, today=date(2022, 12, 9))) == ()


def test_what_publication_alone_cannot_mend_is_wanting() -> None:
    facts = replace(WRITTEN, tracks=(replace(TRACK, replied=False),), unanswered=("AFI 3",))
    assert [limb.subsection for limb in limbs_not_kept(facts)] == ["55(5)(c)", "55(5B)"]


def test_a_limb_in_the_way_of_publication_says_the_duty_and_what_is_wanting() -> None:
    limb = Limb("55(5B)", "explain each", Light.RED, "No answer yet to AFI 3.")
    assert limb.as_block == Block(
        "limb 55(5B)",
        "Section 55(5B), to explain each: No answer yet to AFI 3.",
        "explain each",
        ExcuseKind.REASON,
    )


def test_a_letter_of_the_sheet_holds_nothing_a_mail_program_makes_a_link_of() -> None:
    limb = Limb("55(4)", "invite", Light.RED, "See https://a.example/b.", excuse="ask a@b.example")
    line = SheetLine(limb)
    assert line.proof == "See its public address."
    assert line.for_a_letter == ("See its public address.", "ask (see the sheet)")


@pytest.mark.parametrize("state", list(CommentsState))
@pytest.mark.parametrize("facts", [DONE, WRITTEN, replace(DONE, own_comments=False)])
def test_the_duties_are_the_same_however_they_are_kept(
    facts: CaseFacts, state: CommentsState
) -> None:
    duties = [limb.duty for limb in limbs(DONE)]
    for track in (replace(TRACK, state=state), replace(TRACK, state=state, invited_on=None)):
        for wanting in ((), ("AFI 1",)):
            for number in (0, 2):
                case = replace(facts, tracks=(track,), unanswered=wanting, recommendations=number)
                assert [limb.duty for limb in limbs(case)] == duties
    unreplied = replace(facts, tracks=(replace(TRACK, state=state, replied=False),))
    assert [limb.duty for limb in limbs(unreplied)] == duties
