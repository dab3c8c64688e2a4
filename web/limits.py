"""How often one thing may be asked for: counted in this process, forgotten with it."""

from collections import defaultdict, deque
from datetime import datetime, timedelta
from threading import Lock
from typing import Final

from starlette.requests import Request

from casework.errors import NotAllowedError

WINDOW: Final = timedelta(minutes=15)
PER_ADDRESS: Final = 5
PER_NEIGHBOUR: Final = 30
"""From one network address: a whole office may stand behind it."""

_asked: dict[tuple[str, str], deque[datetime]] = defaultdict(deque)
_lock = Lock()


class TooOftenError(NotAllowedError):
    """Something was asked for too often in a quarter of an hour."""


def too_often(
    request: Request, what: str, whom: str, now: datetime, most: int = PER_ADDRESS
) -> bool:
    """Count one asking; return whether it is one too many, `most` being let through for one."""
    neighbour = request.client.host if request.client else ""
    keys = ((f"{what}:whom", whom, most), (f"{what}:from", neighbour, PER_NEIGHBOUR))
    with _lock:
        # Each is counted, also where the first is over already.
        counts = [_count((kind, key), now) - most for kind, key, most in keys]
    return max(counts) > 0


def too_many(what: str, whom: str, now: datetime, most: int) -> bool:
    """Count one asking by one and the same; return whether it is more than `most`."""
    with _lock:
        return _count((what, whom), now) > most


def _count(key: tuple[str, str], now: datetime) -> int:
    moments = _asked[key]
    while moments and moments[0] <= now - WINDOW:
        moments.popleft()
    moments.append(now)
    return len(moments)


def forget() -> None:
    """Forget every count."""
    with _lock:
        _asked.clear()
