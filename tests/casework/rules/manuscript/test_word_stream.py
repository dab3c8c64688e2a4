"""A text is found again in a document, whole or altered, and what differs is told."""

import pytest

from casework.rules.manuscript.word_stream import Occurrence, WordStream, tokens
from tests.manuscripts import a_response

ASKED = "The force should record every crime that is told to it by those who call at night."


def stream(words: str) -> WordStream:
    return WordStream(a_response(words).passages)


def found(text: str, words: str) -> Occurrence:
    place = stream(words).like(text)
    assert place is not None
    return place


def differences(words: str, text: str = ASKED) -> list[tuple[str, str]]:
    there = found(text, words).differences
    return [(one.wanted, " ".join(token.word for token in one.found)) for one in there]


@pytest.mark.parametrize(
    ("words", "compared"),
    [
        ("Make sure that anti-social acts", ["ensure", "antisocial", "acts"]),
        ("ensuring that it ensures", ["ensure", "it", "ensure"]),
        ("officers’ officers' it\u02bcs it’s", ["officers", "officers", "it's", "it's"]),
        ("sa\u00adfe no\u200bbody", ["safe", "nobody"]),
        ("96.7% of £12", ["96", "7%", "of", "£12"]),
    ],
)
def test_variants_of_one_spelling_are_one_word(words: str, compared: list[str]) -> None:
    told = list(tokens(words, 7))
    assert [one.word for one in told] == compared
    assert {one.passage for one in told} == {7}
    assert {one.passage for one in tokens(words)} == {0}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("record", "count", ("record", "count")),
        ("every crime", "crime", ("every", "")),
        ("is told", "is soon told", ("", "soon")),
        ("at night.", "by day.", ("at night", "by day")),
        ("at night.", "early.", ("at night", "early")),
        ("who call at night.", "know.", ("who call at night", "")),
        ("The force should", "Forces should", ("the force", "")),
    ],
)
def test_what_was_altered_is_told_with_what_stands_there(
    old: str, new: str, told: tuple[str, str]
) -> None:
    assert differences(f"Words before it.\n{ASKED.replace(old, new)}\nWords behind it.") == [told]


def test_words_right_behind_it_in_the_next_paragraph_are_none_of_it() -> None:
    assert differences(f"{ASKED.removesuffix(' at night.')}\nAnd so on.") == [("at night", "")]


def test_a_place_is_taken_once() -> None:
    twice = stream(f"{ASKED}\nWords.\n{ASKED}")
    first, second = twice.taken(ASKED, 0.5), twice.taken(ASKED, 0.5)
    assert first is not None
    assert second is not None
    assert (first.start, second.start) == (0, 18)
    assert twice.taken(ASKED, 0.5) is None
    assert twice.whole("The force") == []


def test_the_place_where_most_of_it_stands_counts() -> None:
    other = "Crimes are recorded by day, said the chief officer when I asked."
    place = found(ASKED, f"{other}\n{other}\n{ASKED.replace('told', 'said')}\n{other}")
    assert (place.differences[0].wanted, place.kept) == ("told", 16 / 17)
    assert stream("Other words altogether.").like(ASKED) is None
    assert stream("Every crime that is told is one.").like(ASKED) is None


def test_a_heading_between_ends_a_text() -> None:
    words = ASKED.replace(" by those", "\n# Calls\nby those")
    assert differences(words) == [("by those who call at night", "")]
    turned = ASKED.replace("record every", "record\n# Calls\nevery")
    assert differences(turned) == [("the force should record", "")]


def test_a_text_opens_its_passage_but_for_a_label() -> None:
    def opens(words: str) -> bool:
        read = stream(words)
        (place,) = read.whole(ASKED)
        return read.opens(place)

    assert opens(ASKED)
    assert opens(f"Words.\nRecommendation 12: {ASKED}")
    assert opens(f"Words.\n{'–' * 30} {ASKED}")
    assert not opens(f"The inspectors wrote this to me in March: {ASKED}")


def test_a_number_by_hand_before_a_bullet_is_no_other_wording() -> None:
    text = "The force should act:\nrecord every crime it hears of;\ntell all callers what it did."
    numbered = text.replace("record", "(a) record").replace("tell", "ii. tell")
    assert differences(numbered, text) == []


def test_how_clean_and_how_whole_a_place_is_can_be_told() -> None:
    assert found(ASKED, ASKED).clean == found(ASKED, ASKED).kept == 1.0
    half = found(ASKED, "The force should record every crime that is told.")
    assert half.is_part
    assert not half.exact
    mixed = "The big force should soon record each crime that is told late to us by night."
    assert not found(ASKED, mixed).is_part
    assert Occurrence(0, 0, 0.0, ()).clean == 0.0
