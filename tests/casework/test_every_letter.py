"""Every letter the service writes: what it draws, and the one link or the command it ends with."""

import re
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any, Final

import pytest

from casework.letters_out import confirm_bounced
from casework.mail.letters import FOLDER, worded
from casework.record.acts import act
from casework.record.desk import Desk
from casework.record.hand import the_service
from casework.record.post import WITHOUT_DAYS, LetterPlan, prepare_mail
from casework.reminders import sweep, tell_day_one
from casework.reminders.telling import Item
from models.words import MailKind
from tests.builders import OFFICER, at, by
from tests.casework.conftest import Take
from tests.casework.sheets import a_sheet
from tests.casework.test_reminders import second_case, to, told

DESK: Final = "https://desk.example"
PAGE: Final = f"{DESK}/cases/S55-2022-001"
PICTURE: Final = 'role="img" aria-label="The 56 days.'
ITEM: Final = Item(
    reference="S55-2022-001",
    address=PAGE,
    report="A report",
    headline="7 days left",
    day="Day 49 of 56",
    last_day="Thursday 8 December",
    target="Wednesday 7 December",
    provisional=True,
    stage="in review",
    next_act="Submit it",
    lines=("7 days left.",),
)
USUAL: Final[Mapping[str, Any]] = {
    "person": SimpleNamespace(name="Priya Lockhart", key="lockhart"),
    "officer": SimpleNamespace(salutation="Dear Chief Constable"),
    "office": SimpleNamespace(name="The office", email="o@arden.example", telephone="01632"),
    "body": SimpleNamespace(name="the Commissioner"),
    "voice": SimpleNamespace(subject="I", possessive="my"),
    "to": SimpleNamespace(salutation="Dear Home Secretary"),
    "reference": "S55-2022-001",
    "report": "A report",
    "address": PAGE,
    "day_line": "Day 49 of 56; last day Thursday 8 December",
}
"""What many letters tell."""
OWN: Final[Mapping[str, Mapping[str, Any]]] = {
    "certify_request": {"giver": "Rupert Adeyemi", "gave": "approved", "amendments": ["A word"]},
    "chaser": {"due": "Friday", "published": "Monday", "page_until": "Friday"},
    "code": {"name": "Priya Lockhart", "code": "123456"},
    "copy": {"report_published": "Monday", "published": "Friday", "corrected": ""},
    "day_one": {
        "when": "today",
        "due_short": "8 December",
        "explained": "Day 56.",
        "provisional": True,
        "source": "the page",
        "because": "a force",
        "findings": "22 findings found.",
        "has_clock": True,
        "warnings": ["Look."],
    },
    "digest": {"items": [ITEM, ITEM]},
    "extension": {
        "due": "Friday",
        "published": "Monday",
        "last_day": "Thursday",
        "page_until": "Friday",
    },
    "invitation": {
        "due": "Friday",
        "published": "Monday",
        "last_day": "Thursday",
        "page_until": "",
    },
    "question": {
        "asking": "Tomasz Birch",
        "number": 1,
        "words": "What does it cost?",
        "due_short": "Friday",
        "due": "Friday",
    },
    "reconciliation": {
        "week": "2022-W41",
        "outcome": "Nothing was missed.",
        "complete": False,
        "details": [("A report", "https://reports.example/1", "S55-2022-001")] * 61,
    },
    "reminder": {"items": [ITEM]},
    "sign_in": {"name": "Priya Lockhart"},
    "signature_request": {
        "act": "sign",
        "by": "Friday",
        "dated": "30 November",
        "last_day": "Thursday",
        "law": a_sheet(
            "Published at https://desk.example/responses/x/. It came back: <a.marsh@force.example>."
        ),
    },
    "source_alarm": {"source": "the list", "alarm": "It is empty.", "last_well": ""},
    "wanted": {"by": "Friday", "wants": [("read it", "Friday")]},
    "warning": {
        "headline": "A letter came back",
        "text": "So it did.",
        "command": "section55 show",
    },
}
"""What each template tells beside: one that is new has to be named here."""
LINKS: Final = {"chaser": 0, "code": 0, "extension": 0, "copy": 0, "invitation": 0, "digest": 2}
"""How many links to the desk, where it is not one.

Letters that leave the office lead nobody to a page that is not theirs; a code is typed into the
page that is open; a digest has one for each of its cases.
"""


@act("tell_colleagues")
def prepared_as(desk: Desk, reference: str, kind: MailKind) -> str:
    case = desk.case(reference)
    plan = LetterPlan(
        kind=kind,
        key=f"{reference}:{kind.value}:try",
        to=[("Priya Lockhart", "priya.lockhart@arden.example")],
        template="warning",
        fields={"headline": "A line", "text": f"1. {reference}: it is so.", **AT_NO_DESK},
        case=None if kind is MailKind.DIGEST else case,
        cases=[case] if kind is MailKind.DIGEST else (),
    )
    return prepare_mail(desk, plan).html


AT_NO_DESK: Final = {"address": "", "command": ""}


def test_every_kind_of_letter_draws_the_days_of_its_case_or_there_is_a_reason(
    on_one: Take,
) -> None:
    service, reference = on_one("confirmed")
    hand = the_service(at(10, 20))
    for kind in MailKind:
        html = prepared_as(service.record, the_service(hand.now), reference, kind)
        assert (PICTURE in html) == (kind not in WITHOUT_DAYS), kind
    assert all(WITHOUT_DAYS.values())


def test_every_template_is_among_those_that_are_tried() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(OWN)


@pytest.mark.parametrize("template", OWN)
def test_where_there_is_a_front_desk_no_letter_names_a_command_and_one_link_leads_there(
    template: str,
) -> None:
    fields = {**USUAL, **OWN[template]}
    if LINKS.get(template, 1) == 0:
        fields["address"] = "https://reports.example/1"
    _, text = worded(template, fields)
    assert "section55" not in text
    assert len(re.findall(re.escape(DESK), text)) == LINKS.get(template, 1)


def test_each_case_of_a_digest_has_its_own_days_and_its_own_link(on_one: Take) -> None:
    service, reference = on_one("confirmed")
    service.record.front_desk = DESK
    second = second_case(service)
    sweep(service.record, the_service(at(11, 12, 6)))
    digest = next(mail for mail in to(service, OFFICER) if mail.kind is MailKind.DIGEST)
    assert re.findall(rf"{DESK}\S*", digest.text) == [
        f"{DESK}/cases/{one}" for one in (second, reference)
    ]
    first, other = digest.html.split(f"2. {reference}: ")
    assert (first.count(PICTURE), other.count(PICTURE)) == (1, 1)
    assert "Day 34 of 56" in first.partition(PICTURE)[2].partition('"')[0]
    assert "Day 30 of 56" in other.partition(PICTURE)[2].partition('"')[0]
    assert "section55 " not in digest.text


def test_the_letter_of_day_one_leads_to_the_case(on_one: Take) -> None:
    service, reference = on_one("open")
    service.record.front_desk = DESK
    tell_day_one(service.record, the_service(at(10, 14)), reference)
    (mail, *_) = told(service, MailKind.DAY_ONE)
    assert re.findall(rf"{DESK}\S*", mail.text) == [f"{DESK}/cases/{reference}"]
    assert "section55 " not in mail.text


def test_a_letter_that_came_back_leads_to_where_it_is_put_right(on_one: Take) -> None:
    service, reference = on_one("invited")
    service.record.front_desk = DESK
    key = f"{reference}:warwickshire:invitation:1"
    confirm_bounced(service.record, by(OFFICER, at(10, 20)), key, "No such box.")
    warned = told(service, MailKind.WARNING)[-1]
    assert re.findall(rf"{DESK}\S*", warned.text) == [f"{DESK}/cases/{reference}/comments"]
    assert "section55 " not in warned.text
