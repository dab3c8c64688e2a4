"""A merge adds nothing that the Open XML SDK's own judgement finds fault with."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from casework.documents.merge import merge
from tests.editors.rounds import a_round
from tests.open_xml import faults_of

if TYPE_CHECKING:
    from pathlib import Path

AT = datetime(2022, 11, 20, 9, 0, tzinfo=UTC)

pytestmark = pytest.mark.node


@pytest.mark.parametrize("seed", [300, 301, 303, 306, 309, 312, 320, 331])
def test_a_merge_adds_no_fault_that_the_reviewers_file_lacked(seed: int, tmp_path: Path) -> None:
    round_ = a_round(seed)
    merged = merge(round_.base.data, round_.theirs, round_.mine.data, AT)
    assert merged.proposes, "a merge that does nothing adds nothing"
    before, after = tmp_path / "theirs.docx", tmp_path / "merged.docx"
    before.write_bytes(round_.theirs)
    after.write_bytes(merged.data)
    known = {_told(fault) for fault in faults_of(before)}
    assert [fault for fault in faults_of(after) if _told(fault) not in known] == []


def _told(fault: object) -> tuple[str, str]:
    # Not where: everything after an insertion stands one further on.
    assert isinstance(fault, dict)
    return str(fault.get("id")), str(fault.get("description"))
