"""The administrator's first page, and a page for every section of the settings."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter
from starlette.responses import Response

from casework.errors import CaseworkError, SettingsError
from casework.record.settings_history import waiting
from casework.rules.administration import administrators
from casework.rules.office_gaps import office_gaps
from web.forms import Faults, TypedDay, faults_of, typed_day
from web.look import page
from web.office_desk import (
    KeeperSent,
    Keeping,
    Present,
    TypedForm,
    faults_at,
    present,
    preview,
    settings_faults,
    written,
)
from web.office_fields import Field
from web.office_sections import Spot, changed, ended, removed, spot_at, values_of
from web.office_words import PARTS
from web.visits import Visit, new_act

router = APIRouter()
LastDay = Annotated[TypedDay, typed_day("last")]


@router.get("/office")
def office(here: Keeping) -> Response:
    """Show what there is to keep, and what waits."""
    settings, today = here.visitor.settings, here.place.today
    with here.record.reading() as session:
        asked = waiting(session, here.record.office(session))
    return page(
        here.request,
        "office/office.html",
        here.visitor,
        parts=PARTS,
        gaps=office_gaps(settings, today),
        waiting=asked,
        keepers=[person.name for person in administrators(settings, today)],
    )


@router.get("/office/settings/{address:path}")
def section(here: Keeping, address: str) -> Response:
    """Show one place of the settings, with its form and what stands within it."""
    now = present(here)
    spot = spot_at(now.raw, address)
    return _show(here, now, spot)


@router.post("/office/settings/{address:path}")
def change(form: KeeperSent, address: str, said: TypedForm) -> Response:
    """Show what a change of one place would do; nothing is changed yet."""
    here = form.visit
    now = present(here)
    spot = spot_at(now.raw, address)
    fields = spot.fields(now.people)
    try:
        if "away" in said and spot.may_go:
            wanted, path = removed(now.raw, spot), spot.path
        else:
            wanted, path = changed(now.raw, spot, values_of(spot, fields, said))
    except CaseworkError as fault:
        return _show(here, now, spot, _Typed(fields, said, faults_of(fault, "settings-form")))
    faults = faults_at(wanted, path, fields)
    if faults:
        return _show(here, now, spot, _Typed(fields, said, faults))
    return _preview(here, now, wanted, spot)


@dataclass(frozen=True, slots=True)
class _Typed:
    fields: list[Field]
    said: TypedForm
    faults: Faults


def _preview(here: Visit, now: Present, wanted: dict[str, Any], spot: Spot) -> Response:
    back = f"/office/settings/{spot.address}"
    try:
        return preview(here, written(now, wanted), now.sha256, back)
    except SettingsError as fault:
        return _show(here, now, spot, _Typed([], {}, settings_faults(fault, "settings-form")))


def _show(here: Visit, now: Present, spot: Spot, typed: _Typed | None = None) -> Response:
    fields = spot.fields(now.people)
    raw = spot.raw if spot.kind in {"part", "entry"} else {}
    shown = [
        (field, field.typed(typed.said) if typed and typed.said else _shown(field, raw))
        for field in fields
    ]
    return page(
        here.request,
        "office/section.html",
        here.visitor,
        status=422 if typed else 200,
        spot=spot,
        shown=shown,
        title=spot.title(now.people),
        inside=list(spot.inside(now.people)),
        person=raw.get("key") if spot.section == "people" and not spot.is_new else None,
        faults=typed.faults if typed else (),
        new_act=new_act,
    )


def _shown(field: Field, raw: dict[str, Any]) -> Any:
    if field.fixed:
        return raw.get(field.name, "")
    return field.shown({} if field.prefix else raw)


# Somebody leaves


@router.get("/office/people/{key}/end")
def end_page(here: Keeping, key: str) -> Response:
    """Ask for somebody's last day."""
    return _show_end(here, key)


@router.post("/office/people/{key}/end")
def end(form: KeeperSent, key: str, last: LastDay) -> Response:
    """Show what it does that somebody leaves after a day; nothing is changed yet."""
    here = form.visit
    now = present(here)
    try:
        wanted = ended(now.raw, key, last.on)
        return preview(here, written(now, wanted), now.sha256, f"/office/people/{key}/end")
    except SettingsError as fault:
        return _show_end(here, key, last, settings_faults(fault, "last-day"))
    except CaseworkError as fault:
        return _show_end(here, key, last, faults_of(fault, "last-day"))


def _show_end(
    here: Visit, key: str, last: TypedDay | None = None, faults: Faults | None = None
) -> Response:
    person = next((one for one in here.visitor.settings.people if one.key == key), None)
    if person is None:
        spot_at({}, "nobody")
    return page(
        here.request,
        "office/end.html",
        here.visitor,
        status=422 if faults else 200,
        person=person,
        typed=last or TypedDay.of("last", here.place.today),
        faults=faults or (),
        new_act=new_act,
    )
