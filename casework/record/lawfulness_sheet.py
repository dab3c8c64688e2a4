"""The lawfulness sheet of a case as at one moment, each limb with the receipts that prove it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from casework.record.desk import spoken
from casework.record.dossier import Dossier
from casework.record.facts import SPOKEN
from casework.record.hand import LONDON
from casework.record.lawfulness import COPIES, lawfulness
from casework.record.people import names
from casework.record.text_that_counts import text_that_counts
from casework.record.whats_next import whats_next
from casework.rules.lawfulness import KEPT, Limb
from casework.rules.lawfulness_sheet import LawfulnessSheet, Receipt, SheetLine
from casework.rules.wording import british_date
from models import CaseForce, Mail
from models.shapes.office import OfficeSettings
from models.words import MAIL_SENT, CommentsState, Light, MailKind, MailState, Role

STILL_TO_SAY = frozenset({CommentsState.SENT, CommentsState.EXTENDED})


def lawfulness_sheet(
    session: Session, settings: OfficeSettings, file: Dossier, moment: datetime
) -> LawfulnessSheet:
    """Return each limb of section 55 for a case, with its receipts and whose turn it is."""
    local = moment.astimezone(LONDON)
    known = _Known(settings, file, names(session))
    return LawfulnessSheet(
        reference=file.case.reference,
        title=file.report.title,
        office=settings.office.name,
        as_at=local,
        version=_version(session, file),
        published=file.published,
        provisional=file.provisional,
        last_day=file.last_day,
        lines=tuple(map(known.line, lawfulness(settings, file, local.date()))),
    )


def _version(session: Session, file: Dossier) -> str:
    text = text_that_counts(session, file)
    if text is None:
        return "no version is written yet"
    if text.round:
        return f"version {text.version}, frozen in signing round {text.round.number}"
    return f"version {text.version}, which may still change"


@dataclass(frozen=True, slots=True)
class _Known:
    """What the record says beside each limb."""

    settings: OfficeSettings
    file: Dossier
    people: Mapping[int | None, str]

    def line(self, limb: Limb) -> SheetLine:
        """Return a limb with its receipts and whose turn it is."""
        whom = "" if limb.light in KEPT else self._whom(limb)
        return SheetLine(limb, tuple(self._receipts(limb)), whom)

    def _track(self, limb: Limb) -> CaseForce | None:
        for row in self.file.forces:
            known = self.settings.force(row.force_key)
            if limb.about == (known.name if known else row.force_key):
                return row
        return None

    def _receipts(self, limb: Limb) -> Iterator[Receipt]:
        match limb.subsection:
            case "55(4)":
                track = self._track(limb)
                if track:
                    yield from self._letter(MailKind.INVITATION, track.force_key)
            case "55(5)(a)":
                yield Receipt("The body’s comments", "/answers/overview")
                yield from self._public(limb)
            case "55(5)(b)":
                yield Receipt("What the force said", "/comments")
                yield from self._public(limb)
            case "55(5)(c)" | "55(5B)":
                yield Receipt("The answers", "/answers")
                yield from self._public(limb)
            case "55(5A)":
                yield from self._publication()
            case "55(6)":
                kind = next(kind for kind, name in COPIES if name == limb.about)
                yield from self._letter(kind)

    def _letter(self, kind: MailKind, force: str = "") -> Iterator[Receipt]:
        rows = [row for row in self.file.mails if row.kind is kind and row.force_key == force]
        if not rows:
            return
        row = rows[-1]
        yield Receipt(self._told(row), f"/letters/{row.id}")
        if row.proof_sha256:
            yield Receipt(
                "The message as it was handed over", f"/evidence/files/{row.proof_sha256}"
            )

    def _told(self, row: Mail) -> str:
        if row.state is MailState.BOUNCED:
            return f"The letter, which came back: {row.reply}"
        if row.state not in MAIL_SENT or row.sent_at is None:
            return "The letter, not sent"
        day = british_date(row.sent_at.astimezone(LONDON).date())
        if row.sent_by_id is None:
            return f"The letter, accepted by the mail server on {day}"
        return f"The letter, sent by hand by {self.people.get(row.sent_by_id, '')} on {day}"

    def _public(self, limb: Limb) -> Iterator[Receipt]:
        if limb.light is Light.GREEN:
            yield from (Receipt("The public page", address) for address in self._addresses()[-1:])

    def _addresses(self) -> Sequence[str]:
        seen = (row for row in self.file.publications if row.seen_at and row.proof)
        return [row.address for row in seen if row.address]

    def _publication(self) -> Iterator[Receipt]:
        yield from (Receipt("The public page", address) for address in self._addresses()[-1:])
        for row in self.file.publications:
            if row.seen_at and row.seen_sha256:
                day = british_date(row.seen_at.astimezone(LONDON).date())
                by = f" by {self.people[row.seen_by_id]}" if row.seen_by_id else ""
                at = f"/evidence/files/{row.seen_sha256}"
                yield Receipt(f"The page as it was seen on {day}{by}", at)

    def _whom(self, limb: Limb) -> str:
        officer = spoken(Role.POLICY_OFFICER)
        track = self._track(limb)
        match limb.subsection:
            case "55(4)":
                return officer
            case "55(5)(b)" if track and track.state in STILL_TO_SAY:
                return f"chief officer of {limb.about}"
            case "55(5)(b)" if track and track.state not in SPOKEN:
                return officer
            case "55(5)(a)" | "55(5B)" if limb.light is Light.RED:
                return officer
            case "55(6)" if self.file.case.responded_on:
                return officer
        _, role = whats_next(self.settings, self.file)
        return spoken(role) if role else ""
