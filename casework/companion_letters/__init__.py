"""The companion letters of a case: made on the record for a person to read; nothing is sent."""

from casework.companion_letters.asking import Wish
from casework.companion_letters.kinds import KINDS
from casework.companion_letters.making import make_letter

__all__ = ["KINDS", "Wish", "make_letter"]
