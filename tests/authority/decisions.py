"""Whether the table decided a cell as it should: the same question at every door."""

from typing import Final

from tests.authority.asked import Asked
from tests.authority.callers import Caller

OWNERS: Final = {
    "answer_question": ("pym",),
    "withdraw_question": ("lockhart",),
    "revoke_guest_link": ("lowe",),
}
"""Who needs no more than the act itself: whom it is about, and the administrator."""


def of_the_decision(caller: Caller, expected: tuple[str, ...], heard: Asked) -> str:
    """Return what is wrong with a decision; nothing if it is right."""
    if heard.acts[0] not in expected[:1]:
        return f"asks for {heard.acts}, not for {expected}"
    may = all(map(caller.may, heard.acts))
    if heard.admitted is not may:
        return f"was {'let in' if heard.admitted else 'refused'} for {heard.acts}: {heard.said}"
    part_spared = heard.ready and may and not all(map(caller.may, expected))
    if part_spared and caller.person not in OWNERS.get(expected[0], ()):
        return f"was spared {expected}"
    return ""
