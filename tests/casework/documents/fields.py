"""Fields of an invented office, to fill templates with in tests."""
# ruff: noqa: E501, RUF001 - findings stand here as a report prints them

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casework.documents import wordml as word
from casework.rules.wording import voice_named
from models.shapes.response import (
    BodyFields,
    FindingFields,
    FindingGroup,
    ForceCommentsFields,
    LetterFields,
    ReportFields,
    ResponseFields,
    SignatureFields,
)
from models.shapes.word import Stamp

if TYPE_CHECKING:
    from lxml import etree

STAMP = Stamp("S55-2022-001", "barsetshire", "response", "en-GB", 1, "", "0" * 64)

I_VOICE = voice_named("I")
MAYOR_VOICE = voice_named("the Mayor")

BODY = BodyFields(
    name="the Police and Crime Commissioner for Barsetshire",
    office="Office of the Police and Crime Commissioner for Barsetshire",
    area="Barsetshire",
    address=("3 Northgate Street", "Barchester", "BA1 2RS"),
    website="www.barsetshire-office.example",
    email="office@barsetshire-office.example",
    telephone="01632 960 123",
    licence=(
        "Quotations from the report contain public sector information licensed under the "
        "Open Government Licence v3.0."
    ),
)

AREAS = {
    "Investigating crime": (
        "Requires improvement",
        [
            "The force should make sure it carries out proportionate and thorough investigations into reported crimes.",
            "The force should make sure investigation plans are created where applicable, with supervisory oversight to make sure that all reasonable investigative opportunities are pursued.",
            "The force needs to make sure that the requirements of the Code of Practice for Victims of Crime are complied with. This includes giving victims the opportunity to give victim personal statements and complete victim needs assessments.",
            "The force should make sure that there is an auditable record of the decision of the victim and their reasons for withdrawal of support.",
        ],
    ),
    "Managing offenders and suspects": (
        "Requires improvement",
        [
            "The force needs to make sure that it has effective governance in place to monitor the application and use of release under investigation and bail.",
            "The force should improve its performance monitoring processes to make sure it can robustly address the backlog of work.",
            "The force should make sure it has the capacity and capability to progress all investigations of online indecent images of children effectively and quickly.",
        ],
    ),
    "Responding to the public": (
        "Requires improvement",
        [
            "The force should make sure that repeat callers, and those that are vulnerable, are routinely identified.",
            "The force needs to make sure that call handlers give appropriate advice on the preservation of evidence and crime prevention.",
            "Our 2019 report said that the force needed to improve the application of risk assessment when delays occur. This remains an area for improvement.",
        ],
    ),
    "Preventing crime and anti-social behaviour": (
        "Adequate",
        ["The force should make sure that abstractions are effectively monitored and reduced."],
    ),
    "Treatment of the public": (
        "Adequate",
        [
            "The force should improve its external scrutiny processes for stop and search and for use of force, to make sure the powers are being used fairly and appropriately.",
            "The force should increase its use of body-worn video to improve interactions between officers and the public.",
        ],
    ),
    "Protecting vulnerable people": (
        "Adequate",
        [
            "The force needs to improve its capacity and capability to deal with child sexual exploitation.",
            "The force should make sure its harm assessment unit within the multi‑agency safeguarding hub is resourced effectively.",
        ],
    ),
    "Developing a positive workplace": (
        "Adequate",
        [
            "The force should continue to review and improve wellbeing support for staff in high-risk roles and staff experiencing trauma.",
            "The force should evaluate its wellbeing offer, and make sure its officers and staff have manageable workloads.",
            "Our 2019 report said that the force should improve individual performance reviews. This remains an area for improvement.",
        ],
    ),
    "Good use of resources": (
        "Adequate",
        [
            "The force needs to make sure that it realises the benefits of its investment in IT and data to continue to improve its overall efficiency.",
            "The force needs to develop a comprehensive understanding of demand. Within three months the force should make sure it:\ndevelops a comprehensive picture of demand and the capability and capacity of its resources; and\nincorporates this information into its management processes and systems.",
        ],
    ),
}

COMMENTS = (
    "We welcome the independent scrutiny by His Majesty’s Inspectorate and we are pleased that HMICFRS are optimistic about our direction of travel.",
    "Organisational changes will ensure by Spring 2023 that we have the right people in the right place with the right skills.",
    "We are in a strong position for the future to further improve how we prevent and reduce crime and protect people from harm.",
)


def a_finding(
    number: int, text: str = "The force should do better.", **changes: object
) -> FindingFields:
    finding = FindingFields(
        key=f"f{number:03}",
        reference=f"AFI {number}",
        class_name="area for improvement",
        text=tuple(text.split("\n")),
        addressees="Barsetshire Police",
        deadline="",
        concerns="our_force",
        answer=(),
        owner="",
        due="",
        force_position=(),
        confirmed=True,
    )
    return replace(finding, **changes)  # type: ignore[arg-type]


def comments(state: str = "awaited", **changes: object) -> ForceCommentsFields:
    given = state in {"received", "late"}
    made = ForceCommentsFields(
        key="c1",
        force="Barsetshire Police",
        officer="Chief Constable Ada Marsh",
        officer_title="Chief Constable",
        state=state,
        invited_on="17 October 2022",
        comments_due="4 November 2022",
        received_on="2 November 2022" if given or state == "nil" else "",
        paragraphs=COMMENTS if given else (),
        reply=(),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def a_response(**changes: object) -> ResponseFields:
    groups, number = [], 0
    for area, (grade, texts) in AREAS.items():
        findings = []
        for text in texts:
            number += 1
            findings.append(a_finding(number, text))
        groups.append(FindingGroup(area, grade, tuple(findings)))
    response = ResponseFields(
        reference="S55-2022-001",
        marking="OFFICIAL-SENSITIVE: draft, not for publication",
        addressee=("Secretary of State for the Home Department", "HM Inspectors of Constabulary"),
        voice=I_VOICE,
        body=BODY,
        report=ReportFields(
            title="PEEL 2021/22 – An inspection of Barsetshire Police",
            address="https://inspectors.example/peel-reports/barsetshire-2021-22/",
            published="14 October 2022",
            date_confirmed=True,
            recommendations=0,
            recommendations_to_us=0,
            recommendations_to_force=0,
            recommendations_to_others=0,
            areas_for_improvement=20,
            causes_of_concern=0,
        ),
        overview=(),
        grades=tuple((area, grade) for area, (grade, _) in AREAS.items()),
        groups=tuple(groups),
        comments=(comments(),),
        monitoring=(),
        signature=SignatureFields("", "", "", ""),
        publication_address="",
        last_day="Thursday 8 December 2022",
    )
    return replace(response, **changes)  # type: ignore[arg-type]


def a_finished_response() -> ResponseFields:
    draft = a_response()
    answered = tuple(
        replace(
            group,
            findings=tuple(
                replace(
                    finding,
                    answer=(
                        "I raised this with the Chief Constable at my accountability meeting on 24 October 2022 and will review progress each quarter at the Performance and Accountability Board.",
                    ),
                    owner="Head of Policy and Performance",
                    due="31 March 2023",
                )
                for finding in group.findings
            ),
        )
        for group in draft.groups
    )
    return replace(
        draft,
        marking="",
        groups=answered,
        overview=(
            "I welcome this report, which matches the concerns the public have raised with me.",
        ),
        comments=(
            comments(
                "received",
                reply=("I met the Chief Constable on 24 October 2022 to discuss these comments.",),
            ),
        ),
        monitoring=(
            "The Performance and Accountability Board will next review these actions on 26 January 2023.",
        ),
        signature=SignatureFields(
            "Rowan Hale", "Police and Crime Commissioner for Barsetshire", "", "5 December 2022"
        ),
        publication_address="https://www.barsetshire-office.example/responses/s55-2022-001/",
    )


def a_letter(**changes: object) -> LetterFields:
    letter = LetterFields(
        reference="S55-2022-001",
        dated="17 October 2022",
        recipient=("Chief Constable Ada Marsh", "Barsetshire Police", "Barchester"),
        salutation="Dear Chief Constable",
        voice=I_VOICE,
        body=BODY,
        report=a_response().report,
        force="Barsetshire Police",
        officer_title="Chief Constable",
        comments_due="Friday 4 November 2022",
        last_day="Thursday 8 December 2022",
        signatory_name="Rowan Hale",
        signatory_title="Police and Crime Commissioner for Barsetshire",
    )
    return replace(letter, **changes)  # type: ignore[arg-type]


def only(root: etree._Element, path: str) -> etree._Element:
    """Return the first element at a path, which must be there."""
    element = root.find(path)
    assert element is not None, path
    return element


def value(element: etree._Element) -> str:
    """Return the `w:val` of an element."""
    return element.get(word.VAL, "")
