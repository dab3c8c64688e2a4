"""The dictionary knows British English and policing, and says what is meant."""

import pytest

from casework.registers.dictionary import Dictionary, load_dictionary
from casework.registers.word_forms import affixes, word_forms

RULES = """
PFX U Y 1
PFX U 0 un .
SFX D Y 2
SFX D e ed e
SFX D 0 ed [^ey]
SFX S Y 1
SFX S y ies [^aeiou]y
"""


@pytest.mark.parametrize(
    "word",
    [
        "organisation", "neighbourhood", "Crime’s", "officers’", "reoffending", "multi-agency",
        "co-ordinated", "COMMUNITY", "misper", "victim-focused", "unvetted",
    ],
)  # fmt: skip
def test_words_of_the_trade_are_known_in_any_case(word: str) -> None:
    assert load_dictionary().knows(word)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("organization", "organisation"),
        ("color", "colour"),
        ("recieve", "receive"),
        ("Evidene", "Evidence"),
        ("publically", "publicly"),
        ("biltaeral", "bilateral"),
        ("untill", "until"),
        ("comission", "commission"),
        ("writting", "writing"),
    ],
)
def test_a_slip_is_not_known_and_the_nearest_word_is_meant(word: str, meant: str) -> None:
    dictionary = load_dictionary()
    assert not dictionary.knows(word)
    assert dictionary.suggest(word) == meant


@pytest.mark.parametrize("word", ["reinvest", "misspelt", "untrusted", "codesigned", "checkpoints"])
def test_words_put_together_are_known_where_no_slip_made_them(word: str) -> None:
    assert load_dictionary().knows(word)


def test_nothing_is_meant_by_what_is_like_no_word() -> None:
    assert load_dictionary().suggest("xqzzkwv") is None
    assert Dictionary(["cat"]).suggest("xyz") is None


def test_every_form_that_the_rules_make_is_a_word() -> None:
    rules = affixes(RULES.strip().splitlines())
    forms = set(word_forms(["vet/UD", "try/S", "bake/D", "12/S"], rules))
    assert forms == {"vet", "veted", "unvet", "unveted", "try", "tries", "bake", "baked"}
