"""Which acts stand behind each door: learnt from the door itself, kept in no list."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any

from models.words import Role, Stage
from tests.authority.asked import DecidedError, deciding
from tests.authority.callers import COLLEAGUES, Caller
from tests.authority.scenes import Scenes

TRYING = tuple(one for one in COLLEAGUES if one.role in {Role.POLICY_OFFICER, Role.ADMINISTRATOR})
"""Who tries: what a page itself asks before it asks the table, one of them can say."""
Acts = Mapping[Any, tuple[str, ...]]
"""By the form, request or command: the acts it asks for, in turn."""


def learnt(
    ways: Iterable[Any], scenes: Scenes, enter: Callable[..., None], send: Callable[..., Any]
) -> Acts:
    """Return the acts behind each way: everybody is let in, until it asks for one at some stage."""
    found: dict[Any, tuple[str, ...]] = {}
    wanting = list(ways)
    for stage in Stage:
        enter(scenes.at(stage))
        for way in wanting:
            acts = next(filter(None, (_asked(caller, way, send) for caller in TRYING)), ())
            if acts:
                found[way] = acts
        wanting = [way for way in wanting if way not in found]
    return found


def _asked(caller: Caller, way: Any, send: Callable[..., Any]) -> tuple[str, ...]:
    with deciding(grant_all=True) as heard, suppress(DecidedError):
        send(caller, way)
    return tuple(heard.acts)
