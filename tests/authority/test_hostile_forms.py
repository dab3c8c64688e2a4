"""Whatever is typed into whatever field: a clear answer, never a fault, nothing half kept."""

from pathlib import Path

import pytest

from models.words import Role, Stage
from tests.authority.digest import OF_THE_DOOR, changed, digest
from tests.authority.hostile import forms_shown, nothing_kept, tried_in_every_field
from tests.authority.stages import CHECK_LINK, COMMENTS_LINK, WHEN, WHO, Stages
from tests.authority.straight import at_once
from tests.web.desk import Desk
from web import limits

SHOWN = [
    (Stage.OPENED, Role.POLICY_OFFICER, "/findings", 6),
    (Stage.OPENED, Role.POLICY_OFFICER, "/colleagues", 5),
    (Stage.OPENED, Role.POLICY_OFFICER, "/answers", 1),
    (Stage.OPENED, Role.POLICY_OFFICER, "/remarks", 2),
    (Stage.OPENED, Role.POLICY_OFFICER, "/letters", 3),
    (Stage.OPENED, Role.POLICY_OFFICER, "/versions", 2),
    (Stage.OPENED, Role.POLICY_OFFICER, "/wording", 2),
    (Stage.OPENED, Role.POLICY_OFFICER, "/welsh", 1),
    (Stage.OPENED, Role.POLICY_OFFICER, "/signing", 3),
    (Stage.OPENED, Role.POLICY_OFFICER, "/date", 1),
    (Stage.OPENED, Role.POLICY_OFFICER, "/embargo", 1),
    (Stage.OPENED, Role.POLICY_OFFICER, "/ending", 1),
    (Stage.OPENED, Role.POLICY_OFFICER, "/lead", 1),
    (Stage.OPENED, Role.POLICY_OFFICER, "/open", 1),
    (Stage.OPENED, Role.POLICY_OFFICER, "/start", 1),
    (Stage.OPENED, Role.POLICY_OFFICER, "/me", 3),
    (Stage.OPENED, Role.ADMINISTRATOR, "/office", 4),
    (Stage.CONFIRMED, Role.POLICY_OFFICER, "/comments", 8),
    (Stage.SIGNING, Role.CHIEF_EXECUTIVE, "/signing", 3),
    (Stage.SIGNED, Role.POLICY_OFFICER, "/publishing", 1),
    (Stage.SCHEDULED, Role.POLICY_OFFICER, "/publishing", 1),
    (Stage.PUBLISHED, Role.POLICY_OFFICER, "/publishing", 2),
    (Stage.NOT_OUR_SUBJECT, Role.POLICY_OFFICER, "/ending", 1),
]


@pytest.mark.parametrize(
    ("stage", "role", "part", "least"), SHOWN, ids=lambda x: getattr(x, "value", str(x))
)
def test_no_word_and_no_file_upsets_a_form(
    stage: Stage, role: Role, part: str, least: int, stages: Stages, tmp_path: Path
) -> None:
    desk = Desk(stages.take(stage, tmp_path / "own"), WHEN[stage])
    desk.sign_in(WHO[role])
    forms = forms_shown(desk, part)
    assert len(forms) >= least, sorted(forms)
    before = digest(desk.service.record, OF_THE_DOOR)
    with nothing_kept(), at_once():
        assert sum(tried_in_every_field(desk, form) for form in forms.values()) > 0
    assert changed(before, digest(desk.service.record, OF_THE_DOOR)) in ([], ["pagework"])


def test_no_word_and_no_file_of_a_guest_upsets_a_form(stages: Stages, tmp_path: Path) -> None:
    stage = Stage.CONFIRMED
    desk = Desk(stages.take(stage, tmp_path / "own"), WHEN[stage])
    limits.forget()
    forms = forms_shown(desk, "/g/", (COMMENTS_LINK, CHECK_LINK))
    assert len(forms) >= 4, sorted(forms)
    before = digest(desk.service.record, {"guestdraft"})
    with nothing_kept(), at_once():
        assert sum(tried_in_every_field(desk, form) for form in forms.values()) > 50
    assert changed(before, digest(desk.service.record, {"guestdraft"})) == []
