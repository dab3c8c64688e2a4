"""The rooms of the API, one for each noun. A room has a `router`; it is named here."""

from types import ModuleType

from web.api.rooms import (
    amending,
    answers,
    beside,
    cases,
    colleagues,
    dividing,
    findings,
    inviting,
    letters,
    letting_pass,
    opening,
    papers,
    publishing,
    remarks,
    settling,
    signing,
    standing,
    submissions,
    versions,
)

ROOMS: tuple[ModuleType, ...] = (
    cases,
    opening,
    settling,
    findings,
    dividing,
    answers,
    inviting,
    submissions,
    colleagues,
    versions,
    beside,
    papers,
    signing,
    amending,
    letting_pass,
    publishing,
    letters,
    remarks,
    standing,
)
