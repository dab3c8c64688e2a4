"""The administrator's pages: every section has a form, every change is shown before it is made."""

import re
import tomllib
from html import unescape
from typing import Any

import pytest

from casework.registers.office import parsed
from models.shapes.office import OfficeSettings
from tests.builders import HEAD, OFFICE, OFFICER, SIGNATORY
from tests.web.desk import Desk, check_page
from web.office_fields import fields_of
from web.office_sections import filled, spot_at, values_of
from web.office_words import PARTS

HIDDEN = re.compile(r'<input type="hidden" name="(base|text)" value="([^"]*)">')
HOSTILE = (
    "<script>alert(1)</script>",
    '"; DROP TABLE office; --',
    "{{ 7 * 7 }}",
    "a\nb = 1",
    "\x00",
    "\u202egnp.exe",
    "x" * 5000,
    "]]\n[[people]]",
    '"""',
    "999999999999999999999",
    "-0",
    "٣",
    "",
)


def settings(desk: Desk) -> OfficeSettings:
    with desk.service.record.reading() as session:
        return desk.service.record.settings_of(session, desk.service.record.office(session))


def form_of(desk: Desk, address: str) -> dict[str, list[str]]:
    """Return what a browser would send of a section's form, left as it is."""
    raw = parsed(text(desk), "settings")
    spot = spot_at(raw, address)
    people = tuple((p.key, p.name) for p in settings(desk).people)
    sent: dict[str, list[str]] = {}
    for field in spot.fields(people):
        if field.fixed:
            continue
        shown = field.shown({} if field.prefix else spot.raw)
        name = field.form_name
        match field.kind:
            case "day":
                sent |= {
                    f"{name}-{part}": [getattr(shown, part)] for part in ("day", "month", "year")
                }
            case "choices":
                sent[name] = shown
            case "switches" | "days":
                sent |= {f"{name}.{key}": [word] for key, word in shown.items()}
            case _:
                sent[name] = [shown]
    return sent


def text(desk: Desk) -> str:
    return desk.browser.get("/office/file/office.toml").text


def ask(desk: Desk, address: str, status: int = 200, **changed: str | list[str]) -> str:
    """Send a section's form with some fields changed."""
    page = f"/office/settings/{address}"
    fields: dict[str, object] = {**form_of(desk, address), **changed}
    answer = desk.browser.post(page, data={**desk.carried(page), **fields})
    assert answer.status_code == status, answer.text
    check_page(answer)
    return answer.text


def agree(desk: Desk, preview: str) -> str:
    """Send the form of a preview."""
    hidden = {name: unescape(value) for name, value in HIDDEN.findall(preview)}
    carried = dict(re.findall(r'name="(form_token|act)" value="([^"]*)"', preview))
    answer = desk.browser.post("/office/change", data={**carried, **hidden})
    assert answer.status_code == 200, answer.text
    return answer.text


def every_address(desk: Desk) -> list[str]:
    """Return the address of every page below the office's settings."""
    found, queue = [], [key for key, _, _ in PARTS]
    while queue:
        address = queue.pop()
        found.append(address)
        text = desk.get(f"/office/settings/{address}")
        queue += [
            one
            for one in re.findall(r'href="/office/settings/([^"]+)"', text)
            if one.startswith(f"{address}/")
        ]
    return found


@pytest.fixture
def keeper(desk: Desk) -> Desk:
    desk.sign_in(HEAD)
    return desk


@pytest.mark.parametrize("person", [OFFICER, SIGNATORY])
def test_the_pages_are_for_whoever_keeps_the_office(desk: Desk, person: str) -> None:
    desk.sign_in(person)
    for path in ("", "/settings/mail", "/file", "/file/office.toml", "/changes", "/sessions"):
        answer = desk.browser.get(f"/office{path}")
        assert answer.status_code == 403, path
    assert 'href="/office"' not in desk.get("/")
    carried = desk.carried("/me")
    for path in ("/change", "/settings/mail", "/file", "/sessions/1/end", "/people/pym/end"):
        assert desk.browser.post(f"/office{path}", data=carried).status_code == 403, path


def test_every_section_and_entry_has_a_page_and_left_as_it_is_changes_nothing(keeper: Desk) -> None:
    assert 'href="/office"' in keeper.get("/")
    addresses = every_address(keeper)
    assert len(addresses) > 60
    for address in addresses:
        spot = spot_at(parsed(OFFICE, "x"), address)
        if spot.is_new or not spot.fields(()) or (spot.kind == "part" and not spot.raw):
            continue
        said = values_of(
            spot, spot.fields((("ferrers", "F"), ("whitcombe", "W"))), form_of(keeper, address)
        )
        assert said == spot.raw, address


def test_a_change_is_shown_then_made_and_is_the_only_one(keeper: Desk) -> None:
    before = tomllib.loads(text(keeper))
    preview = ask(keeper, "office", telephone="01632 960 999")
    assert "01632 960 100" in preview
    assert "01632 960 999" in preview
    assert settings(keeper).office.telephone == "01632 960 100"
    assert "holds from now on" in agree(keeper, preview)
    before["office"]["telephone"] = "01632 960 999"
    assert tomllib.loads(text(keeper)) == before
    assert "# Arden is the old name" in text(keeper)
    assert "Tomasz Birch: changed on a page" in keeper.get("/office/changes")


def test_a_preview_sent_twice_is_one_change_and_a_stale_one_is_refused(keeper: Desk) -> None:
    first = ask(keeper, "office", telephone="01632 960 999")
    second = ask(keeper, "office", telephone="01632 960 555")
    agree(keeper, first)
    agree(keeper, first)
    hidden: dict[str, Any] = {name: unescape(v) for name, v in HIDDEN.findall(second)}
    said = keeper.send("/office/file", "/office/change", 403, **hidden)
    assert "changed the settings after you began, on " in said
    assert settings(keeper).office.telephone == "01632 960 999"


def test_faults_stand_beside_their_fields_and_what_was_typed_is_kept(keeper: Desk) -> None:
    page = ask(keeper, "mail", 422, sender="not an address", reply_to="<b>x</b>")
    assert 'href="#sender"' in page
    assert 'href="#reply_to"' in page
    assert 'value="not an address"' in page
    assert "<b>x</b>" not in page
    page = ask(keeper, "people/4/roles/0", 422, **{"since-day": ["31"], "since-month": ["2"]})
    assert 'href="#since-day"' in page
    page = ask(keeper, "lead_times", 422, comments_due_day="57", chasers_days_before="x")
    assert "give a whole number" in page
    page = ask(keeper, "routes/full/steps/0", 422, lead_day="50")
    assert "go backwards" in page


def test_a_person_is_added_with_a_role_and_is_on_the_record(keeper: Desk) -> None:
    said: dict[str, Any] = {
        "key": "slope",
        "name": "Obadiah Slope",
        "email": "o.slope@arden.example",
        "roles.role": "administrator",
        "roles.since-day": "1",
        "roles.since-month": "1",
        "roles.since-year": "2022",
    }
    preview = ask(keeper, "people/new", **said)
    assert "takes a second person" not in preview
    agree(keeper, preview)
    person = settings(keeper).person("slope")
    assert person
    assert person.roles[0].role.value == "administrator"
    # From now on, the head of policy keeps nothing.
    assert keeper.browser.get("/office").status_code == 403
    keeper.sign_in("slope")
    keeper.get("/office")


def test_somebody_leaves_with_every_role_and_delegation(keeper: Desk) -> None:
    page = "/office/people/ferrers/end"
    last: dict[str, Any] = {"last-day": "31", "last-month": "10", "last-year": "2022"}
    preview = keeper.send(page, page, **last)
    assert "Joan Ferrers holds no role any more" in preview
    assert "Ask a second person" in preview
    page = "/office/people/okafor/end"
    agree(keeper, keeper.send(page, page, **last))
    okafor = settings(keeper).person("okafor")
    assert okafor
    assert okafor.roles[0].until is not None
    page = "/office/people/nobody/end"
    assert keeper.browser.get(page).status_code == 404


def test_a_new_signatory_waits_for_a_second_person(keeper: Desk) -> None:
    said: dict[str, Any] = {
        "since-day": "1",
        "since-month": "12",
        "since-year": "2022",
        "role": "monitoring_officer",
    }
    preview = ask(keeper, "people/3/roles/new", **said)
    assert "takes a second person" in preview
    assert "The change waits" in agree(keeper, preview)
    waiting = keeper.get("/office/waiting")
    address = re.findall(r'href="(/office/waiting/[^"]+)"', waiting)[0]
    assert "You asked for this yourself" in keeper.get(address)
    assert "somebody else must" in keeper.send(address, address, 422, agreed="yes")
    keeper.sign_in(OFFICER)
    assert keeper.browser.get(address).status_code == 403
    assert address not in keeper.get("/")
    keeper.sign_in(SIGNATORY)
    first = keeper.get("/")
    assert f'href="{address}">Asked for by Tomasz Birch' in first
    assert 'href="/office/waiting"' in first
    assert "monitoring officer" in keeper.get(address)
    assert "confirmed" in keeper.send(address, address, agreed="yes")
    birch = settings(keeper).person("birch")
    assert birch
    assert len(birch.roles) == 2


def test_a_change_that_waits_can_be_taken_back(keeper: Desk) -> None:
    preview = ask(keeper, "people/0", email="somebody@elsewhere.example")
    agree(keeper, preview)
    address = re.findall(r'href="(/office/waiting/[^"]+)"', keeper.get("/office/waiting"))[0]
    assert "taken back" in keeper.send(address, address)
    assert "No change of the settings waits" in keeper.get("/office/waiting")
    assert keeper.browser.get(address).status_code == 404


def test_the_last_administrator_locks_nobody_out(keeper: Desk) -> None:
    keeper.service.office = OFFICE
    page = "/office/people/{}/end"
    last: dict[str, Any] = {"last-day": "20", "last-month": "10", "last-year": "2022"}
    agree(keeper, keeper.send(page.format("birch"), page.format("birch"), **last))
    preview = keeper.send(page.format("adeyemi"), page.format("adeyemi"), **last)
    hidden: dict[str, Any] = {name: unescape(v) for name, v in HIDDEN.findall(preview)}
    said = keeper.send("/office/file", "/office/change", 403, **hidden)
    assert "Nobody could change the settings any more from 21 October 2022" in said


def test_absences_routes_and_escalations_come_and_go(keeper: Desk) -> None:
    days: dict[str, Any] = {"since-day": "10", "since-month": "10", "since-year": "2022"}
    agree(keeper, ask(keeper, "absences/new", person="lockhart", deputy="birch", **days))
    lockhart = settings(keeper).person("lockhart")
    assert lockhart
    on = keeper.now.date()
    assert settings(keeper).in_place_of(lockhart, on).key == "birch"
    preview = keeper.send("/office/settings/absences/0", "/office/settings/absences/0", away="yes")
    agree(keeper, preview)
    assert settings(keeper).absences == ()
    agree(keeper, ask(keeper, "lead_times/escalations/0", days_left="12"))
    assert [one.days_left for one in settings(keeper).lead_times.escalations] == [12, 5, -1]
    said = ask(keeper, "routes/new", name="custody", kinds=["custody"])
    agree(keeper, said)
    assert set(settings(keeper).routes) == {"full", "short", "custody"}
    assert "already" in ask(keeper, "routes/new", 422, name="full", kinds=["joint"])


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_refused_or_kept_as_words(keeper: Desk, words: str) -> None:
    for address, name in (
        ("office", "telephone"),
        ("people/4", "name"),
        ("forces/0", "aliases"),
        ("lead_times", "comments_due_day"),
        ("lead_times", "reminders_days_left"),
        ("delegations/0", "kinds"),
        ("people/new", "roles.role"),
        ("routes/new", "name"),
        ("publication", "slug"),
        ("people/4/roles/0", "since-year"),
    ):
        page = f"/office/settings/{address}"
        fields = {**form_of(keeper, address), name: [words]}
        answer = keeper.browser.post(page, data={**keeper.carried(page), **fields})
        assert answer.status_code in {200, 422}, (address, name)
        assert "<script>alert" not in answer.text
        if answer.status_code == 200:
            (_, kept) = next(pair for pair in HIDDEN.findall(answer.text) if pair[0] == "text")
            filled(parsed(unescape(kept), "settings"))
    for path in (words, f"people/{words}", f"routes/{words}/steps", f"people/0/{words}"):
        url = f"/office/settings/{path}".replace("\x00", "%00").replace("\n", "%0A")
        assert keeper.browser.get(url).status_code in {200, 404, 405}


def test_every_shape_of_the_settings_has_a_field_somebody_can_fill() -> None:
    kinds = {
        field.kind
        for address in ("office", "wording", "lead_times", "delegations/0", "publication")
        for field in fields_of(spot_at(parsed(OFFICE, "x"), address).shape, (), new=True)
    }
    known = {"line", "long", "lines", "day", "choice", "choices", "number", "numbers"}
    assert kinds == known | {"yesno", "switches", "days"}


def test_a_type_of_document_is_switched_off_and_offered_no_more(keeper: Desk) -> None:
    reference = keeper.service.open()
    assert "Response in a table" in keeper.get(f"/cases/{reference}/wording")
    page = keeper.get("/office/settings/documents")
    assert "Response in a table" in page
    assert 'value="invitation"' not in page
    preview = ask(keeper, "documents", switched_off=["response-table", "press-line"])
    assert "Nobody is offered press-line and response-table any more." in preview
    agree(keeper, preview)
    assert settings(keeper).documents.switched_off == ("press-line", "response-table")
    assert "Tomasz Birch: changed on a page" in keeper.get("/office/changes")
    assert keeper.get("/office/types").count("Switched off</strong>") == 2
    wording = keeper.get(f"/cases/{reference}/wording")
    assert "Response in a table" not in wording
    refused = keeper.send(
        f"/cases/{reference}/wording",
        f"/cases/{reference}/wording/document",
        422,
        name="response-table",
    )
    assert "response-table is switched off by the office’s administrator" in refused
    assert 'value="press-line"' not in keeper.get(f"/cases/{reference}/letters")
    assert "offered press-line and response-table again" in ask(
        keeper, "documents", switched_off=[]
    )
