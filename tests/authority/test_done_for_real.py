"""Forms that are done: whatever was typed stands as it was, and sent twice it is done once."""

from pathlib import Path

import pytest
from httpx2 import Response

from casework.record.verify import faults
from models.words import Role, Stage
from tests.authority.digest import OF_THE_DOOR, changed, digest
from tests.authority.forms import Form
from tests.authority.hostile import check, forms_shown
from tests.authority.hostile_words import SCRIPT
from tests.authority.stages import CHECK_LINK, COMMENTS_LINK, WHEN, WHO, Stages
from tests.web.desk import Desk
from web import limits

DONE = 303
LAST = ("/findings/confirm", "/date", "/hold", "/end", "/sign-out", "/sign-out-everywhere")
"""What ends a case, or a session, or puts the case at another stage: after all others."""
AT = [
    (Stage.OPENED, Role.POLICY_OFFICER, 18),
    (Stage.CONFIRMED, Role.POLICY_OFFICER, 18),
    (Stage.SIGNING, Role.CHIEF_EXECUTIVE, 10),
    (Stage.SCHEDULED, Role.POLICY_OFFICER, 8),
    (Stage.PUBLISHED, Role.POLICY_OFFICER, 5),
]
TYPED = f"a\r\nSet-Cookie: taken=1 {SCRIPT} \u202eemoji 👩🏽‍⚖️ =1+1"


def post(desk: Desk, form: Form, **other: str) -> Response:
    limits.forget()
    answer = desk.browser.post(form.action, data=form.filled() | other, follow_redirects=False)
    return check(answer, form)


def in_order(forms: dict[str, Form]) -> list[Form]:
    return sorted(forms.values(), key=lambda form: (form.action.endswith(LAST), form.action))


@pytest.mark.parametrize(("stage", "role", "least"), AT, ids=lambda x: getattr(x, "value", x))
def test_every_form_sent_twice_is_one_act(
    stage: Stage, role: Role, least: int, stages: Stages, tmp_path: Path
) -> None:
    desk = Desk(stages.take(stage, tmp_path / "own"), WHEN[stage])
    desk.sign_in(WHO[role])
    done = []
    for form in in_order(forms_shown(desk, "/")):
        if form.action.startswith(("/g/", "/sign-in")):
            continue
        first = post(desk, form)
        after = digest(desk.service.record, OF_THE_DOOR)
        again = post(desk, form)
        assert changed(after, digest(desk.service.record, OF_THE_DOOR)) == [], form.action
        if first.status_code == DONE:
            done.append(form.action)
            if "sign-out" not in form.action:
                assert again.status_code == DONE, (form.action, again.text)
    assert len(done) >= least, done
    assert not faults(desk.service.record)


def test_every_form_of_a_guest_sent_twice_is_one_act(stages: Stages, tmp_path: Path) -> None:
    desk = Desk(stages.take(Stage.CONFIRMED, tmp_path / "own"), WHEN[Stage.CONFIRMED])
    limits.forget()
    done = []
    for form in in_order(forms_shown(desk, "/g/", (COMMENTS_LINK, CHECK_LINK))):
        first = post(desk, form)
        after = digest(desk.service.record, {"guestdraft"})
        post(desk, form)
        assert changed(after, digest(desk.service.record, {"guestdraft"})) == [], form.action
        done += [form.action] * (first.status_code == DONE)
    assert len(done) >= 3, done
    assert not faults(desk.service.record)


@pytest.mark.parametrize(("stage", "role", "least"), AT[:3], ids=lambda x: getattr(x, "value", x))
def test_what_is_kept_of_hostile_words_is_told_and_shown_as_words(
    stage: Stage, role: Role, least: int, stages: Stages, tmp_path: Path
) -> None:
    desk = Desk(stages.take(stage, tmp_path / "own"), WHEN[stage])
    desk.sign_in(WHO[role])
    done = 0
    for form in in_order(forms_shown(desk, "/cases/{reference}")):
        words = {f.name: TYPED for f in form.typed if f.kind == "textarea" or f.name in REASONS}
        answer = post(desk, form, **words)
        if answer.status_code == DONE:
            done += 1
            check(desk.browser.get(answer.headers["location"]), form)
    assert done >= least / 3
    for shown in ("/", "/cases", "/monday", "/mine", "/search?q=taken"):
        assert SCRIPT not in desk.get(shown)
    assert not faults(desk.service.record)


REASONS = frozenset({"reason", "why", "note", "how", "source", "theirs", "standing", "board"})
