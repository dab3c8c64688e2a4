import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.errors import SettingsError
from casework.registers.office import read_office
from casework.registers.office_faults import Fault, faults_between_sections
from casework.rules.office_gaps import office_gaps
from casework.rules.plan import USUAL_PLAN, milestones
from models.shapes.route import LeadTimes, usual_routes
from models.words import ReportKind, Role, SignatureStep
from tests.casework.registers.office_faults import FAULTS
from tests.casework.registers.test_toml_lines import VALUES, written

TOP = Path(__file__).parents[3]
EXAMPLE = (TOP / "office.example.toml").read_text(encoding="utf-8")
SAMPLE = (TOP / "flows/sample_journey/data/office.toml").read_text(encoding="utf-8")


def refused(text: str) -> list[str]:
    """Return the sentences with which a settings file is refused."""
    with pytest.raises(SettingsError) as refusal:
        read_office(text, "office.toml")
    return str(refusal.value).splitlines()


def changed(old: str, new: str, text: str = EXAMPLE) -> tuple[str, int]:
    """Return the example with one thing changed, and the line of the change."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new), text[: text.index(old)].count("\n") + 1


def left_out(text: str, section: str, end: str) -> str:
    """Return the text without everything from one line to before another."""
    start = text.index(section)
    return text[:start] + text[text.index(end, start) :]


@pytest.mark.parametrize("text", [EXAMPLE, SAMPLE], ids=["example", "sample"])
@pytest.mark.parametrize("today", [date(2022, 10, 14), date(2026, 11, 23)])
def test_the_offices_that_come_with_the_service_work_then_and_now(text: str, today: date) -> None:
    settings = read_office(text, "office.toml")
    assert office_gaps(settings, today) == ()
    chief = settings.chief_officer(settings.forces[0], today)
    assert chief is not None
    assert chief.styled.startswith("Chief Constable ")


@pytest.mark.parametrize("text", [EXAMPLE, SAMPLE], ids=["example", "sample"])
def test_nobody_real_can_be_written_to_from_an_example(text: str) -> None:
    for domain in re.findall(r"@([\w.-]+)", text) + re.findall(r"https?://([\w.-]+)", text):
        assert domain.endswith(".example")


def test_what_may_be_left_out_is_what_holds_without_it() -> None:
    short = left_out(EXAMPLE, "[routes.full]", "# -----------")
    short = left_out(short, "[lead_times]", "# -----------")
    short = left_out(short, "[house_rules]", "# -----------")
    short = short[: short.index("[sources]")]
    settings, example = read_office(short, "a"), read_office(EXAMPLE, "b")
    assert settings.routes == example.routes == usual_routes()
    assert settings.house_rules == example.house_rules
    assert settings.lead_times == LeadTimes()
    assert example.lead_times.model_copy(update={"milestone_days": {}}) == settings.lead_times


def test_the_remarks_of_the_example_name_every_word_one_may_choose() -> None:
    milestones = [f"{key} {day}" for key, _, day in USUAL_PLAN]
    roles = [role.value for role in Role if role is not Role.SERVICE]
    remarks = " ".join(line for line in EXAMPLE.splitlines() if line.startswith("#"))
    for word in [*roles, *ReportKind]:
        assert re.search(rf"\b{word}\b", remarks), word
    for milestone in milestones:
        assert milestone in remarks


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_line_and_what_to_do(name: str) -> None:
    old, new, sentence = FAULTS[name]
    text, line = changed(old, new)
    said = refused(text)
    assert len(said) == 1
    added = new.count("\n")
    assert said[0].startswith(f"office.toml, line {line + added}: ")
    assert said[0].endswith(sentence)


@pytest.mark.parametrize(
    ("section", "name"),
    [("[wording]", "wording"), ("[recipients.", "recipients"), ("[publication]", "publication")],
)
def test_a_section_that_is_missing_is_named(section: str, name: str) -> None:
    text = re.sub(
        rf"^\[+{re.escape(section.strip('['))}[\s\S]*?(?=^# ---)", "", EXAMPLE, flags=re.MULTILINE
    )
    assert f"office.toml: “{name}” is missing; add it." in refused(text)


def test_a_setting_that_is_missing_has_the_line_of_its_section() -> None:
    text, _ = changed('telephone = "01632 960 001"\n', "")
    line = EXAMPLE[: EXAMPLE.index("[office]")].count("\n") + 1
    assert refused(text) == [f"office.toml, line {line}: office: “telephone” is missing; add it."]


def test_an_office_in_which_nobody_can_sign_is_refused() -> None:
    text, _ = changed('role = "signatory", title', 'role = "communications", title')
    assert any("nobody holds the role “signatory”" in sentence for sentence in refused(text))


def test_two_signatories_on_the_same_days_are_refused() -> None:
    text, line = changed('role = "deputy_signatory"', 'role = "signatory"')
    assert refused(text) == [
        (
            f"office.toml, line {line}: people 2 (Francis Arabin), roles 1 (signatory):"
            " another signatory holds on the same days; set “until” for the earlier."
        )
    ]


STEPS = """steps = [
    { step = "submitted", role = "policy_officer", lead_day = 35 },
    { step = "signed", role = "signatory", lead_day = 45 },
]"""


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        ("", "must have at least one entry"),
        ("policy_officer signed 9", "must name at least two different roles"),
        ("policy_officer submitted 9, policy_officer signed 10", "nobody approves their own draft"),
        ("policy_officer approved 9, signatory signed 10", "must begin with the one step"),
        (
            "policy_officer submitted 1, head_of_policy submitted 2, signatory signed 3",
            "must begin with the one step",
        ),
        ("policy_officer submitted 9, signatory approved 10", "must end with the one step"),
        ("policy_officer submitted 9, chief_executive signed 10", "must be signed by the role"),
        (
            "policy_officer submitted 9, deputy_signatory signed 10",
            "a deputy signs by a delegation",
        ),
        (
            (
                "policy_officer submitted 1, finance_officer approved 2,"
                " finance_officer approved 3, signatory signed 4"
            ),
            "must not ask the same role for the same step twice",
        ),
        ("policy_officer submitted 9, signatory signed 8", "must have lead days that do not go"),
    ],
)
def test_a_route_that_leads_to_no_signature_is_refused(steps: str, sentence: str) -> None:
    entries = [step.split() for step in steps.split(", ") if step]
    written = ", ".join(
        f'{{ role = "{role}", step = "{step}", lead_day = {day} }}' for role, step, day in entries
    )
    text, line = changed(STEPS, f"steps = [{written}]")
    (said,) = refused(text)
    assert said.startswith(f"office.toml, line {line}: routes, short: “steps” ")
    assert sentence in said


def test_one_kind_of_report_takes_one_route() -> None:
    both = 'causes_of_concern = true\nkinds = ["thematic"]'
    text, _ = changed("causes_of_concern = true", both)
    (said,) = refused(text)
    assert "routes: the route “full” takes “thematic” already; one route for each." in said


def test_two_forces_cannot_share_a_name() -> None:
    block = EXAMPLE[EXAMPLE.index("[[forces]]") : EXAMPLE.index("# The chief officer")]
    chief = EXAMPLE[EXAMPLE.rindex("[[forces.chief_officers]]") : EXAMPLE.index("# ---", 3500)]
    second = block.replace('key = "barsetshire"', 'key = "other"')
    text = EXAMPLE.replace("[[people]]", f"{second}{chief}[[people]]", 1)
    assert any("stands for a force already" in sentence for sentence in refused(text))


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    text = EXAMPLE
    for name in ("unknown name", "unknown role", "no e-mail address", "delegation from nobody"):
        text, _ = changed(FAULTS[name][0], FAULTS[name][1], text)
    said = refused(text)
    lines = [int(re.findall(r"line (\d+):", sentence)[0]) for sentence in said]
    assert lines == sorted(lines)
    assert len(said) == 4


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[office]\nkey = "a"\nname "b"\n', 3),
        ('[office]\nkey = "a"\nkey = "b"\n', 3),
        ('[office]\nname = "never closed\n', 2),
        ("[office", 1),
        ("[office]\nname = \x00\n", 2),
    ],
)
def test_a_line_that_is_no_setting_is_named(text: str, line: int) -> None:
    (said,) = refused(text)
    assert said.startswith(f"office.toml, line {line}: this line cannot be read as a setting")


def test_an_empty_file_is_told_what_it_lacks() -> None:
    said = refused("")
    assert "office.toml: “office” is missing; add it." in said
    assert "office.toml: “people” is missing; add it." in said


def test_a_file_of_brackets_is_refused_and_not_fallen_over() -> None:
    (said,) = refused("x = " + "[" * 20_000 + "]" * 20_000)
    assert "too deeply" in said


@pytest.mark.parametrize("junk", ["people = 3", 'routes = "x"', "delegations = [1]", "forces = {}"])
def test_a_section_of_the_wrong_kind_is_a_fault_and_not_a_crash(junk: str) -> None:
    assert any(junk.split(maxsplit=1)[0] in sentence for sentence in refused(junk))


def test_a_file_from_windows_loads_like_any_other() -> None:
    windows = "\ufeff" + EXAMPLE.replace("\n", "\r\n")
    assert read_office(windows, "office.toml") == read_office(EXAMPLE, "office.toml")


def test_faults_between_sections_bear_any_kind_of_value() -> None:
    raw = {"people": [{"key": [], "roles": [{"role": {}}]}], "forces": [{"aliases": 3}]}
    assert [fault for fault in faults_between_sections(raw) if fault.path != ("people",)] == []
    assert isinstance(next(faults_between_sections(raw)), Fault)


@given(st.data())
def test_whatever_stands_in_a_settings_file_it_is_read_or_refused_in_sentences(
    data: st.DataObject,
) -> None:
    raw = tomllib.loads(EXAMPLE)
    place: Any = raw
    for _ in range(data.draw(st.integers(0, 5))):
        inner = [value for value in inner_values(place) if isinstance(value, dict | list) and value]
        place = data.draw(st.sampled_from(inner)) if inner else place
    step = data.draw(st.sampled_from(list(range(len(place)) if isinstance(place, list) else place)))
    place[step] = data.draw(VALUES)
    text = "".join(f"{key} = {written(value)}\n" for key, value in raw.items())
    said = sentences_about(text)
    assert all(line.startswith("office.toml") for line in said)


def sentences_about(text: str) -> list[str]:
    """Return the sentences of a refusal; none if the settings can be used."""
    try:
        read_office(text, "office.toml")
    except SettingsError as refusal:
        return str(refusal).splitlines()
    return []


def inner_values(place: Any) -> list[Any]:
    """Return what stands directly inside a section or list."""
    return list(place.values()) if isinstance(place, dict) else list(place)


def test_the_sample_takes_a_peel_report_through_three_people() -> None:
    settings = read_office(SAMPLE, "office.toml")
    route = settings.routes[settings.route_name(ReportKind.PEEL)]
    on = date(2022, 11, 28)
    holders = [settings.holder_of(step.role, on) for step in route.steps]
    assert [step.step for step in route.steps] == list(SignatureStep)
    assert len({person.key for person in holders if person}) == 3


def test_an_office_may_ask_two_colleagues_to_approve_from_day_one_to_the_last() -> None:
    text, _ = changed(
        STEPS,
        """steps = [
    { step = "submitted", role = "policy_officer", lead_day = 1 },
    { step = "approved", role = "head_of_policy", lead_day = 1 },
    { step = "approved", role = "chief_executive", lead_day = 20 },
    { step = "signed", role = "signatory", lead_day = 56 },
]""",
    )
    settings = read_office(text, "office.toml")
    assert [step.lead_day for step in settings.routes["short"].steps] == [1, 1, 20, 56]
    plan = milestones(date(2026, 11, 2), settings.routes["short"], LeadTimes(), frozenset())
    keys = [milestone.key for milestone in plan]
    assert {"approved", "approved_3"} <= set(keys)


def test_a_block_of_wording_nobody_knows_is_named_with_those_there_are() -> None:
    text = EXAMPLE.replace("panel_date = false", "panel_day = false")
    with pytest.raises(SettingsError, match="“panel_day”: there are opening, counts"):
        read_office(text, "office.toml")
    settings = read_office(EXAMPLE, "office.toml")
    assert settings.wording.blocks == {"grades_in_words": False, "panel_date": False}
    assert settings.partners[0].officer_title == "Chief Constable"
