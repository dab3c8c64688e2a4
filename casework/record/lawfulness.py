"""The lawfulness sheet of a case, from the record."""

from datetime import date

from casework.record.dossier import Dossier
from casework.record.finding_fields import references
from casework.record.hand import LONDON
from casework.rules.lawfulness import CaseFacts, ForceTrack, Limb, limbs
from casework.rules.wording import british_date
from models import Mail, RoundState
from models.shapes.office import OfficeSettings
from models.words import (
    MAIL_SENT,
    FindingClass,
    Light,
    MailKind,
    MailState,
    Proof,
    Regime,
)

COPIES = (
    (MailKind.COPY_TO_INSPECTORS, "HM Inspectors of Constabulary"),
    (MailKind.COPY_TO_SECRETARY_OF_STATE, "the Secretary of State"),
)
HOW_SEEN = {
    Proof.FETCHED: "fetched back from its public address.",
    Proof.CHECKED_BY_HAND: "checked by hand on a saved page.",
}


def lawfulness(settings: OfficeSettings, file: Dossier, today: date) -> tuple[Limb, ...]:
    """Return each limb of section 55 for a case, with what proves it."""
    seen = [row for row in file.publications if row.seen_at and row.proof]
    recommendations = [f for f in file.findings if f.klass is FindingClass.RECOMMENDATION]
    cited = references(file.findings)
    return limbs(
        CaseFacts(
            published=file.published,
            provisional=file.provisional,
            today=today,
            responded_on=file.case.responded_on,
            public_at=seen[-1].address if seen else "",
            seen=HOW_SEEN[Proof(seen[-1].proof)] if seen and seen[-1].proof else "",
            signed=bool(file.round and file.round.state is RoundState.COMPLETE),
            own_comments=bool(file.words_at("overview")),
            tracks=_tracks(settings, file),
            recommendations=len(recommendations),
            unanswered=tuple(
                cited[f.key] for f in recommendations if not file.words_at(f"{f.key}_answer")
            ),
            copies=tuple((name, *_copy(file, kind)) for kind, name in COPIES),
            lateness_reason=file.case.lateness_reason,
            statutory=file.case.regime is Regime.SECTION_55,
        )
    )


def _tracks(settings: OfficeSettings, file: Dossier) -> tuple[ForceTrack, ...]:
    tracks = []
    for number, force in enumerate(file.forces, start=1):
        known = settings.force(force.force_key)
        tracks.append(
            ForceTrack(
                force=known.name if known else force.force_key,
                state=force.state,
                invited_on=force.invited_on,
                due_on=force.comments_due_on,
                received_on=force.received_on,
                replied=bool(file.words_at(f"c{number}_reply")),
            )
        )
    return tuple(tracks)


def _copy(file: Dossier, kind: MailKind) -> tuple[Light, str]:
    letters = [mail for mail in file.mails if mail.kind is kind]
    if not letters:
        return Light.AMBER, "To be sent once the response is published."
    return _letter(letters[-1])


def _letter(mail: Mail) -> tuple[Light, str]:
    if mail.state in MAIL_SENT and mail.sent_at:
        how = "accepted by the mail server" if mail.state is MailState.ACCEPTED else "sent by hand"
        return (
            Light.GREEN,
            f"Sent on {british_date(mail.sent_at.astimezone(LONDON).date())}, {how}.",
        )
    if mail.state is MailState.BOUNCED:
        return Light.RED, f"It came back: {mail.reply}"
    if mail.state is MailState.UNKNOWN:
        return Light.RED, "Nobody knows whether it was sent: a person must look."
    return Light.AMBER, "Prepared, not sent."
