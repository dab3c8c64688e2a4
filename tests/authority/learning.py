"""Which acts stand behind each door: learnt from the door itself, kept in no list."""

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.words import Role, Stage
from tests.authority.asked import DecidedError, deciding
from tests.authority.callers import COLLEAGUES, Caller
from tests.authority.once import once
from tests.authority.scenes import Scenes

TRYING = tuple(one for one in COLLEAGUES if one.role in {Role.POLICY_OFFICER, Role.ADMINISTRATOR})
"""Who tries: what a page itself asks before it asks the table, one of them can say."""
Acts = Mapping[Any, tuple[str, ...]]
"""By the form, request or command: the acts it asks for, in turn."""


@dataclass
class Lessons:
    """What the processes of one run learn of the doors: each door is learnt from once."""

    folder: Path

    def once(self, door: str, ways: Iterable[Any], learn: Callable[[], Acts]) -> Acts:
        """Return the acts behind each way of a door, learnt here or by another process."""

        def keep(place: Path) -> None:
            found = {str(way): acts for way, acts in learn().items()}
            (place / "acts.json").write_text(json.dumps(found), encoding="utf-8")

        kept = once(self.folder, f"acts-behind-{door}", keep) / "acts.json"
        known = json.loads(kept.read_text(encoding="utf-8"))
        # In the order in which they were found: so the turns are the same in every process.
        by_name = {str(way): way for way in ways}
        return {by_name[name]: tuple(acts) for name, acts in known.items()}


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
