"""What is wanted of each kind of colleague: wanted until it is done, and of nobody else."""

from dataclasses import replace
from datetime import date

import pytest

from casework.rules.wanted import COLLEAGUES, CaseNow, Want, wanted
from models.shapes.route import RouteStep, step_of
from models.words import Role, SignatureStep, Stage

PUBLISHED = date(2022, 10, 14)
LAST = date(2022, 12, 8)
STEER_DAY, REVIEW_DAY, WEB_DAY = date(2022, 10, 21), date(2022, 11, 25), date(2022, 12, 5)
DAY_45, DAY_49 = date(2022, 11, 27), date(2022, 12, 1)
PDF = ("The response (PDF)", "/signing/document.pdf")
APPROVAL = step_of(SignatureStep.APPROVED, Role.FINANCE_OFFICER, 45)
SIGNATURE = step_of(SignatureStep.SIGNED, Role.SIGNATORY, 49)

NOW = CaseNow(
    stage=Stage.CONFIRMED,
    published=PUBLISHED,
    has_clock=True,
    today=date(2022, 10, 20),
    plan={"steer": STEER_DAY, "internal_review": REVIEW_DAY, "web": WEB_DAY},
    who_signs="Mayor",
)
BEFORE_FREEZING = (Stage.OPENED, Stage.CONFIRMED, Stage.IN_REVIEW)
FROZEN = (Stage.SIGNING, Stage.SIGNED, Stage.SCHEDULED)


def only(role: Role, case: CaseNow) -> Want:
    (want,) = wanted(role, case)
    return want


@pytest.mark.parametrize("role", list(Role))
def test_of_most_nothing_is_wanted(role: Role) -> None:
    quiet = replace(NOW, stage=Stage.PUBLISHED, responded=True)
    assert wanted(role, quiet) == ()


def test_the_private_office_gets_the_steer() -> None:
    for stage in BEFORE_FREEZING:
        assert only(Role.PRIVATE_OFFICE, replace(NOW, stage=stage)) == Want(
            "steer",
            "get the steer of the Mayor for the body’s own comments",
            STEER_DAY,
            (("Take the steer down", "/colleagues"),),
        )


@pytest.mark.parametrize(
    "done",
    [
        {"steered": True},
        {"has_clock": False},
        {"plan": {"web": WEB_DAY}},
        {"stage": Stage.SIGNED},
    ],
)
def test_no_steer_is_wanted_where_there_is_one_or_none_is_planned(done: dict[str, object]) -> None:
    assert wanted(Role.PRIVATE_OFFICE, replace(NOW, **done)) == ()  # type: ignore[arg-type]


def signing(step: RouteStep | None, **more: object) -> CaseNow:
    return replace(NOW, stage=Stage.SIGNING, step=step, round=2, **more)  # type: ignore[arg-type]


def test_the_private_office_puts_it_before_whoever_signs() -> None:
    for role in (Role.SIGNATORY, Role.DEPUTY_SIGNATORY):
        step = step_of(SignatureStep.APPROVED, role, 49)
        assert only(Role.PRIVATE_OFFICE, signing(step)) == Want(
            "sign:2",
            "put the response before the Mayor to be signed",
            DAY_49,
            (("Print pack (PDF)", PDF[1]), ("The page for signing", "/signing")),
        )


@pytest.mark.parametrize(
    "case", [signing(APPROVAL), signing(None), replace(NOW, stage=Stage.SIGNED, step=SIGNATURE)]
)
def test_it_is_put_before_nobody_until_it_is_their_turn(case: CaseNow) -> None:
    assert wanted(Role.PRIVATE_OFFICE, case) == ()


def test_an_approval_is_wanted_of_the_role_of_the_step() -> None:
    assert only(Role.FINANCE_OFFICER, signing(APPROVAL)) == Want(
        "approve:2:45",
        "approve the response, or send it back",
        DAY_45,
        (("Approve it, or send it back", "/signing"), PDF),
    )
    assert wanted(Role.TRANSLATOR, signing(APPROVAL)) == ()


def test_no_approval_is_wanted_of_a_step_that_is_none() -> None:
    assert wanted(Role.SIGNATORY, signing(SIGNATURE)) == ()
    assert wanted(Role.FINANCE_OFFICER, signing(None)) == ()
    assert wanted(Role.FINANCE_OFFICER, replace(signing(APPROVAL), stage=Stage.SIGNED)) == ()


SCHEDULED = replace(NOW, stage=Stage.SCHEDULED, round=3, unseen=("web_package",))


def test_communications_put_the_package_up_by_the_day_it_is_planned() -> None:
    planned = replace(SCHEDULED, planned_on=date(2022, 12, 6))
    assert only(Role.COMMUNICATIONS, planned) == Want(
        "web:3",
        "put the web package up, and hand back the address at which it is public",
        date(2022, 12, 6),
        (("Hand back the address", "/publishing"), ("Web package (zip)", "/publishing/package")),
    )


def test_what_publishes_itself_is_only_looked_for() -> None:
    assert only(Role.COMMUNICATIONS, replace(SCHEDULED, unseen=("wordpress",))) == Want(
        "web:3",
        "say at which address the response is public",
        LAST,
        (("Say where it is public", "/publishing"),),
    )


def test_nothing_is_wanted_later_than_the_last_day() -> None:
    late = date(2022, 12, 20)
    assert only(Role.COMMUNICATIONS, replace(SCHEDULED, planned_on=late)).by == LAST
    plan = {"web": late, "internal_review": late}
    untranslated = replace(NOW, stage=Stage.SIGNED, translated=False, plan=plan)
    assert only(Role.TRANSLATOR, untranslated).by == LAST
    assert only(Role.FINANCE_OFFICER, replace(NOW, money=(("r1", "AFI 1"),), plan=plan)).by == LAST


@pytest.mark.parametrize("done", [{"unseen": ()}, {"stage": Stage.PUBLISHED}])
def test_communications_are_asked_only_while_nobody_has_seen_it(done: dict[str, object]) -> None:
    assert wanted(Role.COMMUNICATIONS, replace(SCHEDULED, **done)) == ()  # type: ignore[arg-type]


@pytest.mark.parametrize("stage", FROZEN)
def test_a_frozen_text_wants_its_welsh_twin(stage: Stage) -> None:
    case = replace(NOW, stage=stage, translated=False, round=4)
    assert only(Role.TRANSLATOR, case) == Want(
        "welsh:4",
        "check the Welsh file against the text that is being signed, and hand it back",
        WEB_DAY,
        (("The Welsh file", "/welsh"), ("The English text (PDF)", PDF[1])),
    )
    assert only(Role.TRANSLATOR, replace(case, plan={})).by == LAST
    assert wanted(Role.TRANSLATOR, replace(case, translated=True)) == ()


@pytest.mark.parametrize("stage", BEFORE_FREEZING)
def test_no_welsh_is_wanted_of_a_text_that_may_change(stage: Stage) -> None:
    assert wanted(Role.TRANSLATOR, replace(NOW, stage=stage, translated=False)) == ()


def test_the_monitoring_officer_is_asked_about_a_way_out_today() -> None:
    case = replace(NOW, way_out=("not_our_subject", "A. Marsh proposes it.", "7"))
    assert only(Role.MONITORING_OFFICER, case) == Want(
        "way_out:7",
        "say whether you agree: A. Marsh proposes it.",
        NOW.today,
        (("Agree, or leave it open", "/way-out"),),
    )


def test_a_reason_is_wanted_from_the_day_after_the_last() -> None:
    late = replace(NOW, today=date(2022, 12, 9))
    assert only(Role.MONITORING_OFFICER, late) == Want(
        "lateness",
        "see that a reason for the lateness is on the record",
        LAST,
        (("Give the reason", "/publishing"),),
    )
    for done in ({"today": LAST}, {"responded": True}, {"has_clock": False}, {"explained": True}):
        assert wanted(Role.MONITORING_OFFICER, replace(late, **done)) == ()


def test_the_monitoring_officer_reads_the_sheet_before_it_is_signed() -> None:
    assert only(Role.MONITORING_OFFICER, signing(APPROVAL)) == Want(
        "lawful:2",
        "read the lawfulness sheet before the response is signed",
        DAY_45,
        (("The lawfulness sheet", "#lawfulness"), PDF),
    )
    assert wanted(Role.MONITORING_OFFICER, signing(None)) == ()
    assert wanted(Role.MONITORING_OFFICER, replace(NOW, step=APPROVAL)) == ()


def test_the_finance_officer_reads_each_answer_that_speaks_of_money() -> None:
    money = (("r2", "Recommendation 2"), ("r1", "Recommendation 1"))
    for stage in BEFORE_FREEZING:
        found = wanted(Role.FINANCE_OFFICER, replace(NOW, stage=stage, money=money))
        assert [want.key for want in found] == ["money:r1", "money:r2"]
        assert found[0] == Want(
            "money:r1",
            "read our answer to Recommendation 1, which speaks of money",
            REVIEW_DAY,
            (("Read the answer", "/answers/r1_answer"), ("Say something of it", "/remarks")),
            reads="r1",
        )
    assert wanted(Role.FINANCE_OFFICER, replace(NOW, stage=Stage.SIGNED, money=money)) == ()
    assert only(Role.FINANCE_OFFICER, replace(NOW, money=money[:1], plan={})).by == LAST


def test_the_most_urgent_is_told_first() -> None:
    late = replace(
        signing(APPROVAL), today=date(2022, 12, 9), way_out=("w", "It is not ours.", "7")
    )
    assert [want.key for want in wanted(Role.MONITORING_OFFICER, late)] == [
        "lawful:2",
        "lateness",
        "way_out:7",
    ]


def test_every_colleague_with_a_page_may_be_wanted_for_something() -> None:
    busy = [
        NOW,
        SCHEDULED,
        signing(APPROVAL),
        replace(NOW, stage=Stage.SIGNED, translated=False),
        replace(NOW, money=(("r1", "AFI 1"),)),
    ]
    assert {role for role in COLLEAGUES for case in busy if wanted(role, case)} == set(COLLEAGUES)
