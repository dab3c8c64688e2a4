"""Looking for new reports: what a source shows is written down, once, and announced.

The announcement is an errand in the same transaction: an event that is lost
is made good by the next sweep, because every sighting without an outcome is
taken up again.
"""

from casework.watching.looking import watch
from casework.watching.opening import open_sighting, unopened
from casework.watching.reconciling import reconcile
from casework.watching.seen import Fetcher, Seen
from casework.watching.settling import settle_sighting, trust_list

__all__ = [
    "Fetcher",
    "Seen",
    "open_sighting",
    "reconcile",
    "settle_sighting",
    "trust_list",
    "unopened",
    "watch",
]
