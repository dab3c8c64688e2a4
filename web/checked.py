"""The checks of a case's response, for the pages that show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from web.case_file import looking_at

if TYPE_CHECKING:
    from casework.examining import CaseChecked
    from web.visits import Visit


def checks_of(here: Visit, reference: str) -> CaseChecked | None:
    """Return what the checks notice; None if nothing is drafted yet."""
    # A tenth of the time it takes to start, and few pages ask for it.
    from casework.examining import checked_case  # noqa: PLC0415

    with looking_at(here, reference) as (session, case):
        return checked_case(session, here.visitor.settings, case, here.place.today)
