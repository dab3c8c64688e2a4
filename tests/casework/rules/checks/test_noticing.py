"""How a place is shown: whole words, never too many."""

from casework.rules.checks.noticing import AROUND, LONGEST, around, at, noticed, shortened
from models.shapes.checking import Observation, Severity
from tests.manuscripts import a_response


def test_words_are_shown_whole_up_to_their_longest() -> None:
    exact = "ab " * 53 + "x"
    assert len(exact) == LONGEST
    assert shortened(f"  {exact}  ") == exact
    assert shortened(exact + "y") == ("ab " * 53).rstrip()


def test_a_place_is_shown_with_a_few_whole_words_around_it() -> None:
    (passage,) = a_response("abc " * 20 + "HERE" + " xyz" * 20).passages
    start = passage.words.index("HERE")
    shown = around(passage, start, start + 4)
    assert shown == "abc " * 8 + "HERE" + " xyz" * 8
    assert shown in passage.words
    near = around(passage, AROUND, AROUND + 1)
    assert near.startswith("abc abc")
    assert passage.words.startswith(near)
    assert passage.words.endswith(around(passage, len(passage.words) - 1, len(passage.words)))


def test_an_observation_is_on_one_line_and_proposes_nothing_unasked() -> None:
    (passage,) = a_response("Some words.").passages
    assert noticed("a_check", Severity.NOTE, "One\nline.", at(passage, "words")) == Observation(
        "a_check", Severity.NOTE, "words", "One line.", None, 0, replaces=False, style=False
    )
    assert noticed("a_check", Severity.NOTE, "All of it.").passage is None
    assert at(passage).words == "Some words."
