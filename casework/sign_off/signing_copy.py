"""The copy of a response that goes before its signatories, with its date and signature block."""

from dataclasses import dataclass, field
from datetime import date

from casework.errors import NotAllowedError
from casework.record.desk import Desk
from casework.record.dossier import Dossier
from casework.record.drafts import fresh_draft, refilled
from casework.record.letters import Library
from casework.rules.signing import Authority, authority
from casework.rules.wording import british_date
from models import Version
from models.shapes.checking import ToBeSigned
from models.shapes.office import Person as Colleague
from models.shapes.response import SignatureFields
from models.words import Role


@dataclass(frozen=True, slots=True)
class SigningCopy:
    """What will be frozen, if nothing stands in its way."""

    data: bytes = field(repr=False)
    """The Word file."""
    signing: ToBeSigned
    signatory: Colleague


def signing_copy(
    desk: Desk, file: Dossier, library: Library, current: Version, day: date, signed_by: str = ""
) -> SigningCopy:
    """Return the copy of a version as it would be signed on a day; refuse who may not sign."""
    person, block = signatory_of(desk, file, day, signed_by)
    data = refilled(desk.bytes_of(current.sha256), fresh_draft(desk, file, library, block))
    return SigningCopy(data, ToBeSigned(day, block.name, block.title), person)


def signatory_of(
    desk: Desk, file: Dossier, day: date, asked: str
) -> tuple[Colleague, SignatureFields]:
    """Return who will sign, with the words of the signature block; refuse who may not."""
    route = desk.settings.routes[file.case.route]
    holder = desk.settings.holder_of(route.steps[-1].role, day)
    person = desk.settings.person(asked) if asked else holder
    if person is None:
        message = "Say who will sign with --signed-by: nobody in the settings holds that role now."
        raise NotAllowedError(message)
    right = authority(desk.settings, person, route.steps[-1], day, file.report.kind)
    authority_words = ""
    if right.delegation:
        authority_words = f"on behalf of {desk.settings.body.name}, under {right.cited}"
    block = SignatureFields(
        name=person.name,
        title=title_under(desk, person, right, day),
        authority=authority_words,
        dated=british_date(day),
    )
    return person, block


def title_under(desk: Desk, person: Colleague, right: Authority, day: date) -> str:
    """Return the title under a signature: a deputy's own, never that of whom they stand in for."""
    own = person.held(Role.DEPUTY_SIGNATORY, day) if right.delegation else None
    return own.title if own and own.title else desk.settings.title_of(person, right.role, day)
