"""The rooms of the API, one for each noun. A room has a `router`; it is named here."""

from types import ModuleType

from web.api.rooms import (
    answers,
    cases,
    findings,
    publishing,
    remarks,
    settling,
    signing,
    submissions,
    versions,
)

ROOMS: tuple[ModuleType, ...] = (
    cases,
    settling,
    findings,
    answers,
    submissions,
    versions,
    signing,
    publishing,
    remarks,
)
