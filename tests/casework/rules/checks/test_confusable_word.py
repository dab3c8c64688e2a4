"""Where a word taken for another one is shown, and where it is passed over."""

import pytest

from casework.rules.checks.confusable_pairs import Beside, slips
from casework.rules.checks.confusable_word import confusable_word
from models.shapes.checking import Severity
from tests.manuscripts import a_finding, a_response, some_facts

WRONG = "The force should keep a pubic record of its searches."
FACTS = some_facts(a_finding("AFI 1", "Keep at it and"), a_finding("AFI 2", WRONG))


def shown(words: str) -> list[tuple[str, str, str]]:
    """Return each wrong word, the stretch that gives it away, and the word meant."""
    return [
        (words[one.start : one.end], words[one.first : one.last], one.meant) for one in slips(words)
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It is a pubic place.", ("pubic", "a pubic place", "public")),
        ("Pubic places.", ("Pubic", "Pubic places", "public")),
        ("It is pubic.", ("pubic", "is pubic", "public")),
        ("It is so, pubic, and so on.", ("pubic", "pubic", "public")),
        ("It was effectively then last week.", None),
        ("Its a pity.", ("Its", "Its a", "it is")),
        (
            "It lets people ask whether there partner rang.",
            ("there", "whether there partner", "their"),
        ),
        ("The panel will than report to me.", ("than", "The panel will than report", "then")),
    ],
)
def test_a_wrong_word_is_given_away_by_what_touches_it(
    words: str, found: tuple[str, str, str] | None
) -> None:
    assert shown(words)[:1] == ([found] if found else [])


@pytest.mark.parametrize(
    ("beside", "word", "fits"),
    [
        (Beside(frozenset({"a"}), ("ing",)), "being", True),
        (Beside(frozenset({"a"}), ("ing",)), "a", True),
        (Beside(frozenset({"a"}), ("ing",)), "river", False),
        (Beside(frozenset({"a"}), ("ing",), none_of=True), "river", True),
        (Beside(frozenset({"a"}), ("ing",), none_of=True), "being", False),
        (Beside(frozenset({"a"})), "being", False),
        (Beside(frozenset()), "river", True),
    ],
)
def test_a_word_beside_fits_by_itself_or_by_its_ending(
    beside: Beside, word: str, *, fits: bool
) -> None:
    assert beside.fits(word) is fits


def test_one_wrong_word_hides_no_other() -> None:
    told = shown("It is a pubic place, the manger said, and its currant state.")
    assert [one[0] for one in told] == ["pubic", "manger", "currant"]


def test_what_the_inspectors_wrote_so_is_passed_over_only_where_they_are_quoted() -> None:
    quoted = f"> {WRONG}"
    assert not list(confusable_word(a_response(quoted, FACTS)))
    (own,) = confusable_word(a_response("I keep a pubic record as well.", FACTS))
    assert own.severity is Severity.WARNING
    (theirs,) = confusable_word(a_response(quoted, some_facts(a_finding("AFI 1", "Mend it."))))
    assert theirs.severity is Severity.NOTE


def test_a_copied_slip_hides_none_behind_it_in_the_same_passage() -> None:
    (found,) = confusable_word(a_response(f"> {WRONG} It is a pubic place.", FACTS))
    assert found.where == "a pubic place"


def test_a_word_that_stands_there_twice_is_shown_with_those_beside_it() -> None:
    (once,) = confusable_word(a_response("It is a pubic place."))
    assert once.where == "pubic"
    first, second = confusable_word(a_response("It is a pubic place and a pubic house."))
    assert (first.where, second.where) == ("a pubic place", "a pubic house")
    assert first.message == "“pubic” in “a pubic place”: is “public” meant?"
