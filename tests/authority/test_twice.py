"""An act done again: refused, it leaves nothing; with nothing to do, it says that and no more."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from casework.errors import CaseworkError
from casework.rules.authority import AUTHORITY
from models.words import Role, Stage
from tests.authority.digest import changed, digest
from tests.authority.doing import EVERY_WAY, hand_of, noted_in
from tests.authority.function_cells import MOVES_A_CASE
from tests.authority.stages import Stages
from tests.builders import Service

THE_NOTE = {"act", "historyentry"}
"""What a person's act leaves that changed nothing: that they asked."""
NEW_EACH_TIME = {
    "add_finding": "the report may print the same words twice",
    "reorder_findings": "the way of the test turns the order round each time",
    "ask_question": "a colleague may be asked the same again",
    "note_action": "two meetings may agree the same",
    "reissue_invitation": "each is an invitation of its own",
    "send_comments_by_link": "each is something a guest said",
    "no_comments_by_link": "each is something a guest said",
    "more_time_by_link": "each is something a guest said",
    "point_by_link": "each is something a guest said",
    "make_code": "each is a code of its own",
    "backed_up": "each is a backup of its own",
    "look_for_live_page": "each is a look of its own",
    "publication_refused": "each is a refusal of its own, told to people",
    "letter_being_sent": "a step of the service, done under a lease",
    "letter_outcome": "a step of the service, done under a lease",
    "letter_unknown": "a step of the service, done under a lease",
}
"""Acts that do something each time, and why that is right."""
A_SECRET = {"make_guest_link", "make_sign_in_link", "make_token", "make_calendar_link", "sign_in"}
"""A secret comes once: whoever asks again has made another."""
AT = {
    "submit": (Stage.IN_REVIEW, Role.POLICY_OFFICER),
    "schedule": (Stage.SIGNED, Role.POLICY_OFFICER),
    "record_signature": (Stage.SIGNING, Role.POLICY_OFFICER),
    "note_publication_seen": (Stage.SCHEDULED, Role.POLICY_OFFICER),
    **dict.fromkeys(
        (
            "extend_comments",
            "chase_comments",
            "class_comments",
            "decline_comments",
            "make_letter:invitation",
            "make_letter:chaser",
        ),
        (Stage.CONFIRMED, Role.POLICY_OFFICER),
    ),
    "more_time_by_link": (Stage.CONFIRMED, Role.SERVICE),
}
"""Where an act can be done that cannot at its first stage, or not by everybody."""
OWN_RECORD = MOVES_A_CASE | {"release_report", "merge_findings", "withdraw_invitation"}
"""Acts after which others have nothing left to do."""


def place_of(act: str) -> tuple[Stage, Role]:
    """Return a stage and a role in which an act can be done."""
    power = AUTHORITY[act]
    stage = next(one for one in Stage if one in power.stages)
    return AT.get(act, (stage, min(power.by)))


@pytest.fixture
def twice(stages: Stages, tmp_path: Path) -> Iterator[dict[str, tuple[str, list[str], list[str]]]]:
    """Give for each act how it ended the second time, what it noted, and the tables it changed."""
    known: dict[str, Service] = {}
    told = {}
    for act in (one for one in EVERY_WAY if one not in A_SECRET):
        stage, role = place_of(act)
        name = f"{stage}-{act}" if act in OWN_RECORD else stage.value
        if name not in known:
            known[name] = stages.take(stage, tmp_path / name)
        first = done(act, known[name], stage, role)
        before = digest(known[name].record)
        with noted_in() as noted:
            second = done(act, known[name], stage, role)
        told[act] = (second or first, noted, changed(before, digest(known[name].record)))
    yield told
    for service in known.values():
        service.record.engine.dispose()


def done(act: str, service: Service, stage: Stage, role: Role) -> str:
    try:
        EVERY_WAY[act](service, hand_of(role, stage))
    except CaseworkError as fault:
        return str(fault)
    return ""


def test_an_act_done_again_leaves_nothing_but_what_it_changed(
    twice: dict[str, tuple[str, list[str], list[str]]],
) -> None:
    for act, (refusal, noted, tables) in twice.items():
        if refusal:
            assert tables == [], (act, refusal)
        elif act in NEW_EACH_TIME:
            assert noted != ["nothing_changed"], f"{act} is no exception: nothing is new"
        elif noted:
            assert noted == ["nothing_changed"], act
            assert set(tables) == THE_NOTE, act
        else:
            assert tables == [], act
