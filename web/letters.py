"""The letters the front desk sends by itself: a link that signs somebody in, and a code.

They are not put on the record: the record keeps no secret.
"""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from secrets import token_hex

from casework.mail.letters import worded
from models.shapes.mail import Addressee, Letter
from models.shapes.office import OfficeSettings, Person


def sign_in_letter(settings: OfficeSettings, person: Person, address: str, now: datetime) -> Letter:
    """Return the letter with a link."""
    fields = {"name": person.name, "office": settings.office.name, "address": address}
    return _letter(settings, person, ("sign_in", address), fields, now)


def code_letter(settings: OfficeSettings, person: Person, code: str, now: datetime) -> Letter:
    """Return the letter with a code."""
    fields = {"name": person.name, "office": settings.office.name, "code": code}
    # The number of a letter travels openly: it is made of the moment, too, not of six digits alone.
    return _letter(settings, person, ("code", f"{now.isoformat()}{token_hex(8)}"), fields, now)


def _letter(
    settings: OfficeSettings,
    person: Person,
    what: tuple[str, str],
    fields: Mapping[str, object],
    now: datetime,
) -> Letter:
    sender, (template, own) = settings.mail.sender, what
    subject, text = worded(template, fields)
    number = sha256(own.encode()).hexdigest()[:32]
    return Letter(
        message_id=f"<{template.replace('_', '-')}.{number}@{sender.rpartition('@')[2]}>",
        to=(Addressee(person.name, person.email),),
        cc=(),
        sender=Addressee(settings.office.name, sender),
        reply_to=None,
        subject=subject,
        text=text,
        attachments=(),
        dated=now,
    )
