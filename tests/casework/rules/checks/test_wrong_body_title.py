"""A title with the fire service for a body without it, and the other way round, is told."""

import pytest

from casework.rules.checks.wrong_body_title import wrong_body_title
from models.shapes.checking import Facts, Holder
from tests.manuscripts import a_response, some_facts

PLAIN = some_facts()
FIRE = some_facts(
    local_policing_body=Holder(
        "Police, Fire and Crime Commissioner for Barsetshire", "Ada Marsh", "pfcc"
    )
)


@pytest.mark.parametrize(
    ("facts", "sentence", "wrong"),
    [
        (FIRE, "As Police and Crime Commissioner for Barsetshire I welcome it.", True),
        (FIRE, "The Barsetshire Police and Crime Commissioner", True),
        (PLAIN, "The Police, Fire and Crime Commissioner for Barsetshire", True),
        (FIRE, "As Police, Fire and Crime Commissioner for Barsetshire I welcome it.", False),
        (FIRE, "The Police and Crime Plan for Barsetshire", False),
        (FIRE, "Police and Crime Commissioners", False),
        (FIRE, "the Police and Crime Commissioner for Loamshire", False),
        (PLAIN, "The Police and Crime Commissioner for Barsetshire", False),
        (Facts(), "The Police, Fire and Crime Commissioner for Barsetshire", False),
    ],
)
def test_the_title_is_compared_with_the_bodys_own(facts: Facts, sentence: str, wrong: bool) -> None:  # noqa: FBT001
    assert bool(list(wrong_body_title(a_response(sentence, facts)))) is wrong
