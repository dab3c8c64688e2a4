"""Who keeps the settings, and what takes a second person."""

from datetime import date

import pytest

from casework.errors import SettingsError
from casework.registers.office import read_office
from casework.rules.administration import (
    administrators,
    guarded_changes,
    locks_everybody_out,
    may_administer,
    may_confirm,
)
from casework.rules.settings_changes import changes, in_words, undone
from models.shapes.office import OfficeSettings
from models.words import Role
from tests.builders import OFFICE

TODAY = date(2022, 11, 1)
PYM = 'title = "Chief Finance Officer", since = 2018-04-09 }]'


def read(*swaps: tuple[str, str]) -> OfficeSettings:
    text = OFFICE
    for old, new in swaps:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return read_office(text, "office.toml")


def with_administrator(until: str = "") -> tuple[str, str]:
    ends = f", until = {until}" if until else ""
    return PYM, f'{PYM[:-1]}, {{ role = "administrator", since = 2022-01-01{ends} }}]'


BEFORE = read()


def keys(settings: OfficeSettings, on: date = TODAY) -> set[str]:
    return {person.key for person in administrators(settings, on)}


def test_an_office_that_names_nobody_is_kept_by_its_chief_executive_and_head_of_policy() -> None:
    assert keys(BEFORE) == {"adeyemi", "birch"}
    assert not may_administer(BEFORE, {Role.POLICY_OFFICER, Role.SIGNATORY}, TODAY)


def test_whoever_is_named_keeps_it_alone() -> None:
    assert keys(read(with_administrator())) == {"pym"}
    assert keys(read(with_administrator("2022-10-31"))) == {"adeyemi", "birch"}


@pytest.mark.parametrize("role", [Role.SIGNATORY, Role.CHIEF_EXECUTIVE, Role.ADMINISTRATOR])
def test_a_second_person_is_another_administrator_the_signatory_or_the_chief_executive(
    role: Role,
) -> None:
    settings = read(with_administrator())
    assert may_confirm(settings, {role}, TODAY)
    assert not may_confirm(settings, {Role.HEAD_OF_POLICY}, TODAY)


GUARDED = {
    "a role given": (PYM, f'{PYM[:-1]}, {{ role = "monitoring_officer", since = 2022-12-01 }}]'),
    "a role ended": ("since = 2021-05-13 }]", "since = 2021-05-13, until = 2022-12-01 }]"),
    "an address": ("eleanor.whitcombe@", "somebody.else@"),
    "a delegation": ('to = "ferrers"', 'to = "pym"'),
    "its days": (
        'absent"\nsince = 2021-07-01',
        'absent"\nsince = 2021-07-01\nuntil = 2023-01-01',
    ),
}


@pytest.mark.parametrize("name", GUARDED)
def test_whatever_gives_or_moves_a_pen_takes_two(name: str) -> None:
    assert guarded_changes(BEFORE, read(GUARDED[name]))


def test_everything_else_takes_one() -> None:
    assert not guarded_changes(BEFORE, read(with_administrator()))
    assert not guarded_changes(BEFORE, read(("priya.lockhart@", "p.lockhart@")))


def test_nobody_locks_the_last_administrator_out() -> None:
    ended = read(
        ("since = 2020-02-03 }]", "since = 2020-02-03, until = 2022-11-30 }]"),
        (
            'title = "Chief Executive", since = 2019-09-02',
            'title = "Chief Executive", since = 2019-09-02, until = 2022-12-31',
        ),
    )
    assert locks_everybody_out(BEFORE, ended, TODAY) == date(2023, 1, 1)
    assert locks_everybody_out(BEFORE, read(with_administrator("2022-12-31")), TODAY) is None


def test_what_was_changed_on_a_page_is_undone_by_an_older_file_and_by_nothing_else() -> None:
    now = read(("01632 960 100", "01632 960 999"), with_administrator())
    past = ((BEFORE, now),)
    older = undone(past, now, BEFORE)
    assert {one.place[0] for one in older} == {"office", "people"}
    assert undone(past, now, now) == ()
    newer = read(("01632 960 100", "01632 960 555"), with_administrator())
    assert undone(past, now, newer) == ()


def test_somebody_added_and_then_changed_is_still_undone_by_the_file_from_before() -> None:
    person = (
        '[[people]]\nkey = "holt"\nname = "Ivy Holt"\nemail = "{0}@arden.example"\n'
        'roles = [{{ role = "translator", since = 2022-01-01 }}]\n\n[[delegations]]'
    )
    added = read(("[[delegations]]", person.format("one")))
    moved = read(("[[delegations]]", person.format("two")))
    lost = undone(((BEFORE, added), (added, moved)), moved, BEFORE)
    assert ("people", "holt") in {one.place for one in lost}


def test_a_change_is_told_as_people_say_it() -> None:
    (one,) = changes(BEFORE, read(GUARDED["a role ended"]))
    assert one.where == "people, whitcombe, roles, signatory since 13 May 2021, until"
    assert (one.was, one.becomes) == ("nothing", "1 December 2022")
    assert in_words({"a_b": (1, True, date(2022, 1, 2))}) == "a b: 1, yes, 2 January 2022"


AWAY = '\n[[absences]]\nperson = "{}"\ndeputy = "{}"\nsince = 2022-11-01\nuntil = {}\n'


def test_a_deputy_is_told_while_somebody_is_away_and_only_then() -> None:
    settings = read_office(OFFICE + AWAY.format("lockhart", "birch", "2022-11-10"), "x")
    lockhart = next(one for one in settings.people if one.key == "lockhart")
    told = [settings.in_place_of(lockhart, date(2022, 11, day)).key for day in (10, 11)]
    assert told == ["birch", "lockhart"]
    both = OFFICE + AWAY.format("lockhart", "birch", "2022-11-10")
    both += AWAY.format("birch", "adeyemi", "2022-11-05")
    settings = read_office(both, "x")
    told = [settings.in_place_of(lockhart, date(2022, 11, day)).key for day in (5, 6)]
    assert told == ["lockhart", "birch"]


@pytest.mark.parametrize(
    ("person", "deputy", "said"),
    [
        ("nobody", "birch", "nobody’s key"),
        ("birch", "birch", "nobody can stand in for themselves"),
    ],
)
def test_an_absence_that_helps_nobody_is_refused(person: str, deputy: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        read_office(OFFICE + AWAY.format(person, deputy, "2022-11-10"), "x")
    twice = AWAY.format("lockhart", "birch", "2022-11-10") * 2
    with pytest.raises(SettingsError, match="another absence of the same person"):
        read_office(OFFICE + twice, "x")
