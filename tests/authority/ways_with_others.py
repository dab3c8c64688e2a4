"""One way to do each act that reaches others, by function."""

from datetime import date, timedelta

from casework import colleagues, comments, review
from casework.access import NewGuestLink, hash_of, make_guest_link, revoke_guest_link
from casework.colleagues import NewAction, NewMeeting, NewQuestion
from casework.companion_letters.asking import Wish
from casework.companion_letters.making import make_letter
from casework.errors import NotAllowedError
from casework.letters_out import (
    _note_outcome,
    _note_sending,
    _note_unknown,
    acknowledge,
    confirm_bounced,
    confirm_sent,
    send_again,
)
from casework.record.hand import Hand
from casework.reminders.day_one import tell_day_one
from casework.review import Point
from casework.rules.tellers import Teller
from models.shapes.mail import MailOutcome, Sent
from models.words import CommentsClass
from tests.authority.stages import CASE, CHECK_LINK, COMMENTS_LINK
from tests.authority.ways_on_a_case import WHY, Way
from tests.builders import TEMPLATES, Service

MARSH = Teller.of("Alex Marsh", "Staff officer", "alex.marsh@warwickshire-police.example")


def _letter(service: Service) -> str:
    return service.file(CASE).mails[0].key


def _submission(service: Service) -> int:
    return next((row.id or 0 for row in service.file(CASE).submissions), 1)


def _send_comments(service: Service, hand: Hand) -> object:
    words = b"We welcome it."
    given = comments.ToSend(MARSH, CommentsClass.DRAFT, "ACC J. Okafor", words, "c.txt")
    sha = hash_of(COMMENTS_LINK)
    try:
        number = comments.keep_guest_draft(service.record, sha, given, hand.now)
    except NotAllowedError:
        number = 1  # the case has ended: the link does not even show them back
    return comments.send_comments(service.record, hand, sha, number)


def _letter_way(kind: str) -> Way:
    def way(service: Service, hand: Hand) -> object:
        due = hand.today + timedelta(days=10) if kind == "fact-check" else None
        version = 1 if kind.startswith("fact-check") else 0
        return make_letter(service.record, hand, CASE, TEMPLATES, Wish(kind, due, version))

    return way


FORCE_WAYS: dict[str, Way] = {
    "prepare_invitations": lambda s, h: comments.invite(s.record, h, CASE, TEMPLATES),
    "reissue_invitation": lambda s, h: comments.reissue_invitation(s.record, h, CASE, TEMPLATES),
    "withdraw_invitation": lambda s, h: comments.withdraw_invitation(s.record, h, CASE, WHY),
    "extend_comments": lambda s, h: comments.extend_date(
        s.record, h, CASE, TEMPLATES, h.today + timedelta(days=8)
    ),
    "chase_comments": lambda s, h: comments.chase(s.record, h, CASE, TEMPLATES),
    "prepare_chasers": lambda s, h: comments.prepare_chasers(s.record, h, CASE, TEMPLATES),
    "record_silence": lambda s, h: comments.close_silent(s.record, h, CASE),
    "store_comments": lambda s, h: comments.store_submission(s.record, h, CASE, b"Ours.", "c.txt"),
    "class_comments": lambda s, h: comments.class_submission(
        s.record, h, CASE, _submission(s), CommentsClass.BACKGROUND
    ),
    "record_nil_return": lambda s, h: comments.record_nil_return(s.record, h, CASE, WHY),
    "decline_comments": lambda s, h: comments.decline_late_comments(
        s.record, h, CASE, _submission(s), WHY
    ),
    "make_guest_link": lambda s, h: make_guest_link(
        s.record, h, CASE, NewGuestLink(hash_of("another"))
    ),
    "revoke_guest_link": lambda s, h: revoke_guest_link(s.record, h, CASE, 1),
    "send_comments_by_link": _send_comments,
    "no_comments_by_link": lambda s, h: comments.say_no_comments(
        s.record, h, hash_of(COMMENTS_LINK), MARSH, "None."
    ),
    "more_time_by_link": lambda s, h: comments.ask_for_time(
        s.record, h, hash_of(COMMENTS_LINK), MARSH, h.today + timedelta(days=8), WHY
    ),
    "point_by_link": lambda s, h: review.make_point(
        s.record, h, hash_of(CHECK_LINK), MARSH, Point("It was in June, not in May.")
    ),
}
COLLEAGUE_WAYS: dict[str, Way] = {
    "give_steer": lambda s, h: colleagues.give_steer(s.record, h, CASE, "Say it plainly."),
    "ask_question": lambda s, h: colleagues.ask_question(
        s.record, h, CASE, NewQuestion("pym", "What of next year?", h.today)
    ),
    "answer_question": lambda s, h: colleagues.answer_question(s.record, h, CASE, 1, "Nothing."),
    "withdraw_question": lambda s, h: colleagues.withdraw_question(s.record, h, CASE, 1, WHY),
    "read_answer": lambda s, h: colleagues.read_answer(s.record, h, CASE, "f001"),
    "note_meeting": lambda s, h: colleagues.note_meeting(
        s.record, h, CASE, NewMeeting("The board", date(2022, 12, 30))
    ),
    "note_minute": lambda s, h: colleagues.note_minute(s.record, h, CASE, 1, "Item 7"),
    "note_action": lambda s, h: colleagues.note_action(
        s.record, h, CASE, NewAction(1, "Follow it every month.")
    ),
    "tell_colleagues": lambda s, h: colleagues.tell_colleagues(s.record, h),
    "tell_day_one": lambda s, h: tell_day_one(s.record, h, CASE),
}
LETTER_WAYS: dict[str, Way] = {
    **{
        f"make_letter:{kind.replace('-', '_')}": _letter_way(kind)
        for kind in (
            "invitation",
            "extension",
            "chaser",
            "nil-return",
            "fact-check",
            "fact-check-answer",
            "copies-letter",
            "panel-page",
            "press-line",
            "decision-notice",
        )
    },
    "letter_confirmed_sent": lambda s, h: confirm_sent(s.record, h, _letter(s)),
    "letter_sent_again": lambda s, h: send_again(s.record, h, _letter(s)),
    "letter_acknowledged": lambda s, h: acknowledge(s.record, h, _letter(s), "Thank you."),
    "letter_bounced": lambda s, h: confirm_bounced(s.record, h, _letter(s), "No such mailbox."),
    "letter_being_sent": lambda s, h: _note_sending(s.record, h, _letter(s)),
    "letter_outcome": lambda s, h: _note_outcome(
        s.record, h, _letter(s), Sent(MailOutcome.UNKNOWN, "<m@x>", "no answer"), b""
    ),
    "letter_unknown": lambda s, h: _note_unknown(s.record, h, _letter(s), "no answer"),
}
