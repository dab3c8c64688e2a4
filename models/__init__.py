"""The nouns: SQLModel tables and the words used in them."""

from models.access import SignInLink, WebSession
from models.case import Answer, Case, CaseForce, Finding, GradedArea
from models.comments import Submission
from models.document import Blob, Document, Version
from models.guests import GuestDraft, GuestLink, GuestStatement
from models.history import Act, Anchor, HistoryEntry
from models.mail import Mail, Notice
from models.office import Office, Person
from models.outbox import Errand, OutboxRow
from models.publication import Publication
from models.report import Report, ReportKey
from models.reviewing import Checkout, Proposal, ProposalItem, Remark
from models.signing import RoundState, Signature, SigningRound
from models.watching import Look, Reconciliation, Sighting, Source

__all__ = [
    "Act",
    "Anchor",
    "Answer",
    "Blob",
    "Case",
    "CaseForce",
    "Checkout",
    "Document",
    "Errand",
    "Finding",
    "GradedArea",
    "GuestDraft",
    "GuestLink",
    "GuestStatement",
    "HistoryEntry",
    "Look",
    "Mail",
    "Notice",
    "Office",
    "OutboxRow",
    "Person",
    "Proposal",
    "ProposalItem",
    "Publication",
    "Reconciliation",
    "Remark",
    "Report",
    "ReportKey",
    "RoundState",
    "Sighting",
    "SignInLink",
    "Signature",
    "SigningRound",
    "Source",
    "Submission",
    "Version",
    "WebSession",
]
