"""The pages, one room each. A room has a `router`; it is named here to be reached."""

from types import ModuleType

from web.pages import case, cases, today

ROOMS: tuple[ModuleType, ...] = (today, cases, case)
