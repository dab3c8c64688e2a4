"""Powers that reach others: the force and its guests, colleagues, the post."""

from typing import Final

from casework.rules.powers import (
    ANY_STAGE,
    BEFORE_SIGNING,
    FINANCE,
    MINUTE_TAKERS,
    NOT_ENDED,
    OFFICERS_OR_SERVICE,
    OUT,
    PEOPLE,
    STEER_TAKERS,
    Power,
)
from casework.rules.progress import OFFICERS, SERVICE, WHO_PROVES
from models.words import Stage

GUEST = "a guest, by a link for this very thing: the service acts on their word"
OWN_QUESTION = "of what was asked of oneself; for a colleague it takes an officer"
OWN_ASKING = "of what one asked oneself; of somebody else’s it takes an officer"

FORCE = (
    Power("prepare_invitations", "invite the chief officer", OFFICERS_OR_SERVICE, NOT_ENDED),
    Power("reissue_invitation", "invite the chief officer", OFFICERS, NOT_ENDED),
    Power("withdraw_invitation", "withdraw an invitation", OFFICERS, NOT_ENDED),
    Power("extend_comments", "give more time for comments", OFFICERS, NOT_ENDED),
    Power("chase_comments", "remind the chief officer", OFFICERS, NOT_ENDED),
    Power("prepare_chasers", "prepare the reminders that are due", SERVICE),
    Power("record_silence", "record a silence", SERVICE),
    Power("store_comments", "hand in comments", OFFICERS, NOT_ENDED),
    Power("class_comments", "class comments", OFFICERS, NOT_ENDED),
    Power("record_nil_return", "record a nil return", OFFICERS, NOT_ENDED),
    Power("decline_comments", "decline comments", OFFICERS),
    Power("make_guest_link", "make a link for a force", OFFICERS, NOT_ENDED),
    Power(
        "revoke_guest_link",
        "take a link back",
        PEOPLE,
        ANY_STAGE,
        "an officer, or an administrator",
    ),
    Power("revoke_guest_link:officer", "take a link back", OFFICERS),
    Power("send_comments_by_link", "send comments", SERVICE, NOT_ENDED, GUEST),
    Power("no_comments_by_link", "say there are no comments", SERVICE, NOT_ENDED, GUEST),
    Power("more_time_by_link", "ask for more time", SERVICE, NOT_ENDED, GUEST),
    Power("point_by_link", "make a point of fact", SERVICE, NOT_ENDED - {Stage.PUBLISHED}, GUEST),
)
COLLEAGUES = (
    Power("give_steer", "give the steer, or take it down", STEER_TAKERS, NOT_ENDED),
    Power("ask_question", "ask a colleague", STEER_TAKERS, NOT_ENDED),
    Power("answer_question", "answer a question", PEOPLE, NOT_ENDED, OWN_QUESTION),
    Power("answer_question:colleague", "answer for a colleague", OFFICERS, NOT_ENDED),
    Power("withdraw_question", "take back a question", PEOPLE, NOT_ENDED, OWN_ASKING),
    Power(
        "withdraw_question:colleague",
        "take back a question of somebody else’s",
        OFFICERS,
        NOT_ENDED,
    ),
    Power("read_answer", "say that an answer was read", FINANCE, BEFORE_SIGNING),
    Power("note_meeting", "note a meeting", MINUTE_TAKERS, NOT_ENDED),
    Power("note_minute", "note a meeting", MINUTE_TAKERS, NOT_ENDED),
    Power("note_action", "note what was agreed", MINUTE_TAKERS, NOT_ENDED),
    Power("tell_colleagues", "tell colleagues what is wanted", SERVICE),
    Power("tell_day_one", "tell people of a new report", SERVICE, NOT_ENDED),
)
LETTERS = (
    Power("make_letter", "make a letter", PEOPLE, ANY_STAGE, "as the kind of letter says"),
    *(
        Power(f"make_letter:{kind}", f"make the {kind.replace('_', ' ')}", OFFICERS, stages)
        for kind, stages in (
            ("invitation", NOT_ENDED),
            ("extension", NOT_ENDED),
            ("chaser", NOT_ENDED),
            ("nil_return", NOT_ENDED),
            ("fact_check", NOT_ENDED),
            ("fact_check_answer", NOT_ENDED),
            ("copies_letter", OUT),
            ("panel_page", OUT),
            ("decision_notice", OUT | {Stage.SIGNED, Stage.SCHEDULED}),
        )
    ),
    Power("make_letter:press_line", "make the press line", WHO_PROVES, NOT_ENDED),
    Power("letter_confirmed_sent", "confirm that a letter was sent", OFFICERS),
    Power("letter_sent_again", "send a letter again", OFFICERS),
    Power("letter_acknowledged", "file an acknowledgement", OFFICERS),
    Power("letter_bounced", "say that a letter came back", OFFICERS_OR_SERVICE),
    Power("letter_being_sent", "say that a letter is being sent", SERVICE),
    Power("letter_outcome", "say what became of a letter", SERVICE),
    Power("letter_unknown", "say that a letter’s fate is not known", SERVICE),
)
WITH_OTHERS: Final = (*FORCE, *COLLEAGUES, *LETTERS)
