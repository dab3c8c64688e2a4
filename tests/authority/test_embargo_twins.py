"""Whether there is a held case can be told from no answer: not by a word, a count or a byte."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.words import Role, Stage
from tests.authority.callers import COLLEAGUES, NOBODY
from tests.authority.routes import Route
from tests.authority.stages import CASE, Stages
from tests.authority.straight import at_once
from tests.authority.test_embargo import OUTSIDE
from tests.authority.twins import HELD, QUERIES, WORDS, Twin, same, twins

LOOKERS = [one for one in COLLEAGUES if one.role in OUTSIDE] + [NOBODY]


@pytest.fixture(params=[Stage.IN_REVIEW, Stage.CLOSED])
def two(
    request: pytest.FixtureRequest, stages: Stages, tmp_path: Path
) -> Iterator[tuple[Twin, Twin]]:
    """Give a record with a held case, and one without."""
    with at_once():
        made = twins(stages, request.param, tmp_path)
        yield made
        for one in made:
            one.close()


def addresses(route: Route) -> Iterator[tuple[str, dict[str, str] | None]]:
    """Give the addresses of a route: of the case both know, of the one that is held, as typed."""
    for reference in (CASE, HELD) if "{reference}" in route.pattern else (CASE,):
        yield route.address(reference=reference, secret="of-nobody"), None  # noqa: S106  no link
    for query in QUERIES.get(route.pattern, ()):
        yield route.pattern, query


def test_every_look_is_the_same_with_a_held_case_and_without(two: tuple[Twin, Twin]) -> None:
    with_it, without = two
    wrong, cells = [], 0
    stage = (Stage.IN_REVIEW, Stage.CLOSED).index(with_it.scene.stage)
    for turn, route in enumerate(with_it.routes(), stage):
        # At one stage half of them look, and at the other the others.
        for caller in LOOKERS[turn % 2 :: 2]:
            for address, query in addresses(route):
                one, other = (twin.ask(caller, address, query) for twin in two)
                cells += 1
                told = [word for word in WORDS if word in one.text and word not in str(query)]
                if told or not same(one, other):
                    said = told or differs(one, other)
                    wrong.append(f"{caller.name}: {address} {query or ''} {said}")
    assert not wrong, "\n".join(wrong)
    assert cells > 50 * len(LOOKERS)
    # Whoever carries the case forward sees it: the two records are not the same.
    officer = next(one for one in COLLEAGUES if one.role is Role.POLICY_OFFICER)
    assert HELD in with_it.ask(officer, "/cases").text
    assert not same(with_it.ask(officer, "/cases"), without.ask(officer, "/cases"))


def differs(one: object, other: object) -> str:
    """Return where two answers part, in few words."""
    mine, theirs = (getattr(answer, "text", "").splitlines() for answer in (one, other))
    lines = [(a, b) for a, b in zip(mine, theirs, strict=False) if a != b]
    return f"{lines[0][0].strip()[:120]} | {lines[0][1].strip()[:120]}" if lines else "is longer"
