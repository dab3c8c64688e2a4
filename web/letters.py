"""The one letter the front desk sends by itself: the link that signs somebody in.

It is not put on the record: the record keeps no secret.
"""

from datetime import datetime
from hashlib import sha256

from casework.mail.letters import worded
from models.shapes.mail import Addressee, Letter
from models.shapes.office import OfficeSettings, Person


def sign_in_letter(settings: OfficeSettings, person: Person, address: str, now: datetime) -> Letter:
    """Return the letter with a link."""
    sender = settings.mail.sender
    fields = {"name": person.name, "office": settings.office.name, "address": address}
    subject, text = worded("sign_in", fields)
    number = sha256(address.encode()).hexdigest()[:32]
    return Letter(
        message_id=f"<sign-in.{number}@{sender.rpartition('@')[2]}>",
        to=(Addressee(person.name, person.email),),
        cc=(),
        sender=Addressee(settings.office.name, sender),
        reply_to=None,
        subject=subject,
        text=text,
        attachments=(),
        dated=now,
    )
