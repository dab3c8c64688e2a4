"""Signing: a text is frozen, and each signature is bound to its bytes."""

from casework.sign_off.asking import (
    Turn,
    block_in_the_way,
    everything_in_the_way,
    in_the_way,
    texts_to_compare,
    turn_of,
)
from casework.sign_off.conditions import approve_subject_to, certify, refuse_certificate
from casework.sign_off.excusing import (
    InTheWay,
    end_excuse,
    explain_limb,
    look_at_override,
    override_block,
    waive_check,
)
from casework.sign_off.freezing import submit
from casework.sign_off.signatures import (
    GivenElsewhere,
    Seen,
    give_signature,
    record_signature,
    send_back,
    void,
)

__all__ = [
    "GivenElsewhere",
    "InTheWay",
    "Seen",
    "Turn",
    "approve_subject_to",
    "block_in_the_way",
    "certify",
    "end_excuse",
    "everything_in_the_way",
    "explain_limb",
    "give_signature",
    "in_the_way",
    "look_at_override",
    "override_block",
    "record_signature",
    "refuse_certificate",
    "send_back",
    "submit",
    "texts_to_compare",
    "turn_of",
    "void",
    "waive_check",
]
