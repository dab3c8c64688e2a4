"""A letter came back, or nobody knows what became of it: a person is told, and what to do."""

import json

from casework.record.desk import Desk
from casework.record.post import mail_bounced
from casework.record.warnings import Remedy, warn
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
    words, remedy = _remedy(row, case)
    text = (
        f"The letter “{row.subject}” to {_recipients(row)} came back:\n\n    {reason}\n\n"
        f"So it counts as not sent. {words}"
    )
    _tell(desk, row, case, f"{row.key}:bounced", headline, text, remedy)


def warn_of_unknown(desk: Desk, row: Mail, case: Case | None) -> None:
    """Put a letter of unknown fate before a person: it is never sent again blindly."""
    headline = f"{_about(case)}was this letter sent? {row.subject}"
    text = (
        f"Nobody knows whether the letter “{row.subject}” to {_recipients(row)} was sent:\n\n"
        f"    {row.reply}\n\n"
        "It will not be sent again unless you say so. Please look (in the mail server's log, or "
        "by asking the recipient), and say whether it arrived:"
    )
    command = (
        f"- if it arrived: section55 sent {row.key} --as YOU\n"
        f"- if it did not: section55 resend {row.key} --as YOU"
    )
    remedy = Remedy(_page(row, case), command)
    _tell(desk, row, case, f"{row.key}:unknown:{desk.act.id}", headline, text, remedy)


def _tell(
    desk: Desk, row: Mail, case: Case | None, key: str, headline: str, text: str, remedy: Remedy
) -> None:
    # A warning that cannot be delivered warns of nothing: it would go on for ever.
    if row.kind is not MailKind.WARNING:
        warn(desk, case, key, headline, text, remedy)


def _remedy(row: Mail, case: Case | None) -> tuple[str, Remedy]:
    """Return what to do about a letter that came back, and where."""
    reference = case.reference if case else ""
    correct = "Correct the address in the office's settings"
    if row.kind is MailKind.INVITATION:
        words = f"Nobody has been invited. {correct}, then prepare the invitation anew:"
        command = f"section55 invite {reference} --reissue --as YOU"
        return words, Remedy(f"/cases/{reference}/comments", command)
    if row.kind in COPIES:
        words = (
            f"The case stays open until both copies have gone. {correct}, then prepare them anew:"
        )
        command = f"section55 copies {reference} --as YOU"
        return words, Remedy(f"/cases/{reference}/publishing", command)
    return f"{correct}.", Remedy(_page(row, case))


def _page(row: Mail, case: Case | None) -> str:
    return f"/cases/{case.reference}/letters/{row.id}" if case else "/office/health"


def _recipients(row: Mail) -> str:
    return ", ".join(email for _, email in json.loads(row.recipients))


def _about(case: Case | None) -> str:
    return f"{case.reference}: " if case else ""
