"""Every form of the front desk, sent by everybody at several stages: the same table holds."""

import re
from pathlib import Path

import pytest

from casework.rules.authority import AUTHORITY
from models.words import Role, Stage
from tests.authority.digest import OF_THE_DOOR, changed, digest
from tests.authority.forms import forms_of
from tests.authority.hostile import nothing_kept
from tests.authority.page_acts import PAGE_ACTS
from tests.authority.refused_besides import BESIDES
from tests.authority.routes import Route
from tests.authority.stages import WHEN, WHO, Stages
from tests.web.desk import Desk
from web import limits

LEFT = OF_THE_DOOR | {"pagework"}
"""That a long piece of work was begun, and refused, is kept for its page."""
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
TRIED_AT = (Stage.OPENED, Stage.SIGNING, Stage.CLOSED)
DOES_NOTHING_THEN = {"/cases/{reference}/comments/prepare"}
"""Of a case that has ended it says that nothing is to do, which the history may keep."""
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
    # At the first stage everybody tries; at the others every third, each time others.
    turn = TRIED_AT.index(stage)
    for role in list(WHO)[turn :: 3 if turn else 1]:
        desk.sign_in(WHO[role])
        carried = {"form_token": token_of(desk), "act": f"act-of-{role.value}", **FIELDS}
        before = digest(desk.service.record, LEFT)
        for pattern, act in PAGE_ACTS.items():
            power = AUTHORITY[act]
            if (role in power.by and stage in power.stages) or act in OPEN_TO_ALL:
                continue
            if role in power.by and pattern in DOES_NOTHING_THEN:
                continue
            route = Route("POST", pattern).address()
            answer = desk.browser.post(route, data=carried, follow_redirects=False)
            assert answer.status_code in REFUSED, (pattern, role, answer.status_code, answer.text)
            assert "<h1" in answer.text, (pattern, role)
        assert changed(before, digest(desk.service.record, LEFT)) == [], role


def test_a_form_the_table_allows_is_not_refused_for_the_role(
    stages: Stages, tmp_path: Path
) -> None:
    stage = Stage.CONFIRMED
    desk = Desk(stages.take(stage, tmp_path / "own"), WHEN[stage])
    limits.forget()
    for role in list(WHO)[::2]:
        desk.sign_in(WHO[role])
        carried = {"form_token": token_of(desk), "act": f"act-of-{role.value}", **FIELDS}
        for pattern, act in PAGE_ACTS.items():
            power = AUTHORITY[act]
            if role in power.by and stage in power.stages and "sign-out" not in pattern:
                with nothing_kept():
                    to = Route("POST", pattern).address()
                    answer = desk.browser.post(to, data=carried, follow_redirects=False)
                may_be = BESIDES.get(act, "^$")
                refused = f"may not {power.words}" in answer.text
                assert not refused or re.search(may_be, answer.text), (pattern, role)
                assert answer.status_code < 500, (pattern, role)
