"""Signing: a text is frozen, and each signature is bound to its bytes."""

from casework.sign_off.asking import Turn, in_the_way, turn_of
from casework.sign_off.freezing import submit
from casework.sign_off.signatures import (
    GivenElsewhere,
    give_signature,
    record_signature,
    send_back,
    void,
)

__all__ = [
    "GivenElsewhere",
    "Turn",
    "give_signature",
    "in_the_way",
    "record_signature",
    "send_back",
    "submit",
    "turn_of",
    "void",
]
