"""Publication: scheduled, written, seen, and copied to those the law names.

Police Act 1996 s.55(5), (5A) and (6).
"""

from casework.publication.again import lay_out_again
from casework.publication.copies import close_when_copied, prepare_copies
from casework.publication.proving import prove, prove_by_hand
from casework.publication.publishing import PublicationDoors, publish, publish_now
from casework.publication.scheduling import correct, give_lateness_reason, schedule, unschedule
from casework.publication.the_register import register_of

__all__ = [
    "PublicationDoors",
    "close_when_copied",
    "correct",
    "give_lateness_reason",
    "lay_out_again",
    "prepare_copies",
    "prove",
    "prove_by_hand",
    "publish",
    "publish_now",
    "register_of",
    "schedule",
    "unschedule",
]
