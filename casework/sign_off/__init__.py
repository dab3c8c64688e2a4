"""Signing: a text is frozen, and each signature is bound to its bytes."""

from casework.sign_off.freezing import submit
from casework.sign_off.signatures import give_signature, record_signature, send_back, void

__all__ = ["give_signature", "record_signature", "send_back", "submit", "void"]
