"""Changes of the settings: put in force, confirmed by a second person, compared, taken back."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, UploadFile
from starlette.responses import Response

from casework.errors import CaseworkError, SettingsError
from casework.record.settings_acts import (
    NOTHING,
    WAITS,
    change_settings,
    confirm_settings,
    withdraw_settings,
)
from casework.record.settings_history import (
    edition,
    editions,
    proposal,
    settings_kept,
    text_of,
    waiting,
)
from casework.registers.office import read_office
from casework.rules.administration import may_administer
from web.files import attachment, optional
from web.forms import Faults, FieldError, faults_of
from web.look import go, page
from web.office_desk import (
    Confirming,
    KeeperSent,
    Keeping,
    confirming,
    consequences,
    present,
    preview,
    settings_faults,
)
from web.visits import Sent, Visit, new_act

router = APIRouter()
TOML = "application/toml"
TOLD = {
    NOTHING: "These are the settings in force already: nothing was changed.",
    WAITS: (
        "The change waits: a second person must confirm it before it holds. "
        "They have been written to."
    ),
}
DONE_TOLD = "The change holds from now on."


@router.post("/office/change")
def change(
    form: KeeperSent,
    text: Annotated[str, Form()] = "",
    base: Annotated[str, Form()] = "",
) -> Response:
    """Put changed settings in force, or before a second person."""
    here = form.visit
    became = change_settings(here.record, form.hand(), _unix(text), base)
    return go(_home(here), TOLD.get(became, DONE_TOLD))


def _home(here: Visit) -> str:
    """Return where the way leads after a change: whoever gave the keys away has no page here."""
    settings = present(here).settings
    person = settings.person(here.visitor.person.key)
    roles = person.roles_on(here.place.today) if person else frozenset()
    keeps = may_administer(settings, here.visitor.told_roles or roles, here.place.today)
    return "/office" if keeps else "/"


def _unix(text: str) -> str:
    # A form sends the line ends of a file as those of a form.
    return text.replace("\r\n", "\n").replace("\r", "\n")


# Whole files


@router.get("/office/file")
def file_page(here: Keeping) -> Response:
    """Offer the whole settings as a file, to take and to hand in."""
    return _show_file(here)


@router.get("/office/file/office.toml")
def download(here: Keeping) -> Response:
    """Give the settings in force out as their file."""
    return attachment(present(here).text.encode(), "office.toml", TOML)


@router.post("/office/file")
def hand_in(
    form: KeeperSent, file: UploadFile | None = None, text: Annotated[str, Form()] = ""
) -> Response:
    """Show what a whole file would change; nothing is changed yet."""
    here = form.visit
    try:
        wanted = _handed_in(file, text)
        read_office(wanted, "the file")
    except SettingsError as fault:
        return _show_file(here, text, settings_faults(fault, "text"))
    except CaseworkError as fault:
        return _show_file(here, text, faults_of(fault, "text"))
    return preview(here, wanted, present(here).sha256, "/office/file")


def _handed_in(file: UploadFile | None, text: str) -> str:
    given = optional(file, "file")
    if given is None:
        if not text.strip():
            raise FieldError("file", "Choose a settings file, or paste its text.")
        return _unix(text)
    try:
        return _unix(given[0].decode("utf-8"))
    except UnicodeDecodeError as fault:
        message = f"{given[1]} is not a text file in UTF-8: save it again as plain text."
        raise FieldError("file", message) from fault


def _show_file(here: Visit, text: str = "", faults: Faults | None = None) -> Response:
    return page(
        here.request,
        "office/file.html",
        here.visitor,
        status=422 if faults else 200,
        text=text,
        faults=faults or (),
        new_act=new_act,
    )


# What was, and what waits


@router.get("/office/changes")
def history(here: Keeping) -> Response:
    """Show every edition of the settings, the latest first."""
    with here.record.reading() as session:
        office = here.record.office(session)
        every = editions(session, office)
        asked = waiting(session, office)
    return page(
        here.request,
        "office/changes.html",
        here.visitor,
        editions=every[::-1],
        waiting=asked,
    )


@router.get("/office/changes/compare")
def compare(
    here: Keeping,
    old: Annotated[str, Query(alias="from")] = "",
    new: Annotated[str, Query(alias="to")] = "",
) -> Response:
    """Show what differs between two editions."""
    with here.record.reading() as session:
        office = here.record.office(session)
        first, second = (edition(session, office, _number(one)) for one in (old, new))
        before, after = (settings_kept(session, one.sha256) for one in (first, second))
    return page(
        here.request,
        "office/compare.html",
        here.visitor,
        first=first,
        second=second,
        changes=consequences(here, before, after)["changes"],
    )


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < len("1000000") else 0


@router.get("/office/changes/{number}.toml")
def former_file(here: Keeping, number: str) -> Response:
    """Give an edition out as its file."""
    with here.record.reading() as session:
        one = edition(session, here.record.office(session), _number(number))
        text = text_of(session, one.sha256)
    return attachment(text.encode(), f"office-{one.number}.toml", TOML)


@router.get("/office/changes/{number}/back")
def take_back(here: Keeping, number: str) -> Response:
    """Show what it would do to put an earlier edition in force again, by a new change."""
    with here.record.reading() as session:
        one = edition(session, here.record.office(session), _number(number))
        text = text_of(session, one.sha256)
    return preview(here, text, present(here).sha256, "/office/changes", edition=one)


@router.get("/office/waiting")
def waits(here: Confirming) -> Response:
    """Show the changes that wait for a second person."""
    with here.record.reading() as session:
        asked = waiting(session, here.record.office(session))
    return page(here.request, "office/waiting.html", here.visitor, waiting=asked)


@router.get("/office/waiting/{number}")
def one_that_waits(here: Confirming, number: str) -> Response:
    """Show what a change that waits would do, to whoever may confirm it."""
    return _show_waiting(here, number)


@router.post("/office/waiting/{number}")
def settle(form: Sent, number: str, agreed: Annotated[str, Form()] = "") -> Response:
    """Confirm a change that waits, or take it back."""
    here = confirming(form.visit)
    try:
        if agreed == "yes":
            confirm_settings(here.record, form.hand(), number)
            told = "You have confirmed the change: it holds from now on."
        else:
            withdraw_settings(here.record, form.hand(), number)
            told = "The change is taken back: nothing was changed."
    except CaseworkError as fault:
        return _show_waiting(here, number, faults_of(fault, "confirm"))
    return go("/office/waiting", told)


def _show_waiting(here: Visit, number: str, faults: Faults | None = None) -> Response:
    with here.record.reading() as session:
        office = here.record.office(session)
        one = proposal(session, office, number)
        before, after = (settings_kept(session, key) for key in (one.before, one.sha256))
        own = one.who if one.person_id else ""
        stale = one.before != office.settings_sha256
    return page(
        here.request,
        "office/waiting_one.html",
        here.visitor,
        status=422 if faults else 200,
        **consequences(here, before, after),
        one=one,
        stale=stale,
        is_own=own == here.visitor.person.name,
        faults=faults or (),
        new_act=new_act,
    )
