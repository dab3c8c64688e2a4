from datetime import date
from pathlib import Path

from casework.registers.office import read_office
from casework.rules.office_gaps import office_gaps

TOP = Path(__file__).parents[3]
EXAMPLE = (TOP / "office.example.toml").read_text(encoding="utf-8")


def changed(old: str, new: str, text: str = EXAMPLE) -> str:
    """Return the example with one thing changed."""
    assert text.count(old) == 1
    return text.replace(old, new)


def test_a_role_of_a_route_that_nobody_holds_is_a_warning() -> None:
    text = changed(
        'role = "policy_officer", since = 2020-10-05',
        'role = "policy_officer", since = 2020-10-05, until = 2026-01-31',
    )
    settings = read_office(text, "office.toml")
    assert office_gaps(settings, date(2026, 1, 31)) == ()
    assert office_gaps(settings, date(2026, 2, 1)) == (
        (
            "Nobody holds the role policy officer today, so the step submitted of the route “full”"
            " cannot be done."
        ),
        (
            "Nobody holds the role policy officer today, so the step submitted of the route “short”"
            " cannot be done."
        ),
    )


def test_empty_posts_and_delegations_that_run_out_are_warnings() -> None:
    text = changed("since = 2024-04-01", "since = 2024-04-01\nuntil = 2026-01-31")
    text = changed("\nsince = 2021-06-14\n", "\nsince = 2021-06-14\nuntil = 2026-03-01\n", text)
    settings = read_office(text, "office.toml")
    first, second = office_gaps(settings, date(2026, 2, 1))
    assert first.startswith("Barsetshire Constabulary has no chief officer today")
    assert second.endswith(
        "(Scheme of Delegation, paragraph 3.2, 14 June 2021) ends on 1 March 2026."
    )
    no_copies = office_gaps(settings, date(2016, 1, 1))
    assert sum("no copy can be sent there" in gap for gap in no_copies) == 2
