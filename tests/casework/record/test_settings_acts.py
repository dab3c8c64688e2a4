"""The settings are changed by a person's hand, by two where it counts, and nothing is lost."""

from collections.abc import Callable

import pytest
from sqlmodel import select

from casework.errors import CaseworkError, NotAllowedError, NotFoundError, RefusedInputError
from casework.record import settings_history
from casework.record.hand import the_service
from casework.record.offices import load_office
from casework.record.settings_acts import (
    DONE,
    NOTHING,
    WAITS,
    change_settings,
    confirm_settings,
    load_settings,
    withdraw_settings,
)
from casework.record.settings_effects import Turn, effects, open_cases
from casework.record.verify import faults
from casework.registers.office import read_office
from models import Mail
from tests.builders import CHIEF_EXECUTIVE, HEAD, OFFICE, OFFICER, SIGNATORY, Service, at, by

Take = Callable[[str], tuple[Service, str]]
TELEPHONE = OFFICE.replace("01632 960 100", "01632 960 999")
NEW_HOLDER = OFFICE.replace(
    "since = 2021-05-13 }]", "since = 2021-05-13, until = 2022-11-27 }]"
).replace(
    "[[delegations]]",
    '[[people]]\nkey = "newell"\nname = "Ruth Newell"\nemail = "ruth.newell@arden.example"\n'
    'roles = [{ role = "signatory", since = 2022-11-28 }]\n\n[[delegations]]',
)


def in_force(service: Service) -> str:
    with service.record.reading() as session:
        return service.record.office(session).settings_sha256


def change(service: Service, text: str, person: str = HEAD, number: str = "") -> str:
    hand = by(person, at(11, 1), number or None)
    return change_settings(service.record, hand, text, in_force(service))


def editions(service: Service) -> list[settings_history.Edition]:
    with service.record.reading() as session:
        return settings_history.editions(session, service.record.office(session))


def waiting(service: Service) -> list[settings_history.Proposal]:
    with service.record.reading() as session:
        return settings_history.waiting(session, service.record.office(session))


def telephone(service: Service) -> str:
    with service.record.reading() as session:
        return service.record.settings_of(session, service.record.office(session)).office.telephone


def test_a_change_holds_at_once_and_the_record_says_whose_it_was(service: Service) -> None:
    assert change(service, TELEPHONE) == DONE
    assert telephone(service) == "01632 960 999"
    first, second = editions(service)
    assert (first.who.endswith("(account)"), second.who) == (True, "Tomasz Birch")
    assert faults(service.record) == []


def test_the_same_form_sent_twice_is_one_change(service: Service) -> None:
    base = in_force(service)
    hand = by(HEAD, at(11, 1), "the-same-form")
    assert change_settings(service.record, hand, TELEPHONE, base) == DONE
    assert change_settings(service.record, hand, TELEPHONE, base) == DONE
    assert len(editions(service)) == 2
    assert change(service, TELEPHONE) == NOTHING


def test_only_whoever_keeps_the_settings_changes_them(service: Service) -> None:
    with pytest.raises(NotAllowedError, match="takes an administrator"):
        change(service, TELEPHONE, OFFICER)
    assert len(editions(service)) == 1


def test_nobody_changes_what_somebody_else_changed_meanwhile(service: Service) -> None:
    base = in_force(service)
    change(service, TELEPHONE)
    with pytest.raises(
        NotAllowedError, match=r"Tomasz Birch changed .* on 1 November 2022 at 09:00"
    ):
        change_settings(service.record, by(HEAD, at(11, 1)), OFFICE, base)


def test_a_new_signatory_waits_for_a_second_person(service: Service) -> None:
    assert change(service, NEW_HOLDER, number="asked-1") == WAITS
    assert len(editions(service)) == 1
    (one,) = waiting(service)
    assert (one.act_id, one.who) == ("asked-1", "Tomasz Birch")
    with pytest.raises(NotAllowedError, match="somebody else must"):
        confirm_settings(service.record, by(HEAD, at(11, 2)), "asked-1")
    with pytest.raises(NotAllowedError, match="may not confirm"):
        confirm_settings(service.record, by(OFFICER, at(11, 2)), "asked-1")
    assert confirm_settings(service.record, by(SIGNATORY, at(11, 2)), "asked-1") == DONE
    last = editions(service)[-1]
    assert (last.who, last.proposed_by) == ("Eleanor Whitcombe", "Tomasz Birch")
    assert waiting(service) == []
    with pytest.raises(NotFoundError):
        confirm_settings(service.record, by(CHIEF_EXECUTIVE, at(11, 2)), "asked-1")
    assert faults(service.record) == []


def test_whoever_may_confirm_is_written_to(service: Service) -> None:
    change(service, NEW_HOLDER, number="asked-2")
    with service.record.reading() as session:
        keys = {row.key for row in session.exec(select(Mail))}
    assert keys == {"settings:asked-2:whitcombe", "settings:asked-2:adeyemi"}


def test_a_change_that_waits_is_taken_back_by_whoever_asked(service: Service) -> None:
    change(service, NEW_HOLDER, number="asked-3")
    with pytest.raises(NotAllowedError):
        withdraw_settings(service.record, by(OFFICER, at(11, 2)), "asked-3")
    withdraw_settings(service.record, by(HEAD, at(11, 2)), "asked-3")
    assert waiting(service) == []


def test_what_waits_is_not_confirmed_over_what_was_changed_since(service: Service) -> None:
    change(service, NEW_HOLDER, number="asked-4")
    change(service, TELEPHONE)
    with pytest.raises(NotAllowedError, match="changed since"):
        confirm_settings(service.record, by(SIGNATORY, at(11, 2)), "asked-4")


REFUSED = {
    "no person": (
        OFFICE.replace(
            OFFICE[OFFICE.index('[[people]]\nkey = "pym"') :].split("[[people]]")[1], ""
        ).replace("[[people]][[people]]", "[[people]]"),
        "never deleted: Gareth Pym",
    ),
    "other office": (OFFICE.replace('key = "arden"', 'key = "other"'), "never changes"),
    "unreadable": ("[office", "line 1"),
    "not an office": ("x = 1", "is missing"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_settings_the_record_could_not_live_with_are_refused(service: Service, name: str) -> None:
    text, said = REFUSED[name]
    with pytest.raises(CaseworkError, match=said):
        change(service, text)
    assert len(editions(service)) == 1


def test_a_route_with_cases_on_it_stays(on_one: Take) -> None:
    service, _ = on_one("open")
    with pytest.raises(RefusedInputError, match="Cases are on the route “full”"):
        change(service, OFFICE.replace("[routes.full]", "[routes.whole]"))


# Files at the command line


def load(service: Service, text: str, *, over: bool = False, day: int = 3) -> str:
    return load_settings(service.record, the_service(at(11, day)), text, "office.toml", over=over)


def test_a_file_loaded_twice_changes_nothing(service: Service) -> None:
    assert load(service, OFFICE) == NOTHING
    assert load(service, TELEPHONE) == DONE
    assert load(service, TELEPHONE) == NOTHING
    assert len(editions(service)) == 2


def test_an_older_file_does_not_silently_undo_what_a_page_changed(service: Service) -> None:
    change(service, TELEPHONE)
    with pytest.raises(NotAllowedError, match=r"office, telephone \(01632 960 999, not .* 100\)"):
        load(service, OFFICE)
    mail = OFFICE.replace("send_to_signatory = false", "send_to_signatory = true")
    with pytest.raises(NotAllowedError, match="--over"):
        load(service, mail)
    assert telephone(service) == "01632 960 999"
    assert load(service, mail, over=True) == DONE
    assert telephone(service) == "01632 960 100"
    assert load(service, mail) == NOTHING


def test_a_file_made_from_the_present_settings_is_loaded(service: Service) -> None:
    change(service, TELEPHONE)
    assert load(service, TELEPHONE.replace("send_to_signatory = false", "")) == DONE


def test_at_the_machine_one_person_is_enough_until_there_is_a_case(on_one: Take) -> None:
    service, _ = on_one("open")
    assert load(service, NEW_HOLDER) == WAITS
    assert [one.person_id for one in waiting(service)] == [None]


def test_setting_up_takes_no_second_person(service: Service) -> None:
    assert load(service, NEW_HOLDER) == DONE


# What a change does


def told(service: Service, text: str, day: int = 28) -> str:
    with service.record.reading() as session:
        office = service.record.office(session)
        before = service.record.settings_of(session, office)
        cases = open_cases(session, office, lambda _: True)
        after = read_office(text, "office.toml")
        return "\n".join(effects(Turn(session, before, after, at(11, day).date(), cases)))


def test_a_new_signatory_is_told_with_the_cases_and_signatures_it_touches(on_one: Take) -> None:
    service, reference = on_one("signed")
    said = told(service, NEW_HOLDER)
    assert f"The signatory of 1 case ({reference}) changes: Eleanor Whitcombe → Ruth" in said
    assert "Open signatures of the former holder become void: 1 case" in said
    assert "Eleanor Whitcombe holds no role any more" in said
    load_office(service.record, NEW_HOLDER, "office.toml", at(11, 28))
    assert told(service, NEW_HOLDER) == ""


def test_a_new_chief_officer_a_plan_a_copy_and_a_lead_are_told(on_one: Take) -> None:
    service, reference = on_one("open")
    text = (
        OFFICE.replace("Alasdair Penhale", "Morag Teviot")
        .replace("lead_day = 38", "lead_day = 37")
        .replace("section55@inspectors.example", "new@inspectors.example")
        .replace("since = 2020-11-16 }]", "since = 2020-11-16, until = 2022-12-31 }]")
        .replace("arden-commissioner.example/section-55", "arden-commissioner.example/s55")
        .replace('board = "Performance', 'board = "The Performance')
        .replace(
            'step = "approved", role = "chief_executive"',
            'step = "approved", role = "head_of_policy"',
        )
    )
    said = told(service, text)
    for words in (
        "addressed anew from now on: Chief Constable Alasdair Penhale → Chief Constable Morag",
        "is reckoned anew",
        "go to another address: HM Inspectors of Constabulary (section55@inspectors.example)",
        "cannot sign in, after 31 December 2022",
        "published by the new settings",
        "offered the new words",
        "approved by chief executive, signed by signatory → submitted by policy officer",
    ):
        assert words in said
    assert said.count(reference) >= 6


def test_a_case_out_of_reach_is_in_no_effect(on_one: Take) -> None:
    service, _ = on_one("open")
    with service.record.reading() as session:
        office = service.record.office(session)
        assert open_cases(session, office, lambda _: False) == ()
