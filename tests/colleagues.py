"""The sample's office with every kind of colleague in it, and what tests say of them."""

from datetime import date

from sqlmodel import col, select

from casework import colleagues
from casework.record.offices import load_office
from models import Mail
from models.words import MailKind
from tests.builders import OFFICE, OFFICER, Service, at, by

PRIVATE_OFFICE, TRANSLATOR, WEB_EDITOR, MONITORING = "salt", "ceri", "okafor", "hale"
DESK = "https://desk.example"
EVERYBODY = (
    OFFICE.replace(
        '    { role = "monitoring_officer", title = "Monitoring Officer", since = 2019-09-02 },\n',
        "",
    ).replace(
        "[[delegations]]",
        """[[people]]
key = "salt"
name = "Nerys Salt"
email = "nerys.salt@arden-commissioner.example"
roles = [{ role = "private_office", since = 2021-05-13 }]

[[people]]
key = "ceri"
name = "Ceri Vaughan"
email = "ceri.vaughan@arden-commissioner.example"
roles = [{ role = "translator", since = 2021-05-13 }]

[[people]]
key = "hale"
name = "Ines Hale"
email = "ines.hale@arden-commissioner.example"
roles = [{ role = "monitoring_officer", title = "Monitoring Officer", since = 2019-09-02 }]

[[delegations]]""",
        1,
    )
    + """
[welsh]
office = "Swyddfa Comisiynydd Arden"
body = "Comisiynydd Arden"
title = "Comisiynydd"
"""
)
SENDING = EVERYBODY.replace("[mail]\n", "[mail]\nsend_to_colleagues = true\n", 1)


def with_everybody(service: Service, office: str = EVERYBODY) -> Service:
    """Put the fuller office in force on a record that has the sample's."""
    load_office(service.record, office, "office.toml", at(10, 1))
    service.record.front_desk = DESK
    return service


def asked(
    service: Service,
    reference: str,
    whom: str,
    words: str = "What would it cost?",
    due: date = date(2022, 11, 18),
    finding: str = "",
) -> int:
    """Let the officer ask a colleague on 14 November."""
    service.record.front_desk = DESK
    new = colleagues.NewQuestion(whom, words, due, finding)
    return colleagues.ask_question(service.record, by(OFFICER, at(11, 14)), reference, new)


def letters(service: Service, kind: MailKind) -> list[Mail]:
    """Return every letter of a kind, in the order in which they were prepared."""
    with service.record.reading() as session:
        return list(session.exec(select(Mail).where(Mail.kind == kind).order_by(col(Mail.id))))
