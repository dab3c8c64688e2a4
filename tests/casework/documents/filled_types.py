"""Every type of response, filled as an office would fill it: for tests and for looking at."""
# ruff: noqa: E501 - findings and answers stand here as people write them

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casework.rules.wording import voice_named
from models.shapes.blocks import USUAL_BLOCKS, switched
from models.shapes.response import (
    FindingFields,
    FindingGroup,
    PartnerFields,
    ReportFields,
    ResponseFields,
)
from tests.casework.documents.fields import a_finding, a_finished_response, comments

if TYPE_CHECKING:
    from collections.abc import Callable


def a_recommendation(number: int, text: str, **changes: object) -> FindingFields:
    """Return a recommendation as a thematic report prints it."""
    usual: dict[str, object] = {
        "reference": f"Recommendation {number}",
        "class_name": "recommendation",
        "addressees": "chief constables",
        "deadline": "By January 2024 (31 January 2024, assumed)",
        "answer": (
            "I asked the Chief Constable on 24 October 2022 for a plan by 31 March 2023, and will review it at the Performance and Accountability Board.",
        ),
        "owner": "Head of Policy and Performance",
        "due": "31 March 2023",
    }
    return a_finding(number, text, **(usual | changes))


MIXED = (
    a_recommendation(
        1,
        "By January 2024, police and crime commissioners should:\npublish the number of vetting appeals; and\nreview how complaints about vetting are overseen.",
        addressees="police and crime commissioners",
        concerns="us",
        answer=("I will publish these figures each quarter from 1 April 2023 on my website.",),
    ),
    a_recommendation(
        2,
        "By July 2023, chief constables should make sure that all those in a role for which management vetting is needed have been vetted.",
        force_position=(
            "The force has vetted 412 of 460 such posts and will finish by June 2023.",
        ),
        answer=(
            "I raised this with the Chief Constable on 24 October 2022.",
            "I have asked for the figures each month.",
        ),
    ),
    a_recommendation(
        3,
        "With immediate effect, the College of Policing should amend its guidance.",
        addressees="the College of Policing",
        concerns="others",
        answer=(),
        owner="",
        due="",
    ),
    a_recommendation(
        4,
        "By October 2023, the Home Office should:\nbring forward legislation; and\nreport on its progress.",
        addressees="the Home Office",
        concerns="others",
        answer=(),
        owner="",
        due="",
    ),
)


def a_report(**counts: int) -> ReportFields:
    """Return the report of the usual response with other counts of findings."""
    return replace(a_finished_response().report, **counts)  # type: ignore[arg-type]


def mixed() -> ResponseFields:
    """Return the response to a national report: some of it for us, for the force, for others."""
    us, force, *others = MIXED
    report = a_report(
        recommendations=4,
        recommendations_to_us=1,
        recommendations_to_force=1,
        recommendations_to_others=2,
        areas_for_improvement=0,
    )
    return replace(
        a_finished_response(),
        report=replace(
            report, title="An inspection of vetting, misconduct and misogyny in policing"
        ),
        grades=(),
        groups=(FindingGroup("", "", MIXED),),
        to_us=(us,),
        to_force=(force,),
        to_others=tuple(others),
        others_cited="Recommendations 3 and 4",
    )


def of_concern() -> ResponseFields:
    """Return the response to a report with a cause of concern and what was recommended under it."""
    concern = a_finding(
        1,
        "The force does not identify repeat and vulnerable victims at the first call.",
        reference="Cause of concern 1",
        class_name="cause of concern",
        answer=("I accept this cause of concern and met the Chief Constable within the week.",),
    )
    under = {"parent": "Cause of concern 1", "addressees": "Barsetshire Police"}
    findings = (
        concern,
        a_recommendation(
            2,
            "The force should, within three months:\nassess every call; and\nrecord the assessment.",
            **under,
        ),
        a_recommendation(3, "The force should immediately brief its call handlers.", **under),
    )
    counts = {"recommendations": 2, "recommendations_to_force": 2, "causes_of_concern": 1}
    return replace(
        a_finished_response(),
        report=a_report(**counts, areas_for_improvement=0),
        groups=(FindingGroup("Responding to the public", "Inadequate", findings),),
        grades=(("Responding to the public", "Inadequate"),),
        to_force=findings,
    )


def a_joint_one() -> ResponseFields:
    """Return a response that three bodies give jointly."""
    partners = (
        PartnerFields("p1", "the Mayor of Loamshire", "Mayor of Loamshire", "Dinah Morris", "Loamshire Police", "Chief Constable"),
        PartnerFields("p2", "the Police, Fire and Crime Commissioner for Stonyshire", "Police, Fire and Crime Commissioner for Stonyshire", "Seth Bede", "Stonyshire Constabulary", "Chief Constable"),
    )  # fmt: skip
    return replace(mixed(), partners=partners, voice=voice_named("we"))


def nothing_asked() -> ResponseFields:
    """Return the response to a report that asks something of others alone."""
    plain = mixed()
    others = plain.to_others
    report = replace(
        plain.report, recommendations=2, recommendations_to_us=0, recommendations_to_force=0
    )
    return replace(
        plain, report=report, groups=(FindingGroup("", "", others),), to_us=(), to_force=(),
        comments=(comments("nil"),),
    )  # fmt: skip


def in_welsh() -> ResponseFields:
    """Return the Welsh twin as the record would fill it: names and days in Welsh."""
    plain = a_finished_response()
    body = replace(
        plain.body,
        name="Comisiynydd Heddlu a Throseddu Barsetshire",
        office="Swyddfa Comisiynydd Heddlu a Throseddu Barsetshire",
    )
    said = comments("received", reply=plain.comments[0].reply)
    comment = replace(
        said, force="Heddlu Barsetshire", officer="Prif Gwnstabl Ada Marsh",
        officer_title="Prif Gwnstabl", invited_on="17 Hydref 2022", received_on="2 Tachwedd 2022",
    )  # fmt: skip
    groups = tuple(
        replace(group, grade="Angen gwella", findings=tuple(_welsh(f) for f in group.findings))
        for group in plain.groups[:2]
    )
    return replace(
        plain,
        body=body,
        comments=(comment,),
        groups=groups,
        grades=tuple((area, "Angen gwella") for area, _ in plain.grades),
        report=replace(plain.report, published="14 Hydref 2022"),
        last_day="dydd Iau 8 Rhagfyr 2022",
        signature=replace(
            plain.signature,
            title="Comisiynydd Heddlu a Throseddu Barsetshire",
            dated="5 Rhagfyr 2022",
        ),
    )


def _welsh(finding: FindingFields) -> FindingFields:
    number = finding.reference.rpartition(" ")[2]
    return replace(finding, reference=f"Maes i’w wella {number}", class_name="maes i’w wella")


def late() -> ResponseFields:
    """Return a response whose lateness has a reason on the record."""
    reason = "the Chief Constable’s comments arrived on 12 December 2022 and had to be answered."
    return replace(a_finished_response(), lateness_reason=reason)


def corrected() -> ResponseFields:
    """Return a response that is published again, corrected."""
    note = "the date of the accountability meeting under AFI 1 was 24 October 2022, not 24 October 2021."
    return replace(a_finished_response(), correction_note=note, first_published="6 December 2022")


def _with(**choices: bool) -> ResponseFields:
    return replace(a_finished_response(), blocks=switched(USUAL_BLOCKS, choices))


FILLED_TYPES: dict[str, Callable[[], ResponseFields]] = {
    "response-by-area": a_finished_response,
    "response-by-area-cy": in_welsh,
    "response-thematic": mixed,
    "response-cause-of-concern": of_concern,
    "response-letter": lambda: _with(grades=False, grades_in_words=True),
    "response-table": lambda: replace(mixed(), grades=a_finished_response().grades),
    "response-afi-only": a_finished_response,
    "response-no-recommendations": nothing_asked,
    "response-joint": a_joint_one,
    "response-contested": lambda: _with(dispute=True),
    "response-late-note": late,
    "response-correction-note": corrected,
    "response-discretionary": mixed,
}
"""A filled response for every type of document; a test compares the list with the folders."""
