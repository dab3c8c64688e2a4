"""A settings file is changed in place: it reads as wanted, and its remarks stay."""

import copy
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.registers.office import read_office
from casework.registers.toml_writing import rewritten, whole
from casework.rules.settings_changes import changes
from tests.casework.registers.test_toml_lines import AWKWARD, KEYS, VALUES, written

TOP = Path(__file__).parents[3]
EXAMPLE = (TOP / "office.example.toml").read_text(encoding="utf-8")
SAMPLE = (TOP / "flows/sample_journey/data/office.toml").read_text(encoding="utf-8")
BOTH = pytest.mark.parametrize("text", [EXAMPLE, SAMPLE], ids=["example", "sample"])
TABLES = st.dictionaries(KEYS, VALUES, max_size=4)


def remarks(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.lstrip().startswith("#")]


def changed(text: str, *path: str | int, to: Any) -> str:
    values: Any = tomllib.loads(text)
    wanted = copy.deepcopy(values)
    inner = wanted
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = to
    after = rewritten(text, wanted)
    assert tomllib.loads(after) == wanted
    return after


@given(TABLES, TABLES)
@settings(deadline=None)
def test_whatever_is_wanted_is_what_is_read_back(
    have: dict[str, Any], want: dict[str, Any]
) -> None:
    text = "".join(f"{key} = {written(value)} # kept\n" for key, value in have.items())
    assert tomllib.loads(rewritten(text, want)) == want
    assert tomllib.loads(whole(want)) == want


@given(TABLES, st.lists(TABLES, max_size=3))
@settings(deadline=None)
def test_a_text_of_awkward_places_becomes_anything(
    table: dict[str, Any], entries: list[dict[str, Any]]
) -> None:
    wanted = {**tomllib.loads(AWKWARD), "entry": entries, "section": table}
    assert tomllib.loads(rewritten(AWKWARD, wanted)) == wanted


LINES = st.text(min_size=1, max_size=30).filter(
    lambda text: bool(text.strip()) and text.strip().isprintable()
)


@BOTH
@given(words=LINES, number=st.integers(1, 56), on=st.dates(date(2023, 1, 1)))
@settings(max_examples=30, deadline=None)
def test_a_changed_setting_is_the_only_change(text: str, words: str, number: int, on: date) -> None:
    before = read_office(text, "before")
    for path, to in (
        (("office", "telephone"), words),
        (("people", 2, "name"), words),
        (("lead_times", "comments_due_day"), number),
        (("people", 3, "roles", 0, "until"), on),
        (("forces", 0, "aliases"), [words]),
    ):
        after = changed(text, *path, to=to)
        assert remarks(after) == remarks(text)
        found = changes(before, read_office(after, "after"))
        assert len(found) <= 1
        assert all(one.place[0] == path[0] for one in found)


@BOTH
def test_a_person_is_added_below_the_last_and_no_remark_is_lost(text: str) -> None:
    fresh = {"key": "slope", "name": "Obadiah “O” Slope", "email": "o.slope@office.example"}
    fresh["roles"] = [{"role": "administrator", "since": date(2026, 5, 1)}]  # type: ignore[assignment]
    people = [*tomllib.loads(text)["people"], fresh]
    after = changed(text, "people", to=people)
    assert remarks(after) == remarks(text)
    assert after.index('key = "slope"') < after.index("[[delegations]]")
    found = changes(read_office(text, "a"), read_office(after, "b"))
    assert [one.place for one in found] == [("people", "slope")]


@BOTH
def test_a_role_is_added_inside_its_list(text: str) -> None:
    role = {"role": "translator", "since": date(2026, 5, 1)}
    roles = [*tomllib.loads(text)["people"][2]["roles"], role]
    after = changed(text, "people", 2, "roles", to=roles)
    assert remarks(after) == remarks(text)
    assert '{ role = "translator", since = 2026-05-01 }' in after


@BOTH
def test_a_section_goes_and_the_remarks_around_it_stay(text: str) -> None:
    values = tomllib.loads(text)
    del values["sources"]
    values["routes"].pop("short")
    after = rewritten(text, values)
    assert tomllib.loads(after) == values
    assert remarks(after) == remarks(text)


def test_text_with_every_sign_is_written_so_that_it_reads_back() -> None:
    words = 'a "b" \\ \t\x7f é 😀 # [x]'
    assert tomllib.loads(whole({"x": {"y": words}})) == {"x": {"y": words}}


def test_a_file_with_line_ends_of_windows_is_changed_too() -> None:
    text = SAMPLE.replace("\n", "\r\n")
    after = changed(text, "mail", "send_to_signatory", to=True)
    assert tomllib.loads(after)["mail"]["send_to_signatory"] is True
