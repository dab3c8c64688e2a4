"""The table is whole: every act has its row, and every row an act."""

import ast
import re
from pathlib import Path

import pytest

from casework.errors import WrongHandError
from casework.record.acts import act
from casework.record.desk import Desk
from casework.rules.authority import AUTHORITY
from models.words import Role, Stage
from tests.authority.doing import EVERY_WAY, WITHOUT_A_WAY
from tests.authority.stages import Stages
from tests.builders import OFFICER, at, by

CASEWORK = Path(__file__).parents[2] / "casework"
NAMED_ELSEWHERE = {
    "BACKED_UP": "backed_up",
    "CHANGED": "change_settings",
    "LOADED": "load_settings",
    "CONFIRMED": "confirm_settings",
    "WITHDRAWN": "withdraw_settings",
}


def acts() -> set[str]:
    """Return the name of every act there is, read from the code."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in CASEWORK.rglob("*.py"))
    given = re.findall(r"^@act\((.+)\)$", text, re.MULTILINE)
    return {NAMED_ELSEWHERE.get(one) or ast.literal_eval(one) for one in given}


def test_every_act_has_a_row_and_every_row_an_act() -> None:
    assert acts() == {name for name in AUTHORITY if ":" not in name}


def test_every_row_is_tried_or_says_why_not() -> None:
    assert set(EVERY_WAY) | set(WITHOUT_A_WAY) == set(AUTHORITY)
    assert not set(EVERY_WAY) & set(WITHOUT_A_WAY)


def test_every_row_can_be_done_by_somebody_at_some_stage() -> None:
    for power in AUTHORITY.values():
        assert power.by, power.act
        assert power.stages, power.act
        assert power.words, power.act


def test_an_act_without_a_row_is_nobody_s(stages: Stages, tmp_path: Path) -> None:
    @act("an_act_of_no_row")
    def deed(desk: Desk) -> bool:
        desk.note("something", None)
        return True

    service = stages.take(Stage.OPENED, tmp_path / "own")
    with pytest.raises(WrongHandError, match="may not do this"):
        deed(service.record, by(OFFICER, at(10, 15)))


def test_only_a_signatory_and_whoever_a_route_names_may_sign() -> None:
    assert AUTHORITY["sign"].stages == {Stage.SIGNING}
    assert Role.SERVICE not in AUTHORITY["sign"].by
    assert Role.SERVICE not in AUTHORITY["approve_subject_to"].by
