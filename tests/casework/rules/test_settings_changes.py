"""What differs between two editions of an office's settings, as people say it."""

import tomllib
from datetime import date
from typing import Any

import pytest

from casework.rules.settings_changes import Change, changes, in_words, undone
from models.shapes.office import OfficeSettings
from models.words import Role
from tests.builders import OFFICE


def edition(**swaps: Any) -> OfficeSettings:
    """Return the office's settings with other values at places told as `section__key`."""
    raw = tomllib.loads(OFFICE)
    for place, value in swaps.items():
        *path, last = place.split("__")
        inner = raw
        for step in path:
            inner = inner.setdefault(step, {})
        inner[last] = value
        if value is None:
            del inner[last]
    return OfficeSettings.model_validate(raw)


BEFORE = edition()
REMARKED = edition(publication__slug="{reference}")
WITHOUT = edition(mail__reply_to=None)
ADDED = edition(mail__reply_to="answers@office.example")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "nothing"),
        ((), "nothing"),
        (Role.CHIEF_EXECUTIVE, "chief executive"),
        (True, "yes"),
        (False, "no"),
        (21, "21"),
        (date(2022, 10, 14), "14 October 2022"),
        ((1, Role.HEAD_OF_POLICY), "1, head of policy"),
        ([True, "a_b"], "yes, a_b"),
        ({"lead_day": 1, "kinds": ()}, "lead day: 1; kinds: nothing"),
        (
            {"roles": {"deputy since 1 May 2022": {"title": "Deputy"}}},
            "roles: deputy since 1 May 2022 (title: Deputy)",
        ),
        (
            {"roles": {"deputy": {"role": Role.DEPUTY_SIGNATORY}, "clerk": {"title": "Clerk"}}},
            "roles: deputy, clerk (title: Clerk)",
        ),
        ({"plan": {"web": 53}}, "plan: web: 53"),
    ],
)
def test_a_setting_is_told_as_people_say_it(value: object, words: str) -> None:
    assert in_words(value) == words


def test_nothing_differs_between_an_edition_and_itself() -> None:
    assert changes(BEFORE, edition()) == ()


def test_a_change_says_its_place_and_both_values() -> None:
    (one,) = changes(BEFORE, REMARKED)
    assert (one.where, one.was, one.becomes) == ("publication, slug", "{title}", "{reference}")


def test_an_entry_is_known_by_whom_it_is_about_wherever_it_stands() -> None:
    raw = tomllib.loads(OFFICE)
    assert changes(BEFORE, edition(people=raw["people"][::-1])) == ()
    people = [*raw["people"][1:]]
    (gone,) = changes(BEFORE, edition(people=people))
    assert gone.place == ("people", raw["people"][0]["key"])
    assert (gone.after, gone.becomes) == (None, "nothing")


def test_steps_of_a_route_are_known_by_their_number() -> None:
    raw = tomllib.loads(OFFICE)
    name, route = next(iter(raw["routes"].items()))
    day = route["steps"][0]["lead_day"]
    steps = [{**route["steps"][0], "lead_day": day - 1}, *route["steps"][1:]]
    (one,) = changes(BEFORE, edition(**{f"routes__{name}__steps": steps}))
    assert one == Change(("routes", name, "steps", "1", "lead_day"), day, day - 1)


def test_what_still_stands_would_be_undone_by_the_edition_from_before() -> None:
    (one,) = undone(((BEFORE, REMARKED),), REMARKED, BEFORE)
    assert (one.where, one.was, one.becomes) == ("publication, slug", "{reference}", "{title}")


def test_what_was_changed_again_is_not_undone_by_it() -> None:
    again = edition(publication__slug="{title}-{year}")
    assert undone(((BEFORE, REMARKED),), again, BEFORE) == ()
    assert undone(((BEFORE, REMARKED),), REMARKED, again) == ()


def test_what_was_added_is_undone_where_it_would_be_away_again() -> None:
    (one,) = undone(((WITHOUT, ADDED),), ADDED, WITHOUT)
    assert (one.where, one.becomes) == ("mail, reply to", "nothing")
    elsewhere = edition(mail__reply_to="other@office.example")
    assert [change.where for change in undone(((WITHOUT, ADDED),), elsewhere, WITHOUT)] == [
        "mail, reply to"
    ]
    assert undone(((WITHOUT, ADDED),), WITHOUT, WITHOUT) == ()


def test_what_was_taken_away_is_undone_where_it_would_be_back() -> None:
    (one,) = undone(((ADDED, WITHOUT),), WITHOUT, ADDED)
    assert (one.was, one.becomes) == ("nothing", "answers@office.example")
    assert undone(((ADDED, WITHOUT),), WITHOUT, WITHOUT) == ()
