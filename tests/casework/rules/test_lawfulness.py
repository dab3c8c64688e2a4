"""Each limb of section 55 is green only by its proof."""

from dataclasses import replace
from datetime import date

from casework.rules.lawfulness import CaseFacts, ForceTrack, limbs
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
