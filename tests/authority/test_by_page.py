"""Every form of the front desk, sent by everybody at several stages: the same table holds."""

from pathlib import Path

import pytest

from casework.rules.authority import AUTHORITY
from models.words import Role, Stage
from tests.authority.digest import OF_THE_DOOR, changed, digest
from tests.authority.forms import forms_of
from tests.authority.hostile import nothing_kept
from tests.authority.page_acts import PAGE_ACTS
from tests.authority.routes import Route
from tests.authority.stages import WHEN, WHO, Stages
from tests.web.desk import Desk
from web import limits

REFUSED = {403, 404, 409, 422}
FIELDS = {
    "reason": "for a reason given in words",
    "why": "for a reason given in words",
    "words": "for a reason given in words",
    "text": "The force should act.",
    "note": "for a reason given in words",
    "how": "telephone",
    "way": "opened_by_mistake",
    "name": "response-thematic",
    "klass": "background",
    "whom": "others",
    "person": "birch",
    "flow": "draft-response",
    "agreed": "yes",
    "decision": "taken",
    "owner": "A. N. Owner",
}
TRIED_AT = (Stage.OPENED, Stage.SIGNING, Stage.SCHEDULED, Stage.CLOSED, Stage.NOT_OUR_SUBJECT)
OPEN_TO_ALL = {name for name, power in AUTHORITY.items() if set(Role) - power.by <= {Role.SERVICE}}


def token_of(desk: Desk) -> str:
    """Return what forms of this session carry."""
    return next(form for form in forms_of(desk.get("/me")) if form.carried).carried["form_token"]


@pytest.mark.parametrize("stage", TRIED_AT)
def test_a_form_the_table_does_not_allow_is_refused_and_changes_nothing(
    stage: Stage, stages: Stages, tmp_path: Path
) -> None:
    desk = Desk(stages.take(stage, tmp_path / "own"), WHEN[stage])
    limits.forget()
    for role, person in WHO.items():
        desk.sign_in(person)
        carried = {"form_token": token_of(desk), "act": f"act-of-{role.value}", **FIELDS}
        before = digest(desk.service.record, OF_THE_DOOR)
        for pattern, act in PAGE_ACTS.items():
            power = AUTHORITY[act]
            if (role in power.by and stage in power.stages) or act in OPEN_TO_ALL:
                continue
            route = Route("POST", pattern).address()
            answer = desk.browser.post(route, data=carried, follow_redirects=False)
            assert answer.status_code in REFUSED, (pattern, role, answer.status_code, answer.text)
            assert "<h1" in answer.text, (pattern, role)
        assert changed(before, digest(desk.service.record, OF_THE_DOOR)) == [], role


def test_a_form_the_table_allows_is_not_refused_for_the_role(
    stages: Stages, tmp_path: Path
) -> None:
    stage = Stage.CONFIRMED
    desk = Desk(stages.take(stage, tmp_path / "own"), WHEN[stage])
    limits.forget()
    for role, person in WHO.items():
        desk.sign_in(person)
        carried = {"form_token": token_of(desk), "act": f"act-of-{role.value}", **FIELDS}
        for pattern, act in PAGE_ACTS.items():
            power = AUTHORITY[act]
            if role in power.by and stage in power.stages and "sign-out" not in pattern:
                with nothing_kept():
                    to = Route("POST", pattern).address()
                    answer = desk.browser.post(to, data=carried, follow_redirects=False)
                assert f"may not {power.words}" not in answer.text, (pattern, role)
                assert answer.status_code < 500, (pattern, role)
