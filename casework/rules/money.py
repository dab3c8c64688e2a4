"""Whether words speak of money: for the officer who must be able to pay for them."""

import re

_MONEY = re.compile(
    r"£|\b(?:fund(?:s|ed|ing)?|budgets?|budgeted|spend(?:s|ing)?|spent|costs?|costed|grants?|"
    r"invest(?:s|ed|ing|ments?)?|precept|reserves|financ(?:e|es|ed|ial)|money|pounds)\b",
    re.IGNORECASE,
)


def speaks_of_money(words: str) -> bool:
    """Return whether something here may have to be paid for. Too often is safe, too seldom not."""
    return bool(_MONEY.search(words))
