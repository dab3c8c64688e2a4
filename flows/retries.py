"""When a task is worth trying again: only if the outside failed, never if we were told no."""

from typing import Any

from casework.errors import DoorError


def the_outside_failed(_task: Any, _run: Any, state: Any) -> bool:
    """Return whether the task ended because a server, a site or a disk did not answer."""
    try:
        state.result()
    except DoorError:
        return True
    except Exception:  # noqa: BLE001  whatever else it was, again would not help
        return False
    return False
