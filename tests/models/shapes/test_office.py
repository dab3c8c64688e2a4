from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from casework.registers.office import read_office
from models.shapes.office import OfficeSettings
from models.shapes.setting import Dated
from models.words import Language, ReportKind, Role

TOP = Path(__file__).parents[3]
NOW = date(2026, 11, 23)


@pytest.fixture(scope="module")
def office() -> OfficeSettings:
    return read_office((TOP / "office.example.toml").read_text(encoding="utf-8"), "example")


def test_a_post_is_looked_up_by_the_day(office: OfficeSettings) -> None:
    force = office.forces[0]
    names = {
        day: officer.name if (officer := office.chief_officer(force, day)) else None
        for day in (date(2018, 9, 2), date(2018, 9, 3), date(2024, 3, 31), date(2024, 4, 1))
    }
    assert list(names.values()) == [None, "Theophilus Grantly", "Theophilus Grantly", "Ada Marsh"]


def test_a_role_is_held_on_its_days_only(office: OfficeSettings) -> None:
    holder = office.holder_of(Role.HEAD_OF_POLICY, date(2022, 3, 1))
    assert holder
    assert holder.name == "Letitia Quiverful"
    assert office.holder_of(Role.HEAD_OF_POLICY, date(2022, 2, 28)) is None
    assert office.holders_of(Role.SERVICE, NOW) == ()


def test_one_person_may_hold_two_roles(office: OfficeSettings) -> None:
    chief = office.person("bold")
    assert chief
    assert chief.roles_on(NOW) == {Role.CHIEF_EXECUTIVE, Role.MONITORING_OFFICER}
    assert office.title_of(chief, Role.MONITORING_OFFICER, NOW) == "Monitoring Officer"


def test_a_signature_without_a_title_of_its_own_bears_the_bodys(office: OfficeSettings) -> None:
    officer = office.person("thorne")
    assert officer
    assert office.title_of(officer, Role.POLICY_OFFICER, NOW) == office.body.title


@pytest.mark.parametrize("asked", ["bold", "Mary Bold", " mary  BOLD "])
def test_a_person_is_found_by_key_or_name(office: OfficeSettings, asked: str) -> None:
    found = office.person(asked)
    assert found
    assert found.key == "bold"


def test_nobody_is_found_by_half_a_name(office: OfficeSettings) -> None:
    assert office.person("Mary") is None


def test_a_deputy_acts_within_days_and_scope_of_the_delegation(office: OfficeSettings) -> None:
    deputy = office.person("arabin")
    assert deputy
    start = date(2021, 6, 14)
    leave = office.acts_for(deputy, Role.SIGNATORY, start, ReportKind.THEMATIC)
    assert leave
    assert leave.instrument == "Scheme of Delegation, paragraph 3.2, 14 June 2021"
    assert office.acts_for(deputy, Role.SIGNATORY, date(2021, 6, 13)) is None
    assert office.acts_for(deputy, Role.SIGNATORY, start, ReportKind.PEEL) is None
    assert office.acts_for(deputy, Role.CHIEF_EXECUTIVE, start) is None


def with_changes(office: OfficeSettings, **changes: object) -> OfficeSettings:
    return OfficeSettings.model_validate(office.model_dump(by_alias=True) | changes)


WELSH = {
    "office": "Swyddfa Comisiynydd yr Heddlu a Throseddu Glan Hafren",
    "body": "Comisiynydd yr Heddlu a Throseddu Glan Hafren",
    "title": "Comisiynydd yr Heddlu a Throseddu Glan Hafren",
}


def test_an_office_with_welsh_names_of_its_own_writes_in_both_languages(
    office: OfficeSettings,
) -> None:
    assert office.languages == (Language.ENGLISH,)
    both = with_changes(office, welsh=WELSH)
    assert both.languages == (Language.ENGLISH, Language.WELSH)


@pytest.mark.parametrize("name", WELSH)
def test_no_welsh_name_is_made_up_for_one_that_is_missing(
    office: OfficeSettings, name: str
) -> None:
    with pytest.raises(ValidationError, match=name):
        with_changes(office, welsh={key: said for key, said in WELSH.items() if key != name})


def test_a_delegation_ends_with_its_giver(office: OfficeSettings) -> None:
    people = office.model_dump(by_alias=True)["people"]
    people[0]["roles"][0]["until"] = date(2026, 1, 31)
    changed = with_changes(office, people=people)
    deputy = changed.person("arabin")
    assert deputy
    assert changed.acts_for(deputy, Role.SIGNATORY, date(2026, 1, 31))
    assert changed.acts_for(deputy, Role.SIGNATORY, date(2026, 2, 1)) is None


def test_an_acting_holder_acts_by_the_instrument_alone(office: OfficeSettings) -> None:
    acting = {
        "to": "bold",
        "role": "signatory",
        "instrument": "Decision of the police and crime panel, 2 February 2026",
        "scope": "all functions",
        "since": date(2026, 2, 2),
    }
    changed = with_changes(office, delegations=[acting])
    person = changed.person("bold")
    assert person
    assert changed.acts_for(person, Role.SIGNATORY, NOW, ReportKind.PEEL)


@pytest.mark.parametrize(
    "asked",
    [
        "Barsetshire Constabulary",
        "BARSETSHIRE  POLICE",
        "barsetshire",
        "Barsetshire\u00a0Police",
    ],
)
def test_a_force_is_known_by_all_its_names(office: OfficeSettings, asked: str) -> None:
    assert office.force_named(asked) == office.forces[0] == office.force("barsetshire")


def test_another_force_is_not_ours(office: OfficeSettings) -> None:
    assert office.force_named("West Barsetshire Police") is None
    assert office.force("west") is None


def test_a_force_is_found_within_a_title_by_whole_words(office: OfficeSettings) -> None:
    title = "PEEL 2021/22 – An inspection of Barsetshire Constabulary"
    assert office.forces_within(title) == office.forces
    assert office.forces_within("Barsetshires of the mind") == ()


def test_an_ampersand_is_an_and(office: OfficeSettings) -> None:
    forces = office.model_dump()["forces"]
    forces[0]["aliases"] = ["Barset & Isle Police"]
    changed = with_changes(office, forces=forces)
    assert changed.force_named("Barset and Isle Police")
    assert changed.forces_within("An inspection of Barset and Isle Police’s custody")


def test_a_report_takes_the_route_of_its_kind(office: OfficeSettings) -> None:
    assert office.route_name(ReportKind.THEMATIC) == "short"
    assert office.route_name(ReportKind.PEEL) == "full"
    assert office.route_name(ReportKind.THEMATIC, cause_of_concern=True) == "full"


def test_copies_go_where_they_went_on_that_day(office: OfficeSettings) -> None:
    old = {"name": "Old box", "email": "old@x.example", "since": date(2017, 1, 31)}
    new = {"name": "New box", "email": "new@x.example", "since": date(2026, 1, 1)}
    both = [old | {"until": date(2025, 12, 31)}, new]
    changed = with_changes(office, recipients={"inspectors": both, "secretary_of_state": [new]})
    found = [changed.recipient("inspectors", date(year, 6, 1)) for year in (2016, 2025, 2026)]
    assert [recipient and recipient.name for recipient in found] == [None, "Old box", "New box"]
    assert changed.recipient("secretary_of_state", date(2025, 1, 1)) is None


def test_letters_to_the_mighty_wait_for_a_person_unless_the_office_says_otherwise(
    office: OfficeSettings,
) -> None:
    bare = with_changes(office, mail={"sender": "a@b.example"})
    assert not bare.mail.send_to_chief_officer
    assert not bare.mail.send_to_signatory


def test_settings_cannot_be_changed_in_passing(office: OfficeSettings) -> None:
    with pytest.raises(ValidationError):
        office.office.name = "Another"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        ((1, 5), (5, 9), True),
        ((1, 5), (6, 9), False),
        ((1, None), (6, 9), True),
        ((6, 9), (1, None), True),
        ((2, 3), (1, 9), True),
    ],
)
def test_two_spans_overlap_if_they_share_a_day(
    first: tuple[int, int | None], second: tuple[int, int | None], *, overlap: bool
) -> None:
    spans = [
        Dated(since=date(2026, 1, a), until=date(2026, 1, b) if b else None)
        for a, b in (first, second)
    ]
    assert spans[0].overlaps(spans[1]) is overlap


def test_what_holds_for_a_single_day_may_begin_and_end_on_it() -> None:
    day = date(2026, 5, 7)
    assert Dated(since=day, until=day).holds(day)
