"""Every command that acts, given by everybody at every stage: the same table holds."""

from collections.abc import Iterator
from typing import Final

import pytest

from casework.rules.authority import AUTHORITY
from models.words import Role, Stage
from tests.authority.asked import Asked, DecidedError, deciding, whole
from tests.authority.callers import COLLEAGUES, Caller, in_turn
from tests.authority.command_door import CommandDoor, Line
from tests.authority.decisions import of_the_decision
from tests.authority.digest import changed, digest
from tests.authority.learning import Acts, learnt
from tests.authority.scenes import Scenes
from tests.authority.straight import at_once

REFUSED: Final = 2
NO_ACT: Final = {
    "finding import": "needs a tracker of this very list: tests/cli/test_findings",
    "pages": "writes again what is published, and finds nothing in the folder of the scenes",
    "bounced": "takes both the letter's key and a reason: tests/cli/test_refusals",
    "remark": "takes the words or a marked file: tests/cli/test_main_path",
    "publish": "the service publishes what is due, whoever asks: publication is no person's act",
}
"""Commands without a cell, each with the reason."""
NOT_UNDERSTOOD: Final = ("No such command", "No such option", "Missing ", "Usage:")


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CommandDoor]:
    """Give a terminal."""
    with at_once(), pytest.MonkeyPatch.context() as patched:
        made = CommandDoor(tmp_path_factory.mktemp("terminal"), patched)
        patched.chdir(made.folder)
        yield made


@pytest.fixture(scope="module")
def acts(door: CommandDoor, scenes: Scenes) -> Acts:
    """Give the acts behind the commands: of several ways to ask for one, the first."""
    found = learnt(door.lines(), scenes, door.enter, door.give)
    first: dict[tuple[str, str], Line] = {}
    for line in door.lines():
        if line in found and line.name not in NO_ACT:
            first.setdefault((line.name, found[line][0]), line)
    return {line: found[line] for line in first.values()}


def test_every_command_that_takes_somebody_s_name_leads_to_an_act_of_the_table(
    door: CommandDoor, acts: Acts
) -> None:
    without = {line.name for line in door.lines()} - {line.name for line in acts}
    assert without == NO_ACT.keys()
    assert {name for found in acts.values() for name in found} <= AUTHORITY.keys()


@pytest.mark.parametrize("stage", Stage)
def test_the_table_decides_for_everybody_at_every_command(
    stage: Stage, door: CommandDoor, acts: Acts, scenes: Scenes
) -> None:
    door.enter(scenes.at(stage))
    wrong = []
    for turn, (line, found) in enumerate(acts.items(), list(Stage).index(stage)):
        for caller in in_turn(turn, found):
            with deciding() as heard:
                said = stopped(door, caller, line)
            fault = fault_of(caller, found, heard, said)
            kept = door.scene.written.taken()
            if fault or kept:
                wrong.append(f"{line}, {caller.name}: {fault or f'wrote {sorted(kept)}'}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("stage", Stage)
def test_a_command_the_table_does_not_allow_is_refused_in_one_sentence(
    stage: Stage, door: CommandDoor, acts: Acts, scenes: Scenes
) -> None:
    door.enter(scenes.at(stage))
    before = digest(door.scene.service.record)
    wrong = []
    for turn, (line, found) in enumerate(acts.items(), list(Stage).index(stage)):
        refused = [one for one in COLLEAGUES if not one.may(found[0])]
        if not refused:
            continue
        caller = refused[turn % len(refused)]
        with whole() as heard:
            done = door.give(caller, line)
        told = done.stderr.strip()
        if done.exit_code != REFUSED or not told or heard.ready or door.scene.written.taken():
            wrong.append(f"{line}, {caller.name}: {done.exit_code} {told} {done.output[-300:]}")
        elif heard.said and heard.said not in told:
            wrong.append(f"{line}, {caller.name}: says “{told}”")
    assert not wrong, "\n".join(wrong)
    assert changed(before, digest(door.scene.service.record)) == []


def stopped(door: CommandDoor, caller: Caller, line: Line) -> str | None:
    """Give a command. Returns what it said, where it ended before the table spoke."""
    try:
        done = door.give(caller, line)
    except DecidedError:
        return None
    return f"{done.exit_code}: {' '.join(done.output.split())[-300:]}"


def fault_of(caller: Caller, expected: tuple[str, ...], heard: Asked, said: str | None) -> str:
    """Return what is wrong with a cell; nothing if it is right."""
    if heard.acts and caller.role is not None:
        return of_the_decision(caller, expected, heard)
    if heard.acts and not caller.person:
        # Where nobody is named, the service itself acts: as far as the table lets it.
        may = all(Role.SERVICE in AUTHORITY[one].by for one in heard.acts)
        return "" if may is heard.admitted else f"acts for nobody: {heard.acts}"
    if heard.acts:
        return "" if heard.refused else f"came in: {heard.acts}"
    ended = said or ""
    is_sentence = ended.startswith("2: ") and not any(one in ended for one in NOT_UNDERSTOOD)
    return "" if is_sentence else ended
