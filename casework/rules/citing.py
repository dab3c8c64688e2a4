"""How findings are cited: each by its reference, several in one breath."""

from collections.abc import Iterable

from casework.rules.wording import joined

PLURALS = {
    "Recommendation": "Recommendations",
    "AFI": "AFIs",
    "Cause of concern": "Causes of concern",
}


def cited_together(references: Iterable[str]) -> str:
    """Return `Recommendations 3, 7 and 9` for the references of several findings."""
    numbers: dict[str, list[str]] = {}
    for reference in references:
        word, _, number = reference.rpartition(" ")
        numbers.setdefault(word, []).append(number)
    return joined(
        [
            f"{PLURALS.get(word, word) if len(found) > 1 else word} {joined(found)}"
            for word, found in numbers.items()
        ]
    )
