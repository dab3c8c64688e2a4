"""Who signs for another: by a paper that is live on the day, and by no absence alone."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest

from casework import sign_off
from casework.errors import CaseworkError
from casework.record.hand import Hand
from casework.rules.signing import Amendment
from models.words import Role, Stage
from tests.authority.asked import Asked, whole
from tests.authority.callers import Caller
from tests.authority.deputies import PAPERS, TURNS, Deputies, Paper, Turn
from tests.authority.page_door import PageDoor
from tests.authority.scenes import Scene
from tests.authority.stages import CASE, Stages
from tests.authority.straight import at_once
from tests.builders import OFFICER

RECORDER: Final = OFFICER
"""Who writes down a signature given elsewhere: neither holder nor deputy, nor the drafter."""
AMENDMENTS: Final = [Amendment("Say “shall” in the second paragraph.")]


def by_function(scene: Scene, act: str, person: str) -> Asked:
    """Try a signing act by its function, and keep nothing of it."""
    service, hand = scene.service, Hand(now=scene.now, person=person)
    given = sign_off.GivenElsewhere(person, "in ink", b"%PDF-1.4 evidence")
    recorder = Hand(now=scene.now, person=RECORDER)
    acts: dict[str, Callable[[], object]] = {
        "sign": lambda: sign_off.give_signature(service.record, hand, CASE),
        "approve_subject_to": lambda: sign_off.approve_subject_to(
            service.record, hand, CASE, AMENDMENTS
        ),
        "record_signature": lambda: sign_off.record_signature(
            service.record, recorder, CASE, given, scene.now
        ),
    }
    with whole() as heard, suppress(CaseworkError):
        acts[act]()
    return heard


FORMS: Final = {
    "sign": "/cases/{reference}/signing/give",
    "approve_subject_to": "/cases/{reference}/signing/subject-to",
    "record_signature": "/cases/{reference}/signing/elsewhere",
}
ACTS: Final = tuple(FORMS)


def by_page(door: PageDoor, act: str, person: str) -> Asked:
    """Try a signing act by its form, and keep nothing of it."""
    is_recorded = act == "record_signature"
    sender = Caller(person, RECORDER if is_recorded else person, None)
    with whole() as heard:
        answer = door.send(sender, FORMS[act], **({"person": person} if is_recorded else {}))
    assert answer.status_code < 500, answer.text
    return heard


@pytest.fixture(scope="module")
def deputies(stages: Stages, tmp_path_factory: pytest.TempPathFactory) -> Deputies:
    """Give a case before its signatories, with each paper."""
    return Deputies(stages, tmp_path_factory.mktemp("deputies"))


@pytest.fixture
def door(stages: Stages, tmp_path: Path) -> Iterator[PageDoor]:
    """Give the front desk."""
    with at_once():
        service = stages.take(Stage.SIGNING, tmp_path / "own")
        made = PageDoor(Scene(Stage.SIGNING, service))
        yield made
        made.close()
        service.record.engine.dispose()


@pytest.mark.parametrize("turn", TURNS, ids=lambda turn: turn.role.value)
def test_a_deputy_signs_by_a_paper_that_is_live_and_by_nothing_else(
    turn: Turn, deputies: Deputies, door: PageDoor
) -> None:
    wrong, done = [], 0
    for paper, scene in deputies.scenes(turn):
        door.enter(scene)
        for act in ACTS:
            for person in (turn.deputy, turn.holder, turn.stranger):
                may = allowed(paper, turn, person)
                for way, heard in (
                    ("function", by_function(scene, act, person)),
                    ("page", by_page(door, act, person)),
                ):
                    done += heard.ready
                    if heard.ready is not may or scene.written.taken():
                        wrong.append(f"{paper.name}: {act} of {person} by {way}, {heard}")
    assert not wrong, "\n".join(wrong)
    assert done > len(PAPERS)


def allowed(paper: Paper, turn: Turn, person: str) -> bool:
    """Return whether a signature of this person is taken on this day."""
    if person == turn.deputy:
        return paper.lives
    if person == turn.holder:
        # The block of the second names the deputy: its holder signs another text.
        return turn.role is Role.CHIEF_EXECUTIVE and not paper.has_left
    return paper.to_stranger and turn.role is Role.CHIEF_EXECUTIVE
