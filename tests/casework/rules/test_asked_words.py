"""What somebody typed is understood as people mean it, and a snippet shows where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.rules.asked_words import LONGEST_ASKED, MOST_TERMS, Asked, Term, asked, words_of
from casework.rules.snippets import BEFORE, LENGTH, snippet

AROUND = "We saw how the control room answers calls about hate crime, and how it does not. "


def marked(text: str, typed: str) -> list[str]:
    """Return the marked words of a snippet."""
    return [part.words for part in snippet(text, asked(typed)) if part.marked]


@pytest.mark.parametrize(
    ("typed", "terms", "without"),
    [
        ("hate crime", [Term(("hate",)), Term(("crime",), beginning=True)], []),
        ('"Hate Crime"', [Term(("hate", "crime"))], []),
        ("“hate crime”", [Term(("hate", "crime"))], []),
        ("force -custody", [Term(("force",))], [Term(("custody",))]),
        ('force -"hate crime"', [Term(("force",))], [Term(("hate", "crime"))]),
        ("55(4)", [Term(("55", "4"), beginning=False)], []),
        ("anti-social", [Term(("anti", "social"), beginning=True)], []),
        ("Tŷ’r", [Term(("ty", "r"), beginning=False)], []),
        ("-custody", [], [Term(("custody",))]),
        ('"" - -- " \' *', [], []),
        ("a", [Term(("a",))], []),
        ("police police x", [Term(("police",)), Term(("x",))], []),
    ],
)
def test_what_is_typed_becomes_terms(typed: str, terms: list[Term], without: list[Term]) -> None:
    assert asked(typed) == Asked(tuple(terms), tuple(without))


@given(st.text())
def test_any_text_becomes_words_that_no_database_can_take_for_more(typed: str) -> None:
    found = asked(typed)
    words = [word for term in (*found.terms, *found.without) for word in term.words]
    assert all(word.isalnum() for word in words)
    assert len(found.terms) + len(found.without) <= MOST_TERMS
    assert asked(typed + "x" * LONGEST_ASKED) is not None


@given(st.text())
def test_every_word_stands_where_it_is_said_to_stand(text: str) -> None:
    at = 0
    for found in words_of(text):
        assert at <= found.start < found.end <= len(text)
        assert [again.word for again in words_of(text[found.start : found.end])] == [found.word]
        at = found.end


def test_a_snippet_begins_a_little_before_the_first_place_and_ends_between_words() -> None:
    text = AROUND.replace("hate", "love") * 5 + AROUND * 5
    parts = snippet(text, asked('"hate crime"'))
    shown = "".join(part.words for part in parts)
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) <= BEFORE + LENGTH
    assert shown.index("hate") < BEFORE + 5
    assert {part.words for part in parts if part.marked} == {"hate crime"}
    assert set(shown.strip("… ").split()) <= set(text.split()) | {"not"}


def test_marks_cover_what_was_found_and_only_that() -> None:
    assert marked(AROUND, "call") == ["calls"]
    assert marked(AROUND, "call room") == ["room"]
    assert marked(AROUND, '"control room" -answers') == ["control room"]
    assert marked("Tŷ Gwyn, y ty\u0302.", "ty") == ["Tŷ", "ty\u0302"]
    assert marked(AROUND, "nowhere") == []


@given(st.text(), st.text())
def test_a_snippet_of_a_short_text_is_the_text(text: str, typed: str) -> None:
    shown = "".join(part.words for part in snippet(text[:LENGTH], asked(typed)))
    if len(text) <= BEFORE:
        assert shown == text
    assert shown.strip("… \n") in text or shown in text
