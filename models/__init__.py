"""The nouns: SQLModel tables and the words used in them."""

from models.access import (
    ConfirmationCode,
    Identity,
    ProviderReturn,
    SignInLink,
    SureBy,
    WebSession,
)
from models.case import Answer, Case, CaseForce, Finding, GradedArea
from models.colleagues import Meeting, MeetingAction, Question, Steer
from models.comments import Submission
from models.document import Blob, Document, Version
from models.excuses import Excuse, ExcuseKind
from models.guests import GuestDraft, GuestLink, GuestStatement
from models.history import Act, Anchor, HistoryEntry
from models.integrations import ApiRequest, ApiToken, CalendarLink
from models.mail import Mail, Notice
from models.office import Office, Person
from models.outbox import Errand, OutboxRow
from models.page_work import PageWork, WorkKind
from models.publication import Publication
from models.report import Report, ReportKey
from models.reviewing import Checkout, Proposal, ProposalItem, Remark
from models.searching import SearchDue, SearchKind, SearchPiece
from models.signing import Condition, ConditionState, RoundState, Signature, SigningRound
from models.watching import Look, Reconciliation, Sighting, Source

__all__ = [
    "Act",
    "Anchor",
    "Answer",
    "ApiRequest",
    "ApiToken",
    "Blob",
    "CalendarLink",
    "Case",
    "CaseForce",
    "Checkout",
    "Condition",
    "ConditionState",
    "ConfirmationCode",
    "Document",
    "Errand",
    "Excuse",
    "ExcuseKind",
    "Finding",
    "GradedArea",
    "GuestDraft",
    "GuestLink",
    "GuestStatement",
    "HistoryEntry",
    "Identity",
    "Look",
    "Mail",
    "Meeting",
    "MeetingAction",
    "Notice",
    "Office",
    "OutboxRow",
    "PageWork",
    "Person",
    "Proposal",
    "ProposalItem",
    "ProviderReturn",
    "Publication",
    "Question",
    "Reconciliation",
    "Remark",
    "Report",
    "ReportKey",
    "RoundState",
    "SearchDue",
    "SearchKind",
    "SearchPiece",
    "Sighting",
    "SignInLink",
    "Signature",
    "SigningRound",
    "Source",
    "Steer",
    "Submission",
    "SureBy",
    "Version",
    "WebSession",
    "WorkKind",
]
