"""Powers on a case: the report and its findings, the words, the signatures, the publication."""

from typing import Final

from casework.rules.powers import (
    ANY_STAGE,
    BEFORE_SIGNING,
    NOT_ENDED,
    NOT_PUBLISHED,
    OFFICERS_OR_SERVICE,
    OUT,
    PEN_HOLDERS,
    PEOPLE,
    TRANSLATORS,
    WITH_SIGNERS,
    Power,
)
from casework.rules.progress import EDITORS, OFFICERS, SERVICE, SIGNERS, WHO_PROVES
from models.words import WAYS_OUT, Role, Stage

SECOND = "two of the ways are agreed by the monitoring officer, who is not whoever proposed them"
ROUTE = "in the role the office’s route names for the step, or by a live delegation of it"
EDITS: Final = NOT_PUBLISHED
FINDINGS: Final = "change the findings"

REPORT = (
    Power("open_case", "open a case", OFFICERS_OR_SERVICE),
    Power("confirm_date", "confirm the publication date", OFFICERS, BEFORE_SIGNING),
    Power("confirm_findings", "confirm the findings", OFFICERS, NOT_ENDED),
    Power("take_case", "say who leads a case", OFFICERS, NOT_ENDED),
    Power("release_report", "lift an embargo", OFFICERS, NOT_ENDED),
    Power(
        "hold_report",
        "hold a report under embargo",
        OFFICERS,
        frozenset({Stage.OPENED, Stage.CONFIRMED}),
    ),
    Power("end_case", "propose a way out", OFFICERS, NOT_PUBLISHED, SECOND),
    Power("reopen_case", "reopen a case", OFFICERS, WAYS_OUT),
    Power("start_flow", "start a flow by hand", OFFICERS, NOT_ENDED),
)
LIST = (
    Power("accept_findings", FINDINGS, OFFICERS, BEFORE_SIGNING),
    Power("drop_finding", FINDINGS, OFFICERS, BEFORE_SIGNING),
    Power("restore_finding", FINDINGS, OFFICERS, BEFORE_SIGNING),
    Power("correct_finding", FINDINGS, OFFICERS, BEFORE_SIGNING),
    Power("regard_finding", FINDINGS, OFFICERS, BEFORE_SIGNING),
    Power("add_finding", FINDINGS, OFFICERS, BEFORE_SIGNING),
    Power("split_finding", FINDINGS, OFFICERS, BEFORE_SIGNING),
    Power("merge_findings", FINDINGS, OFFICERS, BEFORE_SIGNING),
    Power("reorder_findings", FINDINGS, OFFICERS, BEFORE_SIGNING),
    Power("move_finding", FINDINGS, OFFICERS, BEFORE_SIGNING),
    Power("number_finding", "number a finding", OFFICERS),
    Power("apply_tracker", "take over a tracker", OFFICERS),
)
WORDS = (
    Power("write_answer", "write an answer", OFFICERS, BEFORE_SIGNING),
    Power("choose_document", "choose the type of a document", OFFICERS, BEFORE_SIGNING),
    Power("switch_wording", "switch a block of wording", OFFICERS, BEFORE_SIGNING),
    Power("write_draft", "write a draft", EDITORS, BEFORE_SIGNING),
    Power("check_out", "take a response out to edit", PEN_HOLDERS, NOT_ENDED),
    Power("give_back", "give a response back", PEOPLE, ANY_STAGE, "what they took out themselves"),
    Power("check_in", "hand in an edit", EDITORS, EDITS),
    Power("take_branch", "take over an edit kept beside", OFFICERS, EDITS),
    Power("settle_branch", "settle an edit kept beside", OFFICERS, NOT_ENDED),
    Power("take_updates", "take updates into the response", EDITORS, EDITS),
    Power("decline_updates", "set updates aside", OFFICERS, NOT_ENDED),
    Power("log_remarks", "log a comment received elsewhere", PEN_HOLDERS, NOT_ENDED),
    Power("decide_remark", "decide a remark", OFFICERS | SIGNERS, NOT_ENDED),
    Power("hand_back_welsh", "hand the Welsh file back", TRANSLATORS, NOT_ENDED),
)
LET_PASS = (
    Power("waive_check", "waive an error of a check", OFFICERS | SIGNERS, BEFORE_SIGNING),
    Power(
        "explain_limb",
        "say why a duty of section 55 is not kept",
        OFFICERS | SIGNERS,
        NOT_PUBLISHED,
    ),
    Power(
        "override_block",
        "override what stands in the way",
        frozenset({Role.MONITORING_OFFICER}),
        NOT_PUBLISHED,
        "neither a missing signature nor an embargo",
    ),
    Power(
        "look_at_override",
        "look at an override as the second person",
        OFFICERS | SIGNERS,
        ANY_STAGE,
        "not whoever made it",
    ),
    Power(
        "end_excuse",
        "take a waiver, a reason or an override back",
        OFFICERS | SIGNERS,
        NOT_PUBLISHED,
    ),
)
SIGNATURES = (
    Power("submit", "submit a response for signature", OFFICERS, BEFORE_SIGNING - {Stage.OPENED}),
    Power("sign", "give a signature", PEOPLE, frozenset({Stage.SIGNING}), ROUTE),
    Power(
        "approve_subject_to",
        "approve subject to amendments",
        PEOPLE,
        frozenset({Stage.SIGNING}),
        ROUTE,
    ),
    Power(
        "certify_amendments",
        "certify that only the amendments were made",
        OFFICERS,
        frozenset({Stage.SIGNING}),
        "neither whoever approved nor whoever edited since",
    ),
    Power(
        "refuse_certificate",
        "say what was changed beside the amendments",
        OFFICERS,
        frozenset({Stage.SIGNING}),
    ),
    Power(
        "record_signature",
        "record a signature given elsewhere",
        OFFICERS,
        frozenset({Stage.SIGNING}),
        "not whoever handed in the last version",
    ),
    Power("send_back", "send a response back", OFFICERS | SIGNERS, WITH_SIGNERS),
    Power("void_signatures", "void signatures", OFFICERS | SIGNERS, WITH_SIGNERS),
    Power("ask_for_signature", "ask for a signature", SERVICE, frozenset({Stage.SIGNING})),
)
PUBLICATION = (
    Power("schedule", "schedule publication", OFFICERS, frozenset({Stage.SIGNED, Stage.SCHEDULED})),
    Power("unschedule", "unschedule publication", OFFICERS, frozenset({Stage.SCHEDULED})),
    Power("give_lateness_reason", "give the reason for lateness", OFFICERS),
    Power("correct", "correct a published response", OFFICERS, OUT),
    Power("prepare_copies", "prepare the copies", OFFICERS_OR_SERVICE, OUT),
    Power("close_case", "close a case", OFFICERS_OR_SERVICE, frozenset({Stage.PUBLISHED})),
    Power("publication_refused", "say that a response could not go out", SERVICE),
    Power("note_publication_written", "say that a response was handed over", SERVICE),
    Power("note_publication_failed", "say that a response was not handed over", SERVICE),
    Power(
        "note_publication_seen", "say where the response is public", WHO_PROVES | SERVICE, ANY_STAGE
    ),
)
ON_A_CASE: Final = (*REPORT, *LIST, *WORDS, *LET_PASS, *SIGNATURES, *PUBLICATION)
