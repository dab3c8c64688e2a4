"""What stands in for the question who is there: a machine that signs cannot be asked it."""

from typing import Final

from casework.access import NO_SIGNATURES
from casework.errors import WrongHandError
from models import SureBy
from web.api.changes import Change

NOT_TO_SIGN: Final = (
    "This token was not made to sign. Whoever it acts for makes one that is, on their page of "
    "tokens: they confirm there who they are, and it works for one day."
)


def sure_of(change: Change) -> SureBy:
    """Return that a token made to sign is sure of its person; refuse one that signs nothing.

    What made sure of them as they made it is kept with the token. What is
    signed is named by its hash in the request itself.
    """
    if not change.visit.visitor.settings.house_rules.api_signatures_allowed:
        raise WrongHandError(NO_SIGNATURES)
    if change.sure_by is None:
        raise WrongHandError(NOT_TO_SIGN)
    return SureBy.TOKEN
