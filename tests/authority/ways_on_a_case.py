"""One way to do each act on a case, by function, with arguments it can be done with."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from casework import findings, intake, publication, review, sign_off
from casework.drafting import choose_document, switch_wording, write_answer, write_draft
from casework.publication.proving import _note_seen
from casework.publication.publishing import _note_refused, _note_trouble, _note_written
from casework.record.hand import Hand
from casework.record.starting import start_flow
from casework.reminders.signatures import ask_for_signature
from casework.review import Edited, HeardElsewhere
from casework.rules.signing import Amendment
from models.review_words import Decision, Heard
from models.shapes.publication import PublicationSeen, Written
from models.words import AddresseeGroup, FindingClass, Stage
from tests.authority.fields import KEY
from tests.authority.stages import CASE
from tests.builders import REPORT, SIGNATORY, TEMPLATES, Service, at

Way = Callable[[Service, Hand], object]
WHY = "for a reason given in words"


@cache
def _edit(data: bytes) -> bytes:
    from casework.documents.regions import fill_regions

    return fill_regions(data, {"overview": ["I welcome this report, and say so again."]})


def _tracker(service: Service) -> bytes:
    text = service.file(CASE).findings[0].text
    return f'Reference,Recommendation,Status\nR-77,"{text}",Open\n'.encode()


def _welsh(service: Service, hand: Hand) -> object:
    from casework.colleagues import hand_back_welsh

    return hand_back_welsh(service.record, hand, CASE, service.word_file(CASE), "cymraeg.docx")


def _publication(service: Service) -> int:
    return next((row.id or 0 for row in service.file(CASE).publications), 1)


REPORT_WAYS: dict[str, Way] = {
    "open_case": lambda s, h: intake.open_report(s.record, h, intake.HandedIn(REPORT, "r.html")),
    "confirm_date": lambda s, h: findings.confirm_date(s.record, h, CASE, date(2022, 10, 13)),
    "confirm_findings": lambda s, h: findings.confirm_findings(s.record, h, CASE),
    "take_case": lambda s, h: findings.take_case(s.record, h, CASE, "birch"),
    "release_report": lambda s, h: findings.release_report(s.record, h, CASE, WHY),
    "hold_report": lambda s, h: findings.hold_report(
        s.record, h, CASE, h.today + timedelta(days=9), WHY
    ),
    "end_case": lambda s, h: findings.end_case(s.record, h, CASE, Stage.OPENED_BY_MISTAKE, WHY),
    "reopen_case": lambda s, h: findings.reopen_case(s.record, h, CASE, WHY),
    "start_flow": lambda s, h: start_flow(s.record, h, CASE, "draft-response"),
}
LIST_WAYS: dict[str, Way] = {
    "accept_findings": lambda s, h: findings.accept_findings(s.record, h, CASE, ["f001"]),
    "drop_finding": lambda s, h: findings.drop_finding(s.record, h, CASE, "f001", WHY),
    "restore_finding": lambda s, h: findings.restore_finding(s.record, h, CASE, "f001"),
    "correct_finding": lambda s, h: findings.correct_finding(s.record, h, CASE, "f001", "Other."),
    "regard_finding": lambda s, h: findings.regard_finding(
        s.record, h, CASE, "f001", AddresseeGroup.OTHERS, WHY
    ),
    "add_finding": lambda s, h: findings.add_finding(
        s.record, h, CASE, FindingClass.RECOMMENDATION, "The force should do this."
    ),
    "split_finding": lambda s, h: findings.split_finding(s.record, h, CASE, "f001", [2]),
    "merge_findings": lambda s, h: findings.merge_findings(s.record, h, CASE, ["f002", "f003"]),
    "reorder_findings": lambda s, h: findings.reorder_findings(
        s.record, h, CASE, [f.key for f in reversed(s.file(CASE).findings)]
    ),
    "move_finding": lambda s, h: findings.move_finding(s.record, h, CASE, "f001"),
    "number_finding": lambda s, h: findings.number_finding(s.record, h, CASE, "f001", "R-77"),
    "apply_tracker": lambda s, h: findings.apply_tracker(
        s.record, h, CASE, _tracker(s), "tracker.csv"
    ),
}
WORD_WAYS: dict[str, Way] = {
    "write_answer": lambda s, h: write_answer(s.record, h, CASE, "overview", "My own words."),
    "choose_document": lambda s, h: choose_document(
        s.record, h, CASE, "response-thematic", TEMPLATES
    ),
    "switch_wording": lambda s, h: switch_wording(
        s.record, h, CASE, "monitoring", TEMPLATES, on=False
    ),
    "write_draft": lambda s, h: write_draft(s.record, h, CASE, TEMPLATES),
    "check_out": lambda s, h: review.check_out(s.record, h, CASE),
    "give_back": lambda s, h: review.give_back(s.record, h, CASE),
    "check_in": lambda s, h: review.check_in(
        s.record, h, CASE, Edited(_edit(s.word_file(CASE)), "mine.docx", voids=True), TEMPLATES
    ),
    "take_branch": lambda s, h: review.take_branch(s.record, h, CASE, 2, TEMPLATES, voids=True),
    "settle_branch": lambda s, h: review.settle_branch(s.record, h, CASE, 2, WHY),
    "take_updates": lambda s, h: review.take_updates(s.record, h, CASE, TEMPLATES, voids=True),
    "decline_updates": lambda s, h: review.decline_updates(s.record, h, CASE, WHY),
    "log_remarks": lambda s, h: review.log_remarks(
        s.record, h, CASE, [HeardElsewhere("N. Holt", Heard.TELEPHONE, "Say more.")], None
    ),
    "decide_remark": lambda s, h: review.decide_remark(
        s.record, h, CASE, 1, Decision.NOT_TAKEN, WHY
    ),
    "hand_back_welsh": _welsh,
}
LET_PASS_WAYS: dict[str, Way] = {
    "waive_check": lambda s, h: sign_off.waive_check(s.record, h, CASE, TEMPLATES, KEY, WHY),
    "explain_limb": lambda s, h: sign_off.explain_limb(s.record, h, CASE, KEY, WHY),
    "override_block": lambda s, h: sign_off.override_block(s.record, h, CASE, TEMPLATES, KEY, WHY),
    "look_at_override": lambda s, h: sign_off.look_at_override(s.record, h, CASE, 1),
    "end_excuse": lambda s, h: sign_off.end_excuse(s.record, h, CASE, 1),
}
SIGNING_WAYS: dict[str, Way] = {
    "submit": lambda s, h: sign_off.submit(s.record, h, CASE, TEMPLATES, h.today),
    "sign": lambda s, h: sign_off.give_signature(s.record, h, CASE),
    "approve_subject_to": lambda s, h: sign_off.approve_subject_to(
        s.record, h, CASE, [Amendment("Say “shall” in the second paragraph.", "overview")]
    ),
    "certify_amendments": lambda s, h: sign_off.certify(s.record, h, CASE, ("a", "b")),
    "refuse_certificate": lambda s, h: sign_off.refuse_certificate(s.record, h, CASE, WHY),
    "record_signature": lambda s, h: sign_off.record_signature(
        s.record,
        h,
        CASE,
        sign_off.GivenElsewhere(SIGNATORY, "in ink", b"%PDF-1.4 evidence"),
        h.now,
    ),
    "send_back": lambda s, h: sign_off.send_back(s.record, h, CASE, WHY),
    "void_signatures": lambda s, h: sign_off.void(s.record, h, CASE, WHY),
    "ask_for_signature": lambda s, h: ask_for_signature(s.record, h, CASE),
}
PUBLISHING_WAYS: dict[str, Way] = {
    "schedule": lambda s, h: publication.schedule(s.record, h, CASE, at(12, 7, 10)),
    "unschedule": lambda s, h: publication.unschedule(s.record, h, CASE, WHY),
    "give_lateness_reason": lambda s, h: publication.give_lateness_reason(s.record, h, CASE, WHY),
    "correct": lambda s, h: publication.correct(s.record, h, CASE, WHY),
    "prepare_copies": lambda s, h: publication.prepare_copies(s.record, h, CASE),
    "close_case": lambda s, h: publication.close_when_copied(s.record, h, CASE),
    "publication_refused": lambda s, h: _note_refused(s.record, h, CASE, WHY),
    "note_publication_written": lambda s, h: _note_written(
        s.record, h, _publication(s), Written("https://x.example/p", ())
    ),
    "note_publication_failed": lambda s, h: _note_trouble(s.record, h, _publication(s), WHY),
    "note_publication_seen": lambda s, h: _note_seen(
        s.record,
        h,
        _publication(s),
        PublicationSeen(
            "https://x.example/p", 200, "0" * 64, h.now, proves=True, explained="as signed"
        ),
        b"<p>",
    ),
}
