"""Signing: a text is frozen, and each signature is bound to its bytes."""

from casework.sign_off.asking import Turn, in_the_way, texts_to_compare, turn_of
from casework.sign_off.conditions import approve_subject_to, certify, refuse_certificate
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
    "Seen",
    "Turn",
    "approve_subject_to",
    "certify",
    "give_signature",
    "in_the_way",
    "record_signature",
    "refuse_certificate",
    "send_back",
    "submit",
    "texts_to_compare",
    "turn_of",
    "void",
]
