"""What the legs say of the terminal is said otherwise on a page."""

import re
from pathlib import Path

import pytest

from casework.rules.terminal_words import ON_A_PAGE, in_page_words

CASEWORK = Path(__file__).parents[2] / "casework"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "There is no case S55-1 here: `section55 list` shows those there are.",
            "There is no case S55-1 here: look at the list of cases.",
        ),
        (
            "Correct the date, or add --embargoed if you hold a copy before its release.",
            "Correct the date, or tick “embargoed” if you hold a copy before its release.",
        ),
        (
            "If it does concern you, open it again with --force NAME.",
            "If it does concern you, name the force and open it again.",
        ),
        ("The report is out.", "The report is out."),
    ],
)
def test_a_command_becomes_what_somebody_can_do_on_a_page(said: str, shown: str) -> None:
    assert in_page_words(said) == shown


@pytest.mark.parametrize("terminal", [terminal for terminal, _ in ON_A_PAGE])
def test_each_phrase_is_still_one_that_casework_says(terminal: str) -> None:
    # Sentences are broken over lines in the source: put together before looking.
    rooms = (one for one in CASEWORK.rglob("*.py") if one.name != "terminal_words.py")
    told = [re.sub(r'"\s*\n\s*f?"', "", one.read_text()) for one in rooms]
    pattern = re.compile(terminal)
    plain = [re.sub(r"\{[^{}]*\}", "1", one) for one in told]
    assert any(pattern.search(one) for one in plain)
