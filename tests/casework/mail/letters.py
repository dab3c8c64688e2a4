"""Letters for tests: fictional people only."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from models.shapes.mail import Addressee, Attachment, Letter

OFFICE = Addressee("Office of the Commissioner for Barsetshire", "office@barsetshire.example")
CHIEF = Addressee("Chief Constable Ada Marsh", "ada.marsh@police.example")
STAFF_OFFICER = Addressee("Tom Ŵyn", "tom.wyn@police.example")

INVITATION = Letter(
    message_id="<invitation.S55-2022-001.1@barsetshire.example>",
    to=(CHIEF,),
    cc=(STAFF_OFFICER,),
    sender=OFFICE,
    reply_to=None,
    subject="Your comments on PEEL 2021/22 – please by 4 November 2022",
    text="Dear Chief Constable\n\nPlease comment by 4 November.\n.hidden dot\n\nŷ & <thanks>\n",
    attachments=(Attachment("Invitation – final.docx", "application/zip", b"PK\x03\x04" * 40),),
    dated=datetime(2022, 10, 14, 9, 30, tzinfo=UTC),
)


def a_letter(**changes: Any) -> Letter:
    return replace(INVITATION, **changes)
