"""Every link at every stage: it opens what it is for while it works, and nothing beside."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

import pytest

from casework.rules.authority import AUTHORITY
from models.words import Stage
from tests.authority.asked import Asked, whole
from tests.authority.digest import changed, digest
from tests.authority.link_door import (
    ACTS,
    NO_RESPONSE,
    OPENED_BY,
    LinkDoor,
    opens,
    secret_of,
    stripped,
)
from tests.authority.links import EVERY_LINK, GUEST_KINDS, OTHER_TITLE, Kind, State
from tests.authority.routes import Route
from tests.authority.scenes import Scenes
from tests.authority.stages import CASE, Stages
from tests.authority.straight import Answer, at_once

NOT_SENT: Final = {"guestdraft"}
"""Comments shown back and not sent are kept for a day, and are not on the record."""
REFUSED: Final = {403, 404, 409}
WAYS: Final = ("cookie", "bearer", "address")
NAMES: Final = ("Priya Lockhart", "Owen Tarrant")
"""Whom the links to sign in were made for: one works here, and one has left."""
UNKNOWN: Final = "secret-of-no-link-at-all"


@pytest.fixture(scope="module")
def own_scenes(stages: Stages, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scenes]:
    """Give scenes of one's own: the links stay on them."""
    made = Scenes(stages, tmp_path_factory.mktemp("links"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def door(own_scenes: Scenes) -> Iterator[LinkDoor]:
    """Give the front desk to whoever comes by a link."""
    with at_once():
        made = LinkDoor(own_scenes.at(Stage.OPENED))
        yield made
        made.close()


def test_every_address_with_a_secret_in_it_says_which_links_open_it(door: LinkDoor) -> None:
    assert {one.pattern for one in door.of_links()} == set(OPENED_BY)
    assert set(ACTS.values()) <= set(AUTHORITY)


@pytest.mark.parametrize("stage", Stage)
def test_a_link_opens_what_it_is_for_while_it_works_and_at_stages_the_table_names(
    stage: Stage, door: LinkDoor, own_scenes: Scenes
) -> None:
    door.enter(own_scenes.at(stage))
    before = digest(door.scene.service.record, NOT_SENT)
    wrong = []
    for route in door.of_links():
        for kind, state in EVERY_LINK:
            secret = secret_of(kind, state)
            # What came by the live link is asked for by every other.
            number = door.number(kind)
            with whole() as heard:
                answer = door.ask(route, secret, number=number)
            fault = fault_of(route, kind, state, stage, heard, answer)
            kept = door.scene.written.taken() - NOT_SENT
            if fault or kept:
                wrong.append(f"{route}, {kind} {state}: {fault or f'wrote {sorted(kept)}'}")
    assert not wrong, "\n".join(wrong)
    assert changed(before, digest(door.scene.service.record, NOT_SENT)) == []


@pytest.mark.parametrize("stage", Stage)
def test_the_secret_of_a_link_is_nobody_s_at_any_other_address(
    stage: Stage, door: LinkDoor, own_scenes: Scenes
) -> None:
    door.enter(own_scenes.at(stage))
    wrong = []
    others = sorted(set(door.routes) - set(door.of_links()))
    for turn, route in enumerate(others, list(Stage).index(stage)):
        # Over the twelve stages each kind has come in each way to each address.
        way = WAYS[turn % len(WAYS)]
        secret = secret_of(list(Kind)[turn % len(Kind)], State.LIVE)
        with whole() as heard:
            given = stripped(door.carry(route, secret, way), secret)
            nobody_s = stripped(door.carry(route, UNKNOWN, way), UNKNOWN)
        if given != nobody_s or heard.acts or door.scene.written.taken():
            wrong.append(f"{route}, {secret} as {way}: {first_difference(given, nobody_s)}")
    assert not wrong, "\n".join(wrong)


def test_a_form_of_one_link_is_no_form_of_another(door: LinkDoor, own_scenes: Scenes) -> None:
    door.enter(own_scenes.at(Stage.IN_REVIEW))
    for route in door.of_links():
        kind = next(iter(OPENED_BY[route.pattern]))
        if route.verb == "POST" and kind in GUEST_KINDS:
            secret, other = (secret_of(kind, one) for one in (State.LIVE, State.ANOTHER_S))
            with whole() as heard:
                answer = door.ask(route, secret, other, door.number(kind))
            assert answer.status_code == 409, route
            assert not heard.acts, route


def fault_of(
    route: Route, kind: Kind, state: State, stage: Stage, heard: Asked, answer: Answer
) -> str:
    """Return what is wrong with a cell; nothing if it is right."""
    said = sentence_of(answer)
    told = [one for one in (CASE, OTHER_TITLE) if one in answer.text]
    allowed = opens(route, kind, state, stage)
    if state is not State.LIVE and CASE in told:
        return f"tells of {CASE}: {said}"
    of_another = state is State.ANOTHER_S or kind is Kind.CALENDAR
    if not of_another and OTHER_TITLE in told:
        return f"tells of another case: {said}"
    if route.pattern == "/sign-in/{secret}" and route.verb == "GET":
        # A look at the button is everybody's: it does nothing, and names whom a live link is for.
        named = any(name in answer.text for name in NAMES)
        is_theirs = kind is Kind.SIGN_IN and state is State.LIVE
        right = answer.status_code == 200 and not heard.acts and named is is_theirs
        return "" if right else f"{answer.status_code}: {said}"
    if not allowed:
        told_so = route == NO_RESPONSE and state in {State.ANOTHER_S, State.LIVE}
        known = REFUSED | ({422} if told_so else set())
        is_refused = answer.status_code in known and not heard.ready
        return "" if is_refused else f"{answer.status_code}, and should be refused: {said}"
    if route.verb == "POST" and route.pattern in ACTS:
        asked = heard.ready and heard.acts[0] == ACTS[route.pattern]
        return "" if asked else f"{answer.status_code}, and should be done: {said}"
    return "" if answer.status_code in {200, 303} else f"{answer.status_code}: {said}"


def first_difference(one: tuple[object, ...], other: tuple[object, ...]) -> str:
    """Return where two answers part, in few words."""
    for mine, theirs in zip(one, other, strict=True):
        if mine != theirs:
            pairs = zip(str(mine), str(theirs), strict=False)
            same = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
            return f"“{str(mine)[same:][:80]}”, not “{str(theirs)[same:][:80]}”"
    return "something was asked or written"


def sentence_of(answer: Answer) -> str:
    """Return what a page says, in one line."""
    found = re.search(r"<h1.*?</main>", answer.text, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found[0] if found else answer.text).split())[:200]
