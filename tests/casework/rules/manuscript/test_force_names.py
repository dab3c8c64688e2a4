"""The names of forces and of their areas, right and with a slip."""

import pytest

from casework.registers.forces import load_forces
from casework.rules.manuscript.force_names import (
    area_of,
    folded,
    is_slip_of,
    nearest_area,
    others,
    own_names,
)
from models.shapes.checking import ForceFacts, Holder
from tests.manuscripts import some_facts

FORCES = load_forces()
AREAS = ("kent", "west mercia", "hampshire and isle of wight", "nottinghamshire")


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("West Mercia Police", "West Mercia"),
        ("Metropolitan Police Service", "Metropolitan"),
        ("Durham Constabulary ", "Durham"),
        ("Heddlu Gwent", "Gwent"),
    ],
)
def test_a_forces_name_holds_its_area(name: str, area: str) -> None:
    assert area_of(name) == area


def test_names_are_compared_without_their_typography() -> None:
    assert folded("Devon & Cornwall") == "devon and cornwall"
    assert folded("Dyfed\u2011Powys  Police") == "dyfed-powys police"
    assert folded("King’s Lynn") == "king's lynn"


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("west merica", "west mercia"),
        ("west mercier", "west mercia"),
        ("kemt", "kent"),
        ("kamt", ""),
        ("kent", ""),
        ("nottingamshir", "nottinghamshire"),
        ("notingamshir", ""),
        ("hampshire and isle of white", "hampshire and isle of wight"),
        ("west midlands", ""),
        ("mercia", ""),
    ],
)
def test_a_slip_in_an_area_is_told_from_another_place(name: str, area: str) -> None:
    assert nearest_area(name, AREAS) == area


def test_a_hyphen_and_another_first_letter_are_no_slips() -> None:
    assert not is_slip_of("dyfed powys", "dyfed-powys", 2)
    assert not is_slip_of("bent", "kent", 1)
    assert is_slip_of("kennt", "kent", 1)
    assert not is_slip_of("isle of white", "isle of wight", 1)


def test_the_own_names_are_those_of_the_facts_and_of_the_register() -> None:
    facts = some_facts(
        force=ForceFacts("Devon and Cornwall Police", ()),
        local_policing_body=Holder("Police and Crime Commissioner for the West", "Ann Reed", "pcc"),
    )
    own = own_names(facts, FORCES)
    assert "Devon & Cornwall Constabulary" in own.names or "Devon & Cornwall Police" in own.names
    assert {"Devon and Cornwall", "West"} <= set(own.areas)
    assert own.is_own_area("devon & cornwall")
    assert own.is_own_area("Cornwall")
    assert not own.is_own_area("Dorset")
    assert own.names_own("I met Devon and Cornwall Police.")
    assert not own.names_own("I met Dorset Police.")
    names = {name for name, _ in others(own, FORCES)}
    assert "Dorset Police" in names
    assert not names & set(own.names)
