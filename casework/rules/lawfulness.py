"""Each limb of section 55, and what proves that it was kept.

Police Act 1996 s.55(4), (5)(a)-(c), (5A), (5B) and (6).
"""

from dataclasses import dataclass, replace
from datetime import date

from casework.rules.blocks import Block
from casework.rules.deadlines import RESPONSE_PERIOD, day_number, response_due
from casework.rules.wording import british_date, joined, weekday_date
from models.excuses import ExcuseKind
from models.words import CommentsState, Light

KEPT = frozenset({Light.GREEN, Light.NOT_ENGAGED})
WITHOUT_COMMENTS = frozenset(
    {CommentsState.NIL, CommentsState.DECLINED, CommentsState.NONE_BY_DATE}
)
AFTERWARDS = frozenset({"55(5A)", "55(6)"})
"""Limbs that nothing done before publication can keep."""


@dataclass(frozen=True, slots=True)
class Limb:
    """One limb of the section: how it stands, and what proves it."""

    subsection: str
    duty: str
    light: Light
    proof: str
    excuse: str = ""
    """Why publication goes on although it is not kept, in whose words; empty: nobody said."""
    about: str = ""
    """The force or the recipient it concerns; empty: the case as a whole."""

    @property
    def as_block(self) -> Block:
        """Return it as what stands in the way of publication: explained, or overridden."""
        words = f"Section {self.subsection}, to {self.duty}: {self.proof}"
        return Block(f"limb {self.subsection}", words, self.duty, ExcuseKind.REASON)


@dataclass(frozen=True, slots=True)
class ForceTrack:
    """What is known of one force's comments."""

    force: str
    state: CommentsState
    invited_on: date | None
    due_on: date | None
    received_on: date | None
    replied: bool
    """Whether the body answers them, or says that it has nothing to answer."""


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the limbs are judged on."""

    published: date
    provisional: bool
    today: date
    responded_on: date | None
    public_at: str
    seen: str
    """How publication was seen; empty while it was not."""
    signed: bool
    own_comments: bool
    tracks: tuple[ForceTrack, ...]
    recommendations: int
    unanswered: tuple[str, ...]
    copies: tuple[tuple[str, Light, str], ...]
    """(recipient, light, proof)"""
    lateness_reason: str = ""
    frozen: bool = False
    """Whether the text is the one put before the signatories."""
    statutory: bool = True
    """Whether section 55 applies: a discretionary reply has no limbs and no clock."""


def limbs(facts: CaseFacts) -> tuple[Limb, ...]:
    """Return every limb of section 55, in the order of the Act."""
    if not facts.statutory:
        proof = "Not engaged, because the office answers this report of its own accord."
        return (Limb("55", "answer a report of the inspectors", Light.NOT_ENGAGED, proof),)
    return (
        *(replace(_invitation(track), about=track.force) for track in facts.tracks),
        _own_comments(facts),
        *(replace(_their_comments(facts, track), about=track.force) for track in facts.tracks),
        *(replace(_reply(facts, track), about=track.force) for track in facts.tracks),
        _in_time(facts),
        _recommendations(facts),
        *(
            Limb("55(6)", f"copy to {to}", light, proof, about=to)
            for to, light, proof in facts.copies
        ),
    )


def limbs_not_kept(facts: CaseFacts) -> tuple[Limb, ...]:
    """Return the limbs that would not be kept although the response were published today.

    Lateness is none of them, for the duty goes on after day 56; nor are the
    copies of s.55(6), which go out after publication.
    """
    today = facts.today
    public = replace(facts, responded_on=today, seen="published", public_at="here", signed=True)
    return tuple(
        limb
        for limb in limbs(public)
        if limb.light not in KEPT and limb.subsection not in AFTERWARDS
    )


def _invitation(track: ForceTrack) -> Limb:
    duty = f"invite the chief officer of {track.force} to comment"
    match track.state:
        case CommentsState.TO_INVITE | CommentsState.WITHDRAWN:
            return Limb("55(4)", duty, Light.RED, "Not invited.")
        case CommentsState.PREPARED:
            return Limb("55(4)", duty, Light.AMBER, "The invitation is prepared, not sent.")
        case CommentsState.BOUNCED:
            return Limb("55(4)", duty, Light.RED, "The invitation came back: nobody was invited.")
        case _ if track.invited_on is None:
            return Limb(
                "55(4)", duty, Light.AMBER, "They answered without an invitation on record."
            )
        case _:
            due = british_date(track.due_on) if track.due_on else "no date"
            proof = f"Invited on {british_date(track.invited_on)}, to comment by {due}."
            return Limb("55(4)", duty, Light.GREEN, proof)


def _own_comments(facts: CaseFacts) -> Limb:
    duty = "publish the body's own comments"
    if not facts.own_comments:
        return Limb("55(5)(a)", duty, Light.RED, "The body's comments are not written yet.")
    return _public(facts, "55(5)(a)", duty)


def _their_comments(facts: CaseFacts, track: ForceTrack) -> Limb:
    duty = f"publish any comments of the chief officer of {track.force}"
    received = british_date(track.received_on) if track.received_on else ""
    match track.state:
        case CommentsState.FINAL:
            return _public(facts, "55(5)(b)", duty, f"Received on {received}, verbatim. ")
        case CommentsState.LATE:
            return _public(facts, "55(5)(b)", duty, f"Received late, on {received}, verbatim. ")
        case CommentsState.NIL | CommentsState.DECLINED:
            proof = f"Not engaged, because they said on {received} that they make none."
            return Limb("55(5)(b)", duty, Light.NOT_ENGAGED, proof)
        case CommentsState.NONE_BY_DATE:
            due = f", {british_date(track.due_on)}" if track.due_on else ""
            proof = f"Not engaged, because none came by the date set{due}."
            return Limb("55(5)(b)", duty, Light.NOT_ENGAGED, proof)
        case _:
            return Limb("55(5)(b)", duty, Light.AMBER, "Still to come.")


def _reply(facts: CaseFacts, track: ForceTrack) -> Limb:
    duty = f"publish any response to the comments of {track.force}"
    if track.state not in {CommentsState.FINAL, CommentsState.LATE}:
        none = track.state in WITHOUT_COMMENTS
        why = "there are no comments to respond to" if none else "no comments have come yet"
        proof = f"Not engaged, because {why}."
        return Limb("55(5)(c)", duty, Light.NOT_ENGAGED, proof)
    if track.replied:
        return _public(facts, "55(5)(c)", duty, "The response answers them. ")
    return Limb("55(5)(c)", duty, Light.AMBER, "The body has not answered them yet.")


def _in_time(facts: CaseFacts) -> Limb:
    last = response_due(facts.published)
    duty = f"publish by {weekday_date(last)}, day {RESPONSE_PERIOD.days}"
    if facts.responded_on and facts.seen:
        day = day_number(facts.published, facts.responded_on)
        proof = f"Published on day {day}, {british_date(facts.responded_on)}; {facts.seen}"
        late = facts.responded_on > last
        if late and facts.lateness_reason:
            proof += f" Reason for lateness: {facts.lateness_reason}"
        return Limb("55(5A)", duty, Light.RED if late else Light.GREEN, proof)
    today = day_number(facts.published, facts.today)
    word = "Provisional: today would be" if facts.provisional else "Today is"
    light = Light.RED if facts.today > last else Light.AMBER
    return Limb("55(5A)", duty, light, f"{word} day {today}; not published yet.")


def _recommendations(facts: CaseFacts) -> Limb:
    duty = "explain the body's action on each recommendation, or why none"
    if not facts.recommendations:
        proof = "Not engaged, because the report makes no recommendation."
        return Limb("55(5B)", duty, Light.NOT_ENGAGED, proof)
    if facts.unanswered:
        return Limb("55(5B)", duty, Light.RED, f"No answer yet to {joined(facts.unanswered)}.")
    count = facts.recommendations
    return _public(facts, "55(5B)", duty, f"All {count} answered. ")


def _public(facts: CaseFacts, subsection: str, duty: str, start: str = "") -> Limb:
    if facts.seen:
        return Limb(subsection, duty, Light.GREEN, f"{start}Published at {facts.public_at}.")
    unsigned = "with the signatories" if facts.frozen else "still in draft"
    state = "signed, not published yet" if facts.signed else unsigned
    return Limb(subsection, duty, Light.AMBER, f"{start}Written, {state}.")
