"""A letter came back, or nobody knows what became of it: a person is told, and what to do."""

import json

from casework.record.desk import Desk
from casework.record.post import mail_bounced
from casework.record.warnings import warn
from models import Case, Mail
from models.words import MailKind, MailState, Role, Stage

COPIES = frozenset({MailKind.COPY_TO_INSPECTORS, MailKind.COPY_TO_SECRETARY_OF_STATE})


def came_back(desk: Desk, row: Mail, reason: str) -> None:
    """Write down that a letter came back, and tell somebody what to do about it."""
    if row.state is MailState.BOUNCED:
        return
    mail_bounced(desk, row, reason)
    case = desk.session.get(Case, row.case_id) if row.case_id else None
    if case and row.kind in COPIES and case.stage is Stage.CLOSED:
        # A copy is accepted first and comes back later: s.55(6) is not met after all.
        desk.move(case, Stage.PUBLISHED, by=Role.SERVICE, letter=row.id)
    headline = f"{_about(case)}a letter came back: {row.subject}"
    text = (
        f"The letter “{row.subject}” to {_recipients(row)} came back:\n\n    {reason}\n\n"
        f"So it counts as not sent. {_remedy(row, case)}"
    )
    _tell(desk, row, case, f"{row.key}:bounced", headline, text)


def warn_of_unknown(desk: Desk, row: Mail, case: Case | None) -> None:
    """Put a letter of unknown fate before a person: it is never sent again blindly."""
    headline = f"{_about(case)}was this letter sent? {row.subject}"
    text = (
        f"Nobody knows whether the letter “{row.subject}” to {_recipients(row)} was sent:\n\n"
        f"    {row.reply}\n\n"
        "It will not be sent again unless you say so. Please look (in the mail server's log, or "
        "by asking the recipient). Then:\n"
        f"- if it arrived: section55 sent {row.key} --as YOU\n"
        f"- if it did not: section55 resend {row.key} --as YOU"
    )
    _tell(desk, row, case, f"{row.key}:unknown:{desk.act.id}", headline, text)


def _tell(desk: Desk, row: Mail, case: Case | None, key: str, headline: str, text: str) -> None:
    # A warning that cannot be delivered warns of nothing: it would go on for ever.
    if row.kind is not MailKind.WARNING:
        warn(desk, case, key, headline, text)


def _remedy(row: Mail, case: Case | None) -> str:
    reference = case.reference if case else ""
    if row.kind is MailKind.INVITATION:
        return (
            "Nobody has been invited. Correct the address in the office's settings, load them, "
            f"then run: section55 invite {reference} --reissue --as YOU"
        )
    if row.kind in COPIES:
        return (
            "The case stays open until both copies have gone. Correct the address in the office's "
            f"settings, load them, then run: section55 copies {reference} --as YOU"
        )
    return "Correct the address in the office's settings and load them."


def _recipients(row: Mail) -> str:
    return ", ".join(email for _, email in json.loads(row.recipients))


def _about(case: Case | None) -> str:
    return f"{case.reference}: " if case else ""
