"""The Word file goes out to people and comes back, from several hands.

`check_in` takes an edit back, as the next version or as a branch beside it;
`checkout` says who has it out, `branches` what becomes of an edit kept beside,
`remarks` what was said elsewhere and what was made of it.
"""

from casework.review.branches import settle_branch, take_branch
from casework.review.by_link import Point, make_point
from casework.review.check_in import Edited, check_in
from casework.review.checkout import check_out, give_back
from casework.review.remarks import HeardElsewhere, decide_remark, log_remarks
from casework.review.updates import decline_updates, take_updates

__all__ = [
    "Edited",
    "HeardElsewhere",
    "Point",
    "check_in",
    "check_out",
    "decide_remark",
    "decline_updates",
    "give_back",
    "log_remarks",
    "make_point",
    "settle_branch",
    "take_branch",
    "take_updates",
]
