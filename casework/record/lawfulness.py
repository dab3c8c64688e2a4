"""The lawfulness sheet of a case, from the record."""

from dataclasses import replace
from datetime import date

from casework.record.dossier import Dossier
from casework.record.excuses import excuse_of, not_excused
from casework.record.finding_fields import references
from casework.record.hand import LONDON
from casework.rules.blocks import Block
from casework.rules.lawfulness import KEPT, CaseFacts, ForceTrack, Limb, limbs, limbs_not_kept
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
    Stage,
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
    """Return each limb of section 55 for a case, with what proves it or who let it pass."""
    return tuple(_excused(file, limb) for limb in limbs(_facts(settings, file, today)))


def every_limb_in_the_way(settings: OfficeSettings, file: Dossier, today: date) -> list[Block]:
    """Return the limbs that publication today would not keep, those explained too."""
    return [limb.as_block for limb in limbs_not_kept(_facts(settings, file, today))]


def limbs_in_the_way(settings: OfficeSettings, file: Dossier, today: date) -> list[Block]:
    """Return the limbs that publication today would not keep and nobody has explained."""
    return not_excused(file.excuses, every_limb_in_the_way(settings, file, today))


def _excused(file: Dossier, limb: Limb) -> Limb:
    row = excuse_of(file.excuses, limb.as_block)
    return replace(limb, excuse=row.reason) if row and limb.light not in KEPT else limb


def _facts(settings: OfficeSettings, file: Dossier, today: date) -> CaseFacts:
    seen = [row for row in file.publications if row.seen_at and row.proof]
    recommendations = [f for f in file.findings if f.klass is FindingClass.RECOMMENDATION]
    cited = references(file.findings)
    return CaseFacts(
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
        frozen=file.case.stage is Stage.SIGNING,
        statutory=file.case.regime is Regime.SECTION_55,
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
        # An acknowledgement says nothing of how it went: who sent it does.
        how = "sent by hand" if mail.sent_by_id else "accepted by the mail server"
        return (
            Light.GREEN,
            f"Sent on {british_date(mail.sent_at.astimezone(LONDON).date())}, {how}.",
        )
    if mail.state is MailState.BOUNCED:
        return Light.RED, f"It came back: {mail.reply}"
    if mail.state is MailState.UNKNOWN:
        return Light.RED, "Nobody knows whether it was sent: a person must look."
    return Light.AMBER, "Prepared, not sent."
