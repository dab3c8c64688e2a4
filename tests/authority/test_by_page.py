"""Every form of the front desk, sent by everybody at every stage: the same table holds."""

import html
import re
from collections.abc import Iterator
from typing import Final

import pytest

from casework.rules.authority import AUTHORITY
from casework.rules.terminal_words import in_page_words
from models.words import Stage
from tests.authority.asked import Asked, DecidedError, deciding, whole
from tests.authority.callers import COLLEAGUES, Caller, in_turn
from tests.authority.decisions import of_the_decision
from tests.authority.digest import changed, digest
from tests.authority.learning import Acts, learnt
from tests.authority.page_door import PageDoor
from tests.authority.refused_besides import BESIDES
from tests.authority.scenes import Scenes
from tests.authority.straight import Answer, at_once

BEGUN: Final = {"pagework"}
"""That a long piece of work was begun, and refused, is kept for its page."""
REFUSED: Final = {403, 404, 409, 422}
TO_THE_DOOR: Final = {303, 403}
"""Where somebody without a session is sent."""
NO_ACT: Final = {
    "/office/settings/{address:path}": "shows what a change would do; /office/change makes it",
    "/office/people/{key}/end": "shows what a change would do; /office/change makes it",
    "/office/file": "shows what a change would do; /office/change makes it",
    "/cases/{reference}/way-out": "agrees to a way out that somebody proposed: test_ending_page",
}
"""Forms behind which no act is found on the case of the scenes, each with the reason."""

OTHER_WORDS: Final = {
    "/cases/{reference}/versions/{number:int}/beside/take": "is no edit kept beside",
    "/cases/{reference}/versions/{number:int}/beside/settle": "is no edit kept beside",
    "/cases/{reference}/signing/certify": "Nothing is to be certified",
    "/cases/{reference}/signing/certify/refuse": "Nothing is to be certified",
    "/cases/{reference}/signing/elsewhere": "Only the office.s staff record",
}
"""What a form says that cannot be shown again with the table's own sentence on it."""
KEEPER: Final = "kept by its administrator"
NO_LETTER: Final = "no such letter in this case"
BEFORE: Final[dict[str, str]] = {
    "/cases/{reference}/answers/{place}": "changed these words since you opened the page",
    "/cases/{reference}/publishing/now": "Nothing is due",
    "/cases/{reference}/signing/give": "It waits for|handed in the last version|may not give",
    "/cases/{reference}/signing/subject-to": "It waits for|handed in the last version|may not give",
    "/cases/{reference}/publishing/prove": "is not published through|has not been given",
    "/cases/{reference}/publishing/sent": NO_LETTER,
    "/me/tokens/{number}/revoke": "Token 1 is somebody else.s",
    "/office/change": KEEPER,
    "/office/waiting/{number}": "confirmed by an administrator",
    "/office/sessions/{number}/end": KEEPER,
    "/office/links/{reference}/{number}/revoke": KEEPER,
}
"""What a page itself asks before it asks the table, by its form."""
SHOWS: Final = {"/cases/{reference}/answers/{place}/take"}
"""Where nobody has the Word file yet, agreed words are only put into the form that writes them."""
NOTHING: Final = {
    "/cases/{reference}/date",
    "/cases/{reference}/comments/prepare",
    "/cases/{reference}/versions/hand-back",
}
"""At a stage it does not fit it says that nothing is to do, which the history may keep."""


@pytest.fixture(scope="module")
def door(scenes: Scenes) -> Iterator[PageDoor]:
    """Give the front desk."""
    with at_once():
        made = PageDoor(scenes.at(Stage.OPENED))
        yield made
        made.close()


@pytest.fixture(scope="module")
def acts(door: PageDoor, scenes: Scenes) -> Acts:
    """Give the acts behind every form of somebody who is signed in."""
    return learnt(door.of_colleagues(), scenes, door.enter, door.send)


def test_every_form_leads_to_an_act_of_the_table_or_says_why_not(
    door: PageDoor, acts: Acts
) -> None:
    assert set(door.of_colleagues()) - set(acts) == set(NO_ACT)
    assert {name for found in acts.values() for name in found} <= set(AUTHORITY)


@pytest.mark.parametrize("stage", Stage)
def test_the_table_decides_for_everybody_at_every_form(
    stage: Stage, door: PageDoor, acts: Acts, scenes: Scenes
) -> None:
    door.enter(scenes.at(stage))
    wrong = []
    for turn, pattern in enumerate(door.of_colleagues(), list(Stage).index(stage)):
        for caller in in_turn(turn, acts.get(pattern, ())):
            with deciding() as heard:
                answer = stopped(door, caller, pattern)
            fault = fault_of(caller, pattern, acts.get(pattern, ()), heard, answer, stage)
            kept = door.scene.written.taken() - BEGUN
            if fault or kept:
                wrong.append(f"{pattern}, {caller.name}: {fault or f'wrote {sorted(kept)}'}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("stage", Stage)
def test_a_whole_answer_refuses_in_words_or_does_what_fits_the_stage(
    stage: Stage, door: PageDoor, acts: Acts, scenes: Scenes
) -> None:
    door.enter(scenes.at(stage))
    before = digest(door.scene.service.record, BEGUN)
    wrong = []
    for turn, (pattern, found) in enumerate(acts.items(), list(Stage).index(stage)):
        # Everybody has their turn at each form, at one stage or another.
        refused = [one for one in COLLEAGUES if not one.may(found[0])]
        let_in = [one for one in COLLEAGUES if all(map(one.may, found))]
        for callers, check in ((refused, fault_of_refusal), (let_in, fault_of_deed)):
            if callers:
                caller = callers[turn % len(callers)]
                with whole() as heard:
                    answer = door.send(caller, pattern)
                fault = check(pattern, found, stage, heard, answer)
                kept = door.scene.written.taken() - BEGUN
                if fault or kept:
                    wrong.append(f"{pattern}, {caller.name}: {fault or f'wrote {sorted(kept)}'}")
    assert not wrong, "\n".join(wrong)
    assert changed(before, digest(door.scene.service.record, BEGUN)) == []


def fault_of_refusal(
    pattern: str, _found: tuple[str, ...], _stage: Stage, heard: Asked, answer: Answer
) -> str:
    """Return what is wrong with the answer to somebody whom the table does not allow it."""
    said = sentence_of(answer)
    if pattern in SHOWS and not heard.acts:
        return ""
    if answer.status_code not in REFUSED or "<h1" not in answer.text or heard.ready:
        return f"{answer.status_code}: {said}"
    told = " ".join(in_page_words(heard.said).split())
    return "" if told in said or _says_so(pattern, said) else f"does not say “{told}” but “{said}”"


def _says_so(pattern: str, said: str) -> bool:
    return re.search(OTHER_WORDS.get(pattern, "^$"), said) is not None


def fault_of_deed(
    pattern: str, found: tuple[str, ...], stage: Stage, heard: Asked, answer: Answer
) -> str:
    """Return what is wrong with the answer to somebody whom the table allows it."""
    said = sentence_of(answer)
    if answer.status_code not in {*REFUSED, 200, 303}:
        return f"{answer.status_code}: {said}"
    fits = all(stage in AUTHORITY[one].stages for one in found)
    if not fits:
        return f"was done at this stage: {said}" if heard.ready and pattern not in NOTHING else ""
    reasons = "|".join([BESIDES.get(one, "^$") for one in found] + [BEFORE.get(pattern, "^$")])
    done = heard.ready or answer.status_code in {200, 303}
    return "" if done or re.search(reasons, said) else f"is refused: {said}"


def stopped(door: PageDoor, caller: Caller, pattern: str) -> Answer | None:
    """Send a form. Returns the answer, where one was given before the table spoke."""
    try:
        return door.send(caller, pattern)
    except DecidedError:
        return None


def fault_of(
    caller: Caller,
    pattern: str,
    expected: tuple[str, ...],
    heard: Asked,
    answer: Answer | None,
    stage: Stage,
) -> str:
    """Return what is wrong with a cell; nothing if it is right."""
    if caller.role is None:
        is_shut = answer is not None and answer.status_code in TO_THE_DOOR and not heard.acts
        return "" if is_shut else f"came in: {heard.acts}"
    if heard.acts:
        return of_the_decision(caller, expected, heard)
    assert answer is not None
    said = sentence_of(answer)
    if answer.status_code not in REFUSED:
        return "" if pattern in {*NO_ACT, *SHOWS} else f"{answer.status_code}: {said}"
    fits = bool(expected) and stage in AUTHORITY[expected[0]].stages
    if fits and all(map(caller.may, expected)) and not re.search(BEFORE.get(pattern, "^$"), said):
        return f"was stopped before the table was asked: {said}"
    return ""


def sentence_of(answer: Answer) -> str:
    """Return what a page says stands in the way."""
    found = re.search(r"govuk-error-summary.*?</ul>|<h1.*?</main>", answer.text, re.DOTALL)
    words = re.sub(r"<[^>]+>", " ", found[0] if found else answer.text)
    return " ".join(html.unescape(words).split())[:400]
