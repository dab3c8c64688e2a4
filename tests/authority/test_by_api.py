"""Every operation of the API, asked by everybody's token at every stage: the same table holds."""

import json
import re
from collections.abc import Iterator
from typing import Final

import pytest

from casework.rules.authority import AUTHORITY
from casework.rules.terminal_words import in_page_words
from models.words import Role, Stage
from tests.authority.api_door import OPERATIONS, ApiDoor, Operation
from tests.authority.asked import Asked, DecidedError, deciding, whole
from tests.authority.callers import COLLEAGUES, Caller, in_turn
from tests.authority.decisions import of_the_decision
from tests.authority.digest import changed, digest
from tests.authority.learning import Acts, learnt
from tests.authority.refused_besides import BESIDES
from tests.authority.scenes import Scenes
from tests.authority.stages import CASE, WHO
from tests.authority.straight import Answer, at_once
from tests.web.api_client import Other, check_answer

OF_THE_SYSTEM: Final = {"apitoken", "apirequest"}
"""That a token was used, and its number claimed: a refusal gives it back."""
REFUSED: Final = {403, 404, 409, 422}
NO_TOKEN: Final = {401}
NO_ACT: Final[dict[str, str]] = {
    "POST /cases/{reference}/proofs/saved": "looks first whether the saved page proves anything",
}
"""Operations behind which no act is found on the case of the scenes, each with the reason."""
BEFORE: Final[dict[str, str]] = {
    "POST /cases/{reference}/proofs": "is not published through|has not been given",
    "POST /cases/{reference}/proofs/saved": "is not published through|has not been given",
    "POST /cases/{reference}/publication": "Nothing is due",
}
"""What the API itself asks before it asks the table, by its operation."""
NOTHING: Final = {"POST /cases/{reference}/invitations", "POST /cases/{reference}/versions"}
"""At a stage it does not fit it says that nothing is to do, which the history may keep."""


@pytest.fixture(scope="module")
def door(scenes: Scenes) -> Iterator[ApiDoor]:
    """Give the API."""
    with at_once():
        made = ApiDoor(scenes.at(Stage.OPENED))
        yield made
        made.close()


@pytest.fixture(scope="module")
def acts(door: ApiDoor, scenes: Scenes) -> Acts:
    """Give the acts behind every operation."""
    return learnt(OPERATIONS, scenes, door.enter, door.send)


def test_every_operation_leads_to_the_act_that_its_page_tells(acts: Acts) -> None:
    found = {str(one): acts[one][0] for one in OPERATIONS if one in acts}
    assert {str(one) for one in OPERATIONS} - set(found) == set(NO_ACT)
    assert found == {str(one): one.act for one in OPERATIONS if one in acts}
    assert set(found.values()) <= set(AUTHORITY)


@pytest.mark.parametrize("stage", Stage)
def test_the_table_decides_for_everybody_at_every_operation(
    stage: Stage, door: ApiDoor, acts: Acts, scenes: Scenes
) -> None:
    door.enter(scenes.at(stage))
    wrong = []
    for turn, asked in enumerate(OPERATIONS, list(Stage).index(stage)):
        for caller in in_turn(turn, acts.get(asked, ())):
            with deciding() as heard:
                answer = stopped(door, caller, asked)
            fault = fault_of(caller, asked, acts.get(asked, ()), heard, answer, stage)
            kept = door.scene.written.taken() - OF_THE_SYSTEM
            if fault or kept:
                wrong.append(f"{asked}, {caller.name}: {fault or f'wrote {sorted(kept)}'}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("stage", Stage)
def test_a_whole_answer_refuses_in_words_or_does_what_fits_the_stage(
    stage: Stage, door: ApiDoor, acts: Acts, scenes: Scenes
) -> None:
    door.enter(scenes.at(stage))
    before = digest(door.scene.service.record, OF_THE_SYSTEM)
    wrong = []
    for turn, (asked, found) in enumerate(acts.items(), list(Stage).index(stage)):
        refused = [one for one in COLLEAGUES if not one.may(found[0])]
        let_in = [one for one in COLLEAGUES if all(map(one.may, found))]
        for callers, check in ((refused, fault_of_refusal), (let_in, fault_of_deed)):
            if callers:
                caller = callers[turn % len(callers)]
                with whole() as heard:
                    answer = door.send(caller, asked)
                fault = check(asked, found, stage, heard, answer)
                kept = door.scene.written.taken() - OF_THE_SYSTEM
                if fault or kept:
                    wrong.append(f"{asked}, {caller.name}: {fault or f'wrote {sorted(kept)}'}")
    assert not wrong, "\n".join(wrong)
    assert changed(before, digest(door.scene.service.record, OF_THE_SYSTEM)) == []


def stopped(door: ApiDoor, caller: Caller, asked: Operation) -> Answer | None:
    """Send a request. Returns the answer, where one was given before the table spoke."""
    try:
        return door.send(caller, asked)
    except DecidedError:
        return None


def fault_of(
    caller: Caller,
    asked: Operation,
    expected: tuple[str, ...],
    heard: Asked,
    answer: Answer | None,
    stage: Stage,
) -> str:
    """Return what is wrong with a cell; nothing if it is right."""
    if caller.role is None:
        is_shut = answer is not None and answer.status_code in NO_TOKEN and not heard.acts
        return "" if is_shut else f"came in: {heard.acts}"
    if heard.acts:
        return of_the_decision(caller, expected, heard)
    assert answer is not None
    said = detail_of(answer)
    if answer.status_code not in REFUSED:
        return f"{answer.status_code}: {said}"
    fits = bool(expected) and stage in AUTHORITY[expected[0]].stages
    reason = BEFORE.get(str(asked), "^$")
    if fits and all(map(caller.may, expected)) and not re.search(reason, said):
        return f"was stopped before the table was asked: {said}"
    return ""


def fault_of_refusal(
    asked: Operation, _found: tuple[str, ...], _stage: Stage, heard: Asked, answer: Answer
) -> str:
    """Return what is wrong with the answer to somebody whom the table does not allow it."""
    check_answer(answer)  # type: ignore[arg-type]
    said = detail_of(answer)
    if answer.status_code not in REFUSED or heard.ready:
        return f"{answer.status_code}: {said}"
    before = re.search(BEFORE.get(str(asked), "^$"), said)
    if not before and answer.status_code != 403:
        return f"{answer.status_code}: {said}"
    return "" if before or in_page_words(heard.said) == said else f"says “{said}”"


def fault_of_deed(
    asked: Operation, found: tuple[str, ...], stage: Stage, heard: Asked, answer: Answer
) -> str:
    """Return what is wrong with the answer to somebody whom the table allows it."""
    check_answer(answer)  # type: ignore[arg-type]
    said = detail_of(answer)
    if answer.status_code not in {*REFUSED, 200}:
        return f"{answer.status_code}: {said}"
    if not all(stage in AUTHORITY[one].stages for one in found):
        done = heard.ready and str(asked) not in NOTHING
        return f"was done at this stage: {said}" if done else ""
    reasons = [BESIDES.get(one, "^$") for one in found] + [BEFORE.get(str(asked), "^$")]
    done = heard.ready or answer.status_code == 200
    return "" if done or re.search("|".join(reasons), said) else f"is refused: {said}"


def detail_of(answer: Answer) -> str:
    """Return the sentence of an answer."""
    return str(json.loads(answer.content).get("detail", answer.text))[:400]


def test_a_token_that_only_reads_does_nothing_at_all(scenes: Scenes) -> None:
    scene = scenes.at(Stage.OPENED)
    other = Other(scene.service, WHO[Role.CHIEF_EXECUTIVE], scene.now, may_write=False)
    scene.written.taken()
    for asked in OPERATIONS:
        path = asked.path.format(reference=CASE, key="f001", place="overview", number=1, block="b")
        answer = other.ask(asked.verb.upper(), path, headers=other.carried(f"/cases/{CASE}/"))
        assert answer.status_code == 403, (asked, answer.text)
    assert scene.written.taken() <= OF_THE_SYSTEM
