"""The inspectors under a wrong or an old name are told; their history is not."""

from datetime import date

import pytest

from casework.rules.checks.wrong_inspectorate_name import wrong_inspectorate_name
from models.shapes.checking import Facts, Observation
from tests.manuscripts import a_response, some_facts


def told(words: str, facts: Facts | None = None) -> list[Observation]:
    return list(wrong_inspectorate_name(a_response(words, facts)))


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("I welcome the HMIFRCS report.", "HMIFRCS"),
        ("I welcome the HMICRFS report.", "HMICRFS"),
        ("I welcome the HMCIFRS report.", "HMCIFRS"),
        ("I welcome the HMICFR report.", "HMICFR"),
        ("I welcome the HMIC report.", "HMIC"),
        (
            "Her Majesty’s Inspectorate of Constabulary",
            "Her Majesty’s Inspectorate of Constabulary",
        ),
        ("Her Majesty's Inspectors found this.", "Her Majesty's Inspectors"),
        (
            "His Majesty’s Inspectorate of Constabulary and Fire & Rescue (HMICFRS)",
            "His Majesty’s Inspectorate of Constabulary and Fire & Rescue",
        ),
        (
            "HM Inspectorate of Constabulary and Fire Services",
            "HM Inspectorate of Constabulary and Fire Services",
        ),
        ("HM Inspectorate of Constabularies", "HM Inspectorate of Constabularies"),
        ("His Majestys Inspectorate", "His Majestys"),
    ],
)
def test_a_wrong_name_is_told_where_it_stands(sentence: str, where: str) -> None:
    (found,) = told(sentence)
    assert found.where == where
    assert found.check == "wrong_inspectorate_name"


@pytest.mark.parametrize(
    "sentence",
    [
        "HMICFRS’s report",
        "His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS)",
        "His Majesty’s Inspectorate of Constabulary and Fire and Rescue Services",
        "HM Inspectors of Constabulary and HM Inspectorate of Constabulary",
        "His Majesty’s Inspectorate",
        "HMIC reported in 2014 that the force did this.",
        "HMICFRS, formerly HMIC, inspects forces.",
        "In May 2021 Her Majesty’s Inspectorate of Constabulary reported on this.",
        "HMCPSI and HMIP took part, with HMICS and HMPPS.",
        "His Majesty’s Inspectorate of Prisons",
        "HM Crown Prosecution Service Inspectorate",
    ],
)
def test_a_right_name_and_history_are_not_told(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(("day", "count"), [(date(2022, 9, 7), 0), (date(2022, 9, 8), 1)])
def test_the_reign_changes_on_its_day(day: date, count: int) -> None:
    assert (
        len(told("Her Majesty’s Inspectorate of Constabulary", some_facts(signed_on=day))) == count
    )
