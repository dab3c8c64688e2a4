"""Signs that look alike are made one before words are compared."""

import pytest

from casework.rules.findings.normal import comparable, plain


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("co\u2010ordinate and co\u2011ordinate", "co-ordinate and co-ordinate"),
        ("plans — and – plans", "plans – and – plans"),
        ("the force’s “own” `words`", "the force's \"own\" 'words'"),
        ("sa\u00adfe\u200b  and\xa0sound ", "safe and sound"),
    ],
)
def test_one_sign_stands_for_all_that_look_like_it(text: str, made: str) -> None:
    assert plain(text) == made


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Make sure that anti-social acts are told.", "ensure antisocial acts are told"),
        ("Making sure, Ensuring", "ensure ensuring that"),
        ("Vetting & counter-corruption", "vetting and counter corruption"),
    ],
)
def test_spellings_of_one_thing_are_compared_as_one(one: str, other: str) -> None:
    assert comparable(one) == comparable(other)
