"""Why an act that the table allows may still be refused: each reason, beside its act.

Every one is a sentence about something other than the role or the stage, as the
record of the test stands at that stage.
"""

TRACK = "The comments of .* (are|cannot)|The force’s comments are|The comments of .*: a reminder"
ROUTE = "may not give the step"
NOTHING_THERE = "Nothing called|There is no|does not wait any more|known to your office’s sign-in"
NOT_IN_THE_WAY = "Nothing that stands in the way"
NOTHING_EXCUSED = "has no waiver, reason or override"
TOO_LATE = "is after the last day|The date is already|ask for a day before|Give a day that is later"
BESIDES: dict[str, str] = {
    "release_report": "is not under embargo",
    "hold_report": "The invitation to comment has gone",
    "end_case": "a case of its own",
    "split_finding": "is one line",
    "choose_document": "People have edited the Word file",
    "check_in": "may not void signatures",
    "take_branch": "is no edit kept beside",
    "settle_branch": "is no edit kept beside",
    "take_updates": "No updates wait",
    "decline_updates": "No updates wait",
    "hand_back_welsh": "is another file than the Welsh response",
    "submit": f"cannot go to signature yet|{ROUTE}",
    "sign": f"{ROUTE}|handed in the last version|The signature block names",
    "approve_subject_to": f"{ROUTE}|handed in the last version|The signature block names",
    "certify_amendments": "is to be certified",
    "refuse_certificate": "is to be certified",
    "read_answer": "There is no answer to",
    "waive_check": NOT_IN_THE_WAY,
    "explain_limb": NOT_IN_THE_WAY,
    "override_block": NOT_IN_THE_WAY,
    "look_at_override": NOTHING_EXCUSED,
    "end_excuse": NOTHING_EXCUSED,
    "record_signature": f"{ROUTE}|handed in the last version",
    "note_publication_written": "The record refers|was taken back",
    "note_publication_failed": "The record refers",
    "note_publication_seen": "The record refers",
    "extend_comments": f"{TRACK}|{TOO_LATE}",
    "chase_comments": TRACK,
    "withdraw_invitation": TRACK,
    "record_nil_return": TRACK,
    "class_comments": "has no comments numbered",
    "decline_comments": "has no comments numbered",
    "more_time_by_link": TOO_LATE,
    "answer_question": "may not answer for a colleague",
    "withdraw_question": "take back a question of somebody else’s",
    "revoke_guest_link": "may not take a link back",
    "make_letter:invitation": TRACK,
    "make_letter:extension": TRACK,
    "make_letter:chaser": TRACK,
    "make_letter:nil_return": TRACK,
    "make_letter:fact_check": TOO_LATE,
    "make_letter:fact_check_answer": "No point of .* is on the record",
    "letter_sent_again": "only one of unknown fate",
    "settle_sighting": NOTHING_THERE,
    "trust_list": NOTHING_THERE,
    "change_settings": "that takes an administrator",
    "load_settings": "that takes an administrator",
    "confirm_settings": NOTHING_THERE,
    "withdraw_settings": NOTHING_THERE,
    "sign_out_one": NOTHING_THERE,
    "end_session": f"{NOTHING_THERE}|that takes an administrator",
    "revoke_token": NOTHING_THERE,
    "sign_in": "has been used or is too old",
    "sign_in_elsewhere": NOTHING_THERE,
    "confirm_elsewhere": NOTHING_THERE,
}
