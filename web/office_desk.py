"""The administrator at the desk: who may be here, the settings they see, what a change does."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request
from starlette.responses import Response

from casework.access import within_reach
from casework.errors import SettingsError, WrongHandError
from casework.record.settings_effects import Turn, effects, open_cases
from casework.record.settings_history import text_of
from casework.registers.office import checked, parsed, read_office
from casework.registers.toml_lines import Path
from casework.registers.toml_writing import rewritten
from casework.rules.administration import guarded_changes, may_confirm
from casework.rules.office_gaps import office_gaps
from casework.rules.settings_changes import Change, changes
from models import Case
from models.shapes.office import OfficeSettings
from web.forms import Faults
from web.look import page
from web.office_fields import Choices, Field
from web.office_words import PEOPLE_NAMED, label_of
from web.visits import Posted, Sent, Visit, Visiting, new_act


def keeping(here: Visiting) -> Visit:
    """Return the visit of somebody who keeps the office's settings; refuse anybody else's."""
    if not here.visitor.may_administer:
        message = "The office’s settings are kept by its administrator: ask them for a change."
        raise WrongHandError(message)
    return here


def confirming(here: Visiting) -> Visit:
    """Return the visit of somebody who may be a second person to a change."""
    if not may_confirm(here.visitor.settings, here.visitor.roles, here.place.today):
        message = "Changes are confirmed by an administrator, the signatory or the chief executive."
        raise WrongHandError(message)
    return here


Keeping = Annotated[Visit, Depends(keeping)]
Confirming = Annotated[Visit, Depends(confirming)]


def sent_by_keeper(form: Sent) -> Posted:
    """Return a form sent by somebody who keeps the settings."""
    keeping(form.visit)
    return form


KeeperSent = Annotated[Posted, Depends(sent_by_keeper)]


async def typed(request: Request) -> Mapping[str, list[str]]:
    """Return everything that was typed into a form, by field."""
    form = await request.form()
    return {name: [one for one in form.getlist(name) if isinstance(one, str)] for name in form}


TypedForm = Annotated[Mapping[str, list[str]], Depends(typed)]


@dataclass(frozen=True, slots=True)
class Present:
    """The settings in force: their text, its values, its number."""

    text: str
    raw: dict[str, Any]
    sha256: str
    settings: OfficeSettings

    @property
    def people(self) -> Choices:
        """Return everybody of the office as choices of a form."""
        return tuple((person.key, person.name) for person in self.settings.people)


def present(here: Visit) -> Present:
    """Return the settings in force."""
    with here.record.reading() as session:
        office = here.record.office(session)
        text = text_of(session, office.settings_sha256)
        settings = here.record.settings_of(session, office)
    return Present(text, parsed(text, "the settings"), office.settings_sha256, settings)


def written(now: Present, wanted: dict[str, Any]) -> str:
    """Return the text of the settings as wanted; refuse settings that cannot be used."""
    text = rewritten(now.text, wanted)
    read_office(text, "the settings")
    return text


def faults_at(wanted: dict[str, Any], path: Path, fields: list[Field]) -> Faults:
    """Return what is wrong with wanted settings, each beside its field."""
    _, found = checked(wanted)
    ids = {_place(field): field.id for field in fields if not field.fixed}
    faults = []
    for fault in found:
        inner = fault.path[len(path) :] if fault.path[: len(path)] == path else ()
        known = next((ids[inner[:n]] for n in range(len(inner), 0, -1) if inner[:n] in ids), None)
        where = "" if known else _where(fault.path)
        faults.append(
            (known or "settings-form", f"{where}{fault.sentence[:1]}{fault.sentence[1:]}")
        )
    return list(dict.fromkeys(faults))


def _place(field: Field) -> Path:
    return (field.prefix[:-1], 0, field.name) if field.prefix else (field.name,)


def _where(path: Path) -> str:
    words = [label_of(step) if isinstance(step, str) else str(step + 1) for step in path[:-1]]
    return f"{', '.join(words)}: " if words else ""


def preview(here: Visit, text: str, base: str, back: str, **more: Any) -> Response:
    """Show what a change would do, and ask whether it is meant."""
    now = present(here)
    after = read_office(text, "the settings")
    return page(
        here.request,
        "office/preview.html",
        here.visitor,
        **consequences(here, now.settings, after),
        text=text,
        base=base,
        back=back,
        new_act=new_act,
        stale=base != now.sha256,
        **more,
    )


def consequences(here: Visit, before: OfficeSettings, after: OfficeSettings) -> dict[str, Any]:
    """Return what differs between two editions, and what that does, for a page."""
    today, roles, moment = here.place.today, here.visitor.roles, here.place.now

    def may_see(case: Case) -> bool:
        return within_reach(case, roles, moment)

    with here.record.reading() as session:
        cases = open_cases(session, here.record.office(session), may_see)
        said = effects(Turn(session, before, after, today, cases))
    known = office_gaps(before, today)
    return {
        "changes": _told(changes(before, after), after, before),
        "effects": said,
        "guarded": guarded_changes(before, after),
        "gaps": [gap for gap in office_gaps(after, today) if gap not in known],
    }


def _told(
    found: tuple[Change, ...], after: OfficeSettings, before: OfficeSettings
) -> list[tuple[str, str, str]]:
    names = {p.key: p.name for p in (*before.people, *after.people)}
    told = []
    for one in found:
        last = one.place[-1]
        shown = one._replace(
            before=_with_names(last, one.before, names), after=_with_names(last, one.after, names)
        )
        told.append((_in_place(one, names), shown.was, shown.becomes))
    return told


def _with_names(setting: str, value: Any, names: Mapping[str, str]) -> Any:
    """Return a setting, or an entry of several, with people by their names."""
    if isinstance(value, dict):
        return {key: _with_names(key, inner, names) for key, inner in value.items()}
    is_somebody = setting in PEOPLE_NAMED and isinstance(value, str)
    return names.get(value, value) if is_somebody else value


def _in_place(change: Change, names: Mapping[str, str]) -> str:
    first, *rest = change.place
    said = [label_of(first)]
    for step in rest:
        word = label_of(step)
        said.append(_entry(step, names) if " " in step or step in names else _small(word))
    return ", ".join(said)


def _entry(known: str, names: Mapping[str, str]) -> str:
    """Return what an entry is known by, such as a role and its first day; people by their names."""
    return " ".join(names.get(word, word) for word in known.split(" "))


def _small(word: str) -> str:
    return word[:1].lower() + word[1:]


def settings_faults(fault: SettingsError, field: str) -> Faults:
    """Return every sentence of refused settings, each linked to one field."""
    return [(field, line) for line in str(fault).splitlines()]
