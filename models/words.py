"""The words the record uses: every choice that is stored, spelt once.

Stored as their values (lower case, underscores), never as member names, so
that a database can be read without this file.
"""

from enum import StrEnum


class Stage(StrEnum):
    """Where a case is. Comments are a track of their own, not a stage."""

    OPENED = "opened"
    CONFIRMED = "confirmed"
    IN_REVIEW = "in_review"
    SIGNING = "signing"
    SIGNED = "signed"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    CLOSED = "closed"
    NOT_OUR_SUBJECT = "not_our_subject"
    ANSWERED_ELSEWHERE = "answered_elsewhere"
    OPENED_BY_MISTAKE = "opened_by_mistake"
    REPORT_WITHDRAWN = "report_withdrawn"
    NOT_ANSWERED = "not_answered"


WAYS_OUT = frozenset(
    {
        Stage.NOT_OUR_SUBJECT,
        Stage.ANSWERED_ELSEWHERE,
        Stage.OPENED_BY_MISTAKE,
        Stage.REPORT_WITHDRAWN,
        Stage.NOT_ANSWERED,
    }
)
"""Stages in which a case has ended without a published response."""

FINISHED = WAYS_OUT | {Stage.CLOSED}
"""Stages in which nothing more is owed and no reminder is sent."""


class Role(StrEnum):
    """What a person may do here. One person may hold several."""

    POLICY_OFFICER = "policy_officer"
    HEAD_OF_POLICY = "head_of_policy"
    CHIEF_EXECUTIVE = "chief_executive"
    MONITORING_OFFICER = "monitoring_officer"
    FINANCE_OFFICER = "finance_officer"
    COMMUNICATIONS = "communications"
    SIGNATORY = "signatory"
    DEPUTY_SIGNATORY = "deputy_signatory"
    PRIVATE_OFFICE = "private_office"
    TRANSLATOR = "translator"
    ADMINISTRATOR = "administrator"
    SERVICE = "service"


class ReportKind(StrEnum):
    """The family of a report."""

    PEEL = "peel"
    THEMATIC = "thematic"
    CHILD_PROTECTION = "child_protection"
    CUSTODY = "custody"
    REVISIT_LETTER = "revisit_letter"
    JOINT = "joint"
    STATE_OF_POLICING = "state_of_policing"
    OTHER = "other"


class Regime(StrEnum):
    """The law under which a report is answered."""

    SECTION_55 = "section_55"
    DISCRETIONARY = "discretionary"


class FindingClass(StrEnum):
    """What the inspectors call a finding."""

    RECOMMENDATION = "recommendation"
    AREA_FOR_IMPROVEMENT = "area_for_improvement"
    CAUSE_OF_CONCERN = "cause_of_concern"


class AddresseeGroup(StrEnum):
    """Whom a finding concerns, seen from the office."""

    US = "us"
    OUR_FORCE = "our_force"
    OTHERS = "others"


class DeadlineKind(StrEnum):
    """How the inspectors set a deadline inside a finding."""

    DATE = "date"
    MONTH = "month"
    RELATIVE = "relative"
    IMMEDIATE = "immediate"
    PERIOD = "period"
    NONE = "none"


class DatePrecision(StrEnum):
    """How exactly a page tells its publication date."""

    DAY = "day"
    MONTH = "month"
    NONE = "none"


class CommentsState(StrEnum):
    """The comments track of one force: where its chief officer's comments are."""

    TO_INVITE = "to_invite"
    PREPARED = "prepared"
    SENT = "sent"
    BOUNCED = "bounced"
    EXTENDED = "extended"
    FINAL = "final"
    NIL = "nil"
    DECLINED = "declined"
    LATE = "late"
    WITHDRAWN = "withdrawn"
    NONE_BY_DATE = "none_by_date"


COMMENTS_CLOSED = frozenset(
    {
        CommentsState.FINAL,
        CommentsState.NIL,
        CommentsState.DECLINED,
        CommentsState.LATE,
        CommentsState.NONE_BY_DATE,
    }
)
"""States of the comments track in which signing and publication may go on."""


class CommentsClass(StrEnum):
    """What a person says a force's submission is. Only the first may be published."""

    FINAL = "final"
    DRAFT = "draft"
    BACKGROUND = "background"


class GuestPurpose(StrEnum):
    """What a link for the people of a force is for."""

    COMMENTS = "comments"
    FACT_CHECK = "fact_check"


class SaidByLink(StrEnum):
    """What somebody at a force did with a link."""

    COMMENTS = "comments"
    NO_COMMENTS = "no_comments"
    MORE_TIME = "more_time"
    POINT = "point"


class DocumentType(StrEnum):
    """The documents a case can hold."""

    RESPONSE = "response"
    INVITATION = "invitation"
    EXTENSION = "extension"
    CHASER = "chaser"
    NIL_RETURN = "nil_return"
    FACT_CHECK = "fact_check"
    FACT_CHECK_ANSWER = "fact_check_answer"
    COPIES_LETTER = "copies_letter"
    PANEL_PAGE = "panel_page"
    PRESS_LINE = "press_line"
    DECISION_NOTICE = "decision_notice"


class Language(StrEnum):
    """The languages a document can be in."""

    ENGLISH = "en-GB"
    WELSH = "cy-GB"


class VersionKind(StrEnum):
    """How a version of a document came to be."""

    DRAFT = "draft"
    CHECK_IN = "check_in"
    BRANCH = "branch"
    SIGNING_COPY = "signing_copy"
    PUBLISHED = "published"
    CORRECTION = "correction"
    PROPOSAL = "proposal"


class SignatureStep(StrEnum):
    """The steps of a sign-off route."""

    SUBMITTED = "submitted"
    APPROVED = "approved"
    SIGNED = "signed"


class MailState(StrEnum):
    """How far a letter has come. Only ACCEPTED, CONFIRMED and ACKNOWLEDGED prove sending."""

    PREPARED = "prepared"
    SENDING = "sending"
    ACCEPTED = "accepted"
    CONFIRMED = "confirmed"
    ACKNOWLEDGED = "acknowledged"
    UNKNOWN = "unknown"
    BOUNCED = "bounced"
    WITHDRAWN = "withdrawn"


MAIL_SENT = frozenset({MailState.ACCEPTED, MailState.CONFIRMED, MailState.ACKNOWLEDGED})
"""States that prove a letter was sent: Police Act 1996 s.55(4) and (6)."""


class MailKind(StrEnum):
    """What a letter is for."""

    DAY_ONE = "day_one"
    INVITATION = "invitation"
    EXTENSION = "extension"
    CHASER = "chaser"
    REMINDER = "reminder"
    DIGEST = "digest"
    SIGNATURE_REQUEST = "signature_request"
    COPY_TO_INSPECTORS = "copy_to_inspectors"
    COPY_TO_SECRETARY_OF_STATE = "copy_to_secretary_of_state"
    WARNING = "warning"
    QUESTION = "question"
    WANTED = "wanted"


class PublicationState(StrEnum):
    """The publication track of one publisher."""

    SCHEDULED = "scheduled"
    UNSCHEDULED = "unscheduled"
    WRITTEN = "written"
    PROVED = "proved"
    FAILED = "failed"


class Proof(StrEnum):
    """How publication was seen."""

    FETCHED = "fetched"
    CHECKED_BY_HAND = "checked_by_hand"


class Light(StrEnum):
    """The state of one limb of section 55 on the lawfulness sheet."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    NOT_ENGAGED = "not_engaged"
