"""Lawfulness sheets of a test, with as much on them as there may be."""

from dataclasses import replace
from datetime import date

from casework.rules.lawfulness import CaseFacts, ForceTrack, limbs
from casework.rules.lawfulness_sheet import LawfulnessSheet, Receipt, SheetLine
from models.words import CommentsState, Light
from tests.builders import at

FACTS = CaseFacts(
    published=date(2022, 10, 14),
    provisional=False,
    today=date(2022, 12, 6),
    responded_on=None,
    public_at="",
    seen="",
    signed=False,
    own_comments=True,
    tracks=(),
    recommendations=2,
    unanswered=("Recommendation 2",),
    copies=(
        ("HM Inspectors of Constabulary", Light.AMBER, "Prepared, not sent."),
        ("the Secretary of State", Light.RED, "It came back: no such box."),
    ),
)


def a_sheet(
    proof: str = "", excuse: str = "", forces: tuple[str, ...] = ("Arden Police",)
) -> LawfulnessSheet:
    """Return a sheet; `proof` and `excuse` stand beside each of its limbs if they are given."""
    tracks = tuple(
        ForceTrack(
            force=name,
            state=CommentsState.BOUNCED,
            invited_on=date(2022, 10, 17),
            due_on=date(2022, 11, 4),
            received_on=None,
            replied=False,
        )
        for name in forces
    )
    facts = replace(FACTS, tracks=tracks)
    receipt = Receipt("The letter, sent by hand by Priya Lockhart on 17 October 2022", "/letters/1")
    return LawfulnessSheet(
        reference="S55-2022-001",
        title="An inspection of Arden Police & others #1",
        office="The office of the body for Arden",
        as_at=at(12, 6, 18),
        version="version 5, frozen in signing round 1",
        published=FACTS.published,
        provisional=False,
        last_day=date(2022, 12, 8),
        lines=tuple(
            SheetLine(
                replace(one, proof=proof or one.proof, excuse=excuse), (receipt,), "policy officer"
            )
            for one in limbs(facts)
        ),
    )
